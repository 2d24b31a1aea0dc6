"""A reader sees the whole file or none."""

import errno
import os
import resource
from pathlib import Path

import pytest

from songwright.audio.atomic import atomic_write
from songwright.errors import DiskFull

pytestmark = pytest.mark.fast


def test_file_appears_complete_and_alone(tmp_path: Path):
    """After a good end only the final file lies in the folder."""
    target = tmp_path / "song.txt"
    with atomic_write(target) as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".txt"
        temporary.write_text("words")
        assert not target.exists()
    assert target.read_text() == "words"
    assert os.listdir(tmp_path) == ["song.txt"]


def test_failure_keeps_the_old_file_and_leaves_no_rest(tmp_path: Path):
    """A failing block leaves what was there before and nothing else."""
    target = tmp_path / "song.txt"
    target.write_text("old")

    def fail():
        with atomic_write(target) as temporary:
            temporary.write_text("half")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        fail()
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["song.txt"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_told_as_such(tmp_path: Path, code: int):
    """Disk, quota and file-size limit become DiskFull with the path and the bytes needed."""
    target = tmp_path / "song.txt"

    def fail():
        with atomic_write(target, needed_bytes=12_345) as temporary:
            temporary.write_text("half")
            raise OSError(code, os.strerror(code))

    with pytest.raises(DiskFull, match=r"song\.txt.*12,345"):
        fail()
    assert os.listdir(tmp_path) == []


def test_other_errors_of_the_system_pass_through(tmp_path: Path):
    """A missing folder is not a full disk."""
    with pytest.raises(FileNotFoundError), atomic_write(tmp_path / "no" / "song.txt") as temporary:
        temporary.write_text("words")


def test_real_file_size_limit_is_no_room(tmp_path: Path):
    """The operating system's own limit ends in DiskFull and an empty folder."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(DiskFull), atomic_write(tmp_path / "song.txt") as temporary:
            temporary.write_bytes(bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert os.listdir(tmp_path) == []
