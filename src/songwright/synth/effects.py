"""Effects of a mixing desk: reverb, delay, chorus, widening, de-essing, saturation, ducking.

They work on [channels, frames] float32 at 48 kHz and know nothing of scores and genres. What needs memory of
the past is a small class with `process`, fed block after block.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.audio.dynamics import Compression, apply_gain, compressor_gain_db, factor
from songwright.audio.filters import BLOCK, StreamingFilter, equalise, high_pass, low_pass
from songwright.audio.loudness import HOP, hop_power
from songwright.song.chance import child_seed
from songwright.synth import filters
from songwright.synth.placing import pan_gains

FloatArray = NDArray[np.float64]
Mono = NDArray[np.float32]  # [frames]

CONVOLUTION_BLOCK = 1 << 16  # frames; larger transforms leave the second-level cache


class Space(StrEnum):
    """A kind of reverb."""

    ROOM = "room"
    PLATE = "plate"
    HALL = "hall"
    CATHEDRAL = "cathedral"
    SPRING = "spring"


@dataclass(frozen=True, slots=True)
class _Acoustics:
    """What makes a space sound as it does.

    Attributes:
        decay_s: time to fall by 60 dB in the middle of the spectrum.
        low, high, top: factors on the decay below 250 Hz, from 3 to 8 kHz, and above.
        pre_delay_s: silence before the first sound.
        build_s: how long the diffuse sound takes to build up.
        reflections: number of early reflections per side, and within how many seconds they come.
        early: their amplitude against the diffuse sound's start.
        band_hz: edges of what the space returns.
    """

    decay_s: float
    low: float
    high: float
    top: float
    pre_delay_s: float
    build_s: float
    reflections: int
    reflections_s: float
    early: float
    band_hz: tuple[float, float]


# Decay times and their fall towards high notes follow what room acoustics texts give for such places
# (Kuttruff, "Room Acoustics": air absorbs the top, stone keeps the bottom); plates are bright and dense from
# the start.
_SPACES = {
    Space.ROOM: _Acoustics(0.55, 0.9, 0.75, 0.5, 0.004, 0.006, 10, 0.035, 5.0, (180.0, 9_000.0)),
    Space.PLATE: _Acoustics(1.7, 0.8, 0.85, 0.55, 0.022, 0.004, 0, 0.0, 0.0, (220.0, 11_000.0)),
    Space.HALL: _Acoustics(2.3, 1.1, 0.65, 0.35, 0.028, 0.045, 12, 0.090, 3.5, (160.0, 8_000.0)),
    Space.CATHEDRAL: _Acoustics(4.6, 1.2, 0.55, 0.25, 0.045, 0.110, 9, 0.160, 2.5, (140.0, 6_500.0)),
}
_CROSSOVERS_HZ = (250.0, 3_000.0, 8_000.0)
_ONE_BOTTOM_HZ = 160.0  # below it both sides get the same
_SPRING_TOP_HZ, _SPRING_ECHO_S, _SPRING_ECHOES, _SPRING_LOSS = 4_300.0, (0.037, 0.043), 14, 0.72


@lru_cache(maxsize=4)  # a song has one or two, and every piece of it needs them
def impulse_response(space: Space, decay_s: float | None = None) -> Samples:
    """What a space answers to a click, [2, frames]; each side has energy 1.

    Noise whose bands decay at their own rates, with early reflections before it (Moorer, "About this
    reverberation business", 1979). The noise is fixed, so that all stems of all songs share the same rooms.

    Args:
        space: which kind.
        decay_s: time to fall by 60 dB; None takes the usual one. A spring always rings alike.
    """
    rng = np.random.default_rng(child_seed(0, "impulse response", space))
    if space is Space.SPRING:
        response = np.stack([_spring(echo_s) for echo_s in _SPRING_ECHO_S])
    else:
        response = _diffuse(_SPACES[space], decay_s or _SPACES[space].decay_s, rng)
    side = scipy.signal.sosfilt(filters.high_pass(_ONE_BOTTOM_HZ, 4), 0.5 * (response[0] - response[1]))
    mid = 0.5 * (response[0] + response[1])
    response = np.stack([mid + side, mid - side])
    energy = np.sqrt(np.sum(np.square(response), axis=1, keepdims=True))
    return np.asarray(response / energy, dtype=np.float32)


class Convolution:
    """Convolves a mono sound with a stereo impulse response of any length, block by block.

    Uniformly partitioned overlap-save: the response is cut into pieces as long as a block, and each block's
    spectrum is kept as long as a piece needs it.
    """

    def __init__(self, response: Samples) -> None:
        pieces = -(-response.shape[1] // CONVOLUTION_BLOCK)
        padded = np.pad(response, ((0, 0), (0, pieces * CONVOLUTION_BLOCK - response.shape[1])))
        cut = padded.reshape(2, pieces, CONVOLUTION_BLOCK).transpose(1, 0, 2)
        self._pieces = scipy.fft.rfft(cut, 2 * CONVOLUTION_BLOCK, axis=-1)  # [pieces, 2, bins]
        # The newest first; None is silence.
        self._spectra: list[NDArray[np.complex64] | None] = [None] * pieces
        self._last = np.zeros(CONVOLUTION_BLOCK, dtype=np.float32)

    def process(self, block: Mono) -> Samples:
        """The wet sound for the next block, [2, frames]; all blocks but the last have `CONVOLUTION_BLOCK`."""
        padded = np.pad(block, (0, CONVOLUTION_BLOCK - len(block)))
        joined = np.concatenate([self._last, padded])
        self._last = padded
        newest = scipy.fft.rfft(joined) if joined.any() else None
        self._spectra = [newest, *self._spectra[:-1]]
        heard = [(s, p) for s, p in zip(self._spectra, self._pieces, strict=True) if s is not None]
        if not heard:
            return np.zeros((2, len(block)), dtype=np.float32)
        spectrum = heard[0][0] * heard[0][1]
        for past, piece in heard[1:]:
            spectrum += past * piece
        return np.asarray(scipy.fft.irfft(spectrum, axis=-1)[:, CONVOLUTION_BLOCK:][:, : len(block)])


class Delay:
    """Echoes of a mono sound that alternate between left and right and lose their highs and lows.

    Args:
        delay_s: time between the echoes.
        feedback: each echo's gain against the one before, 0 to 1; the first has 1.
        echoes: how many.
    """

    def __init__(self, delay_s: float, feedback: float, echoes: int = 5) -> None:
        self._step = max(round(delay_s * SAMPLE_RATE), 1)
        self._gains = [feedback**echo for echo in range(echoes)]
        self._past = np.zeros(self._step * echoes, dtype=np.float32)
        self._tone = StreamingFilter((high_pass(300.0), low_pass(3_800.0)), 1)

    def process(self, block: Mono) -> Samples:
        """The echoes for the next block, [2, frames], without the block itself."""
        frames = len(block)
        filtered = self._tone.process(block[None]).astype(np.float32)[0]
        line = np.concatenate([self._past, filtered])
        wet = np.zeros((2, frames), dtype=np.float32)
        for echo, gain in enumerate(self._gains):
            start = len(self._past) - (echo + 1) * self._step
            wet[echo % 2] += np.float32(gain) * line[start : start + frames]
            wet[1 - echo % 2] += np.float32(0.3 * gain) * line[start : start + frames]
        self._past = line[frames:]
        return wet


class Widener:
    """Gives a mono sound width that vanishes in mono.

    A delayed copy is added to the left and subtracted from the right (Lauridsen 1954), so the sum of both
    sides is the sound itself. The bottom is left out, because width there is only heard as weakness.
    """

    def __init__(self, delay_s: float) -> None:
        self._past = np.zeros(round(delay_s * SAMPLE_RATE), dtype=np.float32)
        self._tone = StreamingFilter((high_pass(250.0),), 1)

    def process(self, mid: Mono) -> Mono:
        """The side signal for the next block of the mid signal."""
        line = np.concatenate([self._past, self._tone.process(mid[None])[0].astype(np.float32)])
        self._past = line[len(mid) :]
        return line[: len(mid)]


@dataclass(frozen=True, slots=True)
class Doubling:
    """One more singer or player made from the same sound by a slowly wandering delay.

    Attributes:
        delay_s: middle of the delay.
        depth_s: how far it wanders to both sides.
        rate_hz: how often it comes back.
        phase: where it starts, in turns.
        pan: -1 left to +1 right.
    """

    delay_s: float
    depth_s: float
    rate_hz: float
    phase: float
    pan: float


def ensemble(mono: Mono, voices: Sequence[Doubling], dry: float = 1.0) -> Samples:
    """A chorus: wandering delays spread between left and right, with some of the sound itself in the middle.

    Args:
        mono: [frames].
        voices: the delays; their sum has about the power of the sound.
        dry: gain of the sound itself, on both sides.
    Returns:
        [2, frames].
    """
    wide = np.empty((2, len(mono)), dtype=np.float32)
    reach = max(round((voice.delay_s + voice.depth_s) * SAMPLE_RATE) + 2 for voice in voices)
    padded = np.concatenate([np.zeros(reach, dtype=np.float32), mono])
    for start in range(0, len(mono), BLOCK):
        frames = min(BLOCK, len(mono) - start)
        block = np.repeat(np.float32(dry) * mono[None, start : start + frames], 2, axis=0)
        for voice in voices:
            left, right = pan_gains(voice.pan)
            late = _wandering(padded, reach + start, frames, voice) / np.float32(math.sqrt(len(voices)))
            block[0] += np.float32(left) * late
            block[1] += np.float32(right) * late
        wide[:, start : start + frames] = block
    return wide


def de_ess(samples: Samples, threshold_db: float, ratio: float = 4.0, split_hz: float = 5_500.0) -> Samples:
    """Turn sibilants down: a compressor that acts on the top of the spectrum only.

    Args:
        samples: [channels, frames].
        threshold_db: power of the top above which it works, dB.
        ratio: how strongly.
        split_hz: where the top starts.
    """
    top = equalise(samples, (high_pass(split_hz),))
    settings = Compression(threshold_db, ratio, attack_s=0.001, release_s=0.060, window_s=0.003)
    removed = 1.0 - factor(compressor_gain_db(hop_power(top) / samples.shape[0], settings))
    return samples - apply_gain(top, removed, HOP, out=top)


def saturate(block: Samples, drive: float) -> Samples:
    """Round the peaks off like tape or a valve stage: close to tanh, with unit gain for soft sound.

    Args:
        block: any shape.
        drive: where rounding starts: 1 bends what comes near full scale, 4 what comes near a quarter.
    """
    # Padé approximation of tanh; beyond 3 it is exactly 1.
    bent = np.clip(block * np.float32(drive), -3.0, 3.0)
    square = bent * bent
    return np.asarray(bent * (27.0 + square) / (27.0 + 9.0 * square) / np.float32(drive), dtype=np.float32)


def ducking_db(times_s: Sequence[float], hops: int, depth_db: float, release_s: float) -> FloatArray:
    """A gain curve that dips at each event, as a compressor keyed by the kick would make.

    Args:
        times_s: when the events start.
        hops: length of the curve in milliseconds.
        depth_db: how deep it dips.
        release_s: how long it takes to come back.
    Returns:
        [hops] gains in dB, 0 or below.
    """
    attack, hold, release = 4, 25, max(round(release_s * 1000), 2)
    back = 0.5 * (1.0 + np.cos(np.pi * np.arange(1, release) / release))
    dip = depth_db * np.concatenate([np.arange(1, attack + 1) / attack, np.ones(hold), back])
    curve = np.zeros(hops + len(dip) + attack)
    for time_s in times_s:
        start = max(round(time_s * 1000), 0)  # `attack` hops before the event: the curve is shifted below
        if start < hops:
            np.maximum(curve[start : start + len(dip)], dip, out=curve[start : start + len(dip)])
    return -curve[attack : attack + hops]


def _diffuse(space: _Acoustics, decay_s: float, rng: np.random.Generator) -> FloatArray:
    bands = (space.low, 1.0, space.high, space.top)
    longest = decay_s * max(bands)
    frames = round((longest + space.pre_delay_s + space.build_s) * SAMPLE_RATE)
    time_s = np.arange(frames) / SAMPLE_RATE
    noise = rng.standard_normal((2, frames))
    response = np.zeros((2, frames))
    for index, share in enumerate(bands):
        band = scipy.signal.sosfilt(_band_sections(index), noise, axis=-1)
        response += band * 10.0 ** (-3.0 * time_s / (decay_s * share))
    response *= 1.0 - np.exp(-time_s / max(space.build_s, 1e-4))
    for side in response:
        when = np.sort(rng.random(space.reflections)) * space.reflections_s
        for time in when:
            strength = space.early * (1.0 - 0.7 * time / space.reflections_s)
            side[round(time * SAMPLE_RATE)] += strength * (1.0 if rng.random() < 0.5 else -1.0)
    response = np.pad(response, ((0, 0), (round(space.pre_delay_s * SAMPLE_RATE), 0)))[:, :frames]
    return np.asarray(scipy.signal.sosfilt(filters.band_pass(*space.band_hz, 2), response, axis=-1))


def _band_sections(index: int) -> FloatArray:
    if index == 0:
        return filters.low_pass(_CROSSOVERS_HZ[0])
    if index == len(_CROSSOVERS_HZ):
        return filters.high_pass(_CROSSOVERS_HZ[-1])
    return filters.band_pass(_CROSSOVERS_HZ[index - 1], _CROSSOVERS_HZ[index], 2)


def _spring(echo_s: float) -> FloatArray:
    """Chirps, because in a spring high notes travel slower, that run to and fro and lose strength.

    The delay grows with the square of the frequency up to a cut-off near 4 kHz, as Välimäki, Parker and Abel,
    "Parametric spring reverberation effect" (JAES 2010) describe the slow chirps.
    """
    frames = 1 << 17
    hz = np.fft.rfftfreq(frames, 1.0 / SAMPLE_RATE)
    relative = np.minimum(hz / _SPRING_TOP_HZ, 1.0)
    # Phase is minus the integral of the delay over frequency.
    path = hz + relative**2 * hz * 0.35
    spectrum = np.zeros(len(hz), dtype=np.complex128)
    for echo in range(1, _SPRING_ECHOES + 1):
        spectrum += _SPRING_LOSS**echo * np.exp(-2j * np.pi * echo_s * echo * path)
    spectrum *= 1.0 / (1.0 + (hz / _SPRING_TOP_HZ) ** 12)
    spectrum *= np.clip((hz - 80.0) / 120.0, 0.0, 1.0)
    return np.asarray(scipy.fft.irfft(spectrum, frames))[: round(2.2 * SAMPLE_RATE)]


def _wandering(padded: Mono, start: int, frames: int, voice: Doubling) -> Mono:
    """`frames` of a sound from `start`, delayed by a slow sine; between samples by straight lines."""
    turn = 2.0 * math.pi * (voice.rate_hz / SAMPLE_RATE * (start + np.arange(frames)) + voice.phase)
    delay = (voice.delay_s + voice.depth_s * np.sin(turn)) * SAMPLE_RATE
    whole = np.floor(delay).astype(np.int32)
    part = (delay - whole).astype(np.float32)
    at = start + np.arange(frames, dtype=np.int32) - whole
    return np.asarray(padded[at] * (1 - part) + padded[at - 1] * part)
