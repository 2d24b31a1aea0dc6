"""How full each section sounds and how its lines are sung. It knows nothing of lengths or instruments."""

from __future__ import annotations

from collections.abc import Sequence

from songwright.planner.drafts import Draft
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind
from songwright.song.plan import VocalStyle

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
    SectionKind.BUILD: 0.6,
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
_SUNG_WORDS = ("clean", "operatic", "opera", "sung", "melodic vocal", "falsetto", "choir", "soft")
_GROWL_WORDS = ("growl", "scream", "harsh", "guttural", "shriek")
_WHISPER_WORDS = ("whisper", "hushed", "breathy")
_HEAVY_GENRES = (Genre.METAL, Genre.BLACK_METAL)
_GROWLED_BY_DEFAULT = (SectionKind.VERSE, SectionKind.PRE_CHORUS)
_STEEPNESS = 1.5  # how much a push moves a section
_LATER_VERSE = 0.08  # each verse and chorus a little above the one before
_FINAL_LIFT = 0.03


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
        energies.append(_pushed(_KIND_ENERGY[draft.kind], push))
    final = _final(form)
    if final is not None and _modifier_energy(form[final].modifiers) >= 0.0:
        energies[final] = min(max(energies) + _FINAL_LIFT, 1.0)
    return tuple(round(energy, 3) for energy in energies)


def fades_out(draft: Draft) -> bool:
    """Whether the section's tag asks to fade to silence."""
    return any("fade" in modifier and "in" not in modifier.split() for modifier in draft.modifiers)


def vocal_style(
    draft: Draft, line_modifiers: tuple[str, ...], genre: Genre, caption_styles: tuple[VocalStyle, ...]
) -> VocalStyle:
    """How a line is sung: by its own tag, else by its section's, else by the caption.

    "Aggressive" means growling in metal only; a caption that asks for growls gets them in metal verses that
    say nothing else.
    """
    for modifiers in (line_modifiers, (*draft.modifiers, draft.title.lower())):
        style = _style_in(" ".join(modifiers).lower(), genre)
        if style is not None:
            return style
    if VocalStyle.GROWL in caption_styles and genre in _HEAVY_GENRES and draft.kind in _GROWLED_BY_DEFAULT:
        return VocalStyle.GROWL
    if caption_styles == (VocalStyle.WHISPER,):
        return VocalStyle.WHISPER
    return VocalStyle.SUNG


def _pushed(energy: float, push: float) -> float:
    """An energy made fuller or softer, within 0 to 1, such that what was fuller before is fuller after."""
    if push < 0.0:
        return energy / (1.0 - _STEEPNESS * push)
    return 1.0 - (1.0 - energy) / (1.0 + _STEEPNESS * push)


def _style_in(words: str, genre: Genre) -> VocalStyle | None:
    growls = (*_GROWL_WORDS, "aggressive") if genre in _HEAVY_GENRES else _GROWL_WORDS
    for style, known in (
        (VocalStyle.WHISPER, _WHISPER_WORDS),
        (VocalStyle.SUNG, _SUNG_WORDS[:2]),
        (VocalStyle.GROWL, growls),
        (VocalStyle.SUNG, _SUNG_WORDS),
    ):
        if any(word in words for word in known):
            return style
    return None


def _modifier_energy(modifiers: tuple[str, ...]) -> float:
    words = " ".join(modifiers)
    return sum(energy for known, energy in _MODIFIER_ENERGY if any(word in words for word in known))


def _final(form: Sequence[Draft]) -> int | None:
    peaks = (SectionKind.CHORUS,) if any(d.kind is SectionKind.CHORUS for d in form) else (SectionKind.DROP,)
    return next((i for i in range(len(form) - 1, -1, -1) if form[i].kind in peaks), None)
