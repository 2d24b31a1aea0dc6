"""Fills the roles of the arrangement: the genre's instruments, changed by what the caption asks for.

It knows nothing of sections or of how instruments sound.
"""

from __future__ import annotations

from dataclasses import dataclass

from songwright.planner.caption import CaptionFacts, NamedInstrument
from songwright.planner.genres import GenreProfile
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Family, Role
from songwright.song.plan import Decision


@dataclass(frozen=True, slots=True)
class Band:
    """The instruments of a song.

    Attributes:
        instruments: which instrument fills each role; an absent role is silent.
        decisions: why.
        guests: instruments that the caption names but no role is free for; they lead in some section.
    """

    instruments: dict[Role, str]
    decisions: tuple[Decision, ...]
    guests: tuple[str, ...] = ()


_COMP = (Role.CHORDS, Role.RHYTHM)
_RIFF = (Role.LEAD, Role.ARP)

# Roles that an instrument can take, the best first; others of its family are below.
_ROLES: dict[str, tuple[Role, ...]] = {
    "church_organ": (Role.PAD, Role.CHORDS),
    "accordion": (Role.RHYTHM, Role.CHORDS, Role.LEAD),
    "muted_guitar": (Role.RHYTHM, Role.ARP),
    "banjo": (Role.ARP, Role.CHORDS),
    "pedal_steel": (Role.LEAD, Role.PAD),
    "harp": (Role.ARP, Role.CHORDS),
    "clavinet": (Role.RHYTHM, Role.CHORDS),
    "mandolin": (Role.RHYTHM, Role.ARP, Role.LEAD),
    "sitar": _RIFF,
    "koto": (Role.ARP, Role.LEAD),
    "dulcimer": (Role.ARP, Role.CHORDS),
    "strings": (Role.PAD, Role.ARP, Role.CHORDS),
    "string_quartet": (Role.PAD, Role.CHORDS),
    "viola": (Role.LEAD, Role.PAD),
    "double_bass": (Role.BASS,),
    "tuba": (Role.BASS,),
    "woodwinds": (Role.PAD, Role.ARP, Role.RHYTHM),
    "violin": _RIFF,
    "cello": (Role.LEAD, Role.PAD),
    "tremolo_strings": (Role.ARP, Role.PAD),
    "pizzicato_strings": (Role.ARP, Role.RHYTHM),
    "french_horn": (Role.RHYTHM, Role.PAD, Role.LEAD),
    "brass": (Role.ARP, Role.RHYTHM, Role.LEAD),
    "vibraphone": (Role.LEAD, Role.ARP, Role.RHYTHM),
    "marimba": (Role.ARP, Role.LEAD),
    "music_box": (Role.ARP, Role.LEAD),
    "kalimba": (Role.ARP, Role.CHORDS),
    "steel_drum": (Role.ARP, Role.LEAD, Role.RHYTHM),
    "handpan": (Role.ARP, Role.CHORDS),
    "bells": (Role.ARP, Role.LEAD),
    "synth_lead": _RIFF,
    "square_lead": _RIFF,
    "synth_brass": (Role.RHYTHM, Role.ARP, Role.CHORDS),
    "synth_strings": (Role.PAD, Role.CHORDS),
    "synth_arp": (Role.ARP,),
    "synth_bell": (Role.ARP, Role.LEAD),
    "supersaw": _COMP,
    "synth_pad": (Role.PAD,),
    "warm_pad": (Role.PAD,),
    "synth_pluck": (Role.ARP, Role.RHYTHM),
    "percussion": (Role.PERCUSSION, Role.DRUMS),
}
_FAMILY_ROLES: dict[Family, tuple[Role, ...]] = {
    Family.KEYS: (*_COMP, Role.ARP),
    Family.ORGAN: (*_COMP, Role.PAD),
    Family.GUITAR: (*_COMP, Role.ARP),
    Family.BASS: (Role.BASS,),
    Family.BRASS: _RIFF,
    Family.WIND: _RIFF,
    Family.VOICE: (Role.PAD,),
    Family.STRINGS: (Role.PAD,),
    Family.MALLET: (Role.ARP, Role.LEAD),
    Family.SYNTH: (Role.PAD, Role.ARP),
    Family.KIT: (Role.DRUMS,),
    Family.TEXTURE: (Role.TEXTURE,),
}
_LEADERLESS = (Family.KIT, Family.VOICE, Family.BASS, Family.TEXTURE)
_ANY_ROLE = (Role.ARP, Role.PAD, Role.RHYTHM, Role.LEAD)  # what is left when its own roles are taken
_HEAVY = (Genre.METAL, Genre.BLACK_METAL)
_HARD = (Genre.ROCK, Genre.BLUES)
_ACOUSTIC_FOR: dict[str, str | None] = {  # what "unplugged" puts in place; None: silent
    "rock_kit": "brush_kit",
    "metal_kit": "brush_kit",
    "acoustic_kit": "brush_kit",
    "electronic_kit": "brush_kit",
    "trap_kit": "brush_kit",
    "lofi_kit": "brush_kit",
    "electric_bass": "upright_bass",
    "picked_bass": "upright_bass",
    "synth_bass": "upright_bass",
    "sub_bass": "upright_bass",
    "clean_guitar": "steel_guitar",
    "muted_guitar": "nylon_guitar",
    "overdriven_guitar": "steel_guitar",
    "distorted_guitar": "steel_guitar",
    "electric_piano": "piano",
    "organ": None,
    "supersaw": "steel_guitar",
    "synth_lead": "violin",
    "synth_pad": None,
    "warm_pad": None,
    "synth_pluck": None,
    "riser": None,
}
_ERA_GENRES = (Genre.POP, Genre.BALLAD, Genre.SOUL)
_EIGHTIES = {
    Role.DRUMS: "electronic_kit",
    Role.BASS: "synth_bass",
    Role.PAD: "synth_pad",
    Role.ARP: "synth_pluck",
    Role.LEAD: "synth_lead",
}
_CHORDS_INSTEAD = ("piano", "steel_guitar", "electric_piano", "organ", "strings", "warm_pad", "harp")
_LEAD_INSTEAD = ("piano", "violin", "flute", "clean_guitar", "synth_lead", "vibraphone", "trumpet")


def choose_band(facts: CaptionFacts, genre: Genre, profile: GenreProfile) -> Band:
    """Choose an instrument for every role that sounds.

    Instruments that the caption names are in the band where a role is free for them, those that it rules out
    are not; the rest is usual in the genre.
    """
    named = [
        NamedInstrument(concrete_instrument(item.name, genre, profile), item.lead, item.words)
        for item in facts.instruments
    ]
    named = [item for item in named if item.name not in facts.excluded]
    usual = _usual(facts, genre, profile)
    claims = _claims(named, usual)
    filled = {Role(role): item.name for role, item in claims.items()}
    band = filled if facts.soloist else _together(usual, filled)
    if facts.soloist:
        alone = named[0].name if named else profile.instruments[Role.CHORDS]
        band = {Role.CHORDS: alone, **({} if alone == "choir" else {Role.LEAD: alone}), **filled}
    band = _without(band, facts.excluded)
    ordered = {role: band[role] for role in Role if role in band}
    placed = set(ordered.values())
    guests = tuple(item.name for item in named if item.name not in placed and can_lead(item.name))
    return Band(ordered, _reasons(facts, genre, named, claims, ordered), guests)


def can_lead(name: str) -> bool:
    """Whether an instrument can play a solo or a melody."""
    return name != "muted_guitar" and INSTRUMENTS[name].family not in _LEADERLESS


def concrete_instrument(name: str, genre: Genre, profile: GenreProfile) -> str:
    """The instrument that "@guitar" and the like mean in a genre; other names stay."""
    if not name.startswith("@"):
        return name
    electric = "overdriven_guitar" if genre in _HARD else "clean_guitar"
    usual_bass = profile.instruments.get(Role.BASS, "electric_bass")
    return {
        "@guitar": profile.guitar,
        "@electric_guitar": "distorted_guitar" if genre in _HEAVY else electric,
        "@heavy_guitar": "overdriven_guitar" if genre is Genre.BLUES else "distorted_guitar",
        "@acoustic_guitar": "nylon_guitar" if genre is Genre.LATIN else "steel_guitar",
        "@bass": usual_bass,
        "@drums": profile.instruments.get(Role.DRUMS, "acoustic_kit"),
        "@synth": "supersaw" if genre is Genre.ELECTRONIC else "synth_lead",
    }[name]


def _usual(facts: CaptionFacts, genre: Genre, profile: GenreProfile) -> dict[Role, str]:
    usual = dict(profile.instruments)
    if facts.era == "80s" and genre in _ERA_GENRES:
        usual.update(_EIGHTIES)
    if facts.unplugged:
        changed = {role: _ACOUSTIC_FOR.get(name, name) for role, name in usual.items()}
        usual = {role: name for role, name in changed.items() if name is not None}
    return usual


def _claims(named: list[NamedInstrument], usual: dict[Role, str]) -> dict[Role, NamedInstrument]:
    """The role of each named instrument; soloists choose first, then those that can do least."""
    claims: dict[Role, NamedInstrument] = {}
    for item in sorted(named, key=lambda item: (not item.lead, len(_roles(item, usual)))):
        roles = (*_roles(item, usual), *(_ANY_ROLE if can_lead(item.name) else ()))
        free = [role for role in roles if role not in claims]
        at_home = [role for role in free if usual.get(role) == item.name and not item.lead]
        if free:
            claims[(at_home or free)[0]] = item
    return claims


def _roles(item: NamedInstrument, usual: dict[Role, str]) -> tuple[Role, ...]:
    row = INSTRUMENTS[item.name]
    roles = _ROLES.get(item.name) or _FAMILY_ROLES[row.family]
    comping = usual.get(Role.CHORDS)
    if row.family is Family.KEYS and comping and INSTRUMENTS[comping].family is Family.GUITAR:
        roles = (Role.RHYTHM, *(role for role in roles if role is not Role.RHYTHM))
    if item.lead and can_lead(item.name):
        return (Role.LEAD, *(role for role in roles if role is not Role.LEAD))
    return roles


def _together(usual: dict[Role, str], filled: dict[Role, str]) -> dict[Role, str]:
    """The usual band around the named instruments; a displaced comping instrument becomes the second one."""
    band = {**usual, **filled}
    displaced = usual.get(Role.CHORDS)
    moves = Role.CHORDS in filled and Role.RHYTHM not in filled and displaced not in filled.values()
    if moves and displaced is not None and Role.RHYTHM in usual:
        band[Role.RHYTHM] = displaced
    return band


def _without(band: dict[Role, str], excluded: frozenset[str]) -> dict[Role, str]:
    kept = {role: name for role, name in band.items() if name not in excluded}
    for role, instead in ((Role.CHORDS, _CHORDS_INSTEAD), (Role.LEAD, _LEAD_INSTEAD)):
        if role in band and role not in kept:
            substitute = next((name for name in instead if name not in excluded), None)
            if substitute is not None:
                kept[role] = substitute
    return kept


def _reasons(
    facts: CaptionFacts,
    genre: Genre,
    named: list[NamedInstrument],
    claims: dict[Role, NamedInstrument],
    band: dict[Role, str],
) -> tuple[Decision, ...]:
    reasons = []
    usual = [f"{role} {name}" for role, name in band.items() if role not in claims]
    if usual:
        manner = "unplugged " * facts.unplugged + (f"{facts.era} " if facts.era else "")
        why = f"caption says '{facts.soloist}'" if facts.soloist else f"usual in {manner}{genre}"
        reasons.append(Decision("instruments", ", ".join(usual), why))
    for role, item in claims.items():
        reasons.append(Decision(f"instruments.{role}", item.name, f"caption says '{item.words}'"))
    placed = {item.name for item in claims.values()}
    for item in named:
        if item.name not in placed and can_lead(item.name):
            reasons.append(
                Decision("instruments", item.name, f"leads for a while, caption says '{item.words}'")
            )
        elif item.name not in placed:
            reasons.append(Decision("instruments", f"no {item.name}", "every role that it can take is taken"))
    for words in facts.excluded_words:
        reasons.append(Decision("instruments", f"no {words}", "caption rules it out"))
    return tuple(reasons)
