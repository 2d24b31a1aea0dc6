"""Choirs that sing "ah" and "oo", and the synthesiser's.

They know nothing of words; singing lyrics is another package's work.

Formants after the tables of Csound's manual, appendix "Formant Values" (themselves from IRCAM's CHANT).
"""

from __future__ import annotations

import numpy as np

from songwright.audio.clip import Samples
from songwright.synth.envelopes import Points, apart, drift, join, swell, times, vibrato
from songwright.synth.filters import Body
from songwright.synth.oscillators import cycles, glide, harmonics, noise, scan
from songwright.synth.voice import Tone

_WOMEN = Body(
    ((800.0, 1.0, 9.0), (1150.0, 0.55, 11.0), (2900.0, 0.16, 18.0), (3900.0, 0.13, 25.0)), 0.035, 90.0, 6500.0
)
_MEN = Body(
    ((620.0, 1.0, 8.0), (1050.0, 0.50, 11.0), (2450.0, 0.20, 18.0), (2800.0, 0.22, 20.0)), 0.035, 70.0, 5500.0
)
# "oo": the same tables' soprano and tenor "u".
_WOMEN_OO = Body(((325.0, 1.0, 7.0), (700.0, 0.16, 11.0), (2700.0, 0.018, 16.0)), 0.03, 90.0, 3500.0)
_MEN_OO = Body(((350.0, 1.0, 8.0), (600.0, 0.10, 10.0), (2700.0, 0.14, 25.0)), 0.02, 70.0, 3500.0)
_WOMEN_FROM = 60  # the pitch above which the upper voices sing
_SINGERS = 8


def choir(tone: Tone) -> Samples:
    """Eight singers on "ah"."""
    return _sing(tone, _WOMEN if tone.pitch >= _WOMEN_FROM else _MEN) * np.float32(3.0)


def choir_oohs(tone: Tone) -> Samples:
    """Eight singers on "oo", softer and darker."""
    return _sing(tone, _WOMEN_OO if tone.pitch >= _WOMEN_FROM else _MEN_OO) * np.float32(3.0)


# A vowel between "ah" and "oh" without the registers of real singers, as sampled into synthesisers.
_PAD_MOUTH = Body(((560.0, 1.0, 4.0), (980.0, 0.6, 4.5), (2600.0, 0.30, 4.0)), 0.06, 80.0, 8000.0)


def choir_pad(tone: Tone) -> Samples:
    """A synthesiser's choir: slow saws through fixed formants, with breath, wide and without vibrato."""
    frames, rng = tone.frames, tone.rng
    number = harmonics(tone.hz, 200)
    spectrum = number**-1.1 / (1.0 + (number * tone.hz / (2200.0 + 4000.0 * tone.loudness)) ** 2)
    table = cycles((spectrum / np.sqrt(np.sum(spectrum**2)))[None])
    sound = np.zeros((2, frames), np.float32)
    for voice, cents in enumerate((-5.0, 5.0, 2.5, -2.5, 0.8, -0.8)):
        slow = apart(cents, tone.hz) + 1.5 * drift(frames, rng, 1.5)
        sound[voice % 2] += scan(table, glide(tone.hz, slow, frames, rng.random()))[0]
    sound += np.float32(0.10) * noise(2 * frames, rng).reshape(2, -1)
    sound *= join(swell(frames, 0.06 if tone.short else 0.40), frames)
    return _PAD_MOUTH.filter(sound)


def _sing(tone: Tone, mouth: Body) -> Samples:
    """Eight singers with their own vibrato and timing through the formants of a vowel."""
    frames, rng = tone.frames, tone.rng
    number = harmonics(tone.hz, 160)
    hz = number * tone.hz
    spectra = []
    for push in (0.0, 1.0):
        strength = number ** (-1.55 + 0.6 * push) / (1.0 + (hz / (1800.0 + 3000.0 * push)) ** 2)
        spectra.append(strength / np.sqrt(np.sum(strength**2)))
    tables = cycles(np.array(spectra))
    level = swell(frames, 0.07 if tone.short else 0.22 - 0.1 * tone.loudness, 0.8, 0.95)
    effort = join(tone.loudness * level, frames)
    sound = np.zeros((2, frames), np.float32)
    for singer in range(_SINGERS):
        one = scan(tables, glide(tone.hz, _pitch(tone, singer), frames, rng.random()), effort)[0]
        place = (singer + 0.5) / _SINGERS
        sound[0] += np.float32(np.sqrt(1.0 - 0.9 * place)) * one
        sound[1] += np.float32(np.sqrt(0.1 + 0.9 * place)) * one
    sound *= np.float32(1.0 / np.sqrt(_SINGERS))
    sound += np.float32(0.02) * noise(2 * frames, rng).reshape(2, -1)
    sound *= join(level, frames)
    return mouth.filter(sound)


def _pitch(tone: Tone, singer: int) -> Points:
    """Cents of one singer; pairs are mistuned in opposite directions."""
    detune = apart((-1.0) ** singer * (1.5 + 1.8 * (singer // 2)), tone.hz)
    depth = 6.0 if tone.short else 17.0
    cents = vibrato(tone.frames, tone.rng, tone.rng.uniform(4.9, 6.1), depth * tone.rng.uniform(0.7, 1.2))
    arrival = -45.0 * tone.rng.uniform(0.4, 1.0) * np.exp(-times(tone.frames) / 0.05)
    return cents + detune + 2.0 * drift(tone.frames, tone.rng, 3.0) + arrival
