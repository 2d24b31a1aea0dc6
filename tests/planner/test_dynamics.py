"""Energy, swells and fades."""

import pytest

from songwright.planner.drafts import Draft, ending, wordless
from songwright.planner.dynamics import fades_out, section_energies, section_swells
from songwright.song.lyrics import SectionKind

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


def test_fade_out_is_read_from_the_tag() -> None:
    """Only a tag that says so fades."""
    assert fades_out(ending("Outro", ("fade out", "orchestral")))
    assert not fades_out(ending("Outro", ("orchestral",)))
    assert not fades_out(wordless(SectionKind.INTRO, "Intro", ("fade in",)))


def swell(kind: SectionKind, modifiers: tuple[str, ...] = (), *, grows: bool = False) -> float:
    draft = wordless(kind, kind.title(), modifiers)
    return section_swells((draft,), section_energies((draft,), 0.6, 0.0), grows)[0]


def test_builds_swell_and_others_do_when_their_tag_says_so() -> None:
    """A build grows most, a verse not at all unless it is tagged or the whole piece grows."""
    assert swell(SectionKind.BUILD) > 0.3
    assert swell(SectionKind.VERSE) == 0.0
    assert swell(SectionKind.VERSE, ("crescendo",)) > 0.3
    assert swell(SectionKind.VERSE, ("building energy",)) > 0.3
    assert swell(SectionKind.CHORUS, ("diminuendo",)) < -0.3
    assert swell(SectionKind.CHORUS, ("decrescendo",)) < -0.3
    assert swell(SectionKind.VERSE, grows=True) == pytest.approx(0.1)


@pytest.mark.parametrize("kind", list(SectionKind))
@pytest.mark.parametrize("modifiers", [(), ("crescendo",), ("diminuendo",), ("explosive", "rising")])
@pytest.mark.parametrize("shift", [-0.35, 0.0, 0.35])
def test_the_energy_stays_in_range_to_the_end_of_the_section(
    kind: SectionKind, modifiers: tuple[str, ...], shift: float
) -> None:
    """Energy and swell together lie within 0 to 1; silence has neither."""
    draft = wordless(kind, kind.title(), modifiers)
    (energy,) = section_energies((draft, *FORM), 0.6, shift)[:1]
    (end,) = section_swells((draft,), (energy,), grows=True)
    assert 0.0 <= energy <= 1.0
    assert 0.0 <= energy + end <= 1.0
    assert (energy == end == 0.0) == (kind is SectionKind.SILENCE)
