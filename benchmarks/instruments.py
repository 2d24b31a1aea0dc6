"""Measures every instrument and draws its spectrum: tuning, level, brightness, bandwidth and speed.

It prints one row per instrument; with --docs it writes docs/instruments.md and its pictures instead. It knows
nothing of whole songs.

    python benchmarks/instruments.py [instrument ...]
    python benchmarks/instruments.py --docs [instrument ...]
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.song.instruments import INSTRUMENTS, Drum, Family, Instrument, Role
from songwright.song.score import Note, Track
from songwright.synth.player import play
from songwright.synth.voices import VOICES

_BEAT_S = 0.5
_NOTE_S = 2.5
_FFT_TUNING = 1 << 18  # bins 0.18 Hz apart
_SONG_S = 180.0
_UNPITCHED = (Family.KIT, Family.TEXTURE)
ENSEMBLES = frozenset(  # players or oscillators that beat: a single note has no exact pitch, their mean has
    {
        "strings",
        "tremolo_strings",
        "choir",
        "choir_oohs",
        "choir_pad",
        "french_horn",
        "brass",
        "woodwinds",
        "supersaw",
        "synth_pad",
        "warm_pad",
        "synth_strings",
        "synth_brass",
    }
)
_PAGE = Path(__file__).parent.parent / "docs" / "instruments.md"

# How each module of the synthesis makes sound; see docs/synth.md.
_METHODS = {
    "struck": "modes of struck strings and tines",
    "mallets": "modes of bars, rods and plates",
    "plucked": "modes of a plucked string",
    "folk": "modes of plucked and struck courses",
    "bowed": "bowed-string cycles, body filter",
    "winds": "breath-driven cycles, formants",
    "organs": "partials: wheels, pipes, reeds",
    "choir": "voices through vowel formants",
    "electronic": "band-limited oscillators, moving filter",
}
_KIT_METHOD = "skins, bursts, bars, metal; a room"
_TEXTURE_METHOD = "shaped noise and random events"
_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of an instrument.

    Attributes:
        cents: the worst tuning error over the range, of ensembles the mean; None without pitch.
        level_db: RMS in dBFS while the usual phrase sounds at velocity 90.
        peak: largest sample of it.
        soft_hz: brightness (centre of the spectrum) at velocity 40.
        loud_hz: the same at velocity 115.
        low_hz: 1 % of the power lies below.
        high_hz: 1 % of the power lies above.
        cpu_s: processor seconds for three minutes of the phrase.
    """

    cents: float | None
    level_db: float
    peak: float
    soft_hz: float
    loud_hz: float
    low_hz: float
    high_hz: float
    cpu_s: float


def main(arguments: list[str]) -> None:
    """Print the table for the named instruments, or all; or write the page."""
    names = [name for name in arguments if name != "--docs"] or list(INSTRUMENTS)
    figures = {name: measure(INSTRUMENTS[name]) for name in names}
    if "--docs" in arguments:
        _write_page(figures)
        return
    print(
        f"{'instrument':21}{'cents':>12}{'soft Hz':>9}{'loud Hz':>9}{'band Hz':>14}"
        f"{'dBFS':>8}{'peak':>7}{'CPU s/180 s':>13}"
    )
    for name, found in figures.items():
        cents = "-" if found.cents is None else f"{found.cents:+.1f}"
        band = f"{found.low_hz:.0f}-{found.high_hz:.0f}"
        print(
            f"{name:21}{cents:>12}{found.soft_hz:9.0f}{found.loud_hz:9.0f}{band:>14}"
            f"{found.level_db:8.1f}{found.peak:7.2f}{found.cpu_s:13.2f}"
        )


def measure(instrument: Instrument) -> Figures:
    """Everything that the page says of an instrument."""
    soft, loud = (centroid_hz(usual_phrase(instrument, velocity)) for velocity in (40, 115))
    begin = time.process_time()
    sound = usual_phrase(instrument, 90)
    seconds = (time.process_time() - begin) * SAMPLE_RATE / sound.shape[1]
    low, high = band_hz(sound)
    cents = None if instrument.family in _UNPITCHED else error_cents(instrument)
    peak = float(np.abs(sound).max())
    return Figures(cents, level_dbfs(sound), peak, soft, loud, low, high, _SONG_S * seconds)


def usual_phrase(instrument: Instrument, velocity: int) -> Samples:
    """What such an instrument typically plays: a beat, a line or chords; a texture holds one note."""
    if instrument.family is Family.TEXTURE:
        notes = [Note(0.0, 16.0, 60, velocity)]
    elif instrument.name == "percussion":
        beat = (Drum.LOW_CONGA, Drum.SHAKER, Drum.HIGH_CONGA, Drum.TAMBOURINE)
        notes = [Note(n * 0.5, 0.4, beat[n % 4], velocity) for n in range(32)]
    elif instrument.family is Family.KIT:
        beat = (Drum.KICK, Drum.CLOSED_HAT, Drum.SNARE, Drum.CLOSED_HAT)
        notes = [Note(n * 0.5, 0.4, beat[n % 4], velocity) for n in range(32)]
    else:
        middle = (instrument.low + instrument.high) // 2
        chord = (0,) if instrument.family in (Family.BASS, Family.WIND, Family.BRASS) else (0, 4, 7)
        steps = (0, 2, 4, 5, 7, 5, 4, 2)
        notes = [Note(float(n), 0.9, middle + steps[n % 8] + k, velocity) for n in range(16) for k in chord]
    return _played(instrument, notes, 8.5)


def _played(instrument: Instrument, notes: Sequence[Note], seconds: float) -> Samples:
    track = Track(instrument.name, Role.CHORDS, instrument.name, tuple(notes))
    return play(track, _BEAT_S, int(seconds * SAMPLE_RATE), 1)


def level_dbfs(sound: Samples) -> float:
    """RMS over the blocks of 100 ms in which something sounds, in dBFS."""
    block = SAMPLE_RATE // 10
    whole = sound.shape[1] // block * block
    power = np.mean(sound[:, :whole].reshape(2, -1, block) ** 2, axis=(0, 2))
    return float(10.0 * np.log10(power[power > 1e-6].mean()))


def _power(sound: Samples) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Power of both channels' spectra together, and its frequencies."""
    power: NDArray[np.float64] = (np.abs(np.fft.rfft(sound.astype(np.float64), axis=1)) ** 2).sum(axis=0)
    return power, np.asarray(np.fft.rfftfreq(sound.shape[1], 1.0 / SAMPLE_RATE), np.float64)


def centroid_hz(sound: Samples) -> float:
    """Brightness: the centre of the power spectrum."""
    power, hz = _power(sound)
    return float((power * hz).sum() / power.sum())


def band_hz(sound: Samples) -> tuple[float, float]:
    """The frequencies between which 98 % of the power lies."""
    power, hz = _power(sound)
    grown = np.cumsum(power) / power.sum()
    low, high = (hz[np.searchsorted(grown, share)] for share in (0.01, 0.99))
    return float(low), float(high)


def error_cents(instrument: Instrument) -> float:
    """The largest tuning error of notes a fourth apart over the range; of an ensemble their mean."""
    pitches = range(instrument.low, instrument.high + 1, 5)
    errors = [tuning_cents(instrument.name, pitch) for pitch in pitches]
    return float(np.mean(errors)) if instrument.name in ENSEMBLES else max(errors, key=abs)


def tuning_cents(name: str, pitch: int) -> float:
    """How far a note of an instrument is from equal temperament.

    The centre of the power within a quarter tone of the lowest strong harmonic: for a section of several
    players that is what the section as a whole plays.
    """
    beats = _NOTE_S / _BEAT_S
    track = Track(name, Role.LEAD, name, (Note(0.0, beats, pitch, 90),))
    sound = play(track, _BEAT_S, int(_NOTE_S * SAMPLE_RATE), 7).sum(axis=0)
    steady = sound[int(0.25 * SAMPLE_RATE) :]
    power = np.abs(np.fft.rfft(steady * np.hanning(len(steady)), _FFT_TUNING)) ** 2
    hz = 440.0 * 2.0 ** ((pitch - 69) / 12.0)
    bands = [_band(power, number * hz) for number in range(1, 7)]
    strongest = max(band[1].sum() for band in bands)
    cents, strength = next(band for band in bands if band[1].sum() > 0.02 * strongest)
    return float((cents * strength).sum() / strength.sum())


def _band(power: NDArray[np.float64], hz: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Cents from a frequency, and power there, within a quarter tone."""
    step = SAMPLE_RATE / _FFT_TUNING
    first, last = int(hz * 2.0 ** (-50 / 1200) / step), int(hz * 2.0 ** (50 / 1200) / step) + 1
    bins = np.arange(first, last + 1)
    return 1200.0 * np.log2(bins * step / hz), power[first : last + 1]


# --- the page and its pictures

_WIDTH, _HEIGHT = 260, 100  # pixels
_SPECTRUM_WIDTH = 56  # of them, at the right
_GAP = 4
_LOWEST_HZ, _HIGHEST_HZ = 40.0, 18_000.0
_RANGE_DB = 66.0
_SHADES = 24
_PICTURE_S = 4.0
_FFT = 8192
# Dark to bright, joined by straight lines: quiet is the paper's colour.
_COLOURS = ((17, 19, 27), (45, 36, 92), (132, 52, 124), (226, 92, 84), (253, 180, 96), (252, 253, 205))
_KIT_KEYS = (Drum.KICK, Drum.SNARE, Drum.CLOSED_HAT, Drum.OPEN_HAT, Drum.LOW_TOM, Drum.HIGH_TOM, Drum.CRASH)
_PERCUSSION_KEYS = (
    Drum.LOW_CONGA,
    Drum.HIGH_BONGO,
    Drum.SHAKER,
    Drum.COWBELL,
    Drum.CLAVES,
    Drum.TAMBOURINE,
    Drum.TRIANGLE,
)


def _picture_sound(instrument: Instrument) -> Samples:
    """Four seconds: a low, a middle and a high note; the drums one after another; a texture."""
    if instrument.family is Family.TEXTURE:
        notes = [Note(0.0, 7.8, 60, 100)]
    elif instrument.family is Family.KIT:
        keys = _PERCUSSION_KEYS if instrument.name == "percussion" else _KIT_KEYS
        notes = [Note(n * 1.0, 0.9, key, 105) for n, key in enumerate(keys)]
    else:
        middle = (instrument.low + instrument.high) // 2
        pitches = (instrument.low, middle, instrument.high)
        notes = [Note(n * 2.6, 1.8, pitch, 95) for n, pitch in enumerate(pitches)]
    return _played(instrument, notes, _PICTURE_S)


def _rows_hz(height: int) -> NDArray[np.float64]:
    """Frequencies of the picture's rows, the highest first."""
    return np.geomspace(_HIGHEST_HZ, _LOWEST_HZ, height)


def _in_rows(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """The strongest of a spectrum in each row of the picture: [rows, ...] from [bins, ...]."""
    hz = _rows_hz(_HEIGHT + 1)
    bins = np.clip(np.round(hz * _FFT / SAMPLE_RATE).astype(int), 1, _FFT // 2)
    return np.array([power[low : max(high, low + 1)].max(axis=0) for high, low in itertools.pairwise(bins)])


def picture(instrument: Instrument) -> Image.Image:
    """A spectrogram over four seconds, 40 Hz to 18 kHz, and beside it the spectrum of all of it."""
    sound = _picture_sound(instrument).mean(axis=0)
    columns = _WIDTH - _SPECTRUM_WIDTH - _GAP
    centres = np.linspace(0, len(sound), columns, endpoint=False).astype(int)
    padded = np.pad(sound, _FFT // 2)
    window = np.hanning(_FFT)
    frames = np.stack([padded[at : at + _FFT] * window for at in centres], axis=1)
    power = _in_rows(np.abs(np.fft.rfft(frames, axis=0)) ** 2)
    shades = _decibels(power)
    whole = _decibels(_in_rows(power_of_all(frames))[:, None])[:, 0]
    bars = np.arange(_SPECTRUM_WIDTH)[None] < (whole * _SPECTRUM_WIDTH)[:, None]
    spectrum = np.where(bars, 0.35 + 0.5 * whole[:, None], 0.0)
    pixels = np.concatenate([shades, np.zeros((_HEIGHT, _GAP)), spectrum], axis=1)
    image = Image.fromarray(np.round(pixels * (_SHADES - 1)).astype(np.uint8), "P")
    image.putpalette(_palette())
    return image


def power_of_all(frames: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean spectrum of windowed frames: [bins]."""
    return np.asarray((np.abs(np.fft.rfft(frames, axis=0)) ** 2).mean(axis=1))


def _decibels(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """0 to 1 over the range below the loudest."""
    decibels = 10.0 * np.log10(power / power.max() + 1e-12)
    return np.asarray(np.clip(1.0 + decibels / _RANGE_DB, 0.0, 1.0))


def _palette() -> list[int]:
    places = np.linspace(0.0, len(_COLOURS) - 1.0, _SHADES)
    channels = [np.interp(places, np.arange(len(_COLOURS)), [c[k] for c in _COLOURS]) for k in range(3)]
    return [int(value) for shade in np.stack(channels, axis=1).round() for value in shade]


def note_name(pitch: int) -> str:
    """A MIDI pitch as musicians write it: 60 is C4."""
    return f"{_NAMES[pitch % 12]}{pitch // 12 - 1}"


def method(instrument: Instrument) -> str:
    """How it makes its sound, in a few words."""
    if instrument.family is Family.KIT:
        return _KIT_METHOD
    if instrument.family is Family.TEXTURE:
        return _TEXTURE_METHOD
    return _METHODS[VOICES[instrument.name].render.__module__.rsplit(".", 1)[1]]


_HEAD = """# The instruments

{count} instruments, all made by our own code ([synth.md](synth.md)). This page and its pictures are written
by `python benchmarks/instruments.py --docs`. What captions call each is in `planner/instrument_words.py`.

- *tuning*: the worst error of notes a fourth apart over the whole range, in cents. In sections, pads and
  other ensembles (~) players beat, so a single note has no exact pitch: there it is the mean of the notes.
- *level*: RMS while the usual phrase sounds at velocity 90, dry, in dBFS. The mixer sets it in a song.
- *bright*: centre of the spectrum, soft (velocity 40) and loud (115). *band*: where 98 % of the power lies.
- *picture*: 4 s from left to right, 40 Hz to 18 kHz from bottom to top, 66 dB from black to white; at the
  right the spectrum of all of it. Pitched instruments play their lowest, middle and highest note; kits kick,
  snare, closed and open hat, low and high tom, crash; percussion conga, bongo, shaker, cowbell, claves,
  tambourine, triangle; a texture sounds all the time.

| instrument | family | range | method | tuning | level | bright Hz | band Hz | picture |
|---|---|---|---|---|---|---|---|---|
"""


def page_row(instrument: Instrument, found: Figures) -> str:
    """One line of the page's table."""
    pitched = instrument.family not in _UNPITCHED
    span = f"{note_name(instrument.low)} to {note_name(instrument.high)}" if pitched else "-"
    mark = "~" if instrument.name in ENSEMBLES else ""
    cents = "-" if found.cents is None else f"{mark}{found.cents:+.1f}"
    cells = (
        f"`{instrument.name}`",
        instrument.family.value,
        span,
        method(instrument),
        cents,
        f"{found.level_db:.1f}",
        f"{found.soft_hz:.0f} to {found.loud_hz:.0f}",
        f"{found.low_hz:.0f} to {found.high_hz:.0f}",
        f"![{instrument.label}](instruments/{instrument.name}.png)",
    )
    return f"| {' | '.join(cells)} |\n"


def _write_page(figures: dict[str, Figures]) -> None:
    """Write the rows and pictures of what was measured; the page keeps its other rows."""
    folder = _PAGE.with_suffix("")
    folder.mkdir(exist_ok=True)
    for name in figures:
        picture(INSTRUMENTS[name]).save(folder / f"{name}.png", optimize=True)
    before = _PAGE.read_text(encoding="utf-8").splitlines(keepends=True) if _PAGE.exists() else []
    rows = {line.split("`")[1]: line for line in before if line.startswith("| `")}
    rows.update((name, page_row(INSTRUMENTS[name], found)) for name, found in figures.items())
    page = [rows[name] for name in INSTRUMENTS if name in rows]
    _PAGE.write_text(_HEAD.format(count=len(page)) + "".join(page), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
