import numpy as np
import pytest

from tests.synth.hearing import centroid_hz, hertz, part, sound_of, spectrum


def harmonic_power(name, pitch, velocity=90):
    """Power of the first ten harmonics."""
    power, hz = spectrum(part(sound_of(name, (0.0, 1.5, pitch, velocity)), 0.3, 1.4))
    return np.array([power[np.abs(hz - n * hertz(pitch)) < 0.3 * hertz(pitch)].sum() for n in range(1, 11)])


def test_a_low_clarinet_has_odd_harmonics():
    """A cylinder closed at one end: the second harmonic is far below the third."""
    level = harmonic_power("clarinet", 55)
    assert 10 * np.log10(level[1] / level[2]) < -12
    assert 10 * np.log10(level[3] / level[2]) < -8


def test_a_flute_is_nearly_a_sine_with_breath():
    """The first harmonic leads, and there is noise between the harmonics."""
    level = harmonic_power("flute", 79)
    assert level[0] > 0.5 * level.sum()
    power, hz = spectrum(part(sound_of("flute", (0.0, 1.5, 79, 90)), 0.3, 1.4))
    between = power[(hz > 1.3 * hertz(79)) & (hz < 1.7 * hertz(79))].sum()
    assert -50 < 10 * np.log10(between / power.sum()) < -15


@pytest.mark.parametrize("name", ["trumpet", "trombone", "french_horn", "brass", "saxophone"])
def test_brass_gets_brighter_with_loudness(name):
    """The centre of the spectrum rises clearly from piano to forte."""
    soft, loud = (centroid_hz(part(sound_of(name, (0.0, 1.0, 60, v)), 0.2, 0.9)) for v in (35, 120))
    assert loud > 1.15 * soft


def test_a_trumpet_is_brighter_than_a_horn():
    """Same note, same force."""
    trumpet, horn = (
        centroid_hz(sound_of(name, (0.0, 1.0, 62, 90))[0]) for name in ("trumpet", "french_horn")
    )
    assert trumpet > 1.5 * horn


def test_a_saxophone_scoops_into_the_note():
    """The first hundredths lie below the pitch."""
    sound = part(sound_of("saxophone", (0.0, 1.0, 69, 90)), 0.0, 1.0)

    def crossings_hz(piece):
        up = np.flatnonzero((piece[:-1] < 0) & (piece[1:] >= 0))
        return 48_000 * (len(up) - 1) / (up[-1] - up[0])

    fundamental = np.convolve(sound, np.hanning(90) / 45, mode="same")
    assert crossings_hz(fundamental[300:1800]) < crossings_hz(fundamental[9000:20_000]) * 2 ** (-10 / 1200)
