"""How full each section sounds, and where it swells or fades. It knows nothing of lengths or instruments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from songwright.planner.drafts import Draft
from songwright.song.lyrics import SectionKind

_KIND_ENERGY: dict[SectionKind, float] = {
    SectionKind.INTRO: 0.38,
    SectionKind.VERSE: 0.55,
    SectionKind.PRE_CHORUS: 0.66,
    SectionKind.CHORUS: 0.84,
    SectionKind.POST_CHORUS: 0.78,
    SectionKind.BRIDGE: 0.48,
    SectionKind.SOLO: 0.78,
    SectionKind.INSTRUMENTAL: 0.66,
    SectionKind.INTERLUDE: 0.5,
    SectionKind.BUILD: 0.5,
    SectionKind.DROP: 0.92,
    SectionKind.BREAKDOWN: 0.38,
    SectionKind.SILENCE: 0.0,
    SectionKind.OUTRO: 0.42,
}
_MODIFIER_ENERGY: tuple[tuple[tuple[str, ...], float], ...] = (
    (("explosive", "full band", "huge", "massive", "climax", "climactic"), 0.25),
    (("powerful", "high energy", "anthemic", "intense", "epic", "belting", "euphoric", "energetic"), 0.14),
    (("aggressive", "heavy", "loud", "big", "screamed", "growled", "driving", "fast", "virtuoso"), 0.1),
    (("building", "build", "rising", "crescendo"), 0.07),
    (("quiet", "silent", "sparse", "stripped", "minimal", "a cappella", "hushed", "low energy"), -0.25),
    (("soft", "gentle", "calm", "intimate", "whispered", "tender", "acoustic", "piano only"), -0.17),
    (("atmospheric", "dreamy", "ambient", "melancholic", "sad", "slow", "spoken"), -0.08),
)
_SWELLS: dict[SectionKind, float] = {  # how much fuller a section is at its end; 0 for others
    SectionKind.INTRO: 0.06,
    SectionKind.PRE_CHORUS: 0.14,
    SectionKind.BUILD: 0.38,
    SectionKind.OUTRO: -0.08,
}
_RISING = re.compile(r"build|\bcrescendo|rising|\brise\b|swell|growing")
_FALLING = re.compile(r"diminuendo|decrescendo|dying|receding|winding down|calming")
_TAGGED_SWELL = 0.35
_CINEMATIC_SWELL = 0.1  # of each section of a piece that grows as a whole
_STEEPNESS = 1.5  # how much a push moves a section
_LATER_VERSE = 0.08  # each verse and chorus a little above the one before
_FINAL_LIFT = 0.03
_BEHIND_A_LEAD = -0.6  # the band in an interlude that a tag gives to one instrument


def section_energies(form: Sequence[Draft], genre_energy: float, shift: float) -> tuple[float, ...]:
    """The energy of every section, 0 to 1: verses low, choruses high, the final chorus highest.

    Args:
        form: the sections in order.
        genre_energy: how driving the genre is, 0 to 1.
        shift: softer or fuller by the caption, -0.35 to 0.35.
    """
    base = genre_energy - 0.6 + shift
    seen: dict[SectionKind, int] = {}
    energies = []
    for draft in form:
        lift = _LATER_VERSE * min(seen.get(draft.kind, 0), 2)
        seen[draft.kind] = seen.get(draft.kind, 0) + 1
        push = base + lift + _modifier_energy(draft.modifiers)
        if draft.kind is SectionKind.INTERLUDE and draft.lead is not None:
            push += _BEHIND_A_LEAD
        still = draft.kind is SectionKind.SILENCE
        energies.append(0.0 if still else _pushed(_KIND_ENERGY[draft.kind], push))
    final = _final(form)
    if final is not None and _modifier_energy(form[final].modifiers) >= 0.0:
        energies[final] = min(max(energies) + _FINAL_LIFT, 1.0)
    return tuple(round(energy, 3) for energy in energies)


def section_swells(form: Sequence[Draft], energies: Sequence[float], grows: bool) -> tuple[float, ...]:
    """How much the energy of every section changes until its end, such that it stays within 0 to 1.

    Args:
        form: the sections in order.
        energies: their energy at the start, 0 to 1.
        grows: the piece as a whole is a crescendo, as cinematic music is.
    """
    swells = []
    for draft, energy in zip(form, energies, strict=True):
        words = " ".join(draft.modifiers)
        swell = _SWELLS.get(draft.kind, _CINEMATIC_SWELL if grows else 0.0)
        if _RISING.search(words):
            swell = max(swell, _TAGGED_SWELL)
        elif _FALLING.search(words):
            swell = -_TAGGED_SWELL
        still = draft.kind is SectionKind.SILENCE
        swells.append(0.0 if still else round(min(max(swell, 0.02 - energy), 1.0 - energy), 3))
    return tuple(swells)


def fades_out(draft: Draft) -> bool:
    """Whether the section's tag asks to fade to silence."""
    return any("fade" in modifier and "in" not in modifier.split() for modifier in draft.modifiers)


def _pushed(energy: float, push: float) -> float:
    """An energy made fuller or softer, within 0 to 1, such that what was fuller before is fuller after."""
    if push < 0.0:
        return energy / (1.0 - _STEEPNESS * push)
    return 1.0 - (1.0 - energy) / (1.0 + _STEEPNESS * push)


def _modifier_energy(modifiers: tuple[str, ...]) -> float:
    words = " ".join(modifiers)
    return sum(energy for known, energy in _MODIFIER_ENERGY if any(word in words for word in known))


def _final(form: Sequence[Draft]) -> int | None:
    peaks = (SectionKind.CHORUS,) if any(d.kind is SectionKind.CHORUS for d in form) else (SectionKind.DROP,)
    return next((i for i in range(len(form) - 1, -1, -1) if form[i].kind in peaks), None)
