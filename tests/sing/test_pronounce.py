"""Pronunciation: written words stay aligned with what is sung."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songwright.sing.pronounce import Pronouncer
from songwright.song.pronunciation import Word, count_syllables


@pytest.fixture(scope="module")
def say() -> Pronouncer:
    return Pronouncer()


def phones(words: tuple[Word, ...]) -> str:
    return " ".join(
        "".join("".join((*syl.onset, syl.nucleus, *syl.coda)) for syl in word.syllables) for word in words
    )


def test_written_words_keep_their_punctuation_and_places(say):
    """One Word per written word, as written."""
    text = "I can't stop, the (fire-light) burning... oh baby!"
    assert [word.text for word in say(text, "en")] == text.split()


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("Shining like the silver moon", 7), ("I can't stop the feeling", 6), ("beautiful", 3), ("fire", 1),
        ("our desire", 3), ("In 1984", 6), ("50%", 4), ("rock 'n' roll", 3), ("Na-na-na hey", 4),
        ("U.S.A.", 3), ("sooooo freeee", 2), ("Mmm hmm", 2), ("little bottle", 4), ("world girl", 2),
        ("café naïve", 4),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_singers_count_them(say, text, syllables):
    """Numbers, letters, contractions and singers' spellings included."""
    assert count_syllables(say(text, "en")) == syllables


def test_a_line_in_capitals_is_said_as_words(say):
    """HELLO WORLD is not spelled out."""
    assert phones(say("HELLO WORLD, I LOVE YOU", "en")) == phones(say("hello world I love you", "en"))
    assert count_syllables(say("HELLO WORLD", "en")) == 3


def test_words_are_said_as_their_line_demands(say):
    """'live' and 'read' change their vowel with their part of speech."""
    assert phones(say("I live here", "en")) != phones(say("live music tonight", "en")).replace("laɪv", "lɪv")
    assert "laɪv" in phones(say("live music tonight", "en"))
    assert "lɪv" in phones(say("I live here", "en"))


@pytest.mark.parametrize("text", ["", "   ", "...", "—", "( )", "'", "!?", "🔥", "♪ ♫"])
def test_nothing_to_say_gives_no_words(say, text):
    """Punctuation and pictures are not sung."""
    assert say(text, "en") == ()
    assert say(text, "ja") == ()


def test_little_words_are_light_and_content_words_heavy(say):
    """Stress 0 for articles and prepositions, 1 for pronouns, 2 for nouns and verbs."""
    words = {word.text: word.syllables[0].stress for word in say("I run to the end of you and fall", "en")}
    assert words == {"I": 1, "run": 2, "to": 0, "the": 0, "end": 2, "of": 0, "you": 1, "and": 0, "fall": 2}


def test_curly_apostrophes_are_apostrophes(say):
    """it’s is it's."""
    assert phones(say("it’s don’t ’cause", "en")) == phones(say("it's don't 'cause", "en"))


def test_unknown_words_are_guessed(say):
    """Invented words and bare consonants still get syllables."""
    assert all(word.syllables for word in say("flibbertigibbet zxqv brrr", "en"))
    assert len(say("flibbertigibbet zxqv brrr", "en")) == 3


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Volver a empezar, corazón", "es", 4), ("你好,世界。", "zh", 4), ("Привет, мой друг", "ru", 3),
        ("안녕하세요 사랑", "ko", 2), ("愛してる", "ja", 1), ("حبيبي", "ar", 1), ("2 Herzen", "de", 2),
    ],
)  # fmt: skip
def test_every_language_sings_something(say, text, language, words):
    """Without a dictionary each word is read by its letters; Han characters are words of their own."""
    said = say(text, language)
    assert len(said) == words
    assert "".join(word.text for word in said) == text.replace(" ", "")


def test_foreign_letters_in_an_english_line_are_sung_too(say):
    """A word in another script is not dropped."""
    assert [word.text for word in say("hello мир", "en")] == ["hello", "мир"]


def test_a_region_does_not_change_the_language(say):
    """ "en-US" is looked up like "en", and is not spelled out like German."""
    assert say("knight", "en-US") == say("knight", "en") != say("knight", "de")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["en", "de", "ja", "xx"]))
def test_any_text_can_be_said(say, text, language):
    """Whatever is written, words come out whole, in order, each with a syllable."""
    at = 0
    for word in say(text, language):
        assert word.syllables
        assert word.text.strip()
        assert all(syllable.nucleus for syllable in word.syllables)
        at += 1
    assert at <= len(text)


@pytest.mark.parametrize("language", ["en", "fr", "de", "nl", "sv", "it", "ru", "ko", "zh", "xx"])
@pytest.mark.parametrize("text", ["1" * 1500, "fire-" * 1200, "ver" * 700, "be" * 900, "l'" * 900])
def test_a_line_of_any_length_can_be_said(say, text, language):
    """Somebody pastes what is no word: numbers, hyphens, prefixes and clitics without end."""
    words = say(text, language)
    assert "".join(word.text for word in words) == text
    assert all(word.syllables for word in words)


def test_saying_it_again_gives_the_same(say):
    """The memory of a Pronouncer changes nothing but the time taken."""
    text = "Every little thing she does in 1999"
    assert say(text, "en") == say(text, "en") == Pronouncer()(text, "en")


def test_importing_does_not_load_the_dictionary():
    """Callers without lyrics do not wait for gruut."""
    code = "import sys, songwright.sing.pronounce; sys.exit('gruut' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_numbers_too_long_for_gruut_are_sung_digit_by_digit(say):
    """A bug: gruut fails on numbers above 28 digits; now every digit is a spoken word."""
    assert count_syllables(say("1" * 30, "en")) == 30
    assert count_syllables(say("5:75:3", "en")) == 5


def test_the_is_thee_before_a_vowel(say):
    """the end, the moon."""
    assert phones(say("the end of the moon", "en")).startswith("ði ")
    assert " ðə mun" in phones(say("the end of the moon", "en"))


def test_t_is_tapped_before_an_unstressed_vowel(say):
    """pretty and water tap, button, attack and tonight do not."""
    assert "ɾ" in phones(say("pretty", "en"))
    assert "ɾ" in phones(say("water", "en"))
    assert "ɾ" not in phones(say("button attack tonight into", "en"))
