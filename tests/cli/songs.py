"""A finished song made by hand, which the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

from songwright.song.files import song_files
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import Decision, PlannedLine, PlannedSection, SongPlan, Voice
from songwright.song.request import AudioFormat
from songwright.song.song import Song
from songwright.song.timeline import Span, Timeline

TEXT = "[red]Hold on[/red]"  # what rich would take for markup


def kept_song(folder: Path, name: str = "hold-on", sung: bool = True) -> Song:
    """A song whose files exist and hold a few bytes each."""
    lines = (PlannedLine(0, 2, TEXT),) if sung else ()
    plan = SongPlan(
        title=TEXT,
        caption="slow blues",
        lyrics=TEXT,
        genre=Genre.BLUES,
        moods=("lonely",),
        vocal_language="en",
        voice=Voice.MALE if sung else None,
        bpm=72,
        key=parse_key("E Minor"),
        meter=Meter.SIX,
        duration_s=30.0,
        sections=(
            PlannedSection(SectionKind.INTRO, "Intro", 4, 0.3),
            PlannedSection(SectionKind.VERSE, "Verse 1", 8, 0.6, lines=lines),
        ),
        instruments={Role.DRUMS: "brush_kit", Role.LEAD: "harmonica"},
        seed=7,
        engine="studio",
        model="songwright-studio-test",
        audio_format=AudioFormat.WAV,
        decisions=(Decision("bpm", "72", "slow blues are played at 60 to 80"),),
    )
    files = song_files(folder / name, plan.audio_format, ("drums", "vocals"), has_words=sung)
    (folder / f"{name}.stems").mkdir()
    for path in (files.audio, *files.stems.values(), *files.documents.values()):
        path.write_bytes(b"x" * 1_500)
    sections = (Span("Intro", 0.0, 10.0), Span("Verse 1", 10.0, 30.0))
    return Song(plan, Timeline(30.0, sections, (), (), (), ()), files, -14.02, -1.04, 10.0)
