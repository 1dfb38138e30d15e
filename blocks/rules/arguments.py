"""Arguments that several layers share, read as Keras's `argument_validation` reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from itertools import groupby
from math import gcd, isqrt
from typing import Any, Literal, cast

from blocks.literals import LARGEST
from blocks.spec import Operation, Shape, known, text
from blocks.view import View
from designer.model.wording import brief

# Of TensorFlow's kernels on a CPU, for operations on elements in the same place of two tensors.
MOST_AXES = 8  # the batch included
MOST_RUNS = 5
BATCH = 2  # any size but 1

# What arguments may be; the blocks that layers are take their fields from these.
Pair = int | tuple[int, int]
Sides = int | tuple[int, int] | tuple[tuple[int, int], tuple[int, int]]
Numbers = float | Sequence[float]
Padding = Literal["same", "valid"]
ActivationName = str | Callable[[Any], Any] | None

# fmt: off
# As keras.activations has them, but glu, which halves the channels, and Keras's own shapes do not know; and threshold,
# which has arguments without defaults.
ACTIVATIONS = frozenset((
    "celu", "elu", "exponential", "gelu", "hard_shrink", "hard_sigmoid", "hard_silu",
    "hard_swish", "hard_tanh", "leaky_relu", "linear", "log_sigmoid", "log_softmax",
    "mish", "relu", "relu6", "selu", "sigmoid", "silu", "soft_shrink", "softmax",
    "softplus", "softsign", "sparse_plus", "sparse_sigmoid", "sparsemax", "squareplus",
    "swish", "tanh", "tanh_shrink",
))
# fmt: on


def whole(layer: Operation, name: str, value: Any) -> int:
    """A whole number from 1."""
    if not isinstance(value, int) or value < 1:
        layer.refuse(
            name, f"{name} is a whole number from 1, such as 8, not {brief(value)}"
        )
    return value


def pair(
    layer: Operation, name: str, value: Any, *, least: int = 1, example: int = 2
) -> tuple[int, int]:
    """A whole number, or one for the height and one for the width."""
    if isinstance(value, int):
        value = (value, value)
    elif not isinstance(value, (tuple, list)):
        value = ()
    if len(value) != 2 or not all(isinstance(n, int) and n >= least for n in value):
        layer.refuse(
            name,
            f"{name} is one or two whole numbers from {least}, such as {example} "
            f"or {(example, example)}, not {brief(value)}",
        )
    return cast(tuple[int, int], tuple(value))


def padding(layer: Operation, value: Any, *, any_case: bool) -> str:
    """`valid` or `same`; Keras's convolutions take them in any case, its pools do not."""
    found = value.lower() if any_case and isinstance(value, str) else value
    if found not in ("valid", "same"):
        layer.refuse("padding", f"padding is 'valid' or 'same', not {brief(value)}")
    return cast(str, found)


def channels_last(layer: Operation, value: Any) -> None:
    """Refuse `channels_first`, which TensorFlow's convolutions do not run on a CPU."""
    if value is not None and str(value).lower() != "channels_last":
        layer.refuse(
            "data_format",
            f"images are (height, width, channels) here; use data_format 'channels_last', not {brief(value)}",
        )


def activation(layer: Operation, value: Any) -> None:
    """Refuse what is neither a known name nor a function."""
    if value is None or callable(value):
        return
    if not isinstance(value, str) or value not in ACTIVATIONS:
        close = get_close_matches(str(value).lower(), sorted(ACTIVATIONS), 1)
        layer.refuse(
            "activation",
            f"there is no activation {brief(value)}; use {close[0] if close else 'relu'!r}",
        )


def activated(value: Any) -> int:
    """Operations an element that an activation costs by the counting rule."""
    return 0 if value in (None, "linear") else 1


def activated_view(value: Any, x: View) -> View:
    """What elements depend on behind an activation: those that compare channels read all of them."""
    compares = getattr(value, "__name__", value) in (
        "softmax",
        "log_softmax",
        "sparsemax",
    )
    return x.mixed(-1) if compares and x.shape else x


def mixed(axes: int | Sequence[int], shape: Shape, x: View) -> View:
    """What elements depend on that read everything along some axes; the batch's is left out."""
    for axis in (axes,) if isinstance(axes, int) else axes:
        if axis % len(shape):
            x = x.mixed(axis % len(shape) - 1)
    return x


def image(layer: Operation, shape: Shape) -> tuple[int, int, int]:
    """Height, width and channels of an input that must be an image."""
    if len(shape) != 4:
        layer.refuse(
            "rank", f"takes images (height, width, channels), not {text(shape)}"
        )
    return cast(tuple[int, int, int], shape[1:])


def divisors(number: int, near: int) -> str:
    """The divisors of `number`, or those nearest to `near` where they are many, in words."""
    # Bounded: a slip of the finger gives numbers with which a full search would never end.
    small = [n for n in range(1, min(isqrt(number), 10_000) + 1) if number % n == 0]
    found = sorted({*small, *(number // n for n in small)})
    if len(found) > 6:
        below = [n for n in found if n < near]
        above = [n for n in found if n > near]
        found = below[-2:] + above[:2]
    *most, last = map(str, found)
    return f"{', '.join(most)} or {last}" if most else last


def divides(layer: Operation, number: int, what: str, groups: int, others: int) -> None:
    """Refuse channels that do not divide into groups; what is offered divides `others` too."""
    if number % groups:
        offer = divisors(gcd(number, others), groups)
        fault = f"{number} {what} do not divide into {groups} groups"
        layer.refuse(
            "groups",
            f"{fault}; 1 group would"
            if offer == "1"
            else f"{fault}; {offer} groups would",
        )


def number(
    layer: Operation,
    name: str,
    value: Any,
    *,
    most: float = LARGEST,
    example: float = 1,
) -> None:
    """A number from 0 to `most`."""
    if not isinstance(value, (int, float)) or not 0 <= value <= most:
        layer.refuse(
            name,
            f"{name} is a number from 0 to {most:,}, such as {example}, not {brief(value)}",
        )


def finite(layer: Operation, name: str, values: Any, *, least: int = -LARGEST) -> None:
    """Numbers, in lists or not, with which sums and products of images stay finite in float32."""
    if hasattr(values, "tolist"):  # of NumPy
        values = values.tolist()
    if isinstance(values, (list, tuple)):
        for value in values:
            finite(layer, name, value, least=least)
    elif not isinstance(values, (int, float)) or not least <= values <= LARGEST:
        layer.refuse(
            name,
            f"{name} is a number from {least:,} to {LARGEST:,}, such as 1, not {brief(values)}",
        )


def axes(layer: Operation, value: Any, shape: Shape) -> tuple[int, ...]:
    """Axes of an input as they were named, each once."""
    found = tuple(value) if isinstance(value, (list, tuple)) else (value,)
    rank = len(shape)
    for axis in found:
        if not isinstance(axis, int) or not -rank <= axis < rank:
            layer.refuse(
                "axis",
                f"axis {brief(value)} is not among the {rank} axes of the input; "
                "use -1 for the channels",
            )
    if len({axis % rank for axis in found}) < len(found):
        layer.refuse("axis", f"axis {brief(value)} names an axis twice")
    return found


def stretched_runs(a: Sequence[int], b: Sequence[int]) -> int:
    """Runs of adjacent axes that an operation on elements in the same place treats alike.

    An axis is equal in both tensors, or stretched in one of them. Axes of size 1 in both make no difference.
    """
    kinds = [
        (i == 1) - (j == 1) if i != j else 0
        for i, j in zip(a, b, strict=True)
        if (i, j) != (1, 1)
    ]
    return len(list(groupby(kinds)))


def check_stretched(layer: Operation, value: Any, x: Shape, *, reduced: bool) -> None:
    """Refuse axes for which TensorFlow's kernels cannot combine the input with numbers kept along some of its axes.

    Args:
        value: the axes; None stands for all.
        reduced: whether the numbers have size 1 along these axes, else along all others.
    """
    if value is None:
        return
    named = {axis % len(x) for axis in axes(layer, value, x)}
    sizes = (BATCH, *known(x))
    kept = [1 if (place in named) is reduced else n for place, n in enumerate(sizes)]
    if stretched_runs(sizes, kept) > MOST_RUNS:
        layer.refuse(
            "axis",
            f"axis {brief(value)} takes turns with other axes more often than TensorFlow's kernels can; "
            "use adjacent axes, or one",
        )
