"""A master for listeners who cannot wait for the end: a fixed gain and a limiter, block after block.

It knows nothing of songs. The real master needs the whole mix; this one comes close if the gain is chosen
well.
"""

from __future__ import annotations

import numpy as np

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.audio.dynamics import LIMITER_HOP, apply_gain, factor, limiter_gain_db
from songwright.audio.loudness import true_peaks

PREVIEW_CEILING_DBTP = -1.0
_SPARE_DB = 0.1  # interpolation of the peak is not exact
_PAST_S = 3.0  # the limiter has taken back 50 dB of reduction by then: it forgets what was before
_FUTURE_S = 0.05  # what the limiter must see beyond a frame


class PreviewMaster:
    """Takes a mix block after block and gives it back louder, its true peak at most -1 dBTP.

    The result does not depend on how the mix was cut into blocks, within 1e-4.

    Args:
        gain_db: applied before the limiter.
    """

    def __init__(self, gain_db: float) -> None:
        self._gain = np.float32(10.0 ** (gain_db / 20.0))
        self._held = np.zeros((2, 0), np.float32)  # whole hops of the past, then what waits for its future
        self._past = 0  # how many of them have been given out

    def process(self, block: Samples) -> Samples:
        """The next finished samples, [2, frames]; they are 50 ms behind what was given."""
        louder = (block * self._gain).astype(np.float32)
        self._held = np.concatenate([self._held, louder], axis=1)
        ready = self._held.shape[1] - round(_FUTURE_S * SAMPLE_RATE)
        return self._give(ready // LIMITER_HOP * LIMITER_HOP)

    def finish(self) -> Samples:
        """What is left, [2, frames]."""
        return self._give(self._held.shape[1])

    def _give(self, until: int) -> Samples:
        if until <= self._past:
            return np.zeros((2, 0), np.float32)
        curve = limiter_gain_db(true_peaks(self._held, LIMITER_HOP), 0.0, PREVIEW_CEILING_DBTP - _SPARE_DB)
        limited = apply_gain(self._held, factor(curve), LIMITER_HOP)[:, self._past : until].copy()
        forgotten = max(until - round(_PAST_S * SAMPLE_RATE), 0) // LIMITER_HOP * LIMITER_HOP
        self._held = self._held[:, forgotten:].copy()
        self._past = until - forgotten
        return limited
