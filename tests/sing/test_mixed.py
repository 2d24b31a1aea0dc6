"""Lines of several scripts: pieces, punctuation, pauses."""

import re

from hypothesis import given
from hypothesis import strategies as st

from songwright.compose.text import text_of
from songwright.sing.mandarin import say as say_mandarin
from songwright.sing.mixed import PAUSE, Part, joined, parts_of
from songwright.song.pronunciation import Syllable, Word

LA = (Syllable(("l",), "a", (), 1),)


def test_brackets_open_the_next_word_and_close_the_one_before():
    """Straight quotation marks open after a space and close after a letter."""
    parts: list[Part] = ["（", Word("ba", LA), "） “", Word("la", LA), '”, "', Word("na", LA), '"!']
    assert [word.text for word in joined(parts)] == ["（ba）", "“la”,", '"na"!']


def test_text_that_a_reader_cannot_say_is_kept():
    """A reader without words gives its piece back."""
    parts = parts_of("a-1-b", re.compile("(?P<digits>[0-9])|(?P<word>[a-z])"),
                     {"digits": lambda text: (), "word": lambda text: [Word(text, LA)]})  # fmt: skip
    assert [word.text for word in joined(parts)] == ["a-1-", "b"]


def test_a_space_in_a_script_without_spaces_is_a_pause():
    """The melody gives time between the halves of the line, and at any comma."""
    text = text_of(say_mandarin("回来吧 趁天亮，走 baby 走"))
    assert text.words[2] == "吧" + PAUSE
    assert [index for index in range(len(text)) if text.pauses_before(index)] == [3, 6]


def test_spaces_around_latin_words_are_no_pause():
    """There a space only parts the scripts."""
    assert [word.text for word in say_mandarin("爱 you 爱")] == ["爱", "you", "爱"]


@given(st.lists(st.sampled_from(["，", " ", "(", '"', "」", Word("la", LA)]), max_size=12))
def test_nothing_is_lost_but_spaces(parts):
    """All signs stay in order on some word, if there is one."""
    words = joined(parts)
    written = "".join(part.text if isinstance(part, Word) else part for part in parts)
    if words:
        assert "".join(word.text for word in words) == "".join(written.split())
