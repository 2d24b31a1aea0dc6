"""Instruments that are struck and then ring: pianos and mallets. They know nothing of the track they play in.

All are modal: a sum of decaying partials whose frequencies, strengths and decays follow the physics of the
string or bar, plus the noise of the blow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth import filters
from songwright.synth.envelopes import decay, fade_in
from songwright.synth.oscillators import Modes, Numbers, harmonics, modes, noise, ring, together
from songwright.synth.placing import pan_gains
from songwright.synth.voice import Tone, fixed_rng

_STRIKE_POINT = 1.0 / 8.0  # where the hammer hits, as a part of the string's length


@dataclass(frozen=True, slots=True)
class Piano:
    """A make of piano.

    Attributes:
        name: its colours are drawn from this.
        hardness: of the hammers against a concert grand's.
        unison: cents of the strings of a note, about their middle.
        damping: factor on the decay rates.
        felt: level of the felt's noise against a grand's.
        knock: level of the key's and the board's thump against a grand's.
    """

    name: str
    hardness: float = 1.0
    unison: tuple[float, ...] = (0.0,)
    damping: float = 1.0
    felt: float = 1.0
    knock: float = 1.0


_GRAND = Piano("piano")
_FELT = Piano("felt piano", 0.36, damping=1.35, felt=2.6, knock=1.6)
_HONKY_TONK = Piano("honky-tonk", 2.1, (-7.0, 7.0), damping=1.3, knock=1.3)


def piano(tone: Tone) -> Samples:
    """A concert grand."""
    return _piano(tone, _GRAND)


def felt_piano(tone: Tone) -> Samples:
    """An upright with a strip of felt between hammers and strings: dark, close, with all its noises."""
    return _piano(tone, _FELT)


def honky_tonk_piano(tone: Tone) -> Samples:
    """A saloon's upright: hard hammers, the strings of each note apart."""
    return _piano(tone, _HONKY_TONK)


def _piano(tone: Tone, make: Piano) -> Samples:
    """Stretched partials, two-stage decay, hammer felt that hardens with the blow.

    Inharmonicity over the keyboard: Rigaud, David, Daudet 2013 (JASA 133). Two-stage decay from two string
    polarisations: Weinreich 1977 (JASA 62).
    """
    stiffness = _piano_stiffness(tone.pitch)
    number = harmonics(tone.hz, 130)
    hz = number * tone.hz * np.sqrt((1.0 + stiffness * number**2) / (1.0 + stiffness))
    hammer_hz = make.hardness * (0.85 + 3.6 * tone.loudness**1.3) * 440.0 * (tone.hz / 261.6) ** 0.45
    strike = 0.06 + np.abs(np.sin(np.pi * number * _STRIKE_POINT))
    board = 1.0 / np.sqrt((1.0 + (65.0 / hz) ** 4) * (1.0 + (hz / 4200.0) ** 3))
    level = strike * board / (1.0 + (hz / hammer_hz) ** 2) ** 1.35
    build = fixed_rng(make.name, tone.pitch)
    level *= number ** (-0.5 * np.clip((tone.pitch - 48) / 36.0, 0.0, 1.0))
    # The lowest partials carry the note: if they differed as the high ones do, the scale would be uneven.
    uneven = np.minimum(0.3 + 0.1 * number, 1.0)
    level *= 10.0 ** (build.normal(0.0, 2.0, len(hz)) * uneven / 20.0)
    level *= 10.0 ** (tone.rng.normal(0.0, 0.5, len(hz)) / 20.0)
    level /= np.sqrt(np.sum(level**2))
    fast = make.damping * (2.0 ** ((tone.pitch - 51) / 14.0) + 0.35 * (hz / 1000.0) ** 1.4)
    sides = 10.0 ** (build.normal(0.0, 2.2, (2, len(hz))) * uneven / 20.0)
    sides *= _lean((tone.pitch - 62) / 90.0) / np.sqrt(len(make.unison))
    beat = 1.0 + build.uniform(0.15, 0.55, len(hz)) / 1200.0
    banks = []
    for cents in make.unison:
        string = hz * 2.0 ** (cents / 1200.0)
        banks.append(modes(string / np.sqrt(beat), fast, sides * level))
        banks.append(modes(string * np.sqrt(beat), fast * 0.25, sides * level * 0.17))
    thump = make.knock * (0.04 + 0.10 * tone.loudness)
    knock = _knock(tone, (62.0, 108.0, 173.0, 262.0, 410.0), 55.0, thump)
    sound = ring(together(*banks, knock), tone.frames)
    fade_in(sound, 0.0022 - 0.0012 * tone.loudness)
    add_burst(sound, tone, (900.0, 5200.0), 0.025, make.felt * 0.035 * tone.loudness**1.5)
    return sound


def damper(tone: Tone) -> Samples:
    """A piano's damper falling on the string and the key coming up: a soft thump and a breath of felt."""
    thump = ring(_knock(tone, (78.0, 131.0, 205.0), 60.0, 0.030), tone.frames)
    fade_in(thump, 0.004)
    add_burst(thump, tone, (300.0, 2400.0), 0.05, 0.010)
    return thump


def jack(tone: Tone) -> Samples:
    """A harpsichord's jack falling back: wood on wood and the quill brushing the string."""
    click = ring(_knock(tone, (320.0, 870.0, 1900.0), 130.0, 0.05), tone.frames)
    fade_in(click, 0.0008)
    add_burst(click, tone, (1500.0, 7000.0), 0.018, 0.05)
    return click


def _piano_stiffness(pitch: int) -> float:
    return float(np.exp(-0.0847 * pitch - 5.82) + np.exp(0.0926 * pitch - 13.64))


def _lean(place: float) -> NDArray[np.float64]:
    """Gains of left and right for a place, [2, 1]; beyond -1 and 1 it is the side itself."""
    return np.array(pan_gains(float(np.clip(place, -1.0, 1.0))))[:, None]


def _knock(tone: Tone, hz: tuple[float, ...], rate: float, level: float) -> Modes:
    """The thump of a sound board or bar: a few strongly damped low modes."""
    centre = np.array(hz) * (1.0 + 0.03 * tone.rng.normal(size=len(hz)))
    gain = level * 10.0 ** (tone.rng.normal(0.0, 2.0, len(hz)) / 20.0) / np.sqrt(len(hz))
    return modes(centre, rate * (centre / centre[0]) ** 0.5, gain, tone.rng.random(len(hz)) * 0.1)


def add_burst(sound: Samples, tone: Tone, band: tuple[float, float], t60_s: float, level: float) -> None:
    """Add the short noise of a blow at the start of a sound, in place."""
    count = min(sound.shape[1], int(SAMPLE_RATE * t60_s * 1.5))
    burst = filters.run(filters.band_pass(*band), noise(count, tone.rng)) * decay(count, t60_s)
    sound[:, :count] += level * burst


def electric_piano(tone: Tone) -> Samples:
    """A tine piano: the pickup bends the tine's sine, more when struck harder, so brightness dies first.

    The pickup's polynomial of a decaying sine gives harmonic k the decay rate k times the fundamental's.
    """
    number = harmonics(tone.hz, 40)
    drive = 0.10 + 0.62 * tone.loudness**1.6
    drive *= (262.0 / max(tone.hz, 131.0)) ** 0.15
    level = drive ** (number - 1.0) / number**0.35
    level[1::2] *= 0.8 + 0.4 * tone.loudness
    slow = 0.55 * 2.0 ** ((tone.pitch - 60) / 20.0)
    body = modes(number * tone.hz, slow * number**0.85 + 0.4 * (number > 1), level)
    bell = modes(
        tone.hz * np.array([6.27, 7.02, 17.5]),
        np.array([6.0, 14.0, 25.0]) * 2.0 ** ((tone.pitch - 60) / 30.0),
        np.array([0.10, 0.16, 0.05]) * (0.15 + tone.loudness**2),
    )
    knock = _knock(tone, (95.0, 180.0, 340.0), 60.0, 0.06 * (0.4 + tone.loudness))
    sound = ring(together(body, bell, knock), tone.frames)
    fade_in(sound, 0.003)
    return sound


def wurlitzer(tone: Tone) -> Samples:
    """A reed piano: a struck steel reed in an electrostatic pickup, hollow when soft, barking when hard.

    The plate's capacity goes as 1 / distance, which bends a large swing into a nearly geometric series.
    """
    number = harmonics(tone.hz, 48)
    swing = 0.14 + 0.74 * tone.loudness**1.2
    swing *= (262.0 / max(tone.hz, 262.0)) ** 0.25
    level = swing ** (number - 1.0) / number**0.2
    level[1::2] *= 0.45 + 0.4 * tone.loudness
    level[0] *= 1.0 - 0.4 * tone.loudness  # the reed nearly touches the plate: its bark outgrows its body
    slow = 0.95 * 2.0 ** ((tone.pitch - 60) / 16.0)
    body = modes(number * tone.hz, slow * number**0.6 + 0.8 * (number > 1), level)
    reed = modes(
        tone.hz * np.array([6.27, 8.1]), np.array([16.0, 30.0]), np.array([0.05, 0.05]) * tone.loudness
    )
    knock = _knock(tone, (120.0, 260.0, 510.0), 70.0, 0.07 * (0.4 + tone.loudness))
    sound = ring(together(body, reed, knock), tone.frames)
    fade_in(sound, 0.002)
    return sound


def fm_piano(tone: Tone) -> Samples:
    """The electric piano of frequency modulation: a round body and a glassy tine fourteen times as high.

    The sidebands of a modulator at 14 : 1 (Chowning 1973) lie at 13, 14 and 15 times the note.
    """
    number = harmonics(tone.hz, 8)
    touch = 0.25 + 0.75 * tone.loudness**1.4
    body = touch ** (number - 1.0) * 0.55 ** (number - 1.0)
    slow = 0.6 * 2.0 ** ((tone.pitch - 60) / 18.0)
    glass = np.array([13.0, 14.0, 15.0]) * tone.hz
    banks = []
    for cents, side in ((-2.5, (0.9, 0.45)), (2.5, (0.45, 0.9))):
        apart = 2.0 ** (cents / 1200.0)
        sides = np.array(side)[:, None]
        banks.append(modes(number * tone.hz * apart, slow * number**0.9, sides * body))
        tine = np.array([0.5, 1.0, 0.5]) * 0.22 * touch**2
        banks.append(modes(glass * apart, 7.0, sides * tine))
    sound = ring(together(*banks), tone.frames)
    fade_in(sound, 0.0015)
    return sound


def harpsichord(tone: Tone) -> Samples:
    """Two plucked ranks, the second an octave up: bright, even, nearly deaf to the touch."""
    banks = []
    for octave, share in ((1.0, 1.0), (2.0, 0.32)):
        number = harmonics(tone.hz * octave, 140)
        hz = number * tone.hz * octave * np.sqrt(1.0 + 4e-6 * (number**2 - 1.0))
        pluck = np.abs(np.sin(np.pi * number * 0.13)) + 0.05
        level = share * pluck / number**0.55 / (1.0 + (hz / 5200.0) ** 2)
        level /= np.sqrt(np.sum((level / share) ** 2))
        rate = 0.9 * 2.0 ** ((tone.pitch - 48) / 18.0) + 0.45 * (hz / 1000.0) ** 1.2
        sides = 10.0 ** (fixed_rng("harpsichord", tone.pitch).normal(0.0, 1.8, (2, len(hz))) / 20.0)
        banks.append(modes(hz, rate, sides * level))
    sound = ring(together(*banks), tone.frames)
    fade_in(sound, 0.0006)
    add_burst(sound, tone, (1800.0, 9000.0), 0.02, 0.10)
    return sound


def bar(tone: Tone, ratios: Numbers, rates: Numbers, levels: Numbers) -> Samples:
    """A struck bar or plate: its modes, with small differences from blow to blow, a little to one side.

    Args:
        tone: the blow.
        ratios: [modes] frequencies against the note.
        rates: [modes] decay rates in 1/s.
        levels: [modes] amplitudes.
    Returns:
        [2, frames].
    """
    place = 0.5 * np.sin(0.9 * tone.pitch) * 0.3 + (tone.pitch - 72) / 60.0
    blow = 10.0 ** (tone.rng.normal(0.0, 1.2, len(ratios)) / 20.0)
    blow[0] = 1.0
    sides = _lean(place)
    sound = ring(modes(tone.hz * ratios, rates, sides * levels * blow), tone.frames)
    fade_in(sound, 0.0012)
    return sound


def vibraphone(tone: Tone) -> Samples:
    """Aluminium bars tuned 1 : 4 : 10, soft yarn mallets that harden with the blow."""
    high = 2.0 ** ((tone.pitch - 60) / 12.0)
    hard = 0.25 + 0.75 * tone.loudness**1.5
    ratios = np.array([1.0, 3.984, 10.02, 16.9])
    rates = np.array([0.75 * high**0.5, 2.4 * high**0.4, 9.0, 22.0])
    sound = bar(tone, ratios, rates, np.array([1.0, 0.30 * hard, 0.16 * hard**2, 0.06 * hard**2]))
    add_burst(sound, tone, (300.0, 2200.0), 0.018, 0.05 * hard)
    return sound


def marimba(tone: Tone) -> Samples:
    """Rosewood bars tuned 1 : 4 : 9.2 over resonators: a round tone that soon dies."""
    high = 2.0 ** ((tone.pitch - 60) / 12.0)
    hard = 0.3 + 0.7 * tone.loudness**1.5
    ratios = np.array([1.0, 3.93, 9.23, 15.8])
    rates = np.array([5.2 * high**0.75, 17.0 * high**0.5, 42.0, 70.0])
    sound = bar(tone, ratios, rates, np.array([1.0, 0.34 * hard, 0.17 * hard, 0.08 * hard]))
    add_burst(sound, tone, (250.0, 1900.0), 0.02, 0.14 * hard)
    return sound


def music_box(tone: Tone) -> Samples:
    """A plucked steel comb: the modes of a clamped bar, 1 : 6.27 : 17.5, and a wooden box."""
    high = 2.0 ** ((tone.pitch - 72) / 12.0)
    ratios = np.array([1.0, 2.0, 3.0, 6.267, 17.55])
    rates = np.array([2.6 * high**0.5, 4.5, 7.0, 7.5 * high**0.3, 30.0])
    sound = bar(
        tone, ratios, rates, np.array([1.0, 0.10, 0.06, 0.34, 0.10]) * [1, 1, 1, tone.loudness + 0.3, 1]
    )
    add_burst(sound, tone, (2500.0, 9000.0), 0.012, 0.05)
    return sound


def bells(tone: Tone) -> Samples:
    """Tubular bells: the ear hears the octave below the fourth mode.

    A free tube's modes go as 3.011², 5², 7², 9², ...; the fourth to sixth stand as 2 : 3 : 4.2 and give the
    strike note (Fletcher and Rossing, The Physics of Musical Instruments, 19.8), with 2 : 3 made exact.
    """
    ratios = np.array([0.22, 0.615, 1.0, 1.21, 2.0, 3.0, 4.17, 5.43, 6.79, 8.2])
    levels = np.array([0.06, 0.22, 0.18, 0.16, 1.0, 0.75, 0.5, 0.32, 0.2, 0.12])
    bright = np.clip(ratios / 3.0, 1.0, None) ** (tone.loudness * 1.6 - 1.3)
    rates = 0.30 + 0.28 * ratios**1.25
    sound = bar(tone, ratios, rates, levels * bright)
    add_burst(sound, tone, (1500.0, 7000.0), 0.03, 0.09 * tone.loudness)
    return sound
