import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.audio.clip import SAMPLE_RATE
from songwright.synth.envelopes import (
    apart,
    decay,
    drift,
    fade_in,
    join,
    release_curve,
    swell,
    times,
    vibrato,
)

pytestmark = pytest.mark.fast


@given(st.integers(1, 20_000))
def test_points_join_to_exactly_the_asked_length(frames):
    """Straight lines between points, a value per frame."""
    line = join(times(frames), frames)
    assert line.shape == (frames,)
    assert np.allclose(line, np.arange(frames) / SAMPLE_RATE, atol=1e-6)


@given(st.floats(0.003, 3.0))
def test_a_release_falls_from_one_to_nothing_without_a_step(seconds):
    """It starts at 1, ends near 0 and never jumps."""
    curve = release_curve(seconds)
    assert curve[0] == pytest.approx(1.0, abs=1e-6)
    assert curve[-1] < 2e-3
    assert np.abs(np.diff(curve)).max() < 0.05


def test_decay_is_sixty_db_in_its_time():
    """A thousandth after the given time."""
    assert decay(SAMPLE_RATE, 0.5)[SAMPLE_RATE // 2] == pytest.approx(1e-3, rel=0.02)


def test_swell_rises_and_settles():
    """Full level after the attack, the sustain level later."""
    curve = join(swell(2 * SAMPLE_RATE, 0.1, 0.2, 0.5), 2 * SAMPLE_RATE)
    assert curve[0] == 0.0
    assert curve[int(0.1 * SAMPLE_RATE)] == pytest.approx(1.0, abs=0.01)
    assert curve[-1] == pytest.approx(0.5, abs=0.01)


def test_vibrato_waits_and_then_has_its_depth():
    """Nothing before the delay; then the asked depth around the note."""
    curve = join(vibrato(3 * SAMPLE_RATE, np.random.default_rng(1), 5.5, 20.0, 0.5), 3 * SAMPLE_RATE)
    assert not curve[: SAMPLE_RATE // 2].any()
    late = curve[SAMPLE_RATE:]
    assert np.abs(late).max() == pytest.approx(20.0, rel=0.02)
    assert abs(late.mean()) < 1.5


def test_drift_is_slow_and_of_level_one():
    """RMS near 1, and no step larger than its speed allows."""
    curve = join(drift(60 * SAMPLE_RATE, np.random.default_rng(2)), 60 * SAMPLE_RATE)
    assert np.std(curve) == pytest.approx(1.0, abs=0.3)
    assert np.abs(np.diff(curve)).max() < 1e-3


def test_a_fade_in_starts_from_nothing():
    """The first frame is 0, what lies after the fade is untouched."""
    sound = np.ones((1, 1000), np.float32)
    fade_in(sound, 0.005)
    assert sound[0, 0] == 0.0
    assert (sound[0, 240:] == 1.0).all()


def test_high_notes_are_detuned_less():
    """The beats of a section stay slow at the top."""
    assert apart(6.0, 200.0) == 6.0
    assert apart(6.0, 2000.0) < 3.0
