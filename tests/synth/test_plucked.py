import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.synth.envelopes import times
from songwright.synth.plucked import CLEAN, NYLON, STEEL, bent, string_modes
from songwright.synth.voice import Tone
from tests.synth.hearing import band_db, centroid_hz, hertz, part, rms, sound_of, tuning_cents


def tone(pitch, loudness=0.7, frames=SAMPLE_RATE):
    """A tone to render."""
    return Tone(pitch, loudness, frames, False, np.random.default_rng(1))


@pytest.mark.parametrize("string", [NYLON, STEEL, CLEAN])
def test_high_partials_die_before_low_ones(string):
    """Decay rates rise with frequency."""
    bank = string_modes(tone(52), string)
    half = len(bank.hz) // 2
    assert (np.diff(bank.decay[:half]) > 0).all()


def test_a_string_plucked_near_the_bridge_lacks_the_harmonics_with_a_node_there():
    """A pickup or plectrum at a seventh of the string leaves the seventh harmonic weak."""
    bank = string_modes(tone(45), CLEAN)
    number = np.round(bank.hz[:20] / hertz(45))
    level = bank.gain[0, :20]
    assert level[number == 7].max() < 0.5 * level[number == 5].max()


def test_nylon_is_darker_than_steel():
    """The materials are told apart by brightness."""
    nylon, steel = (
        centroid_hz(sound_of(name, (0.0, 1.0, 55, 100))[0]) for name in ("nylon_guitar", "steel_guitar")
    )
    assert steel > 1.4 * nylon


def test_palm_muting_is_short_and_dull():
    """A muted note has gone where a clean one rings."""
    muted, clean = (sound_of(name, (0.0, 1.5, 50, 100)) for name in ("muted_guitar", "clean_guitar"))
    assert rms(part(muted, 0.6, 1.0)) < 0.05 * rms(part(muted, 0.0, 0.1))
    assert rms(part(clean, 0.6, 1.0)) > 0.3 * rms(part(clean, 0.0, 0.1))


def test_bending_moves_the_pitch_and_keeps_the_wave():
    """A hundred cents up is a semitone up."""
    t = np.arange(2 * SAMPLE_RATE + 5000) / SAMPLE_RATE
    wave = np.sin(2 * np.pi * hertz(60) * t).astype(np.float32)[None]
    up = bent(wave, np.full(len(times(SAMPLE_RATE)), 100.0), SAMPLE_RATE)
    assert up.shape == (1, SAMPLE_RATE)
    assert tuning_cents(up[0], 61) == pytest.approx(0.0, abs=0.2)
    assert rms(up) == pytest.approx(np.sqrt(0.5), rel=0.01)


def test_a_pedal_steel_slides_into_its_notes():
    """At least one of the first notes starts below its pitch and arrives."""
    starts = []
    for seed in range(4):
        sound = sound_of("pedal_steel", (0.0, 2.0, 64, 90), seed=seed)
        assert abs(tuning_cents(part(sound, 0.6, 2.0), 64)) < 5
        starts.append(band_db(part(sound, 0.0, 0.08), hertz(61), hertz(63.3)))
    assert max(starts) > min(starts) + 6


def test_an_upright_bass_is_shorter_than_an_electric_one():
    """The wooden body takes the energy."""

    def kept(name):
        sound = sound_of(name, (0.0, 2.0, 36, 90))
        return rms(part(sound, 1.2, 1.6)) / rms(part(sound, 0.05, 0.4))

    assert kept("upright_bass") < 0.5 * kept("electric_bass")
