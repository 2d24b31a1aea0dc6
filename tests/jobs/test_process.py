import os
import signal
import subprocess
import sys

import pytest

from songwright.jobs.process import Bell, WorkerDied, WorkerProcess
from tests.jobs.executors import executor, wait_for

PARENT = """
import sys, time
from songwright.jobs.process import Bell, WorkerProcess
from tests.jobs.executors import executor

if __name__ == "__main__":
    bell = Bell()
    worker = WorkerProcess(executor)
    while worker.receive(1.0, bell.fileno) is None:
        pass
    worker.send({"do": "execute", "token": "1", "payload": {"do": "sleep deaf", "value": 60}, "folder": "/"})
    print(worker.pid, flush=True)
    time.sleep(60)
"""


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_worker_ends_when_its_server_is_killed(tmp_path):
    """kill -9 of the server alone: the busy worker notices and goes, too."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert alive(worker)
        parent.kill()
    wait_for(lambda: not alive(worker), 5.0)


def test_signals_of_a_terminal_are_left_to_the_server():
    """Ctrl-C and a group-wide SIGTERM do not end the worker under a running job."""
    bell, worker = Bell(), WorkerProcess(executor)
    try:
        wait_for(lambda: worker.receive(1.0, bell.fileno))
        assert worker.pid is not None
        for number in (signal.SIGINT, signal.SIGTERM):
            os.kill(worker.pid, number)
        worker.send({"do": "execute", "token": "1", "payload": {"do": "fail", "value": "x"}, "folder": "/"})
        message = wait_for(lambda: worker.receive(1.0, bell.fileno))
        assert (message["is"], message["error"]) == ("failed", "x")
    finally:
        worker.end(3.0)
        bell.close()


def test_a_dead_worker_says_how_it_died():
    """Both when it is told something and when it is listened to."""
    bell, worker = Bell(), WorkerProcess(executor)
    wait_for(lambda: worker.receive(1.0, bell.fileno))
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGSEGV)
    with pytest.raises(WorkerDied, match="SIGSEGV"):
        wait_for(lambda: worker.receive(1.0, bell.fileno))
    with pytest.raises(WorkerDied, match="SIGSEGV"):
        worker.send({"do": "stop"})
    worker.end(3.0)
    worker.end(3.0)
    bell.close()


def test_the_bell_ends_a_wait_and_never_blocks():
    """Rung more often than a pipe holds, silenced once in a while."""
    bell, worker = Bell(), WorkerProcess(executor)
    wait_for(lambda: worker.receive(1.0, bell.fileno))
    for _ in range(100_000):
        bell.ring()
    assert worker.receive(3_600.0, bell.fileno) is None
    bell.silence()
    bell.silence()
    assert worker.receive(0.05, bell.fileno) is None
    worker.end(3.0)
    bell.close()
    bell.ring()
