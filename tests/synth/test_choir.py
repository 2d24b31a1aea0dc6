import numpy as np
import pytest

from tests.synth.hearing import band_db, part, sound_of


@pytest.mark.parametrize(("pitch", "formant_hz"), [(45, 620.0), (64, 800.0)])
def test_a_choir_sings_through_the_formants_of_ah(pitch, formant_hz):
    """Most of the sound lies around the first two formants, little between them and the singer's formant."""
    sound = part(sound_of("choir", (0.0, 2.0, pitch, 90)), 0.4, 1.9)
    vowel = band_db(sound, formant_hz - 300.0, formant_hz * 2.0)
    assert vowel > band_db(sound, 1700.0, 2300.0) + 12


def test_a_choir_is_wide():
    """Singers stand from left to right."""
    assert np.corrcoef(sound_of("choir", (0.0, 2.0, 60, 90)))[0, 1] < 0.97
