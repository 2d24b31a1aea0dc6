"""Draws a song as a picture: waveform, sections, chords and words over time. It knows nothing of engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from songwright.audio.atomic import atomic_write
from songwright.audio.clip import Clip
from songwright.export.lettering import Lettering, Style
from songwright.export.systems import System, break_into_systems
from songwright.song.lyrics import SectionKind, section_kind
from songwright.song.timeline import Span, TimedLine, Timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH = 1600  # pixels

_DPI = 100
_MARGIN = 48
_LEFT, _RIGHT = 72, WIDTH - 72  # where the time of a system starts and may end at most
_HEADER = 178  # from the top to the first system
_CARD_GAP = 22
_PAD = 16
_SECTION_HEIGHT = 24
_CHORD_HEIGHT = 24
_WAVE_HEIGHT = 92
_LANE_HEIGHT = 27
_AXIS_HEIGHT = 22
_FOOTER = 44
_WORD_GAP = 14  # between two lines of lyrics in one lane

_PAPER, _CARD, _EDGE = "#11131b", "#1a1d29", "#262a3a"
_INK, _SOFT, _FAINT = "#f2f3f8", "#a3a9bf", "#666d86"
_COLOURS = {
    SectionKind.INTRO: "#7d8cb5",
    SectionKind.VERSE: "#5aa9f5",
    SectionKind.PRE_CHORUS: "#43c6bd",
    SectionKind.CHORUS: "#ff8a5c",
    SectionKind.POST_CHORUS: "#ffb35c",
    SectionKind.BRIDGE: "#b58cf7",
    SectionKind.SOLO: "#f3cf4f",
    SectionKind.INSTRUMENTAL: "#8ecf6b",
    SectionKind.INTERLUDE: "#8ecf6b",
    SectionKind.BUILD: "#43c6bd",
    SectionKind.DROP: "#ff6b8f",
    SectionKind.BREAKDOWN: "#b58cf7",
    SectionKind.SILENCE: "#3a4058",
    SectionKind.OUTRO: "#7d8cb5",
}
_OTHER_COLOUR = "#5aa9f5"

_TITLE, _FACTS, _MAKER = Style(27, _INK, bold=True), Style(12, _SOFT), Style(9, _FAINT)
_CHORD, _TIME, _LEAD, _BACKING = Style(10, _INK), Style(8, _FAINT), Style(11, _INK), Style(11, _SOFT)
_SECTION_SIZE = 10.5


@dataclass(frozen=True, slots=True)
class _Lyric:
    """A line of lyrics where it is printed: left edge in pixels and the lane below the waveform."""

    line: TimedLine
    text: str
    x: float
    lane: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A system with its place on the page, in pixels from the top."""

    system: System
    top: float
    lyrics: tuple[_Lyric, ...]
    lanes: int

    @property
    def height(self) -> float:
        """Height of its card."""
        lanes = self.lanes * _LANE_HEIGHT + (10 if self.lanes else 0)
        return 2 * _PAD + _SECTION_HEIGHT + _CHORD_HEIGHT + _WAVE_HEIGHT + _AXIS_HEIGHT + lanes


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle in pixels from the top left of the page."""

    x: float
    y: float
    width: float
    height: float


def draw_picture(path: Path, clip: Clip, timeline: Timeline, heading: str, subtitle: str) -> None:
    """Draw a song into a PNG file, 1600 pixels wide and as high as its length needs.

    Time runs in rows, as in printed music, each about 40 seconds and broken at a bar line. A row shows the
    names of the sections, the chords, the waveform (peaks pale, root mean square solid) in the section's
    colour, and every sung line where it starts. Characters that no font at hand can draw are romanised.

    Args:
        path: where to write; its folder must exist.
        clip: the finished song.
        timeline: where everything lies.
        heading: the title.
        subtitle: one line of facts.
    Raises:
        StoreError: the file could not be written.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    lettering = Lettering(_DPI)
    rows = _lay_out(timeline, lettering)
    height = round(rows[-1].top + rows[-1].height + _FOOTER)
    figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=_PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    page = _Page(axes, lettering, timeline, _scale(clip))
    page.draw_header(clip, heading, subtitle)
    for row in rows:
        page.draw_row(clip, row)
    page.text(WIDTH - _MARGIN - lettering.width("Songwright", _MAKER), height - 20, "Songwright", _MAKER)
    with atomic_write(path) as temporary, temporary.open("wb") as file:
        figure.savefig(file, format="png", dpi=_DPI, facecolor=_PAPER, metadata={"Software": "Songwright"})


def _lay_out(timeline: Timeline, lettering: Lettering) -> list[_Row]:
    rows: list[_Row] = []
    top = float(_HEADER)
    for system in break_into_systems(timeline):
        lyrics = _place_lyrics(timeline, system, lettering)
        lanes = max((lyric.lane + 1 for lyric in lyrics), default=0)
        row = _Row(system, top, lyrics, lanes)
        rows.append(row)
        top += row.height + _CARD_GAP
    return rows


def _place_lyrics(timeline: Timeline, system: System, lettering: Lettering) -> tuple[_Lyric, ...]:
    """Each line at its start, in the first lane that is free there; at the right edge it is moved left.

    Words may begin a little before the bar where their row begins; a line stands where its middle sounds.
    """
    ends: list[float] = []
    placed = []
    for line in timeline.lines:
        if not system.start_s <= _middle_s(line) < system.end_s:
            continue
        text = lettering.fit(f"({line.text})" if line.backing else line.text, _LEAD, _RIGHT - _LEFT)
        width = lettering.width(text, _LEAD)
        start = _x(system, max(line.start_s, system.start_s))
        x = max(min(start, _RIGHT + _PAD - width), _LEFT)
        right = max(x + width, _x(system, min(line.end_s, system.end_s)))
        lane = next((lane for lane, end in enumerate(ends) if end + _WORD_GAP <= x), len(ends))
        ends[lane : lane + 1] = [right]
        placed.append(_Lyric(line, text, x, lane))
    return tuple(placed)


def _middle_s(line: TimedLine) -> float:
    return (line.start_s + line.end_s) / 2


def _x(system: System, second: float) -> float:
    """Where a second lies in its system, in pixels."""
    return _LEFT + (second - system.start_s) / system.span_s * (_RIGHT - _LEFT)


def _colour(name: str) -> str:
    kind = section_kind(name)
    return _OTHER_COLOUR if kind is None else _COLOURS[kind]


def _scale(clip: Clip) -> float:
    """The highest sample of the song, so that quiet songs fill the picture too; 1 for silence."""
    peak = max(abs(float(clip.samples.max(initial=0.0))), abs(float(clip.samples.min(initial=0.0))))
    return peak if peak > 1e-6 else 1.0


def _envelope(clip: Clip, start_s: float, end_s: float, columns: int) -> NDArray[np.float64]:
    """Peak and root mean square of each column of pixels, of all channels together: [2, columns]."""
    edges = np.linspace(start_s * clip.sample_rate, end_s * clip.sample_rate, columns + 1).astype(int)
    edges = np.clip(edges, 0, clip.frames)
    part = np.asarray(clip.samples[:, edges[0] : edges[-1]], dtype=np.float32)
    if part.shape[1] == 0:
        return np.zeros((2, columns))
    starts = np.minimum(edges[:-1] - edges[0], part.shape[1] - 1)
    peaks = np.maximum.reduceat(np.abs(part).max(axis=0), starts)
    squares = np.square(part, dtype=np.float64).mean(axis=0)
    lengths = np.maximum(np.diff(np.append(starts, part.shape[1])), 1)
    means = np.sqrt(np.add.reduceat(squares, starts) / lengths)
    return np.stack([peaks, np.minimum(means, peaks)])


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


class _Page:
    """Draws on one sheet whose units are pixels from the top left."""

    def __init__(self, axes: Axes, lettering: Lettering, timeline: Timeline, scale: float) -> None:
        self._axes = axes
        self._lettering = lettering
        self._timeline = timeline
        self._scale = scale

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        """Print text from x on a baseline at y."""
        self._axes.text(
            x,
            y,
            self._lettering.drawable(text),
            fontproperties=self._lettering.font(style),
            color=style.colour,
            va="baseline",
            parse_math=False,
        )

    def draw_header(self, clip: Clip, heading: str, subtitle: str) -> None:
        """Title, facts and the whole song in one thin strip."""
        fit, width = self._lettering.fit, WIDTH - 2 * _MARGIN
        self.text(_MARGIN, 64, fit(heading, _TITLE, width), _TITLE)
        self.text(_MARGIN, 98, fit(subtitle, _FACTS, width), _FACTS)
        strip = System(0.0, self._timeline.duration_s, self._timeline.duration_s)
        left, right = _MARGIN, WIDTH - _MARGIN
        for section in self._timeline.sections:
            start, end = (
                left + min(second / strip.span_s, 1.0) * (right - left)
                for second in (section.start_s, section.end_s)
            )
            if end - start > 2:
                self._wave(clip, section, (start, end - 1), (140, 18))

    def draw_row(self, clip: Clip, row: _Row) -> None:
        """One system on its card."""
        system = row.system
        self._box(_Box(_MARGIN, row.top, WIDTH - 2 * _MARGIN, row.height), _CARD, edge=_EDGE, radius=12)
        top = row.top + _PAD
        self._section_names(system, top)
        self._chords(system, top + _SECTION_HEIGHT)
        middle = top + _SECTION_HEIGHT + _CHORD_HEIGHT + _WAVE_HEIGHT / 2
        self._bar_lines(system, middle)
        for section in self._sections(system):
            edges = (_x(system, section.start_s), _x(system, section.end_s))
            self._wave(clip, section, edges, (middle, _WAVE_HEIGHT / 2 - 2))
        self._time_axis(system, middle + _WAVE_HEIGHT / 2)
        self._lyrics(row, middle + _WAVE_HEIGHT / 2 + _AXIS_HEIGHT + 10)

    def _sections(self, system: System) -> list[Span]:
        """The sections cut to the system's time."""
        return [
            Span(section.name, max(section.start_s, system.start_s), min(section.end_s, system.end_s))
            for section in self._timeline.sections
            if section.start_s < system.end_s and section.end_s > system.start_s
        ]

    def _section_names(self, system: System, top: float) -> None:
        for section in self._sections(system):
            colour = _colour(section.name)
            left, right = _x(system, section.start_s), _x(system, section.end_s)
            self._box(_Box(left, top + 17, max(right - left - 3, 1), 3), colour, radius=1)
            style = Style(_SECTION_SIZE, colour, bold=True)
            name = self._lettering.fit(section.name, style, right - left - 6)
            self.text(left, top + 11, name, style)

    def _chords(self, system: System, top: float) -> None:
        """Each change of chord, and the chord at the start of the system; crowded ones are left out."""
        free = float("-inf")
        shown = ""
        for chord in self._timeline.chords:
            if chord.end_s <= system.start_s + 1e-3 or chord.start_s >= system.end_s - 1e-3:
                continue
            x = _x(system, max(chord.start_s, system.start_s))
            name = chord.name.replace("#", "♯").replace("b", "♭")
            if name != shown and x >= free:
                self.text(x, top + 15, name, _CHORD)
                free = x + self._lettering.width(name, _CHORD) + 5
                shown = name

    def _bar_lines(self, system: System, middle: float) -> None:
        reach = _WAVE_HEIGHT / 2
        bars = [_x(system, bar) for bar in self._timeline.bars if system.start_s <= bar <= system.end_s]
        self._axes.vlines(bars, middle - reach, middle + reach, colors=_EDGE, linewidth=1.0)

    def _wave(self, clip: Clip, section: Span, edges: tuple[float, float], band: tuple[float, float]) -> None:
        """The waveform of a section between two x; `band` is its middle and half its height."""
        columns = max(round(edges[1] - edges[0]), 1)
        envelope = _envelope(clip, section.start_s, section.end_s, columns) / self._scale
        x = np.linspace(edges[0], edges[1], columns + 1)[:-1] + 0.5
        middle, half = band
        for heights, alpha in zip(envelope, (0.42, 1.0), strict=True):
            reach = np.maximum(heights * half, 0.5)
            self._axes.fill_between(
                x, middle - reach, middle + reach, color=_colour(section.name), alpha=alpha, linewidth=0.0
            )

    def _time_axis(self, system: System, top: float) -> None:
        step = next(step for step in (0.5, 1, 5, 10) if step / system.span_s * (_RIGHT - _LEFT) > 72)
        ticks = np.arange(np.ceil(system.start_s / step - 1e-6), system.end_s / step - 0.15) * step
        places = [_x(system, float(tick)) for tick in ticks]
        self._axes.vlines(places, top + 3, top + 7, colors=_FAINT, linewidth=1.0)
        for x, tick in zip(places, ticks, strict=True):
            label = _clock(float(tick)) if step >= 1 or tick % 1 == 0 else f"{_clock(int(tick))}.5"
            self.text(x + 4, top + 16, label, _TIME)

    def _lyrics(self, row: _Row, top: float) -> None:
        """A thin line over the time of the words with a dot where each starts, and the text below it."""
        system = row.system
        for lyric in row.lyrics:
            y = top + lyric.lane * _LANE_HEIGHT
            line = lyric.line
            colour = _colour(_section_at(self._timeline.sections, _middle_s(line)))
            start, end = (
                _x(system, min(max(at, system.start_s), system.end_s)) for at in (line.start_s, line.end_s)
            )
            self._axes.hlines(y, start, end, colors=colour, linewidth=1.2, alpha=0.55)
            heard = (word.start_s for word in line.words if word.end_s > system.start_s)
            starts = [_x(system, max(at, system.start_s)) for at in heard if at < system.end_s]
            self._axes.vlines(starts, y - 3, y + 1, colors=colour, linewidth=1.4)
            self.text(lyric.x, y + 16, lyric.text, _BACKING if line.backing else _LEAD)

    def _box(self, box: _Box, colour: str, *, radius: float, edge: str = "none") -> None:
        from matplotlib.patches import FancyBboxPatch

        style = f"round,pad=0,rounding_size={min(radius, box.width / 2, box.height / 2)}"
        self._axes.add_patch(
            FancyBboxPatch(
                (box.x, box.y), box.width, box.height, boxstyle=style, facecolor=colour, edgecolor=edge
            )
        )


def _section_at(sections: Sequence[Span], second: float) -> str:
    return next((section.name for section in sections if second < section.end_s), sections[-1].name)
