"""Every instrument can be asked for and ruled out in words."""

import pytest

from songwright.planner.band import choose_band
from songwright.planner.caption import read_caption
from songwright.planner.genres import PROFILES
from songwright.planner.instrument_words import EXCLUDED_BY, INSTRUMENT_PHRASES
from songwright.planner.vocabulary import PHRASES
from songwright.planner.words import plain_words
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Role

pytestmark = pytest.mark.fast


def phrases_of(name: str) -> list[str]:
    """Everything that names an instrument."""
    own = [phrase for words, meant in INSTRUMENT_PHRASES if meant == name for phrase in words.split("|")]
    other = [
        " ".join(key)
        for key, meaning in PHRASES.items()
        if meaning.instruments == (name,) and meaning.weight < 1.0  # above, it is a genre: "no flamenco"
    ]
    return list(dict.fromkeys([*own, *other]))


def band(caption: str, genre: Genre) -> dict[Role, str]:
    return choose_band(read_caption(caption), genre, PROFILES[genre]).instruments


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_name_of_an_instrument_puts_it_into_the_band(name: str) -> None:
    """Whatever it is called, in a pop song and in a folk song."""
    phrases = phrases_of(name)
    assert phrases
    for phrase in phrases:
        for genre in (Genre.POP, Genre.FOLK):
            assert name in band(f"a song with {phrase}", genre).values(), phrase


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_instrument_that_is_ruled_out_never_plays(name: str) -> None:
    """In no genre, however usual it is there."""
    for phrase in phrases_of(name):
        ruled_out = read_caption(f"a song without {phrase}")
        for genre in Genre:
            played = choose_band(ruled_out, genre, PROFILES[genre]).instruments.values()
            assert name not in played, (phrase, genre)


def test_no_phrase_means_two_things() -> None:
    """Each phrase has one row, and a genre's row never hides an instrument's."""
    seen: dict[tuple[str, ...], str] = {}
    for words, name in INSTRUMENT_PHRASES:
        for phrase in words.split("|"):
            key = tuple(plain_words(phrase))
            assert key not in seen, phrase
            seen[key] = name
            assert PHRASES[key].instruments == (name,), phrase


def test_the_tables_name_only_instruments_that_exist() -> None:
    """No row for something that nobody can play."""
    choices = {name for _, name in INSTRUMENT_PHRASES if name.startswith("@")}
    assert {name for _, name in INSTRUMENT_PHRASES} - choices == set(INSTRUMENTS)
    assert set(EXCLUDED_BY) - choices <= set(INSTRUMENTS)
    assert frozenset().union(*EXCLUDED_BY.values()) <= set(INSTRUMENTS)


@pytest.mark.parametrize(
    ("caption", "names"),
    [
        ("acoustic guitar, upright bass, brushed drums", {"steel_guitar", "upright_bass", "brush_kit"}),
        ("lofi with vinyl crackle and Rhodes", {"vinyl_crackle", "electric_piano"}),
        ("808s, bongos and a kalimba", {"sub_bass", "percussion", "kalimba"}),
        ("glockenspiel, ukulele and whistling", {"glockenspiel", "ukulele", "whistling"}),
        ("orchestra with oboe, tuba, viola and a riser", {"oboe", "tuba", "viola", "riser"}),
        ("Wurlitzer, slap bass and tambourine", {"wurlitzer", "slap_bass", "percussion"}),
    ],
)
def test_several_instruments_at_once(caption: str, names: set[str]) -> None:
    """All that the caption names play together."""
    assert names <= set(band(caption, Genre.POP).values())
