"""Changes of key for the last chorus."""

import pytest

from songwright.planner.drafts import Draft, ending, wordless
from songwright.planner.lift import Lift, choose_lift
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind

pytestmark = pytest.mark.fast

VERSE, CHORUS = wordless(SectionKind.VERSE, "Verse"), wordless(SectionKind.CHORUS, "Chorus")
FORM = (VERSE, CHORUS, VERSE, CHORUS, wordless(SectionKind.BRIDGE, "Bridge"), CHORUS, ending())
SEEDS = range(200)


def lift(
    form: tuple[Draft, ...],
    genre: Genre = Genre.BALLAD,
    seed: int = 1,
    *,
    asked: bool = False,
    said: bool = False,
) -> Lift | None:
    return choose_lift(form, genre, seed, is_asked=asked, is_key_said=said)


def test_ballads_lift_their_last_chorus_more_often_than_rock_and_techno_never() -> None:
    """By a semitone or a whole tone, from the last of at least three choruses on."""
    lifts = {genre: [found for seed in SEEDS if (found := lift(FORM, genre, seed))] for genre in Genre}
    assert len(lifts[Genre.BALLAD]) > len(lifts[Genre.ROCK]) > 0 == len(lifts[Genre.ELECTRONIC])
    assert {found.first for found in lifts[Genre.BALLAD]} == {5}
    assert {found.semitones for found in lifts[Genre.BALLAD]} == {1, 2}
    assert not any(lift(FORM[:4], Genre.BALLAD, seed) for seed in SEEDS)


def test_a_key_that_was_said_stays_unless_a_change_is_asked_for() -> None:
    """Captions and tags can ask for it."""
    assert not any(lift(FORM, seed=seed, said=True) for seed in SEEDS)
    asked = lift(FORM, Genre.METAL, said=True, asked=True)
    assert asked is not None
    assert asked.first == 5
    tagged = wordless(SectionKind.CHORUS, "Chorus", ("key change",))
    found = lift((VERSE, tagged, VERSE), Genre.ELECTRONIC, said=True)
    assert found is not None
    assert found.first == 1
