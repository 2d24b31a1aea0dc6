"""Reads tempo, key, meter and length out of free text: "at 92 bpm, in D minor, 3/4, 30 seconds".

It knows nothing of genres or of what else the text says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from songwright.song.key import Key, Mode, parse_key
from songwright.song.meter import Meter
from songwright.song.request import FASTEST_BPM, LONGEST_S, SHORTEST_S, SLOWEST_BPM


@dataclass(frozen=True, slots=True)
class Figures:
    """What the text says in figures; None where it says nothing that can be used.

    Attributes:
        bpm: quarter notes per minute, 30 to 300.
        key: tonic and mode.
        mode: the mode alone ("in a minor key").
        meter: time signature.
        duration_s: seconds, 5 to 600.
        quotes: the words that said it, by field; also of values that cannot be used.
        rest: the text without these words, every one of them replaced by a comma.
    """

    bpm: int | None
    key: Key | None
    mode: Mode | None
    meter: Meter | None
    duration_s: float | None
    quotes: dict[str, str]
    rest: str


_BPM = re.compile(
    r"\b(\d{2,3})\s*-?(?:bpm\b|beats (?:per|a) minute\b)|\b(?:bpm|tempo)\s*(?:of|is|at|[:=])?\s*(\d{2,3})\b",
    re.I,
)
_KEY = re.compile(
    r"\b(?P<lead>(?:in|key)\s+(?:the\s+)?(?:key\s+)?(?:of\s+)?|key\s*[:=]\s*)?"
    r"(?P<tonic>[A-Ga-g])(?P<accidental>[#♯♭]|b(?=[ -]|m|$)|[ -]?(?:sharp|flat))?"
    r"(?P<gap>[ -]?)(?P<mode>(?i:major|minor|maj|min)|m)(?![A-Za-z'])"
    r"(?P<after>\s+(?:key|mood|mode|feel|tonality))?"
)
_BARE_KEY = re.compile(
    r"\bkey\s*(?:of|[:=])\s*(?P<tonic>[A-Ga-g])(?P<accidental>[#♯♭b]|[ -]?(?:sharp|flat))?(?![A-Za-z#'])"
)
_MODE = re.compile(r"\b(?:in|a)\s+(?:a\s+)?(major|minor)\s+(?:key|mode|tonality)\b", re.I)
_METER = re.compile(r"(?<![\d/])(\d{1,2})/(2|4|8|16)(?:\s*time(?:\s+signature)?)?(?![\d/])", re.I)
_NUMBER_WORDS = {"half": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_NUMBER = r"\d+(?:\.\d+)?|" + "|".join(_NUMBER_WORDS)
_MINUTES = re.compile(
    rf"\b({_NUMBER})(?:\s+an?)?[\s-]*(?:minutes?|mins?)\b(?:(?:\s+and)?\s+(\d+)[\s-]*(?:seconds?|secs?)\b)?",
    re.I,
)
_SECONDS = re.compile(r"\b(\d+(?:\.\d+)?)(?:[\s-]*(?:seconds?|secs?)\b|\s+s\b)", re.I)
# "45s", but "80s" is a decade and "808s" drums.
_SHORT_SECONDS = re.compile(r"(?<![\d.])(?![2-9]0s)(?!00s|808s|909s)(\d{1,3})s\b")
_CLOCK = re.compile(r"\b(\d{1,2}):([0-5]\d)\b")
_METERS = {"2/4": Meter.TWO, "3/4": Meter.THREE, "4/4": Meter.FOUR, "6/8": Meter.SIX}
_SAME_METERS = {"12/8": Meter.SIX, "2/2": Meter.FOUR, "9/8": Meter.THREE, "3/8": Meter.THREE}


def read_figures(text: str) -> Figures:
    """Read the figures of a caption; text without figures gives nothing and is no error."""
    reader = _Reader(text)
    key, mode = reader.key(), None
    if key is None:
        mode = reader.mode()
    return Figures(reader.bpm(), key, mode, reader.meter(), reader.duration_s(), reader.quotes, reader.text)


class _Reader:
    """Takes figures out of a text one by one; what one took is not there for the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotes: dict[str, str] = {}

    def bpm(self) -> int | None:
        match = self._take("bpm", _BPM)
        value = int(match[1] or match[2]) if match else None
        return value if value is not None and SLOWEST_BPM <= value <= FASTEST_BPM else None

    def key(self) -> Key | None:
        found = next(filter(_is_key, _KEY.finditer(self.text)), None)
        if found:
            self._cut("key", found)
            return _key(found["tonic"], found["accidental"], found["mode"])
        bare = self._take("key", _BARE_KEY)
        return _key(bare["tonic"], bare["accidental"], "major") if bare else None

    def mode(self) -> Mode | None:
        match = self._take("mode", _MODE)
        return Mode(match[1].lower()) if match else None

    def meter(self) -> Meter | None:
        match = self._take("meter", _METER)
        if match is None:
            return None
        signature = f"{match[1]}/{match[2]}"
        return _METERS.get(signature) or _SAME_METERS.get(signature)

    def duration_s(self) -> float | None:
        seconds = None
        if match := self._take("duration_s", _MINUTES):
            seconds = 60.0 * _number(match[1]) + float(match[2] or 0)
        elif match := self._take("duration_s", _SECONDS) or self._take("duration_s", _SHORT_SECONDS):
            seconds = float(match[1])
        elif match := self._take("duration_s", _CLOCK):
            seconds = 60.0 * int(match[1]) + int(match[2])
        return seconds if seconds is not None and SHORTEST_S <= seconds <= LONGEST_S else None

    def _take(self, field: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self.text)
        if match:
            self._cut(field, match)
        return match

    def _cut(self, field: str, match: re.Match[str]) -> None:
        self.quotes[field] = " ".join(match[0].split())
        self.text = f"{self.text[: match.start()]} , {self.text[match.end() :]}"


def _is_key(match: re.Match[str]) -> bool:
    """Whether "a minor ..." is the key and not the article, and "Am", "em" a key and not a word."""
    if match["mode"] == "m":
        return match["lead"] is not None or (match["tonic"].isupper() and bool(match["accidental"]))
    article = match["tonic"] == "a" and not match["accidental"]
    return not article or (match["lead"] is not None and match["after"] is None)


def _key(tonic: str, accidental: str | None, mode: str) -> Key:
    sign = (accidental or "").strip(" -").lower()
    return parse_key(f"{tonic.upper()}{sign} {mode if mode == 'm' else mode.lower()}")


def _number(text: str) -> float:
    word = text.lower()
    return float(_NUMBER_WORDS[word]) if word in _NUMBER_WORDS else float(word)
