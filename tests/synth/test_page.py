"""docs/instruments.md: a row and a picture for every instrument, and figures that are still true."""

import re
import struct
from pathlib import Path

import pytest
from benchmarks.instruments import band_hz, level_dbfs, usual_phrase

from songwright.song.instruments import INSTRUMENTS, Family

DOCS = Path(__file__).parent.parent.parent / "docs"
ROW = re.compile(r"^\| `(\w+)` \|(.*)\|$", re.M)
MOST_BYTES = 8_000


def rows():
    """The cells of each instrument's row."""
    page = (DOCS / "instruments.md").read_text(encoding="utf-8")
    return {name: [cell.strip() for cell in rest.split("|")] for name, rest in ROW.findall(page)}


def test_every_instrument_has_a_row_and_no_row_is_left_over():
    """In the order of the table."""
    assert list(rows()) == list(INSTRUMENTS)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_the_row_says_what_the_table_says(name):
    """Family, range, a tuning within 5 cents, and a small picture with an indexed palette."""
    family, span, method, cents, _, _, _, picture = rows()[name]
    row = INSTRUMENTS[name]
    assert family == row.family.value
    assert method
    pitched = row.family not in (Family.KIT, Family.TEXTURE)
    assert (span != "-") == pitched
    assert (abs(float(cents.removeprefix("~"))) <= 5.0) if pitched else cents == "-"
    assert picture == f"![{row.label}](instruments/{name}.png)"
    data = (DOCS / "instruments" / f"{name}.png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, _, colour = struct.unpack(">IIBB", data[16:26])
    assert (width, height, colour) == (260, 100, 3)
    assert len(data) <= MOST_BYTES


def test_no_two_pictures_are_the_same():
    """Each shows a sound of its own."""
    pictures = {(DOCS / "instruments" / f"{name}.png").read_bytes() for name in INSTRUMENTS}
    assert len(pictures) == len(INSTRUMENTS)


@pytest.mark.parametrize("name", ["sub_bass", "fm_piano", "trumpet", "celesta", "trap_kit", "tape_hiss"])
def test_the_figures_are_still_true(name):
    """Measured again, level and band are what the page says."""
    _, _, _, _, level, _, band, _ = rows()[name]
    sound = usual_phrase(INSTRUMENTS[name], 90)
    assert level_dbfs(sound) == pytest.approx(float(level), abs=0.5)
    low, high = (float(part) for part in band.split(" to "))
    assert band_hz(sound) == pytest.approx((low, high), rel=0.06)
