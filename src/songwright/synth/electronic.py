"""Synthesisers: leads, pads, plucks and basses. They know nothing of the track they play in.

Oscillators are band-limited cycles; a filter that moves is a walk along a row of cycles or a bank of partials
with moving levels, so nothing aliases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth import filters
from songwright.synth.envelopes import apart, decay, drift, fade_in, join, swell, times, vibrato
from songwright.synth.lines import along, glides, growth, read, since
from songwright.synth.oscillators import (
    ENVELOPE_STEP,
    Numbers,
    cycles,
    glide,
    harmonics,
    modes,
    noise,
    ring,
    scan,
    sine,
    steady,
    sweep,
    together,
)
from songwright.synth.voice import Line, Tone, line_of

# Detuning of the JP-8000's seven saws as ratios at full depth (Szabo, "How to emulate the Super Saw", 2010).
_SUPERSAW = np.array([-0.11002313, -0.06288439, -0.01952356, 0.0, 0.01991221, 0.06216538, 0.10745242])
_SUPERSAW_DEPTH = 0.12
_CYCLE_STEPS = 4
_LEAD_GLIDE_S = 0.06


def _saw(number: Numbers) -> Numbers:
    return 1.0 / number


def _pulse(number: Numbers, width: float) -> Numbers:
    return np.abs(np.sin(np.pi * number * width)) / number


def _filtered(
    wave: Numbers, hz: Numbers, low_hz: float, high_hz: float, steep: float = 2.0
) -> NDArray[np.float32]:
    """A row of cycles of one wave, from a closed to an open low-pass filter."""
    spectra = []
    for step in range(_CYCLE_STEPS):
        edge = low_hz * (high_hz / low_hz) ** (step / (_CYCLE_STEPS - 1.0))
        spectra.append(wave / np.sqrt(1.0 + (hz / edge) ** (2.0 * steep)))
    rows = np.array(spectra)
    return cycles(rows / np.sqrt(np.sum(rows[-1] ** 2)))


def supersaw(tone: Tone) -> Samples:
    """Seven detuned saws across the stereo field."""
    number = harmonics(tone.hz)
    hz = number * tone.hz
    edge = 3500.0 * 3.5**tone.loudness
    spectrum = _saw(number) / (1.0 + (hz / edge) ** 2)
    table = cycles((spectrum / np.sqrt(np.sum(spectrum**2)))[None])
    sound = np.zeros((2, tone.frames), np.float32)
    for voice, detune in enumerate(_SUPERSAW):
        hz_apart = tone.hz * (1.0 + detune * _SUPERSAW_DEPTH * apart(1.0, tone.hz))
        one = scan(table, steady(hz_apart, tone.frames, tone.rng.random()))[0]
        gain = 1.0 if voice == 3 else 0.6
        place = 0.5 if voice == 3 else 0.5 + 0.45 * (-1.0) ** voice * (0.5 + 0.5 * abs(voice - 3) / 3.0)
        sound[0] += np.float32(gain * np.sqrt(1.0 - place)) * one
        sound[1] += np.float32(gain * np.sqrt(place)) * one
    sound *= join(swell(tone.frames, 0.006, 0.4, 0.85), tone.frames)
    return sound


def synth_lead(tone: Tone) -> Samples:
    """One note of the lead."""
    return synth_line(line_of(tone))


def synth_line(line: Line) -> Samples:
    """A saw and a pulse a few cents apart through a filter that opens with the touch; delayed vibrato.

    Slurred notes glide and leave the envelope running, as a monophonic synthesiser in legato mode does.
    """
    frames, rng = line.frames, line.rng
    cents = 16.0 * vibrato(frames, rng, 5.6, 1.0, 0.3) * growth(line, 0.3)
    cents += glides(line, _LEAD_GLIDE_S) - 60.0 * np.exp(-times(frames) / 0.012)
    opened = (0.35 + 0.65 * along(line, line.loudness)) * (0.55 + 0.45 * np.exp(-since(line) / 0.13))
    place = join(opened * (_CYCLE_STEPS - 1), frames)
    spread = apart(3.0, 440.0 * 2.0 ** ((line.pitches[0] - 69) / 12.0))
    sound = read(line, lambda pitch: _lead_cycles(pitch, _saw), cents + spread, place, rng.random())
    sound += 0.7 * read(line, lambda pitch: _lead_cycles(pitch, _wide), cents - spread, place, rng.random())
    sound *= join(swell(frames, 0.006, 0.4, 0.85) * along(line, line.gains), frames)
    return sound


def _wide(number: Numbers) -> Numbers:
    return _pulse(number, 0.36)


def _square(number: Numbers) -> Numbers:
    return _pulse(number, 0.5)


def _lead_cycles(
    pitch: int, wave: Callable[[Numbers], Numbers], high_hz: float = 9000.0
) -> NDArray[np.float32]:
    hz = 440.0 * 2.0 ** ((pitch - 69) / 12.0)
    number = harmonics(hz)
    return _filtered(wave(number), number * hz, max(700.0, hz), max(high_hz, 1.5 * hz))


def square_lead(tone: Tone) -> Samples:
    """One note of the chip lead."""
    return square_line(line_of(tone))


def square_line(line: Line) -> Samples:
    """A bare square wave as of a games console: no filter, quick vibrato, steps instead of glides."""
    frames = line.frames
    cents = 14.0 * vibrato(frames, line.rng, 6.4, 1.0, 0.22) * growth(line, 0.22) + glides(line, 0.006)
    open_filter = np.full(frames, _CYCLE_STEPS - 1.0, np.float32)
    sound = read(line, lambda pitch: _lead_cycles(pitch, _square, 16_000.0), cents, open_filter, 0.0)
    sound *= join(swell(frames, 0.002, 0.12, 0.7) * along(line, line.gains), frames)
    return sound


@dataclass(frozen=True, slots=True)
class Pad:
    """A pad.

    Attributes:
        cents: detuning of each voice; the even ones sound left, the odd ones right.
        low_hz: the closed filter.
        high_hz: the open filter.
        attack_s: time to full level.
        opening_s: time the filter takes to open.
        tilt: fall of the harmonics with their number.
        octave: level of a sine an octave below.
    """

    cents: tuple[float, ...]
    low_hz: float
    high_hz: float
    attack_s: float
    opening_s: float
    tilt: float
    octave: float


_BRIGHT = Pad((-8.0, 8.0, 4.0, -4.0, 1.0, -1.0), 500.0, 5200.0, 0.28, 1.6, 1.0, 0.0)
_WARM = Pad((-6.0, 6.0, 3.0, -3.0, 0.8, -0.8), 300.0, 1500.0, 0.55, 2.5, 1.25, 0.25)
# A string machine of the seventies: divided saws through a three-phase chorus, here six free voices.
_MACHINE = Pad((-9.0, 9.0, 5.0, -5.0, 1.5, -1.5), 1400.0, 7000.0, 0.16, 0.6, 0.9, 0.0)


def synth_pad(tone: Tone) -> Samples:
    """A bright pad whose filter opens slowly and then breathes."""
    return _pad(tone, _BRIGHT)


def warm_pad(tone: Tone) -> Samples:
    """A dark, slow pad with an octave below."""
    return _pad(tone, _WARM)


def synth_strings(tone: Tone) -> Samples:
    """A string machine: bright, soft-edged, always in a chorus."""
    return _pad(tone, _MACHINE)


def synth_brass(tone: Tone) -> Samples:
    """Two saws whose filter is blown open and settles, as polyphonic synthesisers of the eighties do."""
    frames, rng = tone.frames, tone.rng
    number = harmonics(tone.hz)
    low = max(320.0, 0.9 * tone.hz)
    tables = _filtered(_saw(number), number * tone.hz, low, max(6500.0, 2.0 * low), 2.0)
    t = times(frames)
    rise = 1.0 - np.exp(-t / (0.035 if not tone.short else 0.015))
    opened = rise * (0.30 + 0.45 * tone.loudness + 0.28 * np.exp(-t / 0.22))
    place = join(np.clip(opened, 0.0, 1.0) * (_CYCLE_STEPS - 1), frames)
    sound = np.zeros((2, frames), np.float32)
    for voice, cents in enumerate((-4.5, 4.5, 2.0, -2.0)):
        slow = apart(cents, tone.hz) + 0.7 * drift(frames, rng, 2.0)
        sound[voice % 2] += scan(tables, glide(tone.hz, slow, frames, rng.random()), place)[0]
    sound *= join(swell(frames, 0.02, 0.5, 0.88), frames)
    return sound


def _pad(tone: Tone, pad: Pad) -> Samples:
    frames, rng = tone.frames, tone.rng
    number = harmonics(tone.hz)
    low = max(pad.low_hz, 0.9 * tone.hz)
    tables = _filtered(number**-pad.tilt, number * tone.hz, low, max(pad.high_hz, 1.5 * low), 1.5)
    t = times(frames)
    opened = 0.25 + 0.5 * tone.loudness * (1.0 - np.exp(-t / pad.opening_s))
    opened = opened + 0.10 * np.sin(2.0 * np.pi * (0.17 * t + rng.random()))
    place = join(np.clip(opened, 0.0, 1.0) * (_CYCLE_STEPS - 1), frames)
    sound = np.zeros((2, frames), np.float32)
    for voice, cents in enumerate(pad.cents):
        slow = apart(cents, tone.hz) + 2.0 * drift(frames, rng, 1.5)
        sound[voice % 2] += scan(tables, glide(tone.hz, slow, frames, rng.random()), place)[0]
    if pad.octave:
        sub = modes(np.array([tone.hz / 2.0]), 0.0, np.array([pad.octave]))
        sound += ring(sub, frames)
    sound *= join(swell(frames, 0.06 if tone.short else pad.attack_s), frames)
    return sound


def synth_pluck(tone: Tone) -> Samples:
    """A short saw whose filter falls: every harmonic decays the faster the higher it is."""
    number = harmonics(tone.hz)
    hz = number * tone.hz
    level = _saw(number) / (1.0 + (hz / (2500.0 * 4.0**tone.loudness)) ** 2)
    level /= np.sqrt(np.sum(level**2))
    rate = 2.6 + 9.0 * (hz / 1000.0) ** 0.9 * (1.6 - tone.loudness)
    banks = []
    for ratio, left, right in ((-4.0, 0.9, 0.3), (4.0, 0.3, 0.9), (0.0, 0.6, 0.6)):
        sides = np.array([[left], [right]]) * level
        banks.append(modes(hz * 2.0 ** (ratio / 1200.0), rate, sides, tone.rng.random(len(hz)) * 0.2))
    sound = ring(together(*banks), tone.frames)
    fade_in(sound, 0.0015)
    return sound


def synth_arp(tone: Tone) -> Samples:
    """A short bright pulse for arpeggios: a narrow pulse and its octave, open at first and shut at once."""
    number = harmonics(tone.hz)
    hz = number * tone.hz
    level = _pulse(number, 0.22) + 0.5 * (number % 2 == 0) * _saw(number)
    level = level / (1.0 + (hz / (4200.0 * 3.0**tone.loudness)) ** 2)
    level /= np.sqrt(np.sum(level**2))
    rate = 6.5 + 16.0 * (hz / 1000.0) ** 0.7 * (1.4 - tone.loudness)
    banks = []
    for ratio, left, right in ((-5.0, 1.0, 0.35), (5.0, 0.35, 1.0)):
        sides = np.array([[left], [right]]) * level
        banks.append(modes(hz * 2.0 ** (ratio / 1200.0), rate, sides, tone.rng.random(len(hz)) * 0.1))
    sound = ring(together(*banks), tone.frames)
    fade_in(sound, 0.0008)
    return sound


def acid_bass(tone: Tone) -> Samples:
    """A saw through a squelching resonant filter, driven: the silver box of 1982."""
    number = harmonics(tone.hz, 220)
    hz = number * tone.hz
    t = times(tone.frames, ENVELOPE_STEP)
    edge = (260.0 + 0.8 * tone.hz + (600.0 + 3400.0 * tone.loudness) * np.exp(-t / 0.16))[:, None]
    ratio = hz / edge
    # A resonant two-pole of quality 7 and a plain one: 24 dB per octave with a whistle at the edge.
    levels = _saw(number) / np.sqrt((1.0 - ratio**2) ** 2 + (ratio / 7.0) ** 2) / np.sqrt(1.0 + ratio**4)
    sound = sweep(hz, levels, np.zeros(len(hz)), tone.frames)
    sound *= join(swell(tone.frames, 0.003, 0.3, 0.7), tone.frames)
    return np.asarray(np.tanh(0.8 * sound), np.float32)


def reese_bass(tone: Tone) -> Samples:
    """Detuned saws that beat against each other over a clean sub: the bass of drum and bass."""
    number = harmonics(tone.hz, 200)
    hz = number * tone.hz
    spectrum = _saw(number) / (1.0 + (hz / (500.0 * 4.0**tone.loudness)) ** 2)
    spectrum[0] = 0.0  # the fundamental comes from the sub alone, so that it does not beat
    table = cycles((spectrum / np.sqrt(np.sum(spectrum**2)))[None])
    sound = np.zeros((2, tone.frames), np.float32)
    for voice, cents in enumerate((-14.0, 14.0, 5.0, -5.0)):
        one = scan(table, steady(tone.hz * 2.0 ** (cents / 1200.0), tone.frames, tone.rng.random()))[0]
        sound[voice % 2] += np.float32(0.55) * one
        sound[1 - voice % 2] += np.float32(0.35) * one
    sound += ring(modes(np.array([tone.hz]), 0.0, np.array([0.75])), tone.frames)
    sound *= join(swell(tone.frames, 0.008, 0.4, 0.9), tone.frames)
    return filters.run(filters.high_pass(20.0), np.asarray(np.tanh(0.9 * sound), np.float32))


def synth_bass(tone: Tone) -> Samples:
    """Saw and square through a resonant four-pole filter with an envelope, then a little drive."""
    number = harmonics(tone.hz, 180)
    hz = number * tone.hz
    wave = _saw(number) + 0.5 * _pulse(number, 0.5)
    t = times(tone.frames, ENVELOPE_STEP)
    depth = 500.0 + 3200.0 * tone.loudness**1.5
    edge = (170.0 + tone.hz + depth * np.exp(-t / 0.13))[:, None]
    ratio = hz / edge
    # Magnitude of two two-pole low-pass filters, the first of quality 2.
    levels = wave / np.sqrt((1.0 - ratio**2) ** 2 + (ratio / 2.0) ** 2) / np.sqrt(1.0 + ratio**4)
    sound = sweep(hz, levels, np.zeros(len(hz)), tone.frames)
    sub = modes(np.array([tone.hz]), 0.0, np.array([0.5]))
    sound += ring(sub, tone.frames)
    sound *= join(swell(tone.frames, 0.003, 0.25, 0.8), tone.frames)
    return np.asarray(np.tanh(0.9 * sound), np.float32)


def sub_bass(tone: Tone) -> Samples:
    """The long kick of an 808: a sine that falls into its pitch, rings on, and is softly clipped."""
    frames = tone.frames
    t = times(frames)
    drop = 1500.0 * np.exp(-t / 0.012) + 120.0 * np.exp(-t / 0.05)
    body = sine(glide(tone.hz, drop, frames))
    body *= decay(frames, 4.5)
    push = np.float32(1.3 + 1.2 * tone.loudness)
    sound = np.asarray(np.tanh(push * body)[None], np.float32)
    count = min(frames, int(0.012 * SAMPLE_RATE))
    sound[0, :count] += 0.08 * noise(count, tone.rng) * decay(count, 0.008)
    fade_in(sound, 0.001)
    return sound
