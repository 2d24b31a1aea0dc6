"""Measures every instrument: tuning error, brightness at two velocities, level and speed.

It prints one row per instrument. It knows nothing of whole songs.

    python benchmarks/instruments.py [instrument ...]
"""

from __future__ import annotations

import sys
import time

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.song.instruments import INSTRUMENTS, Drum, Family, Instrument, Role
from songwright.song.score import Note, Track
from songwright.synth.player import play

_BEAT_S = 0.5
_NOTE_S = 3.0


def main(names: list[str]) -> None:
    """Print the table for the named instruments, or all."""
    print(f"{'instrument':19}{'worst cents':>12}{'soft Hz':>9}{'loud Hz':>9}{'dBFS':>8}{'peak':>7}{'RTF':>8}")
    for name in names or list(INSTRUMENTS):
        instrument = INSTRUMENTS[name]
        cents = (
            "-" if instrument.family in (Family.KIT, Family.TEXTURE) else f"{_worst_cents(instrument):+.1f}"
        )
        soft, loud = (_centroid_hz(_phrase(instrument, velocity)) for velocity in (40, 115))
        begin = time.process_time()
        sound = _phrase(instrument, 90)
        speed = (time.process_time() - begin) * SAMPLE_RATE / sound.shape[1]
        level, peak = level_dbfs(sound), float(np.abs(sound).max())
        print(f"{name:19}{cents:>12}{soft:9.0f}{loud:9.0f}{level:8.1f}{peak:7.2f}{speed:8.4f}")


def _phrase(instrument: Instrument, velocity: int) -> Samples:
    """What such an instrument typically plays: a beat, a line or chords."""
    if instrument.family is Family.KIT:
        beat = (Drum.KICK, Drum.CLOSED_HAT, Drum.SNARE, Drum.CLOSED_HAT)
        notes = [Note(n * 0.5, 0.4, beat[n % 4], velocity) for n in range(32)]
    else:
        middle = (instrument.low + instrument.high) // 2
        chord = (0,) if instrument.family in (Family.BASS, Family.WIND, Family.BRASS) else (0, 4, 7)
        steps = (0, 2, 4, 5, 7, 5, 4, 2)
        notes = [Note(float(n), 0.9, middle + steps[n % 8] + k, velocity) for n in range(16) for k in chord]
    track = Track(instrument.name, Role.CHORDS, instrument.name, tuple(notes))
    return play(track, _BEAT_S, int(8.5 * SAMPLE_RATE), 1)


def level_dbfs(sound: Samples) -> float:
    """RMS over the blocks of 100 ms in which something sounds, in dBFS."""
    block = SAMPLE_RATE // 10
    whole = sound.shape[1] // block * block
    power = np.mean(sound[:, :whole].reshape(2, -1, block) ** 2, axis=(0, 2))
    return float(10.0 * np.log10(power[power > 1e-6].mean()))


def _centroid_hz(sound: Samples) -> float:
    power = np.abs(np.fft.rfft(sound.sum(axis=0))) ** 2
    hz = np.fft.rfftfreq(sound.shape[1], 1.0 / SAMPLE_RATE)
    return float((power * hz).sum() / power.sum())


def _worst_cents(instrument: Instrument) -> float:
    pitches = range(instrument.low, instrument.high + 1, 5)
    errors = [tuning_cents(instrument.name, pitch) for pitch in pitches]
    return max(errors, key=abs)


def tuning_cents(name: str, pitch: int) -> float:
    """How far a note of an instrument is from equal temperament.

    The centre of the power within a quarter tone of the lowest strong harmonic: for a section of several
    players that is what the section as a whole plays.
    """
    beats = _NOTE_S / _BEAT_S
    track = Track(name, Role.LEAD, name, (Note(0.0, beats, pitch, 90),))
    sound = play(track, _BEAT_S, int(_NOTE_S * SAMPLE_RATE), 7).sum(axis=0)
    steady = sound[int(0.25 * SAMPLE_RATE) :]
    power = np.abs(np.fft.rfft(steady * np.hanning(len(steady)), 1 << 19)) ** 2
    hz = 440.0 * 2.0 ** ((pitch - 69) / 12.0)
    bands = [_band(power, number * hz) for number in range(1, 7)]
    strongest = max(band[1].sum() for band in bands)
    cents, strength = next(band for band in bands if band[1].sum() > 0.02 * strongest)
    return float((cents * strength).sum() / strength.sum())


def _band(power: NDArray[np.float64], hz: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Cents from a frequency, and power there, within a quarter tone."""
    step = SAMPLE_RATE / (1 << 19)
    first, last = int(hz * 2.0 ** (-50 / 1200) / step), int(hz * 2.0 ** (50 / 1200) / step) + 1
    bins = np.arange(first, last + 1)
    return 1200.0 * np.log2(bins * step / hz), power[first : last + 1]


if __name__ == "__main__":
    main(sys.argv[1:])
