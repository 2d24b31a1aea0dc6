"""Parts written lines into words. It knows nothing of languages and sounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_HAN = re.compile("([\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af])")


def split_words(text: str) -> Iterator[str]:
    """Written words with their punctuation; Han characters are words of their own."""
    normal = unicodedata.normalize("NFC", text)
    for chunk in normal.split():
        pieces = _HAN.split(chunk)
        if len(pieces) == 1:
            yield chunk
            continue
        lead, *rest = pieces
        for character, after in zip(rest[::2], rest[1::2], strict=True):
            if any(letter.isalnum() for letter in lead):
                yield lead
                lead = ""
            yield lead + character + ("" if any(letter.isalnum() for letter in after) else after)
            lead = after if any(letter.isalnum() for letter in after) else ""
        if lead:
            yield lead


def spoken_letters(token: str) -> str:
    """A written word in small letters and straight apostrophes, without pictures and punctuation.

    Hyphens and dashes become spaces; digits and the signs & and % stay, as do dots between digits.
    """
    plain = re.sub("[’‘ʼ`´]", "'", unicodedata.normalize("NFKC", token)).lower()
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c in "'&%.," else " " for c in plain)
    return " ".join(re.sub(r"(?<!\d)[.,]|[.,](?!\d)", " ", kept).split())


def is_opening(token: str) -> bool:
    """Whether a token without words belongs to the word after it."""
    return token.endswith(("(", "“", '"', "«", "¿", "¡", "「", "『"))
