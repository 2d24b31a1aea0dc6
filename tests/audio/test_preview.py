"""The master for those who listen while the song is made."""

import numpy as np
import pytest

from songwright.audio.clip import Clip, Samples
from songwright.audio.loudness import true_peak_dbtp
from songwright.audio.preview import PREVIEW_CEILING_DBTP, PreviewMaster
from tests.audio.signals import music_like


def previewed(samples, sizes: list[int], gain_db: float):
    master, start = PreviewMaster(gain_db), 0
    blocks: list[Samples] = []
    while start < samples.shape[1]:
        size = sizes[len(blocks) % len(sizes)]
        blocks.append(master.process(samples[:, start : start + size]))
        start += size
    return np.concatenate([*blocks, master.finish()], axis=1)


@pytest.mark.parametrize("gain_db", [0.0, 12.0])
def test_the_blocks_do_not_matter(gain_db: float):
    """However the mix is cut, the preview is the same, as long as the mix, and not too loud."""
    samples = music_like(12.0).samples
    whole = previewed(samples, [samples.shape[1]], gain_db)
    cut = previewed(samples, [48_000, 1_000, 262_144, 7], gain_db)
    assert whole.shape == cut.shape == samples.shape
    assert np.abs(whole - cut).max() < 1e-4
    assert true_peak_dbtp(Clip(cut)) <= PREVIEW_CEILING_DBTP


def test_soft_sound_gets_the_gain_and_nothing_else():
    """The limiter leaves alone what stays below the ceiling, but for the rumble that is taken away."""
    samples = (0.05 * music_like(6.0).samples).astype(np.float32)
    louder = previewed(samples, [100_000], 6.0)
    ratio = np.sqrt(np.mean(louder[:, 48_000:] ** 2) / np.mean(samples[:, 48_000:] ** 2))
    assert 20 * np.log10(ratio) == pytest.approx(6.0, abs=0.4)


def test_nothing_gives_nothing():
    """No block, no sound."""
    assert PreviewMaster(6.0).finish().shape == (2, 0)
