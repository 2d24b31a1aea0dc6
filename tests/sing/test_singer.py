"""The sung sound: pitch, timing, vowels, levels, styles, measured on the audio."""

import hashlib
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pytest
import scipy.linalg
import scipy.ndimage
import scipy.signal
from numpy.typing import NDArray

from songwright.sing.phones import VOWELS
from songwright.sing.singer import Sung, sing_line
from songwright.song.plan import VocalStyle, Voice
from songwright.song.pronunciation import Syllable
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart
from tests.sing.lines import BEAT_S, line_of, vowel_line
from tests.sing.pitch_tracker import harmonics_to_noise_db, read_pitch

RATE = 48_000
Mono = NDArray[np.float32]
TEXT = "Shining like the silver moon, I will never stop tonight"
LOW, HIGH = (Voice.FEMALE, 55), (Voice.FEMALE, 80)
TUNES = {
    Voice.FEMALE: (60, 64, 67, 69, 72, 65, 62, 57, 76),
    Voice.MALE: (48, 52, 55, 57, 60, 53, 50, 45, 64),
    Voice.CHILD: (60, 64, 67, 69, 72, 65, 62, 60, 76),
    Voice.CHOIR: (60, 64, 67, 69, 72, 65, 62, 57, 74),
}


def sing(line: SungLine, voice: Voice = Voice.FEMALE, seed: int = 1) -> Sung:
    return sing_line(line, BEAT_S, voice, seed)


def part_of(sung: Sung, start_s: float, end_s: float) -> Mono:
    first, last = (round(at * RATE) - sung.start_frame for at in (start_s, end_s))
    return sung.samples[first:last]


def level_db(samples: Mono) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64)) + 1e-14))


def vowel(sung: Sung) -> Mono:
    """A second of the vowel of `vowel_line` with its note from 1 to 2 s."""
    return part_of(sung, 1.25, 1.85)


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("part", [VocalPart.LEAD, VocalPart.DOUBLE, VocalPart.BACKING])
def test_notes_are_sung_in_tune(voice, part):
    """At least 95 % of notes are within 50 cents in their middle; the median error is below 10 cents.

    The men of a choir sing an octave below, so that its period is theirs.
    """
    line = line_of(TEXT, TUNES[voice], beats=(1, 0.5, 0.5, 1.5), part=part)
    sung = sing(line, voice)
    errors = []
    for syllable in line.syllables:
        note = syllable.notes[0]
        middle_s = (note.start + note.duration / 2) * BEAT_S
        reading = read_pitch(sung.samples, middle_s - sung.start_frame / RATE)
        away = reading.midi - note.pitch + (6 if voice is Voice.CHOIR else 0)
        errors.append(100 * abs(away % 12 - 6 if voice is Voice.CHOIR else away))
    assert np.mean(np.array(errors) < 50) >= 0.95
    assert np.median(errors) < 10


@pytest.mark.parametrize(
    ("voice", "pitch"), [(Voice.MALE, 40), (Voice.MALE, 65), (Voice.FEMALE, 55), (Voice.FEMALE, 80)]
)
def test_the_whole_range_is_in_tune(voice, pitch):
    """The lowest and highest notes that parts reach are sung as written."""
    for nucleus in "iɑu":
        sung = sing(vowel_line(nucleus, pitch=pitch), voice)
        reading = read_pitch(sung.samples, 1.4 - sung.start_frame / RATE)
        assert abs(reading.midi - pitch) < 0.3, nucleus


def test_there_is_one_nucleus_per_note():
    """Syllables sung and syllables written are the same."""
    line = line_of(TEXT, (60,))
    nuclei = [segment for segment in sing(line).segments if segment.is_nucleus]
    assert [nucleus.phone for nucleus in nuclei] == [sung.syllable.nucleus for sung in line.syllables]


@pytest.mark.parametrize("onset", [(), ("t",), ("s",), ("p",), ("k", "l"), ("s", "t", "ɹ")])
@pytest.mark.parametrize("voice", list(Voice))
def test_the_vowel_starts_on_the_beat(onset, voice):
    """Low-frequency energy rises through half of the vowel's level within 20 ms of the note's start.

    The singers of a choir beat, so that their energy is averaged over six lines.
    """
    syllables = tuple(
        SungSyllable(Syllable(onset, "ɑ", ("s",), 2), index, (Note(2 + 2 * index, 1.5, 60, 90),))
        for index in range(2)
    )
    line = SungLine(VocalPart.LEAD, 0, ("a", "b"), syllables)
    low_band = scipy.signal.butter(4, (150, 1200), "bandpass", fs=RATE, output="sos")
    power = np.zeros(4 * RATE)
    for seed in range(1, 7 if voice is Voice.CHOIR else 2):
        sung = sing(line, voice, seed)
        low = scipy.signal.sosfiltfilt(low_band, sung.samples.astype(float))
        power[sung.start_frame : sung.start_frame + len(low)] += np.convolve(
            low**2, np.ones(480) / 480, mode="same"
        )
    for start_s in (1.0, 2.0):
        first = round((start_s - 0.12) * RATE)
        held = np.median(power[first + round(0.27 * RATE) : first + round(0.45 * RATE)])
        near_full = 0.55 if voice is Voice.CHOIR else 0.7  # l and ɹ are loud themselves
        share = near_full if {"l", "ɹ"} & set(onset) else 0.25
        rise_s = start_s - 0.12 + np.argmax(power[first:] > share * held) / RATE
        assert abs(rise_s - start_s) <= (0.02 if share == 0.25 else 0.06), onset


def test_the_same_seed_sings_the_same_and_another_differs_slightly():
    """Bit for bit alike; another seed moves pitch and breath a little, not the level."""
    line = line_of("Hold me close", (60, 62, 64))
    first, again, other = sing(line), sing(line), sing(line, seed=2)
    assert np.array_equal(first.samples, again.samples)
    assert first.start_frame == again.start_frame
    assert not np.array_equal(first.samples, other.samples)
    assert abs(level_db(first.samples) - level_db(other.samples)) < 1


def formants_of(samples: Mono, order: int = 14) -> NDArray[np.float64]:
    """F1 and F2 in Hz by linear prediction on pre-emphasised sound at 8 kHz."""
    low = scipy.signal.resample_poly(samples.astype(float), 1, 6)
    low = np.append(low[0], low[1:] - 0.9 * low[:-1]) * np.hanning(len(low))
    correlation = np.correlate(low, low, mode="full")[len(low) - 1 :][: order + 1]
    correlation[0] *= 1.0001
    coefficients = scipy.linalg.solve_toeplitz(correlation[:-1], correlation[1:])
    roots = np.roots(np.concatenate(([1.0], -coefficients)))
    roots = roots[(roots.imag > 0) & (np.abs(roots) > 0.8)]
    return np.asarray(np.sort(np.angle(roots) * 8000 / (2 * np.pi)), np.float64)


@pytest.mark.parametrize("nucleus", ["i", "ɑ", "u", "ɛ"])
def test_vowels_have_their_formants(nucleus):
    """F1 and F2, measured by linear prediction on a low male note, lie near the table's."""
    sung = sing(vowel_line(nucleus, pitch=41), Voice.MALE)
    found = formants_of(vowel(sung))
    for target in VOWELS[nucleus][:2]:
        assert np.min(np.abs(found - target)) < 0.12 * target + 30, (nucleus, found)


def test_vowels_are_told_apart_by_their_spectra():
    """Relative to the whole, i is strongest around 2.3 kHz, a around 1 kHz, u below 450 Hz."""
    bands = {"i": (1800, 2700), "ɑ": (600, 1400), "u": (50, 450)}
    shares: dict[str, list[float]] = {nucleus: [] for nucleus in bands}
    for nucleus in bands:
        samples = vowel(sing(vowel_line(nucleus, pitch=50), Voice.MALE))
        frequencies, power = scipy.signal.welch(samples, RATE, nperseg=4096)
        for band, (low, high) in bands.items():
            shares[band].append(power[(frequencies > low) & (frequencies < high)].sum() / power.sum())
    assert np.argmax(shares["i"]) == 0
    assert np.argmax(shares["ɑ"]) == 1
    assert np.argmax(shares["u"]) == 2


def centroid(samples: Mono, low_hz: float, high_hz: float) -> float:
    frequencies, power = scipy.signal.welch(samples, RATE, nperseg=2048)
    band = (frequencies > low_hz) & (frequencies < high_hz)
    return float(np.sum(frequencies[band] * power[band]) / np.sum(power[band]))


def test_a_woman_has_higher_resonances_than_a_man():
    """At the same pitch the female voice has its second formant of ɛ at least 10 % higher."""
    seconds = []
    for voice in (Voice.MALE, Voice.FEMALE):
        found = formants_of(vowel(sing(vowel_line("ɛ", pitch=41), voice)))
        seconds.append(found[found > 1400][0])
    assert seconds[1] > 1.1 * seconds[0]


@pytest.mark.parametrize("voice", list(Voice))
def test_vowels_and_pitches_are_equally_loud(voice):
    """Between -23 and -17.5 dBFS for all vowels over the range; a choir beats, so its mean counts."""
    low, high = voice.vocal_range
    seeds = range(3) if voice is Voice.CHOIR else (1,)
    for nucleus in "iɑu" if voice is Voice.CHOIR else "iɑuɛoə":
        for pitch in range(low, high, 7):
            levels = [level_db(vowel(sing(vowel_line(nucleus, pitch=pitch), voice, seed))) for seed in seeds]
            assert -23 < np.mean(levels) < -17.5, (nucleus, pitch)


def test_man_and_woman_are_equally_loud():
    """The same line differs by less than 1.5 dB."""
    levels = [level_db(sing(line_of(TEXT, (57, 60, 62)), voice).samples) for voice in Voice]
    assert abs(levels[0] - levels[1]) < 1.5


@pytest.mark.parametrize("gain_db", [-12.0, 6.0])
def test_the_gain_of_the_line_is_applied(gain_db):
    """gain_db changes the level by itself."""
    usual = level_db(vowel(sing(vowel_line("ɑ"))))
    assert level_db(vowel(sing(vowel_line("ɑ", gain_db=gain_db)))) == pytest.approx(usual + gain_db, abs=0.2)


def test_velocity_makes_louder():
    """A strong note is 4 to 12 dB above a weak one."""
    weak, strong = (level_db(vowel(sing(vowel_line("ɑ", velocity=velocity)))) for velocity in (60, 110))
    assert 4 < strong - weak < 12


@pytest.mark.parametrize(
    ("phone", "low_db", "high_db"), [("s", -15, -8), ("ʃ", -15, -7), ("f", -24, -12), ("m", -9, -3)]
)
def test_consonants_have_their_level(phone, low_db, high_db):
    """Sibilants and nasals lie below the vowel by what singers show."""
    sung = sing(vowel_line("ɑ", "ɑ", onset=(phone,)))
    segment = [segment for segment in sung.segments if segment.phone == phone][1]
    between = level_db(part_of(sung, segment.start_s + 0.02, segment.end_s - 0.02)) - level_db(vowel(sung))
    assert low_db < between < high_db


def test_stops_close():
    """A t is a gap of at least 20 dB before its burst."""
    sung = sing(vowel_line("ɑ", "ɑ", onset=("t",)))
    segment = [segment for segment in sung.segments if segment.phone == "t"][1]
    closure = part_of(sung, segment.start_s + 0.015, segment.start_s + 0.035)
    assert level_db(closure) < level_db(vowel(sung)) - 20


def test_sibilants_hiss_high():
    """Most energy of s lies above 5 kHz, of ʃ between 2 and 6 kHz."""
    for phone, low_hz, high_hz in (("s", 5000, 11_000), ("ʃ", 2000, 7000)):
        sung = sing(vowel_line("ɑ", "ɑ", onset=(phone,)))
        segment = [segment for segment in sung.segments if segment.phone == phone][1]
        frequencies, power = scipy.signal.welch(
            part_of(sung, segment.start_s + 0.02, segment.end_s - 0.02), RATE, nperseg=1024
        )
        band = (frequencies > low_hz) & (frequencies < high_hz)
        assert power[band].sum() > 0.7 * power.sum(), phone


def test_the_voice_has_air():
    """The octave above 6.5 kHz holds sound, 30 to 55 dB below the whole."""
    samples = vowel(sing(vowel_line("ɑ", pitch=64)))
    high = scipy.signal.sosfilt(scipy.signal.butter(4, 6500, "highpass", fs=RATE, output="sos"), samples)
    assert -55 < level_db(high) - level_db(samples) < -28


def test_diphthongs_glide_at_the_end_of_the_note():
    """aɪ stays a for the first half of a long note and is brighter at its end."""
    sung = sing(vowel_line("aɪ", pitch=50, beats=4), Voice.MALE)
    early, middle, late = (centroid(part_of(sung, at, at + 0.08), 600, 2600) for at in (1.3, 2.2, 2.88))
    assert abs(early - middle) < 120
    assert late > middle + 200


def test_whispering_has_no_pitch():
    """No period is found, and there is sound."""
    sung = sing(vowel_line("ɑ", style=VocalStyle.WHISPER))
    readings = [read_pitch(sung.samples, at - sung.start_frame / RATE) for at in (1.2, 1.4, 1.6, 1.8)]
    assert min(reading.aperiodicity for reading in readings) > 0.3
    assert -45 < level_db(vowel(sung)) < -20


def test_growling_is_rough():
    """The harmonics-to-noise ratio falls by more than 6 dB; the level stays."""
    clean = sing(vowel_line("ɑ", pitch=48), Voice.MALE)
    rough = sing(vowel_line("ɑ", pitch=48, style=VocalStyle.GROWL), Voice.MALE)
    at = 1.5 - clean.start_frame / RATE
    assert harmonics_to_noise_db(clean.samples, at) > harmonics_to_noise_db(rough.samples, at) + 6
    assert abs(level_db(vowel(clean)) - level_db(vowel(rough))) < 4


def test_a_double_is_another_take():
    """The same notes with small differences: correlated envelope, other waveform, within 25 ms."""
    lead = sing(line_of("Hold me close", (60, 62, 64)))
    double = sing(line_of("Hold me close", (60, 62, 64), part=VocalPart.DOUBLE))
    shifts = [
        after.start_s - before.start_s
        for before, after in zip(lead.segments, double.segments, strict=True)
        if before.is_nucleus
    ]
    assert 0 < np.max(np.abs(shifts)) < 0.025
    assert abs(level_db(lead.samples) - level_db(double.samples)) < 2


def test_breaths_come_before_phrases_softly():
    """A lead breathes in before its first word, at least 15 dB below its vowels; a double does not."""
    line = vowel_line("ɑ")
    breath = level_db(part_of(sing(line), 0.78, 0.93))
    voice = level_db(vowel(sing(line)))
    assert voice - 40 < breath < voice - 15


def test_a_line_at_the_start_of_the_song_is_cut_not_moved():
    """Consonants before time 0 are lost; the vowel still falls on its note."""
    line = line_of("Stop", (60,), beats=(2,), start=0.0)
    sung = sing(line)
    assert sung.start_frame == 0
    assert level_db(sung.samples[2400:24000]) > -23


def test_a_melisma_sings_all_its_notes():
    """One syllable over three notes sings three pitches in one vowel."""
    notes = tuple(Note(2 + index, 1, pitch, 90) for index, pitch in enumerate((60, 64, 62)))
    syllable = SungSyllable(Syllable(("l",), "ɑ", (), 2), 0, notes)
    sung = sing(SungLine(VocalPart.LEAD, 0, ("la",), (syllable,)))
    assert sum(segment.is_nucleus for segment in sung.segments) == 1
    for note in notes:
        reading = read_pitch(sung.samples, (note.start + 0.6) * BEAT_S - sung.start_frame / RATE)
        assert abs(reading.midi - note.pitch) < 0.5


@pytest.mark.parametrize("beats", [0.12, 20.0])
def test_very_short_and_very_long_notes_are_sung(beats):
    """60 ms and 10 s are both fine."""
    line = line_of("Strengths of love", (60, 67), beats=(beats,))
    sung = sing(line)
    assert np.isfinite(sung.samples).all()
    voiced_s = len(part_of(sung, line.start * BEAT_S, line.end * BEAT_S)) / RATE
    assert voiced_s == pytest.approx((line.end - line.start) * BEAT_S, abs=0.001)
    assert level_db(part_of(sung, line.start * BEAT_S, line.end * BEAT_S)) > -25


@pytest.mark.parametrize("style", list(VocalStyle))
@pytest.mark.parametrize("voice", list(Voice))
def test_the_sound_is_clean(style, voice):
    """Finite, within full scale, without direct current, silent at both ends, mono float32."""
    line = line_of(TEXT, TUNES[voice], style=style)
    loud = SungLine(line.part, 0, line.words, line.syllables, style, 6.0)
    samples = sing(loud, voice).samples
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() <= 1
    assert abs(samples.mean()) < 1e-4
    assert np.abs(samples[:10]).max() < 1e-3
    assert np.abs(samples[-10:]).max() < 1e-3


def test_there_are_no_clicks():
    """No sample jumps out of a sung vowel: the steepest step is what its own harmonics explain."""
    samples = sing(line_of("Oh la la moon", (60, 67, 55, 72))).samples
    high = scipy.signal.sosfilt(scipy.signal.butter(4, 15_000, "highpass", fs=RATE, output="sos"), samples)
    assert np.abs(high).max() < 0.01


@pytest.mark.parametrize("pitch", [0, 20, 100, 127])
def test_absurd_pitches_do_no_harm(pitch):
    """Notes outside any voice give finite sound within full scale, without a warning."""
    samples = sing(vowel_line("i", "ɑ", pitch=pitch)).samples
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() <= 1


def sing_and_hash(order: list[int]) -> dict[int, str]:
    """Sing lines in an order; the sound of each."""
    sounds = {}
    for number in order:
        line = line_of("Hold me close", (60 + number, 64), part=list(VocalPart)[number])
        sounds[number] = hashlib.sha256(sing(line).samples.tobytes()).hexdigest()
    return sounds


def test_the_order_and_the_process_change_nothing():
    """Lines sung elsewhere and in another order are bit for bit the same."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as elsewhere:
        assert elsewhere.submit(sing_and_hash, [3, 1, 0, 2]).result() == sing_and_hash([0, 1, 2, 3])
