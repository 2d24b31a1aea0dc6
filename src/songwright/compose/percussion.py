"""Hand percussion beside the drums: the genre's rows, thicker as the song grows.

It knows nothing of chords and sound.
"""

from __future__ import annotations

from collections.abc import Iterator

from songwright.compose.arrange import Cue
from songwright.compose.form import Passage
from songwright.compose.percussion_rows import PERCUSSION, TRIPLE_PERCUSSION, Trio
from songwright.compose.sketch import Sketch, velocity
from songwright.compose.strokes import LENGTH, looped, scaled
from songwright.compose.style import level_of
from songwright.song.chance import Chance
from songwright.song.instruments import Drum, Role
from songwright.song.meter import Meter
from songwright.song.score import Note

_SOFTER = 0.82  # than the drum kit
_TWO_FOUR_SLOTS = 8  # sixteenths of a bar


def write_percussion(sketch: Sketch) -> list[Note]:
    """All notes of the PERCUSSION role, unswung."""
    chance = Chance(sketch.plan.seed, "compose", "percussion")
    trio = _chosen(sketch, chance.child("rows"))
    notes: list[Note] = []
    for passage, cue in sketch.scenes(Role.PERCUSSION):
        notes.extend(_passage(sketch, trio, (passage, cue), chance.child(f"passage {passage.index}")))
    if sketch.closes(Role.PERCUSSION, notes):
        beat = sketch.final_bar
        notes = [note for note in notes if note.start < beat]
        loudness = velocity(70 + 30 * sketch.passages[-1].energy)
        notes.append(Note(beat, LENGTH, Drum.SHAKER, loudness))
    return notes


def _chosen(sketch: Sketch, chance: Chance) -> Trio:
    meter = sketch.plan.meter
    return chance.choice(TRIPLE_PERCUSSION.get(meter) or PERCUSSION[sketch.plan.genre])


def _passage(sketch: Sketch, trio: Trio, scene: tuple[Passage, Cue], chance: Chance) -> Iterator[Note]:
    meter = sketch.plan.meter
    for stage in sketch.stages(*scene):
        rows = trio[level_of(stage.density)]
        if meter is Meter.TWO:
            rows = tuple((drum, row.replace(" ", "")[:_TWO_FOUR_SLOTS]) for drum, row in rows)
        struck = looped(rows, meter, (stage.start, stage.end), sketch.feel, chance)
        yield from scaled(struck, _SOFTER * scene[1].dynamics)
