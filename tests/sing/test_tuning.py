"""Every voice sings in tune: an independent tracker over a hundred notes of each voice and manner."""

import numpy as np
import pytest
from numpy.typing import NDArray

from songwright.sing.singer import sing_line
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import SungLine
from tests.sing.lines import BEAT_S, line_of
from tests.sing.pitch_tracker import read_pitch

RATE = 48_000
TEXTS = (
    "Shining like the silver moon I will never stop tonight",
    "Give me one more reason to believe in what we are",
    "Running through the open fields with nobody around",
)
STEPS = (0, 4, 7, 12, 0, 2, 5, 9, 12, 11, 7, 7, 4, 5, 2, 0, 12)  # with leaps of an octave both ways
BEATS = (0.4, 0.4, 0.5, 0.4, 1.0, 0.5, 0.4, 2.0)  # notes of 0.2 to 1 s
MANNERS = (VocalStyle.SUNG, VocalStyle.BELT, VocalStyle.FALSETTO, VocalStyle.RASPY)


def lines(voice: Voice, style: VocalStyle) -> list[SungLine]:
    """Eight lines on different tonics over the voice's range, at least a hundred notes together."""
    low, high = voice.vocal_range
    tonics = range(low, high - 12)
    return [
        line_of(
            TEXTS[index % 3],
            tuple(tonics[index % len(tonics)] + step for step in STEPS),
            beats=BEATS[index % 2 :],
            style=style,
        )
        for index in range(8)
    ]


def errors_cents(line: SungLine, voice: Voice, seed: int) -> list[float]:
    """How far each note is from what is written, in its vowel, over vibrato; a choir's in any octave."""
    sung = sing_line(line, BEAT_S, voice, seed)
    errors = []
    for syllable in line.syllables:
        note = syllable.notes[0]
        duration_s = note.duration * BEAT_S
        start_s = note.start * BEAT_S - sung.start_frame / RATE
        moments = start_s + duration_s * (
            np.linspace(0.3, 0.65, 7) if duration_s > 0.45 else np.array([0.35])
        )
        away = mean_cents(sung.samples, moments, note.pitch)
        errors.append(away if voice is not Voice.CHOIR else abs((away + 600) % 1200 - 600))
    return errors


def mean_cents(samples: NDArray[np.float32], moments: NDArray[np.float64], pitch: int) -> float:
    readings = [read_pitch(samples, float(moment), (60, 1100)).midi for moment in moments]
    return float(100 * abs(np.median(readings) - pitch))


@pytest.mark.parametrize("style", MANNERS)
@pytest.mark.parametrize("voice", list(Voice))
def test_nearly_all_notes_are_within_thirty_cents(voice, style):
    """At least 98 % of more than a hundred notes of 0.2 s and longer, over leaps of up to an octave."""
    errors = [
        error for index, line in enumerate(lines(voice, style)) for error in errors_cents(line, voice, index)
    ]
    assert len(errors) >= 100
    assert np.mean(np.array(errors) <= 30) >= 0.98
    assert np.median(errors) < 8
