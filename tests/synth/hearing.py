"""Measures sound for the tests of the instruments: pitch, brightness, decay."""

import numpy as np

from songwright.audio.clip import SAMPLE_RATE
from songwright.song.instruments import INSTRUMENTS, Drum, Family, Role
from songwright.song.score import Note, Track
from songwright.synth.player import play

BEAT_S = 0.5
_SIZE = 1 << 18  # of spectra: bins 0.18 Hz apart; longer sounds are cut


def track(instrument, *notes, role=Role.CHORDS):
    """A track of (start s, duration s, pitch, velocity)."""
    written = (Note(start / BEAT_S, duration / BEAT_S, pitch, loud) for start, duration, pitch, loud in notes)
    return Track(instrument, role, instrument, tuple(sorted(written, key=lambda note: note.start)))


def sound_of(instrument, *notes, seconds=None, seed=1, role=Role.CHORDS):
    """The notes as played: [2, frames]."""
    end = seconds or max(start + duration for start, duration, _, _ in notes) + 1.0
    return play(track(instrument, *notes, role=role), BEAT_S, int(end * SAMPLE_RATE), seed)


def hertz(pitch):
    """Frequency of a MIDI pitch."""
    return 440.0 * 2.0 ** ((pitch - 69) / 12.0)


def spectrum(sound):
    """Power spectrum of [frames] under a Hann window, and its frequencies."""
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), _SIZE)) ** 2
    return power, np.arange(len(power)) * SAMPLE_RATE / _SIZE


def tuning_cents(sound, pitch):
    """Deviation of the centre of power near the lowest strong harmonic of a pitch."""
    power, hz = spectrum(sound)
    bands = []
    for number in range(1, 7):
        target = number * hertz(pitch)
        near = (hz > target * 2 ** (-50 / 1200)) & (hz < target * 2 ** (50 / 1200))
        bands.append((1200 * np.log2(hz[near] / target), power[near]))
    strongest = max(strength.sum() for _, strength in bands)
    cents, strength = next(band for band in bands if band[1].sum() > 0.02 * strongest)
    return float((cents * strength).sum() / strength.sum())


def band_db(sound, low_hz, high_hz):
    """Power between two frequencies relative to all, in dB."""
    power, hz = spectrum(sound)
    return float(10 * np.log10(power[(hz >= low_hz) & (hz < high_hz)].sum() / power.sum() + 1e-20))


def centroid_hz(sound):
    """Brightness."""
    power, hz = spectrum(sound)
    return float((power * hz).sum() / power.sum())


def rms(sound):
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64))))


def part(sound, start_s, end_s):
    """Both channels together between two times: [frames]."""
    return sound[:, int(start_s * SAMPLE_RATE) : int(end_s * SAMPLE_RATE)].mean(axis=0)


def phrase(name, velocity=90):
    """What an instrument may play: a beat, a line or chords over two and a half seconds."""
    row = INSTRUMENTS[name]
    if row.family is Family.TEXTURE:
        return [(0.0, 2.5, 60, velocity)]
    if row.family is Family.KIT:
        beat = (Drum.KICK, Drum.CLOSED_HAT, Drum.SNARE, Drum.OPEN_HAT)
        return [(n * 0.25, 0.2, beat[n % 4], velocity) for n in range(10)]
    middle = (row.low + row.high) // 2
    chord = (0,) if row.family in (Family.BASS, Family.WIND, Family.BRASS) else (0, 4, 7)
    return [(n * 0.5, 0.45, middle + (0, 2, 4, 5, 7)[n] + k, velocity) for n in range(5) for k in chord]


def envelope(sound):
    """Level of both channels together, smoothed over 10 ms: [frames]."""
    power = np.square(sound, dtype=np.float64).mean(axis=0)
    total = np.concatenate([[0.0], np.cumsum(np.pad(power, 240))])
    return np.sqrt((total[480:] - total[:-480]) / 480)[: sound.shape[1]]


def rolloff_hz(sound, share):
    """The frequency below which a share of the power lies."""
    power, hz = spectrum(sound)
    grown = np.cumsum(power)
    return float(hz[np.searchsorted(grown, share * grown[-1])])
