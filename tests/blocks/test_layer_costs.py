"""MACs and FLOPs of the layers against TensorFlow's profiler, which counts the operations of the graph."""

from __future__ import annotations

from random import Random
from typing import Any

import keras
import pytest
import tensorflow as tf

from blocks import layers, ops
from blocks.spec import Call, TensorSpec
from tests.profiler import float_operations

pytestmark = pytest.mark.keras

PRODUCTS = {  # the operations whose FLOPs are 2 x MACs
    *("Conv2D", "DepthwiseConv2dNative"),
    *("MatMul", "BatchMatMul", "BatchMatMulV2", "BatchMatMulV3"),
}


def profiled(layer: Any, shapes: list[tuple[int, ...]]) -> dict[str, int]:
    """FLOPs by kind of operation for one image, as the profiler counts the Keras layer's graph."""
    inputs = [keras.Input(shape) for shape in shapes]
    model = keras.Model(inputs, layer(inputs if layer.many else inputs[0]))
    signature = [tf.TensorSpec((1, *shape)) for shape in shapes]
    graph = tf.function(lambda *x: model(list(x))).get_concrete_function(*signature)
    return float_operations(graph.graph)


def analysed(layer: Any, shapes: list[tuple[int, ...]]) -> Call:
    inputs = [TensorSpec((None, *shape)) for shape in shapes]
    call = layer(inputs if layer.many else inputs[0]).source
    assert isinstance(call, Call)
    return call


def settings(seed: int) -> dict[str, tuple[Any, list[tuple[int, ...]]]]:
    """One of each layer that multiplies, with random settings."""
    pick = Random(seed)
    groups = pick.choice([1, 2, 3, 6])
    shape = (pick.randint(6, 9), pick.randint(6, 9), 6 * pick.randint(1, 3))
    kernel = pick.choice([1, 2, 3, (1, 3), (5, 2)])
    common = {
        "strides": pick.choice([1, 2, 3]),
        "padding": pick.choice(["valid", "same"]),
        "use_bias": pick.random() < 0.5,
    }
    filters, multiplier = 6 * pick.randint(1, 4), pick.randint(1, 3)
    return {
        "Conv2D": (layers.Conv2D(filters, kernel, **common), [shape]),
        "GroupedConv2D": (
            layers.GroupedConv2D(filters, kernel, groups=groups, **common),
            [shape],
        ),
        "DepthwiseConv2D": (
            layers.DepthwiseConv2D(kernel, depth_multiplier=multiplier, **common),
            [shape],
        ),
        "SeparableConv2D": (
            layers.SeparableConv2D(
                filters, kernel, depth_multiplier=multiplier, **common
            ),
            [shape],
        ),
        "Dense": (
            layers.Dense(filters),
            [pick.choice([shape, shape[1:], shape[2:]])],
        ),
    }


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", settings(0))
def test_macs_are_half_the_profilers_products(kind: str, seed: int) -> None:
    layer, shapes = settings(seed)[kind]
    expected = 2 * analysed(layer, shapes).macs
    repeat = 1
    if kind == "GroupedConv2D":  # the profiler counts one convolution a group
        repeat, (height, width, channels) = layer.groups, shapes[0]
        shapes = [(height, width, channels // repeat)]
        layer = layers.Conv2D(
            layer.filters // repeat,
            layer.kernel_size,
            strides=layer.strides,
            padding=layer.padding,
        )
    counts = profiled(layer, shapes)
    products = sum(flops for name, flops in counts.items() if name in PRODUCTS)
    assert expected == repeat * products


IMAGE = (6, 8, 4)
WITHOUT_PRODUCTS = {
    "Activation": (layers.Activation("relu"), [IMAGE]),
    "Add": (layers.Add(), [IMAGE, IMAGE, (1, 1, 4)]),
    "Average": (layers.Average(), [IMAGE, IMAGE]),
    "AveragePooling2D": (layers.AveragePooling2D(3, 2), [IMAGE]),
    "BatchNormalization": (layers.BatchNormalization(), [IMAGE]),
    "Concatenate": (layers.Concatenate(), [IMAGE, IMAGE]),
    "Cropping2D": (layers.Cropping2D(1), [IMAGE]),
    "Dropout": (layers.Dropout(0.5), [IMAGE]),
    "Flatten": (layers.Flatten(), [IMAGE]),
    "GlobalAveragePooling2D": (layers.GlobalAveragePooling2D(), [IMAGE]),
    "GlobalMaxPooling2D": (layers.GlobalMaxPooling2D(), [IMAGE]),
    "LayerNormalization": (layers.LayerNormalization(), [IMAGE]),
    "MaxPooling2D": (layers.MaxPooling2D(2), [IMAGE]),
    "Maximum": (layers.Maximum(), [IMAGE, IMAGE]),
    "Minimum": (layers.Minimum(), [IMAGE, IMAGE]),
    "Multiply": (layers.Multiply(), [IMAGE, (1, 1, 4)]),
    "Normalization": (layers.Normalization(), [IMAGE]),
    "Permute": (layers.Permute((2, 1, 3)), [IMAGE]),
    "ReLU": (layers.ReLU(6.0), [IMAGE]),
    "Rescaling": (layers.Rescaling(2.0), [IMAGE]),
    "Reshape": (layers.Reshape((-1, 4)), [IMAGE]),
    "Softmax": (layers.Softmax(), [IMAGE]),
    "SpatialDropout2D": (layers.SpatialDropout2D(0.5), [IMAGE]),
    "Subtract": (layers.Subtract(), [IMAGE, IMAGE]),
    "UpSampling2D": (layers.UpSampling2D(2), [IMAGE]),
    "ZeroPadding2D": (layers.ZeroPadding2D(1), [IMAGE]),
}
# Where the profiler counts as the rule says: an operation an output element.
COUNTED_ALIKE = {
    *("Add", "Subtract", "Multiply", "Maximum", "Minimum"),
    *("Average", "AveragePooling2D", "GlobalAveragePooling2D"),
    *("MaxPooling2D", "Rescaling"),
}


@pytest.mark.parametrize("kind", WITHOUT_PRODUCTS)
def test_layers_without_products(kind: str) -> None:
    layer, shapes = WITHOUT_PRODUCTS[kind]
    counts = profiled(layer, shapes)
    call = analysed(layer, shapes)
    assert call.macs == 0
    assert not PRODUCTS & counts.keys()
    if kind in COUNTED_ALIKE:
        assert call.flops == sum(counts.values())


def test_every_layer_is_counted() -> None:
    kinds = {n for n in layers.__all__ if n != "Input"}
    assert kinds == {*WITHOUT_PRODUCTS, *settings(0)}


ELEMENTS = 6 * 8 * 4
BY_THE_RULE = {  # DESIGN: one operation an output element, two for normalisation
    "bias and activation": (layers.Conv2D(4, 1, activation="relu"), 2 * ELEMENTS),
    "bias": (layers.DepthwiseConv2D(1, activation="linear"), ELEMENTS),
    "neither": (layers.Dense(4, use_bias=False), 0),
    "batch normalisation": (layers.BatchNormalization(), 2 * ELEMENTS),
    "layer normalisation": (layers.LayerNormalization(), 2 * ELEMENTS),
    "softmax": (layers.Softmax(), ELEMENTS),
    "relu6": (layers.ReLU(6.0), ELEMENTS),
    "global pool": (layers.GlobalAveragePooling2D(), ELEMENTS),
    "no activation": (layers.Activation("linear"), 0),
    "dropout": (layers.Dropout(0.2), 0),
    "upsampling": (layers.UpSampling2D(2), 0),
}


@pytest.mark.parametrize("case", BY_THE_RULE.values(), ids=BY_THE_RULE)
def test_elementwise_flops_follow_the_counting_rule(case: tuple[Any, int]) -> None:
    layer, expected = case
    call = analysed(layer, [IMAGE])
    assert call.flops - 2 * call.macs == expected


def test_functions_cost_as_the_layers_do() -> None:
    x = TensorSpec((None, *IMAGE))
    for made in (ops.add(x, x), ops.multiply(x, 2.0), ops.relu(x), ops.sigmoid(x)):
        assert (made.source.macs, made.source.flops) == (0, ELEMENTS)
    for made in (*ops.split(x, 2, axis=-1), ops.concatenate([x, x], axis=-1)):
        assert (made.source.macs, made.source.flops) == (0, 0)
