"""Says English lines by gruut, offline: dictionary, part-of-speech tagger and letter-to-sound model.

It knows nothing of other languages and of notes.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from anyascii import anyascii

from songwright.sing.letters import read_letters
from songwright.sing.syllables import BORDER, is_vowel, to_syllables, unstressed
from songwright.sing.written import is_opening, split_words
from songwright.song.pronunciation import Syllable, Word

_PLAIN_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_RHOTIC_SPELLING = re.compile(r"(?:ire|our)(?:s|d)?$")
_LENGTHENED = re.compile(r"([a-z])\1{2,}")

# Numbers that gruut reads as a whole; it fails on very long ones, which are sung digit by digit.
_NUMBER = re.compile(
    r"[$£€]?\d{1,3}(?:,\d{3})?(?:\.\d{1,2})?%?|\d{1,6}(?:st|nd|rd|th|s|%)?|\d{1,2}:\d{2}(?: ?[ap]m)?"
)

# Little words that lines lean over: sung light unless the tune insists.
_UNSTRESSED = frozenset({
    "a", "an", "the", "of", "and", "or", "but", "nor", "to", "at", "in", "on", "by", "for", "from",
    "with", "as", "if", "than", "that", "so", "is", "am", "are", "was", "were", "be", "been", "it", "its",
    "it's", "has", "have", "had", "do", "does", "did", "can", "could", "will", "would", "shall", "should",
    "may", "might", "must", "'til", "til", "'em", "'n'", "n'",
})  # fmt: skip
_HALF_STRESSED = frozenset({
    "i", "i'm", "i'll", "i'd", "i've", "you", "you're", "you'll", "you've", "we", "we're", "we'll",
    "we've", "he", "he's", "she", "she's", "they", "they're", "me", "us", "him", "her", "them", "my",
    "your", "his", "our", "their", "this", "when", "while", "then", "just",
})  # fmt: skip

# What singers write and dictionaries lack.
_SUNG_SPELLINGS: dict[str, tuple[str, ...]] = {
    "mm": ("ˈm̩",), "hm": ("h", "ˈm̩"), "hmm": ("h", "ˈm̩"), "sh": ("ʃ", "ə"), "shh": ("ʃ", "ə"),
    "mhm": ("m̩", "h", "ˈm̩"), "n": ("ə", "n"), "'n": ("ə", "n"), "n'": ("ə", "n"), "'n'": ("ə", "n"),
    "'em": ("ə", "m"), "dj": ("d", "ˌi", "d͡ʒ", "ˈeɪ"), "tv": ("t", "ˌi", "v", "ˈi"),
    "usa": ("j", "ˌu", "ɛ", "s", "ˈeɪ"), "yeah": ("j", "ˈæ"), "ev'ry": ("ˈɛ", "v", "ɹ", "i"),
    "brr": ("b", "ˈɚ"), "grr": ("ɡ", "ˈɚ"), "psst": ("p", "ə", "s", "t"), "pfft": ("p", "ə", "f", "t"),
    "na": ("n", "ˈɑ"), "woah": ("w", "ˈoʊ"), "ooh": ("ˈu",), "oo": ("ˈu",), "ah": ("ˈɑ",), "ha": ("h", "ˈɑ"),
}  # fmt: skip
_ABBREVIATIONS = {"dr": "doctor", "mr": "mister", "mrs": "missus", "vs": "versus", "&": "and", "+": "plus"}


_MOST_TOKENS = 4_000  # remembered


def say(text: str) -> tuple[Word, ...]:
    """Words of one written line; empty if nothing in it can be said."""
    return tuple(_words(list(split_words(text))))


def _words(written: Sequence[str]) -> Iterator[Word]:
    spoken = [_spoken_form(token) for token in written]
    phones = _look_up(spoken)
    pending = ""
    for token, plain, said, after in zip(written, spoken, phones, (*phones, ())[1:], strict=True):
        syllables = to_syllables(_before_vowel(plain, said, after))
        if not syllables:
            pending += token + " " if is_opening(token) else ""
            continue
        yield Word(pending + token, _lighten(plain, syllables))
        pending = ""


def _look_up(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """English phones of each token; plain words are said together, as "live" and "read" need it."""
    phones: list[tuple[str, ...]] = []
    for plain, group in groupby(tokens, key=lambda token: _PLAIN_WORD.fullmatch(token) is not None):
        run = list(group)
        together = _ask_gruut(" ".join(run)) if plain else []
        if [word for word, _ in together] == run:
            said = [phones_of_word for _, phones_of_word in together]
        else:
            said = [_look_up_alone(token) for token in run]
        phones.extend(_corrected(token, word) for token, word in zip(run, said, strict=True))
    return phones


@lru_cache(_MOST_TOKENS)
def _look_up_alone(token: str) -> tuple[str, ...]:
    if any(character.isalpha() and not character.isascii() for character in token):
        return read_letters(token, "en")
    return _look_up_parts(token.split())


def _look_up_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """Phones of "fire light" or "1984", with a border where a spoken word ends."""
    phones: list[str] = []
    for part in parts:
        said = _look_up([part])[0] if len(parts) > 1 else _said_alone(part)
        phones.extend((BORDER, *said) if phones else said)
    return tuple(phones)


def _spoken_form(token: str) -> str:
    """A written word as it is looked up: small letters, straight apostrophes, Latin accents dropped."""
    token = re.sub("[’‘ʼ`´]", "'", token)
    kept = "".join(character if _is_speakable(character) else " " for character in token).strip()
    folded = unicodedata.normalize("NFKC", kept).lower()
    if all(unicodedata.name(letter, "").startswith("LATIN") for letter in folded if letter.isalpha()):
        folded = anyascii(folded)
    if re.fullmatch(r"\W*(?:[a-z]\.){2,}[a-z]?\W*", folded):
        return " ".join(re.findall("[a-z]", folded)).upper()
    if folded in _ABBREVIATIONS:
        return _ABBREVIATIONS[folded]
    folded = re.sub(r"^[^\w'$£€]+|[^\w'%]+$", "", folded)
    if _NUMBER.fullmatch(folded):
        return folded
    if re.search(r"\d", folded):
        return " ".join(re.findall(r"\d|[^\W\d_]+", folded))
    folded = re.sub(r"[\W_]*[^\w'][\W_]*", " ", folded).strip()
    if folded in _SUNG_SPELLINGS:
        return folded
    return _written_out(folded.strip("'"))


def _written_out(word: str) -> str:
    """Abbreviations in full, words without a vowel as letters, 'sooooo' as 'so'."""
    word = _shortened(word)
    if word in _SUNG_SPELLINGS:
        return word
    if word in _ABBREVIATIONS:
        return _ABBREVIATIONS[word]
    if re.fullmatch("[b-df-hj-np-tv-xz]{2,6}", word):
        return " ".join(word.upper())
    return word


def _is_speakable(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in "'$£€%&.,:/-+@"


def _shortened(word: str) -> str:
    """'sooooo' to 'so', 'freeee' to 'free', 'ooooh' to 'ooh'."""

    def replace(match: re.Match[str]) -> str:
        doubled = match[1] in "el" or (match[1] in "om" and match.start() == 0)
        return match[1] * (2 if doubled else 1)

    return _LENGTHENED.sub(replace, word)


def _ask_gruut(text: str) -> list[tuple[str, tuple[str, ...]]]:
    import gruut  # loading its tables takes 0.3 s, which callers without lyrics need not spend

    return [
        (word.text, tuple(phone for phone in word.phonemes or () if phone not in "|‖"))
        for sentence in gruut.sentences(text, lang="en-us")
        for word in sentence
        if word.is_spoken
    ]


def _said_alone(token: str) -> tuple[str, ...]:
    if token == "A":
        return ("ˈeɪ",)  # the letter, not the article
    words = [word for _, word in _ask_gruut(token)]
    return tuple(phone for word in words for phone in (BORDER, *word))[1:]


def _corrected(token: str, phones: tuple[str, ...]) -> tuple[str, ...]:
    """Singers' spellings, and 'fire' and 'our' in one syllable."""
    if token in _SUNG_SPELLINGS:
        return _SUNG_SPELLINGS[token]
    if _RHOTIC_SPELLING.search(token):
        phones = tuple(
            "ɹ" if phone == "ɚ" and before.endswith(("aɪ", "aʊ")) else phone
            for before, phone in zip(("", *phones), phones, strict=False)
        )
    if phones and not to_syllables(phones):
        return (*phones, "ə")
    return _flapped(phones)


def _flapped(phones: tuple[str, ...]) -> tuple[str, ...]:
    """American t between a vowel and an unstressed one is a tap of the tongue: "pretty", "water"."""
    taps = {
        index
        for index in range(1, len(phones) - 1)
        if phones[index] == "t"
        and is_vowel(unstressed(phones[index - 1]))
        and is_vowel(phones[index + 1])
        and phones[index + 2 : index + 3] != ("n",)
    }
    return tuple("ɾ" if index in taps else phone for index, phone in enumerate(phones))


def _before_vowel(word: str, said: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """English "the" is said with i before a vowel."""
    if word == "the" and said == ("ð", "ə") and after and is_vowel(unstressed(after[0])):
        return ("ð", "i")
    return said


def _lighten(word: str, syllables: tuple[Syllable, ...]) -> tuple[Syllable, ...]:
    """Take the dictionary's stress from words that carry none in a line."""
    if len(syllables) > 1:
        return syllables
    most = 0 if word in _UNSTRESSED else 1 if word in _HALF_STRESSED else 2
    only = syllables[0]
    return (dataclasses.replace(only, stress=min(only.stress, most)),)
