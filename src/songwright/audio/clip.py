"""The audio value type: samples that carry their sample rate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000  # Hz; everything inside Songwright runs at this rate

Samples = NDArray[np.float32]  # [channels, frames]


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """A piece of sound.

    Attributes:
        samples: [channels, frames], float32, full scale is ±1; may be a memory map.
        sample_rate: Hz.
    """

    samples: Samples
    sample_rate: int = SAMPLE_RATE

    @property
    def channels(self) -> int:
        """Number of channels."""
        return int(self.samples.shape[0])

    @property
    def frames(self) -> int:
        """Samples per channel."""
        return int(self.samples.shape[1])

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.frames / self.sample_rate
