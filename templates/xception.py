"""Xception."""

from __future__ import annotations

from dataclasses import replace

from designer.model.document import Document
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Option, Published, template

PAPER = "Chollet 2017"

SIZE = replace(INPUT_SIZE, default=299)
DEPTH = Option(
    "depth",
    default=8,
    minimum=1,
    maximum=32,
    step=1,
    help="units of the middle flow.",
)


@template(
    "Xception",
    family="Xception",
    source=f"{PAPER}, Fig. 5",
    year=2017,
    options=(DEPTH, SIZE, CLASSES),
    published=(
        Published(
            {},
            22_910_480,
            8_357_403_496,
            79.0,
            f"keras.applications; {PAPER}, Table 1",
        ),
    ),
)
def xception(depth: int, input_size: int, classes: int) -> Document:
    """Separable convolutions all the way, in residual units.

    Images are expected as in Keras's `preprocess_input`: pixels from -1 to 1.
    """
    return network(
        "xception",
        {
            "depth": DEPTH.variable(depth),
            "input_size": SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("conv1", "conv_bn", filters=32, strides=2, padding="valid"),
        row("conv2", "conv_bn", filters=64, padding="valid"),
        row("entry1", "xception_unit", filters=128, relu_first=False),
        row("entry2", "xception_unit", filters=256),
        row("entry3", "xception_unit", filters=728),
        row(
            "middle",
            "xception_unit",
            repeat="=depth",
            filters=728,
            convolutions=3,
            strides=1,
        ),
        row("exit1", "xception_unit", filters=1024, widen="last"),
        row("exit2", "separable_conv", filters=1536),
        row("exit3", "separable_conv", filters=2048),
        row("classifier", "classifier", classes="=classes"),
    )
