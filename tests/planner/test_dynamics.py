"""Energy and ways to sing."""

import pytest

from songwright.planner.drafts import Draft, ending, wordless
from songwright.planner.dynamics import fades_out, section_energies, vocal_style
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind, parse_lyrics
from songwright.song.plan import VocalStyle

pytestmark = pytest.mark.fast

FORM = tuple(
    wordless(kind, kind.title())
    for kind in (
        SectionKind.INTRO,
        SectionKind.VERSE,
        SectionKind.PRE_CHORUS,
        SectionKind.CHORUS,
        SectionKind.VERSE,
        SectionKind.CHORUS,
        SectionKind.BRIDGE,
        SectionKind.CHORUS,
        SectionKind.OUTRO,
    )
)


@pytest.mark.parametrize("genre_energy", [0.15, 0.5, 0.95])
@pytest.mark.parametrize("shift", [-0.35, 0.0, 0.35])
def test_energy_rises_to_the_final_chorus(genre_energy: float, shift: float) -> None:
    """Intro below verse below pre-chorus below chorus; the last chorus is highest, the outro falls."""
    intro, verse, pre, chorus, _, second, bridge, final, outro = section_energies(FORM, genre_energy, shift)
    assert intro < verse < pre < chorus < second < final
    assert bridge < chorus
    assert outro < verse


def test_modifiers_change_the_energy() -> None:
    """Explosive is fuller, quiet softer than the plain section."""
    chorus = FORM[3]
    kinds = (("explosive",), (), ("soft",), ("quiet",))
    versions = [Draft(chorus.kind, chorus.title, modifiers) for modifiers in kinds]
    energies = [section_energies((version, *FORM), 0.6, 0.0)[0] for version in versions]
    assert energies == sorted(energies, reverse=True)
    assert len(set(energies)) == 4


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


def test_fade_out_is_read_from_the_tag() -> None:
    """Only a tag that says so fades."""
    assert fades_out(ending("Outro", ("fade out", "orchestral")))
    assert not fades_out(ending("Outro", ("orchestral",)))
    assert not fades_out(wordless(SectionKind.INTRO, "Intro", ("fade in",)))
