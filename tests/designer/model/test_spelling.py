"""Suggestions of names: what is a misspelling of what."""

import inspect

import pytest

from blocks.catalog import catalog
from designer.model.keras_names import ALIASES, LAYERS, meant_blocks
from designer.model.spelling import closest

BLOCKS = list(catalog())


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("alhpa", ["phi", "alpha"], ["alpha"]),
        ("alfa", ["beta", "alpha"], ["alpha"]),
        ("filter", ["filters", "kernel_size"], ["filters"]),
        ("kernel", ["filters", "kernel_size"], ["kernel_size"]),
        ("kernelSize", ["filters", "kernel_size"], ["kernel_size"]),
        ("imageinput", BLOCKS, ["image_input"]),
        ("conv_bm", BLOCKS, ["conv_bn"]),
        ("mobilnet_v2", ["mobilenet_v1", "mobilenet_v2"], ["mobilenet_v2"]),
        ("int", ["min", "max", "ceil"], []),
        ("beta", ["delta"], []),
        ("size", ["strides"], []),
        ("conv3d", ["Conv2D"], []),
        ("", ["a", "b"], []),
        ("_", ["a"], []),
    ],
)
def test_closest(name, known, meant):
    assert closest(name, known) == meant


def test_the_closest_comes_first_and_ties_keep_their_order():
    assert closest("row", ["rov", "row_b", "rows"], n=3) == ["rov", "row_b", "rows"]


def test_what_is_closer_to_another_name_is_meant_as_that():
    assert closest("fabs", ["abs"]) == ["abs"]
    assert closest("fabs", ["abs"], others=["fabs"]) == []
    assert closest("fbas", ["abs"], others=["fabs"]) == []


@pytest.mark.keras
def test_no_layer_of_keras_is_taken_for_another():
    """Of every name in keras.layers: the block of that layer, or none."""
    import keras

    kinds = {
        name: kind for name, kind in vars(keras.layers).items() if inspect.isclass(kind)
    }
    assert kinds.keys() == LAYERS | ALIASES.keys()
    for name, kind in kinds.items():
        if name in BLOCKS:
            continue
        meant = meant_blocks(name, BLOCKS, n=3)
        assert [kinds[other] for other in meant] in ([], [kind]), name
    assert meant_blocks("MaxPool2D", BLOCKS) == ["MaxPooling2D"]
    assert meant_blocks("GroupNormalisation", BLOCKS) == []
    assert meant_blocks("BatchNormalisation", BLOCKS) == ["BatchNormalization"]
