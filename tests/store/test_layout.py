import multiprocessing
import os
import stat

import pytest

from songwright.errors import DataFolderBusy, DiskFull, StoreError
from songwright.store.layout import _store_errors, open_data_folder


@pytest.fixture
def folder(tmp_path):
    with open_data_folder(tmp_path / "data") as folder:
        yield folder


def test_a_new_data_folder_is_private(tmp_path):
    """Lyrics are nobody else's business."""
    with open_data_folder(tmp_path / "a" / "b") as folder:
        assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
        assert folder.songs.is_dir()


def test_a_data_folder_has_one_owner(folder):
    """The second is told who the first is; afterwards it is free."""
    with pytest.raises(DataFolderBusy, match=f"process {os.getpid()}"), open_data_folder(folder.root):
        pass


def _own(path, connection):
    with open_data_folder(path):
        connection.send(True)
        multiprocessing.Event().wait()


def test_the_lock_goes_with_its_process(tmp_path):
    """kill -9 leaves no stale lock."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=_own, args=(tmp_path, theirs))
    process.start()
    assert mine.recv() is True
    with pytest.raises(DataFolderBusy), open_data_folder(tmp_path):
        pass
    process.kill()
    process.join()
    with open_data_folder(tmp_path):
        pass
    mine.close()
    theirs.close()


def test_a_folder_that_cannot_be_made_says_why(tmp_path):
    """In one line, with the path."""
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(StoreError, match=r"file/data: .*[Nn]ot a directory"),
        open_data_folder(tmp_path / "file" / "data"),
    ):
        pass


def test_an_attempt_begins_in_an_empty_folder(folder):
    """Whatever lay there is gone."""
    (folder.begin("job", 1) / "old").write_text("x")
    assert list(folder.begin("job", 1).iterdir()) == []
    assert folder.attempt("job", 1) == folder.songs / "job" / "1"


def test_a_kept_attempt_stays_and_a_discarded_one_goes(folder):
    """With its job's folder, once that is empty."""
    for attempt in (1, 2):
        (folder.begin("job", attempt) / "song.mp3").write_text("x")
    folder.keep("job", 2)
    folder.discard("job", 1)
    assert [path.name for path in (folder.songs / "job").iterdir()] == ["2"]
    folder.discard("job", 2)
    folder.discard("job", 2)
    assert not (folder.songs / "job").exists()


def test_keeping_brings_nested_files_to_the_disk(folder):
    """Stems lie in a folder of their own; a missing attempt is an error, for its row would lie."""
    stems = folder.begin("job", 1) / "song.stems"
    stems.mkdir()
    (stems / "bass.wav").write_bytes(b"x" * 100_000)
    folder.keep("job", 1)
    with pytest.raises(StoreError):
        folder.keep("job", 2)


def test_a_full_disk_is_told_as_such(folder):
    """ENOSPC from the real kernel, by way of /dev/full."""
    with (
        pytest.raises(DiskFull, match="full"),
        _store_errors(folder.root),
        open("/dev/full", "wb", buffering=0) as full,
    ):
        full.write(b"x")


def test_the_sweep_removes_lost_attempts_only(folder):
    """Kept results stay, and so does everything of jobs that the database does not know."""
    for job, attempt in (("done", 1), ("done", 2), ("lost", 1), ("stranger", 1)):
        (folder.begin(job, attempt) / "song.mp3").write_text("x")
    assert folder.sweep({"done": 2, "lost": None}) == 2
    left = sorted(str(path.relative_to(folder.songs)) for path in folder.songs.rglob("*.mp3"))
    assert left == ["done/2/song.mp3", "stranger/1/song.mp3"]
    assert not (folder.songs / "lost").exists()


def test_the_sweep_passes_over_what_is_no_attempt(folder):
    """A file by a job's name is left alone; an empty folder of a known job goes."""
    (folder.songs / "done").touch()
    (folder.songs / "lost").mkdir()
    assert folder.sweep({"done": 1, "lost": None}) == 0
    assert [path.name for path in folder.songs.iterdir()] == ["done"]


def test_songs_that_cannot_be_listed_are_told_in_one_line(folder):
    """The start of a server ends with an error of ours and not with a traceback."""
    folder.songs.rmdir()
    folder.songs.touch()
    with pytest.raises(StoreError, match="Not a directory"):
        folder.sweep({})


def test_free_room_is_that_of_the_disk(folder):
    """As statvfs says."""
    free = os.statvfs(folder.root)
    assert folder.free_bytes() == pytest.approx(free.f_bavail * free.f_frsize, rel=0.05)
