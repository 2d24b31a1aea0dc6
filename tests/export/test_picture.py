"""Proves that pictures are drawn for all songs, quickly, legibly and without a warning."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from songwright.audio.clip import Clip
from songwright.export.lettering import Lettering, Style
from songwright.export.picture import WIDTH, draw_picture
from songwright.export.systems import break_into_systems
from songwright.song.timeline import Span, Timeline
from tests.export.songs import long_timeline, noise, words


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"), dtype=np.int32)


def near(picture: np.ndarray, colour: tuple[int, int, int], tolerance: int = 30) -> int:
    """How many pixels have about a colour."""
    return int((np.abs(picture - np.array(colour)).max(axis=2) <= tolerance).sum())


def draw(path: Path, song: Timeline, clip: Clip | None = None, title: str = "Neon Afterglow") -> np.ndarray:
    draw_picture(path, clip or noise(song.duration_s), song, title, "pop · 120 bpm · A Minor · 4/4")
    return pixels(path)


@pytest.mark.parametrize(("duration_s", "sing"), [(5.0, True), (5.0, False), (47.3, True), (600.0, True)])
def test_songs_of_every_length_are_drawn(tmp_path: Path, duration_s: float, sing: bool):
    """From 5 to 600 seconds, sung or not; longer songs only get higher."""
    clip = noise(duration_s, sample_rate=8_000)
    picture = draw(tmp_path / "a.png", long_timeline(duration_s, sing), clip)
    rows = math.ceil(duration_s / 40)
    assert picture.shape[1] == WIDTH
    assert 200 * rows < picture.shape[0] < 400 * rows + 300
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png"]


def test_sections_have_the_colours_of_their_kind(tmp_path: Path):
    """Verse is blue and chorus is orange; a song without a chorus has no orange."""
    song = long_timeline(64.0)
    picture = draw(tmp_path / "a.png", song)
    assert near(picture, (0x5A, 0xA9, 0xF5)) > 2_000
    assert near(picture, (0xFF, 0x8A, 0x5C)) > 2_000
    verses = replace(song, sections=tuple(replace(section, name="Verse") for section in song.sections))
    assert near(draw(tmp_path / "b.png", verses), (0xFF, 0x8A, 0x5C)) < 50


def test_a_line_has_the_colour_of_its_section_though_it_begins_before_the_bar(tmp_path: Path):
    """The consonant of "Carry" sounds before the chorus does, and the line is as orange as the chorus."""
    song = long_timeline(40.0)
    sections = (Span("Verse", 0.0, 20.0), Span("Chorus", 20.0, 40.0))
    bare = replace(song, sections=sections, lines=())
    early = replace(bare, lines=(words("Carry me over the morning light", 19.8, 0.5),))
    silence = Clip(np.zeros((2, 40 * 48_000), np.float32))
    orange, blue = (0xFF, 0x8A, 0x5C), (0x5A, 0xA9, 0xF5)
    without = draw(tmp_path / "a.png", bare, silence)
    with_line = draw(tmp_path / "b.png", early, silence)
    assert near(with_line, orange) > near(without, orange)
    assert near(with_line, blue) == near(without, blue)


def test_a_line_stands_in_the_row_where_it_sounds(tmp_path: Path):
    """A line that begins 0.1 s before a row leaves the row above as it is without the line."""
    song = replace(long_timeline(80.0), lines=())
    start_s = break_into_systems(song)[1].start_s
    line = words("Carry me over the morning light", start_s - 0.1, 0.5)
    silence = Clip(np.zeros((2, 80 * 8_000), np.float32), 8_000)
    bare = draw(tmp_path / "a.png", song, silence)
    sung = draw(tmp_path / "b.png", replace(song, lines=(line,)), silence)
    differs = (sung[: bare.shape[0]] != bare).any(axis=(1, 2))
    assert np.flatnonzero(differs).min() > 0.6 * bare.shape[0]


def test_the_waveform_shows_where_the_song_is_loud(tmp_path: Path):
    """A song that is silent in its second half has ink in the first half only."""
    clip = noise(32.0)
    clip.samples[:, clip.frames // 2 :] = 0.0
    song = long_timeline(32.0, sing=False)
    picture = draw(tmp_path / "a.png", song, clip)
    row = picture[240:340]  # the waveform of the first system
    left, right = row[:, 80:790], row[:, 810:1500]
    bright = [int((part.max(axis=2) > 100).sum()) for part in (left, right)]
    assert bright[0] > 20 * max(bright[1], 1) > 0


@pytest.mark.parametrize(
    "text",
    [
        "君の名は 夜空に 光る星",
        "사랑해 너를 영원히",
        "$x^2$ and $\\frac{1}{0}$ cost $5",
        "Привет, мир — ça va? 🎵🎶",
        "tab\tand\x07bell",
        "ห้องเพลง मेरा गीत",
    ],
)
def test_any_script_is_drawn_without_a_warning(tmp_path: Path, text: str):
    """Missing glyphs are romanised and dollars are no formulas; warnings are errors here."""
    song = long_timeline(16.0, text=text)
    picture = draw(tmp_path / "a.png", song, title=text)
    assert near(picture[:80], (0xF2, 0xF3, 0xF8)) > 100


def test_lyrics_never_overlap(tmp_path: Path):
    """Lines that are sung at once get lanes of their own, so the picture grows."""
    lines = tuple(
        words("a long line that many people sing together", 1 + place * 0.3, 0.2) for place in range(6)
    )
    song = replace(long_timeline(20.0), lines=lines)
    one = replace(song, lines=lines[:1])
    heights = [draw(tmp_path / name, each).shape[0] for name, each in (("a.png", song), ("b.png", one))]
    assert heights[0] - heights[1] == 5 * 27


def test_silence_is_drawn(tmp_path: Path):
    """A silent clip divides by nothing."""
    song = long_timeline(10.0, sing=False)
    draw(tmp_path / "a.png", song, Clip(np.zeros((2, 480_000), np.float32)))
    draw(tmp_path / "b.png", song, Clip(np.zeros((1, 240_000), np.float32)))


def test_what_is_wider_than_its_place_is_cut_with_an_ellipsis():
    """Long titles stay on the page, and what fits stays whole."""
    lettering, style = Lettering(100), Style(27, "#ffffff", bold=True)
    cut = lettering.fit("A very long title " * 20, style, 1500)
    assert cut.endswith("…")
    assert 1300 < lettering.width(cut, style) <= 1500
    assert lettering.fit("Short", style, 1500) == "Short"
    assert lettering.fit("Short", style, 1) == ""


def test_importing_the_export_does_not_import_matplotlib():
    """Who only asks for help does not wait for a drawing library."""
    code = "import sys, songwright.export.picture; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
