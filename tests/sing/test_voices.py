"""Voices: other parts are other takes, styles change the sound source."""

import numpy as np
import pytest

from songwright.sing.voices import Singer, choose_choir, choose_singer
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import VocalPart

pytestmark = pytest.mark.fast


def choose(part: VocalPart = VocalPart.LEAD, style: VocalStyle = VocalStyle.SUNG, seed: int = 1) -> Singer:
    return choose_singer(Voice.FEMALE, part, style, np.random.default_rng(seed))


def test_the_lead_is_always_the_same_singer():
    """No chance in the lead's voice: a song has one."""
    assert choose(seed=1) == choose(seed=2)


@pytest.mark.parametrize("part", [VocalPart.DOUBLE, VocalPart.HARMONY, VocalPart.BACKING])
def test_other_parts_differ_a_little(part):
    """Size within 4 %, time within 12 ms, tuning within 7 cents, less vibrato, no breaths."""
    lead = choose()
    others = [choose(part, seed=seed) for seed in range(20)]
    for other in others:
        assert abs(other.formant_scale[0] / lead.formant_scale[0] - 1) <= 0.04
        assert abs(other.delay_s) <= 0.012
        assert 3 <= abs(other.detune_cents) <= 7
        assert other.vibrato_cents < lead.vibrato_cents
        assert not other.takes_breaths
    assert len({other.delay_s for other in others}) == len(others)
    assert min(other.detune_cents for other in others) < 0 < max(other.detune_cents for other in others)


def test_styles_change_the_source():
    """A whisper has no voice; a growl is rough, dark and noisy."""
    assert choose(style=VocalStyle.WHISPER).voice_gain == 0
    growl = choose(style=VocalStyle.GROWL)
    assert growl.roughness == 1
    assert growl.formant_scale[0] < choose().formant_scale[0]
    assert growl.breath_db > choose().breath_db + 10


def test_a_child_has_a_shorter_tract_and_a_smaller_vibrato():
    """Resonances a sixth above a woman's, a breathier voice, half of the vibrato."""
    woman, child = (
        choose_singer(voice, VocalPart.LEAD, VocalStyle.SUNG, np.random.default_rng(1))
        for voice in (Voice.FEMALE, Voice.CHILD)
    )
    assert child.formant_scale[0] > 1.12 * woman.formant_scale[0]
    assert child.breath_db > woman.breath_db + 2
    assert child.vibrato_cents < 0.6 * woman.vibrato_cents


def test_a_choir_is_women_and_men_of_all_sizes():
    """Four or more, no two alike, apart by cents and milliseconds, together as loud as one."""
    leader = choose_singer(Voice.CHOIR, VocalPart.LEAD, VocalStyle.SUNG, np.random.default_rng(1))
    choir = choose_choir(leader, VocalStyle.SUNG, np.random.default_rng(1))
    assert len(choir) >= 4
    assert {chorister.is_man for chorister in choir} == {True, False}
    for pick in ("formant_scale", "detune_cents", "delay_s", "vibrato_hz"):
        assert len({getattr(chorister.singer, pick) for chorister in choir}) == len(choir)
    assert np.ptp([chorister.singer.detune_cents for chorister in choir]) < 30
    assert sum(chorister.gain**2 for chorister in choir) == pytest.approx(1.0)
