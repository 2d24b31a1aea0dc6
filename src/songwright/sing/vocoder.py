"""Turns movements and pitch into samples: one short response per glottal pulse, plus filtered noise.

It knows nothing of phones and words. The method is that of pulse-and-noise vocoders (Morise, Yokomori and
Ozawa 2016): responses are added at the pulses; filtered noise follows the glottal cycle.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE
from songwright.sing import envelope
from songwright.sing.articulation import FRAME_S, Movements
from songwright.sing.effort import smooth
from songwright.sing.pitch import CURVE_RATE
from songwright.sing.voices import Singer

HOP = round(FRAME_S * SAMPLE_RATE)  # samples per frame
VOWEL_RMS = 0.112  # of a vowel at medium velocity and full swell; about -20 dBFS over a line

Mono = NDArray[np.float32]  # [samples]
_Curve = NDArray[np.float32]
_Spectra = NDArray[np.float32]

_PULSE_FFT = 2048
_PULSE_BINS = 640  # up to 15 kHz; above, the voice is noise
_ADVANCE = 480  # samples that a response may begin before its glottal closure
_NOISE_FFT = 1024
_CHUNK = 192  # pulses or frames at a time, so that memory stays small however long the line
_SILENT = 1e-4
_OPEN_GLOTTIS = 1.4  # bandwidths of F1 and F2 in breath over those in voice; Klatt (1980) has up to 2.2
_FURTHEST_OPENING = 1.33  # F1 that an open mouth reaches, over that of the vowel
_FRACTIONS = 64  # of a sample, to which pulses are placed
_HARMONICS = 24  # that carry the loudness of a voice
_EVENNESS = 0.9  # 1 makes all vowels equally loud; real singers leave a little difference
_JITTER = 0.0025  # deviation of a period, relative
_SHIMMER = 0.02
_WAVERING, _WAVERING_HZ = 0.05, 5.0  # slow unsteadiness of strength: deviation and rate
_BRIGHTENING = 0.6  # how far the corner of the tilt follows the effort
_ROUGH_JITTER = 0.035
_SUBHARMONIC = (1.0, 0.35, 0.8, 0.3)  # strengths of successive pulses of a growl
_FLUTTER_HZ = 8.0  # a rasp comes and goes
_BREATH_FROM_HZ, _BREATH_TO_HZ = 1800.0, 8000.0


@dataclass(frozen=True, slots=True)
class _Pulses:
    """Glottal closures: position in samples, strength, pitch in Hz, all [pulses]."""

    positions: NDArray[np.float64]
    strengths: _Curve


class _Tract:
    """The responses of a singer's tract and glottis during a line."""

    def __init__(self, movements: Movements, pitch_hz: _Curve, singer: Singer) -> None:
        self._movements, self.pitch_hz, self._singer = movements, pitch_hz, singer
        self._grid = envelope.bin_frequencies(_PULSE_FFT)[None, :]
        self._fixed = envelope.upper_log(self._grid[0], singer) + envelope.ring_log(self._grid[0], singer)
        self._tilts_hz = _tilts_hz(movements, singer)
        self.angles = (2 * np.pi / _PULSE_FFT * np.arange(_PULSE_BINS)).astype(np.float32)

    def responses(self, frames: NDArray[np.int64]) -> NDArray[np.complex64]:
        """Spectra of single frames, [frames, bins]: tract at minimum, glottis at maximum phase."""
        grid, pitch, movements = self._grid, self.pitch_hz[frames], self._movements
        log = envelope.formant_log(grid, movements.formants[frames], pitch)
        log += envelope.tilt_log(grid, self._tilts_hz[frames])
        log += self._fixed
        nasal = movements.nasal[frames, None]
        if nasal.any():
            log += nasal * envelope.nasal_log(grid)
        velum = movements.nasality[frames, None]
        if velum.any():
            log += velum * envelope.nasality_log(grid, movements.formants[frames, 0])
        phase = _minimum_phase(log)[:, :_PULSE_BINS]
        source = (self._singer.glottal_ratio, self._singer.glottal_width)
        glottal_log, glottal_phase = envelope.glottal_parts(grid[:, :_PULSE_BINS], pitch, source)
        size = np.exp(log[:, :_PULSE_BINS] + glottal_log)
        size[:, 0] = 0.0  # no direct current
        turn = phase + glottal_phase - _ADVANCE * self.angles
        spectra = np.empty(size.shape, np.complex64)
        spectra.real = size * np.cos(turn)
        spectra.imag = size * np.sin(turn)
        return spectra


def vocode(
    movements: Movements, pitch_hz: NDArray[np.float64], singer: Singer, rng: np.random.Generator
) -> Mono:
    """Synthesise a line.

    Args:
        movements: the vocal tract, per frame.
        pitch_hz: `CURVE_RATE` points per second from `movements.start_s`, covering all frames.
        singer: source and noise of the voice.
        rng: source of noise, jitter and shimmer.
    Returns:
        [samples], sample 0 at `movements.start_s`; a vowel at medium velocity has an RMS of `VOWEL_RMS`.
    """
    voice = vocode_voice(movements, pitch_hz, singer, rng)
    return voice + vocode_noise(movements, pitch_hz, singer, rng)


def vocode_voice(
    movements: Movements,
    pitch_hz: NDArray[np.float64],
    singer: Singer,
    rng: np.random.Generator,
    stride: int = 1,
) -> Mono:
    """The voiced part of a line alone; arguments and result as for `vocode`.

    Args:
        stride: spectra are computed every so many frames and crossfaded between; more is cheaper and blurs.
    """
    frames = len(movements.voice)
    samples = np.zeros(frames * HOP + 2 * _PULSE_FFT, np.float32)
    if singer.voice_gain > 0:
        seconds, phase = _phase(pitch_hz)
        frame_pitch = np.interp(np.arange(frames) * FRAME_S, seconds, pitch_hz).astype(np.float32)
        movements = _opened(movements, frame_pitch, singer)
        gains = movements.voice * _gains(movements, frame_pitch, singer) * singer.voice_gain
        pulses = _place_pulses(gains, np.interp(np.arange(1, int(phase[-1])), phase, seconds), singer, rng)
        _add_pulses(samples, pulses, _Tract(movements, frame_pitch, singer), stride)
    return samples[_PULSE_FFT : _PULSE_FFT + frames * HOP]


def vocode_noise(
    movements: Movements, pitch_hz: NDArray[np.float64], singer: Singer, rng: np.random.Generator
) -> Mono:
    """Friction and breath of a line alone; arguments and result as for `vocode`."""
    frames = len(movements.voice)
    samples = np.zeros(frames * HOP + 2 * _PULSE_FFT, np.float32)
    seconds, phase = _phase(pitch_hz)
    sample_phase = np.interp(np.arange(frames * HOP) / SAMPLE_RATE, seconds, phase)
    _add_noise(samples, movements, sample_phase, singer, rng)
    return samples[_PULSE_FFT : _PULSE_FFT + frames * HOP]


def _phase(pitch_hz: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Seconds and cycles of the glottis, one per point of the pitch curve."""
    seconds = np.arange(len(pitch_hz)) / CURVE_RATE
    return seconds, np.concatenate(([0.0], np.cumsum(0.5 * (pitch_hz[1:] + pitch_hz[:-1])) / CURVE_RATE))


def _opened(movements: Movements, pitch_hz: _Curve, singer: Singer) -> Movements:
    """F1 raised towards the second harmonic where that is no further than a third of it away."""
    if singer.opens_to_second_harmonic == 0:
        return movements
    first = movements.formants[:, 0]
    raise_to = np.clip(2 * pitch_hz, first, first * _FURTHEST_OPENING)
    opened = movements.formants.copy()
    opened[:, 0] = first + singer.opens_to_second_harmonic * (raise_to - first)
    opened[:, 1] = np.maximum(opened[:, 1], opened[:, 0] + 250)
    return dataclasses.replace(movements, formants=opened)


def _tilts_hz(movements: Movements, singer: Singer) -> _Curve:
    """Corner of the source's tilt per frame; effort moves it, as in real voices (Titze and Sundberg 1992)."""
    return np.asarray(singer.tilt_hz * np.clip(movements.effort, 0.2, 3.0) ** _BRIGHTENING, np.float32)


def _gains(movements: Movements, pitch_hz: _Curve, singer: Singer) -> _Curve:
    """Strength of a pulse in each frame that makes every vowel on every pitch about equally loud."""
    harmonics = np.outer(pitch_hz, np.arange(1, _HARMONICS + 1)).astype(np.float32)
    table_hz = np.arange(0, SAMPLE_RATE, 25, dtype=np.float32)
    fixed = envelope.upper_log(table_hz, singer) + envelope.ring_log(table_hz, singer)
    log = envelope.formant_log(harmonics, movements.formants, pitch_hz)
    log += np.interp(harmonics, table_hz, fixed).astype(np.float32)
    log += envelope.tilt_log(harmonics, _tilts_hz(movements, singer))
    log += movements.nasal[:, None] * envelope.nasal_log(harmonics)
    if movements.nasality.any():
        log += movements.nasality[:, None] * envelope.nasality_log(harmonics, movements.formants[:, 0])
    log += envelope.glottal_parts(harmonics, pitch_hz, (singer.glottal_ratio, singer.glottal_width))[0]
    power = (np.exp(2 * log) * envelope.loudness_weight(harmonics)).sum(axis=1)
    log_rms = 0.5 * np.log(2 * power) + np.log(pitch_hz / SAMPLE_RATE)
    evened = smooth(log_rms, 15).astype(np.float32)
    reference = np.median(evened)
    return np.asarray(VOWEL_RMS * np.exp(-reference - _EVENNESS * (evened - reference)), np.float32)


def _place_pulses(
    gains: _Curve, times: NDArray[np.float64], singer: Singer, rng: np.random.Generator
) -> _Pulses:
    """Pulses at the given seconds, made a little uneven, without those that cannot be heard."""
    periods = np.diff(times, append=times[-1] + 0.01)
    jitter = _JITTER + singer.roughness**2 * _ROUGH_JITTER
    uneven = times + rng.standard_normal(len(times)) * jitter * periods
    strengths = np.interp(uneven / FRAME_S, np.arange(len(gains)), gains)
    strengths = strengths * (1 + rng.standard_normal(len(times)) * _SHIMMER)
    knots = rng.standard_normal(int(len(gains) * FRAME_S * _WAVERING_HZ) + 3)
    strengths *= 1 + _WAVERING * np.interp(uneven * _WAVERING_HZ, np.arange(len(knots)), knots)
    if singer.roughness > 0:
        pattern = np.resize(_SUBHARMONIC, len(times))
        flutter = np.interp(
            uneven * _FLUTTER_HZ, np.arange(len(knots) * 2), rng.uniform(0.4, 1.0, len(knots) * 2)
        )
        depth = singer.roughness * (flutter if singer.roughness < 1 else 1.0)
        strengths = strengths * (1 - depth * (1 - pattern))
    heard = strengths > _SILENT * gains.max()
    return _Pulses(uneven[heard] * SAMPLE_RATE, strengths[heard].astype(np.float32))


def _add_pulses(samples: Mono, pulses: _Pulses, tract: _Tract, stride: int) -> None:
    """Add the response of tract and glottis at every pulse, its delay exact to a fraction of a sample."""
    turns = np.arange(_FRACTIONS + 1, dtype=np.float32)[:, None] / _FRACTIONS * tract.angles
    delays = np.exp(-1j * turns).astype(np.complex64)
    fade = _taper()
    last_frame = len(tract.pitch_hz) - 1
    for first in range(0, len(pulses.positions), _CHUNK):
        positions = pulses.positions[first : first + _CHUNK]
        at = np.clip(positions / HOP, 0, last_frame - 1e-3)
        before = at.astype(int) // stride * stride
        frames = np.unique(np.concatenate((before, np.minimum(before + stride, last_frame))))
        spectra = tract.responses(frames)
        here = np.searchsorted(frames, before)
        there = np.minimum(here + 1, len(frames) - 1)
        share = ((at - before) / stride).astype(np.float32)[:, None]
        strengths = pulses.strengths[first : first + _CHUNK, None]
        starts = np.floor(positions).astype(int)
        mixed = spectra[here] * (strengths * (1 - share)) + spectra[there] * (strengths * share)
        mixed *= delays[np.round((positions - starts) * _FRACTIONS).astype(int)]
        responses = scipy.fft.irfft(mixed, n=_PULSE_FFT, axis=1) * fade
        for start, response in zip(starts + _PULSE_FFT - _ADVANCE, responses, strict=True):
            samples[start : start + _PULSE_FFT] += response


def _taper() -> Mono:
    """1 with soft ends, against the steps where a response is cut off."""
    fade = np.ones(_PULSE_FFT, np.float32)
    fade[:128] = np.sin(0.5 * np.pi * np.arange(128) / 128) ** 2
    fade[-512:] = np.cos(0.5 * np.pi * np.arange(512) / 512) ** 2
    return fade


def _minimum_phase(log: _Spectra) -> _Spectra:
    """Phase of the minimum-phase filter with this log amplitude, by folding its cepstrum."""
    cepstrum = scipy.fft.irfft(log, n=_PULSE_FFT, axis=1)
    half = _PULSE_FFT // 2
    cepstrum[:, 1:half] *= 2
    cepstrum[:, half + 1 :] = 0
    return np.asarray(scipy.fft.rfft(cepstrum, axis=1).imag)


def _add_noise(
    samples: Mono, movements: Movements, phase: NDArray[np.float64], singer: Singer, rng: np.random.Generator
) -> None:
    """Add friction, aspiration and the breath in the voice: white noise filtered frame by frame."""
    frames = len(movements.voice)
    white = rng.standard_normal((frames + 2) * HOP, dtype=np.float32)
    if singer.voice_gain > 0:
        voicing = np.repeat(np.clip(movements.voice, 0, 1), HOP)
        cycle = np.cos(2 * np.pi * np.mod(phase, 1.0).astype(np.float32))
        rough = np.cos(np.pi * np.mod(phase, 2.0).astype(np.float32)) * singer.roughness
        white[HOP : HOP + len(cycle)] *= 1 + voicing * (0.55 * cycle + 0.5 * rough)
    window = np.hanning(2 * HOP + 1)[:-1].astype(np.float32)
    offset = (_NOISE_FFT - 2 * HOP) // 2
    steps = np.arange(2 * HOP)
    grid = envelope.bin_frequencies(_NOISE_FFT)
    open_top = (grid / 500) ** 2 / (1 + (grid / 500) ** 2)
    fixed = np.asarray(np.exp(2 * envelope.upper_log(grid, singer)) * open_top, np.float32)
    for first in range(0, frames, _CHUNK):
        here = np.arange(first, min(first + _CHUNK, frames))
        power = _noise_power(here, movements, singer, fixed)
        heard = here[power.max(axis=1) > 1e-9]
        blocks = np.zeros((len(heard), _NOISE_FFT), np.float32)
        blocks[:, offset : offset + 2 * HOP] = white[heard[:, None] * HOP + steps] * window
        spectra = scipy.fft.rfft(blocks, axis=1) * np.sqrt(power[heard - first])
        filtered = scipy.fft.irfft(spectra, n=_NOISE_FFT, axis=1) * np.float32(VOWEL_RMS)
        for start, block in zip(heard * HOP - HOP - offset + _PULSE_FFT, filtered, strict=True):
            samples[start : start + _NOISE_FFT] += block


def _noise_power(
    here: NDArray[np.int64], movements: Movements, singer: Singer, fixed: NDArray[np.float32]
) -> _Spectra:
    """[frames, bins]; the mean over bins is the mean square, 1 a vowel; `fixed`: the upper tract."""
    grid = envelope.bin_frequencies(_NOISE_FFT)
    pitch = np.full(len(here), 100.0, np.float32)
    tract = np.exp(2 * (envelope.formant_log(grid[None, :], movements.formants[here], pitch, _OPEN_GLOTTIS)))
    tract *= fixed
    fall = 1 / (1 + (grid / _BREATH_TO_HZ) ** 2) ** 1.5
    through_voice = movements.voice[here] ** 2 * np.float32(10 ** (singer.breath_db / 10))
    whispered = 1.0 if singer.voice_gain == 0 else 0.5 * singer.roughness
    open_glottis = tract * fall
    loose = movements.aspiration[here] ** 2 + whispered * through_voice
    open_glottis *= (loose / open_glottis.mean(axis=1))[:, None]
    breathy = tract * (fall * (grid / _BREATH_FROM_HZ) ** 2 / (1 + (grid / _BREATH_FROM_HZ) ** 2))
    breathy *= ((1 - whispered) * through_voice / breathy.mean(axis=1))[:, None]
    power = open_glottis + breathy
    scale = float(singer.formant_scale[1])
    for noise in movements.noises:
        low = max(noise.first, int(here[0]))
        high = min(noise.first + len(noise.level), int(here[-1]) + 1)
        if low < high:
            level = noise.level[low - noise.first : high - noise.first]
            shape = envelope.noise_shape(noise.bands, grid, scale)
            power[low - here[0] : high - here[0]] += (level**2)[:, None] * shape
    return np.asarray(power, np.float32)
