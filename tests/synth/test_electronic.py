import numpy as np

from songwright.audio.clip import SAMPLE_RATE
from tests.synth.hearing import band_db, centroid_hz, hertz, part, rms, sound_of, spectrum


def test_a_supersaw_is_seven_detuned_saws():
    """Around the fundamental there is a cluster of lines some tens of cents wide, not one line."""
    power, hz = spectrum(part(sound_of("supersaw", (0.0, 4.0, 57, 90)), 0.2, 4.0))
    near = np.abs(1200 * np.log2(np.maximum(hz, 1) / (4 * hertz(57)))) < 60
    cents = 1200 * np.log2(hz[near] / (4 * hertz(57)))
    centre = (power[near] * cents).sum() / power[near].sum()
    spread = np.sqrt((power[near] * (cents - centre) ** 2).sum() / power[near].sum())
    assert 5 < spread < 30


def test_an_808_falls_into_its_pitch_and_rings():
    """It starts above the note, arrives, and is still there after a second."""
    sound = sound_of("sub_bass", (0.0, 2.0, 33, 110))
    up = np.flatnonzero((sound[0, :-1] < 0) & (sound[0, 1:] >= 0))
    periods = SAMPLE_RATE / np.diff(up)
    assert periods[0] > 1.1 * periods[8]
    assert np.median(periods[6:]) == np.clip(np.median(periods[6:]), 0.99 * hertz(33), 1.01 * hertz(33))
    assert rms(part(sound, 1.0, 1.5)) > 0.15 * rms(part(sound, 0.0, 0.3))


def test_a_synth_bass_filter_closes():
    """The beginning of a note is brighter than its end."""
    sound = sound_of("synth_bass", (0.0, 1.5, 36, 110))
    assert band_db(part(sound, 0.0, 0.1), 500, 20_000) > band_db(part(sound, 0.8, 1.4), 500, 20_000) + 8


def test_a_warm_pad_is_darker_and_slower_than_the_bright_one():
    """Two pads, two characters."""
    warm, bright = (sound_of(name, (0.0, 4.0, 60, 90)) for name in ("warm_pad", "synth_pad"))
    assert centroid_hz(part(bright, 1.0, 4.0)) > 1.1 * centroid_hz(part(warm, 1.0, 4.0))
    assert rms(part(warm, 0.0, 0.2)) / rms(warm) < rms(part(bright, 0.0, 0.2)) / rms(bright)


def test_pads_are_wide():
    """Left and right are different voices."""
    for name in ("synth_pad", "warm_pad", "supersaw"):
        assert np.corrcoef(sound_of(name, (0.0, 3.0, 60, 90)))[0, 1] < 0.9


def test_a_plucks_top_closes_first():
    """Like a filter that falls."""
    sound = sound_of("synth_pluck", (0.0, 1.0, 60, 100))
    assert band_db(part(sound, 0.0, 0.1), 1500, 20_000) > band_db(part(sound, 0.4, 0.8), 1500, 20_000) + 8
