"""What only the planner can find out reaches the client in its words."""

import json

from tests.server.running import SONGWRIGHT, running

LONG = "[Verse]\n" + "Every single morning I remember you\n" * 60


def test_lyrics_that_need_more_time_fail_with_the_length_they_need(tmp_path):
    """Syllables are counted in the worker, so the order is accepted; the task then says what to change."""
    with running(SONGWRIGHT, tmp_path / "data") as server:
        item = server.wait(server.order(prompt="pop", lyrics=LONG, duration=20, batch_size=1))
        (result,) = json.loads(item["result"])
        assert item["status"] == result["status"] == 2
        assert result["error"] == item["progress_text"]
        assert result["error"].startswith("lyrics: ")
        assert "seconds" in result["error"]
        made = server.wait(server.order(prompt="ambient, instrumental", duration=5, batch_size=1))
        (song,) = json.loads(made["result"])
        assert song["lm_model"] == "songwright-rules"
        assert song["dit_model"].startswith("songwright-studio-")
        server.stop()
