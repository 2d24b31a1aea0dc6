"""The table of genres."""

import pytest

from songwright.planner.genres import PROFILES
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS
from songwright.song.key import Mode, parse_key
from songwright.song.request import FASTEST_BPM, SLOWEST_BPM

pytestmark = pytest.mark.fast


@pytest.mark.parametrize("genre", list(Genre))
def test_every_genre_has_a_usable_profile(genre: Genre) -> None:
    """Ranges are in order and in bounds, tonics are keys, instruments exist."""
    profile = PROFILES[genre]
    low, high = profile.bpm
    assert SLOWEST_BPM <= low < high <= FASTEST_BPM
    assert 0.0 <= profile.minor <= 1.0
    assert sum(share for _, share in profile.meters) == pytest.approx(1.0)
    assert all(name in INSTRUMENTS for name in (*profile.instruments.values(), profile.guitar))
    assert 60 <= profile.instrumental_s[0] <= profile.instrumental_s[1] <= 120
    for tonics, mode in ((profile.major_tonics, Mode.MAJOR), (profile.minor_tonics, Mode.MINOR)):
        assert all(parse_key(f"{tonic} {mode}").mode is mode for tonic in tonics)
