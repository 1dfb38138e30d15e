"""GhostNet: half of the feature maps are cheap variants of the other half."""

from __future__ import annotations

from designer.model.document import Document
from templates.options import ALPHA, CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Published, template

PAPER = "Han et al. 2020"

# kernel, expanded channels, filters, squeeze-and-excitation, repeats, strides of the first: Table 1 with its equal rows
# taken together.
ROWS = (
    (3, 16, 16, False, 1, 1),
    (3, 48, 24, False, 1, 2),
    (3, 72, 24, False, 1, 1),
    (5, 72, 40, True, 1, 2),
    (5, 120, 40, True, 1, 1),
    (3, 240, 80, False, 1, 2),
    (3, 200, 80, False, 1, 1),
    (3, 184, 80, False, 2, 1),
    (3, 480, 112, True, 1, 1),
    (3, 672, 112, True, 1, 1),
    (5, 672, 160, True, 1, 2),
    (5, 960, 160, False, 1, 1),
    (5, 960, 160, True, 1, 1),
    (5, 960, 160, False, 1, 1),
    (5, 960, 160, True, 1, 1),
)


@template(
    "GhostNet",
    family="GhostNet",
    source=f"{PAPER}, Table 1",
    year=2020,
    options=(ALPHA, INPUT_SIZE, CLASSES),
    published=(
        Published({}, 5_200_000, 141_000_000, 73.9, f"{PAPER}, Table 7"),
        Published({"alpha": 0.5}, 2_600_000, 42_000_000, 66.2, f"{PAPER}, Table 7"),
    ),
)
def ghostnet(alpha: float, input_size: int, classes: int) -> Document:
    """Feature maps resemble each other, so a convolution computes half of them and a cheap one the rest from these.

    Channels are rounded to multiples of 4, and alpha scales all layers but the one before the classifier.
    """
    return network(
        "ghostnet",
        {
            "alpha": ALPHA.variable(alpha),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=_scaled(16)),
        *(
            row(
                f"row{number}",
                "ghost_bottleneck",
                repeat=repeat,
                first={"strides": strides} if strides > 1 else {},
                filters=_scaled(filters),
                expanded=_scaled(expanded),
                kernel_size=kernel_size,
                squeeze=squeeze,
            )
            for number, (
                kernel_size,
                expanded,
                filters,
                squeeze,
                repeat,
                strides,
            ) in enumerate(ROWS, start=1)
        ),
        row("head", "conv_bn", filters=_scaled(960), kernel_size=1),
        row("pool", "global_pool", keepdims=True),
        row("features", "conv", filters=1280, kernel_size=1, activation="relu"),
        row("dropout", "dropout"),
        row("classifier", "dense", units="=classes", activation="softmax"),
    )


def _scaled(channels: int) -> str:
    return f"=round_channels({channels} * alpha, 4)"
