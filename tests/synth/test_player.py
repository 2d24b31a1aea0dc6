import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.errors import InvalidValue
from songwright.song.instruments import INSTRUMENTS, Drum, Family, Role
from songwright.song.score import Note, Track
from songwright.synth.player import play
from tests.synth.hearing import band_db, centroid_hz, part, rms, sound_of, track, tuning_cents

PITCHED = [name for name, row in INSTRUMENTS.items() if row.family not in (Family.KIT, Family.TEXTURE)]
TEXTURES = [name for name, row in INSTRUMENTS.items() if row.family is Family.TEXTURE]
KITS = [name for name, row in INSTRUMENTS.items() if row.family is Family.KIT]
ENSEMBLES = {
    "strings",
    "tremolo_strings",
    "choir",
    "supersaw",
    "synth_pad",
    "warm_pad",
    "french_horn",
    "brass",
}
DYING = [
    "piano",
    "nylon_guitar",
    "steel_guitar",
    "banjo",
    "harp",
    "pizzicato_strings",
    "marimba",
    "synth_pluck",
    "upright_bass",
    "electric_bass",
    "vibraphone",
    "music_box",
    "bells",
    "harpsichord",
]
HELD = [
    "organ",
    "church_organ",
    "accordion",
    "harmonica",
    "strings",
    "violin",
    "cello",
    "choir",
    "trumpet",
    "trombone",
    "french_horn",
    "brass",
    "saxophone",
    "clarinet",
    "flute",
    "synth_lead",
    "supersaw",
    "synth_pad",
    "warm_pad",
    "distorted_guitar",
]


def phrase(name, velocity=90):
    """What the instrument may play: a beat, a line or chords over two and a half seconds."""
    row = INSTRUMENTS[name]
    if row.family is Family.KIT:
        beat = (Drum.KICK, Drum.CLOSED_HAT, Drum.SNARE, Drum.OPEN_HAT)
        return [(n * 0.25, 0.2, beat[n % 4], velocity) for n in range(10)]
    middle = (row.low + row.high) // 2
    chord = (0,) if row.family in (Family.BASS, Family.WIND, Family.BRASS) else (0, 4, 7)
    return [(n * 0.5, 0.45, middle + (0, 2, 4, 5, 7)[n] + k, velocity) for n in range(5) for k in chord]


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_plays_clean_sound_at_a_common_level(name):
    """Stereo, finite, without DC, near -20 dBFS, within full scale, nothing folded above hearing."""
    sound = sound_of(name, *phrase(name), seconds=2.5)
    assert sound.shape == (2, int(2.5 * SAMPLE_RATE))
    assert sound.dtype == np.float32
    assert np.isfinite(sound).all()
    assert abs(sound.mean()) < 2e-3
    assert np.abs(sound).max() < 1.1
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


@pytest.mark.parametrize("name", DYING)
def test_a_plucked_or_struck_note_dies_away(name):
    """The second second is softer than the first by more than a few dB."""
    row = INSTRUMENTS[name]
    sound = sound_of(name, (0.0, 3.0, (row.low + row.high) // 2, 90))
    assert rms(part(sound, 1.2, 1.6)) < 0.7 * rms(part(sound, 0.05, 0.45))


@pytest.mark.parametrize("name", HELD)
def test_a_bowed_blown_or_electronic_note_is_held(name):
    """A note is as loud after a second and a half as at first, and gone a second after its end."""
    row = INSTRUMENTS[name]
    sound = sound_of(name, (0.0, 2.5, (row.low + row.high) // 2, 90), seconds=4.5)
    assert rms(part(sound, 1.5, 2.3)) > 0.5 * rms(part(sound, 0.2, 1.0))
    assert rms(part(sound, 3.6, 4.4)) < 1e-3 * rms(part(sound, 0.2, 1.0))


@pytest.mark.parametrize("name", PITCHED)
def test_a_note_ends_without_a_click(name):
    """Where a note is released, the wave bends no more sharply than while the note sounds."""
    row = INSTRUMENTS[name]
    sound = sound_of(name, (0.0, 0.8, (row.low + row.high) // 2, 90), seconds=4.0)
    bend = np.abs(np.diff(sound[0], 2))
    held, released = bend[: int(0.79 * SAMPLE_RATE)].max(), bend[int(0.799 * SAMPLE_RATE) :].max()
    assert released < max(held, 2e-3)
    assert sound[:, -1].max() == 0.0


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


def test_every_instrument_has_a_sound_of_its_own():
    """No two pitched instruments share their spectrum, and no two kits."""
    for names in (PITCHED, KITS):
        prints = {}
        for name in names:
            sound = sound_of(name, *phrase(name), seconds=1.0)
            power = np.abs(np.fft.rfft(sound[0])) ** 2
            prints[name] = np.add.reduceat(power, np.unique(np.geomspace(40, len(power) - 1, 60).astype(int)))
        for name, first in prints.items():
            for other, second in prints.items():
                alike = (first * second).sum() / np.sqrt((first**2).sum() * (second**2).sum())
                assert name == other or alike < 0.99999, (name, other)


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
    pitch = Drum.SNARE if name in KITS else 64
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
