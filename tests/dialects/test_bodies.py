import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.dialects.bodies import BadBody, UnsupportedContentType, gather, read_body, read_json
from songwright.errors import RequestError

pytestmark = pytest.mark.fast

JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "application/json; charset=utf-8", "Application/JSON", "application/vnd.api+json"],
)
def test_json_is_read_under_all_its_names(content_type):
    """Parameters, case and the +json suffix do not matter."""
    assert read_body(content_type, b' {"a": [1, "x"]} ') == {"a": [1, "x"]}


@pytest.mark.parametrize("content_type", ["", "text/plain", FORM, "application/octet-stream"])
def test_json_is_recognised_by_its_look(content_type):
    """`curl -d` calls everything a form; other clients say nothing at all."""
    assert read_body(content_type, b'{"a": 1}') == {"a": 1}


@pytest.mark.parametrize("content_type", ["", "text/plain", FORM])
def test_a_form_is_recognised_by_its_look(content_type):
    """Blank values are kept: they are for the dialect to judge."""
    assert read_body(content_type, b"prompt=slow+blues&bpm=&key=A%20Minor") == {
        "prompt": "slow blues",
        "bpm": "",
        "key": "A Minor",
    }


def test_an_empty_form_has_no_fields():
    """It is no error."""
    assert read_body(FORM, b"") == {}


def test_a_repeated_field_is_a_list():
    """In order."""
    assert gather([("a", "1"), ("b", "2"), ("a", "3"), ("a", "4")]) == {"a": ["1", "3", "4"], "b": "2"}


@pytest.mark.parametrize(
    ("content_type", "body", "told"),
    [
        (JSON, b"", "Malformed JSON payload"),
        (JSON, b"{", "Malformed JSON payload"),
        (JSON, b'{"a": NaN}', "Malformed JSON payload"),
        (JSON, b'{"a": -Infinity}', "Malformed JSON payload"),
        (JSON, b'{"a": ' + b"9" * 5_000 + b"}", "Malformed JSON payload"),
        (JSON, b"\xff\xfe\xfd", "Malformed JSON payload"),
        (JSON, b"[" * 100_000, "Malformed JSON payload"),
        (JSON, b'{"a":' * 500 + b"1" + b"}" * 500, "Malformed JSON payload"),
        (JSON, b"[]", "JSON payload must be an object"),
        (JSON, b"3", "JSON payload must be an object"),
        ("", b"{nonsense", "Invalid JSON body (hint: set 'Content-Type: application/json')"),
        (FORM, b"&".join(b"a=1" for _ in range(1_001)), "a form may have at most 1000 fields"),
    ],
)
def test_a_bad_body_is_refused(content_type, body, told):
    """In the words that clients know."""
    with pytest.raises(BadBody) as caught:
        read_body(content_type, body)
    assert str(caught.value) == told


@pytest.mark.parametrize(("content_type", "shown"), [("", "(missing)"), ("audio/mpeg", "audio/mpeg")])
def test_what_is_neither_json_nor_a_form_is_refused(content_type, shown):
    """With what would be right."""
    with pytest.raises(UnsupportedContentType) as caught:
        read_body(content_type, b"hello")
    assert str(caught.value) == (
        f"Unsupported Content-Type: {shown}; use application/json, application/x-www-form-urlencoded, "
        "or multipart/form-data"
    )


@given(st.binary(max_size=200), st.sampled_from([JSON, FORM, "", "text/plain"]))
def test_no_body_breaks_the_reader(body, content_type):
    """Fields or a refusal, never anything else."""
    with suppress(RequestError):
        assert isinstance(read_body(content_type, body), dict)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(),
        lambda children: st.lists(children) | st.dictionaries(st.text(), children),
    )
)
def test_any_honest_json_is_read_as_python_reads_it(value):
    """Strictness takes nothing away."""
    assert read_json(json.dumps(value)) == value
