"""From a plan to a score. It decides nothing that the plan has decided and knows nothing of sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from songwright.compose.arrange import cues_of
from songwright.compose.bass import write_bass
from songwright.compose.comping import write_comping
from songwright.compose.drums import write_drums
from songwright.compose.feel import feel_of, played
from songwright.compose.form import Passage, passages_of
from songwright.compose.harmony import harmonise
from songwright.compose.lead import write_leads
from songwright.compose.sketch import Sketch
from songwright.compose.styles import STYLES
from songwright.compose.vocals import VocalWriter
from songwright.song.chance import Chance
from songwright.song.instruments import INSTRUMENTS, Family, Role
from songwright.song.plan import SongPlan
from songwright.song.pronunciation import Pronounce
from songwright.song.score import Note, Score, ScoreSection, SungLine, Track

_DRUM_LOOSENESS_MS = 4.0
_STRUM_LOOSENESS_MS, _STRUM_MS = 5.0, 1.6
_COMPING = (Role.CHORDS, Role.RHYTHM, Role.PAD, Role.ARP)


def compose(plan: SongPlan, pronounce: Pronounce) -> Score:
    """Write the song.

    The same plan gives the same score. Every note starts at 0 or later and ends within `plan.duration_s`.

    Args:
        plan: fully decided; it has at least one section and its bars fit into its duration.
        pronounce: how the words of a line are said.
    """
    style = STYLES[plan.genre]
    passages = passages_of(plan)
    feel = feel_of(plan, style)
    harmony = harmonise(plan, style, passages)
    lines: tuple[SungLine, ...] = ()
    if plan.voice is not None:
        lines = VocalWriter(plan, style, passages, harmony, feel).lines(pronounce)
    sketch = Sketch(plan, style, passages, harmony, feel, cues_of(plan, passages))
    return Score(
        bpm=plan.bpm,
        key=plan.key,
        meter=plan.meter,
        sections=tuple(_section(passage) for passage in passages),
        chords=harmony.chords,
        tracks=tuple(_tracks(sketch, lines)),
        lines=lines,
    )


def _section(passage: Passage) -> ScoreSection:
    planned = passage.section
    return ScoreSection(
        planned.kind,
        planned.title,
        passage.start_bar,
        planned.bars,
        planned.energy,
        planned.fade_out,
        planned.swell,
        planned.transpose,
    )


def _tracks(sketch: Sketch, lines: Sequence[SungLine]) -> Iterator[Track]:
    """One track per role that plays and one per solo instrument, in the order of the roles."""
    taken: set[str] = set()
    for role, instrument, notes in _parts(sketch, lines):
        performed = _performed(sketch, role, instrument, notes)
        if performed:
            label = INSTRUMENTS[instrument].label
            name = label if label not in taken else f"{label} ({role})"
            taken.add(name)
            yield Track(name, role, instrument, performed)


def _parts(sketch: Sketch, lines: Sequence[SungLine]) -> Iterator[tuple[Role, str, list[Note]]]:
    instruments = sketch.plan.instruments
    if Role.DRUMS in instruments:
        yield Role.DRUMS, instruments[Role.DRUMS], write_drums(sketch)
    if Role.BASS in instruments:
        yield Role.BASS, instruments[Role.BASS], write_bass(sketch)
    for role in _COMPING:
        if role in instruments:
            yield role, instruments[role], write_comping(sketch, role)
    for name, notes in write_leads(sketch, lines).items():
        yield Role.LEAD, name, notes


def _performed(sketch: Sketch, role: Role, name: str, notes: list[Note]) -> tuple[Note, ...]:
    """The notes in time, a little uneven."""
    chance = Chance(sketch.plan.seed, "compose", "performance", role, name)
    if role is Role.DRUMS:
        return played(notes, sketch.feel, chance, min(_DRUM_LOOSENESS_MS, sketch.style.looseness_ms))
    strummed = INSTRUMENTS[name].family is Family.GUITAR and role in (Role.CHORDS, Role.RHYTHM)
    if strummed:
        looseness = min(_STRUM_LOOSENESS_MS, sketch.style.looseness_ms)
        return played(notes, sketch.feel, chance, looseness, _STRUM_MS)
    return played(notes, sketch.feel, chance, sketch.style.looseness_ms)
