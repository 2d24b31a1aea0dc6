"""A master has its loudness and its peak, and spoils nothing."""

import math

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.audio.loudness import loudness_lufs, true_peak_dbtp
from songwright.audio.mastering import OCTAVES_HZ, Tone, master, master_loop, octave_levels_db, tone_bands
from songwright.errors import JobCancelled
from songwright.progress import Progress, Step
from tests.audio.signals import coloured_noise, music_like, notes, sine, stereo


def sparse() -> Clip:
    """Plucked notes with long silences."""
    plucks = notes([60, 67], each_s=1.0)
    gap = np.zeros(2 * SAMPLE_RATE)
    return Clip(stereo(np.concatenate([plucks, gap, plucks, gap]) * 0.2))


CASES = {
    "music": lambda: music_like(20.0),
    "short": lambda: music_like(5.0),
    "quiet": lambda: Clip(music_like(10.0).samples * np.float32(1e-4)),
    "loud": lambda: Clip(music_like(10.0).samples * np.float32(6.0)),
    "offset": lambda: Clip(music_like(10.0).samples + np.float32(0.3)),
    "sparse": sparse,
    "tone": lambda: sine(440.0, 6.0, 0.3),
    "mono": lambda: Clip(music_like(6.0).samples[:1]),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("tone", [None, Tone()], ids=["plain", "pop"])
def test_master_meets_loudness_and_peak(name: str, tone: Tone | None):
    """-14 LUFS within 0.3 and at most -1 dBTP, for any input level, length and density."""
    mix = CASES[name]()
    mastered = master(mix, tone=tone)
    samples = mastered.clip.samples
    assert samples.shape == mix.samples.shape
    assert np.isfinite(samples).all()
    assert loudness_lufs(mastered.clip) == pytest.approx(-14.0, abs=0.3)
    assert true_peak_dbtp(mastered.clip) <= -1.5 + 1e-6
    assert np.abs(samples).max() < 0.9
    assert abs(float(samples.mean())) < 1e-3
    assert mastered.loudness_lufs == pytest.approx(loudness_lufs(mastered.clip), abs=1e-3)


def test_silence_stays_silence():
    """No noise is lifted out of nothing."""
    mastered = master(Clip(np.zeros((2, 5 * SAMPLE_RATE), np.float32)))
    assert not mastered.clip.samples.any()
    assert mastered.loudness_lufs == -math.inf


@pytest.mark.parametrize(("target", "ceiling"), [(-9.0, -1.0), (-23.0, -3.0)])
def test_other_targets_are_met(target: float, ceiling: float):
    """Loudness and ceiling are parameters, not constants."""
    mastered = master(music_like(10.0), target_lufs=target, ceiling_dbtp=ceiling)
    assert mastered.loudness_lufs == pytest.approx(target, abs=0.3)
    assert mastered.true_peak_dbtp <= ceiling


def test_hopelessly_sparse_sound_is_not_crushed():
    """Single clicks stay below the loudness instead of being limited by more than 24 dB."""
    clicks = np.zeros((2, 10 * SAMPLE_RATE), np.float32)
    clicks[:, :: 2 * SAMPLE_RATE] = 0.5
    mastered = master(Clip(clicks))
    assert mastered.loudness_lufs < -20.0
    assert mastered.true_peak_dbtp <= -1.5


def test_dynamics_between_sections_survive():
    """The softer half stays softer by four fifths of what the mix had, even with hard beats."""
    mix = music_like(20.0)
    half = mix.frames // 2

    def step(samples):
        return loudness_lufs(Clip(samples[:, half:])) - loudness_lufs(Clip(samples[:, :half]))

    assert step(mix.samples) == pytest.approx(8.0, abs=0.3)
    assert step(master(mix, tone=Tone()).clip.samples) > 0.8 * step(mix.samples)


def test_a_loop_has_no_beginning():
    """Turned by any amount, the mix of a loop gives the same master, turned."""
    mix = music_like(10.0)
    mix = Clip(mix.samples[:, : mix.frames // 48 * 48])
    turn = 48 * 3_333
    first = master_loop(mix, tone=Tone())
    turned = master_loop(Clip(np.roll(mix.samples, turn, axis=1)), tone=Tone())
    assert first.clip.frames == mix.frames
    assert first.loudness_lufs == pytest.approx(-14.0, abs=0.2)
    assert first.true_peak_dbtp <= -1.5 + 1e-6
    back = np.roll(turned.clip.samples, -turn, axis=1)
    level = float(np.sqrt(np.mean(back**2) / np.mean(first.clip.samples**2)))
    assert abs(20 * np.log10(level)) < 0.3
    assert np.abs(back / level - first.clip.samples).max() < 0.02 * np.abs(first.clip.samples).max()


def test_tone_moves_the_balance_towards_the_target():
    """A dull mix comes closer to the wanted balance, but by no more than allowed."""
    dull = Clip(coloured_noise(8.0))
    tone = Tone(strength=0.5, most_db=4.0, glue_ratio=1.0)

    def distance(clip: Clip):
        difference = octave_levels_db(clip)[1:9] - np.array(tone.levels_db)[1:9]
        return float(np.std(difference))

    assert distance(master(dull, tone=tone).clip) < 0.8 * distance(dull)
    assert all(abs(band.gain_db) <= 4.0 for band in tone_bands(octave_levels_db(dull), tone))


def test_octave_levels_weigh_every_moment_alike():
    """A quarter of a second at the end counts for its length, wherever the blocks of the measuring end."""
    low = sine(125.0, 262_144 / SAMPLE_RATE).samples
    high = sine(1000.0, 0.25).samples
    levels = octave_levels_db(Clip(np.concatenate([low, high], axis=1)))
    expected = 10 * np.log10(high.shape[1] / low.shape[1])
    assert levels[5] - levels[2] == pytest.approx(expected, abs=0.5)


def test_an_empty_octave_is_not_boosted():
    """A flute has no bass; lifting it would only lift rumble."""
    levels = np.array([-90.0, -80.0, -2.0, -2.0, -4.0, -6.0, -8.0, -10.0, -15.0, -23.0])
    boosted = {band.hz for band in tone_bands(levels, Tone()) if band.gain_db > 0.0}
    assert not boosted & set(OCTAVES_HZ[:2])


def test_in_place_equals_a_new_array():
    """Writing the master over the mix gives the same master."""
    mix = music_like(6.0)
    fresh = master(mix, tone=Tone()).clip.samples
    mapped = mix.samples.copy()
    master(Clip(mapped), tone=Tone(), out=mapped)
    assert np.array_equal(fresh, mapped)


def test_cancelling_stops_the_work():
    """Progress is reported in order, and a cancelled job ends."""
    steps: list[Step] = []
    master(music_like(5.0), progress=Progress(steps.append))
    assert [step.fraction for step in steps] == sorted(step.fraction for step in steps)
    assert len(steps) >= 4
    with pytest.raises(JobCancelled):
        master(music_like(5.0), progress=Progress(cancelled=lambda: True))
