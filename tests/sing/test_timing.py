"""Timing: vowels on the beat, consonants around them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.timing import SecondsNote, TimedSyllable, lay_out, to_seconds, word_spans
from songwright.song.pronunciation import Syllable
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart
from tests.sing.lines import line_of, vowel_line

pytestmark = pytest.mark.fast

CLUSTERS = st.lists(st.sampled_from(["s", "t", "ɹ", "k", "l", "m", "t͡ʃ", "h"]), max_size=3).map(tuple)


@st.composite
def timed_lines(draw: st.DrawFn) -> list[TimedSyllable]:
    """Syllables on notes of 60 ms to 3 s with rests between some."""
    at = draw(st.floats(0.0, 3.0))
    syllables = []
    for _ in range(draw(st.integers(1, 8))):
        at += draw(st.sampled_from([0.0, 0.0, 0.02, 0.1, 0.5, 1.5]))
        duration = draw(st.sampled_from([0.06, 0.12, 0.25, 0.5, 3.0]))
        syllable = Syllable(draw(CLUSTERS), "ɑ", draw(CLUSTERS), 1)
        syllables.append(TimedSyllable(syllable, (SecondsNote(at, at + duration, 60, 90),)))
        at += duration
    return syllables


@given(timed_lines())
def test_every_vowel_starts_on_its_note(syllables):
    """The one rule of singers' timing: the vowel falls on the beat."""
    nuclei = [segment for segment in lay_out(syllables) if segment.is_nucleus]
    assert [nucleus.start_s for nucleus in nuclei] == pytest.approx([timed.start_s for timed in syllables])


@given(timed_lines())
def test_phones_follow_each_other_without_overlap(syllables):
    """Every phone of every syllable has its time, in order."""
    segments = lay_out(syllables)
    written = [
        phone
        for timed in syllables
        for phone in (*timed.syllable.onset, timed.syllable.nucleus, *timed.syllable.coda)
    ]
    assert [segment.phone for segment in segments] == written
    for segment in segments:
        assert segment.end_s > segment.start_s
    for before, after in pairwise(segments):
        assert after.start_s >= before.end_s - 1e-9


@given(timed_lines())
def test_consonants_take_at_most_half_of_the_time_between_vowels(syllables):
    """However short the note, half of it stays vowel."""
    nuclei = [segment for segment in lay_out(syllables) if segment.is_nucleus]
    for timed, nucleus in zip(syllables, nuclei, strict=True):
        assert nucleus.end_s - nucleus.start_s >= 0.5 * (timed.end_s - timed.start_s) - 1e-9


def test_a_first_consonant_comes_before_the_note():
    """The s of a first syllable sounds before the beat."""
    timed = TimedSyllable(Syllable(("s",), "ɑ", (), 2), (SecondsNote(1.0, 2.0, 60, 90),))
    first = lay_out([timed])[0]
    assert first.phone == "s"
    assert 0.85 < first.start_s < 0.95


def test_consonants_between_slow_vowels_are_longer_but_not_in_proportion():
    """Nobody says the s of a ballad as short as that of a patter song, nor makes it half of the note."""
    syllable = Syllable(("s",), "ɑ", ("n",), 1)
    lengths = {}
    for note_s in (0.28, 0.5, 1.0, 3.0):
        notes = [SecondsNote(index * note_s, (index + 1) * note_s, 60, 90) for index in range(2)]
        _, _, closing, opening, *_ = lay_out([TimedSyllable(syllable, (note,)) for note in notes])
        assert (closing.phone, opening.phone) == ("n", "s")
        lengths[note_s] = opening.end_s - closing.start_s
    assert 1.2 * lengths[0.28] < lengths[0.5] < lengths[1.0] == pytest.approx(lengths[3.0])
    assert lengths[1.0] < 1.5 * lengths[0.28]


def test_delays_move_whole_syllables():
    """A double that sings late sings all of the syllable late."""
    syllables = to_seconds(vowel_line("ɑ", "i"), 0.5, (0.01, -0.005))
    assert [timed.start_s for timed in syllables] == pytest.approx([1.01, 1.995])
    assert [timed.end_s for timed in syllables] == pytest.approx([2.01, 2.995])


def test_words_are_linked():
    """Within a phrase each phone begins where the last one ended, also across words."""
    line = line_of("Hold on and act again", (60, 62), (0.5,))
    segments = lay_out(to_seconds(line, 0.5, [0.0] * len(line.syllables)))
    for before, after in pairwise(segments):
        assert after.start_s == pytest.approx(before.end_s)


def test_every_word_has_its_span():
    """A word without syllables has no length; a voiceless stop after silence counts from its opening."""
    syllables = tuple(
        SungSyllable(Syllable(("t",), "ɑ", ("s",), 2), word, (Note(2.0 + 4 * word, 1.0, 60, 90),))
        for word in (0, 2)
    )
    line = SungLine(VocalPart.LEAD, 0, ("ta", "-", "ta"), syllables)
    segments = lay_out(to_seconds(line, 0.5, [0.0, 0.0]))
    first, nothing, last = word_spans(line, segments)
    assert nothing[0] == nothing[1] == first[1]
    assert segments[0].start_s + 0.03 < first[0] < 1.0
    assert first[1] == segments[2].end_s
    assert last[0] > segments[3].start_s + 0.03
