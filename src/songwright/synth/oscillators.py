"""Sound sources without aliasing: banks of partials, wavetables and noise. They know nothing of instruments.

All are additive: a partial that would lie above hearing is never made, so nothing can fold back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth.envelopes import STEP, join

Numbers = NDArray[np.float64]
Phase = NDArray[np.uint32]
_Phasors = NDArray[np.complexfloating[Any, Any]]

HIGHEST_HZ = 19_000.0  # partials above are left out; the margin to 24 kHz leaves room for vibrato
ENVELOPE_STEP = 256  # frames between the envelope points of `sweep`
_BLOCK = 512  # frames that one row of the matrix product makes
_SEGMENT = 64  # blocks after which silent modes are dropped
_INAUDIBLE = 1e-6  # -120 dB
_TURN = 2.0 * np.pi


@dataclass(frozen=True, slots=True, eq=False)
class Modes:
    """Exponentially decaying sine waves, all starting at a zero crossing unless `phase` says otherwise.

    Attributes:
        hz: [modes] frequencies.
        decay: [modes] amplitude decay rates in 1/s; 0 sustains.
        gain: [channels, modes] amplitudes.
        phase: [modes] in turns; 0 is a sine.
    """

    hz: Numbers
    decay: Numbers
    gain: Numbers
    phase: Numbers

    def audible(self) -> Modes:
        """The modes that lie within hearing."""
        keep = (self.hz < HIGHEST_HZ) & (self.hz > 15.0)
        return Modes(self.hz[keep], self.decay[keep], self.gain[:, keep], self.phase[keep])


def modes(hz: Numbers, decay: Numbers | float, gain: Numbers, phase: Numbers | float = 0.0) -> Modes:
    """Modes from arrays that may be given as one number for all; a [modes] gain makes one channel."""
    count = len(hz)
    gains = np.atleast_2d(gain)
    return Modes(hz, np.broadcast_to(decay, count), gains, np.broadcast_to(phase, count)).audible()


def together(*banks: Modes) -> Modes:
    """Several banks as one; mono banks are copied to both channels if any bank is stereo."""
    channels = max(bank.gain.shape[0] for bank in banks)
    gains = [np.broadcast_to(bank.gain, (channels, len(bank.hz))) for bank in banks]
    return Modes(
        np.concatenate([bank.hz for bank in banks]),
        np.concatenate([bank.decay for bank in banks]),
        np.concatenate(gains, axis=1),
        np.concatenate([bank.phase for bank in banks]),
    )


def ring(bank: Modes, frames: int) -> Samples:
    """Let modes ring.

    Each block of frames is one row of a matrix product of complex amplitudes with the first block's
    oscillations, which costs a tenth of evaluating sines.

    Args:
        bank: what rings.
        frames: how long.
    Returns:
        [channels, frames].
    """
    channels = bank.gain.shape[0]
    blocks = max(1, -(-frames // _BLOCK))
    sound = np.zeros((channels, blocks * _BLOCK), np.float32)
    rate = (-bank.decay + 1j * _TURN * bank.hz) / SAMPLE_RATE
    start = np.exp(1j * _TURN * (bank.phase - 0.25))
    peak = np.abs(bank.gain).max(axis=0, initial=0.0)
    for first in range(0, blocks, _SEGMENT):
        count = min(_SEGMENT, blocks - first)
        alive = peak * np.exp(rate.real * first * _BLOCK) > _INAUDIBLE
        if not alive.any():
            break
        turning = rate[alive]
        kernel = _rows(_powers(turning, 1, _BLOCK))
        begin = start[alive] * np.exp(turning * first * _BLOCK)
        blocks_begin = (_powers(turning, _BLOCK, count) * begin[:, None]).T
        for channel in range(channels):
            rows = _columns(blocks_begin * bank.gain[channel, alive])
            part = sound[channel, first * _BLOCK : (first + count) * _BLOCK]
            np.matmul(rows, kernel, out=part.reshape(count, _BLOCK))
    return sound[:, :frames]


def sweep(hz: Numbers, levels: Numbers, phase: Numbers, frames: int) -> Samples:
    """Steady partials whose levels move: an exact stand-in for a filter that opens and closes.

    Args:
        hz: [partials], all below `HIGHEST_HZ`.
        levels: [points, partials], one point per `ENVELOPE_STEP` frames, joined by straight lines.
        phase: [partials] in turns.
        frames: how long.
    Returns:
        [1, frames].
    """
    blocks = max(1, -(-frames // ENVELOPE_STEP))
    rate = 1j * _TURN * hz / SAMPLE_RATE
    kernel = _rows(_powers(rate, 1, ENVELOPE_STEP))
    begin = (_powers(rate, ENVELOPE_STEP, blocks) * np.exp(1j * _TURN * (phase - 0.25))[:, None]).T
    old = _columns(begin * levels[:blocks]) @ kernel
    new = _columns(begin * levels[1 : blocks + 1]) @ kernel
    old += (new - old) * (np.arange(ENVELOPE_STEP, dtype=np.float32) / ENVELOPE_STEP)
    return old.reshape(1, -1)[:, :frames]


def _powers(rate: _Phasors, step: int, count: int) -> _Phasors:
    """exp(rate * step * [0 .. count)) as [modes, count], by few exponentials and many products."""
    inner = min(count, 32)
    outer = -(-count // inner)
    fine = np.exp(np.outer(rate, step * np.arange(inner)))
    coarse = np.exp(np.outer(rate, step * inner * np.arange(outer)))
    product: _Phasors = (coarse[:, :, None] * fine[:, None, :]).reshape(len(rate), -1)
    return product[:, :count]


def _rows(values: _Phasors) -> NDArray[np.float32]:
    return np.concatenate([values.real, -values.imag]).astype(np.float32)


def _columns(values: _Phasors) -> NDArray[np.float32]:
    return np.concatenate([values.real, values.imag], axis=1).astype(np.float32)


def harmonics(hz: float, most: int = 512) -> Numbers:
    """The numbers 1, 2, 3, ... of the harmonics of a pitch that lie within hearing; at least one."""
    return np.arange(1.0, max(1, min(most, int(HIGHEST_HZ / hz))) + 1.0)


def cycles(spectra: Numbers, phase: Numbers | float = 0.0) -> NDArray[np.float32]:
    """Single cycles of band-limited waves, for `scan`.

    Args:
        spectra: [tables, harmonics] amplitudes of the sines.
        phase: of each harmonic in turns.
    Returns:
        [tables, size + 1]; the first sample is repeated at the end.
    """
    tables, count = spectra.shape
    size = 1 << max(8, int(np.ceil(np.log2(16 * (count + 1)))))
    bins = np.zeros((tables, size // 2 + 1), np.complex128)
    bins[:, 1 : count + 1] = spectra * np.exp(1j * _TURN * (np.broadcast_to(phase, count) - 0.25))
    wave = np.fft.irfft(bins, axis=1) * (size / 2)
    return np.concatenate([wave, wave[:, :1]], axis=1).astype(np.float32)


def scan(tables: NDArray[np.float32], phase: Phase, place: NDArray[np.float32] | None = None) -> Samples:
    """Read single cycles at a moving phase.

    Args:
        tables: from `cycles`.
        phase: [frames], as from `steady` or `glide`.
        place: [frames] which table sounds, 0 to tables - 1, in between is blended; None plays the first.
    Returns:
        [1, frames].
    """
    size = tables.shape[1] - 1
    shift = np.uint32(33 - size.bit_length())
    index = (phase >> shift).astype(np.intp)
    fraction = (phase & np.uint32((1 << int(shift)) - 1)).astype(np.float32)
    fraction *= np.float32(2.0 ** -int(shift))
    if place is None or len(tables) == 1:
        return _lookup(tables[0], index, fraction)[None]
    flat = tables.ravel()
    low = np.clip(place.astype(np.intp), 0, len(tables) - 2)
    blend = np.clip(place - low.astype(np.float32), 0.0, 1.0)
    low *= size + 1
    index += low
    below = _lookup(flat, index, fraction)
    index += size + 1
    above = _lookup(flat, index, fraction)
    above -= below
    above *= blend
    below += above
    return below[None]


def _lookup(table: NDArray[np.float32], index: NDArray[np.intp], fraction: Samples) -> Samples:
    here = table.take(index)
    there = table[1:].take(index)
    there -= here
    there *= fraction
    here += there
    return here


def steady(hz: float, frames: int, start: float = 0.0) -> Phase:
    """The phase of a tone that does not move: [frames].

    Phases count in 2^-32 turns, whose natural overflow is the wrapping; a frequency is exact to 10^-5 Hz.

    Args:
        hz: its frequency.
        frames: how many.
        start: phase at the first frame in turns.
    """
    step = np.uint32(round(hz / SAMPLE_RATE * 2**32) % 2**32)
    phase = np.arange(frames, dtype=np.uint32)
    phase *= step
    phase += np.uint32(int(start * 2**32) % 2**32)
    return phase


def glide(hz: float, cents: Numbers, frames: int, start: float = 0.0) -> Phase:
    """The phase of a tone whose pitch moves: [frames].

    Args:
        hz: its frequency.
        cents: deviation from it at the points of `envelopes.times(frames)`.
        frames: how many.
        start: phase at the first frame in turns.
    """
    phase = steady(hz, frames, start)
    lead = np.zeros(len(cents))
    np.cumsum(np.exp2(cents[:-1] / 1200.0) - 1.0, out=lead[1:])
    lead *= hz * STEP / SAMPLE_RATE
    # Counted in 2^-20 turns, in which a lead of 2048 turns fits 32 bits.
    phase += join(lead * 2.0**20, frames).astype(np.int32).view(np.uint32) << np.uint32(12)
    return phase


def sine(phase: Phase) -> NDArray[np.float32]:
    """A sine at a moving phase: [frames]."""
    angle = phase.view(np.int32).astype(np.float32)
    angle *= np.float32(np.pi / 2**31)
    return np.asarray(np.sin(angle))


def noise(frames: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """White Gaussian noise of RMS 1: [frames]."""
    return rng.standard_normal(frames, dtype=np.float32)
