"""Brass and woodwind. They know nothing of the track they play in.

A player's breath sets loudness and brightness together (Risset and Mathews 1969): the sound is read from a
row of single cycles, soft to bright, at the place that the breath asks for. Pitch scoops, wavers and drifts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import Samples
from songwright.synth import filters
from songwright.synth.envelopes import apart, drift, join, swell, times, vibrato
from songwright.synth.filters import Body
from songwright.synth.oscillators import cycles, glide, harmonics, noise, scan
from songwright.synth.voice import Tone

_STEPS = 5  # cycles from soft to bright


@dataclass(frozen=True, slots=True)
class Wind:
    """A wind instrument.

    Attributes:
        body: the bell's or the bore's formants.
        soft_hz: where harmonics fall off at the softest.
        loud_hz: the same at the loudest.
        steep: how steeply they fall beyond.
        tilt: fall of the harmonics with their number.
        even: level of the even harmonics; a cylinder closed at one end has few.
        attack_s: time to full level.
        blip: how far the attack overshoots in brightness, 0 to 1.
        scoop_cents: where the pitch starts.
        rate_hz: vibrato speed.
        depth_cents: vibrato in pitch.
        throb: vibrato in loudness, 0 to 1.
        delay_s: when the vibrato sets in.
        breath: level of the air's noise.
        breath_band: its band in Hz; None follows the pitch.
    """

    body: Body
    soft_hz: float
    loud_hz: float
    steep: float = 1.5
    tilt: float = 0.35
    even: float = 1.0
    attack_s: float = 0.05
    blip: float = 0.2
    scoop_cents: float = -25.0
    rate_hz: float = 5.2
    depth_cents: float = 10.0
    throb: float = 0.03
    delay_s: float = 0.35
    breath: float = 0.01
    breath_band: tuple[float, float] | None = (1500.0, 6000.0)


TRUMPET = Wind(
    Body(((1250.0, 1.2, 1.6), (2600.0, 0.7, 2.0)), 0.42, 120.0, 7500.0),
    950.0,
    7200.0,
    attack_s=0.035,
    blip=0.3,
    scoop_cents=-35.0,
    depth_cents=9.0,
)
TROMBONE = Wind(
    Body(((580.0, 1.2, 1.5), (1500.0, 0.5, 2.0)), 0.4, 70.0, 5000.0),
    450.0,
    3700.0,
    attack_s=0.05,
    blip=0.25,
    scoop_cents=-40.0,
    depth_cents=7.0,
)
HORN = Wind(
    Body(((400.0, 1.1, 1.3), (900.0, 0.4, 2.0)), 0.35, 60.0, 3000.0),
    480.0,
    2500.0,
    tilt=0.5,
    attack_s=0.075,
    blip=0.1,
    scoop_cents=-20.0,
    depth_cents=3.0,
    breath=0.006,
)
SAXOPHONE = Wind(
    Body(((560.0, 1.1, 2.0), (1350.0, 0.9, 2.5), (2500.0, 0.8, 2.5)), 0.45, 90.0, 6500.0),
    850.0,
    5400.0,
    tilt=0.6,
    even=0.85,
    attack_s=0.04,
    blip=0.2,
    scoop_cents=-70.0,
    depth_cents=17.0,
    throb=0.10,
    breath=0.03,
    breath_band=(1200.0, 7000.0),
)
CLARINET = Wind(
    Body(((1500.0, 0.5, 1.5),), 0.7, 90.0, 4500.0),
    1000.0,
    3600.0,
    steep=1.3,
    tilt=0.7,
    even=0.07,
    attack_s=0.045,
    blip=0.05,
    scoop_cents=-10.0,
    depth_cents=2.0,
    throb=0.02,
    breath=0.012,
)
FLUTE = Wind(
    Body(((800.0, 0.5, 1.0),), 0.8, 200.0, 6000.0),
    600.0,
    1700.0,
    steep=1.1,
    tilt=0.9,
    even=0.8,
    attack_s=0.06,
    blip=0.1,
    scoop_cents=-18.0,
    depth_cents=9.0,
    throb=0.16,
    delay_s=0.2,
    breath=0.07,
    breath_band=None,
)
HARMONICA = Wind(
    Body(((900.0, 0.9, 2.5), (2100.0, 1.1, 2.5), (3400.0, 0.6, 2.5)), 0.4, 180.0, 6000.0),
    1300.0,
    4200.0,
    tilt=0.25,
    attack_s=0.035,
    blip=0.0,
    scoop_cents=-60.0,
    rate_hz=5.6,
    depth_cents=5.0,
    throb=0.3,
    delay_s=0.2,
    breath=0.02,
)


def _tables(tone: Tone, wind: Wind) -> NDArray[np.float32]:
    number = harmonics(tone.hz, 200)
    hz = number * tone.hz
    shape = wind.body.response(hz) / number**wind.tilt
    shape[1::2] *= wind.even
    spectra = []
    for step in range(_STEPS):
        edge = wind.soft_hz * (wind.loud_hz / wind.soft_hz) ** (step / (_STEPS - 1.0))
        edge = max(edge, 0.8 * tone.hz)
        level = shape / (1.0 + (hz / edge) ** 2) ** wind.steep
        spectra.append(level / np.sqrt(np.sum(level**2)))
    return cycles(np.array(spectra))


def blow(tone: Tone, wind: Wind, detune_cents: float = 0.0) -> Samples:
    """One player's note: [1, frames]."""
    frames, rng = tone.frames, tone.rng
    t = times(frames)
    attack = wind.attack_s * (1.3 - 0.6 * tone.loudness) * (0.6 if tone.short else 1.0)
    level = swell(frames, attack, 0.3, 0.88) * (1.0 + 0.035 * drift(frames, rng))
    shake = vibrato(frames, rng, wind.rate_hz, 0.0 if tone.short else 1.0, wind.delay_s)
    scoop = wind.scoop_cents * rng.uniform(0.6, 1.2) * np.exp(-t / 0.022)
    cents = detune_cents + shake * wind.depth_cents + 1.5 * drift(frames, rng, 2.0) + scoop
    blip = wind.blip * np.exp(-0.5 * ((t - 1.1 * attack) / (0.5 * attack + 0.01)) ** 2)
    bright = (0.04 + 0.96 * tone.loudness**1.1) * level + blip + 0.5 * wind.throb * shake
    place = join(np.clip(bright, 0.0, 1.0) * (_STEPS - 1), frames)
    sound = scan(_tables(tone, wind), glide(tone.hz, cents, frames, rng.random()), place)
    sound *= join(1.0 + wind.throb * shake, frames)
    sound[0] += _air(tone, wind)
    sound *= join(level, frames)
    return sound


def _air(tone: Tone, wind: Wind) -> NDArray[np.float32]:
    """The noise of the breath, strongest at the attack."""
    band = wind.breath_band or (0.8 * tone.hz, 4.0 * tone.hz)
    start = join(1.0 + 3.0 * np.exp(-times(tone.frames) / 0.04), tone.frames)
    gain = wind.breath * (1.3 - 0.6 * tone.loudness)
    return np.asarray(
        gain * start * filters.run(filters.band_pass(*band, 2), noise(tone.frames, tone.rng)), np.float32
    )


def section(tone: Tone, players: tuple[Wind, ...]) -> Samples:
    """Several players from left to right, in unison as well as people manage: [2, frames]."""
    sound = np.zeros((2, tone.frames), np.float32)
    count = len(players)
    for seat, wind in enumerate(players):
        # Evenly spread detuning keeps the section's centre in tune.
        detune = apart(6.0 * (seat / (count - 1) - 0.5), tone.hz)
        one = blow(tone, wind, detune)[0]
        late = int(tone.rng.uniform(0.0, 480.0)) if seat else 0
        place = (seat + 0.5) / count
        sound[0, late:] += np.float32(np.sqrt(1.0 - 0.8 * place)) * one[: tone.frames - late]
        sound[1, late:] += np.float32(np.sqrt(0.2 + 0.8 * place)) * one[: tone.frames - late]
    sound *= np.float32(1.25 / np.sqrt(count))
    return sound


def trumpet(tone: Tone) -> Samples:
    """A solo trumpet."""
    return blow(tone, TRUMPET)


def trombone(tone: Tone) -> Samples:
    """A solo trombone."""
    return blow(tone, TROMBONE)


def french_horn(tone: Tone) -> Samples:
    """Three horns in unison."""
    return section(tone, (HORN, HORN, HORN))


def brass(tone: Tone) -> Samples:
    """A horn section: trumpets, saxophone and trombone."""
    return section(tone, (TRUMPET, TROMBONE, SAXOPHONE, TRUMPET))


def saxophone(tone: Tone) -> Samples:
    """A tenor saxophone."""
    return blow(tone, SAXOPHONE)


def clarinet(tone: Tone) -> Samples:
    """A clarinet: hollow below, where the even harmonics are missing, fuller above."""
    even = float(np.clip(0.07 + (tone.pitch - 65) * 0.02, 0.07, 0.5))
    return blow(tone, replace(CLARINET, even=even))


def flute(tone: Tone) -> Samples:
    """A flute with breath and a vibrato of loudness."""
    return blow(tone, FLUTE)


def harmonica(tone: Tone) -> Samples:
    """A harmonica in cupped hands, which open and close as the vibrato goes."""
    return blow(tone, HARMONICA)
