from __future__ import annotations

from typing import Any, Literal

from blocks.definition import Parameter, Port, Range, block


@block(
    "Sample",
    category="Test",
    source="nobody 2026",
    outputs=("left", "right"),
    ranges={"filters": Range(1, 8)},
)
def sample(
    x: Any,
    others: list[Any],
    *,
    filters: int = 4,
    padding: Literal["same", "valid"] = "same",
    bias: bool = False,
    name: str = "sample",
) -> Any:
    """Says what it does.

    Args:
        x: images.
        filters: channels of the output,
            on two lines.
        padding: what happens at the border.
        name: what the layers' names begin with.
    """
    return x, others


made = sample.__block__  # type: ignore[attr-defined]


def test_the_decorator_leaves_the_function_as_it_is() -> None:
    assert sample(1, [2]) == (1, [2])
    assert made.function is sample


def test_what_the_palette_shows() -> None:
    assert (made.id, made.title, made.category) == ("sample", "Sample", "Test")
    assert (made.summary, made.source) == ("Says what it does.", "nobody 2026")


def test_positional_arguments_are_ports() -> None:
    assert made.inputs == (Port("x"), Port("others", many=True))
    assert made.outputs == ("left", "right")


def test_keyword_arguments_are_parameters() -> None:
    assert dict(made.parameters) == {
        "filters": Parameter(
            "filters",
            int,
            4,
            range=Range(1, 8),
            help="channels of the output, on two lines.",
        ),
        "padding": Parameter(
            "padding",
            str,
            "same",
            choices=("same", "valid"),
            help="what happens at the border.",
        ),
        "bias": Parameter("bias", bool, False),
    }
