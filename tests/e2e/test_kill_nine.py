"""A job that was accepted is finished, whatever kills the server: real songs, real kills of everything."""

import json
import random
import sqlite3
import time
from pathlib import Path

import pytest
import soundfile

from tests.jobs.executors import wait_for
from tests.server.running import SONGWRIGHT, TINY, RunningServer, running

SONGS = [
    {"prompt": "quiet piano instrumental", "duration": 5},
    {
        "prompt": "folk ballad, female voice",
        "lyrics": "[Verse]\nThe river knows my name",
        "duration": 8,
    },
    {"prompt": "electronic instrumental", "duration": 6, "audio_format": "flac"},
]
KILLS = 3


def test_accepted_songs_are_finished_after_kill_nine(tmp_path):
    """Killed again and again while it works: every song is finished once, whole and as long as asked."""
    data = tmp_path / "data"
    with running(SONGWRIGHT, data) as server:
        orders = [server.order(**song, batch_size=1, seed=number) for number, song in enumerate(SONGS)]
        _kill_while_working(server, orders)
    for _ in range(KILLS - 1):
        with running(SONGWRIGHT, data) as server:
            _kill_while_working(server, orders)
    with running(SONGWRIGHT, data) as server:
        for number, (order, song) in enumerate(zip(orders, SONGS, strict=True)):
            item = server.wait(order, 120.0)
            assert item["status"] == 1, item
            (result,) = json.loads(item["result"])
            assert result["seed_value"] == str(number)
            path = tmp_path / "download"
            path.write_bytes(server.get(result["file"]).content)
            assert soundfile.info(path).duration == pytest.approx(song["duration"], abs=0.1)
        server.stop()
    _check_what_is_left(data, orders)


def test_the_workers_of_a_killed_server_end_with_it(tmp_path):
    """kill -9 of the server's process alone, in the middle of a song: nothing goes on rendering."""
    with running(SONGWRIGHT, tmp_path / "data") as server:
        order = server.order(**SONGS[1], batch_size=8)
        wait_for(lambda: _works(server, order))
        assert len(server.survivors()) > 1
        server.process.kill()
        wait_for(lambda: server.survivors() == [], 5.0)


def test_many_jobs_survive_many_kills_at_random_moments(tmp_path):
    """Also kills at the start, in the middle of an order, and with nothing to do; nothing is done twice."""
    data, chance = tmp_path / "data", random.Random(7)
    orders: list[str] = []
    for _ in range(6):
        with running(TINY, data) as server:
            orders += [server.order(prompt="sleep 0.2", batch_size=1) for _ in range(chance.randrange(1, 8))]
            time.sleep(chance.random() * 1.5)
            finished = {order: item for order in orders if (item := server.item(order))["status"]}
            _kill(server)
        with running(TINY, data) as server:
            assert {order: server.item(order) for order in finished} == finished
            _kill(server)
    with running(TINY, data) as server:
        for order in orders:
            assert server.wait(order)["status"] == 1
        server.stop()
    _check_what_is_left(data, orders)


def _kill(server: RunningServer) -> None:
    """kill -9 of everything at once; the kernel may take a moment to bury the dead."""
    server.kill_group()
    wait_for(lambda: server.survivors() == [], 5.0)


def _kill_while_working(server: RunningServer, orders: list[str]) -> None:
    """Kill the group once a song is being made, or at once if none is left to make."""
    wait_for(lambda: any(_works(server, order) for order in orders) or _all_done(server, orders))
    _kill(server)


def _works(server: RunningServer, order: str) -> bool:
    item = server.item(order)
    return item["status"] == 0 and "%" in item["progress_text"] and "starting" not in item["progress_text"]


def _all_done(server: RunningServer, orders: list[str]) -> bool:
    return all(server.item(order)["status"] for order in orders)


def _check_what_is_left(data: Path, orders: list[str]) -> None:
    """The database is sound, and on the disk lies exactly what it says."""
    connection = sqlite3.connect(data / "songwright.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = connection.execute("SELECT id, attempt, state, result FROM jobs").fetchall()
    connection.close()
    assert sorted(row[0] for row in rows) == sorted(orders)
    assert {row[2] for row in rows} == {"succeeded"}
    attempts = {f"{job_id}/{attempt}" for job_id, attempt, _, _ in rows}
    assert {str(path.relative_to(data / "songs")) for path in (data / "songs").glob("*/*")} == attempts
    for job_id, attempt, _, result in rows:
        (song,) = json.loads(result)["songs"]
        folder = data / "songs" / job_id / str(attempt)
        assert (folder / song["audio"]).stat().st_size > 0
        assert all((folder / file).exists() for file in [*song["files"].values(), *song["stems"].values()])
        assert not [path for path in folder.rglob(".*")]
