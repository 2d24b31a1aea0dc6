"""Tuned percussion beside the marimba and the vibraphone, and bells of the synthesiser.

They know nothing of the track they play in. Mode ratios of bars, rods and plates are those of Fletcher and
Rossing, "The Physics of Musical Instruments" (2nd ed., 1998), chapters 19 to 21.
"""

from __future__ import annotations

import numpy as np

from songwright.audio.clip import Samples
from songwright.synth.envelopes import fade_in
from songwright.synth.oscillators import harmonics, modes, ring, together
from songwright.synth.struck import add_burst, bar
from songwright.synth.voice import Tone


def _octaves(tone: Tone, centre: int) -> float:
    return (tone.pitch - centre) / 12.0


def xylophone(tone: Tone) -> Samples:
    """Rosewood bars tuned 1 : 3 : 6, struck with hard mallets: dry and bright."""
    high = _octaves(tone, 72)
    hard = 0.45 + 0.55 * tone.loudness
    rates = np.array([9.0, 15.0, 26.0, 55.0]) * 2.0 ** (0.65 * high)
    levels = np.array([1.0, 0.55 * hard, 0.32 * hard, 0.14 * hard])
    sound = bar(tone, np.array([1.0, 3.0, 6.08, 9.9]), rates, levels)
    add_burst(sound, tone, (1200.0, 7500.0), 0.012, 0.22 * hard)
    return sound


def glockenspiel(tone: Tone) -> Samples:
    """Steel bars left as they are, 1 : 2.76 : 5.40, which ring long; brass mallets."""
    high = _octaves(tone, 84)
    hard = 0.35 + 0.65 * tone.loudness
    rates = np.array([1.5, 2.6, 5.0, 9.0]) * 2.0 ** (0.5 * high)
    levels = np.array([1.0, 0.42 * hard, 0.26 * hard, 0.10 * hard])
    sound = bar(tone, np.array([1.0, 2.756, 5.404, 8.933]), rates, levels)
    add_burst(sound, tone, (4000.0, 14_000.0), 0.008, 0.16 * hard)
    return sound


def celesta(tone: Tone) -> Samples:
    """Steel plates over wooden boxes, struck by felt: the box lends the fundamental its weight."""
    high = _octaves(tone, 72)
    hard = 0.2 + 0.6 * tone.loudness
    rates = np.array([2.2, 4.0, 7.5, 13.0]) * 2.0 ** (0.5 * high)
    levels = np.array([1.0, 0.16 * hard, 0.20 * hard, 0.07 * hard])
    sound = bar(tone, np.array([1.0, 2.0, 2.756, 5.404]), rates, levels)
    add_burst(sound, tone, (500.0, 3000.0), 0.015, 0.08 * hard)
    return sound


def kalimba(tone: Tone) -> Samples:
    """A steel tongue on a gourd: nearly a sine, with the tongue's high modes at the pluck and a buzz.

    A tongue over two bridges has its second mode near 5 to 6 times the first (Chapman 2012, JASA 131).
    """
    high = _octaves(tone, 64)
    hard = 0.3 + 0.7 * tone.loudness
    rates = np.array([3.0, 6.0, 20.0, 45.0]) * 2.0 ** (0.6 * high)
    levels = np.array([1.0, 0.10, 0.30 * hard, 0.10 * hard])
    sound = bar(tone, np.array([1.0, 2.0, 5.6, 14.2]), rates, levels)
    add_burst(sound, tone, (300.0, 3500.0), 0.02, 0.13 * hard)
    return sound


def steel_drum(tone: Tone) -> Samples:
    """A tuned pan: 1 : 2 : 3 : 4 made exact by the tuner; the upper modes bloom after the blow."""
    high = _octaves(tone, 67)
    hard = 0.3 + 0.7 * tone.loudness
    rates = np.array([3.6, 3.0, 5.0, 6.5, 9.0, 13.0]) * 2.0 ** (0.4 * high)
    levels = np.array([1.0, 0.75 * hard, 0.35 * hard, 0.30 * hard, 0.14 * hard, 0.10 * hard])
    late = -levels * np.array([0.0, 0.85, 0.8, 0.7, 0.5, 0.3])  # cancels them at first: energy moves upwards
    ratios = np.array([1.0, 2.0, 3.0, 4.0, 5.02, 6.05])
    sound = bar(tone, ratios, rates, levels)
    bloom = modes(tone.hz * ratios, rates + 28.0, late)
    sound += ring(bloom, tone.frames)
    add_burst(sound, tone, (400.0, 4000.0), 0.012, 0.10 * hard)
    return sound


def handpan(tone: Tone) -> Samples:
    """A steel shell played with the hands: 1 : 2 : 3, soft, long, with neighbours that hum along.

    Rossing, Morrison, Hansen, Rohner and Schaerer 2007 ("Acoustics of the Hang") measure these ratios.
    """
    high = _octaves(tone, 62)
    hard = 0.2 + 0.8 * tone.loudness**1.3
    ratios = np.array([1.0, 2.0, 3.0, 1.4983, 4.01])
    rates = np.array([1.3, 1.9, 2.9, 2.2, 6.0]) * 2.0 ** (0.4 * high)
    sound = bar(tone, ratios, rates, np.array([1.0, 0.55 * hard, 0.34 * hard, 0.025, 0.08 * hard]))
    add_burst(sound, tone, (120.0, 900.0), 0.03, 0.10)
    add_burst(sound, tone, (1500.0, 5000.0), 0.01, 0.06 * hard)
    return sound


def toy_piano(tone: Tone) -> Samples:
    """Steel rods clamped at one end, 1 : 6.27 : 17.5, struck by plastic in a wooden case: thin and clanking.

    The ear follows the second mode of the low rods; here the first is strong enough to set the pitch.
    """
    high = _octaves(tone, 72)
    hard = 0.4 + 0.6 * tone.loudness
    ratios = np.array([1.0, 1.004, 6.267, 6.31, 17.55])
    rates = np.array([4.4, 3.4, 3.4, 4.4, 10.0]) * 2.0 ** (0.35 * high)
    levels = np.array([0.75, 0.12, 0.55 * hard, 0.3 * hard, 0.2 * hard])
    sound = bar(tone, ratios, rates, levels)
    add_burst(sound, tone, (280.0, 1100.0), 0.05, 0.30 * hard)
    add_burst(sound, tone, (1500.0, 7000.0), 0.012, 0.25 * hard)
    return sound


def synth_bell(tone: Tone) -> Samples:
    """A bell of frequency modulation: carrier to modulator 1 : 3.5 (Chowning 1973), bright at first."""
    touch = 0.3 + 0.7 * tone.loudness
    number = np.arange(-3.0, 4.0)
    ratios = np.abs(1.0 + 3.5 * number)
    levels = np.array([0.10, 0.22, 0.45, 1.0, 0.45, 0.22, 0.10])
    levels *= touch ** np.abs(number)
    rates = 0.9 + 1.4 * np.abs(number)
    banks = []
    for cents, side in ((-1.5, (1.0, 0.5)), (1.5, (0.5, 1.0))):
        sides = np.array(side)[:, None]
        banks.append(modes(tone.hz * ratios * 2.0 ** (cents / 1200.0), rates, sides * levels))
    pure = harmonics(tone.hz, 2)
    banks.append(modes(pure * tone.hz, 0.8 * pure, np.array([0.5, 0.1])[: len(pure)]))
    sound = ring(together(*banks), tone.frames)
    fade_in(sound, 0.001)
    return sound
