"""Real servers for tests: `songwright serve` with the studio engine, or a tiny one that makes sine tones."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

SONGWRIGHT = [sys.executable, "-m", "songwright", "serve", "--port", "0"]
TINY = [sys.executable, "-m", "tests.server.tiny"]
ROOT = Path(__file__).parent.parent.parent


class RunningServer:
    """A server in a process group of its own.

    Args:
        command: what to run; it must announce its address on stdout.
        data: the data folder.
        environment: further variables.
    """

    def __init__(self, command: list[str], data: Path, **environment: str) -> None:
        variables = {**os.environ, "SONGWRIGHT_DATA_DIR": str(data), "OMP_NUM_THREADS": "1", **environment}
        self.log = data.parent / "server.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=log,
                env=variables,
                cwd=ROOT,
                start_new_session=True,
            )
        assert self.process.stdout is not None
        self.announced = self.process.stdout.readline().decode()
        match = re.search(r"listens on (http://\S+)", self.announced)
        assert match, f"no address in {self.announced!r}; log: {self.log.read_text()[-3_000:]}"
        self.url = match[1]
        self.client = httpx.Client(base_url=self.url, timeout=30.0, trust_env=False)

    def get(self, path: str, **options: Any) -> httpx.Response:
        """GET a path."""
        return self.client.get(path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        """POST to a path."""
        return self.client.post(path, **options)

    def order(self, **fields: Any) -> str:
        """Order a song; gives the task id."""
        answer = self.post("/release_task", json=fields)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["data"]["task_id"])

    def item(self, task_id: str) -> dict[str, Any]:
        """What the server says about one task."""
        answer = self.post("/query_result", json={"task_id_list": [task_id]})
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()["data"][0]
        return found

    def wait(self, task_id: str, seconds: float = 60.0) -> dict[str, Any]:
        """Poll until a task has ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.item(task_id)
            if found["status"] != 0:
                return found
            time.sleep(0.05)
        raise AssertionError(f"{found} after {seconds} s; log: {self.log.read_text()[-3_000:]}")

    def kill_group(self) -> None:
        """kill -9 of the server and all its processes, at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self._reap()

    def stop(self, number: int = signal.SIGTERM, seconds: float = 20.0) -> int:
        """Ask the server to stop; gives its exit status. Leaves alone what it leaves behind."""
        self.process.send_signal(number)
        return self.process.wait(seconds)

    def survivors(self) -> list[int]:
        """Living processes of the group."""
        found = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                state, _, group = stat.read_text().rsplit(")", 1)[1].split()[:3]
                if int(group) == self.process.pid and state != "Z":
                    found.append(int(stat.parent.name))
        return found

    def _reap(self) -> None:
        self.client.close()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.process.wait(10.0)


@contextmanager
def running(command: list[str], data: Path, **environment: str) -> Iterator[RunningServer]:
    """A server that is gone afterwards, whatever happened."""
    server = RunningServer(command, data, **environment)
    try:
        yield server
    finally:
        server.kill_group()
