"""Is the sung word the written word? A proxy without listeners, per language.

Run it with `.venv/bin/python benchmarks/intelligibility.py [--languages en de ...]`; it needs espeak-ng
and flite. It ends with 1 if English falls short.

Every sung line is compared with spoken readings of all lines of its file by other speakers: mel cepstra,
mean normalised, dynamic time warping (Sakoe and Chiba 1978). It counts if its own reading is the nearest;
chance is one line of the file. Controls: another speech voice in place of the singer, once as people speak
and once at the height and pace of song (the measure works, for high voices too), and each singing compared
with the reading of another line (it is not fooled). Misread lines, said by the rules of another language,
show how much of a figure needs the right sounds: some of them are right in any language. All readings are
stretched to one length, so that length tells nothing. Speakers differ in size: of seven warps of the
frequency axis the one is taken that brings all lines of a voice nearest to any reading, without a look at
which.

Settings were chosen by speech against speech alone, sixty other lines with high voices among them. Two
mattered. Spectra are smoothed over `_SMOOTHING_HZ`, because in high voices the bands of the mel scale tell
harmonics and not vowels. Cepstra are divided by the square root of their deviation, because some speakers
are livelier than others. Figures stand in `RESULTS.md`.

`--fresh` takes lines that nobody looked at while the voice was made. `--styles` measures voices and styles
in English.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypinyin
import scipy.fft
import scipy.ndimage
import scipy.signal
import soundfile
import soxr
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from songwright.audio.clip import SAMPLE_RATE
from songwright.sing.pronounce import Pronouncer, source_of
from songwright.sing.singer import sing_line
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart

LINES = Path(__file__).parent / "lines"
FRESH_LINES = LINES / "fresh"
ENGLISH_NEEDS = 16  # of 20: shared/spec/embedded_engine.md, section 4
_ESPEAK_VOICES = {"zh": "cmn-latn-pinyin", "pt": "pt-br", "en": "en-us", "fr": "fr-fr", "es": "es-419"}
_FLITE_VOICES = ("rms", "slt")
_CONTROL = ("+f3", 145, 65)  # variant, words per minute, pitch of the espeak-ng control speaker
_HIGH_CONTROL = ("+f2", 80, 99)  # the same as high and slow as song, 280 to 350 Hz
_REFERENCES = {"espeak-ng": ("", 160, 50), "espeak-ng f4": ("+f4", 130, 60)}
_MISREAD_AS = dict.fromkeys(("cs", "de", "en", "fr", "nl", "sv", "sw"), "es") | dict.fromkeys(
    ("es", "it", "pt"), "nl"
)
_SYLLABLE_S = 0.34
_TUNE = (0, 2, 4, 2, 0, -1, 0, 2)  # semitones around the middle of the voice
_MIDDLE = {Voice.FEMALE: 65, Voice.MALE: 55, Voice.CHILD: 67, Voice.CHOIR: 62}
_SOLOISTS = (Voice.FEMALE, Voice.MALE)
_SEED = 11
_MFCC_RATE, _FFT, _HOP, _BANDS, _ORDER = 16000, 1024, 160, 32, 13
_SMOOTHING_HZ = 300.0  # width of the smoothing of spectra, the distance of harmonics in high voices
_EVENING = 0.5  # 1 gives all cepstra the same deviation, 0 leaves it
_SILENCE_DB = 45.0  # below the peak; leading and trailing silence is cut
_WARPS = (0.8, 0.87, 0.93, 1.0, 1.07, 1.15, 1.25)  # of the frequency axis, for the size of the speaker
_SUNG_FRAMES, _SPOKEN_FRAMES = 96, 80

Features = NDArray[np.float64]  # [frames, cepstra]


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Mono samples and their rate."""

    samples: NDArray[np.float32]
    rate: int


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured for one language against one reference speaker.

    Attributes:
        language: ISO 639-1.
        reference: who reads.
        lines: how many lines.
        speech: lines of the other speech voice that match.
        high_speech: the same of a speaker as high and slow as song.
        sung: lines that match, per voice.
        shuffled: lines that match another line's reading, the higher of both voices.
        misread: lines said by the rules of another language that match; None for other scripts than Latin.
    """

    language: str
    reference: str
    lines: int
    speech: int
    high_speech: int
    sung: dict[Voice, int]
    shuffled: int
    misread: int | None


def read_by_espeak(text: str, language: str, variant: str = "", pace: int = 160, pitch: int = 50) -> Sound:
    """A line read by espeak-ng."""
    voice = _ESPEAK_VOICES.get(language, language) + variant
    if language == "zh":  # the characters of some installations are read out as code
        text = " ".join(pypinyin.lazy_pinyin(text, style=pypinyin.Style.TONE3))
    return _sound_of(["espeak-ng", "-v", voice, "-s", str(pace), "-p", str(pitch), "--stdout", text])


def read_by_flite(text: str, speaker: str) -> Sound:
    """An English line read by flite."""
    return _sound_of(["flite", "-voice", speaker, "-t", text, "-o", "/dev/stdout"])


def _sound_of(command: Sequence[str]) -> Sound:
    wave = subprocess.run(command, capture_output=True, check=True, timeout=30).stdout
    samples, rate = soundfile.read(io.BytesIO(wave), dtype="float32")
    return Sound(samples, rate)


def features(sound: Sound, frames: int, warp: float = 1.0) -> Features:
    """Mel cepstra without the level, normalised over the line, stretched to a number of frames."""
    samples = soxr.resample(_trimmed(sound.samples), sound.rate, _MFCC_RATE)
    _, _, spectrum = scipy.signal.stft(
        samples, _MFCC_RATE, nperseg=400, noverlap=400 - _HOP, nfft=_FFT, boundary=None
    )
    power = _smoothed(np.abs(spectrum.T) ** 2) @ _mel_bank(warp).T
    logs = np.log(np.maximum(power, power.max() * 1e-5))
    cepstra = scipy.fft.dct(logs, axis=1, norm="ortho")[:, 1:_ORDER]
    at = np.linspace(0, len(cepstra) - 1, frames)
    stretched = np.stack([np.interp(at, np.arange(len(cepstra)), column) for column in cepstra.T], axis=1)
    centred = stretched - stretched.mean(axis=0)
    return np.asarray(centred / np.maximum(centred.std(axis=0), 1e-6) ** _EVENING, np.float64)


def _smoothed(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """Power spectra averaged over the distance of the harmonics of high voices, mirrored at both ends."""
    bins = round(_SMOOTHING_HZ * _FFT / _MFCC_RATE) // 2 * 2 + 1
    return np.asarray(scipy.ndimage.uniform_filter1d(power, bins, axis=1, mode="mirror"), np.float64)


def _trimmed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    level = scipy.signal.fftconvolve(samples.astype(np.float64) ** 2, np.ones(480) / 480, mode="same")
    loud = np.flatnonzero(level > level.max() * 10 ** (-_SILENCE_DB / 10))
    return samples[loud[0] : loud[-1] + 1]


def _mel_bank(warp: float) -> NDArray[np.float64]:
    """Triangles on the mel scale (Davis and Mermelstein 1980), 100 to 5500 Hz: [bands, bins]."""
    mels = np.linspace(_mel(100.0), _mel(5500.0), _BANDS + 2)
    edges = warp * 700 * (10 ** (mels / 2595) - 1)
    bins = np.fft.rfftfreq(_FFT, 1 / _MFCC_RATE)
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    return np.asarray(np.clip(np.minimum(rising, falling), 0, None), np.float64)


def _mel(hz: float) -> float:
    return float(2595 * np.log10(1 + hz / 700))


def distances(lines: Sequence[Features], readings: Sequence[Features]) -> NDArray[np.float64]:
    """Warped distance of each line from each reading: [lines, readings].

    All pairs are warped at once, one anti-diagonal of the path matrix at a time.
    """
    left, right = np.stack(lines), np.stack(readings)
    local = np.sqrt(
        np.maximum(
            (left**2).sum(-1)[:, None, :, None] + (right**2).sum(-1)[None, :, None, :]
            - 2 * np.einsum("aid,bjd->abij", left, right),
            0,
        )
    )  # fmt: skip
    rows, columns = local.shape[2:]
    path = np.full((*local.shape[:2], rows + 1, columns + 1), np.inf)
    path[:, :, 0, 0] = 0
    for diagonal in range(rows + columns - 1):
        i = np.arange(max(0, diagonal - columns + 1), min(rows, diagonal + 1))
        j = diagonal - i
        cost = local[:, :, i, j]
        straight = np.minimum(path[:, :, i, j + 1], path[:, :, i + 1, j])
        path[:, :, i + 1, j + 1] = np.minimum(path[:, :, i, j] + 2 * cost, straight + cost)
    return np.asarray(path[:, :, -1, -1] / (rows + columns))


def sing(
    text: str, language: str, voice: Voice, say: Pronouncer, style: VocalStyle = VocalStyle.SUNG
) -> Sound:
    """A line sung on a small tune, one note per syllable, without the breath before it."""
    words = say(text, language)
    syllables: list[SungSyllable] = []
    for index, word in enumerate(words):
        for syllable in word.syllables:
            pitch = _MIDDLE[voice] + _TUNE[len(syllables) % len(_TUNE)]
            note = Note(1.0 + len(syllables), 1.0, pitch, 90)
            syllables.append(SungSyllable(syllable, index, (note,)))
    line = SungLine(VocalPart.LEAD, 0, tuple(word.text for word in words), tuple(syllables), style)
    sung = sing_line(line, _SYLLABLE_S, voice, _SEED)
    starts_s, ends_s = min(start for start, _ in sung.words), max(end for _, end in sung.words)
    first, last = (round(moment_s * SAMPLE_RATE) - sung.start_frame for moment_s in (starts_s, ends_s))
    return Sound(sung.samples[max(first, 0) : last], SAMPLE_RATE)


def nearest(lines: Sequence[Sound], readings: Sequence[Sound]) -> NDArray[np.float64]:
    """Distances at the warp that brings the lines nearest to readings, whichever: [lines, readings]."""
    spoken = [features(sound, _SPOKEN_FRAMES) for sound in readings]
    warped = (distances([features(line, _SUNG_FRAMES, warp) for line in lines], spoken) for warp in _WARPS)
    return min(warped, key=lambda found: float(found.min(axis=1).mean()))


def matches(distance: NDArray[np.float64], shift: int = 0) -> int:
    """How many lines are nearest to the reading `shift` places further on."""
    own = (np.arange(len(distance)) + shift) % len(distance)
    return int((distance.argmin(axis=1) == own).sum())


def measure(page: Path, say: Pronouncer) -> list[Row]:
    """One row for each reference speaker of a language."""
    texts = page.read_text(encoding="utf-8").splitlines()
    language = page.stem
    sung = {voice: [sing(text, language, voice, say) for text in texts] for voice in _SOLOISTS}
    wrong = _MISREAD_AS.get(language)
    misread = [sing(text, wrong, Voice.FEMALE, say) for text in texts] if wrong else []
    control = [read_by_espeak(text, language, *_CONTROL) for text in texts]
    high = [read_by_espeak(text, language, *_HIGH_CONTROL) for text in texts]
    rows = []
    for name, readings in _readings(texts, language).items():
        found = {voice: nearest(lines, readings) for voice, lines in sung.items()}
        rows.append(
            Row(
                language,
                name,
                len(texts),
                matches(nearest(control, readings)),
                matches(nearest(high, readings)),
                {voice: matches(distance) for voice, distance in found.items()},
                max(matches(distance, shift=3) for distance in found.values()),
                matches(nearest(misread, readings)) if misread else None,
            )
        )
    return rows


def _readings(texts: Sequence[str], language: str) -> dict[str, list[Sound]]:
    """What the reference speakers read: flite's recorded voices in English, else espeak-ng's."""
    if language == "en":
        return {
            f"flite {speaker}": [read_by_flite(text, speaker) for text in texts] for speaker in _FLITE_VOICES
        }
    return {
        name: [read_by_espeak(text, language, *manner) for text in texts]
        for name, manner in _REFERENCES.items()
    }


def show(rows: Sequence[Row]) -> None:
    """Print the table."""
    names = "language,source,reference,of,speech,high speech,female,male,shuffled,misread"
    table = Table(*names.split(","))
    for row in rows:
        figures = (row.lines, row.speech, row.high_speech, *row.sung.values(), row.shuffled, row.misread)
        written = ("-" if figure is None else str(figure) for figure in figures)
        table.add_row(row.language, source_of(row.language), row.reference, *written)
    Console().print(table)


def show_styles(say: Pronouncer) -> None:
    """Measure and print English lines in all voices, and of the soloists in all styles."""
    texts = (LINES / "en.txt").read_text(encoding="utf-8").splitlines()
    readings = _readings(texts, "en")
    table = Table("voice", "style", *readings)
    for voice in Voice:
        for style in VocalStyle if voice in _SOLOISTS else (VocalStyle.SUNG,):
            lines = [sing(text, "en", voice, say, style) for text in texts]
            table.add_row(
                voice, style, *(str(matches(nearest(lines, spoken))) for spoken in readings.values())
            )
    Console().print(table)


def main() -> int:
    """Measure the languages asked for; 1 if English sung falls short, 2 if a program is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", nargs="*", help="ISO 639-1; all that have lines if left out")
    parser.add_argument("--fresh", action="store_true", help="take lines/fresh")
    parser.add_argument("--styles", action="store_true", help="measure voices and styles instead")
    asked = parser.parse_args()
    pages = sorted((FRESH_LINES if asked.fresh else LINES).glob("*.txt"))
    pages = [page for page in pages if not asked.languages or page.stem in asked.languages]
    missing = [name for name in ("espeak-ng", "flite") if shutil.which(name) is None]
    if missing:
        print(f"{' and '.join(missing)} missing; on Debian and Ubuntu: apt-get install espeak-ng flite")
        return 2
    say = Pronouncer()
    if asked.styles:
        show_styles(say)
        return 0
    rows = [row for page in pages for row in measure(page, say)]
    show(rows)
    english = [count for row in rows if row.language == "en" for count in row.sung.values()]
    return int(bool(english) and min(english) < ENGLISH_NEEDS)


if __name__ == "__main__":
    sys.exit(main())
