"""The MobileNets."""

from __future__ import annotations

from dataclasses import replace

from designer.model.document import Document
from templates.options import ALPHA, CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Published, template

KERAS = "keras.applications"
V1_PAPER = "Howard et al. 2017"
V2_PAPER = "Sandler et al. 2018"

# filters, repeats, strides of the first: Table 1 with its equal rows taken together.
V1_ROWS = ((64, 1, 1), (128, 2, 2), (256, 2, 2), (512, 6, 2), (1024, 2, 2))

# t, c, n, s: Table 2.
V2_ROWS = (
    (1, 16, 1, 1),
    (6, 24, 2, 2),
    (6, 32, 3, 2),
    (6, 64, 4, 2),
    (6, 96, 3, 1),
    (6, 160, 3, 2),
    (6, 320, 1, 1),
)

# The 7x7 average pooling needs a 7x7 map, a 32nd of the image.
ARTICLE_SIZE = replace(INPUT_SIZE, minimum=193)


@template(
    "MobileNet v1",
    family="MobileNet",
    source=f"{V1_PAPER}, Table 1",
    year=2017,
    options=(ALPHA, INPUT_SIZE, CLASSES),
    published=(
        Published({}, 4_253_864, 568_740_352, 70.6, f"{KERAS}; {V1_PAPER}, Table 6"),
        Published(
            {"alpha": 0.5},
            1_342_536,
            149_497_088,
            63.7,
            f"{KERAS}; {V1_PAPER}, Table 6",
        ),
        Published(
            {"alpha": 0.25, "input_size": 128}, 475_544, 13_570_048, source=KERAS
        ),
    ),
)
def mobilenet_v1(alpha: float, input_size: int, classes: int) -> Document:
    """Depthwise separable convolutions instead of convolutions: an eighth of the work, almost as good.

    As in Keras: activations end at 6, channels are rounded down, and images are padded at the bottom and right.
    """
    return network(
        "mobilenet_v1",
        {
            "alpha": ALPHA.variable(alpha),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters="=floor(32 * alpha)", activation="relu6"),
        *(
            row(
                f"row{number}",
                "depthwise_separable",
                repeat=repeat,
                first={"strides": strides} if strides > 1 else {},
                filters=f"=floor({filters} * alpha)",
                padding="end",
            )
            for number, (filters, repeat, strides) in enumerate(V1_ROWS, start=1)
        ),
        row("classifier", "classifier", classes="=classes", dropout=0.001),
    )


@template(
    "MobileNet v1, as in the article",
    family="MobileNet",
    source="article on the MobileNet series",
    options=(ARTICLE_SIZE, CLASSES),
    published=(
        Published({}, 4_264_808, 568_740_352, source="article on the MobileNet series"),
    ),
)
def mobilenet_v1_article(input_size: int, classes: int) -> Document:
    """The listing of the article on the MobileNet series.

    Its convolutions have biases, which the batch normalisations undo, and its classifier is applied without flattening:
    it gives 1x1x1000 numbers for an image.
    """
    return network(
        "mobilenet_v1_article",
        {
            "input_size": ARTICLE_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=32, activation="relu", use_bias=True),
        *(
            row(
                f"row{number}",
                "depthwise_separable",
                repeat=repeat,
                first={"strides": strides} if strides > 1 else {},
                filters=filters,
                activation="relu",
                use_bias=True,
            )
            for number, (filters, repeat, strides) in enumerate(V1_ROWS, start=1)
        ),
        row("pool", "average_pool", pool_size=7, strides=1),
        row(
            "classifier",
            "dense",
            units="=classes",
            activation="softmax",
            flatten=False,
        ),
    )


@template(
    "MobileNet v2",
    family="MobileNet",
    source=f"{V2_PAPER}, Table 2",
    year=2018,
    options=(ALPHA, INPUT_SIZE, CLASSES),
    published=(
        Published({}, 3_538_984, 300_774_272, 72.0, f"{KERAS}; {V2_PAPER}, Table 4"),
        Published(
            {"alpha": 1.4},
            6_156_712,
            582_195_824,
            74.7,
            f"{KERAS}; {V2_PAPER}, Table 4",
        ),
    ),
)
def mobilenet_v2(alpha: float, input_size: int, classes: int) -> Document:
    """Inverted residuals: thin layers carry the image, wide ones between them compute with it.

    As in Keras, channels are rounded to multiples of 8, and alpha narrows all layers but the last convolution.
    """
    return network(
        "mobilenet_v2",
        {
            "alpha": ALPHA.variable(alpha),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters="=round_channels(32 * alpha)", activation="relu6"),
        *(
            row(
                f"row{number}",
                "inverted_residual",
                repeat=repeat,
                first={"strides": strides} if strides > 1 else {},
                # Keras rounds down before it rounds to a multiple of 8.
                filters=f"=round_channels(floor({filters} * alpha))",
                expansion=expansion,
            )
            for number, (expansion, filters, repeat, strides) in enumerate(
                V2_ROWS, start=1
            )
        ),
        row(
            "head",
            "conv_bn",
            filters="=round_channels(1280 * max(1, alpha))",
            kernel_size=1,
            activation="relu6",
        ),
        row("classifier", "classifier", classes="=classes"),
    )
