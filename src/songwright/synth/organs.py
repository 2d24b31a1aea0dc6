"""Tone wheels, pipes and reeds with bellows. They know nothing of the rotary speaker."""

from __future__ import annotations

import numpy as np

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth import filters
from songwright.synth.envelopes import decay, drift, fade_in, join, swell, times
from songwright.synth.filters import Body
from songwright.synth.oscillators import Modes, harmonics, modes, noise, ring, together
from songwright.synth.voice import Tone, fixed_rng

_FOOTAGES = np.array([0.5, 1.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0])  # drawbars from 16' to 1'
_DRAWBARS = np.array([8, 6, 8, 5, 3, 3, 0, 1, 3])
_HIGHEST_WHEEL_HZ = 5_920.0  # the last of the 91 tone wheels


def organ(tone: Tone) -> Samples:
    """A tone-wheel organ: nine drawbars, percussion on the third harmonic, key click.

    Wheels that do not exist sound an octave lower (foldback), as in the original.
    """
    hz = tone.hz * _FOOTAGES
    while (hz > _HIGHEST_WHEEL_HZ).any():
        hz = np.where(hz > _HIGHEST_WHEEL_HZ, hz / 2.0, hz)
    level = 10.0 ** ((_DRAWBARS - 8) * 3.0 / 20.0) * (_DRAWBARS > 0)  # a drawbar step is 3 dB
    level /= np.sqrt(np.sum(level**2))
    phase = tone.rng.random(len(hz))
    wheels = modes(hz, 0.0, level, phase)
    second = modes(2.0 * hz, 0.0, 0.03 * level, phase)
    percussion = modes(np.array([3.0 * tone.hz]), 9.0, np.array([0.30 * (0.4 + tone.loudness)]))
    sound = ring(together(wheels, second, percussion), tone.frames)
    fade_in(sound, 0.0015)
    count = min(tone.frames, int(0.012 * SAMPLE_RATE))
    click = filters.run(filters.band_pass(700.0, 5000.0), noise(count, tone.rng)) * decay(count, 0.01)
    sound[0, :count] += 0.10 * click
    return sound


_RANKS = (
    (0.5, 0.30, 0.9),
    (1.0, 1.0, 1.25),
    (2.0, 0.62, 1.3),
    (3.0, 0.26, 1.6),
    (4.0, 0.36, 1.5),
    (6.0, 0.14, 1.8),
)


def church_organ(tone: Tone) -> Samples:
    """Principal pipes from 16' to 1 1/3', each with its own tiny mistuning, chiff and wind.

    Left and right are the two sides of the case, between which the ranks are divided.
    """
    build = fixed_rng("church_organ", tone.pitch)
    banks: list[Modes] = []
    for ratio, share, tilt in _RANKS:
        number = harmonics(ratio * tone.hz, 40)
        hz = number * ratio * tone.hz * 2.0 ** (build.normal(0.0, 0.7) / 1200.0)
        level = share / number**tilt / (1.0 + (hz / 5500.0) ** 2)
        place = build.uniform(0.15, 0.85)
        sides = np.array([[np.sqrt(1.0 - place)], [np.sqrt(place)]])
        banks.append(modes(hz, 0.0, sides * level, tone.rng.random(len(hz))))
    sound = ring(together(*banks), tone.frames)
    speak = 0.03 + 0.05 * 2.0 ** ((48 - tone.pitch) / 18.0)
    wind = 1.0 + 0.012 * drift(tone.frames, tone.rng, 5.0)
    sound *= join(swell(tone.frames, min(speak, 0.2)) * wind, tone.frames)
    chiff = noise(tone.frames, tone.rng)
    chiff = filters.run(filters.band_pass(1.5 * tone.hz, min(7.0 * tone.hz, 15_000.0)), chiff)
    puff = 0.006 + 0.10 * np.exp(-(((times(tone.frames) - 0.02) / 0.03) ** 2))
    return np.asarray(sound + chiff * join(puff, tone.frames), np.float32)


_BELLOWS = Body(((550.0, 0.7, 1.8), (1400.0, 0.9, 2.0), (2900.0, 0.6, 2.0)), 0.45, 120.0, 6500.0)


def accordion(tone: Tone) -> Samples:
    """Three reeds per key tuned apart, as in a musette, breathing with the bellows."""
    number = harmonics(tone.hz, 140)
    hz = number * tone.hz
    edge = 1400.0 * 3.0**tone.loudness
    level = _BELLOWS.response(hz) / number**0.55 / (1.0 + (hz / edge) ** 2)
    level /= np.sqrt(np.sum(level**2))
    beat_hz = 2.4 * (tone.hz / 440.0) ** 0.4
    banks = []
    for shift, share, place in ((0.0, 1.0, 0.5), (beat_hz, 0.55, 0.2), (-beat_hz, 0.55, 0.8)):
        sides = share * np.array([[np.sqrt(1.0 - place)], [np.sqrt(place)]])
        detuned = number * (tone.hz + shift)
        banks.append(modes(detuned, 0.0, sides * level, tone.rng.random(len(number))))
    sound = ring(together(*banks), tone.frames)
    bellows = 1.0 + 0.05 * drift(tone.frames, tone.rng, 3.0)
    sound *= join(swell(tone.frames, 0.025 if tone.short else 0.045, 0.5, 0.9) * bellows, tone.frames)
    hiss = filters.run(filters.band_pass(1500.0, 6000.0), noise(tone.frames, tone.rng))
    return np.asarray(sound + 0.006 * hiss, np.float32)


_CASE = Body(((320.0, 0.9, 2.0), (900.0, 0.8, 2.0), (1800.0, 0.6, 2.5)), 0.45, 90.0, 3800.0)


def harmonium(tone: Tone) -> Samples:
    """A reed organ: an 8' and a 4' rank of free reeds in a wooden case, breathing with the treadle."""
    banks = []
    for octave, share, place in ((1.0, 1.0, 0.4), (2.0, 0.35, 0.65)):
        number = harmonics(octave * tone.hz, 90)
        hz = number * octave * tone.hz
        level = _CASE.response(hz) / number**0.6 / (1.0 + (hz / (1500.0 + 1800.0 * tone.loudness)) ** 2)
        level *= share / np.sqrt(np.sum(level**2))
        sides = np.array([[np.sqrt(1.0 - place)], [np.sqrt(place)]])
        banks.append(
            modes(hz * 2.0 ** (0.6 * (octave - 1.5) / 1200.0), 0.0, sides * level, tone.rng.random(len(hz)))
        )
    sound = ring(together(*banks), tone.frames)
    treadle = 1.0 + 0.07 * drift(tone.frames, tone.rng, 0.9) + 0.02 * drift(tone.frames, tone.rng, 5.0)
    sound *= join(swell(tone.frames, 0.04 if tone.short else 0.09) * treadle, tone.frames)
    hiss = filters.run(filters.band_pass(600.0, 4000.0), noise(tone.frames, tone.rng))
    return np.asarray(sound + 0.010 * hiss, np.float32)


def key_lift(tone: Tone) -> Samples:
    """The contacts of a tone-wheel organ opening one after another."""
    count = tone.frames
    click = filters.run(filters.band_pass(700.0, 4500.0), noise(count, tone.rng)) * decay(count, 0.010)
    sound = np.asarray(0.05 * click[None], np.float32)
    fade_in(sound, 0.001)
    return sound
