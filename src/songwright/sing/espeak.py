"""Asks an installed espeak-ng program how words are said. It knows nothing of notes and sound.

espeak-ng is under the GPL; it is a separate program, started for a line, never linked and never needed.
Every word is a paragraph of its own, so that every written word keeps its phones.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence

from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.letters import read_letters
from songwright.sing.numerals import write_out
from songwright.sing.syllables import has_vowel, is_vowel, to_syllables, unstressed
from songwright.sing.written import split_words, spoken_letters
from songwright.song.pronunciation import Word

PROGRAM = "espeak-ng"
_TIME_LIMIT_S = 10.0
_UTF_8 = "1"  # what the program calls the coding of its input
_MOST_WORDS = 20_000  # remembered of a language
_SEPARATOR = "_"
_SWITCH = re.compile(r"\([a-z-]+\)")  # "(en)" where the program changes the language
_TONES = re.compile("[0-9˥˦˧˨˩↗↘ˑ|‖]")
_AFFRICATES = ("tʃ", "dʒ", "ts", "dz", "tɕ", "dʑ", "tʂ", "dʐ", "pf")
_TIED = {affricate: f"{affricate[0]}͡{affricate[1:]}" for affricate in _AFFRICATES}
_VOICES = {"no": "nb", "nn": "nb", "iw": "he", "in": "id"}  # where the program's code is another one
_MAY_BEGIN = rising_onsets(2, "sʃ")


def can_say(language: str) -> bool:
    """Whether the installed program, if there is one, says a language (ISO 639-1)."""
    return _voice_of(language) in _installed_voices()


def _voice_of(language: str) -> str:
    return _VOICES.get(language, language)


def _installed_voices() -> frozenset[str]:
    """Codes of the program's voices without regions; none if it is missing or does not answer."""
    listed = _run(["--voices"], "")
    codes = (line.split()[1] for line in listed.splitlines()[1:] if len(line.split()) > 1)
    return frozenset(code.partition("-")[0] for code in codes)


class Espeak:
    """Says lines of one language and remembers its words.

    Args:
        language: ISO 639-1, one that it `can_say`.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, tuple[str, ...]] = {}

    def say(self, text: str) -> tuple[Word, ...]:
        """Words of one written line; a word that the program refuses is read by its letters."""
        written = list(split_words(text))
        spoken = [write_out(spoken_letters(token), self._language) for token in written]
        if len(self._known) > _MOST_WORDS:
            self._known.clear()
        self._ask([word for word in dict.fromkeys(spoken) if word and word not in self._known])
        said = ((token, to_syllables(self._known.get(word, ()), _MAY_BEGIN))
                for token, word in zip(written, spoken, strict=True))  # fmt: skip
        return tuple(Word(token, syllables) for token, syllables in said if syllables)

    def _ask(self, words: Sequence[str]) -> None:
        if not words:
            return
        arguments = ["--ipa", f"--sep={_SEPARATOR}", "-b", _UTF_8, "-q", "-v", _voice_of(self._language)]
        answer = _run(arguments, "\n\n".join(words) + "\n")
        lines = [line for line in answer.splitlines() if line.strip()]
        if not lines:  # it is gone, or hangs; asking again would take as long for every word
            lines = [""] * len(words)
        elif len(lines) != len(words):  # it says some words in two lines, so ask for each alone
            lines = [" ".join(_run(arguments, word).split()) for word in words]
        for word, line in zip(words, lines, strict=True):
            phones = _to_phones(line)
            self._known[word] = phones if has_vowel(phones) else read_letters(word, self._language)


def _run(arguments: Sequence[str], text: str) -> str:
    """What the program prints; empty if it is missing, fails or takes too long."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, *arguments],
            input=text.encode(errors="replace"),
            capture_output=True,
            timeout=_TIME_LIMIT_S,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _to_phones(line: str) -> tuple[str, ...]:
    """IPA of the program to phones: diphthongs whole, affricates tied, stress on the vowel."""
    phones: list[str] = []
    pending = ""
    for piece in re.split(rf"[{_SEPARATOR}\s]+", _TONES.sub("", _SWITCH.sub(" ", line))):
        mark, plain = _parted(piece.replace("\u200d", ""))
        pending = mark or pending
        if not plain:
            continue
        if is_vowel(plain):
            phones.append(pending + plain)
            pending = ""
        elif len(plain) > 1 and any(is_vowel(letter) for letter in plain):
            onset = next(index for index, letter in enumerate(plain) if is_vowel(letter))
            phones.extend((plain[:onset], pending + plain[onset:]))
            pending = ""
        else:
            phones.append(_TIED.get(plain, plain))
    return tuple(phones)


def _parted(piece: str) -> tuple[str, str]:
    """The stress mark in a piece, and the piece without it."""
    mark = "ˈ" if "ˈ" in piece else "ˌ" if "ˌ" in piece else ""
    return mark, unstressed(piece).replace("ˈ", "").replace("ˌ", "")
