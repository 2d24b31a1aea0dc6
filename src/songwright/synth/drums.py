"""How drums and cymbals sound. It knows nothing of kits' settings and of the track they play in.

Skins are sines that fall in pitch over the overtones of a membrane; cymbals are dense banks of modes with
noise; rattles and wires are shaped noise. Every hit differs a little from the one before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth import filters
from songwright.synth.envelopes import FALL_60_DB, Curve, decay, join, times
from songwright.synth.oscillators import Modes, glide, modes, noise, ring, sine, together
from songwright.synth.placing import panned
from songwright.synth.voice import fixed_rng

# Overtones of an ideal membrane (Fletcher and Rossing, The Physics of Musical Instruments, table 3.1).
_MEMBRANE = np.array([1.593, 2.135, 2.295, 2.653, 2.917, 3.5])


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """One blow.

    Attributes:
        loudness: 0 to 1.
        rng: what makes it differ from the next.
    """

    loudness: float
    rng: np.random.Generator


class Layer(Protocol):
    """A part of a drum's sound."""

    def sound(self, hit: Hit) -> Samples:
        """The layer's part of one hit: [1 or 2, frames]."""


def _frames(seconds: float) -> int:
    return max(64, int(seconds * SAMPLE_RATE))


@dataclass(frozen=True, slots=True)
class Skin:
    """A drum skin, or the sine of a drum machine.

    Attributes:
        hz: the pitch it settles to.
        t60_s: decay of the fundamental.
        bend: how much higher it starts, as a factor minus 1.
        bend_s: time constant of the fall.
        snap: a second, much faster fall, as a factor minus 1: the beater's knock.
        overtones: level of the membrane's overtones.
        drive: soft clipping; 0 is none.
        level: linear.
    """

    hz: float
    t60_s: float
    bend: float = 0.3
    bend_s: float = 0.04
    snap: float = 0.0
    overtones: float = 0.25
    drive: float = 0.0
    level: float = 1.0

    def sound(self, hit: Hit) -> Samples:
        """[1, frames]."""
        frames = _frames(self.t60_s * 1.15)
        t = times(frames)
        hz = self.hz * (1.0 + 0.006 * hit.rng.normal())
        push = 0.55 + 0.6 * hit.loudness
        fall = 1.0 + push * self.bend * np.exp(-t / self.bend_s) + push * self.snap * np.exp(-t / 0.004)
        wave = sine(glide(hz, 1200.0 * np.log2(fall), frames))
        wave *= decay(frames, self.t60_s)
        if self.overtones:
            wave += self._ringing(hz, frames, hit)
        if self.drive:
            push = self.drive * (0.6 + 0.6 * hit.loudness)
            wave = np.tanh(push * wave) / np.float32(np.tanh(push))
        return np.asarray(self.level * wave, np.float32)[None]

    def _ringing(self, hz: float, frames: int, hit: Hit) -> NDArray[np.float32]:
        level = self.overtones * (0.4 + 0.8 * hit.loudness) / np.arange(1.0, 7.0)
        level *= 10.0 ** (hit.rng.normal(0.0, 2.5, 6) / 20.0)
        rate = FALL_60_DB / self.t60_s * (1.4 + 0.5 * np.arange(6.0))
        return np.asarray(
            ring(modes(hz * 1.06 * _MEMBRANE, rate, level, 0.05 * hit.rng.random(6)), frames)[0]
        )


@dataclass(frozen=True, slots=True)
class Burst:
    """Shaped noise: clicks, wires, rattles, swishes, claps.

    Attributes:
        low_hz: lower edge of its band.
        high_hz: upper edge for the hardest hit; softer ones are darker.
        t60_s: decay.
        attack_s: rise.
        onsets: (delay in seconds, level) of each burst.
        order: steepness of the band's edges.
        level: linear, RMS at the start.
        stereo: whether left and right differ.
        force: exponent by which it grows with the blow beyond what the whole drum does: a stick's crack and a
            beater's click are what soft blows lack.
    """

    low_hz: float
    high_hz: float
    t60_s: float
    attack_s: float = 0.0
    onsets: tuple[tuple[float, float], ...] = ((0.0, 1.0),)
    order: int = 1
    level: float = 1.0
    stereo: bool = False
    force: float = 0.0

    def sound(self, hit: Hit) -> Samples:
        """[1 or 2, frames]."""
        last = max(delay for delay, _ in self.onsets)
        frames = _frames(last + self.attack_s + self.t60_s * 1.15)
        channels = 2 if self.stereo else 1
        high = max(self.high_hz * (0.55 + 0.45 * hit.loudness), 1.3 * self.low_hz)
        band = filters.band_pass(self.low_hz, high, self.order)
        hiss = filters.run(band, noise(channels * frames, hit.rng).reshape(channels, -1))
        # The band's share of white noise is made up for, so that `level` means the same in every band.
        hiss /= np.float32(np.sqrt(np.mean(hiss**2)) + 1e-9)
        level = self.level * hit.loudness**self.force
        return np.asarray(level * hiss * self._shape(frames, hit), np.float32)

    def _shape(self, frames: int, hit: Hit) -> Curve:
        t = times(frames)
        shape = np.zeros(len(t))
        for delay, level in self.onsets:
            late = t - delay * (1.0 + 0.08 * hit.rng.normal())
            rise = np.clip(late / self.attack_s, 0.0, 1.0) if self.attack_s else (late >= 0.0) * 1.0
            fall = np.exp(-FALL_60_DB * np.maximum(late - self.attack_s, 0.0) / self.t60_s)
            shape = np.maximum(shape, level * rise * fall)
        return join(shape, frames)


@dataclass(frozen=True, slots=True)
class Bars:
    """A few modes: rims, wood blocks, cow bells, the bell of a ride.

    Attributes:
        partials: (hz, level, t60_s) of each.
        level: linear.
        drive: soft clipping; 0 is none.
    """

    partials: tuple[tuple[float, float, float], ...]
    level: float = 1.0
    drive: float = 0.0

    def sound(self, hit: Hit) -> Samples:
        """[1, frames]."""
        hz, level, t60 = (np.array(column) for column in zip(*self.partials, strict=True))
        level = level * 10.0 ** (hit.rng.normal(0.0, 1.5, len(hz)) / 20.0)
        level *= (hz / hz.min()) ** (0.5 * (hit.loudness - 1.0))
        hz = hz * (1.0 + 0.002 * hit.rng.normal())
        frames = _frames(float(t60.max()) * 1.1)
        wave = ring(modes(hz, FALL_60_DB / t60, level), frames)
        if self.drive:
            wave = np.tanh(self.drive * wave)
        return np.asarray(self.level * wave, np.float32)


@dataclass(frozen=True, slots=True)
class Metal:
    """A cymbal or hi-hat: many modes that no two cymbals share, and the hiss of the rest.

    Attributes:
        name: what it is; its modes are drawn from this, once for ever.
        low_hz: lowest strong mode.
        high_hz: highest.
        t60_s: decay up to `low_hz` of a hard blow; higher modes die sooner, and softer blows, whose energy
            climbs less to the modes that ring, by up to a fifth.
        hiss: level of the noise against the modes.
        count: number of modes.
        attack_s: rise of the wash; a crash blooms.
        falling: how much sooner high modes die: the exponent of frequency.
        level: linear.
        squares: base frequencies of a drum machine's square waves instead of free modes.
    """

    name: str
    low_hz: float
    high_hz: float
    t60_s: float
    hiss: float = 0.5
    count: int = 110
    attack_s: float = 0.001
    falling: float = 0.45
    level: float = 1.0
    squares: tuple[float, ...] = ()

    def sound(self, hit: Hit) -> Samples:
        """[2, frames]."""
        ring_s = self.t60_s * (1.0 if self.squares else 0.8 + 0.2 * hit.loudness)
        frames = _frames(ring_s * 1.1)
        bank = self._squares() if self.squares else self._plate(hit, ring_s)
        wave = ring(bank, frames)
        if wave.shape[0] == 1:
            wave = np.concatenate([wave, wave])
        dark = 0.45 + 0.55 * hit.loudness
        hiss = filters.run(
            filters.band_pass(1.3 * self.low_hz, max(self.high_hz * dark, 2.0 * self.low_hz), 2),
            noise(2 * frames, hit.rng).reshape(2, -1),
        )
        wave = np.asarray(wave + self.hiss * 2.0 * hiss * decay(frames, 0.6 * ring_s), np.float32)
        bloom = 1.0 - np.exp(-times(frames) / max(self.attack_s * (1.3 - 0.6 * hit.loudness), 1e-4))
        return np.asarray(self.level * wave * join(bloom, frames), np.float32)

    def _plate(self, hit: Hit, ring_s: float) -> Modes:
        build = fixed_rng(f"metal/{self.name}", 0)
        place = (np.arange(self.count) + build.random(self.count)) / self.count
        lowest = 0.6 * self.low_hz
        hz = lowest * (self.high_hz / lowest) ** (place**0.75)
        strength = 10.0 ** (build.normal(0.0, 4.0, (2, self.count)) / 20.0)
        strength *= 10.0 ** (hit.rng.normal(0.0, 2.0, self.count) / 20.0)
        # Where the stick lands, from the bell to the edge, tilts the spectrum from blow to blow.
        strength *= (hz / self.low_hz) ** (0.9 * (hit.loudness - 1.0) + 0.2 * hit.rng.normal())
        strength /= 1.0 + (self.low_hz / hz) ** 4
        rate = FALL_60_DB / ring_s * np.maximum(hz / self.low_hz, 1.0) ** self.falling
        return modes(hz, rate, strength / np.sqrt(self.count), hit.rng.random(self.count))

    def _squares(self) -> Modes:
        banks = []
        for base in self.squares:
            number = np.arange(1.0, self.high_hz / base, 2.0)
            hz = number * base
            edge = 1.0 / np.sqrt(1.0 + (self.low_hz / hz) ** 6)
            banks.append(modes(hz, FALL_60_DB / self.t60_s, edge / number**0.5))
        bank = together(*banks)
        return Modes(bank.hz, bank.decay, bank.gain / np.sqrt(np.sum(bank.gain**2)), bank.phase)


@dataclass(frozen=True, slots=True)
class Piece:
    """One drum of a kit.

    Attributes:
        layers: what it is made of; their sum is brought to full scale.
        gain_db: its level in the kit.
        pan: -1 left to 1 right, as the audience sees it.
        room: how much of the room it excites, 0 to 1.
        dynamics: exponent from velocity to amplitude.
    """

    layers: tuple[Layer, ...]
    gain_db: float = 0.0
    pan: float = 0.0
    room: float = 1.0
    dynamics: float = 1.4


@dataclass(frozen=True, slots=True)
class Room:
    """The room around a kit, as its overhead microphones hear it.

    Attributes:
        name: its reflections are drawn from this.
        t60_s: reverberation time.
        level: linear; 0 is none.
        high_hz: the air and walls swallow what is above.
        early_s: delay of the first reflection.
    """

    name: str
    t60_s: float
    level: float
    high_hz: float = 7000.0
    early_s: float = 0.006

    def impulse(self) -> Samples:
        """Its impulse response: [2, frames] of energy 1 per channel."""
        rng = fixed_rng(f"room/{self.name}", 0)
        frames = _frames(self.t60_s)
        tail = noise(2 * frames, rng).reshape(2, -1) * decay(frames, self.t60_s)
        tail = filters.run(filters.chain(filters.high_pass(110.0), filters.low_pass(self.high_hz)), tail)
        late = int(self.early_s * SAMPLE_RATE)
        tail[:, late:] = tail[:, : frames - late].copy()
        tail[:, :late] = 0.0
        return np.asarray(tail / np.sqrt(np.sum(tail**2, axis=1, keepdims=True)), np.float32)


@dataclass(frozen=True, slots=True)
class Kit:
    """A drum kit.

    Attributes:
        pieces: by General MIDI key.
        room: where it stands.
        dusty: whether it comes from a 12-bit sampler at half the sample rate.
        gain_db: level of the whole kit.
    """

    pieces: dict[int, Piece]
    room: Room
    dusty: bool = False
    gain_db: float = 0.0


def strike(kit: Kit, drum: int, hit: Hit, room: Samples | None) -> Samples:
    """One hit as it comes from the kit.

    Args:
        kit: which kit.
        drum: a key of `kit.pieces`.
        hit: how.
        room: `kit.room.impulse()`, or None for a dry hit.
    Returns:
        [2, frames], peaks near ±1 before the kit's gains.
    """
    piece = kit.pieces[drum]
    sounds = [layer.sound(hit) for layer in piece.layers]
    frames = max(sound.shape[1] for sound in sounds)
    dry = np.zeros((2, frames), np.float32)
    for sound in sounds:
        dry[:, : sound.shape[1]] += sound
    dry /= np.float32(max(float(np.abs(dry).max()), 1e-6))
    tail = min(frames, 480)
    dry[:, -tail:] *= np.linspace(1.0, 0.0, tail, dtype=np.float32)
    dry = panned(dry, piece.pan)
    if room is not None and piece.room:
        wet = np.asarray(scipy.signal.oaconvolve(dry, room, axes=1), np.float32)
        wet *= np.float32(kit.room.level * piece.room)
        wet[:, :frames] += dry
        dry = wet
    return _dust(dry) if kit.dusty else dry


def _dust(sound: Samples) -> Samples:
    """A 12-bit sampler that holds every second sample, and its output filter."""
    held = np.repeat(sound[:, ::2], 2, axis=1)[:, : sound.shape[1]]
    coarse = np.round(held * 2047.0) / 2047.0
    return filters.run(filters.low_pass(7500.0, 4), coarse.astype(np.float32))
