"""A song cut into segments is still the whole song."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.engine.segments import lines_in, notes_in, segments_of, typical_passage
from songwright.song.instruments import Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import Note, ScoreSection, Track
from tests.synth.songs import make_score

pytestmark = pytest.mark.fast

KINDS = (SectionKind.INTRO, SectionKind.VERSE, SectionKind.SILENCE, SectionKind.CHORUS)


def sections_of(bars: list[int]) -> tuple[ScoreSection, ...]:
    starts = [sum(bars[:index]) for index in range(len(bars))]
    return tuple(
        ScoreSection(KINDS[index % 4], f"{index}", start, length, 0.5)
        for index, (start, length) in enumerate(zip(starts, bars, strict=True))
    )


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(40, 240))
def test_segments_cover_the_song_without_gaps(bars: list[int], bpm: int):
    """Every section's border is a segment's, nothing is empty, and none is much longer than usual."""
    score = make_score(sections=sections_of(bars), sung_bars=(), bpm=bpm)
    segments = segments_of(score)
    assert segments[0].start_beat == 0.0
    assert segments[-1].end_beat == 4.0 * sum(bars)
    assert all(a.end_beat == b.start_beat for a, b in pairwise(segments))
    assert all(segment.end_beat > segment.start_beat for segment in segments)
    borders = {segment.start_beat for segment in segments}
    assert {4.0 * section.start_bar for section in score.sections} <= borders
    assert max(segment.end_beat - segment.start_beat for segment in segments) * score.beat_s < 25.0


def test_the_first_segment_is_short():
    """Somebody waits for it."""
    score = make_score(sections=sections_of([16]), sung_bars=())
    assert 2.0 <= segments_of(score)[1].start_s <= 5.0


@given(st.lists(st.floats(0.0, 31.99), min_size=1, max_size=40))
def test_every_note_is_in_one_segment(starts: list[float]):
    """Moved back to their places, the segments' notes are the track's."""
    score = make_score(sung_bars=(1, 2, 5, 6))
    track = Track("piano", Role.CHORDS, "piano", tuple(Note(s, 1.0, 60, 90) for s in sorted(starts)))
    found = [
        note.start + segment.start_beat
        for segment in segments_of(score)
        for note in notes_in(track, segment).notes
    ]
    assert found == pytest.approx(sorted(starts), abs=1e-5)


def test_every_line_is_in_one_segment():
    """In the one where its first vowel lies."""
    score = make_score(sung_bars=(1, 2, 5, 6))
    lines = list(enumerate(score.lines))
    found = [pair for segment in segments_of(score) for pair in lines_in(lines, segment)]
    assert found == lines


def test_a_texture_goes_on_in_the_next_segment():
    """Rain through the whole song is a note in each segment, as long as the segment."""
    score = make_score(sung_bars=())
    rain = Track("rain", Role.TEXTURE, "rain", (Note(0.0, 32.0, 60, 90),))
    for segment in segments_of(score):
        (note,) = notes_in(rain, segment).notes
        assert note.start == 0.0
        assert note.duration == pytest.approx(segment.end_beat - segment.start_beat)


@pytest.mark.parametrize("name", ["riser", "impact"])
def test_a_single_event_stays_whole(name: str):
    """A riser over the border of two segments rises once: it is one note, of its whole length."""
    score = make_score(sung_bars=())
    event = Track(name, Role.TEXTURE, name, (Note(3.0, 26.0, 60, 90),))
    segments = segments_of(score)
    assert len(segments) > 2
    found = [note for segment in segments for note in notes_in(event, segment).notes]
    assert [note.duration for note in found] == [26.0]


def test_the_typical_passage_is_neither_the_loudest_nor_a_single_hit():
    """One soft cymbal in the intro and one loud bar do not set the level of a track."""
    soft = (Note(0.0, 0.5, 49, 40),)
    usual = tuple(Note(8.0 + beat / 2, 0.5, 38, 90) for beat in range(64))
    loud = tuple(Note(40.0 + beat / 8, 0.125, 38, 127) for beat in range(64))
    passage = typical_passage(Track("drums", Role.DRUMS, "rock_kit", (*soft, *usual, *loud)), 4.0)
    assert {note.velocity for note in passage.notes} == {90}
    assert 0.0 <= passage.notes[0].start < 8.0
