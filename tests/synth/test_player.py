from dataclasses import replace

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.errors import InvalidValue
from songwright.song.instruments import Drum, Role
from songwright.song.score import Note, Track
from songwright.synth.player import play
from tests.synth.hearing import (
    BEAT_S,
    band_db,
    centroid_hz,
    hertz,
    part,
    phrase,
    rms,
    sound_of,
    spectrum,
    track,
    tuning_cents,
)


@pytest.mark.parametrize(
    "name",
    [
        "piano",
        "electric_piano",
        "nylon_guitar",
        "steel_guitar",
        "electric_bass",
        "trumpet",
        "brass",
        "saxophone",
        "violin",
        "strings",
        "marimba",
        "synth_bass",
        "synth_lead",
        "vibraphone",
    ],
)
def test_harder_is_louder_and_brighter(name):
    """Velocity changes the colour of a note, not only its level."""
    soft, loud = (sound_of(name, *phrase(name, velocity), seconds=2.5) for velocity in (40, 118))
    assert rms(loud) > 1.8 * rms(soft)
    assert centroid_hz(loud[0]) > 1.06 * centroid_hz(soft[0])


@pytest.mark.parametrize("name", ["piano", "distorted_guitar", "strings", "organ", "rock_kit", "trumpet"])
def test_playing_depends_on_nothing_but_the_arguments(name):
    """Twice the same is the same to the bit; another seed differs."""
    first, again = (sound_of(name, *phrase(name), seconds=1.0) for _ in range(2))
    other = sound_of(name, *phrase(name), seconds=1.0, seed=2)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("name", ["piano", "nylon_guitar", "violin", "acoustic_kit", "trap_kit"])
def test_repeated_notes_differ_a_little(name):
    """No machine gun: the second of two equal notes is not a copy of the first."""
    pitch = Drum.SNARE if name.endswith("kit") else 64
    sound = sound_of(name, (0.0, 0.3, pitch, 90), (1.0, 0.3, pitch, 90), seconds=2.0)
    first, second = sound[:, : SAMPLE_RATE // 4], sound[:, SAMPLE_RATE : SAMPLE_RATE + SAMPLE_RATE // 4]
    assert not np.allclose(first, second, atol=1e-4)
    assert rms(first) == pytest.approx(rms(second), rel=0.25)


def test_notes_start_on_their_frame():
    """A note on beat 2.5 at 0.4 s per beat starts at one second exactly."""
    sound = play(Track("t", Role.BASS, "synth_bass", (Note(2.5, 1.0, 36, 100),)), 0.4, 2 * SAMPLE_RATE, 1)
    assert not sound[:, :SAMPLE_RATE].any()
    assert np.abs(sound[:, SAMPLE_RATE : SAMPLE_RATE + 480]).max() > 0.01


def test_notes_beyond_the_end_are_left_out_and_long_ones_are_cut():
    """The result has exactly the asked length."""
    sound = sound_of("church_organ", (0.0, 9.0, 60, 90), (7.0, 1.0, 64, 90), seconds=1.0)
    assert sound.shape[1] == SAMPLE_RATE
    assert rms(part(sound, 0.5, 0.9)) > 0.01


def test_an_empty_track_is_silent():
    """No notes, no sound, even through an amplifier."""
    for name in ("distorted_guitar", "organ", "rock_kit", "piano"):
        assert not play(Track("t", Role.CHORDS, name, ()), 0.5, 4800, 1).any()


def test_an_unknown_instrument_is_refused():
    """The error names the field."""
    with pytest.raises(InvalidValue, match="instrument"):
        play(track("kazoo", (0.0, 1.0, 60, 90)), 0.5, 4800, 1)


def test_a_closed_hi_hat_stops_the_open_one():
    """The open hat rings for most of a second, but not once the pedal comes down."""
    free = sound_of("acoustic_kit", (0.0, 0.1, Drum.OPEN_HAT, 100), seconds=1.0)
    choked = sound_of(
        "acoustic_kit", (0.0, 0.1, Drum.OPEN_HAT, 100), (0.15, 0.1, Drum.PEDAL_HAT, 30), seconds=1.0
    )
    assert rms(part(choked, 0.35, 0.7)) < 0.1 * rms(part(free, 0.35, 0.7))


def test_power_chords_intermodulate():
    """Two notes through one distorted amplifier make a difference tone that neither makes alone."""
    low, high = (0.0, 2.0, 57, 100), (0.0, 2.0, 64, 100)
    both = part(sound_of("distorted_guitar", low, high), 0.3, 1.8)
    alone = part(sound_of("distorted_guitar", low) + sound_of("distorted_guitar", high), 0.3, 1.8)
    assert band_db(both, 105.0, 115.0) > band_db(alone, 105.0, 115.0) + 15


def test_rhythm_guitars_are_double_tracked_and_a_solo_stands_in_the_middle():
    """Left and right differ for a rhythm part; for a lead they agree more."""
    notes = [(n * 0.5, 0.45, 52, 100) for n in range(4)]
    rhythm = np.corrcoef(sound_of("distorted_guitar", *notes))[0, 1]
    lead = np.corrcoef(sound_of("distorted_guitar", *notes, role=Role.LEAD))[0, 1]
    assert rhythm < 0.6
    assert lead > rhythm + 0.2


def level_db(sound, start_s, end_s):
    """RMS of the middle in dB."""
    return 20 * np.log10(rms(part(sound, start_s, end_s)) + 1e-9)


SLURRED = ["trumpet", "saxophone", "flute", "oboe", "violin", "cello", "synth_lead", "square_lead"]


@pytest.mark.parametrize("name", SLURRED)
def test_notes_that_follow_each_other_are_slurred(name):
    """From note to note the level does not break as it does between notes that are played apart."""
    slurred = sound_of(name, (0.0, 0.49, 67, 90), (0.5, 0.49, 71, 90), seconds=1.5, role=Role.LEAD)
    apart = sound_of(name, (0.0, 0.35, 67, 90), (0.5, 0.49, 71, 90), seconds=1.5, role=Role.LEAD)

    def dip(sound):
        held = level_db(sound, 0.2, 0.33)
        return held - min(level_db(sound, 0.45 + n * 0.01, 0.46 + n * 0.01) for n in range(9))

    assert dip(slurred) < 9
    assert dip(apart) > dip(slurred) + 8


@pytest.mark.parametrize("name", SLURRED)
def test_a_slurred_note_arrives_at_its_pitch(name):
    """A tenth after its start the second note is in tune and the first is gone."""
    sound = sound_of(name, (0.0, 0.79, 69, 90), (0.8, 1.2, 74, 90), seconds=2.2, role=Role.LEAD)
    first, second = (hertz(pitch) for pitch in (69, 74))
    power, hz = spectrum(part(sound, 0.9, 2.0))
    near = [power[np.abs(hz - f) < 0.02 * f].sum() for f in (first, second)]
    assert 10 * np.log10(near[0] / near[1]) < -25
    assert abs(tuning_cents(part(sound, 1.0, 2.0), 74)) < 6
    assert abs(tuning_cents(part(sound, 0.2, 0.75), 69)) < 8


@pytest.mark.parametrize("name", ["trumpet", "violin", "synth_lead"])
def test_a_slur_does_not_click(name):
    """Where the note changes, the wave bends no more sharply than elsewhere."""
    sound = sound_of(name, (0.0, 0.5, 64, 90), (0.5, 0.5, 72, 90), seconds=1.4, role=Role.LEAD)[0]
    bend = np.abs(np.diff(sound, 2))
    seam = slice(int(0.49 * SAMPLE_RATE), int(0.53 * SAMPLE_RATE))
    assert bend[seam].max() < 1.5 * bend[int(0.6 * SAMPLE_RATE) : int(0.95 * SAMPLE_RATE)].max()


@pytest.mark.parametrize(
    ("why", "second"),
    [
        ("repeated", (0.5, 0.4, 67, 90)),
        ("accented", (0.5, 0.4, 69, 120)),
        ("after a rest", (0.62, 0.4, 69, 90)),
        ("a wide leap", (0.5, 0.4, 81, 90)),
        ("a chord", (0.01, 0.9, 71, 90)),
    ],
)
def test_what_a_player_tongues_is_not_slurred(why, second):
    """Such a pair sounds as the two notes do alone, the second with its own attack."""
    first = (0.0, 0.49, 67, 90)
    together = sound_of("oboe", first, second, seconds=1.5)
    slurred = sound_of("oboe", first, (0.5, 0.4, 69, 90), seconds=1.5)
    # The first note keeps the tone that it has when it is alone; as part of a slur it would be another.
    alone = sound_of("oboe", first, seconds=1.5)
    until = int(min(second[0], 0.45) * SAMPLE_RATE)
    assert np.array_equal(together[:, :until], alone[:, :until]), why
    assert not np.array_equal(slurred[:, : SAMPLE_RATE // 4], alone[:, : SAMPLE_RATE // 4])


def test_letting_go_of_a_key_is_heard_a_little():
    """After a short harpsichord note the jack falls back, softly."""
    sound = sound_of("harpsichord", (0.0, 0.5, 60, 90), seconds=1.5)
    jack = level_db(sound, 0.5, 0.52) - level_db(sound, 0.0, 0.4)
    later = level_db(sound, 0.7, 0.8) - level_db(sound, 0.0, 0.4)
    assert -40 < jack < -3
    assert later < jack - 15


def _in_two_parts(written, cut_s, seconds):
    """A track as the engine plays it: the notes before a border, then those after it, each with its ring."""
    before = [note for note in written.notes if note.start * BEAT_S < cut_s]
    after = [replace(note, start=note.start - cut_s / BEAT_S) for note in written.notes[len(before) :]]
    whole = np.zeros((2, int(seconds * SAMPLE_RATE)), np.float32)
    for notes, start_s in ((before, 0.0), (after, cut_s)):
        start = round(start_s * SAMPLE_RATE)
        room = whole.shape[1] - start
        whole[:, start:] += play(replace(written, notes=tuple(notes)), BEAT_S, room, 1, start_s=start_s)
    return whole


@pytest.mark.parametrize("name", ["electric_piano", "clean_guitar", "organ", "vibraphone", "piano"])
def test_a_part_sounds_as_it_does_in_the_whole_song(name):
    """Rotors, tremolos and choruses go on over a border, and the same notes have the same tones there."""
    notes = [(n * 0.45, 0.4, 60 + n % 2 * 4, 90) for n in range(18)]  # all variants have had their turn
    written = track(name, *notes)
    whole = play(written, BEAT_S, 9 * SAMPLE_RATE, 1)
    parts = _in_two_parts(written, 5.4, 9.0)
    levels = [10 * np.log10(np.square(sound).reshape(2, -1, 1600).mean(2) + 1e-6) for sound in (whole, parts)]
    assert np.abs(levels[0] - levels[1]).mean() < 0.5


def test_a_texture_flows_over_a_border():
    """Rain that is cut into two notes neither dips nor doubles where they meet, and does not repeat."""
    written = track("rain", (0.0, 4.0, 60, 90), (4.0, 4.0, 60, 90))
    sound = _in_two_parts(written, 4.0, 8.0)
    level = 10 * np.log10(np.square(sound).reshape(2, -1, 9600).mean((0, 2)))
    steady = level[5:-5]
    assert np.ptp(steady) < 3.0
    assert abs(np.corrcoef(sound[0, 48_000:96_000], sound[0, 240_000:288_000])[0, 1]) < 0.2
