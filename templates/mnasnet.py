"""MnasNet, found by a search that measured each candidate on a phone."""

from __future__ import annotations

from designer.model.document import Document
from templates.options import ALPHA, CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Published, template

PAPER = "Tan et al. 2019"

# kernel, expansion, filters, repeats, strides of the first, squeeze-and-excitation: Fig. 7 without its first row, which
# is a separable convolution: it adds nothing, even where alpha makes its channels equal.
ROWS = (
    (3, 6.0, 24, 2, 2, 0.0),
    (5, 3.0, 40, 3, 2, 0.25),
    (3, 6.0, 80, 4, 2, 0.0),
    (3, 6.0, 112, 2, 1, 0.25),
    (5, 6.0, 160, 3, 2, 0.25),
    (3, 6.0, 320, 1, 1, 0.0),
)


@template(
    "MnasNet-A1",
    family="MnasNet",
    source=f"{PAPER}, Fig. 7",
    year=2019,
    options=(ALPHA, INPUT_SIZE, CLASSES),
    published=(Published({}, 3_900_000, 312_000_000, 75.2, f"{PAPER}, Table 1"),),
)
def mnasnet_a1(alpha: float, input_size: int, classes: int) -> Document:
    """Inverted residuals whose kernels, expansions and squeezes were searched for, stage by stage, on a phone.

    alpha scales all layers but the last convolution, as in the authors' code.
    """
    return network(
        "mnasnet_a1",
        {
            "alpha": ALPHA.variable(alpha),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters="=round_channels(32 * alpha)"),
        row("row1_depthwise", "depthwise_conv", activation="relu"),
        row(
            "row1_project",
            "conv_bn",
            filters="=round_channels(16 * alpha)",
            kernel_size=1,
            activation="linear",
        ),
        *(
            row(
                f"row{number}",
                "inverted_residual",
                repeat=repeat,
                first={"strides": strides} if strides > 1 else {},
                filters=f"=round_channels({filters} * alpha)",
                kernel_size=kernel_size,
                expansion=expansion,
                se_ratio=se_ratio,
                activation="relu",
            )
            for number, (
                kernel_size,
                expansion,
                filters,
                repeat,
                strides,
                se_ratio,
            ) in enumerate(ROWS, start=2)
        ),
        row("head", "conv_bn", filters=1280, kernel_size=1),
        row("classifier", "classifier", classes="=classes", dropout=0.2),
    )
