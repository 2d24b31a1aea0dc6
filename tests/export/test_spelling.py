"""Proves that words are cut into as many parts as they are sung in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.export.spelling import split_word

pytestmark = pytest.mark.fast


@given(word=st.text(min_size=1, max_size=20), count=st.integers(1, 8))
def test_parts_join_to_the_word(word: str, count: int):
    """Exactly as many parts as syllables, and no letter is lost or doubled."""
    parts = split_word(word, count)
    assert len(parts) == count
    assert "".join(parts) == word
    assert parts[0]


@pytest.mark.parametrize(
    "parts",
    [
        "run-ning",
        "beau-ti-ful",
        "fire",
        "af-ter-glow",
        "night,",
        "mo-ther",
        "a-way",
        "co-ra-zón",
        "ques-tion",
        "yes-ter-day",
        "lit-tle",
        "hal-le-lu-jah",
        "loved",
        "be-ing",
        "夜-空",
    ],
)
def test_common_words_are_cut_where_people_sing_them(parts: str):
    """The parts read like syllables."""
    expected = parts.split("-")
    assert split_word("".join(expected), len(expected)) == expected
