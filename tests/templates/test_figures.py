"""The templates' figures are those that others published, or that Keras's own models have.

Keras's models are built here where widths and sizes are odd; tests/soak has every published width and phi.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from designer.analysis.analyse import analyse
from designer.analysis.report import Analysis
from templates import Template, gallery
from tests.templates.keras_models import leaves

PUBLISHED = [
    row
    for row in csv.DictReader(
        Path(__file__).with_name("published.csv").read_text().splitlines()
    )
    if row["template"] in gallery()
]

ODD_ALPHAS = (0.05, 0.371, 0.66, 1.99)  # where rounding down and rounding to 8 differ
ODD_SIZES = (33, 97, 200, 240)  # where padding shows


def options(row: Mapping[str, str]) -> dict[str, Any]:
    """The options that a row is for; a note in words means the defaults."""
    words = row["options"].split()
    plain = all("=" in word for word in words) and not row["options"].startswith("(")
    given: dict[str, Any] = dict(w.split("=") for w in words) if plain else {}
    return {**given, "input_size": int(row["input"].partition("x")[0])}


def analysed(template: str, **chosen: Any) -> Analysis:
    analysis = analyse(gallery()[template].document(**chosen))
    assert not analysis.issues
    return analysis


def printed(text: str) -> tuple[float, float]:
    """A figure as printed, such as 2.3e6, and half of its last digit."""
    mantissa, _, exponent = text.partition("e")
    decimals = len(mantissa.partition(".")[2])
    return float(text), 0.5 * 10.0 ** (int(exponent or 0) - decimals)


def elements(analysis: Analysis, kind: str, *, of_input: bool = False) -> int:
    """Numbers that the layers of a kind put out or take in, for one image."""
    copies = [calls for node in analysis.nodes.values() for calls in node.calls]
    return sum(
        math.prod((call.input_shapes if of_input else call.outputs)[0][1:])
        for calls in copies
        for call in calls
        if call.operation.kind == kind
    )


@pytest.mark.parametrize(
    "row", PUBLISHED, ids=lambda r: f"{r['template']} {r['options']}"
)
def test_published(row: dict[str, str]) -> None:
    analysis = analysed(row["template"], **options(row))
    total = analysis.total
    params, macs = total.params, total.macs
    if row["exact"] == "printed":  # papers count what is trained
        params = total.trainable_params
    if "leaves out the classifier" in row["source"]:
        macs -= analysis.nodes[analysis.order[-1]].cost.macs
    if "counts the global pooling" in row["source"]:
        macs += elements(analysis, "GlobalAveragePooling2D", of_input=True)
    if "counts the scaling" in row["source"]:
        macs += elements(analysis, "Multiply")
    for figure, ours in (row["params"], params), (row["macs"], macs):
        if figure and row["exact"] == "yes":
            assert ours == int(figure)
        elif figure:
            value, half = printed(figure)
            assert abs(ours - value) <= half


@pytest.mark.parametrize(
    "row", PUBLISHED, ids=lambda r: f"{r['template']} {r['options']}"
)
def test_the_gallery_shows_what_is_published(row: dict[str, str]) -> None:
    template = gallery()[row["template"]]
    wanted = template.document(**options(row))
    (shown,) = [
        figures
        for figures in template.published
        if template.document(**figures.options) == wanted
    ]
    assert shown.params == (int(float(row["params"])) if row["params"] else None)
    assert row["macs"] == "" or shown.macs == int(float(row["macs"]))


def test_shufflenet_as_in_the_article_row_by_row() -> None:
    analysis = analysed("shufflenet_v1_article")
    params = [analysis.nodes[id].cost.params for id in analysis.order]
    assert params == [0, 768, 0, 37_494, 308_772, 546_696, 0, 577_000]
    assert analysis.total.params - analysis.total.trainable_params == 48
    shapes = {n.name: analysis.nodes[n.id].outputs for n in analysis.document}
    assert shapes["stage2"] == ((None, 28, 28, 144),)
    assert shapes["stage3"] == ((None, 14, 14, 288),)
    assert shapes["stage4"] == ((None, 7, 7, 576),)


def test_mobilenet_v1_as_in_the_article_is_not_flattened() -> None:
    analysis = analysed("mobilenet_v1_article")
    assert analysis.nodes[analysis.outputs[0]].outputs == ((None, 1, 1, 1000),)


def keras_macs(model: Any) -> int:
    """Multiply-accumulates of convolutions and dense layers, from the shapes of Keras's own kernels and outputs."""
    import keras

    macs = 0
    for layer in leaves(model):
        if isinstance(layer, keras.layers.DepthwiseConv2D):
            kernel = layer.kernel.shape
            macs += math.prod(layer.output.shape[1:]) * kernel[0] * kernel[1]
        elif isinstance(layer, keras.layers.SeparableConv2D):
            kernels = layer.depthwise_kernel, layer.pointwise_kernel
            products = sum(math.prod(kernel.shape) for kernel in kernels)
            macs += math.prod(layer.output.shape[1:-1]) * products
        elif isinstance(layer, (keras.layers.Conv2D, keras.layers.Dense)):
            macs += math.prod((*layer.output.shape[1:-1], *layer.kernel.shape))
    return macs


def layer_scale_macs(model: Any) -> int:
    """What ours cost more: a layer scale is a depthwise convolution there, and an elementwise product in Keras."""
    return sum(
        math.prod(layer.output.shape[1:])
        for layer in leaves(model)
        if type(layer).__name__ == "LayerScale"
    )


EFFICIENTNET_SIZES = (224, 240, 260, 300, 380, 456, 528, 600)

KERAS_MODELS: list[tuple[str, str, dict[str, Any], int]] = [
    *(
        (template, application, {"alpha": alpha}, size)
        for template, application in (
            ("mobilenet_v1", "MobileNet"),
            ("mobilenet_v2", "MobileNetV2"),
            ("mobilenet_v3_small", "MobileNetV3Small"),
            ("mobilenet_v3_large", "MobileNetV3Large"),
        )
        for alpha, size in zip(ODD_ALPHAS, ODD_SIZES, strict=True)
    ),
    ("mobilenet_v2", "MobileNetV2", {"alpha": 1.4}, 224),  # its last row is wider
    *(("efficientnet_b0", "EfficientNetB0", {}, size) for size in (33, 240)),
    ("efficientnet_v2_s", "EfficientNetV2S", {}, 97),
    ("resnet_50", "ResNet50", {}, 97),
    ("resnet_101", "ResNet101", {}, 33),
    ("xception", "Xception", {}, 97),
    ("convnext_tiny", "ConvNeXtTiny", {}, 97),
]


@pytest.mark.keras
@pytest.mark.parametrize(("template", "application", "chosen", "size"), KERAS_MODELS)
def test_keras_counts_the_same(
    template: str, application: str, chosen: dict[str, Any], size: int
) -> None:
    counts_as_keras(template, application, chosen, size)


def counts_as_keras(
    template: str, application: str, chosen: dict[str, Any], size: int
) -> None:
    """Hold a template's figures against those of Keras's application."""
    import keras

    theirs = getattr(keras.applications, application)(
        weights=None, **chosen, input_shape=(size, size, 3), classes=17
    )
    scaled = layer_scale_macs(theirs)
    assert bool(scaled) == (application == "ConvNeXtTiny")
    assert_same_counts(
        theirs, template, more_macs=scaled, **chosen, input_size=size, classes=17
    )


@pytest.mark.keras
def test_the_readme_says_how_many_macs_convnext_has_above_kerass() -> None:
    import keras

    theirs = keras.applications.ConvNeXtTiny(weights=None)
    more = analysed("convnext_tiny").total.macs - keras_macs(theirs)
    assert more == layer_scale_macs(theirs)
    readme = Path(__file__).parents[2] / "README.md"
    assert f"{more:,} MACs above" in readme.read_text()


@pytest.mark.keras
@pytest.mark.parametrize(
    ("width", "depth"), [(0.4, 0.3), (1.25, 1.5), (1.1**2.5, 1.2**2.5)]
)
def test_efficientnets_scale_as_in_keras(width: float, depth: float) -> None:
    from keras.src.applications.efficientnet import EfficientNet

    theirs = EfficientNet(width, depth, 64, weights=None)
    scaled = {"width": width, "depth": depth, "input_size": 64}
    assert_same_counts(theirs, "efficientnet_b0", **scaled)


@pytest.mark.keras
@pytest.mark.parametrize("phi", [1, 3])
def test_a_stop_of_phi_is_kerass_network(phi: int) -> None:
    is_kerass_efficientnet(phi)


def is_kerass_efficientnet(phi: int) -> None:
    """Width and depth by the counts, the image size and the dropout by Keras's own figures."""
    import keras

    size = EFFICIENTNET_SIZES[phi]
    theirs = getattr(keras.applications, f"EfficientNetB{phi}")(weights=None)
    assert theirs.input_shape == (None, size, size, 3)
    assert_same_counts(theirs, f"efficientnet_b{phi}")
    for template in ("efficientnet_b0", "efficientnet_b7"):
        assert_same_counts(theirs, template, phi=phi)
    variables = analysed("efficientnet_b0", phi=phi).variables
    assert variables["dropout"] == theirs.get_layer("top_dropout").rate


def assert_same_counts(
    theirs: Any, template: str, more_macs: int = 0, **chosen: Any
) -> None:
    ours = analysed(template, **chosen).total
    trainable = sum(math.prod(weight.shape) for weight in theirs.trainable_weights)
    assert ours.params == theirs.count_params()
    assert ours.trainable_params == trainable
    assert ours.macs == keras_macs(theirs) + more_macs


@pytest.mark.parametrize("template", gallery().values(), ids=lambda t: t.id)
def test_ours_are_the_figures_beside_ours(template: Template) -> None:
    """What the gallery shows as published is met exactly where Keras counted it."""
    for figures in template.published:
        total = analysed(template.id, **figures.options).total
        if "keras.applications" in figures.source:
            assert (total.params, total.macs) == (figures.params, figures.macs)
