import numpy as np

from tests.synth.hearing import band_db, hertz, part, rms, sound_of, spectrum


def test_a_tone_wheel_organ_has_its_drawbars_footages():
    """16', 8', 5 1/3' and 4' sound; the closed 1 3/5' bar does not."""
    power, hz = spectrum(part(sound_of("organ", (0.0, 2.0, 60, 80)), 0.8, 1.9))

    def level_db(ratio):
        near = np.abs(hz / hertz(60) - ratio) < 0.06
        return 10 * np.log10(power[near].sum() / power.sum())

    assert min(level_db(ratio) for ratio in (0.5, 1.0, 1.5, 2.0)) > -20
    assert level_db(5.0) < -30


def test_organ_percussion_fades():
    """The third harmonic is stronger at the start of the note."""
    sound = sound_of("organ", (0.0, 2.0, 60, 120))
    start, later = (band_db(part(sound, t, t + 0.2), 2.9 * hertz(60), 3.1 * hertz(60)) for t in (0.01, 1.2))
    assert start > later + 1.0


def test_church_pipes_speak_slower_in_the_bass():
    """A long pipe needs time."""

    def early(pitch):
        sound = sound_of("church_organ", (0.0, 1.5, pitch, 90))
        return rms(part(sound, 0.0, 0.06)) / rms(part(sound, 0.5, 1.2))

    assert early(84) > 1.5 * early(30)


def test_an_accordion_beats():
    """Three reeds tuned apart make the level waver a few times per second."""
    sound = part(sound_of("accordion", (0.0, 3.0, 69, 90)), 0.5, 3.0)
    level = np.sqrt(np.mean(sound[: len(sound) // 480 * 480].reshape(-1, 480) ** 2, axis=1))
    assert np.std(level) / level.mean() > 0.05
