import numpy as np

from songwright.audio.clip import SAMPLE_RATE
from tests.synth.hearing import hertz, part, rms, sound_of


def pitch_track(sound, hz):
    """Cents of the fundamental over time, by the phase of a filtered partial."""
    t = np.arange(len(sound)) / SAMPLE_RATE
    slow = sound * np.exp(-2j * np.pi * hz * t)
    smooth = np.convolve(slow, np.hanning(1200) / 600, mode="same")
    speed = np.gradient(np.unwrap(np.angle(smooth))) * SAMPLE_RATE / (2 * np.pi)
    return 1200 * np.log2(1 + speed[2000:-2000] / hz)


def test_a_solo_violins_vibrato_sets_in_late():
    """The first tenths are straight, then the pitch wavers by more than ten cents."""
    cents = pitch_track(sound_of("violin", (0.0, 2.5, 76, 90))[0, : int(2.4 * SAMPLE_RATE)], hertz(76))
    early, late = cents[4000:8000], cents[40_000:90_000]
    assert np.ptp(late) > 15
    assert np.ptp(early) < 0.6 * np.ptp(late)


def test_a_section_is_wide_and_a_solo_is_not():
    """Desks sit from left to right."""
    section = sound_of("strings", (0.0, 2.0, 64, 90))
    solo = sound_of("violin", (0.0, 2.0, 64, 90))
    assert np.corrcoef(section)[0, 1] < 0.97
    assert np.corrcoef(solo)[0, 1] > 0.999


def test_long_notes_swell_and_short_ones_speak_at_once():
    """The attack of a section depends on how long the note is."""
    long = sound_of("strings", (0.0, 2.0, 64, 90))
    short = sound_of("strings", (0.0, 0.2, 64, 90))
    assert rms(part(short, 0.04, 0.1)) > 1.5 * rms(part(long, 0.04, 0.1))


def test_tremolo_strings_repeat_the_note():
    """The level of the section's players pulses between 9 and 14 times a second."""
    sound = sound_of("tremolo_strings", (0.0, 4.0, 60, 90))[0, SAMPLE_RATE // 2 : 4 * SAMPLE_RATE]
    plain = sound_of("strings", (0.0, 4.0, 60, 90))[0, SAMPLE_RATE // 2 : 4 * SAMPLE_RATE]

    def pulse(wave):
        level = np.sqrt(np.mean(wave[: len(wave) // 480 * 480].reshape(-1, 480) ** 2, axis=1))
        power = np.abs(np.fft.rfft(level / level.mean() - 1, 4096)) ** 2
        hz = np.arange(len(power)) * 100 / 4096
        return power[(hz > 9) & (hz < 14)].sum()

    assert pulse(sound) > 3 * pulse(plain)
