"""Every block of the library: traced on specs and built in Keras it must come to the same.

What is tried follows from the blocks' own parameters, so a new block is tested without a line here. More settings
are tried in tests/soak.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest

from blocks.catalog import catalog
from blocks.definition import Block
from blocks.spec import TensorSpec, record
from tests.blocks.block_cases import BLOCKS, cases

ACCEPTED = 50  # settings a block that work; those that are refused come on top
TRIED = 25  # times as many at most


def traced(block: Block, shapes: list[Any], settings: dict[str, Any]) -> Any:
    inputs = _placed(shapes, lambda shape: TensorSpec((None, *shape)))
    try:
        output = block.function(*inputs, **settings)
    except ValueError:
        return "refused"
    weights = [w for call in record(output) for w in call.weights]
    return output.shape, sorted((w.shape, w.trainable) for w in weights)


def built(block: Block, shapes: list[Any], settings: dict[str, Any]) -> Any:
    import keras

    inputs = _placed(shapes, keras.Input)
    try:
        output = block.function(*inputs, **settings)
    except (ValueError, TypeError, ZeroDivisionError):  # as Keras happens to refuse
        return "refused"
    model = keras.Model(inputs, output)
    trainable = {id(w) for w in model.trainable_weights}
    return output.shape, sorted(
        (tuple(w.shape), id(w) in trainable) for w in model.weights
    )


def _placed(shapes: list[Any], make: Callable[[Any], Any]) -> list[Any]:
    return [
        [make(each) for each in shape] if isinstance(shape, list) else make(shape)
        for shape in shapes
    ]


@pytest.mark.keras
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_a_block_traced_is_the_block_built(block: Block) -> None:
    comes_to_the_same(block, ACCEPTED)


def comes_to_the_same(block: Block, wanted: int) -> None:
    """Trace and build a block until so many settings have worked."""
    accepted = 0
    for shapes, settings in islice(cases(block), TRIED * wanted):
        found = traced(block, shapes, settings)
        assert found == built(block, shapes, settings), (shapes, settings)
        accepted += found != "refused"
        if accepted == wanted:
            return
    pytest.fail(f"only {accepted} of {TRIED * wanted} settings worked")


@pytest.mark.keras
def test_the_image_is_a_keras_input() -> None:
    import keras

    spec = catalog()["image_input"].function(height=5, width=7, channels=2)
    assert spec.shape == keras.Input((5, 7, 2)).shape


@pytest.mark.parametrize("block", catalog().values(), ids=lambda block: block.id)
def test_a_block_is_documented(block: Block) -> None:
    """The inspector shows a help text for every parameter, and a field that suits it."""
    assert block.summary.endswith(".")
    for parameter in block.parameters.values():
        assert parameter.help.endswith("."), parameter.name
        assert parameter.type in (int, float, bool, str), parameter.name
        if isinstance(parameter.default, str) and parameter.literal:
            parameter.read(parameter.default)
        elif parameter.choices:
            assert parameter.default in parameter.choices
        elif parameter.type in (int, float):
            assert parameter.range is not None, parameter.name
            limits = parameter.range
            assert limits.minimum <= parameter.default <= limits.maximum
