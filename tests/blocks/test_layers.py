"""What a user reads when a layer refuses, and how layers behave on specs, without Keras."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from blocks import layers
from blocks.spec import LayerError, Operation, TensorSpec, record

X = layers.Input((28, 28, 16))

REFUSALS: dict[str, tuple[Callable[[], Any], str]] = {
    "groups do not divide channels": (
        lambda: layers.GroupedConv2D(48, 3, groups=3)(X),
        "GroupedConv2D: 16 input channels do not divide into 3 groups; "
        "1, 2, 4, 8 or 16 groups would",
    ),
    "groups do not divide filters": (
        lambda: layers.Conv2D(116, 1, groups=8),
        "Conv2D: 116 filters do not divide into 8 groups; "
        "1, 2, 4, 29, 58 or 116 groups would",
    ),
    "only one group is left": (
        lambda: layers.Conv2D(9, 1, groups=3)(X),
        "Conv2D: 16 input channels do not divide into 3 groups; 1 group would",
    ),
    "a slip of the finger": (
        lambda: layers.Conv2D(720_720_000_000, 1, groups=17),
        "Conv2D: 720720000000 filters do not divide into 17 groups; "
        "15, 16, 18 or 20 groups would",
    ),
    "window too large": (
        lambda: layers.MaxPooling2D(30)(X),
        "MaxPooling2D: a 30x30 window does not fit into 28x28 pixels; "
        "use padding 'same', or at most 28x28",
    ),
    "strides and dilation": (
        lambda: layers.Conv2D(8, 3, strides=2, dilation_rate=2),
        "Conv2D: strides (2, 2) and dilation (2, 2) do not go together; "
        "keep one of them at 1",
    ),
    "a misspelt activation": (
        lambda: layers.Activation("Sigmiod"),
        "Activation: there is no activation 'Sigmiod'; use 'sigmoid'",
    ),
    "no channels": (
        lambda: layers.Dense(0),
        "Dense: units is a whole number from 1, such as 8, not 0",
    ),
    "three strides": (
        lambda: layers.AveragePooling2D(2, (1, 2, 3)),
        "AveragePooling2D: strides is one or two whole numbers from 1, "
        "such as 2 or (2, 2), not (1, 2, 3)",
    ),
    "unequal shortcut": (
        lambda: layers.Add()([X, layers.Input((28, 28, 24))]),
        "Add: cannot add 28x28x16 and 28x28x24; sizes must be equal, or 1",
    ),
    "unequal images to join": (
        lambda: layers.Concatenate()([X, layers.Input((14, 14, 16))]),
        "Concatenate: cannot join 28x28x16 and 14x14x16 along axis 3; "
        "all other sizes must be equal",
    ),
    "one tensor to add": (
        lambda: layers.Add()(X),
        "Add: takes a list of tensors, such as [a, b]",
    ),
    "a list for a layer of one": (
        lambda: layers.ReLU()([X, X]),
        "ReLU: takes one tensor, not a list of 2",
    ),
    "numbers lost": (
        lambda: layers.Reshape((28, 28, 15))(X),
        "Reshape: the 12,544 numbers of 28x28x16 do not fill (28, 28, 15)",
    ),
    "not an image": (
        lambda: layers.Conv2D(8, 3)(layers.Input((10,))),
        "Conv2D: takes images (height, width, channels), not 10",
    ),
    "channels first": (
        lambda: layers.Conv2D(8, 3, data_format="channels_first"),
        "Conv2D: images are (height, width, channels) here; "
        "use data_format 'channels_last', not 'channels_first'",
    ),
    "nothing left": (
        lambda: layers.Cropping2D(14)(X),
        "Cropping2D: cutting 28 rows and 28 columns leaves nothing of 28x28 pixels; "
        "cut at most 27 and 27",
    ),
    "an unknown size": (
        lambda: layers.Input((None, None, 3)),
        "Input: shape is whole numbers from 1, such as (224, 224, 3), "
        "not (None, None, 3)",
    ),
}


@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS)
def test_refusals_say_what_was_received_and_what_works(
    case: tuple[Callable[[], Any], str],
) -> None:
    refused, sentence = case
    with pytest.raises(LayerError) as caught:
        refused()
    assert str(caught.value) == sentence


def test_a_layer_without_a_rule_cannot_be_made() -> None:
    class Unruly(Operation):
        def output_shape(self, x: Any) -> Any:
            return x

    with pytest.raises(TypeError, match="elementwise_flops, macs, view, weights"):
        Unruly()  # type: ignore[abstract]


def test_a_layer_called_twice_is_one_layer() -> None:
    conv = layers.Conv2D(16, 3, padding="same")
    calls = list(record(conv(conv(X))))
    assert [call.operation for call in calls] == [conv, conv]
    assert calls[1].inputs == (TensorSpec((None, 28, 28, 16)),)


def test_analysis_waits_for_neither_keras_nor_tensorflow() -> None:
    program = (
        "import sys; from blocks import layers, ops; "
        "x = layers.Conv2D(8, 3)(layers.Input((8, 8, 3))); ops.split(x, 2, axis=-1); "
        "assert not {'keras', 'tensorflow', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
