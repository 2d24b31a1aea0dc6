import numpy as np
import pytest

from tests.synth.hearing import hertz, part, rms, sound_of, spectrum


def peak_hz(sound, near):
    """Frequency of the strongest bin within 2 % of one."""
    power, hz = spectrum(sound)
    window = (hz > near * 0.98) & (hz < near * 1.02)
    return hz[window][power[window].argmax()]


def test_piano_strings_are_stiff():
    """The tenth partial of A2 lies audibly above ten times the first."""
    sound = part(sound_of("piano", (0.0, 2.0, 45, 100)), 0.05, 1.5)
    first, tenth = peak_hz(sound, hertz(45)), peak_hz(sound, 10.0 * hertz(45))
    assert 4.0 < 1200 * np.log2(tenth / (10 * first)) < 40.0


def test_a_piano_note_decays_in_two_stages():
    """Fast at first, slower later."""
    sound = sound_of("piano", (0.0, 8.0, 60, 90))
    early = np.log(rms(part(sound, 0.1, 0.3)) / rms(part(sound, 1.1, 1.3)))
    late = np.log(rms(part(sound, 5.0, 5.4)) / rms(part(sound, 6.0, 6.4)))
    assert early > 1.5 * late > 0


def test_high_piano_notes_die_sooner():
    """A second after the blow the top has gone, the bass sings on."""

    def kept(pitch):
        sound = sound_of("piano", (0.0, 2.0, pitch, 90))
        return rms(part(sound, 1.0, 1.5)) / rms(part(sound, 0.0, 0.3))

    assert kept(36) > 3 * kept(96)


@pytest.mark.parametrize(("name", "ratio"), [("vibraphone", 3.984), ("marimba", 3.93), ("music_box", 6.267)])
def test_bars_have_their_second_mode(name, ratio):
    """Tuned bars sound two octaves above, a comb's tooth at 6.27."""
    sound = part(sound_of(name, (0.0, 1.0, 67, 110)), 0.02, 0.6)
    assert peak_hz(sound, ratio * hertz(67)) == pytest.approx(ratio * hertz(67), rel=2e-3)


def test_an_electric_pianos_brightness_dies_first():
    """The pickup's harmonics decay faster than the tine."""
    sound = sound_of("electric_piano", (0.0, 3.0, 52, 115))

    def upper(start):
        power, hz = spectrum(part(sound, start, start + 0.4))
        return power[hz > 2.5 * hertz(52)].sum() / power.sum()

    assert upper(0.05) > 3 * upper(2.0)


def test_a_harpsichord_hardly_hears_the_touch():
    """Velocity 30 or 120 is a few decibels."""
    soft, loud = (rms(sound_of("harpsichord", (0.0, 1.0, 60, v))) for v in (30, 120))
    assert 1.0 < loud / soft < 2.0
