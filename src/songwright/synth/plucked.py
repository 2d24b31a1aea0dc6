"""Plucked strings: guitars, banjo, harp, pizzicato and basses. They know nothing of amplifiers.

A string is a bank of partials (the modal form of the extended Karplus-Strong string: plucking point, pickup,
loop damping and dispersion become a level, a decay and a frequency per partial), so its tuning is exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth import filters
from songwright.synth.envelopes import decay, fade_in, join, times
from songwright.synth.filters import Body
from songwright.synth.interpolation import hermite
from songwright.synth.oscillators import Modes, Numbers, harmonics, modes, noise, ring, together
from songwright.synth.voice import Tone, fixed_rng


@dataclass(frozen=True, slots=True)
class String:
    """A kind of string and how it is plucked.

    Attributes:
        pluck: plucking point as a part of the length.
        soft_hz: partials above are weak when plucked softly.
        hard_hz: the same for the hardest pluck.
        rate: decay rate of the fundamental at `centre` in 1/s.
        rise: by how much the rate grows per octave, as a factor.
        damping: what each kHz adds to the decay rate.
        stiffness: inharmonicity at `centre`; it doubles per octave.
        slope: fall of the partials with their number: 1 is the force at a bridge, 0.5 a magnetic pickup.
        pickup: place of a magnetic pickup as a part of the length; 0 has none.
        body: the sound box; None for solid ones.
        click: level of the plectrum's or nail's noise.
        click_band: its band in Hz.
        knock_hz: the box's lowest modes.
        knock: their level.
        centre: the pitch that rates and stiffness refer to.
    """

    pluck: float
    soft_hz: float
    hard_hz: float
    rate: float
    damping: float
    rise: float = 1.5
    stiffness: float = 3e-5
    slope: float = 1.0
    pickup: float = 0.0
    body: Body | None = None
    click: float = 0.05
    click_band: tuple[float, float] = (1500.0, 7000.0)
    knock_hz: tuple[float, ...] = ()
    knock: float = 0.0
    centre: int = 52


_NYLON_BODY = Body(
    ((102.0, 1.1, 14.0), (205.0, 1.2, 12.0), (390.0, 0.8, 8.0), (680.0, 0.5, 5.0), (1150.0, 0.45, 3.0)),
    0.32,
    70.0,
    4500.0,
)
_STEEL_BODY = Body(
    (
        (110.0, 1.1, 14.0),
        (215.0, 1.1, 12.0),
        (430.0, 0.7, 6.0),
        (950.0, 0.5, 3.0),
        (2900.0, 0.8, 1.4),
        (5200.0, 0.6, 1.5),
    ),
    0.42,
    75.0,
    9000.0,
)
_BANJO_BODY = Body(
    ((290.0, 0.8, 5.0), (640.0, 1.1, 4.0), (1100.0, 1.2, 3.0), (2300.0, 1.0, 2.0), (3600.0, 0.7, 2.0)),
    0.25,
    190.0,
    7500.0,
)
_HARP_BODY = Body(
    ((120.0, 0.6, 4.0), (240.0, 0.8, 4.0), (500.0, 0.6, 3.0), (1300.0, 0.4, 2.0)), 0.45, 50.0, 5500.0
)
_VIOLINS_BODY = Body(
    ((275.0, 1.0, 9.0), (460.0, 1.1, 9.0), (560.0, 0.9, 9.0), (1100.0, 0.5, 3.0), (2400.0, 0.6, 2.0)),
    0.35,
    90.0,
    4200.0,
)
_UPRIGHT_BODY = Body(
    ((62.0, 1.0, 7.0), (98.0, 1.2, 8.0), (170.0, 0.9, 5.0), (350.0, 0.5, 3.0), (800.0, 0.35, 2.0)),
    0.25,
    32.0,
    2200.0,
)

NYLON = String(
    0.22,
    600,
    4200,
    1.3,
    1.5,
    body=_NYLON_BODY,
    click=0.045,
    click_band=(600, 3500),
    knock_hz=(101, 203, 390),
    knock=0.10,
)
STEEL = String(
    0.15,
    1500,
    9500,
    0.9,
    0.55,
    stiffness=6e-5,
    body=_STEEL_BODY,
    click=0.10,
    click_band=(2000, 9000),
    knock_hz=(109, 214, 420),
    knock=0.05,
    slope=0.9,
)
CLEAN = String(0.14, 1500, 6800, 0.55, 0.45, stiffness=5e-5, slope=0.55, pickup=0.12, click=0.05)
ELECTRIC = String(0.11, 2600, 7500, 0.35, 0.35, stiffness=5e-5, slope=0.5, pickup=0.06, click=0.06)
PALM = replace(ELECTRIC, rate=7.0, damping=5.0, soft_hz=900, hard_hz=2600, click=0.10, rise=1.25)
MUTED = replace(CLEAN, rate=11.0, damping=7.0, soft_hz=1100, hard_hz=3200, click=0.16, rise=1.3, pickup=0.2)
BANJO = String(
    0.12,
    2100,
    8500,
    3.6,
    1.3,
    stiffness=4e-5,
    slope=0.75,
    body=_BANJO_BODY,
    click=0.12,
    click_band=(1800, 8000),
    knock_hz=(290, 640),
    knock=0.12,
)
HARP = String(
    0.36,
    900,
    4800,
    1.1,
    0.9,
    stiffness=1e-5,
    rise=1.55,
    body=_HARP_BODY,
    click=0.03,
    click_band=(400, 2500),
    knock_hz=(120, 240),
    knock=0.05,
)
PIZZICATO = String(
    0.2,
    1300,
    3600,
    8.0,
    4.0,
    rise=1.4,
    stiffness=1e-5,
    body=_VIOLINS_BODY,
    click=0.05,
    click_band=(500, 2500),
    knock_hz=(275, 460),
    knock=0.16,
)
STEEL_SLIDE = String(0.12, 2600, 6500, 0.30, 0.30, stiffness=3e-5, slope=0.6, pickup=0.1, click=0.03)
FINGER_BASS = String(
    0.17,
    750,
    3200,
    0.75,
    1.6,
    stiffness=9e-5,
    slope=0.7,
    pickup=0.24,
    click=0.03,
    click_band=(400, 2200),
    centre=36,
    rise=1.4,
)
PICK_BASS = String(
    0.09,
    1900,
    4200,
    0.7,
    1.0,
    stiffness=9e-5,
    slope=0.6,
    pickup=0.15,
    click=0.13,
    click_band=(1200, 5000),
    centre=36,
    rise=1.4,
)
CLAVINET = String(
    0.10,
    1700,
    6200,
    1.6,
    1.3,
    stiffness=5e-5,
    slope=0.35,
    pickup=0.32,
    click=0.10,
    click_band=(900, 5000),
    rise=1.3,
)
SLAP_BASS = String(
    0.06,
    2600,
    6500,
    1.1,
    0.9,
    stiffness=1e-4,
    slope=0.45,
    pickup=0.13,
    click=0.22,
    click_band=(1800, 7500),
    knock_hz=(95, 180),
    knock=0.12,
    centre=36,
    rise=1.4,
)
FRETLESS_BASS = String(
    0.20, 500, 1900, 0.9, 1.3, stiffness=8e-5, slope=0.75, pickup=0.17, click=0.015, centre=36, rise=1.35
)
UPRIGHT = String(
    0.27,
    750,
    2600,
    1.9,
    3.2,
    stiffness=6e-5,
    slope=0.9,
    body=_UPRIGHT_BODY,
    click=0.06,
    click_band=(300, 1800),
    knock_hz=(62, 98, 170),
    knock=0.16,
    centre=36,
    rise=1.35,
)


_DESK = filters.chain(filters.high_pass(22.0, 1), filters.low_pass(4800.0))
_CHUG_BELOW = 50
_LEAD_FROM = 62


def string_modes(tone: Tone, string: String, cents: float = 0.0) -> Modes:
    """The partials of a plucked string: two polarisations, of which one is weaker and rings longer.

    Args:
        tone: the note.
        string: what is plucked.
        cents: how far the string is out of tune.
    """
    octaves = (tone.pitch - string.centre) / 12.0
    tuned = tone.hz * 2.0 ** (cents / 1200.0)
    number = harmonics(tuned, 130)
    stiffness = string.stiffness * 2.0**octaves
    hz = tuned * number * np.sqrt((1.0 + stiffness * number**2) / (1.0 + stiffness))
    level = _pluck_levels(tone, string, number, hz)
    rate = string.rate * string.rise**octaves + string.damping * (hz / 1000.0) ** 1.15
    # Each partial beats at its own speed; equal ones would sweep a dark band through the sound.
    detune = 1.0 + tone.rng.uniform(0.05, 0.45, len(hz)) / 1200.0
    return together(modes(hz, rate, level), modes(hz * detune, 0.45 * rate, 0.3 * level))


def _pluck_levels(tone: Tone, string: String, number: Numbers, hz: Numbers) -> Numbers:
    point = string.pluck * (1.0 + 0.12 * tone.rng.uniform(-1.0, 1.0))
    level = (0.03 + np.abs(np.sin(np.pi * number * point))) / number**string.slope
    if string.pickup:
        level *= 0.04 + np.abs(np.sin(np.pi * number * string.pickup))
    edge = string.soft_hz * (string.hard_hz / string.soft_hz) ** tone.loudness
    edge *= 2.0 ** (0.25 * (tone.pitch - string.centre) / 12.0)
    level /= 1.0 + (hz / edge) ** 2
    if string.body:
        level *= string.body.response(hz)
    level *= 10.0 ** (tone.rng.normal(0.0, 0.8, len(hz)) / 20.0)
    return np.asarray(level / np.sqrt(np.sum(level**2)))


def pluck(tone: Tone, string: String, cents: float = 0.0) -> Samples:
    """A plucked note without amplifier, a little out of tune if asked to be: [1, frames]."""
    bank = string_modes(tone, string, cents)
    if string.knock:
        hz = np.array(string.knock_hz) * (1.0 + 0.01 * tone.rng.normal(size=len(string.knock_hz)))
        level = string.knock * (0.4 + 0.8 * tone.loudness) / np.arange(1.0, len(hz) + 1.0)
        bank = together(bank, modes(hz, 9.0 + hz / 12.0, level))
    sound = ring(bank, tone.frames)
    fade_in(sound, 0.0014 - 0.0008 * tone.loudness)
    if string.click:
        count = min(tone.frames, int(0.03 * SAMPLE_RATE))
        burst = filters.run(filters.band_pass(*string.click_band), noise(count, tone.rng))
        sound[0, :count] += string.click * (0.25 + tone.loudness) * burst * decay(count, 0.018)
    return sound


def beside(tone: Tone, name: str, string: String, width: float) -> Samples:
    """A plucked note as two close microphones hear it: each has its own colours."""
    colour = fixed_rng(name, tone.pitch)
    sound = pluck(tone, string)
    delay = int(colour.integers(8, 30))
    side = filters.run(filters.band_pass(400.0, 5000.0), np.roll(sound[0], delay)) if delay else sound[0]
    side[:delay] = 0.0
    lean = width * float(colour.uniform(0.6, 1.0)) * (1.0 if tone.pitch % 2 else -1.0)
    return np.stack([sound[0] + lean * side, sound[0] - lean * side])


def nylon_guitar(tone: Tone) -> Samples:
    """A classical guitar plucked with the fingers."""
    return beside(tone, "nylon", NYLON, 0.25)


def steel_guitar(tone: Tone) -> Samples:
    """A steel-string acoustic guitar played with a plectrum."""
    return beside(tone, "steel", STEEL, 0.35)


def banjo(tone: Tone) -> Samples:
    """A five-string banjo: steel strings on a drum skin."""
    return beside(tone, "banjo", BANJO, 0.2)


def harp(tone: Tone) -> Samples:
    """A concert harp plucked near the middle of the string; low strings stand left."""
    sound = pluck(tone, HARP)
    place = np.clip((tone.pitch - 62) / 80.0, -0.5, 0.5)
    return np.concatenate([sound * np.sqrt(1.0 - place), sound * np.sqrt(1.0 + place)])


def clean_guitar(tone: Tone) -> Samples:
    """A single-coil electric guitar, before the amplifier."""
    return pluck(tone, CLEAN)


def muted_guitar(tone: Tone) -> Samples:
    """The same guitar damped by the palm."""
    return pluck(tone, MUTED)


def electric_guitar(tone: Tone) -> Samples:
    """A humbucker guitar for a driven amplifier.

    Short low notes are damped by the palm; long high ones get a finger vibrato.
    """
    if tone.short and tone.pitch < _CHUG_BELOW:
        return pluck(tone, PALM)
    if tone.short or tone.pitch < _LEAD_FROM:
        return pluck(tone, ELECTRIC)
    t = times(tone.frames)
    shake = 11.0 * np.clip((t - 0.3) / 0.4, 0.0, 1.0) * np.sin(2.0 * np.pi * 5.6 * t)
    return bent(pluck(replace(tone, frames=tone.frames + 256), ELECTRIC), shake, tone.frames)


def pedal_steel(tone: Tone) -> Samples:
    """A pedal steel: long ringing, notes that are reached by a slide or a slow bend, and bar vibrato."""
    frames = tone.frames
    t = times(frames)
    bend = (-200.0, -100.0, 0.0)[int(tone.rng.integers(0, 3))]
    arrival = 0.04 if tone.short else 0.22
    slide = bend * (0.5 + 0.5 * np.cos(np.pi * np.clip(t / arrival, 0.0, 1.0)))
    shake = 9.0 * np.clip((t - 0.45) / 0.5, 0.0, 1.0) * np.sin(2.0 * np.pi * 5.3 * t)
    dry = pluck(replace(tone, frames=int(frames * 1.02) + 64), STEEL_SLIDE)
    return bent(dry, slide + shake, frames)


def bent(sound: Samples, cents: Numbers, frames: int) -> Samples:
    """Play a sound at a moving speed: [1, more] becomes [1, frames].

    Args:
        sound: slightly longer than needed where the pitch goes up.
        cents: pitch deviation at the points of `envelopes.times(frames)`.
        frames: length of the result.
    """
    speed = np.exp2(join(cents, frames).astype(np.float64) / 1200.0)
    return hermite(sound[0], np.cumsum(speed))[None]


def pizzicato(tone: Tone) -> Samples:
    """A string section plucking: four players who are never quite together."""
    sound = np.zeros((2, tone.frames), np.float32)
    for player in range(4):
        one = pluck(tone, PIZZICATO)[0]
        late = int(tone.rng.uniform(0.0, 0.014) * SAMPLE_RATE) if player else 0
        place = (player - 1.5) / 2.2
        for channel, gain in enumerate((np.sqrt(0.5 - 0.5 * place), np.sqrt(0.5 + 0.5 * place))):
            sound[channel, late:] += 0.55 * gain * one[: tone.frames - late]
    return sound


def upright_bass(tone: Tone) -> Samples:
    """A double bass played with the fingers: the box thumps, the top dies soon, a little growl."""
    return pluck(tone, UPRIGHT)


def electric_bass(tone: Tone) -> Samples:
    """A bass guitar played with the fingers, straight into the desk."""
    return _desk(pluck(tone, FINGER_BASS), tone, 1.2)


def picked_bass(tone: Tone) -> Samples:
    """A bass guitar played with a plectrum through a driven preamplifier."""
    return _desk(pluck(tone, PICK_BASS), tone, 2.2)


def slap_bass(tone: Tone) -> Samples:
    """A bass guitar whose strings are slapped by the thumb below and popped by the finger above."""
    return _desk(pluck(tone, SLAP_BASS), tone, 1.6)


def fretless_bass(tone: Tone) -> Samples:
    """A fretless bass: the finger slides into long notes, the string's buzz blooms late, a slow vibrato."""
    frames = tone.frames
    t = times(frames)
    slide = 0.0 if tone.short else -55.0 * float(tone.rng.random() < 0.6)
    shake = 9.0 * np.clip((t - 0.3) / 0.4, 0.0, 1.0) * np.sin(2.0 * np.pi * 4.6 * t) * (not tone.short)
    dry = pluck(replace(tone, frames=int(frames * 1.01) + 64), FRETLESS_BASS)
    sound = bent(dry, slide * np.exp(-t / 0.05) + shake, frames)
    bloom = filters.run(filters.band_pass(350.0, 1300.0), sound)
    sound = sound + bloom * join(1.6 * (1.0 - np.exp(-t / 0.12)), frames)
    return _desk(np.asarray(sound, np.float32), tone, 1.0)


def clavinet(tone: Tone) -> Samples:
    """Strings pressed on to an anvil by rubber, two pickups out of phase: a biting, damped keyboard."""
    return pluck(tone, CLAVINET)


def finger_lift(tone: Tone) -> Samples:
    """A finger that leaves a wound string: a faint short scrape."""
    count = tone.frames
    squeak = filters.run(filters.band_pass(1200.0, 4200.0), noise(count, tone.rng)) * decay(count, 0.05)
    sound = np.asarray(0.012 * squeak[None], np.float32)
    fade_in(sound, 0.006)
    return sound


def _desk(sound: Samples, tone: Tone, drive: float) -> Samples:
    """A preamplifier that rounds the peaks more when played harder."""
    push = drive * (0.5 + 0.7 * tone.loudness)
    return filters.run(_DESK, np.asarray(np.tanh(push * sound) / push**0.8, np.float32))
