"""Options: what is taken, what is refused, and what the refusals say."""

from __future__ import annotations

import pytest

from designer.model.document import Document, Variable
from templates import Option, TemplateError
from templates.template import template

WIDTH = Option("width", 1.0, float, minimum=0.5, maximum=2, step=0.5, help="Channels.")
GROUPS = Option("groups", 3, choices=(1, 2, 3))
SIZE = Option("size", 224, minimum=32, maximum=512)
BIAS = Option("bias", False, bool)
NOTE = Option("note", "none", str)


@template("Sample", family="Test", source="nobody", options=(WIDTH, GROUPS, BIAS))
def sample(width: float, groups: int, bias: bool) -> Document:
    """Does
    nothing.

    But well.
    """
    return Document(name=f"{width!r} {groups!r} {bias!r}")


@pytest.mark.parametrize(
    ("option", "given", "read"),
    [
        (WIDTH, 2, 2.0),
        (WIDTH, "0.5", 0.5),
        (GROUPS, "2", 2),
        (GROUPS, 2.0, 2),
        (SIZE, "32", 32),
        (BIAS, "true", True),
        (BIAS, False, False),
        (NOTE, "anything", "anything"),
    ],
)
def test_a_value_is_read_in_the_options_type(
    option: Option, given: object, read: object
) -> None:
    found = option.read(given)
    assert found == read
    assert type(found) is type(read)


@pytest.mark.parametrize(
    ("option", "given", "message"),
    [
        (WIDTH, 4, "width must be a number from 0.5 to 2, not 4"),
        (WIDTH, "wide", "width must be a number from 0.5 to 2, not 'wide'"),
        (WIDTH, "nan", "width must be a number from 0.5 to 2, not 'nan'"),
        (WIDTH, True, "width must be a number from 0.5 to 2, not True"),
        (WIDTH, None, "width must be a number from 0.5 to 2, not None"),
        (GROUPS, 5, "groups must be one of 1, 2, 3, not 5"),
        (GROUPS, 2.5, "groups must be one of 1, 2, 3, not 2.5"),
        (SIZE, 31, "size must be a whole number from 32 to 512, not 31"),
        (SIZE, 32.5, "size must be a whole number from 32 to 512, not 32.5"),
        (SIZE, "inf", "size must be a whole number from 32 to 512, not 'inf'"),
        (SIZE, 10**400, f"size must be a whole number from 32 to 512, not {10**400}"),
        (BIAS, 2, "bias must be true or false, not 2"),
        (NOTE, 2, "note must be text, not 2"),
        (Option("depth", 1), "x", "depth must be a whole number, not 'x'"),
    ],
)
def test_a_value_that_cannot_work_is_refused_with_what_can(
    option: Option, given: object, message: str
) -> None:
    with pytest.raises(TemplateError) as refusal:
        option.read(given)
    assert str(refusal.value) == message


def test_options_reach_the_function_with_defaults_for_the_rest() -> None:
    assert sample.document().name == "1.0 3 False"
    assert sample.document(groups="1", bias=True).name == "1.0 1 True"


def test_an_unknown_option_is_refused_with_the_likely_one() -> None:
    with pytest.raises(TemplateError) as refusal:
        sample.document(group=3)
    assert str(refusal.value) == (
        "sample has no option 'group'; did you mean 'groups'?"
    )
    with pytest.raises(TemplateError) as refusal:
        sample.document(zoom=3)
    assert str(refusal.value) == (
        "sample has no option 'zoom'; it has width, groups, bias"
    )


def test_an_option_goes_on_as_a_variable_of_the_design() -> None:
    assert WIDTH.variable(2.0) == Variable(2.0, 0.5, 2, 0.5, "Channels.")


def test_the_docstring_is_the_description() -> None:
    assert (sample.id, sample.year) == ("sample", None)
    assert sample.description == "Does nothing.\n\nBut well."
