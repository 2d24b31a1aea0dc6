"""Which patterns a song plays: the style's own, one of their variants by seed, or those of its meter.

It knows nothing of notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from songwright.compose.schools import SCHOOLS, School
from songwright.compose.style import Levels, Style, Voicing
from songwright.compose.triple import FAMILY_OF, TRIPLE
from songwright.compose.variants import NO_VARIANTS, VARIANTS, VOICINGS
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.meter import Meter
from songwright.song.plan import SongPlan


@dataclass(frozen=True, slots=True)
class Parts:
    """The patterns of a song.

    Attributes:
        grooves: names of drum grooves.
        bass, chords, rhythm, arp: patterns of the notation in `pattern.py`.
        voicings: how CHORDS and RHYTHM lay out their chords.
    """

    grooves: Levels
    bass: Levels
    chords: Levels
    rhythm: Levels
    arp: Levels
    voicings: dict[Role, Voicing]

    def of(self, role: Role) -> Levels:
        """The pattern of a comping role; a pad's is that of the chords."""
        return {Role.RHYTHM: self.rhythm, Role.ARP: self.arp}.get(role, self.chords)


def parts_of(plan: SongPlan, style: Style) -> Parts:
    """Choose the patterns of a song; each part by a name of its own, so that seeds mix them freely."""
    chance = Chance(plan.seed, "compose", "parts")
    school = school_of(plan)
    variants = VARIANTS.get(plan.genre, NO_VARIANTS)
    grooves = school.grooves if school else _one(chance.child("grooves"), style.grooves, variants.grooves)
    voicings = {
        Role.CHORDS: _voicing(plan, style.chord_voicing, chance.child("chords voicing")),
        Role.RHYTHM: _voicing(plan, style.rhythm_voicing, chance.child("rhythm voicing")),
    }
    if plan.meter in (Meter.THREE, Meter.SIX):
        choices = TRIPLE[plan.meter][FAMILY_OF[plan.genre]]
        bass, chords, rhythm, arp = (
            chance.child(name).choice(options)
            for name, options in zip(("bass", "chords", "rhythm", "arp"), choices, strict=True)
        )
        return Parts(grooves, bass, chords, rhythm, arp, voicings)
    return Parts(
        grooves,
        _one(chance.child("bass"), style.bass, variants.bass),
        _one(chance.child("chords"), style.chords, variants.chords),
        _one(chance.child("rhythm"), style.rhythm, variants.rhythm),
        _one(chance.child("arp"), style.arp, variants.arp),
        voicings,
    )


def school_of(plan: SongPlan) -> School | None:
    """The school that the caption names, or one that the song happens to follow."""
    caption = plan.caption.lower()
    own = [school for school in SCHOOLS if school.genre is plan.genre]
    for school in own:
        if any(word in caption for word in school.words):
            return school
    chance = Chance(plan.seed, "compose", "groove", "school")
    return next((school for school in own if chance.chance(school.likely)), None)


def _one(chance: Chance, own: Levels, others: Sequence[Levels]) -> Levels:
    return chance.choice((own, *others))


def _voicing(plan: SongPlan, usual: Voicing, chance: Chance) -> Voicing:
    """The style's voicing or one of the genre's others; jazz in a small band without bass plays shells."""
    if plan.genre is Genre.JAZZ and Role.BASS not in plan.instruments:
        return Voicing.SHELL
    return chance.choice((usual, *VOICINGS.get(plan.genre, {}).get(usual, ())))
