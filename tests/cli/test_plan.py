"""Proves that a plan can be written, edited and rendered, and that slips in it are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from songwright.cli.main import main
from songwright.song.files import file_name
from songwright.song.plan import plan_from_json

LYRICS = "[Verse]\nWalking down the quiet road\nCarrying a heavy load\n"
WISH = ("pop, female voice", "--lyrics", LYRICS, "--duration", "8", "--seed", "3")


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of a short sung song."""
    file = tmp_path_factory.mktemp("planned") / "road.json"
    assert main(["plan", *WISH, "--format", "wav", "-o", str(file)]) == 0
    return file


def edit(planned: Path, target: Path, **changed: Any) -> Path:
    """A copy of the plan with other values."""
    target.write_text(json.dumps({**json.loads(planned.read_text()), **changed}))
    return target


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that wrong arguments are answered with."""
    assert main(arguments) == 2
    last = capsys.readouterr().err
    assert last.count("\n") == 1
    return last.removeprefix("error: ").rstrip("\n")


def test_a_plan_that_nobody_edited_renders_the_song_of_make(planned: Path, tmp_path: Path):
    """`plan` and `render` together give the very bytes of `make`."""
    made, rendered = tmp_path / "made.wav", tmp_path / "rendered.wav"
    assert main(["make", *WISH, "-o", str(made), "--no-stems", "--workers", "1"]) == 0
    assert main(["render", str(planned), "-o", str(rendered), "--no-stems", "--workers", "1"]) == 0
    assert rendered.read_bytes() == made.read_bytes()
    for ending in (".plan.json", ".timeline.json", ".mid", ".lrc"):
        assert made.with_suffix(ending).read_bytes() == rendered.with_suffix(ending).read_bytes()


def test_other_words_and_bars_are_sung(planned: Path, tmp_path: Path):
    """A changed line is in the timed lyrics; more bars make a longer song without arithmetic by hand."""
    wire = json.loads(planned.read_text())
    sung = next(section for section in wire["sections"] if section["lines"])
    sung["lines"][0]["text"] = "Walking up the winding hill"
    wire["sections"][-1]["bars"] += 1
    wire["duration_s"] = None
    file = tmp_path / "hill.json"
    file.write_text(json.dumps(wire))
    assert main(["render", str(file), "-o", str(tmp_path / "hill.wav"), "--no-stems", "--workers", "1"]) == 0
    assert "winding" in (tmp_path / "hill.lrc").read_text()
    kept = plan_from_json(json.loads((tmp_path / "hill.plan.json").read_text()))
    assert kept.duration_s > 8.0
    assert "winding" in kept.lyrics


def test_a_plan_is_named_by_the_title_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """One file per take, with free numbers; --json prints the plans as well."""
    monkeypatch.chdir(tmp_path)
    assert main(["plan", *WISH, "--takes", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["plans"]
    assert [plan["plan"]["seed"] for plan in told] == [3, 4]
    assert main(["plan", *WISH]) == 0
    stem = file_name(told[0]["plan"]["title"])
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"{stem}{number}.plan.json" for number in ("-1", "-2", "")}
    for told_plan in told:
        assert json.loads(Path(told_plan["file"]).read_text()) == told_plan["plan"]


def test_a_file_that_is_no_plan_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """-o may renew a plan, but not somebody's package.json."""
    file = tmp_path / "package.json"
    file.write_text('{"name": "mine"}')
    assert "holds no plan" in refused(capsys, "plan", "pop", "-o", str(file))
    assert file.read_text() == '{"name": "mine"}'
    assert "ending in .json" in refused(capsys, "plan", "pop", "-o", str(tmp_path / "a.mp3"))
    assert "ending in .json" in refused(capsys, "plan", "pop", "-o", str(tmp_path / "none" / "a.json"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "JSON; line 1, column 2"),
        ("[" * 200_000, "JSON in UTF-8"),
        ("[]", "plan: []: a JSON object"),
        ('{"version": 2}', "sections: 'missing'"),
    ],
)
def test_a_file_that_is_no_plan_is_not_rendered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
):
    """The message says what is wrong and where."""
    file = tmp_path / "a.json"
    file.write_text(text)
    assert message in refused(capsys, "render", str(file))


def test_slips_in_an_edited_plan_are_named(planned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The path of the field, its value and what is allowed; a missing file is one line as well."""
    slipped = edit(planned, tmp_path / "a.json", bpm="fast")
    assert "bpm: 'fast': a whole number from 30 to 300" in refused(capsys, "render", str(slipped))
    assert "can be read" in refused(capsys, "render", str(tmp_path / "none.json"))
    wav = str(tmp_path / "a.wav")
    assert "agrees with --format" in refused(capsys, "render", str(planned), "-o", wav, "--format", "mp3")


def test_words_are_written_unless_the_song_is_to_be_instrumental(tmp_path: Path):
    """A prompt alone is sung; --lyrics auto says so; --instrumental and such a caption sing nothing."""

    def words(name: str, *arguments: str) -> tuple[str, str | None]:
        file = tmp_path / f"{name}.json"
        assert main(["plan", *arguments, "--seed", "5", "--duration", "60", "-o", str(file)]) == 0
        wire = json.loads(file.read_text())
        return wire["lyrics"], wire["voice"]

    written, voice = words("sung", "folk song about my grandmother's garden")
    assert "grandmother's garden" in written
    assert voice is not None
    assert words("auto", "folk song about my grandmother's garden", "--lyrics", "auto") == (written, voice)
    assert words("none", "folk song about my grandmother's garden", "--instrumental") == ("", None)
    assert words("said", "instrumental folk about my grandmother's garden") == ("", None)
    assert words("blank", "folk song about my grandmother's garden", "--lyrics", "") == ("", None)
