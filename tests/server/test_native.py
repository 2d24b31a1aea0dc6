"""The native door over real HTTP, with a tiny engine behind it."""

import io
import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
import soundfile

from tests.jobs.executors import wait_for
from tests.server.running import TINY, RunningServer, running


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running(TINY, tmp_path_factory.mktemp("native") / "data folder") as server:
        wait_for(lambda: server.get("/health").json()["data"]["models_initialized"])
        yield server
        assert server.stop() == 0


def file_of(server: RunningServer, **fields: Any) -> str:
    item = server.wait(server.order(**fields))
    assert item["status"] == 1, item
    return str(json.loads(item["result"])[0]["file"])


def test_health_tells_that_the_server_is_up(server):
    """At the top and in the envelope."""
    answer = server.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "healthy"
    assert answer.json()["data"]["status"] == "ok"
    assert answer.json()["data"]["loaded_model"] == "tiny"


def test_the_workflow_of_the_seed_works_as_written(server):
    """Order, poll, download what `file` says."""
    answer = server.post(
        "/release_task", json={"prompt": "a pop song", "audio_duration": 6, "thinking": True}
    )
    body = answer.json()
    assert list(body) == ["data", "code", "error", "timestamp", "extra"]
    assert (body["code"], body["data"]["status"], body["data"]["queue_position"]) == (200, "queued", 1)
    item = server.wait(body["data"]["task_id"])
    assert item["status"] == 1
    results = json.loads(item["result"])
    assert len(results) == 2
    for result in results:
        audio = server.get(result["file"])
        assert audio.status_code == 200
        assert audio.headers["content-type"] == "audio/mpeg"
        samples, rate = soundfile.read(io.BytesIO(audio.content))
        assert len(samples) / rate == pytest.approx(6.0, abs=0.2)


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl: make test-deps")
def test_the_workflow_works_with_curl(server, tmp_path):
    """With and without a content type, for curl calls everything a form."""

    def curl(*arguments: str) -> bytes:
        return subprocess.run(["curl", "-sS", *arguments], capture_output=True, check=True).stdout

    order = '{"prompt": "An upbeat pop song about summer.", "lyrics": "[Verse]\\nSun", "audio_duration": 5}'
    for header in ([], ["-H", "Content-Type: application/json"]):
        answer = json.loads(curl(*header, "-d", order, f"{server.url}/release_task"))
        task_id = answer["data"]["task_id"]
        server.wait(task_id)
        query = json.dumps({"task_id_list": [task_id]})
        item = json.loads(curl(*header, "-d", query, f"{server.url}/query_result"))["data"][0]
        file = json.loads(item["result"])[0]["file"]
        curl("-o", str(tmp_path / "song.mp3"), f"{server.url}{file}")
        assert soundfile.info(tmp_path / "song.mp3").duration == pytest.approx(5.0, abs=0.2)


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"prompt": "x", "bpm": 99, "batch_size": 1}},
        {"data": {"prompt": "x", "bpm": "99", "batch_size": "1"}},
        {"files": {"prompt": (None, "x"), "bpm": (None, "99"), "batch_size": (None, "1")}},
        {"files": {"ref_audio": ("a.mp3", b"\0"), "caption": (None, "x"), "metas": (None, '{"bpm": 99}')},
         "data": {"batch_size": "1"}},
        {"content": b'{"prompt": "x", "bpm": 99, "batch_size": 1}'},
        {"content": b"prompt=x&bpm=99&batch_size=1", "headers": {"content-type": "text/plain"}},
        {"content": b'{"prompt": "x", "bpm": 99, "batch_size": 1}',
         "headers": {"content-type": "application/vnd.api+json; charset=utf-8"}},
    ],
    ids=["json", "urlencoded", "multipart", "upload", "bare json", "bare form", "+json"],
)  # fmt: skip
def test_an_order_comes_in_any_content_type(server, sent):
    """All of them mean the same song."""
    answer = server.post("/release_task", **sent)
    assert answer.status_code == 200, answer.text
    (result,) = json.loads(server.wait(answer.json()["data"]["task_id"])["result"])
    assert (result["prompt"], result["metas"]["bpm"]) == ("x", 99)


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"json": {"bpm": "fast"}}, 400, "bpm: 'fast': a whole number"),
        ({"json": []}, 400, "JSON payload must be an object"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 400, "Malformed JSON payload"),
        ({"content": b"{", "headers": {"content-type": "text/plain"}}, 400, "Invalid JSON body"),
        ({"content": b"hello", "headers": {"content-type": "text/plain"}}, 415, "Unsupported Content-Type"),
        ({}, 415, "(missing)"),
        ({"content": b"--x", "headers": {"content-type": "multipart/form-data"}}, 400, "boundary"),
        ({"content": b'{"a": NaN}'}, 400, "Invalid JSON"),
        ({"content": b'{"bpm": 1e400}'}, 400, "bpm: inf: a whole number"),
        ({"content": b'{"prompt": "\\ud800"}'}, 400, "prompt"),
        ({"content": b'{"prompt": "x\\u0000"}'}, 400, "NUL"),
        ({"content": b"[" * 100_000}, 400, "Invalid JSON"),
        ({"content": b'{"prompt": ' + b"[" * 60 + b"]" * 60 + b"}"}, 400, "text"),
        ({"content": b'{"seed": ' + b"9" * 4_000 + b"}"}, 400, "seed"),
        ({"json": {"task_type": "cover"}}, 400, "text2music"),
    ],
)  # fmt: skip
def test_a_bad_order_is_refused(server, sent, status, told):
    """Bare detail, right status, and never a fault of ours."""
    answer = server.post("/release_task", **sent)
    assert answer.status_code == status, answer.text
    assert list(answer.json()) == ["detail"]
    assert told in answer.json()["detail"]


def test_a_large_body_is_refused(server):
    """With its length told, in chunks, and as an upload."""
    large = b'{"prompt": "' + b"x" * 17_000_000 + b'"}'
    answer = server.post("/release_task", content=large)
    assert (answer.status_code, list(answer.json())) == (413, ["detail"])
    assert server.post("/release_task", content=iter([large])).status_code == 413
    assert server.post("/release_task", files={"ref_audio": ("a.mp3", large)}).status_code == 413
    assert server.get("/health").status_code == 200


def test_many_tasks_are_asked_for_at_once(server):
    """In the order of the ids, known or not."""
    first, second = server.order(prompt="a", batch_size=1), server.order(prompt="b", batch_size=1)
    server.wait(second)
    ids = [second, "nobody", first, "\ud800", second]
    sent = json.dumps({"task_id_list": ids}).encode()
    answer = server.post("/query_result", content=sent, headers={"content-type": "application/json"})
    assert answer.status_code == 200
    items = answer.json()["data"]
    assert [item["task_id"] for item in items] == ids
    assert [item["status"] for item in items] == [1, 0, 1, 0, 1]
    assert items[1] == {"task_id": "nobody", "result": "[]", "status": 0}


def test_task_ids_may_be_json_in_a_form(server):
    """As old clients send them."""
    task_id = server.order(prompt="a", batch_size=1)
    server.wait(task_id)
    answer = server.post("/query_result", data={"task_id_list": json.dumps([task_id])})
    assert [item["task_id"] for item in answer.json()["data"]] == [task_id]
    nothings: list[dict[str, Any]] = [{"task_id_list": "x"}, {}, {"task_id_list": []}]
    for nothing in nothings:
        assert server.post("/query_result", json=nothing).json()["data"] == []


def test_a_running_task_shows_real_progress(server):
    """It grows from poll to poll."""
    task_id = server.order(prompt="sleep 3", batch_size=1)
    seen = set()

    def progress():
        item = server.item(task_id)
        if item["status"] == 0:
            (result,) = json.loads(item["result"])
            seen.add((result["stage"], result["progress"]))
        return item["status"] == 1

    wait_for(progress)
    fractions = sorted(fraction for stage, fraction in seen if stage == "singing")
    assert len(fractions) >= 3
    assert all(0 <= fraction <= 1 for fraction in fractions)


def test_a_failed_task_says_why(server):
    """Status 2 and words that are safe to show; others are not affected."""
    item = server.wait(server.order(prompt="fail the strings broke"))
    assert item["status"] == 2
    assert json.loads(item["result"])[0]["error"] == "the strings broke"
    item = server.wait(server.order(prompt="disk full"))
    assert json.loads(item["result"])[0]["error"] == "the disk is full"
    item = server.wait(server.order(prompt="die"))
    assert "gave up after 3 attempts" in json.loads(item["result"])[0]["error"]
    assert server.wait(server.order(prompt="x"))["status"] == 1


@pytest.mark.parametrize(
    ("audio_format", "mime", "kind"),
    [
        ("mp3", "audio/mpeg", "MPEG_LAYER_III"),
        ("wav", "audio/wav", "PCM_16"),
        ("flac", "audio/flac", "PCM_16"),
        ("opus", "audio/ogg", "OPUS"),
    ],
)
def test_a_download_has_its_true_type(server, audio_format, mime, kind):
    """In the header and in the bytes."""
    audio = server.get(file_of(server, prompt="x", audio_format=audio_format, batch_size=1))
    assert audio.headers["content-type"] == mime
    assert audio.headers["x-content-type-options"] == "nosniff"
    assert soundfile.info(io.BytesIO(audio.content)).subtype == kind


def test_a_download_can_be_taken_in_parts(server):
    """Range, suffix range, unsatisfiable range; HEAD tells the length."""
    file = file_of(server, prompt="x", batch_size=1)
    whole = server.get(file)
    assert whole.headers["accept-ranges"] == "bytes"
    part = server.get(file, headers={"range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, whole.content[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole.content)}"
    assert server.get(file, headers={"range": "bytes=-10"}).content == whole.content[-10:]
    assert server.get(file, headers={"range": "bytes=999999999-"}).status_code == 416
    head = server.client.head(file)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.headers["content-type"] == "audio/mpeg"


def test_downloads_are_confined_to_the_songs(server):
    """No way out: not by dots, links, encodings, relative paths; and nothing but files inside."""
    inside = Path(unquote(file_of(server, prompt="x", batch_size=1).removeprefix("/v1/audio?path=")))
    songs = inside.parent.parent.parent
    (songs / "link").symlink_to("/etc")
    (songs / "sibling").symlink_to(songs.parent / "songwright.db")
    hidden = inside.with_name(".hidden.mp3")
    hidden.write_bytes(b"x")
    evil = songs.parent / "songs-evil"
    evil.mkdir()
    (evil / "x.mp3").write_bytes(b"x")
    outside = [
        "/etc/passwd", "etc/passwd", "", ".", f"{songs}/../songwright.db", f"{songs}/link/passwd",
        f"{songs}/sibling", f"{evil}/x.mp3", f"{songs}/../../../../../../etc/passwd", "/proc/self/environ",
        inside.name, f"{inside}\0.mp3", "file:///etc/passwd", "\\etc\\passwd", "~/x", "//etc/passwd",
    ]  # fmt: skip
    for path in outside:
        answer = server.get("/v1/audio?path=" + quote(path, safe=""))
        assert answer.status_code == 403, path
        assert answer.json() == {"detail": "Access denied: path outside allowed directory"}
    missing = [
        str(songs),
        str(inside.parent),
        f"{inside}x",
        str(hidden),
        f"{songs}/{'x' * 300}",
        f"{inside}/x",
    ]
    for path in missing:
        answer = server.get("/v1/audio?path=" + quote(path, safe=""))
        assert (answer.status_code, answer.json()) == (404, {"detail": "Audio file not found"}), path
    twice = "/v1/audio?path=" + quote(quote(str(inside), safe=""), safe="")
    assert server.get(twice).status_code == 403


def test_a_download_without_a_path_is_refused(server):
    """In the form that FastAPI gave it upstream."""
    answer = server.get("/v1/audio")
    assert answer.status_code == 422
    assert answer.json() == {
        "detail": [{"type": "missing", "loc": ["query", "path"], "msg": "Field required", "input": None}]
    }


def test_unknown_paths_and_methods_are_refused(server):
    """Bare detail."""
    assert (server.get("/").status_code, server.get("/").json()) == (404, {"detail": "Not Found"})
    answer = server.get("/release_task")
    assert (answer.status_code, answer.json()) == (405, {"detail": "Method Not Allowed"})


def test_the_openapi_document_names_the_four_routes(server):
    """Agents read it."""
    paths = server.get("/openapi.json").json()["paths"]
    assert set(paths) == {"/health", "/release_task", "/query_result", "/v1/audio"}
    assert set(paths["/v1/audio"]) == {"get", "head"}


def test_health_answers_while_many_order_and_poll(server):
    """The work of the worker and the queue does not stand in the way."""
    with ThreadPoolExecutor(8) as pool:
        orders = list(pool.map(lambda n: server.order(prompt=str(n), batch_size=1), range(40)))
    assert len(set(orders)) == 40
    assert server.get("/health").elapsed.total_seconds() < 1.0
    assert all(server.wait(task_id)["status"] == 1 for task_id in orders)


def test_no_log_line_holds_a_prompt_or_breaks(server):
    """One JSON object per line, whatever was sent; what people write is theirs."""
    server.wait(server.order(prompt="a secret\nforged line", lyrics="[Verse]\nhidden words"))
    lines = server.log.read_text().splitlines()
    assert all(isinstance(json.loads(line), dict) for line in lines)
    assert "a secret" not in server.log.read_text()
    assert "hidden words" not in server.log.read_text()
