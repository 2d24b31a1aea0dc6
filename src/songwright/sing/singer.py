"""Sings a line of the score. It knows nothing of the other tracks, of mixing and of files."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE
from songwright.sing.articulation import FRAME_S, Movements, articulate
from songwright.sing.pitch import CURVE_RATE, consonant_dips, pitch_curve, to_hz
from songwright.sing.speech import is_question, speak, speech_curve
from songwright.sing.timing import Segment, TimedSyllable, lay_out, to_seconds, word_spans
from songwright.sing.vocoder import VOWEL_RMS, vocode, vocode_noise, vocode_voice
from songwright.sing.voices import Singer, choose_choir, choose_singer
from songwright.song.chance import child_seed
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import SungLine

_EDGE_S = 0.005
_RUMBLE_HZ = 50.0
_KNEE, _CEILING = 0.8, 0.97  # samples above the knee are rounded off below the ceiling
_GROWL_DRIVE, _GROWL_TOP_HZ = 2.5, 6000.0  # saturation makes noise hiss; the top takes it away
_LONGEST_LOOSENESS_S = 0.006
_CHOIR_STRIDE = 2  # frames; in a choir nobody hears a single tongue
_BELOW_RANGE = 3  # semitones that choir men go below what is comfortable for one


@dataclass(frozen=True, slots=True, eq=False)
class Sung:
    """A sung line.

    Attributes:
        start_frame: where its first sample lies in the song, at least 0.
        samples: [frames], float32, mono, within ±1.
        segments: its phones on the clock, for tests.
        words: where each word of the line sounds, start and end in seconds from the start of the song.
    """

    start_frame: int
    samples: NDArray[np.float32]
    segments: tuple[Segment, ...]
    words: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Phrasing:
    """What is sung and when, before anybody's voice.

    Attributes:
        syllables: on the clock.
        segments: their phones.
        times: points of the pitch curve, seconds.
        style: sung or spoken.
        is_question: spoken with a rise at the end.
    """

    syllables: tuple[TimedSyllable, ...]
    segments: tuple[Segment, ...]
    times: NDArray[np.float64]
    style: VocalStyle
    is_question: bool


def sing_line(line: SungLine, beat_s: float, voice: Voice, seed: int) -> Sung:
    """Sing a line.

    Args:
        line: syllables with their notes.
        beat_s: seconds per beat.
        voice: one singer, or a choir of women and men.
        seed: source of the small human differences; same seed, part and time: same sound.
    Returns:
        The sound, about -20 dBFS RMS while vowels sound at velocity 90 and a gain of 0 dB.
    """
    name = f"{line.start:.4f}"
    rng = np.random.default_rng(child_seed(seed, "sing", line.part, line.style, name))
    singer = choose_singer(voice, line.part, line.style, rng)
    syllables = to_seconds(line, beat_s, _delays_s(singer, line, beat_s, rng))
    if line.style is VocalStyle.SPOKEN:
        syllables = speak(syllables, [sung.word for sung in line.syllables])
    segments = lay_out(syllables)
    movements = articulate(segments, syllables, singer)
    times = movements.start_s + np.arange(int(len(movements.voice) * FRAME_S * CURVE_RATE) + 2) / CURVE_RATE
    phrasing = _Phrasing(syllables, segments, times, line.style, is_question(line.words))
    if voice is Voice.CHOIR:
        samples = _sing_together(phrasing, movements, singer, rng)
    else:
        samples = vocode(movements, to_hz(_pitch(phrasing, singer, rng)), singer, rng)
    finished = _finish(samples, line.gain_db + singer.level_db, line.style)
    start_frame = round(movements.start_s * SAMPLE_RATE)
    cut = max(0, -start_frame)
    return Sung(start_frame + cut, _soft_edges(finished[cut:]), segments, word_spans(line, segments))


def _pitch(
    phrasing: _Phrasing, singer: Singer, rng: np.random.Generator, octaves: int = 0
) -> NDArray[np.float64]:
    """MIDI pitch over the line's times, sung or spoken, moved by whole octaves if sung."""
    if phrasing.style is VocalStyle.SPOKEN:
        curve = speech_curve(phrasing.syllables, phrasing.times, singer, rng, phrasing.is_question)
    else:
        notes = [note for timed in phrasing.syllables for note in timed.notes]
        curve = pitch_curve(notes, phrasing.times, singer, rng) + 12.0 * octaves
    return curve + consonant_dips(phrasing.segments, phrasing.times)


def _sing_together(
    phrasing: _Phrasing, movements: Movements, leader: Singer, rng: np.random.Generator
) -> NDArray[np.float32]:
    """A choir: each voice has its own throat, tuning, time and vibrato; noise is one cloud."""
    octaves = -1 if _men_sing_lower(phrasing.syllables) else 0
    together = vocode_noise(movements, to_hz(_pitch(phrasing, leader, rng)), leader, rng)
    for chorister in choose_choir(leader, phrasing.style, rng):
        singer = chorister.singer
        pitch = _pitch(phrasing, singer, rng, octaves if chorister.is_man else 0)
        ratios = np.divide(singer.formant_scale, leader.formant_scale).astype(np.float32)
        own = dataclasses.replace(movements, formants=movements.formants * ratios)
        voice = vocode_voice(own, to_hz(pitch), singer, rng, _CHOIR_STRIDE)
        late = round(singer.delay_s * SAMPLE_RATE)
        together[max(late, 0) : len(voice) + min(late, 0)] += (
            chorister.gain * voice[max(-late, 0) : len(voice) - max(late, 0)]
        )
    return together


def _men_sing_lower(syllables: Sequence[TimedSyllable]) -> bool:
    """Whether the men of a choir sing an octave below: not where that is below their range."""
    lowest = min(note.pitch for timed in syllables for note in timed.notes)
    return lowest - 12 >= Voice.MALE.vocal_range[0] - _BELOW_RANGE


def _delays_s(singer: Singer, line: SungLine, beat_s: float, rng: np.random.Generator) -> list[float]:
    """One delay per syllable; never so uneven that syllables change places."""
    starts = [sung.notes[0].start * beat_s for sung in line.syllables] + [line.end * beat_s]
    longest = min(_LONGEST_LOOSENESS_S, 0.2 * min(after - before for before, after in pairwise(starts)))
    loose = np.clip(rng.standard_normal(len(line.syllables)) * singer.looseness_s, -longest, longest)
    return [float(delay) for delay in singer.delay_s + loose]


def _finish(samples: NDArray[np.float32], gain_db: float, style: VocalStyle) -> NDArray[np.float32]:
    """Growl's saturation, no rumble, the line's gain, and no sample above full scale."""
    if style is VocalStyle.GROWL:
        drive = _GROWL_DRIVE / VOWEL_RMS / 2
        samples = np.tanh(samples * drive) * np.float32(1.5 * VOWEL_RMS)
        hiss = scipy.signal.butter(2, _GROWL_TOP_HZ, fs=SAMPLE_RATE, output="sos").astype(np.float32)
        samples = scipy.signal.sosfilt(hiss, samples)
    samples = samples * np.float32(10 ** (gain_db / 20))
    over = np.abs(samples) - _KNEE
    rounded = np.sign(samples) * (_KNEE + (_CEILING - _KNEE) * np.tanh(over / (_CEILING - _KNEE)))
    samples = np.where(over > 0, rounded, samples)
    rumble = scipy.signal.butter(2, _RUMBLE_HZ, "highpass", fs=SAMPLE_RATE, output="sos").astype(np.float32)
    return np.asarray(np.clip(scipy.signal.sosfilt(rumble, samples), -1, 1), np.float32)


def _soft_edges(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    edge = min(round(_EDGE_S * SAMPLE_RATE), len(samples) // 2)
    ramp = np.sin(0.5 * np.pi * np.arange(edge) / max(edge, 1)).astype(np.float32) ** 2
    faded = samples.copy()
    faded[:edge] *= ramp
    faded[len(faded) - edge :] *= ramp[::-1]
    return faded
