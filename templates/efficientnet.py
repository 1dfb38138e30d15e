"""The EfficientNets."""

from __future__ import annotations

from dataclasses import replace

from designer.model.document import Document
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Published, template

TEN_CLASSES = replace(CLASSES, default=10)


@template(
    "Squeeze-and-excitation, as in the article",
    family="EfficientNet",
    source="article on EfficientNet node processing",
    options=(INPUT_SIZE, TEN_CLASSES),
    published=(
        Published(
            {}, 1_388, 10_838_464, source="article on EfficientNet node processing"
        ),
    ),
)
def squeeze_excite_article(input_size: int, classes: int) -> Document:
    """The listing of the article on EfficientNet: squeeze-and-excitation between a convolution and a classifier."""
    return network(
        "squeeze_excite_article",
        {
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": TEN_CLASSES.variable(classes),
        },
        image(),
        row("conv", "conv", filters=32, strides=2),
        row("se", "squeeze_excite", ratio=16),
        row("classifier", "classifier", classes="=classes"),
    )
