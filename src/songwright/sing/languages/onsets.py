"""Which consonants may begin a syllable, by sonority. It knows no words.

The sonority sequence (Selkirk 1984; Clements 1990): an onset rises from stops over fricatives, nasals and
liquids to glides. Languages differ in how steep the rise must be and in their sibilants before stops.
"""

from __future__ import annotations

from itertools import pairwise

from songwright.sing.phones import Manner, consonant
from songwright.sing.syllables import MayBegin

_SONORITY = {
    Manner.STOP: 1, Manner.AFFRICATE: 1, Manner.FRICATIVE: 2, Manner.ASPIRATE: 2, Manner.NASAL: 3,
    Manner.LIQUID: 4, Manner.GLIDE: 5,
}  # fmt: skip
_APPROXIMANTS = frozenset("βðɣ")  # of Spanish: they cluster as the stops that they stand for
_SECONDARY = "ʲʷː"
_NEVER = frozenset("ŋɱ")


def _sonority(phone: str) -> int:
    if phone[:1] in _APPROXIMANTS:
        return 1
    if phone[:1] == "ʁ":
        return _SONORITY[Manner.LIQUID]
    return _SONORITY[consonant(phone).manner]


def rising_onsets(rise: int, sibilants: str = "", pairs: str = "") -> MayBegin:
    """A rule for legal onsets.

    Args:
        rise: least step in sonority between neighbours: 2 as in "tr" and "fl", 1 also as in "kn" and "sm".
        sibilants: phones that may stand before a stop or fricative at the start of a cluster.
        pairs: further legal pairs, written as "tl m.b", a dot between phones of several signs.
    """
    further = {tuple(pair.split(".")) if "." in pair else tuple(pair) for pair in pairs.split()}

    def fits(first: str, second: str, is_start: bool) -> bool:
        first, second = first.rstrip(_SECONDARY), second.rstrip(_SECONDARY)
        if (first, second) in further:
            return True
        if first[:1] == second[:1] or first in _NEVER:
            return False
        if is_start and first in sibilants and _sonority(second) <= _SONORITY[Manner.NASAL]:
            return True
        step = _sonority(second) - _sonority(first)
        return step >= (1 if consonant(second).manner is Manner.GLIDE else rise)

    def may_begin(onset: tuple[str, ...]) -> bool:
        if len(onset) == 1:
            return onset[0] not in _NEVER
        return all(fits(first, second, place == 0) for place, (first, second) in enumerate(pairwise(onset)))

    return may_begin
