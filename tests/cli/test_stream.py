"""The song as a wav stream while it is made."""

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile

from songwright.audio.clip import Clip
from songwright.cli.stream import WavStream, streaming
from songwright.errors import InvalidValue
from tests.audio.signals import sine


def test_a_stream_is_a_wav_file_at_any_moment():
    """A header with an open length, then 16-bit samples; each block can be read as soon as it is written."""
    file = io.BytesIO()
    stream = WavStream(file)
    tone = sine(440.0, 0.5).samples
    stream.hear(Clip(tone))
    stream.hear(Clip(tone))
    samples, rate = soundfile.read(io.BytesIO(file.getvalue()), always_2d=True)
    assert rate == 48_000
    assert np.abs(samples.T - np.concatenate([tone, tone], axis=1)).max() < 1e-4


def test_a_file_says_its_length_in_the_end(tmp_path: Path):
    """What is kept is an ordinary wav file."""
    with streaming(str(tmp_path / "a.wav")) as listen:
        assert listen is not None
        listen(sine(440.0, 0.5))
    header = (tmp_path / "a.wav").read_bytes()[:44]
    assert int.from_bytes(header[40:44], "little") == 4 * 24_000
    assert soundfile.info(tmp_path / "a.wav").frames == 24_000


def test_what_was_heard_before_a_stop_can_be_played(tmp_path: Path):
    """Ctrl-C leaves a wav file that says the length of what is in it."""

    def stopped() -> None:
        with streaming(str(tmp_path / "a.wav")) as listen:
            assert listen is not None
            listen(sine(440.0, 0.5))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    header = (tmp_path / "a.wav").read_bytes()[:44]
    assert int.from_bytes(header[40:44], "little") == 4 * 24_000


def test_a_named_pipe_is_streamed_to(tmp_path: Path):
    """A pipe cannot be sought in; the song is not lost for it."""
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    with streaming(str(pipe)) as listen:
        assert listen is not None
        listen(sine(440.0, 0.5))
    reader.join()
    samples, rate = soundfile.read(io.BytesIO(heard[0]), always_2d=True)
    assert (rate, len(samples)) == (48_000, 24_000)


@pytest.mark.parametrize("target", ["/nowhere/a.wav", ".", "a\0b"])
def test_a_place_that_cannot_be_written_is_refused(target: str):
    """The message names the option and what it may be."""
    with pytest.raises(InvalidValue, match=r"stream: .*- or a file that can be written"), streaming(target):
        pass


def test_nobody_asked():
    """Without the option there is no listener."""
    with streaming(None) as listen:
        assert listen is None


def test_a_listener_who_goes_away_is_not_missed():
    """A closed pipe ends the stream and not the song."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb", buffering=0) as file:
        stream = WavStream(file)
        os.close(reading)
        stream.hear(sine(440.0, 0.5))
        stream.hear(sine(440.0, 0.5))


@pytest.mark.slow
def test_the_command_streams_to_standard_output(tmp_path: Path):
    """Sound on standard output, the report on standard error, the song in its file."""
    command = [sys.executable, "-m", "songwright", "make", "ambient pad, instrumental", "--duration", "5"]
    result = subprocess.run(
        [*command, "--seed", "1", "--workers", "1", "--stream", "-", "-o", str(tmp_path / "a.wav")],
        capture_output=True,
        check=True,
        env={**os.environ, "SONGWRIGHT_HOME": str(tmp_path)},
    )
    samples, rate = soundfile.read(io.BytesIO(result.stdout), always_2d=True)
    kept = soundfile.info(tmp_path / "a.wav")
    assert (rate, len(samples)) == (48_000, kept.frames)
    assert np.abs(samples).max() > 0.1
    assert b"Measured" in result.stderr
