"""The third MobileNets, found by search and then improved by hand."""

from __future__ import annotations

from collections.abc import Sequence

from designer.model.document import Document
from templates.options import ALPHA, CLASSES, INPUT_SIZE
from templates.rows import Row, image, network, row
from templates.template import Published, template

PAPER = "Howard et al. 2019"
OPTIONS = (ALPHA, INPUT_SIZE, CLASSES)

# kernel, expansion, filters, squeeze, activation, repeats, strides of the first. The papers' tables print expanded
# channels; Keras scales what they are of the input's, 88 of 24 for instance.
Bottleneck = tuple[int, float | str, int, bool, str, int, int]

SMALL = (  # Table 2
    (3, 1.0, 16, True, "relu", 1, 2),
    (3, 4.5, 24, False, "relu", 1, 2),
    (3, "=88 / 24", 24, False, "relu", 1, 1),
    (5, 4.0, 40, True, "hard_silu", 1, 2),
    (5, 6.0, 40, True, "hard_silu", 2, 1),
    (5, 3.0, 48, True, "hard_silu", 2, 1),
    (5, 6.0, 96, True, "hard_silu", 3, 2),
)
LARGE = (  # Table 1
    (3, 1.0, 16, False, "relu", 1, 1),
    (3, 4.0, 24, False, "relu", 1, 2),
    (3, 3.0, 24, False, "relu", 1, 1),
    (5, 3.0, 40, True, "relu", 3, 2),
    (3, 6.0, 80, False, "hard_silu", 1, 2),
    (3, 2.5, 80, False, "hard_silu", 1, 1),
    (3, 2.3, 80, False, "hard_silu", 2, 1),
    (3, 6.0, 112, True, "hard_silu", 2, 1),
    (5, 6.0, 160, True, "hard_silu", 3, 2),
)


@template(
    "MobileNet v3 small",
    family="MobileNet",
    source=f"{PAPER}, Table 2",
    year=2019,
    options=OPTIONS,
    published=(
        Published(
            {}, 2_554_968, 56_510_400, 67.4, f"keras.applications; {PAPER}, Table 3"
        ),
        Published(
            {"alpha": 0.75},
            2_051_552,
            43_399_344,
            65.4,
            f"keras.applications; {PAPER}, Table 3",
        ),
    ),
)
def mobilenet_v3_small(alpha: float, input_size: int, classes: int) -> Document:
    """MobileNet v2 with squeeze-and-excitation, hard swish, and a last stage that costs less; for small budgets.

    As in Keras, alpha leaves the first convolution alone, and scales the one behind the pooling only above 1.
    """
    return _network("mobilenet_v3_small", alpha, input_size, classes, SMALL, 1024)


@template(
    "MobileNet v3 large",
    family="MobileNet",
    source=f"{PAPER}, Table 1",
    year=2019,
    options=OPTIONS,
    published=(
        Published(
            {}, 5_507_432, 216_589_760, 75.2, f"keras.applications; {PAPER}, Table 3"
        ),
        Published(
            {"alpha": 0.75},
            4_012_616,
            154_560_624,
            73.3,
            f"keras.applications; {PAPER}, Table 3",
        ),
    ),
)
def mobilenet_v3_large(alpha: float, input_size: int, classes: int) -> Document:
    """MobileNet v2 with squeeze-and-excitation, hard swish, and a last stage that costs less.

    As in Keras, alpha leaves the first convolution alone, and scales the one behind the pooling only above 1.
    """
    return _network("mobilenet_v3_large", alpha, input_size, classes, LARGE, 1280)


def _network(
    name: str,
    alpha: float,
    input_size: int,
    classes: int,
    bottlenecks: Sequence[Bottleneck],
    features: int,
) -> Document:
    last = bottlenecks[-1][2]
    return network(
        name,
        {
            "alpha": ALPHA.variable(alpha),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("rescaling", "rescaling", divisor=127.5, offset=-1.0),
        row("stem", "stem", filters=16, activation="hard_silu"),
        *(_row(number, *each) for number, each in enumerate(bottlenecks, start=1)),
        row(
            "head",
            "conv_bn",
            filters=f"=round_channels(6 * round_channels({last} * alpha))",
            kernel_size=1,
            activation="hard_silu",
        ),
        row("pool", "global_pool", keepdims=True),
        # After the pooling, where it costs a 49th of what it did before it (Section 5.1).
        row(
            "features",
            "conv",
            filters=f"=round_channels({features} * max(1, alpha))",
            kernel_size=1,
            activation="hard_silu",
        ),
        row("dropout", "dropout"),
        row("classifier", "dense", units="=classes", activation="softmax"),
    )


def _row(
    number: int,
    kernel_size: int,
    expansion: float | str,
    filters: int,
    squeeze: bool,
    activation: str,
    repeat: int,
    strides: int,
) -> Row:
    return row(
        f"row{number}",
        "inverted_residual_v3",
        repeat=repeat,
        first={"strides": strides} if strides > 1 else {},
        kernel_size=kernel_size,
        expansion=expansion,
        filters=f"=round_channels({filters} * alpha)",
        squeeze=squeeze,
        activation=activation,
    )
