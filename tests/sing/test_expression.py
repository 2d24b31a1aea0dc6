"""Where words sound, how phrases breathe, swell and end, measured on the sound."""

import numpy as np
import pytest
import scipy.signal
from numpy.typing import NDArray

from songwright.sing.singer import Sung, sing_line
from songwright.song.plan import VocalStyle, Voice
from songwright.song.pronunciation import Syllable
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart
from tests.sing.lines import BEAT_S, line_of, vowel_line

RATE = 48_000
STEP = 120  # samples of a level reading: 2.5 ms


def levels_db(sung: Sung, start_s: float, end_s: float) -> NDArray[np.float64]:
    """Level every 2.5 ms over 5 ms, without rumble."""
    high = scipy.signal.butter(2, 80, "highpass", fs=RATE, output="sos")
    samples = scipy.signal.sosfiltfilt(high, sung.samples.astype(float))
    power = np.convolve(samples**2, np.ones(2 * STEP) / (2 * STEP), mode="same")
    at = np.round(np.arange(start_s, end_s, STEP / RATE) * RATE).astype(int) - sung.start_frame
    inside = (at >= 0) & (at < len(power))
    return np.asarray(10 * np.log10(np.where(inside, power[np.clip(at, 0, len(power) - 1)], 0) + 1e-12))


def mean_db(sung: Sung, start_s: float, end_s: float) -> float:
    first, last = (round(at * RATE) - sung.start_frame for at in (start_s, end_s))
    return float(10 * np.log10(np.mean(sung.samples[first:last].astype(float) ** 2) + 1e-14))


def lone_words(onset: tuple[str, ...], coda: tuple[str, ...]) -> SungLine:
    """Two words of one syllable with a second of rest around them."""
    syllables = tuple(
        SungSyllable(Syllable(onset, "ɑ", coda, 2), word, (Note(4.0 + 4 * word, 1.2, 62, 90),))
        for word in range(2)
    )
    return SungLine(VocalPart.DOUBLE, 0, ("one", "two"), syllables)  # a double takes no breaths


@pytest.mark.parametrize(
    ("onset", "coda"),
    [
        ((), ()),
        (("s",), ("s",)),
        (("m",), ("n",)),
        (("t",), ("t",)),
        (("k", "l"), ("m",)),
        (("t͡ʃ",), ("d",)),
        (("b",), ()),
        (("tʰ",), ("s",)),
        (("r",), ("ʃ",)),
    ],
)
@pytest.mark.parametrize("voice", [Voice.FEMALE, Voice.MALE])
def test_words_start_and_end_where_their_sound_does(onset, coda, voice):
    """After a rest the sound passes -50 dBFS within 20 ms of the word's start, and the same at its end."""
    sung = sing_line(lone_words(onset, coda), BEAT_S, voice, 1)
    assert len(sung.words) == 2
    for start_s, end_s in sung.words:
        loud = np.flatnonzero(levels_db(sung, start_s - 0.4, end_s + 0.4) > -50) * STEP / RATE
        assert abs(start_s - 0.4 + loud[0] - start_s) <= 0.02
        assert abs(start_s - 0.4 + loud[-1] - end_s) <= 0.02


@pytest.mark.parametrize("style", [VocalStyle.SUNG, VocalStyle.SPOKEN, VocalStyle.WHISPER])
@pytest.mark.parametrize("voice", list(Voice))
def test_words_come_in_order_and_fill_the_line(voice, style):
    """One pair per written word, none backwards, each holding its vowels."""
    line = line_of("Hold me close until the morning comes", (62, 64, 66), (0.5, 1.0), style=style)
    sung = sing_line(line, BEAT_S, voice, 1)
    assert len(sung.words) == len(line.words)
    starts = [start for start, _ in sung.words]
    assert starts == sorted(starts)
    for segment in sung.segments:
        start_s, end_s = sung.words[line.syllables[segment.syllable].word]
        assert start_s - 0.08 <= segment.start_s < segment.end_s <= end_s + 1e-9


@pytest.mark.parametrize("voice", list(Voice))
def test_breaths_are_heard_before_phrases(voice):
    """A breath of 0.15 s or more above -50 dBFS, its loudest 50 ms between -42 and -30, before the word."""
    sung = sing_line(line_of("See the moon", (62, 64), start=4.0), BEAT_S, voice, 1)
    before_s = sung.segments[0].start_s
    levels = levels_db(sung, before_s - 0.5, before_s - 0.03)
    smoothed = np.convolve(10 ** (levels / 10), np.ones(20) / 20, mode="same")
    assert -42 < 10 * np.log10(smoothed.max()) < -30
    assert np.sum(10 * np.log10(smoothed) > -50) * STEP / RATE > 0.15
    assert levels[:4].max() < -60
    assert levels[-4:].max() < -50


def test_a_phrase_grows_to_its_highest_note_and_ends_softer():
    """Equal velocities and vowels: the peak is louder than the first note, the last one softer."""
    pitches = (60, 62, 64, 69, 64, 62)
    syllables = tuple(
        SungSyllable(Syllable(("n",), "ɑ", (), 1), index, (Note(2.0 + index, 1.0, pitch, 90),))
        for index, pitch in enumerate(pitches)
    )
    sung = sing_line(SungLine(VocalPart.LEAD, 0, ("na",) * 6, syllables), BEAT_S, Voice.FEMALE, 1)
    levels = [mean_db(sung, start_s + 0.12, start_s + 0.38) for start_s in np.arange(6) * BEAT_S + 1.0]
    assert levels[3] > levels[0] + 0.7
    assert levels[5] < levels[3] - 1.0


def test_long_notes_swell():
    """A note of two seconds is louder at a third of it than at its start and its end."""
    sung = sing_line(vowel_line("ɑ", beats=4), BEAT_S, Voice.MALE, 1)
    start, swollen, end = (mean_db(sung, at, at + 0.2) for at in (1.05, 1.55, 2.7))
    assert swollen > start + 1
    assert swollen > end + 2


def test_brightness_follows_loudness():
    """Strong notes gain more above 2 kHz than below."""
    shares = []
    for velocity in (50, 120):
        sung = sing_line(vowel_line("ɑ", velocity=velocity), BEAT_S, Voice.FEMALE, 1)
        first = round(1.3 * RATE) - sung.start_frame
        frequencies, power = scipy.signal.welch(sung.samples[first : first + RATE // 2], RATE, nperseg=4096)
        shares.append(10 * np.log10(power[frequencies > 2000].sum() / power.sum()))
    assert shares[1] > shares[0] + 2


def test_final_consonants_are_released():
    """The t of a last "night" bursts above 3 kHz after its closure."""
    sung = sing_line(line_of("Good night", (60, 57)), BEAT_S, Voice.FEMALE, 1)
    last = sung.segments[-1]
    high = scipy.signal.sosfilt(
        scipy.signal.butter(4, 3000, "highpass", fs=RATE, output="sos"), sung.samples.astype(float)
    )
    first, middle, end = (
        round(at * RATE) - sung.start_frame
        for at in (last.start_s + 0.01, (last.start_s + last.end_s) / 2, last.end_s)
    )
    closed = np.mean(high[first : first + 800] ** 2)
    assert np.max(np.convolve(high[middle - 600 : end] ** 2, np.ones(240) / 240, "valid")) > 30 * closed


def test_a_rolled_r_has_taps():
    """A long rolled r dips by 4 dB or more at least three times; l does not."""
    dips = []
    for phone in ("rː", "l"):
        sung = sing_line(vowel_line("ɑ", "ɑ", onset=(phone,)), BEAT_S, Voice.FEMALE, 1)
        segment = [segment for segment in sung.segments if segment.phone == phone][1]
        levels = np.convolve(levels_db(sung, segment.start_s, segment.end_s), np.ones(3) / 3, "valid")
        found, _ = scipy.signal.find_peaks(-levels, prominence=4)
        dips.append(len(found))
    assert dips[0] >= 3
    assert dips[1] == 0


def test_nasal_vowels_differ_from_oral_ones():
    """ɑ̃ against ɑ: the first formant's region loses 3 dB or more against the nasal pole."""
    balance = []
    for nucleus in ("ɑ", "ɑ̃"):
        sung = sing_line(vowel_line(nucleus, pitch=41), BEAT_S, Voice.MALE, 1)
        first = round(1.3 * RATE) - sung.start_frame
        frequencies, power = scipy.signal.welch(sung.samples[first : first + RATE // 2], RATE, nperseg=8192)
        pole, formant = (
            power[(frequencies > low) & (frequencies < high)].sum() for low, high in ((180, 340), (550, 850))
        )
        balance.append(10 * np.log10(formant / pole))
    assert balance[1] < balance[0] - 3


def test_geminates_close_for_longer_and_aspiration_breathes():
    """tː is silent at least 40 ms longer than t; tʰ has breath where t already has its vowel."""
    silent = {}
    for phone in ("t", "tː", "tʰ"):
        line = vowel_line("ɑ", "ɑ", onset=(phone,))
        sung = sing_line(line, BEAT_S, Voice.FEMALE, 1)
        segment = [segment for segment in sung.segments if segment.phone == phone][1]
        levels = levels_db(sung, segment.start_s - 0.05, 2.0)
        silent[phone] = np.sum(levels < -50) * STEP / RATE
        if phone == "tʰ":
            assert -50 < mean_db(sung, 1.95, 1.985) < -28
    assert silent["tː"] > silent["t"] + 0.04
