"""Pieces add up to stems and a mix, in any order, exactly once, with their tails."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.audio.files import read_clip
from songwright.engine.assembly import Assembly
from songwright.engine.rendering import Piece
from songwright.engine.segments import Segment

FRAMES = 6 * SAMPLE_RATE
SEGMENTS = tuple(Segment(index, 4.0 * index, 4.0 * index + 4.0, 2.0 * index) for index in range(3))


@pytest.fixture
def pieces(tmp_path: Path) -> list[Piece]:
    """Two stems; each piece rings a second into the next segment, the last one beyond the end."""
    rng = np.random.default_rng(5)
    made = []
    for segment, stem in itertools.product(SEGMENTS, ("drums", "vocals")):
        start = segment.start_frame - (SAMPLE_RATE // 3 if stem == "vocals" and segment.index else 0)
        samples = (0.1 * rng.standard_normal((2, 3 * SAMPLE_RATE))).astype(np.float32)
        path = tmp_path / f"{stem}-{segment.index}.f32"
        path.write_bytes(samples.tobytes())
        made.append(Piece(stem, segment.index, start, samples.shape[1], path))
    return made


def expected(pieces: list[Piece], stem: str):
    """The sum with everything that rings beyond the end."""
    whole = np.zeros((2, FRAMES + 2 * SAMPLE_RATE), np.float32)
    for piece in pieces:
        if piece.stem == stem and piece.path is not None:
            samples = np.fromfile(piece.path, np.float32).reshape(2, -1)
            whole[:, piece.start_frame : piece.start_frame + piece.frames] += samples
    return whole


def assembled(pieces: list[Piece], folder: Path, loop: bool = False):
    assembly = Assembly(SEGMENTS, [2, 2, 2], ("drums", "vocals"), FRAMES, folder)
    heard = []
    for piece in pieces:
        assembly.add(piece, lambda clip: heard.append(clip.samples.copy()))
    return assembly.finish(loop), assembly.stems, heard


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0), (2, 0, 5, 1, 3, 4)])
def test_sums_do_not_depend_on_the_order(pieces: list[Piece], tmp_path: Path, order: tuple[int, ...]):
    """Stems and mix are the sums of the pieces, cut at the end; a listener hears all of it in order."""
    wanted = {stem: expected(pieces, stem)[:, :FRAMES] for stem in ("drums", "vocals")}
    mix, stems, heard = assembled([pieces[index] for index in order], tmp_path)
    for stem, path in stems.items():
        assert np.abs(read_clip(path).samples - wanted[stem]).max() < 2.0**-22
    assert np.array_equal(mix.samples, wanted["drums"] + wanted["vocals"])
    assert np.array_equal(np.concatenate(heard, axis=1), mix.samples)
    assert not list(tmp_path.glob("*-*.f32"))


def test_what_is_complete_is_heard_at_once(pieces: list[Piece], tmp_path: Path):
    """With two of three segments done, all but what the third may still begin before its bar is there."""
    assembly = Assembly(SEGMENTS, [2, 2, 2], ("drums", "vocals"), FRAMES, tmp_path)
    heard: list[int] = []
    for piece in pieces[:4]:
        assembly.add(piece, lambda clip: heard.append(clip.frames))
    assembly.close()
    assert sum(heard) == SEGMENTS[2].start_frame - SAMPLE_RATE


def test_a_loop_rings_into_its_start(pieces: list[Piece], tmp_path: Path):
    """What sounds after the end is added to the beginning, in the stems and in the mix."""
    wanted = {}
    for stem in ("drums", "vocals"):
        whole = expected(pieces, stem)
        wanted[stem] = whole[:, :FRAMES].copy()
        wanted[stem][:, : 2 * SAMPLE_RATE] += whole[:, FRAMES:]
    mix, stems, _ = assembled(pieces, tmp_path, loop=True)
    assert np.abs(mix.samples - wanted["drums"] - wanted["vocals"]).max() < 1e-6
    for stem, path in stems.items():
        assert np.abs(read_clip(path).samples - wanted[stem]).max() < 2.0**-21
