import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.synth import filters
from songwright.synth.filters import Body

pytestmark = pytest.mark.fast


def gain_db(sections, hz):
    """What a filter does to a long sine."""
    tone = np.sin(2 * np.pi * hz * np.arange(SAMPLE_RATE) / SAMPLE_RATE).astype(np.float32)
    late = filters.run(sections, tone)[SAMPLE_RATE // 2 :]
    return 20 * np.log10(np.std(late) / np.std(tone))


def test_filters_pass_and_stop_where_they_say():
    """-3 dB at the edge, steep beyond, untouched inside."""
    assert gain_db(filters.low_pass(1000.0), 1000.0) == pytest.approx(-3.0, abs=0.2)
    assert gain_db(filters.low_pass(1000.0, 4), 4000.0) < -45
    assert gain_db(filters.high_pass(1000.0), 250.0) < -22
    assert gain_db(filters.band_pass(500.0, 2000.0), 1000.0) == pytest.approx(0.0, abs=0.5)
    assert gain_db(filters.peak(1000.0, 6.0, 1.0), 1000.0) == pytest.approx(6.0, abs=0.1)
    assert (
        gain_db(filters.chain(filters.peak(1000.0, 6.0, 1.0), filters.peak(1000.0, -6.0, 1.0)), 900.0) < 0.1
    )


def test_filtering_in_chunks_equals_filtering_at_once():
    """The state is carried over the chunk's edge."""
    sound = np.random.default_rng(1).standard_normal(600_000).astype(np.float32)
    whole = filters.run(filters.low_pass(800.0), sound)
    filters.run_in_place(filters.low_pass(800.0), sound)
    assert np.allclose(sound, whole, atol=1e-6)


def test_a_bodys_filter_has_its_response():
    """The minimum-phase filter measures as the formula says, and answers at once."""
    body = Body(((300.0, 1.0, 6.0), (1200.0, 0.7, 4.0)), 0.3, 60.0, 6000.0)
    click = np.zeros((1, 8192), np.float32)
    click[0, 0] = 1.0
    answer = body.filter(click)[0]
    hz = np.array([150.0, 300.0, 700.0, 1200.0, 4000.0])
    measured = np.abs(np.fft.rfft(answer))[np.round(hz * 8192 / SAMPLE_RATE).astype(int)]
    assert np.allclose(20 * np.log10(measured / body.response(hz)), 0.0, atol=1.0)
    assert np.abs(answer[:64]).max() > 0.3 * np.abs(answer).max()
