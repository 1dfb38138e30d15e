"""Parsing the text of fields, and the errors of invalid text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.definition import Range
from designer.app.fields.parsing import TypedError, read

ONE_TO_512 = Range(1, 512)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("", int, None),
        (" 12 ", int, 12),
        ("12.0", int, 12),
        ("+3", int, 3),
        ("6", float, 6),
        ("0.25", float, 0.25),
        ("1e-3", float, 0.001),
        ("on", bool, True),
        ("False", bool, False),
        ("any text", str, "any text"),
        ("=2 * alpha", int, "=2 * alpha"),
    ],
)
def test_values(text, kind, value):
    assert read(text, "x", kind, {"alpha": 3}) == value
    assert type(read(text, "x", kind, {"alpha": 3})) is type(value)


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("3x", int, "groups is a whole number, not '3x'"),
        ("2.5", int, "groups is a whole number from 1 to 512, not 2.5"),
        ("0", int, "groups is a whole number from 1 to 512, not 0"),
        ("nan", float, "groups is a number, not 'nan'"),
        (
            "=alpha / 2",
            int,
            "groups is a whole number from 1 to 512, and alpha / 2 is 1.5",
        ),
        ("=alhpa", int, "there is no variable 'alhpa'; did you mean 'alpha'?"),
        ("=alpha *", int, "'alpha *' is not an expression"),
    ],
)
def test_what_would_do_is_said(text, kind, sentence):
    with pytest.raises(TypedError) as error:
        read(text, "groups", kind, {"alpha": 3}, bounds=ONE_TO_512)
    assert str(error.value) == sentence


def test_choices():
    assert read("relu", "activation", str, {}, ("linear", "relu")) == "relu"
    with pytest.raises(TypedError, match="one of linear, relu, not 'rleu'"):
        read("rleu", "activation", str, {}, ("linear", "relu"))


@given(st.text(max_size=30), st.sampled_from([int, float, bool, str]))
def test_any_text_is_a_value_of_its_kind_or_explained(text, kind):
    try:
        value = read(text, "x", kind, {}, bounds=Range(-1e6, 1e6))
    except TypedError:
        return
    numbers = (int, float) if kind is float else kind
    assert value is None or isinstance(value, numbers) or value.startswith("=")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("3, 1", int, "3, 1"),
        ("(0, 1), (1, 0)", int, "(0, 1), (1, 0)"),
        ("none", float, "none"),
        ("3", int, 3),
        ("6", float, 6),
        ("56, 56, 24", str, "56, 56, 24"),
        ("64", str, "64"),
        ("=2 * alpha", int, "=2 * alpha"),
    ],
)
def test_several_numbers_as_text(text, kind, value):
    assert read(text, "x", kind, {"alpha": 3}, literal=True) == value


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("3, x", int, "strides: '3, x' is no number"),
        ("a, b", str, "strides: 'a, b' is no number"),
        ("x", int, "strides is a whole number, not"),
        ("600", int, "strides is a whole number from 1 to 512, not 600"),
    ],
)
def test_what_spells_no_numbers(text, kind, sentence):
    with pytest.raises(TypedError, match=sentence):
        read(text, "strides", kind, {}, (), ONE_TO_512, literal=True)
