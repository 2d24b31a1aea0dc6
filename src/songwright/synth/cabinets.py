"""What a whole part goes through before a microphone hears it: amplifiers, rotary speaker, tremolo, chorus.

They know nothing of notes. All work in place, a fixed chunk at a time, so a long song needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth import filters
from songwright.synth.filters import Sections
from songwright.synth.interpolation import linear

_CHUNK = 1 << 17
_MARGIN = 96  # frames of neighbourhood that an interpolating stage looks at
_OVERSAMPLING = 2
# A windowed sinc of 25 points: flat to 14 kHz; what it lets fold back lies above what a speaker plays.
_HALF_BAND = np.sinc(np.arange(-12, 13) / _OVERSAMPLING) / _OVERSAMPLING * np.kaiser(25, 5.0)
_BIAS = 0.12  # a valve's working point lies off the middle, which gives even harmonics


def _chunks(frames: int) -> Iterator[slice]:
    for first in range(0, frames, _CHUNK):
        yield slice(first, min(first + _CHUNK, frames))


@dataclass(frozen=True, slots=True)
class Amplifier:
    """A guitar amplifier and its loudspeaker.

    Attributes:
        before: filter in front of the valves.
        drive: gain into the valves.
        between: filter after the first stage; None for a single stage.
        second_drive: gain into the second stage.
        speaker: filter of cabinet and microphone.
        gain: output gain.
    """

    before: Sections
    drive: float
    between: Sections | None
    second_drive: float
    speaker: Sections
    gain: float


def _speaker(top_hz: float, presence_db: float, boom_db: float) -> Sections:
    """A closed 4x12 cabinet: a boom at the bottom, a hole in the low mids, presence, then a steep fall."""
    return filters.chain(
        filters.high_pass(75.0, 2),
        filters.peak(115.0, boom_db, 1.2),
        filters.peak(420.0, -3.5, 0.9),
        filters.peak(2500.0, presence_db, 1.1),
        filters.low_pass(top_hz, 4),
        filters.low_pass(top_hz * 1.3, 2),
    )


def _amplify(sound: NDArray[np.float32], amplifier: Amplifier) -> None:
    """Send a [frames] channel through an amplifier in place."""
    filters.run_in_place(amplifier.before, sound)
    _drive(sound, amplifier.drive)
    if amplifier.between is not None:
        filters.run_in_place(amplifier.between, sound)
        _drive(sound, amplifier.second_drive)
    filters.run_in_place(amplifier.speaker, sound)
    sound *= np.float32(amplifier.gain)


def _drive(sound: NDArray[np.float32], gain: float) -> None:
    """A valve stage at twice the sample rate, so that what it adds above hearing does not fold back."""
    before = np.zeros(_MARGIN, np.float32)
    zero = np.float32(np.tanh(_BIAS))
    for part in _chunks(len(sound)):
        after = sound[part.stop : part.stop + _MARGIN]
        window = np.concatenate([before, sound[part], after])
        before = sound[part][-_MARGIN:].copy()
        if len(before) < _MARGIN:
            before = np.pad(before, (_MARGIN - len(before), 0))
        if not window.any():
            continue
        fine = scipy.signal.resample_poly(window, _OVERSAMPLING, 1, window=_HALF_BAND)
        fine *= np.float32(gain)
        fine += np.float32(_BIAS)
        np.tanh(fine, out=fine)
        fine -= zero
        coarse = scipy.signal.resample_poly(fine, 1, _OVERSAMPLING, window=_HALF_BAND)
        sound[part] = coarse[_MARGIN : _MARGIN + part.stop - part.start]


def clean_amplifier(sound: Samples) -> None:
    """A clean combo on the edge, before its chorus."""
    amplifier = Amplifier(
        filters.chain(filters.high_pass(70.0), filters.peak(3200.0, 4.0, 0.8)),
        0.9,
        None,
        1.0,
        _speaker(5500.0, 2.0, 2.0),
        0.34,
    )
    _amplify(sound[0], amplifier)
    sound[1] = sound[0]


def muted_amplifier(sound: Samples) -> None:
    """The clean combo for damped strings: drier and without a chorus."""
    amplifier = Amplifier(filters.high_pass(90.0), 1.1, None, 1.0, _speaker(5200.0, 3.0, 1.0), 0.78)
    _amplify(sound[0], amplifier)
    sound[1] = sound[0]


def overdriven_amplifier(sound: Samples) -> None:
    """Two takes through a British combo that breaks up: mids in front, one valve stage."""
    amplifier = Amplifier(
        filters.chain(filters.high_pass(120.0), filters.peak(800.0, 4.0, 0.6)),
        5.0,
        filters.chain(filters.high_pass(60.0), filters.low_pass(7000.0)),
        1.6,
        _speaker(5200.0, 4.0, 2.0),
        0.11,
    )
    for channel in sound:
        _amplify(channel, amplifier)
    _bleed(sound, 0.12)


def distorted_amplifier(sound: Samples) -> None:
    """Two takes through a high-gain head: tight lows before, two stages, scooped mids after."""
    amplifier = Amplifier(
        filters.chain(filters.high_pass(140.0), filters.peak(1100.0, 6.0, 0.7)),
        22.0,
        filters.chain(filters.high_pass(90.0), filters.low_pass(6500.0)),
        3.5,
        filters.chain(filters.peak(600.0, -3.0, 0.8), _speaker(4900.0, 5.0, 4.0)),
        0.092,
    )
    for channel in sound:
        _amplify(channel, amplifier)
    _bleed(sound, 0.06)


def steel_amplifier(sound: Samples) -> None:
    """A clean, round amplifier for pedal steel."""
    amplifier = Amplifier(filters.high_pass(80.0), 0.7, None, 1.0, _speaker(4500.0, 1.0, 0.0), 0.43)
    _amplify(sound[0], amplifier)
    sound[1] = sound[0]


def _bleed(sound: Samples, share: float) -> None:
    """Let each side be heard a little on the other."""
    for part in _chunks(sound.shape[1]):
        left = sound[0, part].copy()
        sound[0, part] += np.float32(share) * sound[1, part]
        sound[1, part] += np.float32(share) * left


def _delayed(
    sound: NDArray[np.float32], delays: Iterator[NDArray[np.float32]]
) -> Iterator[NDArray[np.float32]]:
    """A channel read with a moving delay of up to `_MARGIN` - 2 frames, chunk by chunk."""
    before = np.zeros(_MARGIN, np.float32)
    for part, delay in zip(_chunks(len(sound)), delays, strict=True):
        window = np.concatenate([before, sound[part]])
        before = window[-_MARGIN:].copy()
        yield linear(window, np.arange(_MARGIN, len(window), dtype=np.float32) - delay)


def chorus(sound: Samples, start_s: float = 0.0) -> None:
    """A slow stereo chorus on [2, frames]: each side hears a copy whose pitch wavers the other way.

    Args:
        sound: changed in place.
        start_s: when in the song it begins; the wavering goes on from there.
    """
    for side in range(2):
        sign = 1.0 if side else -1.0
        delays = (
            (52.0 + sign * 34.0 * np.sin(_turns(part, 0.6, start_s))).astype(np.float32)
            for part in _chunks(sound.shape[1])
        )
        channel = sound[side]
        for part, wet in zip(_chunks(len(channel)), _delayed(channel, delays), strict=True):
            channel[part] = 0.8 * channel[part] + 0.35 * wet


def _turns(part: slice, hz: float, start_s: float) -> NDArray[np.float64]:
    """The angle in radians of what turns evenly since the song's start."""
    return 2.0 * np.pi * ((hz * start_s + np.arange(part.start, part.stop) * (hz / SAMPLE_RATE)) % 1.0)


def panning_tremolo(sound: Samples, start_s: float = 0.0) -> None:
    """The stereo tremolo of a suitcase electric piano: the sound moves from side to side."""
    _throb(sound, 4.7, 0.28, start_s, opposite=True)


def vane_tremolo(sound: Samples, start_s: float = 0.0) -> None:
    """A vibraphone's turning discs open and close the resonators."""
    _throb(sound, 5.2, 0.30, start_s, opposite=False)


def _throb(sound: Samples, hz: float, depth: float, start_s: float, *, opposite: bool) -> None:
    for part in _chunks(sound.shape[1]):
        wave = (depth * np.sin(_turns(part, hz, start_s))).astype(np.float32)
        sound[0, part] *= 1.0 + wave
        sound[1, part] *= 1.0 - wave if opposite else 1.0 + wave


_HORN_SLOW_HZ, _HORN_FAST_HZ = 0.83, 6.7
_DRUM_SLOW_HZ, _DRUM_FAST_HZ = 0.67, 5.7
_SPEED_UP_S = 0.9
_WINDOW_S = 2.0
_ROTARY_GAIN = 0.32


def rotary_speaker(sound: Samples, start_s: float = 0.0) -> None:
    """A Leslie cabinet: a valve amplifier, a turning horn above 800 Hz and a turning drum below.

    The horn turns fast where the player digs in: wherever two seconds are clearly louder than the part is on
    average. Speeds after the Leslie 122's data.

    Args:
        sound: [2, frames], of which the left is the source; changed in place.
        start_s: when in the song it begins: where horn and drum stand if they have turned slowly till then.
    """
    source = sound[0]
    fast = _fast_share(source)
    _drive(source, 1.1)
    filters.run_in_place(filters.high_pass(22.0, 1), source)
    state_low = np.zeros((2, 2))
    state_high = np.zeros((2, 2))
    low_pass, high_pass = filters.low_pass(800.0, 4), filters.high_pass(800.0, 4)
    turn_horn, turn_drum = _HORN_SLOW_HZ * start_s % 1.0, _DRUM_SLOW_HZ * start_s % 1.0
    before = np.zeros(_MARGIN, np.float32)
    for part in _chunks(len(source)):
        low, state_low = scipy.signal.sosfilt(low_pass, source[part], zi=state_low)
        high, state_high = scipy.signal.sosfilt(high_pass, source[part], zi=state_high)
        share = np.interp(np.arange(part.start, part.stop) / SAMPLE_RATE, fast[0], fast[1])
        horn = turn_horn + np.cumsum(_HORN_SLOW_HZ + (_HORN_FAST_HZ - _HORN_SLOW_HZ) * share) / SAMPLE_RATE
        drum = turn_drum + np.cumsum(_DRUM_SLOW_HZ + (_DRUM_FAST_HZ - _DRUM_SLOW_HZ) * share) / SAMPLE_RATE
        turn_horn, turn_drum = float(horn[-1] % 1.0), float(drum[-1] % 1.0)
        window = np.concatenate([before, high.astype(np.float32)])
        before = window[-_MARGIN:].copy()
        for side, angle in enumerate((0.0, 0.27)):
            wave = np.sin((2.0 * np.pi * ((horn + angle) % 1.0)).astype(np.float32))
            bass = np.sin((2.0 * np.pi * ((drum + angle) % 1.0)).astype(np.float32))
            turned = low * (1.0 + 0.14 * bass) + _doppler(window, wave) * (1.0 + 0.33 * wave)
            sound[side, part] = _ROTARY_GAIN * turned


def _doppler(window: NDArray[np.float32], wave: NDArray[np.float32]) -> NDArray[np.float32]:
    """The horn comes nearer and goes away by 18 cm, which is 0.5 ms."""
    where = np.arange(_MARGIN, len(window), dtype=np.float32) - (16.0 - 12.0 * wave)
    return linear(window, where)


def _fast_share(source: NDArray[np.float32]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """When (seconds) and how far (0 to 1) the speaker runs fast."""
    block = SAMPLE_RATE // 10
    each = round(_WINDOW_S * SAMPLE_RATE) // block
    padded = np.pad(source, (0, -len(source) % (each * block)))
    power = np.mean(np.square(padded.reshape(-1, each, block)), axis=2)
    sounding = power > 1e-8  # rests do not make a window softer
    level = np.sqrt(power.sum(axis=1, where=sounding) / np.maximum(sounding.sum(axis=1), 1))
    playing = level[level > 0.0]
    loud = level > 1.15 * (playing.mean() if len(playing) else 1.0)
    grid = np.arange(0, len(level) * _WINDOW_S, 0.1)
    target = loud[np.minimum((grid / _WINDOW_S).astype(int), len(level) - 1)].astype(float)
    share = target.copy()  # the speaker already turns as the player wants it at the start
    keep = float(np.exp(-0.1 / _SPEED_UP_S))
    for i in range(1, len(target)):
        share[i] = keep * share[i - 1] + (1.0 - keep) * target[i]
    return grid, share
