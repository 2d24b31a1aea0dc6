"""Proves that a MIDI file says what the score says, as mido reads it back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songwright.export.lrc import to_lrc
from songwright.export.midi import TICKS_PER_BEAT, write_midi
from songwright.song.instruments import INSTRUMENTS, Role
from songwright.song.key import ALL_KEYS, Key, Mode
from songwright.song.meter import Meter
from songwright.song.score import Note, Score, Track, VocalPart
from songwright.song.timeline import timeline_of
from tests.export.songs import small_score

pytestmark = pytest.mark.fast


@dataclass(frozen=True)
class Read:
    """What mido reads of one track."""

    name: str
    notes: list[tuple[int, int, int, int]]  # start tick, end tick, pitch, velocity
    metas: list[tuple[int, mido.MetaMessage]]
    programs: list[tuple[int, int]]  # channel, program
    channels: set[int]
    end: int


def read_track(track: mido.MidiTrack) -> Read:
    now, open_notes, notes, metas, programs, channels = 0, {}, [], [], [], set()
    for message in track:
        now += message.time
        if message.is_meta:
            metas.append((now, message))
        elif message.type == "program_change":
            programs.append((message.channel, message.program))
        elif message.type == "note_on":
            assert message.note not in open_notes
            open_notes[message.note] = (now, message.velocity)
            channels.add(message.channel)
        else:
            start, velocity = open_notes.pop(message.note)
            notes.append((start, now, message.note, velocity))
    assert not open_notes
    return Read(track.name, sorted(notes), metas, programs, channels, now)


def read_midi(path: Path) -> list[Read]:
    return [read_track(track) for track in mido.MidiFile(path, charset="utf-8").tracks]


def ticks(notes: tuple[Note, ...]) -> list[tuple[int, int, int, int]]:
    return sorted(
        (round(note.start * TICKS_PER_BEAT), round(note.end * TICKS_PER_BEAT), note.pitch, note.velocity)
        for note in notes
    )


def of_type(track: Read, kind: str) -> list[tuple[int, mido.MetaMessage]]:
    return [(tick, message) for tick, message in track.metas if message.type == kind]


def test_notes_come_back_as_written(tmp_path: Path):
    """Every track's notes keep pitch, velocity, start and end; a repeated note ends where the next starts."""
    score = small_score()
    write_midi(tmp_path / "a.mid", score, "Night")
    _, piano, bass, drums, *_ = read_midi(tmp_path / "a.mid")
    assert [track.name for track in (piano, bass, drums)] == ["piano", "bass", "drums"]
    assert bass.notes == ticks(score.tracks[1].notes)
    assert drums.notes == ticks(score.tracks[2].notes)
    shortened = tuple(
        replace(note, duration=min(note.duration, 8 - note.start, 1.0)) for note in score.tracks[0].notes
    )
    last = tuple(replace(note, duration=1.5) if note.start == 7 else note for note in shortened)
    assert piano.notes == ticks(last)


def test_tempo_meter_and_key_come_back(tmp_path: Path):
    """The first track says how fast, in which meter and in which key."""
    write_midi(tmp_path / "a.mid", small_score(bpm=93), "Night")
    head = read_midi(tmp_path / "a.mid")[0]
    assert mido.tempo2bpm(of_type(head, "set_tempo")[0][1].tempo) == pytest.approx(93, abs=1e-3)
    meter = of_type(head, "time_signature")[0][1]
    assert (meter.numerator, meter.denominator, meter.clocks_per_click) == (4, 4, 24)
    assert of_type(head, "key_signature")[0][1].key == "F#m"
    assert head.name == "Night"


def test_six_eight_is_six_eight(tmp_path: Path):
    """6/8 is written as 6/8 and clicks on dotted quarters."""
    write_midi(tmp_path / "a.mid", small_score(Meter.SIX), "Waltz")
    meter = of_type(read_midi(tmp_path / "a.mid")[0], "time_signature")[0][1]
    assert (meter.numerator, meter.denominator, meter.clocks_per_click) == (6, 8, 36)


def test_sections_are_markers_and_chords_are_texts(tmp_path: Path):
    """A sequencer shows the form and the chords where they start."""
    write_midi(tmp_path / "a.mid", small_score(), "Night")
    head = read_midi(tmp_path / "a.mid")[0]
    bar = 4 * TICKS_PER_BEAT
    assert [(tick, message.text) for tick, message in of_type(head, "marker")] == [
        (0, "Intro"),
        (2 * bar, "Verse 1"),
    ]
    assert [(tick, message.text) for tick, message in of_type(head, "text")] == [(0, "F#m"), (2 * bar, "D/A")]
    assert head.end == 4 * bar


def test_lyrics_lie_on_their_notes_and_join_to_the_line(tmp_path: Path):
    """Each syllable's letters stand at its first note; joined they are the line and a carriage return."""
    score = small_score()
    write_midi(tmp_path / "a.mid", score, "Night")
    lead, backing = read_midi(tmp_path / "a.mid")[-2:]
    lyrics = of_type(lead, "lyrics")
    assert [tick / TICKS_PER_BEAT for tick, _ in lyrics] == [4.0, 4.5, 5.0, 6.0]
    assert [message.text for _, message in lyrics] == ["Hel", "lo ", "— night, ", "oh!\r"]
    assert "".join(message.text for _, message in of_type(backing, "lyrics")) == "ooh\r"


def test_words_begin_in_midi_where_they_begin_in_lrc(tmp_path: Path):
    """With the singer's times, a word's first syllable stands where it is heard; notes do not move."""
    score = small_score()
    words = {0: ((2.47, 3.2), (3.2, 3.2), (3.18, 3.8), (3.83, 5.1)), 2: ((4.4, 5.1),)}
    timeline = timeline_of(score, 12.0, words)
    write_midi(tmp_path / "a.mid", score, "Night", timeline)
    write_midi(tmp_path / "b.mid", score, "Night")
    (lead, backing), plain = read_midi(tmp_path / "a.mid")[-2:], read_midi(tmp_path / "b.mid")[-2]
    tick_s = score.beat_s / TICKS_PER_BEAT
    begins = [tick * tick_s for tick, _ in of_type(lead, "lyrics")]
    assert begins == pytest.approx([2.47, 4.5 * score.beat_s, 3.18, 3.83], abs=0.001)
    assert of_type(backing, "lyrics")[0][0] * tick_s == pytest.approx(4.4, abs=0.001)
    assert lead.notes == plain.notes
    lrc = to_lrc(timeline, "Night")
    stamps = [60 * int(m) + float(s) for m, s in re.findall(r"<(\d\d):(\d\d\.\d\d)> \S", lrc)]
    assert stamps == pytest.approx([2.47, 3.18, 3.83, 4.4], abs=0.011)


def test_a_melisma_keeps_all_its_notes(tmp_path: Path):
    """The vocal tracks hold every note of lead and backing; doubles are no track of their own."""
    score = small_score()
    write_midi(tmp_path / "a.mid", score, "Night")
    tracks = read_midi(tmp_path / "a.mid")
    assert [track.name for track in tracks[4:]] == ["Lead vocal", "Backing vocal"]
    lead = next(line for line in score.lines if line.part is VocalPart.LEAD)
    assert tracks[4].notes == ticks(tuple(note for sung in lead.syllables for note in sung.notes))


def test_programs_are_general_midi_and_drums_are_on_channel_ten(tmp_path: Path):
    """Each track has one channel of its own with its instrument's program; drums have channel 10."""
    score = small_score()
    write_midi(tmp_path / "a.mid", score, "Night")
    tracks = read_midi(tmp_path / "a.mid")[1:]
    for track, read in zip(score.tracks, tracks, strict=False):
        assert [program for _, program in read.programs] == [INSTRUMENTS[track.instrument].program]
        assert read.channels == {read.programs[0][0]}
    assert tracks[2].channels == {9}
    channels = [track.programs[0][0] for track in tracks]
    assert len(set(channels)) == len(channels)


def test_the_same_score_gives_the_same_bytes(tmp_path: Path):
    """Nothing in the file depends on the time or the place it was written."""
    for name in ("a.mid", "b.mid"):
        write_midi(tmp_path / name, small_score(), "Night")
    assert (tmp_path / "a.mid").read_bytes() == (tmp_path / "b.mid").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mid", "b.mid"]


def test_titles_in_any_script_come_back(tmp_path: Path):
    """Text is UTF-8, not Latin-1."""
    write_midi(tmp_path / "a.mid", small_score(), "夜 — Ночь 🎵")
    assert read_midi(tmp_path / "a.mid")[0].name == "夜 — Ночь 🎵"


@pytest.mark.parametrize(
    "key", [*ALL_KEYS, Key("D#", Mode.MAJOR), Key("Fb", Mode.MINOR), Key("Cb", Mode.MAJOR)]
)
def test_every_key_has_a_signature(tmp_path: Path, key: Key):
    """Keys that no signature can spell are written by their other name."""
    write_midi(tmp_path / "a.mid", replace(small_score(), key=key), "Night")
    written = of_type(read_midi(tmp_path / "a.mid")[0], "key_signature")[0][1].key
    tonic = written.removesuffix("m")
    assert Key(tonic, key.mode).tonic == key.tonic
    assert written.endswith("m") == (key.mode is Mode.MINOR)


NOTES = st.lists(
    st.builds(
        Note,
        start=st.floats(0, 64),
        duration=st.floats(0.001, 8),
        pitch=st.integers(0, 127),
        velocity=st.integers(1, 127),
    ),
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(notes=NOTES)
def test_any_notes_make_a_readable_track(tmp_path_factory: pytest.TempPathFactory, notes: list[Note]):
    """Overlapping and doubled notes never leave a note hanging, and every struck key sounds."""
    score = small_score()
    track = Track("any", Role.LEAD, "violin", tuple(sorted(notes, key=lambda note: note.start)))
    path = tmp_path_factory.mktemp("midi") / "a.mid"
    write_midi(path, replace(score, tracks=(track,)), "Any")
    read = read_midi(path)[1]
    struck = {(round(note.start * TICKS_PER_BEAT), note.pitch) for note in notes}
    assert {(start, pitch) for start, _, pitch, _ in read.notes} == struck
    assert all(start < end for start, end, _, _ in read.notes)


def test_sixteen_instruments_do_not_need_a_seventeenth_channel(tmp_path: Path):
    """When channels run out they are shared, and drums stay alone on theirs."""
    score: Score = small_score()
    tracks = tuple(replace(score.tracks[1], name=f"bass {number}") for number in range(16))
    write_midi(tmp_path / "a.mid", replace(score, tracks=(*tracks, score.tracks[2])), "Many")
    read = read_midi(tmp_path / "a.mid")
    assert [track.channels for track in read if 9 in track.channels] == [{9}]
    assert len(read[1:17]) == 16
