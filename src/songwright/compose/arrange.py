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
_SLAMMING = (Genre.METAL, Genre.BLACK_METAL)  # whose breakdowns are heavy, not thin
_THINNED = (Role.PAD, Role.ARP, Role.RHYTHM, Role.PERCUSSION)
_VERSE_HOLDS_BACK = 0.06  # energy by which these roles come later in a verse
_VERSE_THINNER, _CHORUS_FULLER = 0.06, 0.05  # density
_BREAKDOWN_BASS = 0.62  # energy
_NEAR_PEAK = 0.02  # sections as full as this below the fullest count as fullest
_HEARD_DENSITY = 0.55
_PITCHED = (Role.CHORDS, Role.RHYTHM, Role.PAD, Role.ARP, Role.BASS)
_ALONE = ("a cappella", "acapella", "vocals only")
_STRIPPED = ("acoustic", "stripped", "piano only", "guitar only", "no drums", "quiet", "soft")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a role does in one passage.

    Attributes:
        density: 0 to 1, which of its patterns it plays.
        dynamics: factor on velocities at the passage's start, 0.64 to 1.12.
        from_bar: bar of the passage in which it enters.
        to_bar: bar of the passage before which it stops, None for its end.
    """

    density: float
    dynamics: float
    from_bar: int = 0
    to_bar: int | None = None


def cues_of(plan: SongPlan, passages: Sequence[Passage]) -> dict[Role, tuple[Cue | None, ...]]:
    """For each role that the plan fills one cue per passage, None where it is silent.

    LEAD is not among them: it follows rules of its own in `lead.py`.
    """
    roles = [role for role in Role if role in plan.instruments and role is not Role.LEAD]
    cues = {role: [_cue(plan, role, passage) for passage in passages] for role in roles}
    for passage in passages:
        if passage.asks(*_ALONE) or passage.is_silent:
            continue
        pitched = [role for role in _PITCHED if role in cues]
        if pitched and all(cues[role][passage.index] is None for role in pitched):
            cues[pitched[0]][passage.index] = Cue(passage.energy, dynamics(passage))
    return {role: tuple(row) for role, row in cues.items()}


def forced_cues(
    passages: Sequence[Passage], role: Role, cues: Sequence[Cue | None]
) -> tuple[Cue | None, ...]:
    """The cues of a role that would stay silent all song: it enters where the song is fullest.

    What a tag rules out stays out: nobody enters a silent or a cappella section.
    """
    open_to = [passage for passage in passages if not _is_barred(role, passage)]
    if not open_to:
        return tuple(cues)
    peak = max(max(passage.energy, passage.energy_at(passage.end)) for passage in open_to)
    fullest = {p.index for p in open_to if max(p.energy, p.energy_at(p.end)) > peak - _NEAR_PEAK}
    return tuple(
        Cue(max(_HEARD_DENSITY, passage.energy), dynamics(passage)) if passage.index in fullest else cue
        for passage, cue in zip(passages, cues, strict=True)
    )


def _is_barred(role: Role, passage: Passage) -> bool:
    """Whether a tag or the kind of section keeps a role out whatever the energy."""
    if passage.is_silent or passage.asks(*_ALONE):
        return True
    if role in (Role.DRUMS, Role.PERCUSSION):
        heavy = passage.asks("heavy", "drums")
        return passage.asks(*_STRIPPED) or (passage.kind is SectionKind.BREAKDOWN and not heavy)
    return False


def _cue(plan: SongPlan, role: Role, passage: Passage) -> Cue | None:
    slams = plan.genre in _SLAMMING and passage.kind is SectionKind.BREAKDOWN
    if _is_barred(role, passage) and not (slams and not passage.asks(*_ALONE, *_STRIPPED)):
        return None
    threshold = _threshold(plan, role, passage)
    bars = passage.section.bars
    full = [passage.energy_at(passage.start + bar * passage.bar_beats) >= threshold for bar in range(bars)]
    if not any(full):
        return None
    first = full.index(True)
    last = bars - full[::-1].index(True)
    entrance = max(first, _entrance(plan, role, passage))
    if entrance >= last:
        return None
    return Cue(_density(role, passage), dynamics(passage), entrance, last if last < bars else None)


def _threshold(plan: SongPlan, role: Role, passage: Passage) -> float:
    """The energy a role waits for; it differs a little from song to song, and thin places turn it over."""
    chance = Chance(plan.seed, "compose", "arrange", role)
    threshold = _THRESHOLDS[role] + chance.uniform(-0.05, 0.05) * (role is not Role.CHORDS)
    if plan.genre in _AIRY and role in (Role.PAD, Role.ARP):
        threshold = 0.0 if role is Role.PAD else 0.15
    if passage.kind in _BARE and role in (Role.PAD, Role.ARP) and chance.chance(0.6):
        threshold = 0.1
    if passage.kind is SectionKind.BREAKDOWN:
        threshold = _breakdown(plan, role, threshold)
    if passage.kind is SectionKind.VERSE and role in _THINNED and plan.genre not in _AIRY:
        threshold += _VERSE_HOLDS_BACK
    if passage.kind in (SectionKind.CHORUS, SectionKind.DROP):
        threshold -= 0.1
    if passage.kind is SectionKind.BUILD and role is Role.DRUMS:
        threshold = 0.0
    return threshold


def _breakdown(plan: SongPlan, role: Role, threshold: float) -> float:
    """A breakdown leaves pads and chords alone; in metal it is the heaviest place and everybody plays."""
    if plan.genre in _SLAMMING:
        return 0.0
    if role in (Role.PAD, Role.CHORDS):
        return 0.0
    return _BREAKDOWN_BASS if role is Role.BASS else threshold


def _density(role: Role, passage: Passage) -> float:
    """Energy as density; bridges step back in rhythm so that the last chorus can come forward."""
    density = passage.energy
    if passage.kind is SectionKind.BRIDGE and role in (Role.RHYTHM, Role.ARP):
        density -= 0.2
    if passage.kind is SectionKind.VERSE:
        density -= _VERSE_THINNER
    if passage.kind is SectionKind.CHORUS:
        density += _CHORUS_FULLER + 0.03 * passage.occurrence
    if passage.kind is SectionKind.DROP:
        density += 0.2
    return max(0.0, min(1.0, density))


def dynamics(passage: Passage) -> float:
    """Factor on velocities, 0.64 in the softest passages to 1.12 in the fullest."""
    return dynamics_of(passage.energy)


def dynamics_of(energy: float) -> float:
    """Factor on velocities at an energy of 0 to 1."""
    return 0.64 + 0.48 * energy


def _entrance(plan: SongPlan, role: Role, passage: Passage) -> int:
    """In an intro the band comes in one after the other."""
    bars = passage.section.bars
    if (
        passage.kind is not SectionKind.INTRO
        or bars < 4
        or passage.energy > 0.75
        or passage.is_last
        or plan.loop
    ):
        return 0
    first = _first_in(plan)
    order = {role: 0 for role in first} | {
        Role.BASS: bars // 2,
        Role.DRUMS: bars // 2,
        Role.PAD: bars // 4,
        Role.TEXTURE: 0,
    }
    return order.get(role, bars // 2)


def _first_in(plan: SongPlan) -> tuple[Role, ...]:
    """Who begins the song: the comping instrument, or figuration or pads before it."""
    options = [role for role in (Role.CHORDS, Role.ARP, Role.PAD) if role in plan.instruments]
    if not options:
        return tuple(Role)
    chance = Chance(plan.seed, "compose", "arrange", "opening")
    first = chance.choice(options)
    return (first,) if first is Role.CHORDS else (first, Role.CHORDS) if chance.chance(0.5) else (first,)
