"""Writes sung words with their times as enhanced LRC. It knows nothing of files, notes or audio."""

from __future__ import annotations

import re

from songwright.song.timeline import TimedLine, Timeline

_STAMP_LOOKALIKE = re.compile(r"[<\[](\d+:\d+(?:\.\d+)?)[>\]]")


def to_lrc(timeline: Timeline, title: str) -> str:
    """Timed lyrics in the enhanced LRC format ("A2 extension"), with a stamp before every word.

    A line is `[mm:ss.xx] <mm:ss.xx> word <mm:ss.xx> word <mm:ss.xx>`; the last stamp is the end of its last
    word. What backing vocals sing stands in parentheses. Times are minutes, seconds and hundredths from the
    start of the song.

    Returns:
        The text of the file; for an instrumental only the header.
    """
    header = [f"[ti:{_one_line(title)}]", f"[length: {_clock(timeline.duration_s)[:5]}]", "[re: Songwright]"]
    lines = (_line(line) for line in sorted(timeline.lines, key=lambda line: line.start_s))
    return "\n".join([*header, "", *lines]).rstrip("\n") + "\n"


def _line(line: TimedLine) -> str:
    texts = [_one_line(word.name) for word in line.words]
    if line.backing:
        texts[0] = f"({texts[0]}"
        texts[-1] = f"{texts[-1]})"
    words = (f"<{_clock(word.start_s)}> {text}" for word, text in zip(line.words, texts, strict=True))
    return f"[{_clock(line.start_s)}] {' '.join(words)} <{_clock(line.end_s)}>"


def _one_line(text: str) -> str:
    """Text on one line; what a reader would mistake for a stamp gets other brackets."""
    return _STAMP_LOOKALIKE.sub(r"‹\1›", " ".join(text.split()))


def _clock(seconds: float) -> str:
    """Seconds as mm:ss.xx; counted in hundredths first, so that 59.999 becomes 01:00.00."""
    hundredths = round(seconds * 100)
    return f"{hundredths // 6000:02d}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"
