"""Words of another script inside a line: each stretch is said in a language that is written in it.

It knows nothing of how any language is said.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from songwright.sing.mixed import joined, parts_of
from songwright.song.pronunciation import Word

Say = Callable[[str, str], tuple[Word, ...]]  # (text, language) -> its words

_LETTERS = {  # script: its letters as a class of a regular expression
    "hangul": "가-힣ᄀ-ᇿㄱ-ㆎ",
    "kana": "ぁ-ゖゝ-ヺー-ヿｦ-ﾟ",
    "han": "一-鿿㐀-䶿々",
    "cyrillic": "Ѐ-ӿ",
    "arabic": "\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff",
    "latin": "A-Za-zÀ-ÖØ-öø-ɏ",
    "other": "Ͱ-Ͽ\u0530-\u05ff\u0700-\u10ff\u1200-\u1dff",
}
_LANGUAGES = {"hangul": "ko", "kana": "ja", "han": "zh", "cyrillic": "ru", "arabic": "ar", "latin": "en"}
_UNKNOWN = "und"  # ISO 639-2 for an undetermined language; it is read letter by letter
_EASTERN = {
    "zh": ("han",),
    "ja": ("han", "kana"),
    "ko": ("hangul",),
    "ar": ("arabic",),
}  # and Latin: they hand it on


def say_stretches(text: str, language: str, say: Say) -> tuple[Word, ...]:
    """Say a line of one language, and what is written in another script in a language of that script.

    Args:
        text: one written line.
        language: ISO 639-1, one that has a reader of its own.
        say: says a stretch in a language.
    Returns:
        Its words as written; no letter is left out.
    """
    foreign, stretches = _scripts(language)
    if foreign.search(text) is None:
        return say(text, language)
    readers: dict[str, Callable[[str], tuple[Word, ...]]] = {
        script: functools.partial(_said, say, _LANGUAGES.get(script, _UNKNOWN)) for script in _LETTERS
    }
    readers["home"] = functools.partial(_said, say, language)
    return joined(parts_of(text, stretches, readers))


def _said(say: Say, language: str, text: str) -> tuple[Word, ...]:
    return say(text, language)


@functools.cache
def _scripts(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is foreign to a language, and its stretches by script."""
    home = (*_EASTERN[language], "latin") if language in _EASTERN else (_home_of(language),)
    foreign = {script: letters for script, letters in _LETTERS.items() if script not in home}
    every = "".join(foreign.values())
    runs = (f"(?P<{script}>[{letters}]+(?:[ '’-]+[{letters}]+)*)" for script, letters in foreign.items())
    return re.compile(f"[{every}]"), re.compile("|".join((*runs, f"(?P<home>[^{every}]+)")))


def _home_of(language: str) -> str:
    return "cyrillic" if language == "ru" else "latin"
