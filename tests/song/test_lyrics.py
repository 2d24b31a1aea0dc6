"""Lyrics as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.song.lyrics import LyricLine, SectionKind, is_instrumental, parse_lyrics, section_kind

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("tag", "kind", "title", "modifiers"),
    [
        ("[Verse 1 - aggressive]", SectionKind.VERSE, "Verse 1", ("aggressive",)),
        ("[Pre-Chorus]", SectionKind.PRE_CHORUS, "Pre-Chorus", ()),
        ("[Guitar Solo - virtuoso, melodic]", SectionKind.SOLO, "Guitar Solo", ("virtuoso", "melodic")),
        ("[Final Chorus - explosive]", SectionKind.CHORUS, "Final Chorus", ("explosive",)),
        ("[Outro - fade out]", SectionKind.OUTRO, "Outro", ("fade out",)),
        ("[Fade Out]", SectionKind.OUTRO, "Fade Out", ("fade out",)),
        ("[inst]", SectionKind.INSTRUMENTAL, "Instrumental", ()),
        ("[CHORUS: anthemic]", SectionKind.CHORUS, "Chorus", ("anthemic",)),
        ("[Piano Interlude]", SectionKind.INTERLUDE, "Piano Interlude", ()),
        ("[Build]", SectionKind.BUILD, "Build", ()),
        ("[Drop]", SectionKind.DROP, "Drop", ()),
        ("Chorus:", SectionKind.CHORUS, "Chorus", ()),
        ("[don't stop pre-chorus]", SectionKind.PRE_CHORUS, "Don't Stop Pre-Chorus", ()),
    ],
)
def test_a_tag_opens_a_section(tag: str, kind: SectionKind, title: str, modifiers: tuple[str, ...]):
    """Kind, title and modifiers are read from the tag."""
    (section,) = parse_lyrics(f"{tag}\nwords to sing")
    assert (section.kind, section.title, section.modifiers) == (kind, title, modifiers)
    assert section.lines == (LyricLine("words to sing"),)


@pytest.mark.parametrize(
    "text", ["", "  \n ", "[inst]", "[Instrumental]", "[Intro]\n[Guitar Solo]\n[Outro]", "♪ ♪"]
)
def test_nothing_to_sing_is_instrumental(text: str):
    """Blank lyrics and tags alone have no words."""
    assert is_instrumental(parse_lyrics(text))


def test_uppercase_lines_are_loud():
    """Shouted lines are known by their capitals; a single capital does not shout."""
    lines = parse_lyrics("WE ARE THE STORM\nI\nWe are quiet")[0].lines
    assert [line.loud for line in lines] == [True, False, False]


def test_parentheses_are_backing_vocals():
    """Words in parentheses leave the lead and go to the backing vocals."""
    lines = parse_lyrics("[Bridge]\nBeyond the stars (beyond the stars)\n(ooh, ah)\nOn (and on) we go")[
        0
    ].lines
    assert lines[0] == LyricLine("Beyond the stars", "beyond the stars")
    assert lines[1] == LyricLine("", "ooh, ah")
    assert lines[2] == LyricLine("On we go", "and on")


def test_a_tag_that_names_no_section_modifies_the_lines_below():
    """`[whispered]` inside a verse does not end the verse."""
    (verse,) = parse_lyrics("[Verse]\nfirst\n[whispered]\nsecond")
    assert [line.modifiers for line in verse.lines] == [(), ("whispered",)]


def test_a_tag_within_a_line_opens_a_section_or_marks_the_line():
    """Lyrics typed on one line keep their sections, and no tag is sung as a word."""
    verse, chorus = parse_lyrics("[Verse] walking [softly] home [Chorus - loud] hold me [x2]")
    assert verse.lines == (LyricLine("walking home", modifiers=("softly",)),)
    assert (chorus.title, chorus.modifiers) == ("Chorus", ("loud",))
    assert chorus.lines == (LyricLine("hold me", modifiers=("x2",)),)


@pytest.mark.parametrize(
    ("tag", "title", "modifiers"),
    [
        ("[[Chorus]]", "Chorus", ()),
        ("[Chorus [2] - loud]", "Chorus 2", ("loud",)),
        ("[Chorus", "Chorus", ()),
        ("[Chorus - soft, slow", "Chorus", ("soft", "slow")),
    ],
)
def test_a_tag_with_odd_brackets_is_still_a_tag(tag: str, title: str, modifiers: tuple[str, ...]):
    """A pair too many or a missing bracket does not turn a section into a word to sing."""
    (section,) = parse_lyrics(f"{tag}\nwords to sing")
    assert (section.title, section.modifiers) == (title, modifiers)
    assert section.lines == (LyricLine("words to sing"),)


def test_a_stray_bracket_is_not_kept():
    """A bracket without its partner would break the timed lyrics, whose times stand in brackets."""
    (verse,) = parse_lyrics("[lost in\nthe rain]")
    assert [line.text for line in verse.lines] == ["lost in", "the rain"]


def test_parentheses_within_parentheses_are_backing_vocals_too():
    """The whole answer is one, to the last parenthesis."""
    (verse,) = parse_lyrics("sing it (oh (yeah) oh) now")
    assert verse.lines == (LyricLine("sing it now", "oh yeah oh"),)


def test_untagged_stanzas_become_verses():
    """A blank line between untagged stanzas starts the next verse; after a tag it does not."""
    assert [section.title for section in parse_lyrics("one\ntwo\n\nthree")] == ["Verse 1", "Verse 2"]
    assert len(parse_lyrics("[Chorus]\none\n\ntwo")) == 1


@given(st.text(max_size=300))
def test_any_text_is_read(text: str):
    """No text breaks the reader, and what it keeps can be sung."""
    for section in parse_lyrics(text):
        assert all(line.text or line.backing for line in section.lines)


def test_pre_chorus_is_not_a_chorus():
    """The more specific name wins."""
    assert section_kind("Pre Chorus 2") is SectionKind.PRE_CHORUS
    assert section_kind("no such thing") is None
