"""Starting, stopping and refusing: the life of a server."""

import json
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing

from tests.jobs.executors import wait_for
from tests.server.running import ROOT, TINY, running


def test_a_stopped_server_finishes_its_jobs_after_the_next_start(tmp_path):
    """SIGTERM: clean, nothing is waited for, the running job is put back without blame."""
    data = tmp_path / "data"
    with running(TINY, data) as server:
        slow = server.order(prompt="sleep 2", batch_size=1)
        waiting = server.order(prompt="x", batch_size=1)
        wait_for(lambda: "singing" in server.item(slow)["progress_text"])
        assert server.stop() == 0
        wait_for(lambda: server.survivors() == [], 5.0)  # Python's resource tracker ends a moment later
    with closing(sqlite3.connect(data / "songwright.db")) as database:
        rows = database.execute("SELECT state, attempt, crashes, interruptions FROM jobs ORDER BY number")
        assert rows.fetchall() == [("queued", 1, 0, 0), ("queued", 0, 0, 0)]
    with running(TINY, data) as server:
        assert server.wait(slow)["status"] == server.wait(waiting)["status"] == 1
    assert "recovered" not in (tmp_path / "server.log").read_text()


def test_ctrl_c_stops_the_server(tmp_path):
    """As SIGTERM does."""
    with running(TINY, tmp_path / "data") as server:
        assert server.stop(signal.SIGINT) == 0


def test_results_survive_a_restart(tmp_path):
    """The same item, the same bytes."""
    data = tmp_path / "data"
    with running(TINY, data) as server:
        item = server.wait(server.order(prompt="x", batch_size=1))
        file = json.loads(item["result"])[0]["file"]
        audio = server.get(file).content
        server.stop()
    with running(TINY, data) as server:
        assert server.item(item["task_id"]) == item
        assert server.get(file).content == audio


def test_a_full_queue_is_refused_with_429(tmp_path):
    """And the refused order leaves nothing behind."""
    with running(TINY, tmp_path / "data", SONGWRIGHT_QUEUE_MAX="2") as server:
        running_one = server.order(prompt="sleep 60")
        wait_for(lambda: "singing" in server.item(running_one)["progress_text"])
        server.order(prompt="x"), server.order(prompt="x")
        answer = server.post("/release_task", json={})
        assert (answer.status_code, answer.json()) == (429, {"detail": "Server busy: queue is full"})


def test_a_nearly_full_disk_is_refused_with_507(tmp_path):
    """Before anything is written; results can still be read."""
    with running(TINY, tmp_path / "data", SONGWRIGHT_MIN_FREE_MB="1000000000") as server:
        answer = server.post("/release_task", json={})
        assert answer.status_code == 507
        assert "nearly full" in answer.json()["detail"]
        assert server.get("/health").status_code == 200
        assert server.post("/query_result", json={"task_id_list": ["x"]}).status_code == 200


def test_a_data_folder_has_one_server(tmp_path):
    """The second one says so in one line and leaves."""
    with running(TINY, tmp_path / "data") as server:
        second = _serve("--port", "0", "--data-dir", str(tmp_path / "data"))
        assert second.returncode == 1
        assert f"(process {server.process.pid}) owns this data folder" in second.stderr.splitlines()[-1]
        assert "Traceback" not in second.stderr


def test_a_taken_port_is_told_in_one_line(tmp_path):
    """Before the data folder is touched."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        answer = _serve("--port", port, "--data-dir", str(tmp_path / "data"))
    assert answer.returncode == 1
    assert f"cannot listen on 127.0.0.1, port {port}" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "data").exists()


def test_the_server_listens_on_loopback_unless_told_otherwise(tmp_path):
    """Nobody on the network can reach it by accident."""
    with running(TINY, tmp_path / "data") as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert f"keeps songs in {tmp_path / 'data'}" in server.announced


def test_the_server_listens_on_ipv6(tmp_path):
    """An address with colons is one; a machine without IPv6 is told so in one line."""
    if not _has_ipv6():
        answer = _serve("--host", "::1", "--port", "0", "--data-dir", str(tmp_path / "data"))
        assert answer.returncode == 1
        assert "error: cannot listen on ::1" in answer.stderr
        return
    with running(TINY, tmp_path / "data", SONGWRIGHT_HOST="::1") as server:
        assert server.url.startswith("http://[::1]:")
        assert server.get("/health").status_code == 200


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


def _serve(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "songwright", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
