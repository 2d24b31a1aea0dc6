"""Instruments of the arrangement."""

import pytest

from songwright.planner.band import choose_band
from songwright.planner.caption import read_caption
from songwright.planner.genres import PROFILES
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Family, Role

pytestmark = pytest.mark.fast


def band(caption: str, genre: Genre) -> dict[Role, str]:
    return choose_band(read_caption(caption), genre, PROFILES[genre]).instruments


@pytest.mark.parametrize(
    ("caption", "genre", "role", "name"),
    [
        ("violin solo", Genre.POP, Role.LEAD, "violin"),
        ("acoustic guitar", Genre.POP, Role.CHORDS, "steel_guitar"),
        ("guitar", Genre.BLACK_METAL, Role.CHORDS, "distorted_guitar"),
        ("piano", Genre.ROCK, Role.RHYTHM, "piano"),
        ("string section", Genre.METAL, Role.PAD, "strings"),
        ("congas", Genre.POP, Role.PERCUSSION, "percussion"),
        ("timbales", Genre.POP, Role.DRUMS, "latin_kit"),
        ("upright bass", Genre.POP, Role.BASS, "upright_bass"),
        ("flute and saxophone solo", Genre.JAZZ, Role.LEAD, "saxophone"),
        ("flute and saxophone solo", Genre.JAZZ, Role.ARP, "flute"),
        ("choir and strings", Genre.METAL, Role.PAD, "choir"),
        ("choir and strings", Genre.METAL, Role.ARP, "strings"),
        ("warm acoustic unplugged", Genre.ROCK, Role.CHORDS, "steel_guitar"),
        ("80s", Genre.POP, Role.BASS, "synth_bass"),
    ],
)
def test_named_instruments_get_a_fitting_role(caption: str, genre: Genre, role: Role, name: str) -> None:
    """What the caption names is in the band, where it can do something."""
    assert band(caption, genre)[role] == name


def test_unplugged_leaves_nothing_that_needs_electricity() -> None:
    """Not even the riser of dance music, unless it is named."""
    assert Role.TEXTURE not in band("unplugged dance music", Genre.ELECTRONIC)
    assert band("unplugged dance music, riser", Genre.ELECTRONIC)[Role.TEXTURE] == "riser"


@pytest.mark.parametrize("genre", list(Genre))
@pytest.mark.parametrize("caption", ["no drums", "without guitars", "no piano", "no bass or synths"])
def test_excluded_instruments_do_not_play(caption: str, genre: Genre) -> None:
    """Nothing that is ruled out is in the band, and something can still play chords and melody."""
    facts = read_caption(caption)
    instruments = choose_band(facts, genre, PROFILES[genre]).instruments
    assert not facts.excluded & set(instruments.values())
    assert Role.CHORDS in instruments
    assert Role.LEAD in instruments


def test_a_soloist_plays_alone() -> None:
    """Solo piano has no drums and no bass."""
    assert set(band("solo piano", Genre.JAZZ).values()) == {"piano"}
    reasons = choose_band(read_caption("Solo piano"), Genre.JAZZ, PROFILES[Genre.JAZZ]).decisions
    assert {decision.reason for decision in reasons} == {"caption says 'Solo piano'"}


@pytest.mark.parametrize("genre", list(Genre))
def test_every_genre_has_a_sound_band(genre: Genre) -> None:
    """Kits drum, basses play bass, and the tables name only instruments that exist."""
    for role, name in band("", genre).items():
        family = INSTRUMENTS[name].family
        assert (family is Family.KIT) == (role in (Role.DRUMS, Role.PERCUSSION))
        assert genre is Genre.CINEMATIC or (family is Family.BASS) == (role is Role.BASS)


def test_every_choice_has_a_reason() -> None:
    """Named, usual, crowded-out and excluded instruments are all explained."""
    decisions = choose_band(
        read_caption("choir, warm pad, no drums"), Genre.METAL, PROFILES[Genre.METAL]
    ).decisions
    told = {decision.value: decision.reason for decision in decisions}
    assert told["choir"] == "caption says 'choir'"
    assert told["warm_pad"] == "caption says 'warm pad'"
    assert told["no drums"] == "caption rules it out"
