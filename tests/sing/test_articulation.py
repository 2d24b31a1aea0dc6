"""Movements of the vocal tract: targets reached, closures closed, dynamics applied."""

import numpy as np
import pytest

from songwright.sing.articulation import FRAME_S, Movements, articulate
from songwright.sing.phones import CONSONANTS, VOWELS
from songwright.sing.timing import SecondsNote, TimedSyllable, lay_out
from songwright.sing.voices import choose_singer
from songwright.song.plan import VocalStyle, Voice
from songwright.song.pronunciation import Syllable
from songwright.song.score import VocalPart

pytestmark = pytest.mark.fast


def move(*syllables: Syllable, velocity: int = 90, gap_s: float = 0.0) -> Movements:
    """Syllables on notes of half a second from 1 s."""
    timed = [
        TimedSyllable(syllable, (SecondsNote(start, start + 0.5, 60, velocity),))
        for start, syllable in zip((1 + (0.5 + gap_s) * index for index in range(9)), syllables, strict=False)
    ]
    singer = choose_singer(Voice.MALE, VocalPart.LEAD, VocalStyle.SUNG, np.random.default_rng(0))
    return articulate(lay_out(timed), timed, singer)


def at(movements: Movements, second: float) -> int:
    return round((second - movements.start_s) / FRAME_S)


def test_a_vowel_reaches_and_holds_its_target():
    """From 60 ms after its start the resonances are those of the table."""
    movements = move(Syllable(("s",), "ɑ", (), 2))
    for second in (1.1, 1.3, 1.45):
        assert movements.formants[at(movements, second)] == pytest.approx(VOWELS["ɑ"], rel=0.01)


def test_a_diphthong_moves_late():
    """aɪ is still a in its middle and ɪ at its end."""
    movements = move(Syllable((), "aɪ", (), 2))
    assert movements.formants[at(movements, 1.2)] == pytest.approx(VOWELS["a"], rel=0.01)
    assert movements.formants[at(movements, 1.48)][1] == pytest.approx(VOWELS["ɪ"][1], rel=0.05)


def test_consonants_bend_the_resonances():
    """w pulls F2 down before ɑ, j pulls it up."""
    assert move(Syllable(("w",), "ɑ", (), 2)).formants[:, 1].min() < 800
    assert move(Syllable(("j",), "ɑ", (), 2)).formants[:, 1].max() > 2000


def test_a_voiceless_stop_is_silent_before_its_burst():
    """In the closure of p there is neither voice nor noise; then comes a burst."""
    movements = move(Syllable((), "ɑ", (), 2), Syllable(("p",), "ɑ", (), 2))
    closed = at(movements, 1.5 - CONSONANTS["p"].duration_s * 0.7)
    assert movements.voice[closed] < 0.01
    assert movements.aspiration[closed] < 0.01
    (burst,) = movements.noises
    assert burst.first > closed
    assert burst.level.max() > 0.05


def test_nasals_use_the_nose():
    """m is nasal, the vowel after it is not."""
    movements = move(Syllable(("m",), "ɑ", (), 2))
    assert movements.nasal[at(movements, 0.96)] > 0.8
    assert movements.nasal[at(movements, 1.25)] == 0


def test_velocity_stress_and_place_make_the_effort():
    """Strong notes, stressed syllables and the first half of a long note sing harder."""
    usual = move(Syllable((), "ɑ", (), 1))
    middle = at(usual, 1.2)
    assert move(Syllable((), "ɑ", (), 1), velocity=120).effort[middle] > 1.3 * usual.effort[middle]
    assert move(Syllable((), "ɑ", (), 2)).effort[middle] > usual.effort[middle]
    assert move(Syllable((), "ɑ", (), 0)).effort[middle] < usual.effort[middle]
    assert usual.effort[at(usual, 1.45)] < 0.8 * usual.effort[middle]


def test_breaths_are_taken_in_rests_only():
    """A second phrase after half a second of rest starts with a breath, one after no rest does not."""
    rested, joined = (
        move(Syllable((), "ɑ", (), 2), Syllable(("n",), "ɑ", (), 2), gap_s=gap_s) for gap_s in (0.6, 0.0)
    )
    assert rested.aspiration[at(rested, 1.65) : at(rested, 2.0)].max() > 0.02
    assert joined.aspiration[at(joined, 1.1) :].max() < 0.01


def test_a_hum_is_voiced_and_nasal():
    """m̩ carries its note."""
    movements = move(Syllable(("h",), "m̩", (), 2))
    assert movements.voice[at(movements, 1.2)] > 0.5
    assert movements.nasal[at(movements, 1.2)] > 0.95


def test_r_colours_the_end_of_its_vowel():
    """The third formant falls before the r of "far" starts, not before the t of "fat"."""
    coloured = move(Syllable((), "ɑ", ("ɹ",), 2))
    plain = move(Syllable((), "ɑ", ("t",), 2))
    before = at(coloured, 1.45)
    assert coloured.formants[before][2] < plain.formants[before][2] - 80


def test_a_stop_before_another_closure_is_not_released():
    """The t of "at noon" bursts, that of "at two" does not: one burst, not two."""
    linked = move(Syllable((), "ɑ", ("t",), 2), Syllable(("t",), "ɑ", (), 2))
    parted = move(Syllable((), "ɑ", ("t",), 2), Syllable(("n",), "ɑ", (), 2))
    assert len(linked.noises) == 1
    assert len(parted.noises) == 1


def test_nasal_vowels_and_vowels_before_nasals_open_the_velum():
    """ɑ̃ all along, ɑ before n only at its end, ɑ before t not at all."""
    nasal, before_n, before_t = (
        move(Syllable((), nucleus, coda, 2)).nasality
        for nucleus, coda in (("ɑ̃", ()), ("ɑ", ("n",)), ("ɑ", ("t",)))
    )
    middle = at(move(Syllable((), "ɑ", ("n",), 2)), 1.2)
    assert nasal[middle] > 0.9
    assert before_n[middle] < 0.05 < 0.2 < before_n.max()
    assert before_t.max() == 0


def test_pharyngealised_consonants_darken_the_vowel():
    """F2 of i is still lower 80 ms after sˤ than after s."""
    plain, dark = (move(Syllable((phone,), "i", (), 2)) for phone in ("s", "sˤ"))
    assert dark.formants[at(dark, 1.08), 1] < plain.formants[at(plain, 1.08), 1] - 100


def test_breaths_are_as_long_as_the_rest_allows():
    """A long rest gives a longer breath than a short one."""
    lengths = []
    for gap_s in (0.4, 1.2):
        movements = move(Syllable((), "ɑ", (), 2), Syllable(("n",), "ɑ", (), 2), gap_s=gap_s)
        rest = movements.aspiration[at(movements, 1.5) : at(movements, 1.5 + gap_s)]
        lengths.append(np.sum(rest > 0.01) * FRAME_S)
    assert 0.1 < lengths[0] < lengths[1] < 0.45
