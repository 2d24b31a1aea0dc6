"""The tree of errors."""

import pickle

import pytest

from songwright import errors
from songwright.errors import Error, InvalidValue, LyricsTooLong

pytestmark = pytest.mark.fast


def test_a_wrong_value_is_named_with_what_is_allowed():
    """Field, value and allowed stand in one line."""
    assert str(InvalidValue("bpm", 0, "30 to 300")) == "bpm: 0: 30 to 300"


def test_a_long_value_is_cut():
    """A 200 kB lyric does not flood the terminal."""
    message = str(InvalidValue("lyrics", "x" * 200_000, "at most 20,000 characters"))
    assert len(message) < 150
    assert "200000 characters" in message


def test_errors_cross_process_borders():
    """What a worker process raises arrives with its fields."""
    error = pickle.loads(pickle.dumps(LyricsTooLong("lyrics", "40 lines", "at least 90 seconds")))
    assert (type(error), error.field, error.allowed) == (LyricsTooLong, "lyrics", "at least 90 seconds")


def test_every_error_has_a_code_of_its_own():
    """Codes are what programs read."""
    classes = [
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Error)
    ]
    assert len({error.code for error in classes}) == len(classes)
