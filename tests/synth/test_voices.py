import pytest

from songwright.song.instruments import INSTRUMENTS, Family
from songwright.synth.voice import fixed_rng
from songwright.synth.voices import VOICES

pytestmark = pytest.mark.fast


def test_every_pitched_instrument_has_a_voice():
    """The table of voices is complete and holds nothing else."""
    unpitched = (Family.KIT, Family.TEXTURE)
    assert set(VOICES) == {name for name, row in INSTRUMENTS.items() if row.family not in unpitched}


def test_no_two_instruments_are_played_alike():
    """Each has its own maker or its own amplifier."""
    ways = {(voice.render, voice.finish) for voice in VOICES.values()}
    assert len(ways) == len(VOICES)


def test_an_instruments_build_is_always_the_same():
    """It depends on name and pitch only."""
    assert fixed_rng("piano", 60).random() == fixed_rng("piano", 60).random()
    assert fixed_rng("piano", 60).random() != fixed_rng("piano", 61).random()
