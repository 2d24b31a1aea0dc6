"""Reads the text of command-line options into values, with errors that name field, value and what is allowed.

It knows nothing of rendering and of the terminal.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from songwright.errors import InvalidValue
from songwright.song.request import (
    FASTEST_BPM,
    LARGEST_SEED,
    LONGEST_LYRICS,
    LONGEST_S,
    MOST_TAKES,
    SHORTEST_S,
    SLOWEST_BPM,
)

MOST_WORKERS = 64
LARGEST_LYRICS_FILE = 200_000  # bytes

_DURATION_HELP = f"{SHORTEST_S:g} to {LONGEST_S:g} seconds, written 90, 90s or 1:30"
_SECONDS = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?s?")
_MINUTES = re.compile(r"([0-9]{1,4}):([0-5][0-9](?:\.[0-9]{1,6})?)")
_INTEGER = re.compile(r"[0-9]{1,20}")
_SOUNDFONT_HELP = "a SoundFont file (.sf2)"


def parse_duration(text: str) -> float:
    """Seconds from "90", "90.5", "90s" or "1:30".

    Raises:
        InvalidValue: anything else, or not 5 to 600 seconds.
    """
    seconds = -1.0
    if match := _SECONDS.fullmatch(text.strip().lower()):
        seconds = float(match[1])
    elif match := _MINUTES.fullmatch(text.strip()):
        seconds = int(match[1]) * 60 + float(match[2])
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise InvalidValue("duration", text, _DURATION_HELP)
    return seconds


def parse_bpm(text: str) -> int:
    """Beats per minute, 30 to 300.

    Raises:
        InvalidValue: not a whole number in that range.
    """
    return _integer("bpm", text, SLOWEST_BPM, FASTEST_BPM, " beats per minute, a whole number")


def parse_seed(text: str) -> int:
    """A seed, 0 to 2**63 - 1.

    Raises:
        InvalidValue: not a whole number in that range.
    """
    return _integer("seed", text, 0, LARGEST_SEED, ", a whole number")


def parse_takes(text: str) -> int:
    """How many songs, 1 to 8.

    Raises:
        InvalidValue: not a whole number in that range.
    """
    return _integer("takes", text, 1, MOST_TAKES, " songs")


def parse_workers(text: str) -> int:
    """How many processes, 1 to 64.

    Raises:
        InvalidValue: not a whole number in that range.
    """
    return _integer("workers", text, 1, MOST_WORKERS, " processes")


def parse_lyrics(text: str) -> str:
    """Lyrics as given, or those in the file that "@FILE" names.

    Shells hand on `\\n` as two characters; in text without real line breaks they mean one.

    Raises:
        InvalidValue: the file cannot be read, is no UTF-8 text or is too large.
    """
    if not text.startswith("@"):
        return text if "\n" in text else text.replace("\\n", "\n")
    try:
        with Path(text[1:]).expanduser().open("rb") as file:
            data = file.read(LARGEST_LYRICS_FILE + 1)
    except (OSError, RuntimeError, ValueError) as exc:
        allowed = f"a text file after @ that can be read ({path_trouble(exc)})"
        raise InvalidValue("lyrics", text, allowed) from exc
    if len(data) > LARGEST_LYRICS_FILE:
        allowed = f"a file of at most {LARGEST_LYRICS_FILE // 1000} kB and {LONGEST_LYRICS:,} characters"
        raise InvalidValue("lyrics", text, allowed)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise InvalidValue("lyrics", text, f"a UTF-8 text file (byte {exc.start} is none)") from exc


def parse_soundfont(text: str) -> Path:
    """A SoundFont that exists; whether it can be played is found out by the engine.

    Raises:
        InvalidValue: it cannot be read or is no SoundFont.
    """
    try:
        path = Path(text).expanduser()
        with path.open("rb") as file:
            head = file.read(12)
    except (OSError, RuntimeError, ValueError) as exc:
        allowed = f"{_SOUNDFONT_HELP} that can be read ({path_trouble(exc)})"
        raise InvalidValue("soundfont", text, allowed) from exc
    if head[:4] != b"RIFF" or head[8:] != b"sfbk":  # SoundFont Technical Specification 2.04, section 4
        raise InvalidValue("soundfont", text, _SOUNDFONT_HELP)
    return path.absolute()


def path_trouble(error: Exception) -> str:
    """What is wrong with a typed path: a file error, "~nobody" without a home, or a NUL in it."""
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or str(error)).rstrip(".")


def shown_path(path: Path) -> str:
    """A path as a person would type it: relative if it lies below the current folder."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def _integer(field: str, text: str, low: int, high: int, unit: str) -> int:
    if not _INTEGER.fullmatch(text.strip()) or not low <= int(text) <= high:
        raise InvalidValue(field, text, f"{low} to {high}{unit}")
    return int(text)
