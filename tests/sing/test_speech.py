"""Speech in rhythm: syllables keep order and beat, the voice declines, accents and falls."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.pitch import CURVE_RATE
from songwright.sing.speech import is_question, speak, speech_curve
from songwright.sing.timing import SecondsNote, TimedSyllable
from songwright.sing.voices import choose_singer
from songwright.song.plan import VocalStyle, Voice
from songwright.song.pronunciation import Syllable
from songwright.song.score import VocalPart

pytestmark = pytest.mark.fast


def chain(stresses: list[int], lengths_s: list[float]) -> list[TimedSyllable]:
    at = 1.0
    syllables = []
    for stress, length_s in zip(stresses, lengths_s, strict=True):
        note = SecondsNote(at, at + length_s, 60, 90)
        syllables.append(TimedSyllable(Syllable(("t",), "ɑ", (), stress), (note,)))
        at += length_s
    return syllables


@given(
    st.lists(
        st.tuples(st.sampled_from((0, 1, 2)), st.floats(0.06, 2.0), st.integers(0, 1)),
        min_size=1,
        max_size=12,
    )
)
def test_spoken_syllables_stay_in_order_and_inside_the_line(rows):
    """No overlap, none before its first beat, none after the last one's own, whatever stress and words."""
    stresses, lengths, new_words = ([row[column] for row in rows] for column in range(3))
    words = [int(number) for number in np.cumsum(new_words)]
    syllables = chain(stresses, lengths)
    spoken = speak(syllables, words)
    for before, after in pairwise(spoken):
        assert before.end_s <= after.start_s + 1e-9
        assert before.end_s > before.start_s
    assert spoken[0].start_s >= syllables[0].start_s - 1e-9
    assert spoken[-1].start_s <= syllables[-1].start_s + 1e-9


def test_the_stressed_syllable_keeps_its_beat_and_the_others_gather_round():
    """ "re-mem-ber" over slow notes: "mem" on its beat, "re" just before, "ber" just after."""
    syllables = chain([0, 2, 0], [1.0, 1.0, 1.0])
    before, stressed, after = speak(syllables, [0, 0, 0])
    assert stressed.start_s == syllables[1].start_s
    assert 0.1 < stressed.start_s - before.start_s < 0.3
    assert 0.1 < after.start_s - stressed.start_s < 0.35


def test_little_words_lean_on_the_next_stressed_one():
    """ "to love" is said as one; where no word is stressed, each keeps its beat."""
    little, _ = speak(chain([0, 2], [1.0, 1.0]), [0, 1])
    assert little.start_s > 1.7
    unstressed = chain([0, 0, 0], [1.0, 1.0, 1.0])
    assert [timed.start_s for timed in speak(unstressed, [0, 1, 2])] == [1.0, 2.0, 3.0]


def curve_of(stresses: list[int], is_asked: bool = False) -> tuple[np.ndarray, np.ndarray]:
    syllables = speak(chain(stresses, [0.2] * len(stresses)), list(range(len(stresses))))
    singer = choose_singer(Voice.MALE, VocalPart.LEAD, VocalStyle.SPOKEN, np.random.default_rng(0))
    times = np.arange(int((syllables[-1].end_s + 0.5) * CURVE_RATE)) / CURVE_RATE
    return times, speech_curve(syllables, times, singer, np.random.default_rng(1), is_asked)


def test_pitch_declines_and_stays_near_the_speaking_pitch():
    """The first second lies above the last one; all within a fourth or so of the speaker's own pitch."""
    times, curve = curve_of([1] * 12)
    early, late = (curve[(times > at) & (times < at + 0.8)].mean() for at in (1.0, 2.3))
    assert early > late + 0.7
    assert np.abs(curve - 46).max() < 5.5


def test_stress_is_an_accent():
    """A stressed syllable stands a semitone or more above an unstressed one in its place."""
    times, flat = curve_of([0, 0, 0, 0, 0, 0])
    _, accented = curve_of([0, 0, 2, 0, 0, 0])
    at = times.searchsorted(1.48)
    assert accented[at] > flat[at] + 1


def test_statements_fall_and_questions_rise():
    """Over the last syllable."""
    for is_asked, sign in ((False, -1), (True, 1)):
        times, curve = curve_of([1, 1, 1, 1], is_asked)
        end = times.searchsorted(1.0 + 4 * 0.2)
        assert sign * (curve[end] - curve[end - 250]) > 0.8


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("Why?",), True),
        (("元気", "？"), True),
        (("Stop!",), False),
        ((), False),
        (('me?"',), True),
        (("alone;",), False),
        (("γιατί;",), True),
    ],
)
def test_questions_are_seen(words, asked):
    """By their last sign, in quotation marks and other scripts too."""
    assert is_question(words) == asked
