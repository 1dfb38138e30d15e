"""Where a network ends."""

from typing import Literal

from blocks import layers
from blocks.definition import Range, block
from blocks.ranges import RATE

UNITS = Range(1, 100_000)


@block("Dense", category="Head", ranges={"units": UNITS})
def dense(
    x,
    *,
    units: int = 1000,
    activation: Literal["linear", "relu", "sigmoid", "softmax"] = "linear",
    use_bias: bool = True,
    flatten: bool = True,
    name: str = "dense",
):
    """A fully connected layer.

    Args:
        x: vectors; images are flattened first.
        units: numbers in the output.
        activation: what follows; linear is none.
        use_bias: adds one learnt number per unit.
        flatten: False applies the layer to each pixel of an image by itself.
        name: the layer's name.
    """
    if units == 1 and activation == "softmax":
        raise ValueError("softmax over 1 unit is always 1: sigmoid or 2 units works")
    if flatten and len(x.shape) > 2:
        x = layers.Flatten(name=f"{name}_flatten")(x)
    return layers.Dense(units, activation=activation, use_bias=use_bias, name=name)(x)


@block("Classifier", category="Head", ranges={"classes": UNITS, "dropout": RATE})
def classifier(
    x,
    *,
    classes: int = 1000,
    dropout: float = 0.0,
    activation: Literal["softmax", "sigmoid", "linear"] = "softmax",
    name: str = "classifier",
):
    """The end of a network: global average pooling, dropout, one score per class.

    Args:
        x: images, (batch, height, width, channels).
        classes: how many classes there are.
        dropout: share of the averages that are dropped in training.
        activation: softmax for one class per image, sigmoid for several.
        name: what the layers' names begin with.
    """
    if classes == 1 and activation == "softmax":
        raise ValueError("softmax over 1 class is always 1: sigmoid or 2 classes works")
    if not 0 <= dropout < 1:
        raise ValueError(f"a dropout of {dropout} is not from 0 to below 1: 0.2 works")
    x = layers.GlobalAveragePooling2D(name=f"{name}_pool")(x)
    if dropout:
        x = layers.Dropout(dropout, name=f"{name}_dropout")(x)
    return layers.Dense(classes, activation=activation, name=f"{name}_dense")(x)
