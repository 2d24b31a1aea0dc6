"""Where everything lies in seconds."""

import pytest

from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.pronunciation import Syllable
from songwright.song.score import Chord, Note, Score, ScoreSection, SungLine, SungSyllable, VocalPart
from songwright.song.timeline import Words, timeline_of, timeline_to_json, word_starts_s

pytestmark = pytest.mark.fast

LA = Syllable(("l",), "ɑ", (), 2)


def sung(start: float, duration: float, word: int) -> SungSyllable:
    return SungSyllable(LA, word, (Note(start, duration, 60, 80),))


LEAD = SungLine(VocalPart.LEAD, 0, ("lala", "la"), (sung(0, 1, 0), sung(1, 1, 0), sung(2, 1.5, 1)))
BACKING = SungLine(VocalPart.BACKING, 0, ("la",), (sung(4, 2, 0),))
DOUBLE = SungLine(VocalPart.DOUBLE, 0, LEAD.words, LEAD.syllables)
SCORE = Score(
    bpm=120,
    key=parse_key("C"),
    meter=Meter.FOUR,
    sections=(
        ScoreSection(SectionKind.VERSE, "Verse", 0, 2, 0.5),
        ScoreSection(SectionKind.OUTRO, "Outro", 2, 1, 0.4),
    ),
    chords=(Chord(0, 8, 0, (0, 4, 7), 0, "C"), Chord(8, 4, 7, (0, 4, 7), 7, "G")),
    tracks=(),
    lines=(LEAD, BACKING, DOUBLE),
)


def test_words_start_and_end_with_their_notes():
    """At 120 bpm a beat is half a second; a word of two syllables spans both."""
    timeline = timeline_of(SCORE, 7.5)
    lead, backing = timeline.lines
    assert [(word.name, word.start_s, word.end_s) for word in lead.words] == [("lala", 0, 1), ("la", 1, 1.75)]
    assert not lead.backing
    assert backing.backing
    assert (backing.start_s, backing.end_s) == (2.0, 3.0)


def test_sections_cover_the_whole_song():
    """The last section lasts until the sound ends, the others end where the next begins."""
    timeline = timeline_of(SCORE, 7.5)
    assert [(span.start_s, span.end_s) for span in timeline.sections] == [(0.0, 4.0), (4.0, 7.5)]
    assert timeline.bars == (0.0, 2.0, 4.0)
    assert len(timeline.beats) == 12
    assert timeline_to_json(timeline)["chords"][1] == {"name": "G", "start_s": 4.0, "end_s": 6.0}


def test_the_chord_of_a_beat_is_found():
    """On a boundary the new chord sounds; after the end the last one."""
    assert [SCORE.chord_at(beat).symbol for beat in (0, 7.9, 8, 50)] == ["C", "C", "G", "G"]


def test_words_are_where_the_singer_says():
    """Times from the sound replace those of the notes; a double begins with the lead's words."""
    sounds: Words = {SCORE.lines.index(LEAD): ((0.1, 0.9), (0.95, 1.8))}
    timeline = timeline_of(SCORE, 6.0, sounds)
    lead = next(line for line in timeline.lines if not line.backing)
    assert [(word.start_s, word.end_s) for word in lead.words] == [(0.1, 0.9), (0.95, 1.8)]
    assert (lead.start_s, lead.end_s) == (0.1, 1.8)
    assert word_starts_s(timeline, SCORE, DOUBLE) == {0: 0.1, 1: 0.95}
    assert word_starts_s(timeline, SCORE, BACKING) == {0: 2.0}
