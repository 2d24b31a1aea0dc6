import pytest

from songwright.dialects.fields import Fields, Found, flag, integer, nested, number, text, word
from songwright.errors import InvalidValue

pytestmark = pytest.mark.fast

ALIASES = {"bpm": ("bpm", "tempo")}


def field(value: object) -> Found:
    return Found("x", value)


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ([{}], None),
        ([{"bpm": None}, {"bpm": ""}, {"bpm": "  "}], None),
        ([{"bpm": 1, "tempo": 2}], Found("bpm", 1)),
        ([{"tempo": 2}, {"bpm": 3}], Found("tempo", 2)),
        ([{"bpm": ""}, {"bpm": 3}], Found("bpm", 3)),
        ([{"bpm": None, "tempo": 0}], Found("tempo", 0)),
        ([{"bpm": False}], Found("bpm", False)),
    ],
)
def test_the_first_value_that_is_set_counts(sources, found):
    """Sources in order, names in order; null and blank text are unset, 0 and false are not."""
    assert Fields(sources, ALIASES).find("bpm") == found


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        ({"a": 1}, {"a": 1}),
        ('{"a": 1}', {"a": 1}),
        ("[1]", {}),
        ("{", {}),
        ("", {}),
        (None, {}),
        (7, {}),
        ("[" * 50_000, {}),
    ],
)
def test_nested_fields_are_an_object_or_its_text(value, fields):
    """Anything else holds no fields."""
    assert nested(value) == fields


@pytest.mark.parametrize("value", [120, "120", 120.0, "120.0", " 120 ", "+120", "1.2e2"])
def test_a_whole_number_can_be_written_in_many_ways(value):
    """All of them are 120."""
    result = integer(field(value))
    assert result == 120
    assert isinstance(result, int)


@pytest.mark.parametrize(
    "value",
    [
        120.5,
        "120.5",
        "abc",
        True,
        [120],
        {"a": 1},
        float("inf"),
        float("nan"),
        "inf",
        "nan",
        "1_0",
        "١٢٠",
        "9" * 41,
        10**4_000,
        1e300,
    ],
)
def test_what_is_no_whole_number_is_refused(value):
    """With the name that the client used."""
    with pytest.raises(InvalidValue, match=r"^x: .*: a whole number$"):
        integer(field(value))


def test_large_numbers_stay_exact():
    """Seeds are larger than a float can hold."""
    assert integer(field("9007199254740993")) == 9_007_199_254_740_993
    assert integer(field(2**63 - 1)) == 2**63 - 1


@pytest.mark.parametrize("value", [0, "0", -1, "-1", -1.0, "N/A", "auto", " n/a "])
def test_words_and_numbers_for_not_known_are_unset(value):
    """As upstream and our own results write them."""
    assert integer(field(value), unset=(0, -1)) is None
    assert number(field(value), unset=(0, -1)) is None


def test_numbers_may_have_fractions():
    """Seconds do."""
    assert number(field("30.5")) == 30.5
    assert number(field(30)) == 30.0
    assert number(None) is None


@pytest.mark.parametrize(
    ("value", "meaning"),
    [(True, True), (1, True), ("Yes", True), ("on", True), (False, False), (0, False), ("OFF", False)],
)
def test_flags_can_be_words(value, meaning):
    """In any case."""
    assert flag(field(value)) is meaning


@pytest.mark.parametrize("value", ["maybe", 2, 1.5, [True]])
def test_what_is_neither_true_nor_false_is_refused(value):
    """Not guessed."""
    with pytest.raises(InvalidValue):
        flag(field(value))


def test_text_may_be_a_number_but_no_structure():
    """A list would end up as its Python form in a prompt."""
    assert text(field(" as is ")) == " as is "
    assert text(field(4)) == "4"
    assert text(None) == ""
    assert word(field(" A Minor ")) == "A Minor"
    for value in ([1], {"a": 1}, True):
        with pytest.raises(InvalidValue, match="text"):
            text(field(value))
