"""Sound files are whole, tagged, of the right length, and below the ceiling."""

import os
import resource
from pathlib import Path

import numpy as np
import pytest
import soundfile

from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.audio.files import (
    AUDIO_FORMATS,
    StemWriter,
    Tags,
    encode_checked,
    read_blocks,
    read_clip,
    write_clip,
)
from songwright.audio.loudness import true_peak_dbtp
from songwright.errors import DiskFull, InvalidValue, NotFound, StoreError
from tests.audio.signals import coloured_noise, rms_db, sine, stereo

TAGS = Tags(title="Tïtle", software="Songwright", genre="Pop", comment="a comment", date="2026-01-02")


@pytest.fixture
def clip() -> Clip:
    return Clip(coloured_noise(3.0))


@pytest.mark.parametrize("audio_format", AUDIO_FORMATS)
def test_every_format_keeps_length_place_and_sound(tmp_path: Path, clip: Clip, audio_format: str):
    """Decoding gives the same number of frames, not shifted, with most of the waveform."""
    path = tmp_path / f"song.{audio_format}"
    write_clip(path, clip, audio_format, TAGS)
    back = read_clip(path)
    assert back.sample_rate == SAMPLE_RATE
    assert back.samples.shape == clip.samples.shape
    error_db = rms_db(back.samples - clip.samples) - rms_db(clip.samples)
    assert error_db < (-70.0 if audio_format in ("wav", "flac") else -12.0)
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("audio_format", AUDIO_FORMATS)
def test_tags_are_kept(tmp_path: Path, clip: Clip, audio_format: str):
    """Title, genre and comment can be read back from every format."""
    path = tmp_path / "song"
    write_clip(path, clip, audio_format, TAGS)
    with soundfile.SoundFile(path) as file:
        kept = file.copy_metadata()
    assert kept["title"] == "Tïtle"
    assert kept["genre"] == "Pop"
    assert kept["comment"] == "a comment"
    assert kept["date"].startswith("2026")


@pytest.mark.parametrize(("audio_format", "low", "high"), [("mp3", 150, 320), ("opus", 130, 320)])
def test_lossy_bit_rate_is_generous(tmp_path: Path, clip: Clip, audio_format: str, low: int, high: int):
    """Dense sound gets a bit rate that is transparent to most."""
    path = tmp_path / "song"
    write_clip(path, clip, audio_format)
    kbit_per_s = path.stat().st_size * 8 / clip.duration_s / 1000
    assert low < kbit_per_s < high


def test_16_bit_dither_turns_distortion_into_noise(tmp_path: Path):
    """A tone of half a step survives; without dither it would be digital silence."""
    faint = sine(1000.0, 2.0, peak=0.5 / 32768)
    write_clip(tmp_path / "a.wav", faint, "wav")
    spectrum = np.abs(np.fft.rfft(read_clip(tmp_path / "a.wav").samples[0]))
    assert int(np.argmax(spectrum)) == 2000
    assert spectrum[2000] > 10 * np.median(spectrum)


def test_silence_stays_digital_silence(tmp_path: Path):
    """Dither is left out where there is nothing."""
    write_clip(tmp_path / "a.wav", Clip(np.zeros((2, 48_000), np.float32)), "wav")
    assert not read_clip(tmp_path / "a.wav").samples.any()


def test_same_clip_gives_same_bytes(tmp_path: Path, clip: Clip):
    """Dither and coding are deterministic."""
    for name in ("a", "b"):
        write_clip(tmp_path / name, clip, "wav", TAGS)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_24_bits_are_finer_than_16(tmp_path: Path, clip: Clip):
    """The error of 24 bits lies below -130 dBFS."""
    write_clip(tmp_path / "a.wav", clip, "wav", bit_depth=24)
    assert rms_db(read_clip(tmp_path / "a.wav").samples - clip.samples) < -130.0


def test_stem_comes_back_in_blocks(tmp_path: Path, clip: Clip):
    """A stem's blocks joined are the stem, to 24 bits."""
    writer = StemWriter(tmp_path / "bass.wav")
    for start in range(0, clip.frames, 50_000):
        writer.write(clip.samples[:, start : start + 50_000])
    writer.close()
    joined = np.concatenate(list(read_blocks(writer.path)), axis=1)
    assert joined.shape == clip.samples.shape
    assert np.abs(joined - clip.samples).max() < 2.0**-22
    head = clip.samples[:, 1_000:3_000]
    writer.add_to_start(head)
    added = read_clip(writer.path).samples
    assert np.abs(added[:, :2_000] - joined[:, :2_000] - head).max() < 2.0**-21
    assert np.array_equal(added[:, 2_000:], joined[:, 2_000:])


def test_memory_map_is_written_as_it_is(tmp_path: Path, clip: Clip):
    """A clip may lie in a file."""
    mapped = np.memmap(tmp_path / "raw", np.float32, "w+", shape=clip.samples.shape)
    mapped[:] = clip.samples
    write_clip(tmp_path / "a.flac", Clip(mapped), "flac", bit_depth=24)
    assert np.abs(read_clip(tmp_path / "a.flac").samples - clip.samples).max() < 2.0**-22


def test_other_sample_rates_are_resampled(tmp_path: Path):
    """A tone at 44.1 kHz keeps its pitch and length at 48 kHz."""
    at = np.arange(44_100) / 44_100
    soundfile.write(tmp_path / "a.wav", np.sin(2 * np.pi * 1000 * at), 44_100)
    back = read_clip(tmp_path / "a.wav")
    assert back.samples.shape == (1, 48_000)
    assert int(np.argmax(np.abs(np.fft.rfft(back.samples[0])))) == 1000


@pytest.mark.parametrize("audio_format", ["mp3", "opus"])
def test_lossy_peaks_are_brought_below_the_ceiling(tmp_path: Path, audio_format: str):
    """Sound at -1 dBTP overshoots when coded; the checked file does not."""
    samples = coloured_noise(4.0, seed=3, peak=3.0)
    hot = np.clip(samples, -0.85, 0.85)
    ceiling = true_peak_dbtp(Clip(hot))
    write_clip(tmp_path / "plain", Clip(hot), audio_format)
    assert true_peak_dbtp(read_clip(tmp_path / "plain")) > ceiling
    peak = encode_checked(tmp_path / "checked", Clip(hot), audio_format, ceiling_dbtp=ceiling)
    assert peak <= ceiling
    assert true_peak_dbtp(read_clip(tmp_path / "checked")) == pytest.approx(peak, abs=0.01)


@pytest.mark.parametrize("audio_format", AUDIO_FORMATS)
def test_no_room_leaves_nothing_behind(tmp_path: Path, audio_format: str):
    """When the system stops the writing at any point, the folder is as it was and the error says why."""
    clip = Clip(coloured_noise(4.0))
    for limit in (1, 20_000, 60_000):
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        try:
            with pytest.raises(DiskFull, match=r"song\.x"):
                encode_checked(tmp_path / "song.x", clip, audio_format)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("audio_format", "bit_depth"), [("ogg", 16), ("", 16), ("wav", 20)])
def test_unknown_formats_are_refused(tmp_path: Path, clip: Clip, audio_format: str, bit_depth: int):
    """The message names what is allowed."""
    with pytest.raises(InvalidValue, match=r"mp3|16 or 24"):
        write_clip(tmp_path / "a", clip, audio_format, bit_depth=bit_depth)


def test_reading_what_is_no_sound_is_told(tmp_path: Path):
    """A missing file and a text file are different faults."""
    with pytest.raises(NotFound):
        read_clip(tmp_path / "missing.wav")
    (tmp_path / "text.wav").write_text("not sound")
    with pytest.raises(StoreError):
        read_clip(tmp_path / "text.wav")


def test_mono_is_written_as_mono(tmp_path: Path):
    """One channel in, one channel out."""
    write_clip(tmp_path / "a.wav", Clip(stereo(np.ones(100) * 0.5)[:1]), "wav")
    assert read_clip(tmp_path / "a.wav").channels == 1
