"""Writes out numbers and signs as words of a language. It knows nothing of pronunciation."""

from __future__ import annotations

import re

_NAMES = {"pt": "pt_BR", "nb": "no", "nn": "no"}  # what num2words calls them
_SIGNS: dict[str, tuple[str, str]] = {  # ISO 639-1: words for & and %
    "en": ("and", "percent"), "es": ("y", "por ciento"), "fr": ("et", "pour cent"), "de": ("und", "prozent"),
    "it": ("e", "per cento"), "pt": ("e", "por cento"), "nl": ("en", "procent"), "sv": ("och", "procent"),
    "ru": ("и", "процентов"), "cs": ("a", "procent"), "sw": ("na", "kwa mia"), "da": ("og", "procent"),
    "pl": ("i", "procent"), "fi": ("ja", "prosenttia"), "tr": ("ve", "yüzde"),
}  # fmt: skip
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LONGEST_NUMBER = 9  # digits; longer ones are said digit by digit
_SWAHILI_ONES = ("sifuri", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa")
_SWAHILI_TENS = ("", "kumi", "ishirini", "thelathini", "arobaini", "hamsini", "sitini", "sabini", "themanini",
                 "tisini")  # fmt: skip
_SWAHILI_UNITS = ((1_000_000, "milioni"), (1_000, "elfu"), (100, "mia"))


def write_out(text: str, language: str) -> str:
    """A token with its numbers, & and % in words.

    Args:
        text: a written word or number, such as "1984" or "50%".
        language: ISO 639-1; English words where the language has no table of numbers.
    """
    conjunction, percent = _SIGNS.get(language, _SIGNS["en"])
    text = text.replace("&", f" {conjunction} ").replace("%", f" {percent}")
    if not any(character.isdigit() for character in text):
        return text
    return _NUMBER.sub(lambda match: f" {_in_words(match[0], language)} ", text).strip()


def _in_words(number: str, language: str) -> str:
    if _GROUPED.fullmatch(number):
        number = re.sub("[.,]", "", number)
    whole, _, fraction = number.replace(",", ".").partition(".")
    if len(whole) + len(fraction) > _LONGEST_NUMBER or (whole.startswith("0") and len(whole) > 1):
        return " ".join(_cardinal(int(digit), language) for digit in whole + fraction)
    words = _cardinal(int(whole), language)
    return " ".join((words, *(_cardinal(int(digit), language) for digit in fraction)))


def _cardinal(number: int, language: str) -> str:
    if language == "sw":
        return _swahili(number)
    from num2words import num2words

    name = _NAMES.get(language, language)
    try:
        words = num2words(number, lang=name, to="year" if _is_year(number, language) else "cardinal")
    except (NotImplementedError, OverflowError, TypeError):  # TypeError: Amharic from 1100 to 1999
        words = num2words(number, lang="en")
    return str(words).replace(",", " ").replace("-", " ")


def _is_year(number: int, language: str) -> bool:
    """German and Dutch say years as hundreds: "neunzehnhundert"."""
    return language in ("de", "nl") and 1100 <= number < 2000


def _swahili(number: int) -> str:
    """Cardinal numbers as Swahili counts: the unit first, "na" once, before the last part."""
    for size, unit in _SWAHILI_UNITS:
        if number >= size:
            rest = number % size
            joint = " na " if rest <= 10 or (rest < 100 and rest % 10 == 0) else " "
            return f"{unit} {_swahili(number // size)}" + (joint + _swahili(rest) if rest else "")
    tens, ones = divmod(number, 10)
    if not tens:
        return _SWAHILI_ONES[ones]
    return _SWAHILI_TENS[tens] + (f" na {_SWAHILI_ONES[ones]}" if ones else "")
