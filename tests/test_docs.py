"""The documents are true: links lead somewhere, options and packages are described."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from songwright import __version__
from songwright.cli.main import build_app

pytestmark = pytest.mark.fast

ROOT = Path(__file__).parent.parent
PAGES = [path for path in ROOT.rglob("*.md") if not {".venv", ".git"} & set(path.relative_to(ROOT).parts)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    """Every relative link names a file that exists."""
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_option_of_make_is_in_the_readme():
    """Whoever reads the README knows all options."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    make = get_command(build_app()).commands["make"]  # type: ignore[attr-defined] # the app is a group of commands
    options = {name for parameter in make.params for name in parameter.opts if name.startswith("-")}
    assert {option for option in options if f"`{option}" not in readme} == set()


def test_every_package_has_its_page():
    """docs/<package>.md exists for each folder of the package."""
    packages = {path.parent.name for path in (ROOT / "src/songwright").glob("*/__init__.py")}
    assert {name for name in packages if not (ROOT / f"docs/{name}.md").exists()} == set()


def test_the_agents_page_stays_short():
    """AGENTS.md is under 120 lines."""
    assert len((ROOT / "AGENTS.md").read_text(encoding="utf-8").splitlines()) < 120


def test_the_readme_opens_with_the_two_commands():
    """`make song` and `make test` stand in the first code block."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = readme.split("```")[1]
    assert "make song" in first
    assert "make test" in first


def test_the_version_is_the_package_s():
    """pyproject.toml and the package agree."""
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
