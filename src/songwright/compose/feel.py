"""Where a written beat is played: swing, half-time and double-time feel, small human unevenness.

It knows nothing of pitches or instruments.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from songwright.compose.style import Style
from songwright.song.chance import Chance
from songwright.song.meter import Meter
from songwright.song.plan import SongPlan
from songwright.song.score import Note

TICKS = 960  # per beat; every time in a score is a whole number of ticks
STRAIGHT = 0.5
_STRUMMED_STRINGS = 4
_LOOP_RING = 2.0  # beats that notes may ring over the end of a loop
SHORTEST = 1 / 32  # beats; nothing that is played is shorter


def on_tick(beat: float) -> float:
    """The nearest time that a score may hold."""
    return round(beat * TICKS) / TICKS


@dataclass(frozen=True, slots=True)
class Feel:
    """How written beats become played beats.

    Attributes:
        bpm: quarter notes per minute.
        ratio: share of a pair that its first note takes: 0.5 straight, 2/3 triplet swing.
        pair: length of a swung pair in beats.
        stretch: 2 where a pattern's bar lasts two bars (half-time), 0.5 where it fits twice into one.
        end: last beat of the audio, nothing sounds after it; in a loop what rings over leads into the start.
    """

    bpm: int
    ratio: float
    pair: float
    stretch: float
    end: float

    def swung(self, beat: float) -> float:
        """The played time of a written time, both in beats."""
        whole, part = divmod(beat, self.pair)
        half = self.pair / 2
        if part <= half:
            return whole * self.pair + part * 2 * self.ratio
        return whole * self.pair + self.pair * self.ratio + (part - half) * 2 * (1 - self.ratio)

    def unswung(self, beat: float) -> float:
        """The written time of a played time; the inverse of `swung`."""
        whole, part = divmod(beat, self.pair)
        half = self.pair / 2
        if part <= self.pair * self.ratio:
            return whole * self.pair + part / (2 * self.ratio)
        return whole * self.pair + half + (part - self.pair * self.ratio) / (2 * (1 - self.ratio))

    def beats(self, milliseconds: float) -> float:
        """Milliseconds in beats."""
        return milliseconds / 60_000 * self.bpm

    def placed(self, note: Note) -> Note | None:
        """The note with its swung times on ticks, cut at the end; None if nothing is left of it."""
        start, end = on_tick(self.swung(note.start)), on_tick(min(self.swung(note.end), self.end))
        if end <= start:
            return None
        return Note(start, on_tick(end - start), note.pitch, note.velocity)


def feel_of(plan: SongPlan, style: Style) -> Feel:
    """The feel of a song.

    Very fast songs are played half-time and very slow ones double-time. Swing evens out with tempo, as
    Friberg and Sundström (2002) measured for jazz drummers. There is none in 6/8: its lilt is written out.
    """
    stretch = 2.0 if plan.bpm > style.fastest_bpm else 0.5 if plan.bpm < style.slowest_bpm else 1.0
    pair = 2 * style.swing_unit * stretch
    fits = (plan.meter.bar_beats / pair) % 1 == 0 and plan.meter is not Meter.SIX
    eased = max(0.0, min(1.0, (300 - plan.bpm / stretch) / 120))
    ratio = STRAIGHT + (style.swing - STRAIGHT) * eased if fits else STRAIGHT
    end = int(plan.duration_s * plan.bpm / 60 * TICKS + 1e-6) / TICKS
    return Feel(plan.bpm, ratio, pair, stretch, end + (_LOOP_RING if plan.loop else 0.0))


def played(
    notes: Iterable[Note], feel: Feel, chance: Chance, looseness_ms: float, strum_ms: float = 0.0
) -> tuple[Note, ...]:
    """The notes as a person plays them: swung, a little early or late, sorted, no pitch struck twice at once.

    Args:
        notes: written notes of one track in any order.
        feel: the song's feel.
        chance: source of the unevenness.
        looseness_ms: largest deviation from the grid; notes written at one time keep together.
        strum_ms: how much later each higher note of a chord comes; five strings at most.
    """
    moved: list[Note] = []
    shifts: dict[float, float] = {}
    strings: dict[float, int] = {}
    for note in sorted(notes, key=lambda n: (n.start, n.pitch)):
        if note.start not in shifts:
            drift = max(-1.0, min(1.0, chance.gauss(0.0, 0.4))) * feel.beats(looseness_ms)
            shifts[note.start] = drift if note.start > 0 else abs(drift)
        placed = feel.placed(note)
        if placed is None:
            continue
        string = strings[note.start] = strings.get(note.start, -1) + 1
        strum = feel.beats(strum_ms) * min(string, _STRUMMED_STRINGS)
        start = on_tick(max(0.0, placed.start + shifts[note.start] + strum))
        end = min(max(placed.end, start + SHORTEST), feel.end)
        if end > start:
            moved.append(Note(start, on_tick(end - start), placed.pitch, placed.velocity))
    return _without_collisions(moved)


def _without_collisions(notes: list[Note]) -> tuple[Note, ...]:
    """Cut each note where the same pitch is struck again; of two struck together the louder stays."""
    last: dict[int, int] = {}
    kept: list[Note | None] = []
    for note in sorted(notes, key=lambda n: (n.start, n.pitch, -n.velocity)):
        index = last.get(note.pitch)
        before = None if index is None else kept[index]
        if index is not None and before is not None and before.end > note.start:
            if note.start - before.start < SHORTEST:
                continue
            kept[index] = replace(before, duration=on_tick(note.start - before.start))
        last[note.pitch] = len(kept)
        kept.append(note)
    return tuple(note for note in kept if note is not None)
