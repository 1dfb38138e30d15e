"""AlexNet."""

from __future__ import annotations

from dataclasses import replace

from designer.model.document import Document
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import Row, image, network, row
from templates.template import Option, Published, template

PAPER = "Krizhevsky et al. 2012"

# A smaller image leaves no pixel for the third pooling, a much larger one makes fc6 too large for a machine.
SIZE = replace(INPUT_SIZE, default=227, minimum=67, maximum=1024)
GROUPS = Option(
    "groups",
    default=2,
    choices=(1, 2, 4),
    minimum=1,
    maximum=4,
    step=1,
    help="groups of the second, fourth and fifth convolution.",
)


@template(
    "AlexNet",
    family="AlexNet",
    source=f"{PAPER}, Sec. 3.5",
    year=2012,
    options=(GROUPS, SIZE, CLASSES),
    published=(
        Published(
            {},
            60_970_000,
            top1=59.3,
            source=f"{PAPER}, parameters counted from its layers; Table 2",
        ),
    ),
)
def alexnet(groups: int, input_size: int, classes: int) -> Document:
    """The network that began it, in two groups because it was trained on two GPUs.

    The local response normalisation after the first two convolutions is left out: it has no parameters and Keras has
    no layer for it. Images have 227 pixels, with which the paper's sizes come out; it prints 224.
    """
    return network(
        "alexnet",
        {
            "groups": GROUPS.variable(groups),
            "input_size": SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row(
            "conv1",
            "conv",
            filters=96,
            kernel_size=11,
            strides=4,
            padding="valid",
            activation="relu",
        ),
        row("pool1", "max_pool", pool_size=3),
        _grouped("conv2", filters=256, kernel_size=5),
        row("pool2", "max_pool", pool_size=3),
        row("conv3", "conv", filters=384, activation="relu"),
        _grouped("conv4", filters=384),
        _grouped("conv5", filters=256),
        row("pool5", "max_pool", pool_size=3),
        row("fc6", "dense", units=4096, activation="relu"),
        row("drop6", "dropout", rate=0.5),
        row("fc7", "dense", units=4096, activation="relu"),
        row("drop7", "dropout", rate=0.5),
        row("fc8", "dense", units="=classes", activation="softmax"),
    )


def _grouped(name: str, *, filters: int, kernel_size: int = 3) -> Row:
    """A convolution in groups, from before there was batch normalisation."""
    return row(
        name,
        "grouped_conv",
        filters=filters,
        kernel_size=kernel_size,
        groups="=groups",
        batch_norm=False,
        use_bias=True,
    )
