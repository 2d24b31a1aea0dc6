"""Phones to syllables by the maximal onset principle. It knows nothing of spelling and sound."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from songwright.sing.phones import SYLLABIC
from songwright.song.pronunciation import Syllable

MayBegin = Callable[[tuple[str, ...]], bool]  # consonants -> whether a syllable may begin with them

BORDER = "."  # stands between phones that never share a syllable, as in "fire-light"
_VOWEL_LETTERS = frozenset("aeiouyæɑɒɐəɚɛɜɝɪɔøœʊʉʌɨɯɤʏɵɘɞɶɿʅ")
_STRESS_MARKS = {"ˈ": 2, "ˌ": 1}

# Words of English begin with these clusters; a single consonant may always begin a syllable, except ŋ.
_STOP_LIQUID = {(stop, liquid) for stop in "pbkɡf" for liquid in "lɹ"}
_ONSET_PAIRS = frozenset(
    _STOP_LIQUID
    | {(stop, "ɹ") for stop in "tdθʃ"}
    | {(stop, "w") for stop in "tdkɡθ"}
    | {("s", second) for second in "ptkmnlwf"}
    | {("t͡s", "w"), ("h", "w")}
    | {(first, "j") for first in "pbtdkɡfvmnhlsθ"}
    | {("t", "ɾ"), ("d", "ɾ"), ("p", "ɾ"), ("b", "ɾ"), ("k", "ɾ"), ("ɡ", "ɾ"), ("f", "ɾ")}
)
_NEVER_BEGINS = frozenset("ŋʒ")
_LONGEST_ONSET = 4


def is_vowel(phone: str) -> bool:
    """Whether a phone can carry a note: vowels, diphthongs and syllabic consonants."""
    return unicodedata.normalize("NFD", phone)[:1] in _VOWEL_LETTERS or SYLLABIC in phone


def has_vowel(phones: Sequence[str]) -> bool:
    """Whether the phones, with or without stress marks, make a syllable."""
    return any(is_vowel(unstressed(phone)) for phone in phones)


def unstressed(phone: str) -> str:
    """The phone without its stress mark."""
    return phone.lstrip("".join(_STRESS_MARKS))


def english_onset(onset: tuple[str, ...]) -> bool:
    """Whether an English syllable may begin with these consonants."""
    if not onset:
        return True
    if len(onset) == 1:
        return onset[0] not in _NEVER_BEGINS
    if len(onset) == 2:
        return onset in _ONSET_PAIRS
    return onset[0] == "s" and onset[1] in "ptk" and onset[1:] in _ONSET_PAIRS


def to_syllables(phones: Sequence[str], may_begin: MayBegin = english_onset) -> tuple[Syllable, ...]:
    """Group phones into syllables.

    Args:
        phones: IPA symbols in order, a stress mark before a stressed vowel; `BORDER` parts words.
        may_begin: the consonants that may begin a syllable of the language.
    Returns:
        The syllables; empty when no phone is a vowel.
    """
    runs = (list(run) for is_border, run in groupby(phones, BORDER.__eq__) if not is_border)
    return tuple(syllable for run in runs for syllable in _of_run(run, may_begin))


def _of_run(phones: Sequence[str], may_begin: MayBegin) -> tuple[Syllable, ...]:
    """Syllables of phones without a border."""
    plain = [unstressed(phone) for phone in phones]
    stresses = [_STRESS_MARKS.get(phone[:1], 0) for phone in phones]
    nuclei = [index for index, phone in enumerate(plain) if is_vowel(phone)]
    if not nuclei:
        return ()
    starts = [0]
    for before, after in pairwise(nuclei):
        cluster = plain[before + 1 : after]
        starts.append(after - _onset_length(cluster, may_begin))
    starts.append(len(plain))
    return tuple(
        Syllable(
            onset=tuple(plain[start:nucleus]),
            nucleus=plain[nucleus],
            coda=tuple(plain[nucleus + 1 : end]),
            stress=max(stresses[start : nucleus + 1]),
        )
        for start, nucleus, end in zip(starts, nuclei, starts[1:], strict=False)
    )


def _onset_length(cluster: Sequence[str], may_begin: MayBegin) -> int:
    """How many consonants of a cluster between two vowels begin the second syllable."""
    longest = min(_LONGEST_ONSET, len(cluster))
    return next(size for size in range(longest, -1, -1) if may_begin(tuple(cluster[len(cluster) - size :])))
