"""Every instrument of the table: tuning, envelope, bandwidth, level, and a sound of its own."""

import functools
import itertools

import numpy as np
import pytest
from benchmarks.instruments import ENSEMBLES

from songwright.audio.clip import SAMPLE_RATE
from songwright.song.instruments import INSTRUMENTS, Family
from songwright.synth.voice import Tone
from songwright.synth.voices import VOICES
from tests.synth.hearing import (
    band_db,
    envelope,
    hertz,
    part,
    phrase,
    rms,
    rolloff_hz,
    sound_of,
    tuning_cents,
)

UNPITCHED = (Family.KIT, Family.TEXTURE)
PITCHED = [name for name, row in INSTRUMENTS.items() if row.family not in UNPITCHED]
KITS = [name for name, row in INSTRUMENTS.items() if row.family is Family.KIT]
TEXTURES = [name for name, row in INSTRUMENTS.items() if row.family is Family.TEXTURE]
# Seconds within which a note has reached half of its peak level, earliest and latest, by family; then the
# exceptions. A hammer or plectrum acts within milliseconds; reeds and bows take some hundredths of a second
# (Meyer, "Acoustics and the Performance of Music", 5th ed., chapter 3); sections and pads swell.
ATTACK_S = {
    Family.KEYS: (0.0, 0.02),
    Family.ORGAN: (0.0, 0.12),
    Family.GUITAR: (0.0, 0.03),
    Family.BASS: (0.0, 0.03),
    Family.STRINGS: (0.02, 0.16),
    Family.BRASS: (0.008, 0.08),
    Family.WIND: (0.004, 0.08),
    Family.VOICE: (0.05, 0.4),
    Family.MALLET: (0.0, 0.01),
    Family.SYNTH: (0.0, 0.03),
}
SLOW = {"synth_pad": (0.03, 0.3), "warm_pad": (0.1, 0.8), "synth_strings": (0.03, 0.2)}
QUICK = {"pizzicato_strings": (0.0, 0.03), "tremolo_strings": (0.004, 0.08)}
# How the level changes from the first half second to the end of a note of two seconds, in dB.
DYING, HELD = (-200.0, -4.0), (-5.0, 6.0)
COURSE = {
    Family.KEYS: DYING,
    Family.GUITAR: DYING,
    Family.MALLET: DYING,
    Family.BASS: DYING,
    Family.ORGAN: HELD,
    Family.STRINGS: HELD,
    Family.BRASS: HELD,
    Family.WIND: HELD,
    Family.VOICE: HELD,
    Family.SYNTH: HELD,
}
COURSE_OF = {
    "pizzicato_strings": DYING,
    "synth_pluck": DYING,
    "synth_arp": DYING,
    "synth_bell": DYING,
    "synth_bass": HELD,
    "acid_bass": HELD,
    "reese_bass": HELD,
    "distorted_guitar": HELD,
    "overdriven_guitar": (-12.0, 3.0),
    "warm_pad": (-5.0, 20.0),  # it still swells
}
# 99 % of the power of a middle note lies below so many Hz; and above at least, or something is dull.
BAND_HZ = {
    Family.KEYS: (450, 4000),
    Family.ORGAN: (800, 6000),
    Family.GUITAR: (700, 7000),
    Family.BASS: (70, 2000),
    Family.STRINGS: (700, 6000),
    Family.BRASS: (450, 7000),
    Family.WIND: (550, 6500),
    Family.VOICE: (450, 4000),
    Family.MALLET: (400, 6500),
    Family.SYNTH: (600, 10_000),
}
QUARTET = ("violin", "viola", "cello")  # a note of the quartet is one of its players
MARKS_S = (0.0, 0.06, 0.25, 0.6, 0.9)  # onset, start, body, end
SUBS = {  # they sound below the note by design: 16' stops, sub-octaves, the hum of a bell
    "organ",
    "church_organ",
    "warm_pad",
    "bells",
}


@functools.cache
def middle_note(name):
    """A note of two seconds in the middle of the range, from 0.1 s on, and what follows: [2, frames]."""
    row = INSTRUMENTS[name]
    return sound_of(name, (0.1, 2.0, (row.low + row.high) // 2, 90), seconds=2.2 + release_s(name) + 0.4)


@functools.cache
def played(name):
    """The usual phrase."""
    return sound_of(name, *phrase(name), seconds=2.5)


def release_s(name):
    """How long the instrument rings after a note's end."""
    return VOICES[name].release_s


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_plays_clean_sound_at_a_common_level(name):
    """Stereo, finite, without DC, near -20 dBFS, within full scale, nothing folded above hearing."""
    sound = played(name)
    assert sound.shape == (2, int(2.5 * SAMPLE_RATE))
    assert sound.dtype == np.float32
    assert np.isfinite(sound).all()
    assert abs(sound.mean()) < 2e-3
    assert np.abs(sound).max() < 1.1
    if name not in TEXTURES:
        assert (-32 if name in KITS else -27) < 20 * np.log10(rms(sound)) < -15
        assert band_db(sound[0], 21_000, 24_000) < (-30 if name in KITS else -55)  # cymbals hiss up to there


@pytest.mark.parametrize("name", PITCHED)
def test_every_pitched_instrument_is_in_tune_over_its_range(name):
    """Within 5 cents of equal temperament; a section, whose players beat, on average over three notes."""
    row = INSTRUMENTS[name]
    errors = []
    for pitch in (row.low, (row.low + row.high) // 2, row.high):
        sound = sound_of(name, (0.0, 2.5, pitch, 90), seconds=2.5)
        errors.append(tuning_cents(part(sound, 0.25, 2.5), pitch))
    worst = abs(np.mean(errors)) if name in ENSEMBLES else max(map(abs, errors))
    assert worst < 5.0, errors


@pytest.mark.parametrize("name", PITCHED)
def test_every_note_speaks_as_its_family_does(name):
    """From silence to half of the peak within the family's time, and not before the note's start."""
    sound = middle_note(name)
    level = envelope(sound)
    start = int(0.1 * SAMPLE_RATE)
    peak = level[start : start + SAMPLE_RATE].max()
    assert np.abs(sound[:, : start - 96]).max(initial=0.0) < 1e-4 * peak  # an amplifier's filter looks ahead
    attack = np.argmax(level[start:] > 0.5 * peak) / SAMPLE_RATE
    earliest, latest = {**SLOW, **QUICK}.get(name, ATTACK_S[INSTRUMENTS[name].family])
    assert earliest <= attack <= latest


@pytest.mark.parametrize("name", PITCHED)
def test_every_note_is_held_or_dies_as_its_family_does(name):
    """What is struck or plucked falls; what is bowed, blown or electronic stays."""
    sound = middle_note(name)
    change = 20 * np.log10((rms(part(sound, 1.6, 2.05)) + 1e-9) / rms(part(sound, 0.2, 0.6)))
    lowest, highest = COURSE_OF.get(name) or COURSE[INSTRUMENTS[name].family]
    assert lowest <= change <= highest


@pytest.mark.parametrize("name", PITCHED)
def test_every_note_ends_in_silence(name):
    """Once its release is over nothing is left, but for the noise of letting go."""
    sound = middle_note(name)
    end = int((2.1 + max(release_s(name), 0.25) + 0.05) * SAMPLE_RATE)
    assert 20 * np.log10(np.abs(sound[:, end:]).max() / np.abs(sound).max() + 1e-12) < -60


@pytest.mark.parametrize("name", PITCHED)
def test_every_instrument_keeps_to_its_band(name):
    """99 % of the power in the family's band, nothing of weight below the note, nothing above hearing."""
    row = INSTRUMENTS[name]
    sound = part(middle_note(name), 0.1, 2.1)
    lowest, highest = BAND_HZ[row.family]
    assert lowest < rolloff_hz(sound, 0.99) < highest
    if name not in SUBS:
        assert band_db(sound, 0.0, 0.8 * hertz((row.low + row.high) // 2)) < -25
    assert band_db(sound, 20_500, 24_000) < -60


@pytest.mark.parametrize("name", PITCHED)
def test_a_note_ends_without_a_click(name):
    """Where a note is released, the wave bends no more sharply than while the note sounds."""
    sound = middle_note(name)
    bend = np.abs(np.diff(sound[0], 2))
    held, released = bend[: int(2.09 * SAMPLE_RATE)].max(), bend[int(2.099 * SAMPLE_RATE) :].max()
    assert released < max(held, 2e-3)
    assert sound[:, -1].max() == 0.0


def test_every_kit_has_a_sound_of_its_own():
    """No two kits share the spectrum and the course of their beat."""
    prints = {name: fingerprint(played(name)[0]) for name in KITS}
    for name, other in itertools.combinations(KITS, 2):
        assert apart_db(prints[name], prints[other]) > 1.0, (name, other)


@pytest.mark.parametrize("pitch", [48, 60, 72])
def test_no_two_instruments_sound_alike_on_the_same_note(pitch):
    """At equal pitch, force and chance the spectra of onset, body and end differ in each band: two makes
    of piano or two sizes of saxophone do, a renamed or touched-up copy does not."""
    names = [name for name in PITCHED if INSTRUMENTS[name].low <= pitch <= INSTRUMENTS[name].high]
    prints = {name: fingerprint(one_tone(name, pitch)) for name in names}
    for name, other in itertools.combinations(names, 2):
        if name != "string_quartet" or other not in QUARTET:
            assert apart_db(prints[name], prints[other]) > 1.5, (name, other)


def one_tone(name, pitch):
    """0.9 s of a tone through the instrument's amplifier, drawn from the same numbers for all: [frames]."""
    voice = VOICES[name]
    frames = int(0.9 * SAMPLE_RATE)
    made = voice.render(Tone(pitch, 0.7, frames, False, np.random.default_rng(1)))
    sound = np.zeros((2, frames), np.float32)
    sound[:, : made.shape[1]] += np.float32(10 ** (voice.gain_db / 20)) * made
    if voice.finish:
        voice.finish(sound)
    if voice.motion:
        voice.motion(sound, 0.0)
    return sound.mean(axis=0)


def fingerprint(sound):
    """Power in bands of [frames] from onset to ring, in bels, down to 50 dB below the strongest."""
    sound = sound / rms(sound)
    edges = np.unique(np.geomspace(40, 20_000, 60).astype(int))
    pieces = (sound[int(a * SAMPLE_RATE) : int(b * SAMPLE_RATE)] for a, b in itertools.pairwise(MARKS_S))
    bands = [np.add.reduceat(np.abs(np.fft.rfft(piece, 96_000)) ** 2, edges) / len(piece) for piece in pieces]
    return np.log10(np.concatenate(bands) + 1e-5 * np.max(bands))


def apart_db(first, second):
    """RMS distance of two fingerprints."""
    return 10 * np.sqrt(np.mean((first - second) ** 2))
