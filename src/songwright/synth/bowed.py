"""Bowed strings: solo violin and cello, sections, tremolo. They know nothing of the track they play in.

A bowed string moves as a sawtooth (Helmholtz motion); the bow's place cuts some harmonics, its pressure sets
the brightness, the body's resonances colour it, and vibrato moves the harmonics across those resonances.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import Samples
from songwright.synth import filters
from songwright.synth.envelopes import Points, apart, drift, join, swell, times, vibrato
from songwright.synth.filters import Body
from songwright.synth.lines import along, glides, growth, hairpin, read, slurred
from songwright.synth.oscillators import cycles, glide, harmonics, noise, scan
from songwright.synth.voice import Line, Render, Slur, Tone, line_of

_VIOLIN_BODY = Body(
    (
        (278.0, 1.0, 12.0),
        (452.0, 1.3, 14.0),
        (540.0, 1.2, 14.0),
        (870.0, 0.7, 9.0),
        (1180.0, 0.8, 8.0),
        (2450.0, 1.15, 2.2),
        (3500.0, 0.6, 3.0),
    ),
    0.34,
    190.0,
    7500.0,
)
_CELLO_BODY = Body(
    (
        (98.0, 1.1, 9.0),
        (176.0, 1.2, 10.0),
        (220.0, 1.0, 10.0),
        (420.0, 0.7, 7.0),
        (620.0, 0.7, 6.0),
        (1350.0, 0.8, 2.5),
        (2300.0, 0.5, 2.5),
    ),
    0.34,
    62.0,
    4800.0,
)
_VIOLA_BODY = Body(
    (
        (132.0, 0.9, 10.0),
        (225.0, 1.3, 12.0),
        (350.0, 1.1, 11.0),
        (640.0, 0.9, 8.0),
        (1000.0, 0.7, 6.0),
        (1900.0, 0.8, 2.5),
        (3000.0, 0.4, 3.0),
    ),
    0.34,
    120.0,
    5600.0,
)
_BASS_BODY = Body(
    (
        (62.0, 1.1, 8.0),
        (100.0, 1.2, 8.0),
        (165.0, 0.9, 7.0),
        (300.0, 0.6, 5.0),
        (520.0, 0.5, 4.0),
        (1100.0, 0.4, 2.5),
    ),
    0.3,
    36.0,
    2600.0,
)
_SECTION_BODY = Body(
    (
        (105.0, 0.7, 5.0),
        (185.0, 0.8, 6.0),
        (280.0, 0.9, 7.0),
        (460.0, 1.0, 7.0),
        (560.0, 0.8, 7.0),
        (1150.0, 0.6, 4.0),
        (2500.0, 0.8, 1.6),
    ),
    0.4,
    60.0,
    6000.0,
)


@dataclass(frozen=True, slots=True)
class Bow:
    """How a string is bowed.

    Attributes:
        body: what the string is mounted on.
        attack_s: time to full level on a long note.
        soft_hz: where the harmonics fall off when played softly.
        hard_hz: the same when played hard.
        rate_hz: speed of the vibrato.
        depth_cents: its depth.
        hiss: level of the bow's noise.
        glide_s: time that the finger takes from note to note under one bow.
    """

    body: Body
    attack_s: float
    soft_hz: float
    hard_hz: float
    rate_hz: float
    depth_cents: float
    hiss: float
    glide_s: float = 0.05


VIOLIN = Bow(_VIOLIN_BODY, 0.085, 2000.0, 6000.0, 5.8, 19.0, 0.045)
CELLO = Bow(_CELLO_BODY, 0.11, 1300.0, 4200.0, 5.2, 16.0, 0.05)
VIOLA = Bow(_VIOLA_BODY, 0.095, 1700.0, 5000.0, 5.5, 18.0, 0.045)
DOUBLE_BASS = Bow(_BASS_BODY, 0.14, 700.0, 2300.0, 4.8, 10.0, 0.05, 0.07)
SECTION = Bow(_SECTION_BODY, 0.20, 1900.0, 5200.0, 5.4, 12.0, 0.03)
_DESKS = 8
_HAIRPIN = 0.2  # how much a long note grows


# Who has the notes up to a pitch, and the chair from 0 left to 1 right; two violins.
_QUARTET = ((50, CELLO, 0.85), (62, VIOLA, 0.66), (73, VIOLIN, 0.32), (127, VIOLIN, 0.12))


def solo(bow: Bow) -> Render:
    """The tones of one player."""
    return lambda tone: bowed_line(line_of(tone), bow)


def slur(bow: Bow) -> Slur:
    """The lines of one player under one bow."""
    return lambda line: bowed_line(line, bow)


def string_quartet(tone: Tone) -> Samples:
    """Two violins, viola and cello, each taking the notes of its range from its own chair."""
    bow, place = next((bow, place) for highest, bow, place in _QUARTET if tone.pitch <= highest)
    sound = bowed_line(line_of(tone), bow)
    return np.concatenate(
        [sound * np.float32(np.sqrt(1.0 - 0.8 * place)), sound * np.float32(np.sqrt(0.2 + 0.8 * place))]
    )


def _tables(pitch: int, bow: Bow, place: float) -> NDArray[np.float32]:
    """Cycles from soft to hard bowing."""
    pitch_hz = 440.0 * 2.0 ** ((pitch - 69) / 12.0)
    number = harmonics(pitch_hz)
    hz = number * pitch_hz
    spectra = []
    for pressure in (0.0, 0.5, 1.0):
        edge = bow.soft_hz * (bow.hard_hz / bow.soft_hz) ** pressure
        cut = 0.25 + np.abs(np.sin(np.pi * number * place))
        level = cut / number / (1.0 + (hz / edge) ** 2) ** 0.9
        spectra.append(level / np.sqrt(np.sum(level**2)))
    return cycles(np.array(spectra))


def bowed_line(line: Line, bow: Bow) -> Samples:
    """One player's bow: [1, frames]. Notes after the first are reached by the finger, not by a new stroke."""
    frames, rng = line.frames, line.rng
    t = times(frames)
    attack = min(bow.attack_s, 0.045) if line.short else bow.attack_s
    bridge = 0.11 + 0.02 * rng.random()
    loudness = along(line, line.loudness)
    level = swell(frames, attack, 0.4, 0.9) * (1.0 + 0.05 * drift(frames, rng))
    level *= (1.0 - 0.12 * slurred(line, 0.012, 0.02)) * hairpin(line, _HAIRPIN)
    depth = bow.depth_cents * (0.8 + 0.4 * loudness)
    cents = depth * vibrato(frames, rng, bow.rate_hz, 1.0, 0.22) * growth(line, 0.22)
    if line.short and len(line.pitches) == 1:
        cents *= 0.0
    wobble = cents + glides(line, bow.glide_s)
    cents = wobble + 1.2 * drift(frames, rng, 2.0) - 28.0 * np.exp(-t / 0.025)
    pressure = np.clip(0.2 + 1.5 * loudness * level - 0.012 * np.clip(wobble, -30.0, 30.0), 0.0, 2.0)
    sound = read(line, lambda pitch: _tables(pitch, bow, bridge), cents, join(pressure, frames), rng.random())
    scratch = filters.run(filters.band_pass(1800.0, 7500.0), noise(frames, rng))
    grip = bow.hiss * (0.4 + 0.8 * loudness) * (1.0 + 4.0 * np.exp(-t / 0.035) + slurred(line, 0.01, 0.015))
    sound[0] += scratch * join(grip, frames)
    sound *= join(level * along(line, line.gains), frames)
    return bow.body.filter(sound)


def strings(tone: Tone) -> Samples:
    """A string section: eight desks, each with its own vibrato, from left to right."""
    return _section(tone, 0.06 if tone.short else SECTION.attack_s, None)


def tremolo_strings(tone: Tone) -> Samples:
    """The section repeating the note with quick bow strokes, not quite together."""
    return _section(tone, 0.03, 11.5)


def _section(tone: Tone, attack_s: float, strokes_hz: float | None) -> Samples:
    frames, rng = tone.frames, tone.rng
    tables = _tables(tone.pitch, SECTION, 0.13)
    level = swell(frames, attack_s * (1.25 - 0.5 * tone.loudness), 1.0, 0.95) * hairpin(
        line_of(tone), _HAIRPIN
    )
    place = join(0.2 + 1.4 * tone.loudness * level, frames)
    sound = np.zeros((2, frames), np.float32)
    for desk in range(_DESKS):
        # Detuning goes in pairs of opposite sign, so that the section as a whole is in tune.
        detune = apart((-1.0) ** desk * (1.2 + 1.2 * (desk // 2)), tone.hz)
        cents = vibrato(frames, rng, SECTION.rate_hz * rng.uniform(0.9, 1.1), SECTION.depth_cents)
        cents += detune + 1.5 * drift(frames, rng, 3.0)
        one = scan(tables, glide(tone.hz, cents, frames, rng.random()), place)[0]
        if strokes_hz:
            one *= join(_strokes(frames, strokes_hz * rng.uniform(0.93, 1.07), rng), frames)
        seat = (desk + 0.5) / _DESKS
        sound[0] += one * np.float32(np.sqrt(1.0 - 0.85 * seat))
        sound[1] += one * np.float32(np.sqrt(0.15 + 0.85 * seat))
    hiss = SECTION.hiss * (2.5 if strokes_hz else 1.2)
    sound += hiss * filters.run(filters.band_pass(1500.0, 6500.0), noise(2 * frames, rng).reshape(2, -1))
    sound *= join(level * (1.3 / np.sqrt(_DESKS)), frames)
    return SECTION.body.filter(sound)


def _strokes(frames: int, hz: float, rng: np.random.Generator) -> Points:
    turn = np.abs(np.sin(np.pi * (hz * times(frames) + rng.random())))
    return np.asarray(0.25 + 1.0 * turn**0.8)
