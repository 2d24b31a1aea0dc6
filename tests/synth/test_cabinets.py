import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.synth import cabinets
from tests.synth.hearing import band_db, rms, spectrum

FRAMES = 4 * SAMPLE_RATE  # longer than a chunk
FINISHES = [
    cabinets.clean_amplifier,
    cabinets.muted_amplifier,
    cabinets.overdriven_amplifier,
    cabinets.distorted_amplifier,
    cabinets.steel_amplifier,
    cabinets.rotary_speaker,
    cabinets.panning_tremolo,
    cabinets.vane_tremolo,
    cabinets.chorus,
]


def tone(hz=440.0, level=0.3):
    """A stereo sine."""
    wave = level * np.sin(2 * np.pi * hz * np.arange(FRAMES) / SAMPLE_RATE)
    return np.stack([wave, wave]).astype(np.float32)


@pytest.mark.parametrize("finish", FINISHES)
def test_chunks_leave_no_seam(finish):
    """Across the edges of the chunks the wave bends no more sharply than elsewhere."""
    sound = tone()
    finish(sound)
    bend = np.abs(np.diff(sound, 2, axis=1))[:, SAMPLE_RATE:-200]
    edge = (1 << 17) * np.arange(1, FRAMES // (1 << 17) + 1) - SAMPLE_RATE
    near = np.concatenate([bend[:, e - 4 : e + 4] for e in edge], axis=1)
    assert np.isfinite(sound).all()
    assert near.max() <= 1.5 * np.quantile(bend, 0.999) + 1e-5


@pytest.mark.parametrize("finish", FINISHES)
def test_silence_stays_silent(finish):
    """No hum, no offset."""
    sound = np.zeros((2, FRAMES), np.float32)
    finish(sound)
    assert np.abs(sound).max() < 1e-6


def test_distortion_adds_harmonics_below_the_speakers_limit():
    """A sine becomes rich, but nothing is heard above the loudspeaker."""
    sound = tone(220.0)
    cabinets.distorted_amplifier(sound)
    assert band_db(sound[0], 600.0, 5000.0) > -12
    assert band_db(sound[0], 12_000.0, 24_000.0) < -60


def test_distortion_does_not_fold_back():
    """Between the harmonics of a driven sine there is nothing worth hearing."""
    sound = tone(1870.0)
    cabinets.distorted_amplifier(sound)
    power, hz = spectrum(sound[0, SAMPLE_RATE:])
    distance = np.abs(hz / 1870.0 - np.round(hz / 1870.0)) * 1870.0
    assert 10 * np.log10(power[distance > 20].sum() / power.sum()) < -50


def test_a_rotary_speaker_turns_faster_where_the_player_digs_in():
    """The level wavers below 2 Hz in the soft part and near 6 Hz in the loud one."""
    sound = np.concatenate(
        [tone(1500.0, 0.05)[:, : 4 * SAMPLE_RATE], tone(1500.0, 0.5), tone(1500.0, 0.5)], axis=1
    )
    cabinets.rotary_speaker(sound)

    def speed_hz(part):
        level = np.sqrt(np.mean(part[: len(part) // 480 * 480].reshape(-1, 480) ** 2, axis=1))
        wave = np.abs(np.fft.rfft((level - level.mean()) * np.hanning(len(level)), 8192))
        return np.argmax(wave) * 100.0 / 8192

    assert speed_hz(sound[0, : int(3.9 * SAMPLE_RATE)]) < 2.0
    assert 5.5 < speed_hz(sound[0, 8 * SAMPLE_RATE :]) < 7.2


def test_the_electric_pianos_tremolo_moves_between_the_sides():
    """When left is loud, right is soft."""
    sound = tone()
    cabinets.panning_tremolo(sound)
    level = np.sqrt(np.mean(sound.reshape(2, -1, 1600) ** 2, axis=2))
    assert np.corrcoef(level)[0, 1] < -0.9
    assert rms(sound) == pytest.approx(rms(tone()), rel=0.05)
