"""Proves that timed lyrics say what the timeline says, read back by a parser of the format."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.export.lrc import to_lrc
from songwright.song.timeline import TimedLine, Timeline
from tests.export.songs import long_timeline, words

pytestmark = pytest.mark.fast

_STAMP = r"(\d{2,}):([0-5]\d)\.(\d\d)"


def seconds(minutes: str, whole: str, hundredths: str) -> float:
    return int(minutes) * 60 + int(whole) + int(hundredths) / 100


def parse_lrc(text: str) -> tuple[dict[str, str], list[tuple[float, list[tuple[float, str]]]]]:
    """Header tags, and for each line its time and (time, word) pairs; the last pair has no word."""
    tags, lines = {}, []
    for row in text.splitlines():
        if tag := re.fullmatch(r"\[([a-z]+):(.*)\]", row):
            tags[tag[1]] = tag[2].strip()
        elif row:
            head = re.match(rf"\[{_STAMP}\] ", row)
            assert head is not None
            body = row[head.end() :]
            stamps = [(match.span(), seconds(*match.groups())) for match in re.finditer(rf"<{_STAMP}>", body)]
            ends = [*(span[0] for span, _ in stamps[1:]), len(body)]
            pairs = [
                (time, body[span[1] : end].strip()) for (span, time), end in zip(stamps, ends, strict=True)
            ]
            lines.append((seconds(*head.groups()), pairs))
    return tags, lines


def timeline(*lines: TimedLine, duration_s: float = 100.0) -> Timeline:
    return Timeline(duration_s, (), (), (), (), lines)


def test_the_header_names_title_length_and_maker():
    """Players show the title and check the length."""
    tags, lines = parse_lrc(to_lrc(timeline(duration_s=83.4), "Hold On"))
    assert tags == {"ti": "Hold On", "length": "01:23", "re": "Songwright"}
    assert lines == []


def test_every_word_comes_back_at_its_time():
    """Words and their times survive, to a hundredth of a second."""
    song = long_timeline(180.0)
    _, lines = parse_lrc(to_lrc(song, "Neon"))
    assert len(lines) == len(song.lines)
    for written, (start, pairs) in zip(song.lines, lines, strict=True):
        assert start == pytest.approx(written.start_s, abs=0.0051)
        assert [time for time, _ in pairs[:-1]] == pytest.approx(
            [w.start_s for w in written.words], abs=0.0051
        )
        assert pairs[-1][0] == pytest.approx(written.end_s, abs=0.0051)
        sung = " ".join(word for _, word in pairs[:-1])
        assert sung == (f"({written.text})" if written.backing else written.text)


def test_lines_are_in_order_of_time():
    """Answers of the backing vocals stand where they start."""
    _, lines = parse_lrc(to_lrc(timeline(words("b c", 20, 1), words("a", 10, 1, backing=True)), "Order"))
    assert [start for start, _ in lines] == [10.0, 20.0]
    assert lines[0][1][0] == (10.0, "(a)")


def test_sixty_seconds_are_a_minute():
    """59.999 s is written 01:00.00, never 00:60.00."""
    text = to_lrc(timeline(words("late", 59.999, 1)), "Late")
    assert "[01:00.00] <01:00.00> late" in text


def test_words_that_look_like_stamps_stay_words():
    """A lyric cannot break the file."""
    text = to_lrc(timeline(words("count <01:02.03> down [00:01]", 1, 1)), "A [00:00.00] title\nof two lines")
    tags, lines = parse_lrc(text)
    assert tags["ti"] == "A ‹00:00.00› title of two lines"
    assert [word for _, word in lines[0][1]] == ["count", "‹01:02.03›", "down", "‹00:01›", ""]


@given(start=st.floats(0, 599), word_s=st.floats(0.05, 2), count=st.integers(1, 12))
def test_stamps_never_go_backwards(start: float, word_s: float, count: int):
    """Rounding keeps the order of words."""
    _, lines = parse_lrc(to_lrc(timeline(words("la " * count, start, word_s)), "La"))
    times = [time for time, _ in lines[0][1]]
    assert times == sorted(times)
