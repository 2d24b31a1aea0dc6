"""Each manner of singing has its acoustic mark, measured against plain singing of the same note."""

import dataclasses

import numpy as np
import pytest
import scipy.signal
from numpy.typing import NDArray

from songwright.sing.singer import Sung, sing_line
from songwright.song.plan import VocalStyle, Voice
from tests.sing.lines import BEAT_S, line_of, vowel_line
from tests.sing.pitch_tracker import read_pitch

RATE = 48_000
NOTES = {Voice.FEMALE: 62, Voice.MALE: 50, Voice.CHILD: 65}
SOLOISTS = tuple(NOTES)


def vowel(voice: Voice, style: VocalStyle, nucleus: str = "ɑ") -> NDArray[np.float64]:
    """Most of a second of a sung vowel."""
    sung = sing_line(vowel_line(nucleus, pitch=NOTES[voice], style=style), BEAT_S, voice, 1)
    first, last = (round(at * RATE) - sung.start_frame for at in (1.2, 1.85))
    return sung.samples[first:last].astype(float)


def harmonic_db(samples: NDArray[np.float64], voice: Voice, number: float) -> float:
    """Level of a harmonic, or of what lies between harmonics for half numbers."""
    pitch_hz = 440 * 2 ** ((NOTES[voice] - 69) / 12)
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    frequencies = np.fft.rfftfreq(len(samples), 1 / RATE)
    near = np.abs(frequencies - number * pitch_hz) < 0.12 * pitch_hz
    return float(10 * np.log10(power[near].sum()))


def first_over_second_db(samples: NDArray[np.float64], voice: Voice) -> float:
    """H1-H2, the usual measure of how firmly the vocal folds close."""
    return harmonic_db(samples, voice, 1) - harmonic_db(samples, voice, 2)


def share_db(samples: NDArray[np.float64], low_hz: float, high_hz: float) -> float:
    """Level of a band against the whole."""
    frequencies, power = scipy.signal.welch(samples, RATE, nperseg=4096)
    band = (frequencies >= low_hz) & (frequencies < high_hz)
    return float(10 * np.log10(power[band].sum() / power.sum()))


def level_db(samples: NDArray[np.float64]) -> float:
    return float(10 * np.log10(np.mean(samples**2)))


def periodicity_db(samples: NDArray[np.float64]) -> float:
    """Harmonics-to-noise ratio in dB: median over the vowel, from the tracker's aperiodicity."""
    moments = np.arange(0.08, len(samples) / RATE - 0.08, 0.04)
    noise = [read_pitch(samples.astype(np.float32), float(moment)).aperiodicity / 2 for moment in moments]
    return float(-10 * np.log10(np.median(noise)))


def breathiness_db(samples: NDArray[np.float64], voice: Voice) -> float:
    """What lies between the harmonics around 3 kHz, against the harmonics there: breath in the voice."""
    pitch_hz = 440 * 2 ** ((NOTES[voice] - 69) / 12)
    numbers = np.arange(round(2500 / pitch_hz), round(4000 / pitch_hz))
    between = np.mean([harmonic_db(samples, voice, number + 0.5) for number in numbers])
    return float(between - np.mean([harmonic_db(samples, voice, float(number)) for number in numbers]))


@pytest.mark.parametrize("voice", SOLOISTS)
def test_belting_is_louder_brighter_and_firmer(voice):
    """1.5 to 5 dB louder, 2 to 4 kHz at least 1.5 dB up, a weaker first harmonic."""
    plain, belted = vowel(voice, VocalStyle.SUNG), vowel(voice, VocalStyle.BELT)
    assert 1.5 < level_db(belted) - level_db(plain) < 5
    assert share_db(belted, 2000, 4000) > share_db(plain, 2000, 4000) + 1.5
    assert first_over_second_db(belted, voice) < first_over_second_db(plain, voice)


@pytest.mark.parametrize("voice", SOLOISTS)
def test_falsetto_is_light_and_breathy(voice):
    """H1-H2 at least 5 dB higher, less from 1 to 4 kHz, breath instead of harmonics at the top, softer."""
    plain, light = vowel(voice, VocalStyle.SUNG), vowel(voice, VocalStyle.FALSETTO)
    assert first_over_second_db(light, voice) > first_over_second_db(plain, voice) + 5
    assert share_db(light, 1000, 4000) < share_db(plain, 1000, 4000) - 1.5
    assert breathiness_db(light, voice) > breathiness_db(plain, voice) + 3
    assert level_db(light) < level_db(plain) - 1


@pytest.mark.parametrize("voice", SOLOISTS)
def test_rasp_is_rough_around_a_clear_pitch(voice):
    """4 dB less periodic, 10 dB more at half the pitch and between harmonics, and still in tune."""
    plain, rough = vowel(voice, VocalStyle.SUNG), vowel(voice, VocalStyle.RASPY)
    assert periodicity_db(rough) < periodicity_db(plain) - 4
    for between in (0.5, 1.5):
        assert harmonic_db(rough, voice, between) > harmonic_db(plain, voice, between) + 10
    assert abs(read_pitch(rough.astype(np.float32), 0.3).midi - NOTES[voice]) < 0.3


@pytest.mark.parametrize("voice", SOLOISTS)
def test_a_growl_is_rougher_than_a_rasp(voice):
    """Each step from plain to rasp to growl loses at least 4 dB of periodicity."""
    plain, rasp, growl = (
        periodicity_db(vowel(voice, style)) for style in (VocalStyle.SUNG, VocalStyle.RASPY, VocalStyle.GROWL)
    )
    assert plain > rasp + 4 > growl + 8


@pytest.mark.parametrize("voice", SOLOISTS)
def test_a_whisper_is_breath_through_the_same_mouth(voice):
    """12 dB less periodic than singing; vowels still differ: i has far more from 2 to 4 kHz than u."""
    close, round_ = (vowel(voice, VocalStyle.WHISPER, nucleus) for nucleus in "iu")
    assert periodicity_db(close) < periodicity_db(vowel(voice, VocalStyle.SUNG, "i")) - 12
    assert share_db(close, 2000, 4000) > share_db(round_, 2000, 4000) + 8


def spoken_pitch(sung: Sung) -> NDArray[np.float64]:
    """MIDI pitch every 15 ms inside vowels, where there is a clear period."""
    pitches = []
    for segment in sung.segments:
        if segment.is_nucleus and segment.end_s - segment.start_s > 0.09:
            for moment in np.arange(segment.start_s + 0.03, segment.end_s - 0.03, 0.015):
                reading = read_pitch(sung.samples, float(moment) - sung.start_frame / RATE, (60, 600))
                pitches.append(reading.midi if reading.aperiodicity < 0.2 else np.nan)
            pitches.append(np.nan)
    return np.array(pitches)


@pytest.mark.parametrize("voice", SOLOISTS)
def test_speech_glides_and_does_not_sit_on_the_notes(voice):
    """Pitch moves most of the time, far from the notes, around the speaker's own pitch; singing holds it."""
    low, _ = voice.vocal_range
    tune = (low + 9, low + 12, low + 14, low + 9)
    text = "I told you many times before"
    speech, song = (
        spoken_pitch(sing_line(line_of(text, tune, (1.0,), style=style), BEAT_S, voice, 1))
        for style in (VocalStyle.SPOKEN, VocalStyle.SUNG)
    )
    speeds = [np.abs(np.diff(curve)) / 0.015 for curve in (speech, song)]  # semitones a second
    moving = [np.mean(speed[~np.isnan(speed)] > 6) for speed in speeds]
    assert moving[0] > 0.5 > 0.3 > moving[1]
    near = [np.min(np.abs(curve[~np.isnan(curve), None] - tune), axis=1) < 0.3 for curve in (speech, song)]
    on_notes = [np.mean(hits) for hits in near]
    assert on_notes[0] < 0.2
    assert on_notes[1] > 0.7
    assert np.nanmax(speech) - np.nanmin(speech) < 10.5
    assert abs(np.nanmedian(speech) - {Voice.FEMALE: 56, Voice.MALE: 46, Voice.CHILD: 61}[voice]) < 2


def test_a_statement_falls_and_a_question_rises():
    """The last vowel goes down by a semitone or more, with a question mark up by as much."""
    moves = []
    for text in ("Are you with me", "Are you with me?"):
        line = line_of(text, (62,), (1.0,), style=VocalStyle.SPOKEN)
        sung = sing_line(line, BEAT_S, Voice.MALE, 1)
        last = [segment for segment in sung.segments if segment.is_nucleus][-1]
        early, late = (
            read_pitch(sung.samples, at - sung.start_frame / RATE, (60, 400)).midi
            for at in (last.start_s + 0.08, last.end_s - 0.08)
        )
        moves.append(late - early)
    assert moves[0] < -1
    assert moves[1] > 1


def test_spoken_vowels_are_short():
    """A slow tune is held for its notes when sung; spoken, no vowel lasts longer than 0.45 s."""
    line = line_of("Love is all I need", (62,), (2.0,), style=VocalStyle.SPOKEN)
    sung = sing_line(line, BEAT_S, Voice.FEMALE, 1)
    lengths = [segment.end_s - segment.start_s for segment in sung.segments if segment.is_nucleus]
    assert max(lengths) < 0.45
    held = sing_line(dataclasses.replace(line, style=VocalStyle.SUNG), BEAT_S, Voice.FEMALE, 1)
    assert min(segment.end_s - segment.start_s for segment in held.segments if segment.is_nucleus) > 0.6


def test_a_choir_is_several_people():
    """Its harmonics beat: levels of one harmonic wander by 2 dB or more, those of a soloist by less."""
    wander = []
    for voice in (Voice.CHOIR, Voice.FEMALE):
        line = vowel_line("ɑ", pitch=64, beats=6)
        line = dataclasses.replace(line)
        sung = sing_line(line, BEAT_S, voice, 3)
        _, _, spectrum = scipy.signal.stft(sung.samples, RATE, nperseg=8192, noverlap=6144)
        bin_hz = RATE / 8192
        pitch_hz = 440 * 2 ** ((64 - 69) / 12)
        frames = slice(round((1.3 - sung.start_frame / RATE) * RATE / 2048), None)
        tracks = []
        for number in (1, 2, 3, 4):
            centre = round(number * pitch_hz / bin_hz)
            band = np.abs(spectrum[centre - 4 : centre + 5, frames])[:, :50] ** 2
            tracks.append(np.std(10 * np.log10(band.sum(axis=0) + 1e-12)))
        wander.append(np.mean(tracks))
    assert wander[0] > 2.0
    assert wander[0] > wander[1] + 1.0


def test_the_men_of_a_choir_sing_an_octave_below_where_they_can():
    """Half of the written pitch sounds under A4, and not under a low A3 minus an octave that men lack."""
    for pitch, is_lower in ((66, True), (50, False)):
        sung = sing_line(vowel_line("ɑ", pitch=pitch), BEAT_S, Voice.CHOIR, 1)
        first, last = (round(at * RATE) - sung.start_frame for at in (1.2, 1.85))
        samples = sung.samples[first:last].astype(float)
        power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
        frequencies = np.fft.rfftfreq(len(samples), 1 / RATE)
        hz = 440 * 2 ** ((pitch - 69) / 12)
        half, whole = (power[np.abs(frequencies - at) < 0.1 * hz].sum() for at in (hz / 2, hz))
        assert (10 * np.log10(half / whole) > -20) == is_lower
