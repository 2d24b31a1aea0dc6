"""Titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.planner.title import choose_title
from songwright.song.lyrics import parse_lyrics
from tests.planner.speech import SHORT_SONG

pytestmark = pytest.mark.fast


def test_title_is_the_first_chorus_line() -> None:
    """The hook names the song; without a chorus the caption does, without a caption the first line."""
    assert choose_title(parse_lyrics(SHORT_SONG), "pop") == "Sing It To The Open Sky"
    assert choose_title(parse_lyrics("don't stop me now"), "warm folk tune, slow") == "Warm Folk Tune, Slow"
    assert choose_title(parse_lyrics("don't stop me now"), "") == "Don't Stop Me Now"
    assert choose_title((), "") == "Untitled"


def test_without_a_chorus_the_line_that_is_sung_again_is_the_title() -> None:
    """A blues verse names its song by the line that it repeats."""
    blues = "My train has gone away\nTook the sunlight down\nMy train has gone away\nLeft me here to pine"
    assert choose_title(parse_lyrics(blues), "slow blues, male voice") == "My Train Has Gone Away"


def test_shouted_titles_are_written_calmly() -> None:
    """Uppercase lyrics give a title in title case."""
    assert choose_title(parse_lyrics("[Chorus]\nWE ARE ONE"), "") == "We Are One"


@given(st.text(max_size=150), st.text(max_size=150))
def test_any_text_gives_a_title(caption: str, lyrics: str) -> None:
    """Never empty, never above 60 characters, always one line."""
    title = choose_title(parse_lyrics(lyrics), caption)
    assert 0 < len(title) <= 60
    assert title == title.strip()
    assert "\n" not in title
