"""Ways to sing, harmonies and answers."""

import pytest

from songwright.planner.delivery import has_harmonies, vocal_style, with_answers
from songwright.planner.drafts import wordless
from songwright.song.genre import Genre
from songwright.song.lyrics import LyricLine, SectionKind, parse_lyrics
from songwright.song.plan import VocalStyle
from songwright.song.pronunciation import Word, count_syllables
from tests.planner.speech import say

pytestmark = pytest.mark.fast


def style(tag: str, genre: Genre = Genre.METAL, caption: tuple[VocalStyle, ...] = ()) -> VocalStyle:
    (section,) = parse_lyrics(f"{tag}\nSome words")
    draft = wordless(section.kind, section.title, section.modifiers)
    return vocal_style(draft, section.lines[0].modifiers, genre, caption)


@pytest.mark.parametrize(
    ("tag", "genre", "expected"),
    [
        ("[Verse - aggressive]", Genre.BLACK_METAL, VocalStyle.GROWL),
        ("[Verse - aggressive]", Genre.POP, VocalStyle.SUNG),
        ("[Chorus - growled, fast]", Genre.METAL, VocalStyle.GROWL),
        ("[Bridge - harsh vocals]", Genre.METAL, VocalStyle.GROWL),
        ("[Bridge - clean, operatic]", Genre.BLACK_METAL, VocalStyle.SUNG),
        ("[Bridge - whispered]", Genre.POP, VocalStyle.WHISPER),
        ("[whispered]", Genre.POP, VocalStyle.WHISPER),
        ("[Chorus]", Genre.METAL, VocalStyle.SUNG),
        ("[spoken word]", Genre.POP, VocalStyle.SPOKEN),
        ("[Verse - spoken]", Genre.HIP_HOP, VocalStyle.SPOKEN),
        ("[falsetto]", Genre.SOUL, VocalStyle.FALSETTO),
        ("[Bridge - raspy vocal]", Genre.ROCK, VocalStyle.RASPY),
        ("[raspy scream]", Genre.METAL, VocalStyle.GROWL),
        ("[powerful belting]", Genre.POP, VocalStyle.BELT),
        ("[Chorus - sung]", Genre.METAL, VocalStyle.SUNG),
    ],
)
def test_tags_choose_how_lines_are_sung(tag: str, genre: Genre, expected: VocalStyle) -> None:
    """Aggressive growls in metal only; clean and operatic are sung."""
    assert style(tag, genre) is expected


def test_growls_of_the_caption_are_for_metal_verses() -> None:
    """A caption that asks for growls gets them in metal verses that say nothing else."""
    growls = (VocalStyle.GROWL,)
    assert style("[Verse]", Genre.METAL, growls) is VocalStyle.GROWL
    assert style("[Verse - clean]", Genre.METAL, growls) is VocalStyle.SUNG
    assert style("[Chorus]", Genre.METAL, growls) is VocalStyle.SUNG
    assert style("[Verse]", Genre.POP, growls) is VocalStyle.SUNG


def test_ways_to_sing_in_the_caption_are_for_all_or_shared_out() -> None:
    """One way is for all lines, belting for refrains; of a soft and a strong one verses get the soft one."""
    whole, both = (VocalStyle.RASPY,), (VocalStyle.WHISPER, VocalStyle.BELT)
    assert style("[Verse]", Genre.POP, whole) is style("[Chorus]", Genre.POP, whole) is VocalStyle.RASPY
    assert style("[Verse]", Genre.POP, (VocalStyle.BELT,)) is VocalStyle.SUNG
    assert style("[Chorus]", Genre.POP, (VocalStyle.BELT,)) is VocalStyle.BELT
    assert style("[Verse]", Genre.POP, both) is VocalStyle.WHISPER
    assert style("[Chorus]", Genre.POP, both) is VocalStyle.BELT
    assert style("[Chorus - sung]", Genre.POP, both) is VocalStyle.SUNG


def test_harmonies_are_asked_for_by_tag() -> None:
    """The section's tag or the line's; a harmonica is none."""
    plain = wordless(SectionKind.VERSE, "Verse")
    assert has_harmonies(wordless(SectionKind.CHORUS, "Chorus", ("three-part harmonies",)), ())
    assert has_harmonies(plain, ("harmonies",))
    assert not has_harmonies(plain, ("harmonica",))


def say_english(text: str) -> tuple[Word, ...]:
    return say(text, "en")


def answers(lyrics: str, seed: int = 1) -> list[LyricLine]:
    sections = with_answers(parse_lyrics(lyrics), say_english, seed)
    return [line for section in sections for line in section.lines]


def test_call_and_response_echoes_the_end_of_each_call() -> None:
    """The answer is the call's last words, short enough to be answered; written answers stay."""
    call, written, other = answers(
        "[Verse - call and response]\nMeet me by the river, tonight\nI am coming (you are)\n[Chorus]\nHome"
    )
    assert call.backing == "tonight"
    assert written.backing == "you are"
    assert other.backing == ""
    (long,) = answers("[call and response]\nWe go to the sea")
    assert long.backing == "the sea"
    assert 2 <= count_syllables(say_english(long.backing)) <= 5


def test_an_echo_of_a_script_without_spaces_has_none() -> None:
    """Chinese characters are answered as they are written."""

    def by_character(text: str) -> tuple[Word, ...]:
        return tuple(Word(character, say_english("la")[0].syllables) for character in text)

    (section,) = with_answers(parse_lyrics("[call and response]\n月亮代表"), by_character, 1)
    assert section.lines[0].backing == "代表"


def test_ad_libs_call_in_by_the_seed() -> None:
    """Some lines get an interjection, not all; another seed chooses others."""
    lyrics = "[Chorus - ad-lib]\n" + "Here we go\n" * 12
    called = [line.backing for line in answers(lyrics)]
    assert 0 < sum(map(bool, called)) < 12
    assert called != [line.backing for line in answers(lyrics, seed=2)]
