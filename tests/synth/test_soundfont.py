import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from songwright.audio.clip import SAMPLE_RATE
from songwright.errors import InvalidValue
from songwright.song.instruments import INSTRUMENTS, Drum, Role
from songwright.song.score import Note, Track
from songwright.synth.player import play
from songwright.synth.soundfont import SoundFont
from tests.synth.hearing import part, rms, sound_of, track, tuning_cents
from tests.synth.soundfonts import soundfont, tone

LOOPED = (54, 1)
PIANO = (0, 0)
PERIOD = 1200  # points; eleven periods of 440 Hz at 48 kHz


@pytest.fixture
def opened(tmp_path):
    """Opens a file written from presets."""

    def write(*presets, **sample):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sf2"
        path.write_bytes(soundfont(list(presets), **sample))
        return SoundFont.open(path)

    return write


def piano(font, *notes, seconds=2.0):
    """Piano notes of (start s, duration s, pitch, velocity) through a SoundFont."""
    return play(track("piano", *notes), 0.5, int(seconds * SAMPLE_RATE), 1, font)


def test_a_file_says_its_name(opened):
    """The INFO chunk is read."""
    assert opened((*PIANO, [], [[LOOPED]])).name == "Tiny"


@pytest.mark.parametrize("pitch", [45, 69, 76, 93])
def test_samples_are_played_at_the_notes_pitch(opened, pitch):
    """The root key, the sample rate and the note together give the frequency."""
    font = opened((*PIANO, [], [[LOOPED]]), loop=(PERIOD, 11 * PERIOD))
    assert tuning_cents(part(piano(font, (0.0, 1.5, pitch, 100)), 0.1, 1.4), pitch) == pytest.approx(
        0.0, abs=0.5
    )


def test_tuning_generators_and_correction_add_up(opened):
    """Coarse, fine, the preset's offset and the sample's own correction."""
    zone = [LOOPED, (51, 2), (52, -30)]
    font = opened((*PIANO, [(52, 10)], [zone]), loop=(PERIOD, 11 * PERIOD), correction=5)
    sound = piano(font, (0.0, 1.5, 60, 100))
    assert tuning_cents(part(sound, 0.1, 1.4), 62) == pytest.approx(-15.0, abs=1.0)


def test_a_scale_tuning_of_zero_plays_every_key_alike(opened):
    """Percussion mapped over keys keeps its pitch."""
    font = opened((*PIANO, [], [[LOOPED, (56, 0), (58, 60)]]), loop=(PERIOD, 11 * PERIOD))
    for key in (50, 72):
        assert tuning_cents(part(piano(font, (0.0, 1.5, key, 100)), 0.1, 1.4), 69) == pytest.approx(
            0, abs=0.5
        )


def test_a_loop_sounds_as_long_as_the_note_and_a_single_shot_ends(opened):
    """Half a second of sample: looped it lasts, unlooped it stops."""
    looped = piano(opened((*PIANO, [], [[LOOPED]]), loop=(PERIOD, 11 * PERIOD)), (0.0, 1.5, 69, 100))
    once = piano(opened((*PIANO, [], [[]])), (0.0, 1.5, 69, 100))
    assert rms(part(looped, 1.0, 1.4)) == pytest.approx(rms(part(looped, 0.1, 0.4)), rel=0.02)
    assert rms(part(once, 0.6, 1.4)) < 1e-4


def test_loop_mode_three_leaves_the_loop_at_the_notes_end(opened):
    """The rest of the sample, here silence, follows the release of the key."""
    points = np.concatenate([tone(), np.zeros(4800, "<i2"), tone(880.0, 0.3)])
    zone = [(54, 3), (38, 1200)]
    font = opened((*PIANO, [], [zone]), sample=points, loop=(PERIOD, 11 * PERIOD))
    sound = piano(font, (0.0, 0.3, 69, 100))
    assert tuning_cents(part(sound, 0.05, 0.3), 69) == pytest.approx(0.0, abs=3.0)
    assert abs(tuning_cents(part(sound, 0.66, 0.9), 81)) < 8.0


def test_the_envelope_attacks_decays_and_releases(opened):
    """A second of attack, decay to 20 dB below, a release of half a second."""
    slow = piano(opened((*PIANO, [], [[LOOPED, (34, 0)]]), loop=(PERIOD, 11 * PERIOD)), (0.0, 1.9, 69, 100))
    assert rms(part(slow, 0.2, 0.3)) == pytest.approx(0.25 * rms(part(slow, 1.2, 1.5)), rel=0.15)
    zone = [LOOPED, (36, -1200), (37, 200)]
    falls = piano(opened((*PIANO, [], [zone]), loop=(PERIOD, 11 * PERIOD)), (0.0, 1.9, 69, 100))
    half_way_db = 20 * np.log10(rms(part(falls, 0.045, 0.055)) / rms(part(falls, 1.0, 1.5)))
    assert half_way_db == pytest.approx(10.0, abs=1.0)
    zone = [LOOPED, (38, 0)]
    rings = piano(opened((*PIANO, [], [zone]), loop=(PERIOD, 11 * PERIOD)), (0.0, 0.5, 69, 100))
    fall_db = 20 * np.log10(rms(part(rings, 0.6, 0.62)) / rms(part(rings, 0.7, 0.72)))
    assert fall_db == pytest.approx(10.0, abs=1.0)


def test_velocity_attenuates_by_the_default_modulator(opened):
    """Half the velocity is 12 dB softer."""
    font = opened((*PIANO, [], [[LOOPED]]), loop=(PERIOD, 11 * PERIOD))
    sound = piano(font, (0.0, 0.5, 69, 126), (1.0, 0.5, 69, 63))
    assert 20 * np.log10(rms(part(sound, 0.1, 0.4)) / rms(part(sound, 1.1, 1.4))) == pytest.approx(
        12.04, abs=0.1
    )


def test_zones_are_chosen_by_key_and_velocity(opened):
    """A high zone an octave up, and a loud zone a fifth up."""
    low, high = [LOOPED, (43, 59 << 8)], [LOOPED, (43, 127 << 8 | 60), (51, 12)]
    font = opened((*PIANO, [], [low, high]), loop=(PERIOD, 11 * PERIOD))
    assert abs(tuning_cents(part(piano(font, (0.0, 1.0, 59, 90)), 0.1, 0.9), 59)) < 1
    assert abs(tuning_cents(part(piano(font, (0.0, 1.0, 60, 90)), 0.1, 0.9), 72)) < 1
    soft, loud = [LOOPED, (44, 63 << 8)], [LOOPED, (44, 127 << 8 | 64), (51, 7)]
    font = opened((*PIANO, [], [soft, loud]), loop=(PERIOD, 11 * PERIOD))
    assert abs(tuning_cents(part(piano(font, (0.0, 1.0, 60, 90)), 0.1, 0.9), 67)) < 1


def test_pan_and_filter(opened):
    """Hard left is silent right; a closed filter takes a high sine away."""
    font = opened((*PIANO, [], [[LOOPED, (17, -500)]]), loop=(PERIOD, 11 * PERIOD))
    left, right = piano(font, (0.0, 1.0, 69, 90))
    assert rms(right) < 1e-3 * rms(left)
    zones = [[LOOPED, (43, 69 << 8)], [LOOPED, (43, 127 << 8 | 70), (58, 70), (8, 4500)]]
    font = opened((*PIANO, [], zones), loop=(PERIOD, 11 * PERIOD))
    sound = piano(font, (0.0, 0.5, 69, 90), (1.0, 0.5, 70, 90))
    assert rms(part(sound, 1.1, 1.4)) < 0.1 * rms(part(sound, 0.1, 0.4))


def test_a_closed_hat_stops_the_open_one_by_exclusive_class(opened):
    """Drums ring to their end unless one of the same class follows."""
    zone = [LOOPED, (57, 1), (56, 0)]
    font = opened((128, 0, [], [zone]), loop=(PERIOD, 11 * PERIOD))
    hats = Track(
        "drums",
        Role.DRUMS,
        "acoustic_kit",
        (Note(0, 0.1, Drum.OPEN_HAT, 100), Note(1, 0.1, Drum.CLOSED_HAT, 1)),
    )
    sound = play(hats, 0.5, 2 * SAMPLE_RATE, 1, font)
    assert rms(part(sound, 0.3, 0.45)) > 100 * rms(part(sound, 0.6, 1.5))


def test_stems_come_out_at_the_common_level(opened):
    """-20 dBFS where something sounds, whatever the file's level."""
    font = opened((*PIANO, [(48, 400)], [[LOOPED]]), loop=(PERIOD, 11 * PERIOD))
    sound = piano(font, (0.0, 1.9, 69, 30))
    assert 20 * np.log10(rms(part(sound, 0.1, 1.8))) == pytest.approx(-20.0, abs=0.5)


def test_missing_presets_and_electronic_instruments_use_our_synthesis(opened):
    """Without a harp preset, and for a supersaw, the SoundFont changes nothing."""
    font = opened((*PIANO, [], [[LOOPED]]))
    assert font.has(INSTRUMENTS["piano"])
    assert not font.has(INSTRUMENTS["harp"])
    for name in ("harp", "supersaw"):
        ours = sound_of(name, (0.0, 0.5, 60, 90), seconds=1.0)
        assert np.array_equal(play(track(name, (0.0, 0.5, 60, 90)), 0.5, SAMPLE_RATE, 1, font), ours)


def test_a_missing_file_is_refused(tmp_path):
    """The error names the field."""
    with pytest.raises(InvalidValue, match="soundfont"):
        SoundFont.open(tmp_path / "none.sf2")


@pytest.mark.parametrize("data", [b"", b"RIFF", b"ID3 and so on", bytes(1000), b"RIFF\x04\0\0\0sfbk"])
def test_a_file_that_is_no_soundfont_is_refused(tmp_path, data):
    """Whatever it is, it is named and not read further."""
    path = tmp_path / "broken.sf2"
    path.write_bytes(data)
    with pytest.raises(InvalidValue, match="soundfont"):
        SoundFont.open(path)


def attempt(path, data):
    """Open and play whatever the bytes are; only our own error may come out."""
    path.write_bytes(data)
    try:
        font = SoundFont.open(path)
    except InvalidValue:
        return False
    sound = play(track("piano", (0.0, 0.05, 60, 90), (0.05, 0.05, 90, 20)), 0.5, 6000, 1, font)
    assert np.isfinite(sound).all()
    return True


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0.0, 1.0))
def test_a_truncated_file_never_crashes(tmp_path, share):
    """Cut anywhere, it is refused."""
    whole = soundfont([(*PIANO, [], [[LOOPED]])], sample=tone(seconds=0.02))
    assert attempt(tmp_path / "cut.sf2", whole[: int(share * (len(whole) - 1))]) is False


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0.0, 0.9999), st.integers(0, 255)), min_size=1, max_size=12))
def test_flipped_bytes_never_crash(tmp_path, changes):
    """Garbage in any place is refused or played, but it raises nothing foreign and makes no NaN."""
    data = bytearray(soundfont([(*PIANO, [(52, 3)], [[LOOPED, (8, 9000)]])], sample=tone(seconds=0.004)))
    for place, value in changes:
        data[int(place * len(data))] = value
    attempt(tmp_path / "flipped.sf2", bytes(data))
