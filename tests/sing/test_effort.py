"""How hard a singer works: arches of phrases, swells of long notes, soft edges."""

import numpy as np
import pytest

from songwright.sing.effort import Curve, edges_of_phrases, effort_curve, smooth
from songwright.sing.timing import SecondsNote, TimedSyllable, lay_out
from songwright.song.pronunciation import Syllable

pytestmark = pytest.mark.fast


def effort_db(pitches: list[int], length_s: float, gap_s: float = 0.0) -> tuple[Curve, Curve]:
    """Times and effort in decibels of unstressed syllables of equal velocity."""
    timed = []
    at = 1.0
    for pitch in pitches:
        timed.append(
            TimedSyllable(Syllable(("n",), "ɑ", (), 1), (SecondsNote(at, at + length_s, pitch, 90),))
        )
        at += length_s + gap_s
    times = np.arange(0, at + 0.2, 0.005)
    return times, 20 * np.log10(effort_curve(times, lay_out(timed), timed))


def test_a_phrase_arches_to_its_highest_note():
    """Louder at the peak than at the start and the end by 1 dB or more."""
    times, effort = effort_db([60, 62, 64, 67, 64, 62], 0.4)
    middles = [effort[times.searchsorted(1.0 + 0.4 * index + 0.12)] for index in range(6)]
    assert np.argmax(middles) == 3
    assert middles[3] > middles[0] + 1
    assert middles[3] > middles[5] + 1


def test_each_phrase_has_its_own_arch():
    """Two single notes parted by a rest are equally loud, whichever is higher."""
    times, effort = effort_db([60, 72], 0.5, gap_s=0.6)
    first, second = (effort[times.searchsorted(at)] for at in (1.15, 2.25))
    assert first == pytest.approx(second, abs=0.1)


def test_long_notes_swell_more_than_short_ones():
    """From entry to the loudest moment: over 2 dB in 2 s, less in 0.25 s."""
    swells = []
    for length_s in (0.25, 2.0):
        times, effort = effort_db([60], length_s)
        sung = effort[(times >= 1.0) & (times < 1.0 + length_s)]
        swells.append(sung.max() - sung[0])
    assert swells[1] > 2 > swells[0]


def test_phrases_that_end_on_a_vowel_die_away():
    """From full in the note to nothing at its end."""
    timed = [TimedSyllable(Syllable((), "ɑ", (), 1), (SecondsNote(1.0, 2.0, 60, 90),))]
    times = np.arange(0.5, 2.5, 0.005)
    level = edges_of_phrases(times, lay_out(timed), 0.03)
    assert level[times.searchsorted(1.5)] == 1
    assert level[times.searchsorted(2.0)] < 0.01
    assert level[times.searchsorted(0.999)] < 0.3


def test_smoothing_keeps_means_and_ends():
    """A constant stays; a step keeps its ends."""
    assert smooth(np.full(40, 3.0), 7) == pytest.approx(np.full(40, 3.0))
    step = smooth(np.repeat([0.0, 1.0], 30), 9)
    assert step[0] == 0
    assert step[-1] == pytest.approx(1.0)
    assert np.all(np.diff(step) >= -1e-12)
