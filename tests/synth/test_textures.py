"""Crackle, rain, wind, sea, hiss, risers and impacts."""

import itertools
import tracemalloc

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.song.instruments import INSTRUMENTS, Family, Role
from songwright.song.score import Note, Track
from songwright.synth.player import play
from songwright.synth.textures import TEXTURES
from tests.synth.hearing import centroid_hz, envelope, part, rms

STEADY = ["vinyl_crackle", "tape_hiss", "rain"]


def texture(name, seconds, seed=1, tail_s=0.0, velocity=90):
    """One long note: [2, frames]."""
    written = Track(name, Role.TEXTURE, name, (Note(0.0, 2.0 * seconds, 60, velocity),))
    return play(written, 0.5, int((seconds + tail_s) * SAMPLE_RATE), seed)


def levels_db(sound, block_s):
    """RMS of consecutive blocks in dB."""
    size = int(block_s * SAMPLE_RATE)
    blocks = sound[:, : sound.shape[1] // size * size].reshape(2, -1, size)
    return 10 * np.log10(np.mean(np.square(blocks, dtype=np.float64), axis=(0, 2)) + 1e-12)


def test_every_texture_of_the_table_exists():
    """None without a sound, none without a row."""
    assert set(TEXTURES) == {name for name, row in INSTRUMENTS.items() if row.family is Family.TEXTURE}


@pytest.mark.parametrize("name", STEADY)
def test_a_steady_texture_stays_even_over_its_seams(name):
    """Second by second the level stays, also where two stretches meet after half a minute."""
    level = levels_db(texture(name, 40.0)[:, SAMPLE_RATE : 39 * SAMPLE_RATE], 1.0)
    assert np.ptp(level) < 4.0
    assert abs(level[28:31].mean() - level.mean()) < 1.0


@pytest.mark.parametrize("name", [name for name, row in TEXTURES.items() if row.endless])
def test_an_endless_texture_never_repeats(name):
    """Nowhere in half a minute does a stretch of two seconds come back."""
    sound = texture(name, 33.0)[0]
    excerpt = sound[2 * SAMPLE_RATE : 4 * SAMPLE_RATE]
    rest = sound[5 * SAMPLE_RATE :]
    size = 1 << int(np.ceil(np.log2(len(rest) + len(excerpt))))
    alike = np.fft.irfft(np.fft.rfft(rest, size) * np.conj(np.fft.rfft(excerpt, size)))
    loudest = np.sqrt(np.max(np.convolve(rest[::48] ** 2, np.ones(2000), "valid")) * 48)
    assert np.abs(alike).max() / (np.linalg.norm(excerpt) * loudest) < 0.2


def test_vinyl_crackles_irregularly():
    """Some twenty clicks a second stand out of the surface noise, at no regular distance."""
    sound = np.abs(texture("vinyl_crackle", 12.0)[0, SAMPLE_RATE : 11 * SAMPLE_RATE])
    floor = np.median(sound)
    loud = np.flatnonzero(sound > 12 * floor)
    clicks = loud[np.diff(loud, prepend=-SAMPLE_RATE) > 0.003 * SAMPLE_RATE]
    assert 8 < len(clicks) / 10.0 < 60
    gaps = np.diff(clicks) / SAMPLE_RATE
    assert 0.6 < gaps.std() / gaps.mean() < 1.6  # a Poisson process has 1


def test_a_riser_rises_until_its_end():
    """It grows louder and brighter quarter by quarter, and stops with its note."""
    sound = texture("riser", 8.0, tail_s=0.5)
    quarters = [part(sound, n * 2.0, n * 2.0 + 2.0) for n in range(4)]
    level = [20 * np.log10(rms(piece)) for piece in quarters]
    assert all(after > before + 3 for before, after in itertools.pairwise(level))
    bright = [centroid_hz(piece) for piece in quarters]
    assert bright[0] < 0.5 * bright[1] < 0.5 * bright[2]
    assert bright[3] > 6 * bright[0]
    assert envelope(sound)[: 8 * SAMPLE_RATE].argmax() > 7.5 * SAMPLE_RATE
    assert not sound[:, int(8.01 * SAMPLE_RATE) :].any()


def test_an_impact_strikes_at_once_and_rings_down():
    """At its loudest within 60 ms, low, and 40 dB softer after 3.5 s, however short its note."""
    sound = texture("impact", 0.25, tail_s=5.0)
    level = envelope(sound)
    assert level.argmax() < 0.06 * SAMPLE_RATE
    assert level[int(0.004 * SAMPLE_RATE)] > 0.1 * level.max()
    assert centroid_hz(part(sound, 0.0, 2.0)) < 300
    assert 20 * np.log10(level[int(3.5 * SAMPLE_RATE)] / level.max()) < -40
    assert 20 * np.log10(level[int(1.0 * SAMPLE_RATE)] / level.max()) > -40


def test_waves_come_and_go_slowly():
    """The sea swells several times a minute, by more than 5 dB, and breaks brightly."""
    sound = texture("ocean_waves", 60.0)
    level = levels_db(sound, 0.5)[4:-4]
    smooth = np.convolve(level, np.ones(5) / 5, "valid")
    peaks = np.flatnonzero(
        (smooth[1:-1] > smooth[:-2]) & (smooth[1:-1] >= smooth[2:]) & (smooth[1:-1] > np.median(smooth) + 1)
    )
    assert 4 <= len(peaks) <= 12
    assert np.ptp(smooth) > 5


def test_wind_gusts():
    """Its level and its pitch move together."""
    sound = texture("wind", 30.0)
    level = levels_db(sound, 1.0)[2:-2]
    pitch = np.array([centroid_hz(part(sound, n, n + 1.0)) for n in range(2, 28)])
    assert np.ptp(level) > 3
    assert np.corrcoef(level, pitch)[0, 1] > 0.3


@pytest.mark.parametrize("name", TEXTURES)
def test_a_texture_depends_on_nothing_but_the_arguments(name):
    """Twice the same is the same to the bit; another seed is another rain."""
    first, again, other = (texture(name, 2.0, seed) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.allclose(first, other, atol=1e-3)


def test_a_long_texture_needs_little_memory():
    """Two minutes of rain take the track and one stretch of half a minute beside it, not more."""
    tracemalloc.start()
    sound = texture("rain", 120.0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < sound.nbytes + 8 * 31 * SAMPLE_RATE * 8
