"""Every layer of the facade against the Keras layer of the same name."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from blocks import layers
from blocks.keras_twin import keras_twin
from blocks.rules.arguments import ACTIVATIONS
from blocks.spec import Layer, LayerError, TensorSpec, Weight
from tests.blocks.settings import setting

pytestmark = pytest.mark.keras

SETTINGS = 600  # random settings a layer
COMMON = ("name", "dtype", "trainable")  # what Keras's layers take as **kwargs

KINDS = {
    name: value
    for name, value in vars(layers).items()
    if isinstance(value, type) and issubclass(value, Layer) and value is not Layer
}
every_layer = pytest.mark.parametrize("kind", KINDS)


def keras_class(kind: str) -> type[keras.Layer]:
    return getattr(keras.layers, "Conv2D" if kind == "GroupedConv2D" else kind)


@dataclass(frozen=True)
class Made:
    """What came of a layer: the output's shape, and shape and trainability of each weight."""

    shape: tuple[int | None, ...]
    weights: tuple[Weight, ...]


def on(shapes: Any, make: Callable[..., Any]) -> Any:
    """A tensor of the shape, or a list of them."""
    return [make(s) for s in shapes] if isinstance(shapes, list) else make(shapes)


def by_facade(kind: str, arguments: dict[str, Any], shapes: Any) -> Made | LayerError:
    try:
        output = KINDS[kind](**arguments)(on(shapes, TensorSpec))
    except LayerError as refusal:
        return refusal
    return Made(output.shape, output.source.weights)


def by_keras(kind: str, arguments: dict[str, Any], shapes: Any) -> Made | Exception:
    try:
        layer = keras_class(kind)(**arguments)
        output = layer(on(shapes, keras.KerasTensor))
    except Exception as refusal:  # Keras refuses with many kinds of errors
        return refusal
    trained = {id(weight) for weight in layer.trainable_weights}
    return Made(
        output.shape,
        tuple(Weight(tuple(w.shape), id(w) in trained) for w in layer.weights),
    )


def zeros(shape: tuple[int | None, ...]) -> np.ndarray:
    return np.zeros((2, *shape[1:]), "float32")


def keras_runs(kind: str, arguments: dict[str, Any], shapes: Any) -> bool:
    """Whether numbers go through: Keras takes some settings that then fail on the first image."""
    try:
        keras_class(kind)(**arguments)(on(shapes, zeros))
    except Exception:
        return False
    return True


def senseless(kind: str, arguments: dict[str, Any], shapes: Any) -> bool:
    """Whether this is one of the things in ON_PURPOSE that random settings hit."""
    if kind == "Concatenate":
        return len(shapes) == 1
    if kind in ("LayerNormalization", "Normalization"):
        axis = arguments.get("axis", -1)
        named = [axis] if isinstance(axis, int) else axis or []
        counted = [a % len(shapes) for a in named]
        return 0 in counted or len(set(counted)) < len(counted)
    return False


IMAGE = (None, 8, 8, 6)
ON_PURPOSE = {  # refused here though Keras takes it, with the reason
    "an axis that one tensor does not have": ("Concatenate", {"axis": 7}, [IMAGE]),
    "normalised over the batch": (
        "LayerNormalization",
        {"axis": 0, "center": False, "scale": False},
        IMAGE,
    ),
    "an axis named twice": ("Normalization", {"axis": (1, -3)}, (None, 1, 8, 6)),
    "an axis that is no whole number": ("BatchNormalization", {"axis": 3.5}, IMAGE),
    "half a pixel": ("MaxPooling2D", {"pool_size": (2.5, 2)}, IMAGE),
    "halves of strides": (
        "AveragePooling2D",
        {"pool_size": 2, "strides": (1.5, 1)},
        IMAGE,
    ),
    "a size left to the first image": ("Reshape", {"target_shape": (8.0, 48)}, IMAGE),
    "an activation that halves the channels": (
        "Activation",
        {"activation": "glu"},
        IMAGE,
    ),
    "channels first": ("Flatten", {"data_format": "channels_first"}, IMAGE),
    "adapters of a trained model": ("Dense", {"units": 3, "lora_rank": 2}, IMAGE),
    "a scale that widens the image": (
        "Rescaling",
        {"scale": [1.0, 2.0]},
        (None, 8, 8, 1),
    ),
}


@pytest.mark.parametrize("case", ON_PURPOSE.values(), ids=ON_PURPOSE)
def test_refused_on_purpose(case: tuple[str, dict[str, Any], Any]) -> None:
    assert isinstance(by_facade(*case), LayerError)
    assert isinstance(by_keras(*case), Made)


def trained(
    kind: str, arguments: dict[str, Any], shapes: Any
) -> tuple[int | None, ...]:
    """The shape of what the layer's kernel puts out; its gradient is computed too. Raises what TensorFlow raises."""
    layer = keras_class(kind)(**arguments)
    inputs = on(shapes, lambda shape: tf.constant(zeros(shape)))
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        output = layer(inputs)
        loss = tf.reduce_sum(output)
    tape.gradient(loss, [inputs, layer.trainable_variables])
    return tuple(output.shape)


def check_kernels(kind: str, seed: str, draws: int) -> None:
    """What the facade accepts runs forward and backward on TensorFlow's own kernels.

    Keras infers shapes by rules of its own, which know nothing of the kernels.
    """
    pick = Random(seed)
    signature = inspect.signature(KINDS[kind])
    ran = 0
    while ran < draws:
        arguments, shapes = setting(kind, signature, pick, takes_many=KINDS[kind].many)
        # TensorFlow's depthwise kernels in half precision take fewer strides.
        arguments["dtype"] = "float32"
        ours = by_facade(kind, arguments, shapes)
        if isinstance(ours, LayerError):
            continue
        draw = f"keras.layers.{keras_class(kind).__name__}(**{arguments}) on {shapes}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # softmax over a size of 1
            try:
                shape = trained(kind, arguments, shapes)
            except Exception as error:
                raise AssertionError(f"{draw}, drawn with {seed!r}: {error}") from error
        assert shape[1:] == ours.shape[1:], f"{draw}, drawn with {seed!r}"
        ran += 1


@every_layer
def test_what_is_accepted_runs(kind: str) -> None:
    check_kernels(kind, f"{kind} runs", 30)


def test_onednn_is_off_so_that_kernels_are_the_same_on_every_processor() -> None:
    """With oneDNN, which TensorFlow turns on by itself on some processors, more settings run than on others."""
    assert isinstance(
        by_facade("DepthwiseConv2D", {"kernel_size": 3, "strides": (1, 2)}, IMAGE),
        LayerError,
    )
    with pytest.raises(tf.errors.InvalidArgumentError, match="equal length strides"):
        trained("DepthwiseConv2D", {"kernel_size": 3, "strides": (1, 2)}, IMAGE)


@pytest.mark.parametrize("kind", ["DepthwiseConv2D", "SeparableConv2D"])
def test_unequal_strides_are_refused_with_those_that_work(kind: str) -> None:
    arguments = {"kernel_size": 3, "strides": (1, 2)}
    if kind == "SeparableConv2D":
        arguments["filters"] = 4
    refusal = by_facade(kind, arguments, IMAGE)
    assert isinstance(refusal, LayerError)
    assert refusal.code == "strides"
    assert str(refusal).endswith("not (1, 2): strides=1 or strides=2 works")
    for others in ({"strides": 1}, {"strides": 2}, {"dilation_rate": 2}):
        accepted = {**arguments, **others}
        made = by_facade(kind, accepted, IMAGE)
        assert isinstance(made, Made)
        assert trained(kind, accepted, IMAGE)[1:] == made.shape[1:]


EIGHT = (None, 2, 2, 2, 2, 2, 2, 2)  # axes, the batch included
SIX = EIGHT[:6]
TAKING_TURNS = [
    (
        "Multiply",
        {},
        [(None, 2, 1, 2, 1), (None, 1, 2, 1, 2)],
        [(None, 2, 1, 2, 1, 2), (None, 1, 2, 1, 2, 1)],
    ),
    (
        "Add",
        {},
        [(None, 2, 1, 2, 1, 2), (None, 2, 2, 2, 2, 2)],
        [(None, 2, 1, 2, 1, 2, 1), EIGHT[:7]],
    ),
    (
        "Subtract",
        {},
        [(None, 1, 1, 3, 1, 2), (None, 3, 2)],
        [(None, 3, 1, 3, 1, 3, 1), (None, 3, 1, 3, 1, 3)],
    ),
    ("LayerNormalization", {"axis": (1, 3)}, EIGHT, None),
    ("LayerNormalization", {"axis": (1, 2, 3, 5)}, SIX, None),
    ("LayerNormalization", {"axis": (2, 4, 6)}, (None, 2, 2, 2, 1, 2, 2), EIGHT),
    ("Normalization", {"axis": (1, 3)}, EIGHT, None),
    ("Normalization", {"axis": (1, 3, 5)}, (None, 2, 2, 1, 2, 2), SIX),
    ("Softmax", {"axis": (1, 3)}, EIGHT, None),
    ("Softmax", {"axis": (2, -2, -4)}, (None, 2, 2, 1, 2, 2, 2), EIGHT),
]


@pytest.mark.parametrize(("kind", "arguments", "taken", "refused"), TAKING_TURNS)
def test_axes_take_turns_as_often_as_kernels_can(
    kind: str, arguments: dict[str, Any], taken: Any, refused: Any
) -> None:
    """Keras infers a shape for any; TensorFlow's kernels combine tensors in five runs of axes at most."""
    if taken is not None:
        made = by_facade(kind, arguments, taken)
        assert isinstance(made, Made)
        assert trained(kind, arguments, taken)[1:] == made.shape[1:]
    if refused is not None:
        assert isinstance(by_facade(kind, arguments, refused), LayerError)
        assert isinstance(by_keras(kind, arguments, refused), Made)
        with pytest.raises(tf.errors.UnimplementedError, match="Broadcast between"):
            trained(kind, arguments, refused)


def test_tensors_have_the_axes_that_kernels_take() -> None:
    made = by_facade("Reshape", {"target_shape": EIGHT[1:]}, (None, 128))
    assert isinstance(made, Made)
    assert made.shape == EIGHT
    refusal = by_facade("Reshape", {"target_shape": (2, *EIGHT[1:])}, (None, 256))
    assert isinstance(refusal, LayerError)
    assert refusal.code == "target_shape"
    limited = {"max_value": 3.0, "threshold": 0.5}
    assert trained("ReLU", limited, EIGHT)
    with pytest.raises(tf.errors.UnimplementedError, match="Broadcast between"):
        trained("ReLU", limited, (*EIGHT, 2))


@every_layer
def test_builds_the_keras_layer_of_the_same_arguments(kind: str) -> None:
    pick = Random(kind)
    signature = inspect.signature(KINDS[kind])
    for _ in range(30):
        arguments, shapes = setting(kind, signature, pick, takes_many=KINDS[kind].many)
        if isinstance(by_facade(kind, arguments, shapes), LayerError):
            continue
        arguments["name"] = "the_layer"
        layer = KINDS[kind](**arguments)
        twin = keras_twin(layer)
        draw = f"{arguments} on {shapes}"
        config = keras_class(kind)(**arguments).get_config()
        assert twin.get_config() == config, draw
        output = layer(on(shapes, keras.KerasTensor))
        assert output.shape == by_facade(kind, arguments, shapes).shape, draw
        assert keras_twin(layer) is twin


@every_layer
def test_arguments_have_keras_names_order_and_defaults(kind: str) -> None:
    ours = inspect.signature(KINDS[kind]).parameters.values()
    # Of __init__: Python 3.11.2 shows Keras's __new__ where the base class has the former.
    _, *theirs = inspect.signature(keras_class(kind).__init__).parameters.values()
    assert [(p.name, p.default) for p in ours if p.name not in COMMON] == [
        (p.name, p.default)
        for p in theirs
        if p.kind is not p.VAR_KEYWORD and p.name not in COMMON
    ]
    taken = {p.name for p in ours}
    if any(p.kind is p.VAR_KEYWORD for p in theirs):
        assert taken >= set(COMMON)
    else:
        assert taken == {p.name for p in theirs}


@every_layer
def test_agrees_with_keras(kind: str) -> None:
    """Shapes, weights and refusals over random settings.

    Where only the facade refuses, the layer must fail in Keras once numbers go through it.
    """
    pick = Random(kind)
    signature = inspect.signature(KINDS[kind])
    made = refused = 0
    disagreements = []
    for _ in range(SETTINGS):
        arguments, shapes = setting(kind, signature, pick, takes_many=KINDS[kind].many)
        ours = by_facade(kind, arguments, shapes)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = by_keras(kind, arguments, shapes)
            if isinstance(ours, LayerError):
                agree = (
                    isinstance(theirs, Exception)
                    or senseless(kind, arguments, shapes)
                    or not keras_runs(kind, arguments, shapes)
                )
            else:
                agree = ours == theirs
        made += isinstance(ours, Made)
        refused += isinstance(ours, LayerError)
        if not agree:
            disagreements.append((arguments, shapes, ours, theirs))
    assert not disagreements, f"{len(disagreements)}, such as {disagreements[:3]}"
    assert made > SETTINGS // 8
    assert refused > SETTINGS // 50


def test_every_activation_takes_numbers() -> None:
    """Keras takes the name of a function that needs more arguments, and fails on the first image."""
    for name in sorted(ACTIVATIONS):
        assert keras_runs("Activation", {"activation": name}, (None, 4)), name
