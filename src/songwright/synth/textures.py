"""Sounds without pitch that lie under the music: crackle, rain, wind, sea, hiss, risers and impacts.

It knows nothing of the track they play in. All are made of filtered noise and of small events at random
times, so nothing repeats; the endless ones can be made in stretches that are joined by a cross-fade.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth import filters
from songwright.synth.envelopes import FALL_60_DB, Points, decay, drift, fade_in, join, times
from songwright.synth.filters import Sections
from songwright.synth.oscillators import Phase, cycles, glide, harmonics, modes, noise, ring, scan, sine
from songwright.synth.placing import pan_gains


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A stretch of a texture to make.

    Attributes:
        frames: its length.
        loudness: 0 to 1, from the note's velocity.
        rng: what makes it differ from every other.
    """

    frames: int
    loudness: float
    rng: np.random.Generator


@dataclass(frozen=True, slots=True)
class Texture:
    """How a texture is played.

    Attributes:
        render: makes a stretch, [2, frames].
        gain_db: brings it to about -20 dBFS RMS while it sounds; sparse ones lie lower for their peaks.
        fade_s: how long it takes to come and to go.
        rings_s: how long one sounds whatever its note's length; 0: as long as its note.
        endless: whether it goes on evenly, so that a long note may be made of several stretches.
    """

    render: Callable[[Stretch], Samples]
    gain_db: float
    fade_s: float = 0.4
    rings_s: float = 0.0
    endless: bool = True


def _hiss(stretch: Stretch, band: Sections) -> Samples:
    """Filtered noise of RMS 1 in two independent channels: [2, frames]."""
    sound = np.empty((2, stretch.frames), np.float32)
    for channel in sound:
        stretch.rng.standard_normal(out=channel, dtype=np.float32)
        filters.run_in_place(band, channel)
    sound /= np.float32(np.sqrt(np.mean(np.square(sound, dtype=np.float32))) + 1e-9)
    return sound


def _arrivals(stretch: Stretch, per_s: float) -> NDArray[np.intp]:
    """Frames at which independent events happen: a Poisson process."""
    count = stretch.rng.poisson(per_s * stretch.frames / SAMPLE_RATE)
    return np.asarray(stretch.rng.integers(0, max(stretch.frames, 1), count))


@dataclass(frozen=True, slots=True)
class _Clicks:
    """A kind of click of a record.

    Attributes:
        per_s: how many there are in a second.
        spread_db: standard deviation of their levels.
        level: linear, of the median.
        band: (low Hz, high Hz) of the pulse.
    """

    per_s: float
    spread_db: float
    level: float
    band: tuple[float, float]


# Many ticks of dust, fewer scratches, now and then a pop with a thump: the classes of Godsill and Rayner,
# "Digital Audio Restoration" (1998), chapter 5; their amplitudes are spread over 20 dB and more.
_CLICKS = (
    _Clicks(26.0, 5.0, 0.9, (2200.0, 9000.0)),
    _Clicks(7.0, 6.0, 1.8, (900.0, 5200.0)),
    _Clicks(0.8, 4.0, 4.5, (120.0, 2600.0)),
)


def vinyl_crackle(stretch: Stretch) -> Samples:
    """A worn record between the notes: surface noise, dust, scratches, a little rumble of the turntable."""
    sound = 0.020 * _hiss(stretch, filters.band_pass(500.0, 7000.0))
    sound += 0.006 * _hiss(stretch, filters.chain(filters.low_pass(90.0), filters.high_pass(30.0)))
    for kind in _CLICKS:
        where = _arrivals(stretch, kind.per_s)
        size = kind.level * 10.0 ** (stretch.rng.normal(0.0, kind.spread_db, len(where)) / 20.0)
        size *= stretch.rng.choice((-1.0, 1.0), len(where))
        # A click moves the stylus sideways and upwards, so it is heard on both sides, not equally.
        side = stretch.rng.uniform(0.35, 1.0, (2, len(where)))
        for channel, share in zip(sound, side, strict=True):
            pulses = np.zeros(stretch.frames, np.float32)
            np.add.at(pulses, where, (size * share).astype(np.float32))
            filters.run_in_place(filters.band_pass(*kind.band), pulses)
            channel += pulses
    return _rounded(sound, 1.2)


def _rounded(sound: Samples, most: float) -> Samples:
    """Round what exceeds `most`: rare large events must not rule the level of the rest."""
    return np.asarray(np.float32(most) * np.tanh(sound / np.float32(most)), np.float32)


_DROPS = 40


def rain(stretch: Stretch) -> Samples:
    """Steady rain: the hiss of far drops, the ticks and bubbles of near ones.

    A drop that meets water leaves a bubble that rings at 1 to 8 kHz (Minnaert 1933; Pumphrey, Crum and
    Bjørnø 1989, JASA 85).
    """
    rng = stretch.rng
    far = _hiss(stretch, filters.chain(filters.high_pass(900.0, 1), filters.low_pass(11_000.0, 1)))
    near = _hiss(stretch, filters.band_pass(250.0, 1200.0))
    gusts = join(1.0 + 0.12 * drift(stretch.frames, rng, 0.35), stretch.frames)
    sound = (0.5 * far + 0.16 * near) * gusts
    drops = [_drop(rng) for _ in range(_DROPS)]
    places = _arrivals(stretch, 70.0 + 60.0 * stretch.loudness)
    for frame, kind, size, pan in zip(
        places,
        rng.integers(0, _DROPS, len(places)),
        10.0 ** (rng.normal(-7.0, 6.0, len(places)) / 20.0),
        rng.uniform(-0.9, 0.9, len(places)),
        strict=True,
    ):
        drop = drops[kind][: stretch.frames - frame]
        for channel, gain in zip(sound, pan_gains(pan), strict=True):
            channel[frame : frame + len(drop)] += np.float32(size * gain) * drop
    return _rounded(np.asarray(sound, np.float32), 5.0)


def _drop(rng: np.random.Generator) -> NDArray[np.float32]:
    """One drop: the tick of its impact and, in most, the bubble: [frames]."""
    hz = 1000.0 * 8.0 ** rng.random()
    t60 = 0.012 + 30.0 / hz
    frames = int(1.1 * t60 * SAMPLE_RATE) + 64
    bubble: NDArray[np.float32] = ring(modes(np.array([hz]), FALL_60_DB / t60, np.array([1.2])), frames)[0]
    bubble *= np.float32(rng.random() < 0.7)
    count = min(frames, 200)
    tick = filters.run(filters.band_pass(2500.0, 12_000.0), noise(count, rng)) * decay(count, 0.004)
    bubble[:count] += tick
    return bubble


def tape_hiss(stretch: Stretch) -> Samples:
    """A cassette's hiss: noise that rises towards the treble, dull above 12 kHz, a trace of hum."""
    band = filters.chain(filters.high_pass(1200.0, 1), filters.high_pass(200.0), filters.low_pass(11_500.0))
    waver = join(1.0 + 0.03 * drift(stretch.frames, stretch.rng, 1.0), stretch.frames)
    return _hiss(stretch, band) * waver


_BLOCK = 2048  # frames of noise that are made at once, each overlapping half of the next
_BLOCKS_AT_ONCE = 128  # keeps memory small


def _wandering(stretch: Stretch, centre_hz: Points, octaves: float) -> Samples:
    """Noise whose middle frequency moves: [2, frames] of RMS near 1.

    Overlapping blocks with a random spectrum each, shaped as the moment asks for; the squares of the sine
    windows add up to 1, so the level stands still while the pitch moves.

    Args:
        stretch: how long.
        centre_hz: at the points of `envelopes.times`.
        octaves: standard deviation of the band around the centre.
    """
    step = _BLOCK // 2
    count = -(-stretch.frames // step) + 1
    moment = np.arange(count) * (step / SAMPLE_RATE)
    centre = np.interp(moment, times(stretch.frames), centre_hz)
    log_hz = np.log2(np.maximum(np.fft.rfftfreq(_BLOCK, 1.0 / SAMPLE_RATE), 1.0)).astype(np.float32)
    window = np.sin(np.pi * (np.arange(_BLOCK, dtype=np.float32) + 0.5) / _BLOCK)
    sound = np.zeros((2, (count + 1) * step), np.float32)
    for first in range(0, count, _BLOCKS_AT_ONCE):
        middle = np.log2(centre[first : first + _BLOCKS_AT_ONCE, None]).astype(np.float32)
        shape = np.exp(np.float32(-0.5 / octaves**2) * (log_hz - middle) ** 2)
        shape *= np.float32(_BLOCK / np.sqrt(4.0)) / np.sqrt(np.sum(shape**2, axis=1, keepdims=True))
        for channel in sound:
            draws = stretch.rng.standard_normal((*shape.shape, 2), dtype=np.float32)
            blocks = scipy.fft.irfft(shape * draws.view(np.complex64)[..., 0], axis=1) * window
            for half in range(2):
                part = channel[(first + half) * step : (first + half + len(blocks)) * step]
                part += blocks[:, half * step : (half + 1) * step].ravel()
    return sound[:, step : step + stretch.frames]


def wind(stretch: Stretch) -> Samples:
    """Wind: gusts that swell and rise in pitch together, over a low roar."""
    gust = np.clip(0.5 + 0.28 * drift(stretch.frames, stretch.rng, 0.22), 0.05, 1.2)
    flutter = 1.0 + 0.10 * drift(stretch.frames, stretch.rng, 3.0)
    howl = _wandering(stretch, 300.0 * 2.0 ** (1.5 * gust), 0.45) * join(gust * flutter, stretch.frames)
    roar = _hiss(stretch, filters.band_pass(60.0, 350.0))
    return np.asarray(howl + 0.35 * roar * join(0.5 + 0.5 * gust, stretch.frames), np.float32)


def ocean_waves(stretch: Stretch) -> Samples:
    """Waves on a beach: each rises, breaks with a bright rush and draws back, 7 to 11 s apart."""
    t = times(stretch.frames)
    height, bright = np.zeros(len(t)), np.zeros(len(t))
    start = -10.0 * stretch.rng.random()
    while start < t[-1]:
        size, rise = stretch.rng.uniform(0.6, 1.0), stretch.rng.uniform(2.2, 3.4)
        late = t - start - rise
        back = stretch.rng.uniform(1.8, 2.8)
        shape = np.where(late < 0.0, np.exp(late / (0.4 * rise)), np.exp(-late / back))
        height = np.maximum(height, size * shape)
        bright = np.maximum(bright, size * np.where(late < 0.0, shape, np.exp(-late / (1.6 * back))))
        start += stretch.rng.uniform(7.0, 11.0)
    surf = _wandering(stretch, 420.0 * 2.0 ** (3.2 * bright), 1.0) * join(0.10 + height, stretch.frames)
    swell_below = _hiss(stretch, filters.band_pass(50.0, 220.0)) * join(0.15 + 0.3 * height, stretch.frames)
    return np.asarray(surf + swell_below, np.float32)


def riser(stretch: Stretch) -> Samples:
    """A riser: noise and detuned saws that climb and grow until the note's end."""
    t = times(stretch.frames)
    part = np.clip(t / max(stretch.frames / SAMPLE_RATE, 1e-3), 0.0, 1.0)
    growth = 0.04 + 0.96 * part**2.2
    swept = _wandering(stretch, 260.0 * 2.0 ** (5.0 * part), 0.7)
    top_hz = 110.0 * 2.0**3.0
    spectrum = 1.0 / harmonics(top_hz, 18) ** 1.3
    table = cycles((spectrum / np.sqrt(np.sum(spectrum**2)))[None])
    for cents, (left, right) in ((-9.0, (0.9, 0.35)), (0.0, (0.7, 0.7)), (9.0, (0.35, 0.9))):
        hz = 110.0 * 2.0 ** (3.0 * part**1.3 + cents / 1200.0)
        one = scan(table, _climbing(hz, stretch.frames, stretch.rng.random()))[0]
        swept[0] += np.float32(0.28 * left) * one
        swept[1] += np.float32(0.28 * right) * one
    swept *= join(growth, stretch.frames)
    return swept


def _climbing(hz: Points, frames: int, start: float) -> Phase:
    """The phase of a tone whose frequency is given at the points of `times`: [frames]."""
    turns = np.cumsum(join(hz, frames), dtype=np.float64) / SAMPLE_RATE + start
    return np.asarray((turns % 1.0) * 2.0**32, np.uint64).astype(np.uint32)


def impact(stretch: Stretch) -> Samples:
    """A cinematic impact: a boom that falls below 40 Hz, a crack, and a dark tail as of a large hall."""
    frames, rng = stretch.frames, stretch.rng
    t = times(frames)
    fall = 1200.0 * np.log2(1.0 + 1.6 * np.exp(-t / 0.05) + 0.5 * np.exp(-t / 0.4))
    boom = np.tanh(1.8 * sine(glide(37.0, fall, frames)) * decay(frames, 2.6))
    sound = np.stack([boom, boom]).astype(np.float32)
    crack = _hiss(stretch, filters.band_pass(180.0, 3000.0 + 4000.0 * stretch.loudness))
    sound += np.float32(0.45) * crack * decay(frames, 0.22)
    tail = _hiss(stretch, filters.band_pass(70.0, 900.0))
    bloom = join(1.0 - np.exp(-t / 0.03), frames)
    sound += np.float32(0.16) * tail * bloom * decay(frames, 3.2)
    sound *= np.float32(1.0 + 0.02 * rng.normal())
    fade_in(sound, 0.001)
    return sound


TEXTURES: dict[str, Texture] = {
    "vinyl_crackle": Texture(vinyl_crackle, -5.0),
    "tape_hiss": Texture(tape_hiss, -20.0),
    "rain": Texture(rain, -16.0, 0.8),
    "wind": Texture(wind, -16.0, 1.0),
    "ocean_waves": Texture(ocean_waves, -16.0, 1.0),
    "riser": Texture(riser, -13.0, 0.03, endless=False),
    "impact": Texture(impact, -6.0, 0.2, rings_s=4.0, endless=False),
}
