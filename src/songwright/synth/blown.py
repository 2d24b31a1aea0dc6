"""How brass and woodwind sound; the instruments are in `winds.py`. It knows nothing of tracks.

A player's breath sets loudness and brightness together (Risset and Mathews 1969): the sound is read from a
row of single cycles, soft to bright, at the place that the breath asks for. Pitch scoops, wavers and drifts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import Samples
from songwright.synth import filters
from songwright.synth.envelopes import apart, drift, join, swell, times, vibrato
from songwright.synth.filters import Body
from songwright.synth.lines import along, glides, growth, hairpin, read, slurred
from songwright.synth.oscillators import cycles, harmonics, noise
from songwright.synth.voice import Line, Tone, line_of

_HAIRPIN = 0.16  # how much a long note grows
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
        chiff: how much stronger the air is at the attack.
        opening: how much fuller the even harmonics grow with the pitch, 0 to 1.
        glide_s: time that the pitch takes from one slurred note to the next.
        dip: how far the level sinks there, 0 to 1.
        growl: unevenness of the reed from cycle to cycle.
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
    chiff: float = 3.0
    opening: float = 0.0
    glide_s: float = 0.022
    dip: float = 0.25
    growl: float = 0.0


def _tables(pitch: int, wind: Wind) -> NDArray[np.float32]:
    """Cycles of a pitch from soft to bright."""
    pitch_hz = 440.0 * 2.0 ** ((pitch - 69) / 12.0)
    number = harmonics(pitch_hz, 200)
    hz = number * pitch_hz
    shape = wind.body.response(hz) / number**wind.tilt
    shape[1::2] *= wind.even + wind.opening * float(np.clip((pitch - 65) * 0.02, 0.0, 0.43))
    spectra = []
    for step in range(_STEPS):
        edge = wind.soft_hz * (wind.loud_hz / wind.soft_hz) ** (step / (_STEPS - 1.0))
        edge = max(edge, 0.8 * pitch_hz)
        level = shape / (1.0 + (hz / edge) ** 2) ** wind.steep
        spectra.append(level / np.sqrt(np.sum(level**2)))
    return cycles(np.array(spectra))


def blow(line: Line, wind: Wind, detune_cents: float = 0.0) -> Samples:
    """One player's breath: [1, frames]. Notes after the first change by the fingers, with a slight dip."""
    frames, rng = line.frames, line.rng
    t = times(frames)
    attack = wind.attack_s * (1.3 - 0.6 * line.loudness[0]) * (0.6 if line.short else 1.0)
    level = swell(frames, attack, 0.3, 0.88) * (1.0 + 0.035 * drift(frames, rng))
    level *= (1.0 - wind.dip * slurred(line, 0.010, 0.012)) * hairpin(line, _HAIRPIN)
    shake = vibrato(frames, rng, wind.rate_hz, 1.0, wind.delay_s) * growth(line, wind.delay_s)
    if line.short and len(line.pitches) == 1:
        shake *= 0.0
    scoop = wind.scoop_cents * rng.uniform(0.6, 1.2) * np.exp(-t / 0.022)
    cents = detune_cents + shake * wind.depth_cents + 1.5 * drift(frames, rng, 2.0) + scoop
    cents += glides(line, wind.glide_s)
    blip = wind.blip * np.exp(-0.5 * ((t - 1.1 * attack) / (0.5 * attack + 0.01)) ** 2)
    loudness = along(line, line.loudness)
    bright = (0.04 + 0.96 * loudness**1.1) * level + blip + 0.5 * wind.throb * shake
    place = join(np.clip(bright, 0.0, 1.0) * (_STEPS - 1), frames)
    sound = read(line, lambda pitch: _tables(pitch, wind), cents, place, rng.random())
    sound *= join(1.0 + wind.throb * shake, frames)
    sound[0] += _air(line, wind)
    if wind.growl:
        sound[0] *= 1.0 + wind.growl * _flutter(frames, rng)
    sound *= join(level * along(line, line.gains), frames)
    return sound


def _flutter(frames: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """The unevenness of reeds and lips from one cycle to the next."""
    return filters.run(filters.band_pass(30.0, 160.0), noise(frames, rng)) * np.float32(8.0)


def _air(line: Line, wind: Wind) -> NDArray[np.float32]:
    """The noise of the breath, strongest at the attack."""
    pitch_hz = 440.0 * 2.0 ** ((line.pitches[0] - 69) / 12.0)
    low_hz, high_hz = wind.breath_band or (0.8 * pitch_hz, min(4.0 * pitch_hz, 18_000.0))
    start = 1.0 + wind.chiff * np.exp(-times(line.frames) / 0.04) + 0.7 * slurred(line, 0.012, 0.015)
    gain = wind.breath * (1.3 - 0.6 * along(line, line.loudness)) * start
    hiss = filters.run(filters.band_pass(low_hz, high_hz, 2), noise(line.frames, line.rng))
    return np.asarray(join(gain, line.frames) * hiss, np.float32)


def section(tone: Tone, players: tuple[Wind, ...]) -> Samples:
    """Several players from left to right, in unison as well as people manage: [2, frames]."""
    sound = np.zeros((2, tone.frames), np.float32)
    count = len(players)
    for seat, wind in enumerate(players):
        # Evenly spread detuning keeps the section's centre in tune.
        detune = apart(6.0 * (seat / (count - 1) - 0.5), tone.hz)
        one = blow(line_of(tone), wind, detune)[0]
        late = int(tone.rng.uniform(0.0, 480.0)) if seat else 0
        place = (seat + 0.5) / count
        sound[0, late:] += np.float32(np.sqrt(1.0 - 0.8 * place)) * one[: tone.frames - late]
        sound[1, late:] += np.float32(np.sqrt(0.2 + 0.8 * place)) * one[: tone.frames - late]
    sound *= np.float32(1.25 / np.sqrt(count))
    return sound
