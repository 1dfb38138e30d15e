"""The templates' figures are those that others published, or that Keras's own models have."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from designer.analysis.analyse import analyse
from designer.analysis.report import Analysis
from templates import gallery

PUBLISHED = [
    row
    for row in csv.DictReader(
        Path(__file__).with_name("published.csv").read_text().splitlines()
    )
    if row["template"] in gallery()
]

ALPHAS_V1 = (0.25, 0.5, 0.75, 1.0)
ALPHAS_V2 = (0.35, 0.5, 0.75, 1.0, 1.3, 1.4)
ODD_ALPHAS = (0.05, 0.371, 0.66, 1.99)  # where rounding down and rounding to 8 differ
ODD_SIZES = (33, 97, 200, 240)  # where padding shows


def options(row: Mapping[str, str]) -> dict[str, Any]:
    pairs = "" if row["options"].startswith("(") else row["options"]
    given: dict[str, Any] = dict(pair.split("=") for pair in pairs.split())
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


@pytest.mark.parametrize(
    "row", PUBLISHED, ids=lambda r: f"{r['template']} {r['options']}"
)
def test_published(row: dict[str, str]) -> None:
    analysis = analysed(row["template"], **options(row))
    macs = analysis.total.macs
    if "leaves out the classifier" in row["source"]:
        macs -= analysis.nodes[analysis.order[-1]].cost.macs
    for figure, ours in (row["params"], analysis.total.params), (row["macs"], macs):
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
    for layer in model.layers:
        if isinstance(layer, keras.layers.DepthwiseConv2D):
            kernel = layer.kernel.shape
            macs += math.prod(layer.output.shape[1:]) * kernel[0] * kernel[1]
        elif isinstance(layer, (keras.layers.Conv2D, keras.layers.Dense)):
            macs += math.prod((*layer.output.shape[1:-1], *layer.kernel.shape))
    return macs


KERAS_MODELS = [
    *(("mobilenet_v1", "MobileNet", alpha, 224) for alpha in ALPHAS_V1 + ODD_ALPHAS),
    *(("mobilenet_v1", "MobileNet", 0.5, size) for size in ODD_SIZES),
    *(("mobilenet_v2", "MobileNetV2", alpha, 224) for alpha in ALPHAS_V2 + ODD_ALPHAS),
    *(("mobilenet_v2", "MobileNetV2", 0.5, size) for size in ODD_SIZES),
]


@pytest.mark.keras
@pytest.mark.parametrize(("template", "application", "alpha", "size"), KERAS_MODELS)
def test_keras_counts_the_same(
    template: str, application: str, alpha: float, size: int
) -> None:
    import keras

    theirs = getattr(keras.applications, application)(
        weights=None, alpha=alpha, input_shape=(size, size, 3), classes=17
    )
    ours = analysed(template, alpha=alpha, input_size=size, classes=17).total
    trainable = sum(math.prod(weight.shape) for weight in theirs.trainable_weights)
    assert ours.params == theirs.count_params()
    assert ours.trainable_params == trainable
    assert ours.macs == keras_macs(theirs)
