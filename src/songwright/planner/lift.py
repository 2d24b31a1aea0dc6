"""Where a song changes its key for the last chorus. It knows nothing of chords and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from songwright.planner.drafts import Draft
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind

_USUAL: dict[Genre, float] = {  # how often the last chorus of a song is lifted; elsewhere never
    Genre.BALLAD: 0.6,
    Genre.SOUL: 0.45,
    Genre.COUNTRY: 0.4,
    Genre.POP: 0.3,
    Genre.LATIN: 0.3,
    Genre.ROCK: 0.15,
}
_WHOLE_TONE = 0.6  # how often the lift is a whole tone, else a semitone
_ASKED = re.compile(r"key change|modulat|\blift(ed)?\b|up a (half|whole|semi)")
_FEWEST_CHORUSES = 2  # before the lifted one


@dataclass(frozen=True, slots=True)
class Lift:
    """From which section on the song stands higher, and by how many semitones."""

    first: int
    semitones: int
    reason: str


def choose_lift(
    form: Sequence[Draft], genre: Genre, seed: int, *, is_asked: bool, is_key_said: bool
) -> Lift | None:
    """The lift of a song, or None.

    Args:
        form: the sections in order.
        genre: decides how usual it is.
        seed: decides whether and how far.
        is_asked: the caption asks for a key change.
        is_key_said: the key is given; then only who asks for a change gets one.
    """
    choruses = [index for index, draft in enumerate(form) if draft.kind is SectionKind.CHORUS]
    tagged = [index for index, draft in enumerate(form) if _ASKED.search(" ".join(_words(draft)))]
    chance = Chance(seed, "planner", "lift")
    is_usual, semitones = chance.chance(_USUAL.get(genre, 0.0)), 2 if chance.chance(_WHOLE_TONE) else 1
    if tagged:
        return Lift(tagged[0], semitones, f"the tag of {form[tagged[0]].title} asks for it")
    if is_asked and choruses[1:]:
        return Lift(choruses[-1], semitones, "caption asks for it")
    if is_key_said or not is_usual or len(choruses) <= _FEWEST_CHORUSES:
        return None
    return Lift(choruses[-1], semitones, f"usual in the last chorus of {genre}")


def _words(draft: Draft) -> tuple[str, ...]:
    return (draft.title.lower(), *draft.modifiers)
