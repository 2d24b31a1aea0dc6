"""The measuring instruments read known sounds right."""

import numpy as np
import pytest

from songwright.audio.analysis import (
    feature_curves,
    measure_key,
    measure_tempo,
    onset_rate,
    similarity,
    spectral_centroid_hz,
)
from songwright.audio.clip import SAMPLE_RATE, Clip
from tests.audio.signals import coloured_noise, music_like, notes, sine, stereo, times

MAJOR = ((0, 4, 7), (5, 9, 12), (7, 11, 14), (0, 4, 7))
MINOR = ((0, 3, 7), (8, 12, 15), (5, 8, 12), (7, 10, 14), (0, 3, 7))


def beat(bpm: float, duration_s: float = 30.0) -> Clip:
    """Low and high hits in turn with quiet hits between."""
    at = times(duration_s) * bpm / 60.0
    noise = np.random.default_rng(2).standard_normal(len(at))
    strong = np.exp(-20.0 * (at % 1.0)) * np.where(at % 2.0 < 1.0, np.sin(300.0 * at), noise)
    return Clip(stereo(0.3 * (strong + 0.2 * noise * np.exp(-40.0 * (at % 0.5)))))


@pytest.mark.parametrize("bpm", [63.0, 92.0, 120.0, 128.5, 150.0, 174.0])
def test_tempo_is_among_the_candidates(bpm: float):
    """One candidate is within 0.3 %."""
    assert any(abs(candidate / bpm - 1.0) < 0.003 for candidate in measure_tempo(beat(bpm)).candidates)


@pytest.mark.parametrize("bpm", [63.0, 92.0, 120.0, 128.5, 150.0, 174.0])
def test_first_tempo_is_right_up_to_its_octave(bpm: float):
    """Sound alone does not tell the octave."""
    octaves = np.log2(measure_tempo(beat(bpm)).bpm / bpm)
    assert octaves == pytest.approx(round(octaves), abs=0.005)


@pytest.mark.parametrize("tonic", [0, 3, 6, 10])
@pytest.mark.parametrize("mode", ["major", "minor"])
def test_key_is_found(tonic: int, mode: str):
    """Chords of a key with its roots in the bass."""
    chords = [
        (36 + (tonic + chord[0]) % 12, *(60 + tonic + step for step in chord))
        for chord in (MAJOR if mode == "major" else MINOR)
    ]
    key = measure_key(Clip(stereo(0.2 * notes(chords * 3, each_s=1.0))))
    assert (key.tonic, key.mode) == (tonic, mode)
    assert key.confidence > 0.02


@pytest.mark.parametrize("bpm", [160.0, 170.0, 178.0])
def test_three_beats_do_not_pass_for_two(bpm: float):
    """A blast beat strikes every sixteenth; kick and snare still tell the beat from a dotted one."""
    at = times(25.0) * bpm / 60.0
    noise = np.random.default_rng(2).standard_normal(len(at))
    sixteenths = 0.5 * np.exp(-4.0 * (4.0 * at % 1.0)) * noise
    kick = np.exp(-6.0 * (2.0 * at % 1.0)) * np.sin(330.0 * at) * (at % 1.0 < 0.5)
    snare = 0.8 * np.exp(-8.0 * ((at + 0.5) % 1.0)) * noise
    crash = 0.5 * np.exp(-(at % 4.0)) * noise
    octaves = np.log2(measure_tempo(Clip(stereo(0.1 * (sixteenths + kick + snare + crash)))).bpm / bpm)
    assert octaves == pytest.approx(round(octaves), abs=0.005)


@pytest.mark.parametrize("tonic", [0, 4, 9])
def test_partials_do_not_pass_for_notes(tonic: int):
    """Ninth chords over a bass with strong partials sound the fifth louder than the tonic; it is no tonic."""
    steps = ((0, 3, 7, 10, 14), (-2, 2, 5), (0, 3, 7, 10, 14))
    chords = [tuple(60 + tonic + step for step in chord) for chord in steps]
    roots = [28 + (tonic + step - 4) % 12 for step in (0, 10, 0)]
    sound = 0.1 * notes(chords * 4, each_s=1.0)
    for partial, strength in ((1, 0.1), (2, 0.2), (3, 0.2)):
        sounding = [(root + 12.0 * np.log2(partial),) for root in roots]
        sound = sound + strength * notes(sounding * 4, each_s=1.0, partials=1)
    key = measure_key(Clip(stereo(sound)))
    assert (key.tonic, key.mode) == (tonic, "minor")


def test_centroid_of_a_tone_is_its_pitch():
    """And brighter noise has a higher one."""
    assert spectral_centroid_hz(sine(1000.0, 2.0)) == pytest.approx(1000.0, rel=0.03)
    dull = coloured_noise(2.0)
    bright = np.diff(dull, axis=1)
    assert spectral_centroid_hz(Clip(bright)) > 1.5 * spectral_centroid_hz(Clip(dull))


@pytest.mark.parametrize("rate", [2.0, 5.0])
def test_onsets_are_counted(rate: float):
    """So many plucks a second give so many onsets a second."""
    plucks = notes([60, 64, 67, 72] * int(2.5 * rate), each_s=1.0 / rate)
    assert onset_rate(Clip(stereo(plucks * 0.3))) == pytest.approx(rate, rel=0.15)


def test_silence_has_nothing_to_measure():
    """No tempo, no onsets, no centroid, and no error."""
    silence = Clip(np.zeros((2, 3 * SAMPLE_RATE), np.float32))
    assert onset_rate(silence) == 0.0
    assert spectral_centroid_hz(silence) == 0.0
    assert measure_tempo(silence).bpm == 0.0
    assert measure_key(silence).confidence == 0.0


def test_similarity_tells_the_same_from_the_different():
    """A mix is like itself turned down, and unlike another one."""
    mix = stereo(notes([60, 62, 64, 67, 69, 72, 71, 67] * 2) * 0.3)
    one, softer = feature_curves(Clip(mix)), feature_curves(Clip(mix * np.float32(0.5)))
    other = feature_curves(Clip(stereo(notes([55, 70, 58, 61, 74, 66, 57, 63] * 2) * 0.3)))
    assert similarity(one, softer) > 0.95
    assert similarity(one, other) < 0.6
    assert similarity(one, feature_curves(music_like(8.0))) < 0.6
