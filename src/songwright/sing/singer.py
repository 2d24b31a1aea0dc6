"""Sings a line of the score. It knows nothing of the other tracks, of mixing and of files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE
from songwright.sing.articulation import FRAME_S, articulate
from songwright.sing.pitch import CURVE_RATE, consonant_dips, pitch_curve, to_hz
from songwright.sing.timing import Segment, lay_out, to_seconds, word_spans
from songwright.sing.vocoder import VOWEL_RMS, vocode
from songwright.sing.voices import Singer, choose_singer
from songwright.song.chance import child_seed
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import SungLine

_EDGE_S = 0.005
_RUMBLE_HZ = 50.0
_KNEE = 0.8  # samples above it are rounded off below full scale
_GROWL_DRIVE, _GROWL_TOP_HZ = 2.5, 6000.0  # saturation makes noise hiss; the top takes it away
_LONGEST_LOOSENESS_S = 0.006


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


def sing_line(line: SungLine, beat_s: float, voice: Voice, seed: int) -> Sung:
    """Sing a line.

    Args:
        line: syllables with their notes.
        beat_s: seconds per beat.
        voice: female or male.
        seed: source of the small human differences; same seed, part and time: same sound.
    Returns:
        The sound, about -20 dBFS RMS while vowels sound at velocity 90 and a gain of 0 dB.
    """
    name = f"{line.start:.4f}"
    rng = np.random.default_rng(child_seed(seed, "sing", line.part, line.style, name))
    singer = choose_singer(voice, line.part, line.style, rng)
    syllables = to_seconds(line, beat_s, _delays_s(singer, line, beat_s, rng))
    segments = lay_out(syllables)
    movements = articulate(segments, syllables, singer)
    duration_s = len(movements.voice) * FRAME_S
    times = movements.start_s + np.arange(int(duration_s * CURVE_RATE) + 2) / CURVE_RATE
    notes = [note for timed in syllables for note in timed.notes]
    pitch = pitch_curve(notes, times, singer, rng) + consonant_dips(segments, times)
    samples = vocode(movements, to_hz(pitch), singer, rng)
    finished = _finish(samples, line.gain_db, line.style)
    start_frame = round(movements.start_s * SAMPLE_RATE)
    cut = max(0, -start_frame)
    return Sung(start_frame + cut, _soft_edges(finished[cut:]), segments, word_spans(line, segments))


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
    rumble = scipy.signal.butter(2, _RUMBLE_HZ, "highpass", fs=SAMPLE_RATE, output="sos").astype(np.float32)
    samples = scipy.signal.sosfilt(rumble, samples) * np.float32(10 ** (gain_db / 20))
    over = np.abs(samples) - _KNEE
    rounded = np.sign(samples) * (_KNEE + (1 - _KNEE) * np.tanh(over / (1 - _KNEE)))
    return np.where(over > 0, rounded, samples).astype(np.float32)


def _soft_edges(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    edge = min(round(_EDGE_S * SAMPLE_RATE), len(samples) // 2)
    ramp = np.sin(0.5 * np.pi * np.arange(edge) / max(edge, 1)).astype(np.float32) ** 2
    faded = samples.copy()
    faded[:edge] *= ramp
    faded[len(faded) - edge :] *= ramp[::-1]
    return faded
