"""Who plays when, and how much: the arrangement grows and thins with the energy of the sections.

It knows nothing of pitches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from songwright.compose.form import Passage
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.lyrics import SectionKind
from songwright.song.plan import SongPlan

_THRESHOLDS = {  # energy from which a role joins
    Role.CHORDS: 0.0,
    Role.BASS: 0.3,
    Role.DRUMS: 0.32,
    Role.PAD: 0.4,
    Role.ARP: 0.55,
    Role.RHYTHM: 0.5,
    Role.PERCUSSION: 0.5,
    Role.TEXTURE: 0.0,
}
_AIRY = (Genre.AMBIENT, Genre.CINEMATIC, Genre.LOFI)
_BARE = (SectionKind.INTRO, SectionKind.BREAKDOWN, SectionKind.INTERLUDE, SectionKind.OUTRO)
_PITCHED = (Role.CHORDS, Role.RHYTHM, Role.PAD, Role.ARP, Role.BASS)
_ALONE = ("a cappella", "acapella", "vocals only")
_STRIPPED = ("acoustic", "stripped", "piano only", "guitar only", "no drums", "quiet", "soft")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a role does in one passage.

    Attributes:
        density: 0 to 1, which of its patterns it plays.
        dynamics: factor on velocities, about 0.7 to 1.1.
        from_bar: bar of the passage in which it enters.
    """

    density: float
    dynamics: float
    from_bar: int = 0


def cues_of(plan: SongPlan, passages: Sequence[Passage]) -> dict[Role, tuple[Cue | None, ...]]:
    """For each role that the plan fills one cue per passage, None where it is silent.

    LEAD is not among them: it follows rules of its own in `lead.py`.
    """
    roles = [role for role in Role if role in plan.instruments and role is not Role.LEAD]
    cues = {role: [_cue(plan, role, passage) for passage in passages] for role in roles}
    for passage in passages:
        if passage.asks(*_ALONE):
            continue
        pitched = [role for role in _PITCHED if role in cues]
        if pitched and all(cues[role][passage.index] is None for role in pitched):
            cues[pitched[0]][passage.index] = Cue(passage.energy, dynamics(passage))
    return {role: tuple(row) for role, row in cues.items()}


def _cue(plan: SongPlan, role: Role, passage: Passage) -> Cue | None:
    if passage.asks(*_ALONE) or passage.energy < _threshold(plan, role, passage):
        return None
    if role is Role.DRUMS and passage.asks(*_STRIPPED):
        return None
    return Cue(_density(role, passage), dynamics(passage), _entrance(plan, role, passage))


def _threshold(plan: SongPlan, role: Role, passage: Passage) -> float:
    """The energy a role waits for; it differs a little from song to song, and thin places turn it over."""
    chance = Chance(plan.seed, "compose", "arrange", role)
    threshold = _THRESHOLDS[role] + chance.uniform(-0.05, 0.05) * (role is not Role.CHORDS)
    if plan.genre in _AIRY and role in (Role.PAD, Role.ARP):
        threshold = 0.0 if role is Role.PAD else 0.15
    if passage.kind in _BARE and role in (Role.PAD, Role.ARP) and chance.chance(0.6):
        threshold = 0.1
    if passage.kind is SectionKind.BREAKDOWN and role in (Role.DRUMS, Role.BASS):
        threshold = 0.6
    if passage.kind in (SectionKind.CHORUS, SectionKind.DROP):
        threshold -= 0.1
    if passage.kind is SectionKind.BUILD and role is Role.DRUMS:
        threshold = 0.0
    return threshold


def _density(role: Role, passage: Passage) -> float:
    """Energy as density; bridges step back in rhythm so that the last chorus can come forward."""
    density = passage.energy
    if passage.kind is SectionKind.BRIDGE and role in (Role.RHYTHM, Role.ARP):
        density -= 0.2
    if passage.kind is SectionKind.CHORUS:
        density += 0.03 * passage.occurrence
    if passage.kind is SectionKind.DROP:
        density += 0.2
    return max(0.0, min(1.0, density))


def dynamics(passage: Passage) -> float:
    """Factor on velocities, 0.74 in the softest passages to 1.1 in the fullest."""
    return 0.74 + 0.36 * passage.energy


def _entrance(plan: SongPlan, role: Role, passage: Passage) -> int:
    """In an intro the band comes in one after the other."""
    bars = passage.section.bars
    if passage.kind is not SectionKind.INTRO or bars < 4 or passage.energy > 0.75 or passage.is_last:
        return 0
    first = _first_in(plan)
    order = {role: 0 for role in first} | {Role.BASS: bars // 2, Role.DRUMS: bars // 2, Role.PAD: bars // 4}
    return order.get(role, bars // 2)


def _first_in(plan: SongPlan) -> tuple[Role, ...]:
    """Who begins the song: the comping instrument, or figuration or pads before it."""
    options = [role for role in (Role.CHORDS, Role.ARP, Role.PAD) if role in plan.instruments]
    if not options:
        return tuple(Role)
    chance = Chance(plan.seed, "compose", "arrange", "opening")
    first = chance.choice(options)
    return (first,) if first is Role.CHORDS else (first, Role.CHORDS) if chance.chance(0.5) else (first,)
