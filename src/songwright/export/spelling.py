"""Splits a written word over its sung syllables. It knows nothing of sounds or notes."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

_VOWELS = frozenset("aeiouyаеёиоуыэюяαεηιουω")
_PAIRS = frozenset(  # consonants that begin a syllable together
    "ch sh th ph wh gh ck qu bl cl dl fl gl kl pl tl br cr dr fr gr kr pr tr".split()  # noqa: SIM905 - shorter
)


def split_word(word: str, count: int) -> list[str]:
    """Cut a written word into as many parts as it has syllables; joined they are the word.

    A rule of thumb for reading along, not a hyphenation dictionary: parts are cut between vowel groups,
    before a single consonant and inside a group of consonants.

    Args:
        word: with its punctuation.
        count: how many parts, at least 1.
    Returns:
        Exactly `count` parts; the last ones are empty if the word has fewer letters.
    """
    nuclei = _nuclei(word)
    if len(nuclei) > count and _ends_mute(word):
        nuclei = nuclei[:-1]
    if len(nuclei) < count:
        return _split_evenly(word, count)
    nuclei = [*nuclei[: count - 1], nuclei[-1]] if count > 1 else nuclei[:1]
    cuts = [_cut(word, left, right) for left, right in pairwise(nuclei)]
    return [word[start:end] for start, end in zip([0, *cuts], [*cuts, len(word)], strict=True)]


def _nuclei(word: str) -> list[tuple[int, int]]:
    """Start and end of each group of vowel letters."""
    groups: list[tuple[int, int]] = []
    for place, letter in enumerate(word):
        if not _is_vowel(word, place, letter):
            continue
        if groups and groups[-1][1] == place:
            groups[-1] = (groups[-1][0], place + 1)
        else:
            groups.append((place, place + 1))
    return groups


def _is_vowel(word: str, place: int, letter: str) -> bool:
    plain = unicodedata.normalize("NFD", letter.lower())[0]
    if plain == "y" and place == 0:
        return False
    return plain in _VOWELS and not (plain == "u" and word[place - 1 : place].lower() == "q")


def _ends_mute(word: str) -> bool:
    letters = "".join(letter for letter in word.lower() if letter.isalpha())
    return letters.endswith(("e", "es", "ed"))


def _cut(word: str, left: tuple[int, int], right: tuple[int, int]) -> int:
    """Where to cut between two vowel groups: before the last consonant or inseparable pair of them."""
    cut = max(left[1], right[0] - 1)
    if cut > left[1] and word[cut - 1 : cut + 1].lower() in _PAIRS:
        cut -= 1
    return cut


def _split_evenly(word: str, count: int) -> list[str]:
    size = max(len(word) / count, 1.0)
    cuts = [min(round(size * part), len(word)) for part in range(count + 1)]
    cuts[-1] = len(word)
    return [word[start:end] for start, end in pairwise(cuts)]
