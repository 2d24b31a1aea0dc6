"""Captions are read as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.planner.caption import mentions, read_caption
from songwright.planner.vocabulary import PHRASES
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS
from songwright.song.key import Mode
from songwright.song.meter import Meter
from songwright.song.plan import VocalStyle, Voice

pytestmark = pytest.mark.fast

GENRE_WORDS = {
    Genre.POP: ("pop", "an upbeat K-pop hit", "dance pop", "indie pop with synths"),
    Genre.BALLAD: ("a slow ballad", "power ballad", "piano ballad", "pop ballad"),
    Genre.ROCK: ("rock", "punk", "grunge", "indie", "pop punk", "Classic Rock", "in the style of Nirvana"),
    Genre.METAL: ("heavy metal", "thrash", "death metal", "doom metal", "metalcore", "like Metallica"),
    Genre.BLACK_METAL: ("black metal", "symphonic black metal", "kind of in the style of Dimmu Borgir"),
    Genre.FOLK: ("folk", "a sea shanty", "Celtic folk song", "singer-songwriter"),
    Genre.COUNTRY: ("country", "bluegrass", "country rock", "Nashville country ballad"),
    Genre.BLUES: ("blues", "delta blues", "12-bar blues"),
    Genre.JAZZ: ("jazz", "swing", "bebop", "smooth jazz for a late night"),
    Genre.SOUL: ("soul", "R&B", "r'n'b", "funk", "gospel", "Motown", "disco"),
    Genre.REGGAE: ("reggae", "ska", "dub"),
    Genre.LATIN: ("latin", "bossa nova", "salsa", "reggaeton", "tango", "latin jazz"),
    Genre.HIP_HOP: ("hip-hop", "hip hop", "trap", "rap", "boom bap", "drill"),
    Genre.LOFI: ("lo-fi", "lofi", "lo-fi hip hop", "chillhop", "lofi hip-hop beats to study to"),
    Genre.ELECTRONIC: ("house", "techno", "dnb", "drum and bass", "synthwave", "EDM", "deep house"),
    Genre.AMBIENT: ("ambient", "a dark drone", "meditation music", "dark ambient"),
    Genre.CINEMATIC: ("cinematic", "orchestral", "epic", "trailer music", "a film score", "classical"),
}


@pytest.mark.parametrize(("genre", "caption"), [(g, c) for g, cs in GENRE_WORDS.items() for c in cs])
def test_every_genre_is_recognised(genre: Genre, caption: str) -> None:
    """Ordinary words and sub-genres name all seventeen genres."""
    assert read_caption(caption).genre is genre
    assert set(GENRE_WORDS) == set(Genre)


@pytest.mark.parametrize(
    ("caption", "genre"),
    [
        ("black metal", Genre.BLACK_METAL),
        ("epic orchestral symphonic black metal with choir and strings", Genre.BLACK_METAL),
        ("a metal song, not black metal", Genre.METAL),
        ("jazz with a hint of electronic", Genre.JAZZ),
        ("a folk song about a house made of rock and metal", Genre.FOLK),
        ("an epic rock anthem", Genre.ROCK),
        ("rock, pop", Genre.ROCK),
        ("no metal, just pop", Genre.POP),
    ],
)
def test_the_most_specific_words_decide(caption: str, genre: Genre) -> None:
    """The longest phrase wins, what is ruled out or only sung about does not count."""
    assert read_caption(caption).genre is genre


@pytest.mark.parametrize("caption", ["", "a song", "blorf zzz 🎵 ???", "something sad for my mother", "((("])
def test_unknown_words_do_no_harm(caption: str) -> None:
    """A caption without known words names no genre."""
    assert read_caption(caption).genre is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """No text breaks the reader, and what it understands is in range."""
    facts = read_caption(text)
    assert -1.0 <= facts.pace <= 1.0
    assert -0.35 <= facts.energy <= 0.35


def test_moods_shape_mode_and_tempo() -> None:
    """Sad is minor and slower, happy is major and faster."""
    sad, happy = read_caption("a sad song"), read_caption("a happy song about rain")
    assert sad.brightness < 0 < happy.brightness
    assert sad.pace < 0 < happy.pace
    assert sad.moods == ("sad",)
    assert read_caption("not sad").brightness == 0


def test_the_topic_counts_for_its_mood_only() -> None:
    """A song about a broken heart is sad; a song about a drum has no drums."""
    facts = read_caption("a song about heartbreak and an old violin, with piano")
    assert facts.moods == ("sad",)
    assert [item.name for item in facts.instruments] == ["piano"]


@pytest.mark.parametrize(
    ("caption", "name", "lead"),
    [
        ("a sad violin solo", "violin", True),
        ("acoustic guitars", "@acoustic_guitar", False),
        ("virtuoso guitar solos", "@guitar", True),
        ("with Rhodes", "electric_piano", False),
        ("warm double bass", "upright_bass", False),
        ("fiddle", "violin", False),
        ("808s", "sub_bass", False),
        ("a string section", "strings", False),
        ("lead flute", "flute", True),
        ("pan flute", "pan_flute", False),
        ("taiko", "orchestral_kit", False),
        ("saxophones", "saxophone", False),
    ],
)
def test_instruments_are_found_by_name(caption: str, name: str, lead: bool) -> None:
    """Many names lead to our instruments; a solo makes one the lead."""
    (item,) = read_caption(caption).instruments
    assert (item.name, item.lead) == (name, lead)


@pytest.mark.parametrize(
    ("caption", "out", "kept"),
    [
        ("rock, no drums", {"rock_kit", "acoustic_kit"}, set()),
        ("without guitar", {"steel_guitar", "distorted_guitar"}, {"banjo"}),
        ("no drums or bass, soft piano", {"brush_kit", "electric_bass"}, {"piano"}),
        ("without guitars and piano", {"nylon_guitar", "piano"}, set()),
        ("no loud electric guitars, acoustic guitar", {"overdriven_guitar"}, {"steel_guitar"}),
        ("drum-free", {"acoustic_kit"}, set()),
        ("no violin", {"violin"}, {"cello"}),
        ("no drums and a soft piano", {"rock_kit"}, {"piano"}),
        ("don't use guitar, a rock song", {"overdriven_guitar"}, {"piano"}),
        ("I don’t want any drums", {"rock_kit"}, {"piano"}),
        ("please leave out the drums and avoid synths", {"rock_kit", "synth_lead"}, {"piano"}),
    ],
)
def test_ruled_out_instruments_are_excluded(caption: str, out: set[str], kept: set[str]) -> None:
    """No, without and -free rule out instruments, and only those."""
    excluded = read_caption(caption).excluded
    assert out <= excluded
    assert not kept & excluded


@pytest.mark.parametrize(
    ("caption", "voice"),
    [
        ("female vocals", Voice.FEMALE),
        ("with a male singer", Voice.MALE),
        ("soprano", Voice.FEMALE),
        ("a deep baritone", Voice.MALE),
        ("sung by a woman", Voice.FEMALE),
        ("aggressive male vocals", Voice.MALE),
        ("no hint", None),
    ],
)
def test_voices_are_found(caption: str, voice: Voice | None) -> None:
    """Words for singers choose the voice; "female" is not read as "male"."""
    assert read_caption(caption).voice is voice


def test_manner_era_and_wishes_without_words() -> None:
    """Ways to sing, decades and instrumental wishes are understood."""
    assert read_caption("growled vocals").styles == (VocalStyle.GROWL,)
    assert read_caption("80s pop").era == "80s"
    assert read_caption("instrumental jazz").wordless
    assert read_caption("jazz, no vocals").wordless
    assert not read_caption("jazz, not instrumental").wordless
    assert read_caption("song without words, piano only").wordless
    assert not read_caption("don't stop the drums").excluded
    assert read_caption("acoustic pop").unplugged
    assert read_caption("solo piano").soloist == "solo piano"


def test_what_is_ruled_out_hints_at_no_genre() -> None:
    """No synths is not electronic, no heavy guitars is not rock."""
    assert read_caption("no synths, no heavy guitars").genre is None


def test_the_caption_is_quoted_as_it_stands() -> None:
    """The reasons repeat the user's own words, not ours."""
    facts = read_caption("Lo-Fi Beats, male vocals, electric guitars, no strings")
    assert (facts.genre_words, facts.voice_words) == ("Lo-Fi Beats", "male vocals")
    assert [item.words for item in facts.instruments][-1] == "electric guitars"
    assert facts.excluded_words == ("strings",)


def test_dances_and_modes() -> None:
    """A waltz is in three; a minor key is minor without a tonic."""
    assert read_caption("a waltz").meter is Meter.THREE
    assert read_caption("an Irish jig").meter is Meter.SIX
    assert read_caption("in a minor key").mode is Mode.MINOR


def test_every_phrase_can_be_said() -> None:
    """Each phrase of the table is found when it stands alone, and names only instruments that exist."""
    for phrase, meaning in PHRASES.items():
        assert len(phrase) <= 4
        assert " ".join(phrase) in {mention.words for mention in mentions(" ".join(phrase))}
        assert all(name in INSTRUMENTS or name.startswith("@") for name in meaning.instruments)
