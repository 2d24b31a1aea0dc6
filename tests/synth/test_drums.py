import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.synth.drums import Bars, Burst, Hit, Metal, Room, Skin, strike
from songwright.synth.kits import KITS
from tests.synth.hearing import band_db, centroid_hz, rms, spectrum


def hit(loudness=0.9, seed=1):
    """A blow."""
    return Hit(loudness, np.random.default_rng(seed))


def test_a_skin_settles_to_its_pitch():
    """After the fall, the strongest line is the given frequency."""
    sound = Skin(80.0, 0.8, 0.5, 0.02, 1.0, 0.2).sound(hit())[0]
    power, hz = spectrum(sound[SAMPLE_RATE // 10 :])
    assert hz[power.argmax()] == pytest.approx(80.0, rel=0.03)


def test_a_skin_starts_higher():
    """The first cycles are shorter than the later ones."""
    wave = Skin(60.0, 0.8, 1.0, 0.03, 0.0, 0.0).sound(hit())[0]
    up = np.flatnonzero((wave[:-1] < 0) & (wave[1:] >= 0))
    assert np.diff(up)[0] < 0.8 * np.diff(up)[10]


def test_a_burst_stays_in_its_band_and_softer_ones_are_darker():
    """Noise between the edges; the upper edge follows the blow."""
    burst = Burst(2000.0, 8000.0, 0.3, order=2)
    assert band_db(burst.sound(hit())[0], 1500.0, 10_000.0) > -0.5
    assert centroid_hz(burst.sound(hit(0.2))[0]) < 0.9 * centroid_hz(burst.sound(hit(1.0))[0])


def test_claps_are_several_bursts():
    """The level rises again at every onset."""
    clap = Burst(900.0, 3000.0, 0.01, onsets=((0.0, 1.0), (0.02, 1.0), (0.04, 1.0))).sound(hit())[0]
    level = np.sqrt(np.convolve(clap**2, np.ones(120) / 120, mode="same"))
    loud = level > 0.3 * level.max()
    assert np.count_nonzero(np.diff(loud[:: SAMPLE_RATE // 250].astype(int)) > 0) + loud[0] == 3


def test_bars_ring_at_their_partials():
    """The strongest line of a clave is the first partial."""
    power, hz = spectrum(Bars(((2480.0, 1.0, 0.2), (4970.0, 0.2, 0.1))).sound(hit())[0])
    assert hz[power.argmax()] == pytest.approx(2480.0, rel=0.02)


def test_a_cymbal_is_dense_wide_and_brighter_when_hit_harder():
    """Many lines, left and right differ, and force shows in the colour."""
    plate = Metal("test", 400.0, 14_000.0, 1.5)
    loud, soft = plate.sound(hit(1.0)), plate.sound(hit(0.2))
    power, hz = spectrum(loud[0, : SAMPLE_RATE // 2])
    window = power[(hz > 1000) & (hz < 9000)]
    assert np.exp(np.mean(np.log(window + 1e-20))) / np.mean(window) > 0.05
    assert np.corrcoef(*loud)[0, 1] < 0.9
    assert centroid_hz(loud[0]) > 1.1 * centroid_hz(soft[0])


def test_a_rooms_impulse_decays_in_its_time():
    """Energy 1 per side, 60 dB down at the end."""
    impulse = Room("test", 0.5, 1.0).impulse()
    assert np.sum(impulse[0] ** 2) == pytest.approx(1.0, rel=1e-3)
    assert rms(impulse[:, -2400:]) < 0.01 * rms(impulse[:, 400:2800])


def test_the_room_lengthens_a_hit():
    """With a room a hit rings on after the dry one has ended."""
    kit = KITS["rock_kit"]
    dry, wet = strike(kit, 38, hit(), None), strike(kit, 38, hit(), kit.room.impulse())
    assert wet.shape[1] > dry.shape[1]
    assert rms(wet[:, dry.shape[1] :]) > 1e-4
