"""Text to plain words: lower case, singular, hyphens as spaces. It knows nothing of what words mean."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_NOT_PLURAL = frozenset({"blues", "brass", "bass", "joyous", "furious"})


def plain_words(text: str) -> list[str]:
    """The words of a text in one spelling: "Lo-Fi guitars" gives lo, fi, guitar."""
    return [_singular(match[0].lower()) for match in word_matches(text)]


def word_matches(text: str) -> list[re.Match[str]]:
    """Where the words of a text stand, without its apostrophes; `plain_words` gives one word for each."""
    return list(_WORD.finditer(text.replace("'", "").replace("’", "")))


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural and word not in _NOT_PLURAL else word
