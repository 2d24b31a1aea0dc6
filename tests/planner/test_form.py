"""Forms and how they grow."""

from itertools import islice, pairwise

import pytest

from songwright.planner.form import (
    Form,
    growing_instrumental,
    growing_sung,
    instrumental_form,
    looped,
    numbered_repeats,
    solo_title,
    sung_form,
    with_rests,
)
from songwright.planner.genres import Shape
from songwright.song.lyrics import LyricSection, SectionKind, parse_lyrics
from tests.planner.speech import SEED_LYRICS, SHORT_SONG, TWO_VERSES, VERSE, syllables

pytestmark = pytest.mark.fast

LEADS = ("violin", "piano")


def first_lead(section: LyricSection) -> str | None:
    return LEADS[0]


def form_of(lyrics: str, solo: str | None = None) -> Form:
    return sung_form(
        parse_lyrics(lyrics),
        lambda line: syllables(line.text or line.backing),
        first_lead,
        solo,
    )


def titles(form: Form) -> list[str]:
    return [draft.title for draft in form]


def test_sections_keep_the_order_of_the_lyrics() -> None:
    """An intro and an ending come around what was written."""
    assert titles(form_of(SHORT_SONG)) == ["Intro", "Verse 1", "Chorus", "Outro"]
    assert form_of(SHORT_SONG)[-1].ending
    assert titles(form_of(SEED_LYRICS))[4:6] == ["Guitar Solo", "Verse 2"]


def test_an_outro_in_the_middle_gets_an_ending_of_its_own() -> None:
    """The song ends where the words end."""
    assert titles(form_of("[Outro]\nbye\n[Verse]\nhello")) == ["Intro", "Outro", "Verse", "Ending"]


def test_bare_verse_tags_are_numbered() -> None:
    """Equal titles of verses are told apart; choruses keep theirs."""
    lyrics = f"[Verse]\n{VERSE}\n[Chorus]\nhey\n[Verse]\n{VERSE}\n[Chorus]\nhey"
    assert titles(form_of(lyrics)) == ["Intro", "Verse 1", "Chorus", "Verse 2", "Chorus", "Outro"]


def test_very_long_sections_are_parted() -> None:
    """Forty-eight lines are six parts of eight."""
    form = form_of(f"[Verse]\n{VERSE * 12}")
    parts = [len(draft.lines) for draft in form if draft.lines]
    assert parts == [8] * 6
    assert titles(form)[2] == "Verse (part 2)"


@pytest.mark.parametrize("lyrics", [SHORT_SONG, TWO_VERSES, SEED_LYRICS, "one line", "[Outro]\nbye"])
def test_growing_keeps_the_words_in_order_and_the_end_last(lyrics: str) -> None:
    """Every longer version holds the one before, ends with the ending and has no two solos in a row."""
    base = form_of(lyrics)
    for form in islice(growing_sung(base, LEADS), 12):
        kept = [draft for draft in form if draft in base]
        assert kept == list(base)
        assert form[-1].ending
        if "Final Chorus" in titles(base):
            assert [t for t in titles(form) if "horus" in t][-1] == "Final Chorus"
        if form is not base:
            inner = form[1:-1]
            pairs = pairwise(inner)
            assert all(a.lines or b.lines for a, b in pairs)


@pytest.mark.parametrize("shape", list(Shape))
def test_instrumentals_grow_without_end_and_keep_unique_titles(shape: Shape) -> None:
    """Each step adds one section with a title of its own."""
    form = instrumental_form((), shape, LEADS, first_lead)
    versions = list(islice(growing_instrumental(form, shape, LEADS), 15))
    assert [len(version) for version in versions] == list(range(len(form), len(form) + 15))
    assert len(set(titles(versions[-1]))) == len(versions[-1])
    assert all(version[-1].ending for version in versions)


def test_written_instrumental_forms_are_kept() -> None:
    """Tags without words are the form; a lone [Instrumental] leaves it to the genre."""
    form = instrumental_form(parse_lyrics("[Intro]\n[Guitar Solo]\n[Outro]"), Shape.SONG, LEADS, first_lead)
    assert titles(form) == ["Intro", "Guitar Solo", "Outro"]
    assert len(instrumental_form(parse_lyrics("[Instrumental]"), Shape.SONG, LEADS, first_lead)) > 5


def test_a_wanted_solo_is_added_once() -> None:
    """The caption's solo comes in unless the lyrics have one."""
    assert "Violin Solo" in titles(form_of(TWO_VERSES, "violin"))
    assert "Violin Solo" not in titles(form_of(SEED_LYRICS, "violin"))


def test_titles_of_solos_and_repeats() -> None:
    """Solos are called by their instrument, repeats are counted."""
    assert solo_title("distorted_guitar") == "Guitar Solo"
    assert solo_title("synth_lead") == "Synth Solo"
    assert solo_title("organ") == "Organ Solo"
    assert numbered_repeats(["C", "C (repeat)", "C (repeat)"]) == ("C", "C (repeat)", "C (repeat 2)")


def test_rests_are_spread() -> None:
    """Interludes go between the sections, never behind the ending."""
    form = with_rests(form_of(f"[Verse]\n{VERSE * 12}"), 5)
    assert sum(draft.kind is SectionKind.INTERLUDE for draft in form) == 5
    assert form[-1].ending


def test_a_loop_has_no_edges() -> None:
    """What was added around the lyrics goes; what was written stays."""
    assert titles(looped(form_of(SHORT_SONG))) == ["Verse 1", "Chorus"]
    written = looped(form_of("[Intro]\n[Verse]\nA line to sing\n[Outro]"))
    assert titles(written) == ["Intro", "Verse", "Outro"]
    assert not any(draft.ending for draft in written)
