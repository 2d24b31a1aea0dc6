"""What a caller asked for. None means that the caller did not say. It knows nothing of wire formats."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from songwright.errors import InvalidValue
from songwright.song.key import Key, parse_key
from songwright.song.meter import Meter, parse_meter

SHORTEST_S, LONGEST_S = 5.0, 600.0
SLOWEST_BPM, FASTEST_BPM = 30, 300
MOST_TAKES = 8
LANGUAGE_HELP = "an ISO 639 code such as en, es or de"
LONGEST_CAPTION = 4_000  # characters
LONGEST_LYRICS = 20_000  # characters; ten minutes of fast singing stay below it
LARGEST_SEED = 2**63 - 1  # what an SQL integer holds


class AudioFormat(StrEnum):
    """Formats that a finished song can be written in."""

    MP3 = "mp3"
    WAV = "wav"
    FLAC = "flac"
    OPUS = "opus"


@dataclass(frozen=True, slots=True)
class SongRequest:
    """A request for one or more takes of a song.

    Attributes:
        caption: free text on style, mood, instruments, voice and era.
        lyrics: what to sing, with section tags; None or blank means instrumental.
        instrumental: true sings nothing even if lyrics are given.
        auto_lyrics: the planner writes lyrics from the caption where there are none.
        loop: the end leads back into the start.
        duration_s: seconds, 5 to 600.
        bpm: quarter notes per minute, 30 to 300.
        key: tonic and mode.
        meter: time signature.
        vocal_language: ISO 639-1 code.
        seed: 0 to 2**63 - 1; take n uses seed + n.
        seeds: a seed for each take by itself; None, and takes beyond the list, leave it to `seed`.
        takes: how many different songs to make, 1 to 8.
        audio_format: of the finished file.
    """

    caption: str = ""
    lyrics: str | None = None
    instrumental: bool = False
    duration_s: float | None = None
    bpm: int | None = None
    key: Key | None = None
    meter: Meter | None = None
    vocal_language: str | None = None
    seed: int | None = None
    takes: int = 1
    audio_format: AudioFormat = AudioFormat.MP3
    seeds: tuple[int | None, ...] = ()
    auto_lyrics: bool = False
    loop: bool = False

    def __post_init__(self) -> None:
        _check_text("prompt", self.caption, LONGEST_CAPTION)
        _check_text("lyrics", self.lyrics or "", LONGEST_LYRICS)
        _check_range("duration", self.duration_s, SHORTEST_S, LONGEST_S, " seconds")
        _check_range("bpm", self.bpm, SLOWEST_BPM, FASTEST_BPM, " beats per minute")
        _check_range("seed", self.seed, 0, LARGEST_SEED)
        for seed in self.seeds:
            _check_range("seed", seed, 0, LARGEST_SEED)
        if len(self.seeds) > MOST_TAKES:
            raise InvalidValue("seed", len(self.seeds), f"at most {MOST_TAKES} seeds")
        _check_range("takes", self.takes, 1, MOST_TAKES)
        language = self.vocal_language
        if language is not None and not is_language_code(language):
            raise InvalidValue("language", language, LANGUAGE_HELP)

    def take_seed(self, take: int, chance: int) -> int:
        """The seed of a take, counted from 0; `chance` is the first seed if the caller did not say one."""
        listed = self.seeds[take] if take < len(self.seeds) else None
        if listed is not None:
            return listed
        return ((chance if self.seed is None else self.seed) + take) % (LARGEST_SEED + 1)


def is_language_code(text: str) -> bool:
    """Whether a text has the form of an ISO 639 code; whether there is such a language is not known here."""
    return text.isalpha() and text.isascii() and 2 <= len(text) <= 3


def request_to_json(request: SongRequest) -> dict[str, Any]:
    """A request as JSON values; `request_from_json` is its inverse."""
    key = None if request.key is None else request.key.name
    return {**dataclasses.asdict(request), "key": key}


def request_from_json(wire: dict[str, Any]) -> SongRequest:
    """Read a request that `request_to_json` wrote."""
    fields = dict(wire)
    fields["key"] = None if fields["key"] is None else parse_key(fields["key"])
    fields["meter"] = None if fields["meter"] is None else parse_meter(fields["meter"])
    fields["audio_format"] = AudioFormat(fields["audio_format"])
    fields["seeds"] = tuple(fields.get("seeds", ()))
    return SongRequest(**fields)


def parse_audio_format(text: str) -> AudioFormat:
    """Read the name of an audio format.

    Raises:
        InvalidValue: no such format.
    """
    try:
        return AudioFormat(text.strip().lower())
    except ValueError:
        raise InvalidValue("format", text, "one of " + ", ".join(AudioFormat)) from None


def _check_text(field: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise InvalidValue(field, text, f"at most {longest:,} characters")
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise InvalidValue(field, text, "text without NUL characters and lone surrogates")


def _check_range(field: str, value: float | None, low: float, high: float, unit: str = "") -> None:
    if value is not None and not low <= value <= high:
        raise InvalidValue(field, value, f"{low:g} to {high:g}{unit}" if high < 1e6 else f"{low:g} to {high}")
