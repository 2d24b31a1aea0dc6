"""Worker processes that render side by side."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from songwright.engine.pool import RenderPool
from songwright.errors import JobCancelled, RenderFailed


@dataclass(frozen=True)
class Square:
    number: int
    delay_s: float = 0.0

    def __call__(self) -> tuple[int, int]:
        time.sleep(self.delay_s)
        return self.number**2, os.getpid()


@dataclass(frozen=True)
class Die:
    def __call__(self) -> tuple[int, int]:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0, 0


@dataclass(frozen=True)
class Note:
    """Leaves one file when it begins and one when it ends."""

    folder: Path
    number: int

    def __call__(self) -> None:
        (self.folder / f"begun {self.number}").touch()
        time.sleep(0.5)
        (self.folder / f"ended {self.number}").touch()


def nothing() -> None:
    pass


@pytest.mark.parametrize("workers", [1, 2])
def test_every_task_gives_its_own_result(workers: int):
    """Indices belong to tasks, whatever the order of finishing."""
    pool = RenderPool(workers)
    try:
        pool.warm_up()
        results = dict(pool.run([Square(3, 0.3), Square(4), Square(5)], nothing))
    finally:
        pool.close()
    assert {index: square for index, (square, _) in results.items()} == {0: 9, 1: 16, 2: 25}
    assert (os.getpid() in {pid for _, pid in results.values()}) is (workers == 1)


def test_a_dead_worker_is_an_error_and_the_pool_goes_on():
    """A process killed for memory fails this song only; the next one gets new processes."""
    pool = RenderPool(2)
    try:
        with pytest.raises(RenderFailed, match="process died"):
            list(pool.run([Die()], nothing))
        assert [result[0] for _, result in pool.run([Square(2)], nothing)] == [4]
    finally:
        pool.close()


def test_no_task_outlives_the_call_that_runs_it(tmp_path: Path):
    """Whoever gives up may remove the folder: what waits is dropped, what runs is finished."""
    pool = RenderPool(2)

    def cancel() -> None:
        if any(tmp_path.iterdir()):
            raise JobCancelled("cancelled")

    try:
        with pytest.raises(JobCancelled):
            list(pool.run([Note(tmp_path, number) for number in range(20)], cancel))
        names = {path.name for path in tmp_path.iterdir()}
    finally:
        pool.close()
    begun = {name for name in names if name.startswith("begun")}
    assert 0 < len(begun) < 20
    assert {name.replace("ended", "begun") for name in names} == begun
    assert len(names) == 2 * len(begun)
    assert {path.name for path in tmp_path.iterdir()} == names


def test_workers_end_with_a_killed_parent(tmp_path: Path):
    """kill -9 of the parent leaves no process behind."""
    script = tmp_path / "parent.py"
    script.write_text(
        "import time\n"
        "from tests.engine.test_pool import Square, nothing\n"
        "from songwright.engine.pool import RenderPool\n"
        "if __name__ == '__main__':\n"
        "    pool = RenderPool(2)\n"
        "    tasks = [Square(number, 0.2) for number in range(4)]\n"
        "    print({pid for _, (_, pid) in pool.run(tasks, nothing)}, flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment
    ) as parent:
        assert parent.stdout is not None
        pids = eval(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 10
    while any(alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in pids)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
