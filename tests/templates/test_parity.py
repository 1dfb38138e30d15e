"""The weights of Keras's own models, moved into the code written for our templates, give the same outputs.

Each application once, at a size where padding shows if it can be; tests/soak has more widths and sizes.
"""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.templates.keras_models import leaves, written

TOLERANCE = 1e-5


def randomise(model: Any, random: np.random.Generator) -> None:
    """Weights that let signals through, and batch-norm statistics unlike the 0 and 1 of a new model."""
    for weight in model.weights:
        shape = tuple(weight.shape)
        if weight.name == "count":  # how many images a Normalization has seen
            continue
        if len(shape) > 1:
            depthwise = len(shape) == 4 and shape[-1] == 1
            inputs = math.prod(shape[:2] if depthwise else shape[:-1])
            value = random.normal(0, (2 / inputs) ** 0.5, shape)
        elif weight.name in ("gamma", "moving_variance", "variance"):
            value = random.uniform(0.5, 1.5, shape)
        else:
            value = random.normal(0, 0.1, shape)
        weight.assign(value)


def transplant(source: Any, target: Any) -> None:
    """Layer by layer in order; a 1x1 convolution's kernel fits a dense layer."""
    import keras

    givers = [layer for layer in leaves(source) if layer.weights]
    takers = [layer for layer in leaves(target) if layer.weights]
    for giver, taker in zip(givers, takers, strict=True):
        for given, taken in zip(giver.weights, taker.weights, strict=True):
            taken.assign(np.reshape(given, taken.shape))
        if isinstance(giver, keras.layers.Normalization):
            giver.finalize_state()
            taker.finalize_state()


@pytest.mark.keras
@pytest.mark.parametrize(
    ("template", "application", "chosen", "size"),
    [
        # maps of odd size: 25 to 12 pixels
        ("mobilenet_v1", "MobileNet", {"alpha": 0.5}, 200),
        ("mobilenet_v2", "MobileNetV2", {"alpha": 0.35}, 97),
        ("mobilenet_v3_small", "MobileNetV3Small", {"alpha": 0.75}, 97),
        ("mobilenet_v3_large", "MobileNetV3Large", {"alpha": 1.0}, 128),
        ("efficientnet_b0", "EfficientNetB0", {}, 75),
        ("efficientnet_v2_s", "EfficientNetV2S", {}, 64),
        ("resnet_50", "ResNet50", {}, 97),
        ("xception", "Xception", {}, 97),
        ("convnext_tiny", "ConvNeXtTiny", {}, 64),
    ],
)
def test_keras_weights_give_the_same_outputs(
    template: str,
    application: str,
    chosen: dict[str, Any],
    size: int,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    same_outputs(template, application, chosen, size, tmp_path, request)


def same_outputs(
    template: str,
    application: str,
    chosen: dict[str, Any],
    size: int,
    folder: Path,
    request: pytest.FixtureRequest,
) -> None:
    """Hold a template's outputs against those of Keras's application."""
    import keras

    # Rounding errors of 32 bits add up to almost the tolerance in the deep networks.
    keras.config.set_dtype_policy("float64")
    request.addfinalizer(partial(keras.config.set_dtype_policy, "float32"))
    theirs = getattr(keras.applications, application)(
        weights=None,
        **chosen,
        input_shape=(size, size, 3),
        classifier_activation=None,  # scores say more than shares near 0 and 1
    )
    ours = written(template, folder, **chosen, input_size=size)
    ours.layers[-1].activation = keras.activations.linear
    random = np.random.default_rng(1)
    randomise(theirs, random)
    transplant(theirs, ours)
    # A network that rescales takes pixels.
    rescaling = (keras.layers.Rescaling, keras.layers.Normalization)
    rescales = any(isinstance(layer, rescaling) for layer in theirs.layers)
    mean, deviation = (128, 64) if rescales else (0, 1)
    images = random.normal(mean, deviation, (2, size, size, 3))
    expected, found = theirs(images, training=False), ours(images, training=False)
    expected, found = np.asarray(expected), np.asarray(found)
    assert expected.std() > 1e-4, "the outputs say nothing: all classes are alike"
    assert np.abs(expected[0] - expected[1]).max() > 1e-4, "all images are alike"
    assert np.abs(found - expected).max() <= TOLERANCE * np.abs(expected).max()
