"""Named randomness: the same seed and name give the same draws on every machine and Python version."""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def child_seed(seed: int, *names: str) -> int:
    """A 64-bit seed for one named use, so that a new instrument does not change the old ones."""
    text = "/".join((str(seed), *names))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


class Chance:
    """Draws that depend on nothing but a seed and names.

    Everything is built on `random.Random.random`, whose stream Python promises to keep; its other methods may
    change between versions.
    """

    def __init__(self, seed: int, *names: str) -> None:
        self._seed = child_seed(seed, *names)
        self._random = random.Random(self._seed)

    def child(self, name: str) -> Chance:
        """An independent source of draws for a named part of the work."""
        return Chance(self._seed, name)

    def random(self) -> float:
        """A float in [0, 1)."""
        return self._random.random()

    def uniform(self, low: float, high: float) -> float:
        """A float in [low, high)."""
        return low + (high - low) * self.random()

    def integer(self, low: int, high: int) -> int:
        """An integer from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        """True with the given probability, 0 to 1."""
        return self.random() < probability

    def choice(self, items: Sequence[T]) -> T:
        """One of the items, all equally likely."""
        return items[int(self.random() * len(items))]

    def weighted(self, items: Sequence[tuple[T, float]]) -> T:
        """One of the items of (item, weight) pairs."""
        mark = self.random() * sum(weight for _, weight in items)
        for item, weight in items:
            mark -= weight
            if mark < 0:
                return item
        return items[-1][0]

    def gauss(self, mean: float, deviation: float) -> float:
        """A normally distributed float (Box-Muller)."""
        radius = math.sqrt(-2.0 * math.log(1.0 - self.random()))
        return mean + deviation * radius * math.cos(2.0 * math.pi * self.random())
