"""The functions of the facade against `keras.ops`."""

from __future__ import annotations

import inspect
from random import Random
from typing import Any

import keras
import pytest

from blocks import ops
from blocks.spec import LayerError, TensorSpec

pytestmark = pytest.mark.keras


def call(function: str, pick: Random) -> tuple[list[Any], dict[str, Any]]:
    """Random arguments; shapes stand for tensors."""
    shape = (None, *(pick.choice([1, 2, 3, 4, 6]) for _ in range(pick.randint(1, 3))))
    other = tuple(n and pick.choice([n, n, n, 1, 5]) for n in shape)
    axis = pick.choice([-1, -1, 1, 2, 3, 5, -9])
    match function:
        case "concatenate":
            return [[shape, *pick.sample([other, shape], 1)]], {"axis": axis}
        case "split":
            parts = pick.choice([1, 2, 3, 0, [1], [1, 2], [2, 3]])
            return [shape, parts], {"axis": axis}
        case "add" | "multiply":
            return [shape, pick.choice([other, other, 0.5])], {}
        case _:
            return [shape], {}


def with_tensors(make: Any, value: Any) -> Any:
    if isinstance(value, tuple):
        return make(value)
    if isinstance(value, list):
        return [with_tensors(make, item) for item in value]
    return value


def shapes(result: Any) -> list[tuple[int | None, ...]]:
    return [t.shape for t in (result if isinstance(result, list | tuple) else [result])]


@pytest.mark.parametrize("function", ops.__all__)
def test_agrees_with_keras(function: str) -> None:
    pick = Random(function)
    outcomes = set()
    for _ in range(500):
        positional, named = call(function, pick)
        try:
            ours: Any = shapes(
                getattr(ops, function)(*with_tensors(TensorSpec, positional), **named)
            )
        except LayerError:
            ours = "refused"
        tensors = with_tensors(keras.KerasTensor, positional)
        try:
            theirs: Any = shapes(getattr(keras.ops, function)(*tensors, **named))
        except Exception:  # Keras refuses with many kinds of errors
            theirs = "refused"
        if theirs != "refused" and any(0 in shape for shape in theirs):
            theirs = "refused"  # Keras makes parts without channels
        assert ours == theirs, (positional, named)
        if ours != "refused":
            built = getattr(ops, function)(*tensors, **named)
            assert shapes(built) == ours
        outcomes.add(ours == "refused")
    assert False in outcomes


@pytest.mark.parametrize("function", ["concatenate", "split"])
def test_arguments_have_keras_names_order_and_defaults(function: str) -> None:
    def arguments(f: Any) -> list[tuple[str, Any]]:
        return [(p.name, p.default) for p in inspect.signature(f).parameters.values()]

    assert arguments(getattr(ops, function)) == arguments(getattr(keras.ops, function))


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (
            lambda x: ops.split(x, 4, axis=-1),
            "ops.split: 6 does not divide into 4 parts",
        ),
        (
            lambda x: ops.split(x, [4, 2], axis=-1),
            "ops.split: cannot cut 6 at [4, 2]; places rise from 1 to 5",
        ),
        (
            lambda x: ops.split(x, 2),
            "ops.split: axis 0 is the batch; use -1 for the channels",
        ),
        (
            lambda x: ops.add(x, TensorSpec((None, 8, 8, 5))),
            "ops.add: cannot add 8x8x6 and 8x8x5; sizes must be equal, or 1",
        ),
    ],
)
def test_refusals_say_why(refused: Any, sentence: str) -> None:
    with pytest.raises(LayerError) as caught:
        refused(TensorSpec((None, 8, 8, 6)))
    assert str(caught.value) == sentence
