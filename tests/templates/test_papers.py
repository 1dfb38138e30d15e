"""Networks that Keras does not have, against the figures that their papers print."""

from __future__ import annotations

from typing import Any

import pytest

from blocks.catalog import catalog
from blocks.rules.convolution import Conv2D, DepthwiseConv2D
from blocks.rules.merging import Add
from blocks.rules.regularization import Dropout
from designer.analysis.analyse import analyse
from templates import gallery


@pytest.mark.parametrize(
    ("template", "options", "mega_params", "mega_macs"),
    [
        ("mnasnet_a1", {}, "3.9", "312"),  # Tan et al. 2019, Table 1
        ("ghostnet", {}, "5.2", "141"),  # Han et al. 2020, Table 7
        ("ghostnet", {"alpha": 0.5}, "2.6", "42"),
    ],
)
def test_printed_figures_to_the_last_digit(
    template: str, options: dict[str, Any], mega_params: str, mega_macs: str
) -> None:
    total = analyse(gallery()[template].document(**options)).total
    assert f"{total.trainable_params / 1e6:.1f}" == mega_params
    assert f"{total.macs / 1e6:.0f}" == mega_macs


def test_ger_vnet_48_has_48_convolutions_in_its_blocks_and_the_articles_cost() -> None:
    analysis = analyse(gallery()["ger_vnet_48"].document())
    convolutions = [
        call
        for node in analysis.document
        if node.block == "ger_block"
        for copy in analysis.nodes[node.id].calls
        for call in copy
        if isinstance(call.operation, (Conv2D, DepthwiseConv2D))
    ]
    assert len(convolutions) == 48
    assert abs(analysis.total.macs - 2.3e9) <= 0.02 * 2.3e9
    assert "not been reproduced" in gallery()["ger_vnet_48"].description


@pytest.mark.parametrize(
    ("groups", "scale", "stem"),
    [
        *((groups, scale, 24) for groups in (1, 2, 3, 4, 8) for scale in (1.0, 1.5)),
        *((3, scale, 12) for scale in (0.25, 0.5)),
        *((8, scale, 16) for scale in (0.25, 0.5)),
        (3, 2.0, 48),
        (8, 2.0, 48),
    ],
)
def test_shufflenets_stem_follows_the_scale_as_in_the_authors_code(
    groups: int, scale: float, stem: int
) -> None:
    """megvii-model/ShuffleNet-Series, ShuffleNetV1/network.py: the first of `stage_out_channels`."""
    document = gallery()["shufflenet_v1"].document(groups=groups, scale=scale)
    analysis = analyse(document)
    shapes = {document.nodes[id].name: n.outputs for id, n in analysis.nodes.items()}
    assert shapes["stem"] == ((None, 112, 112, stem),)
    assert not analysis.issues


def test_shufflenets_of_every_scale_and_groups_are_clean() -> None:
    template = gallery()["shufflenet_v1"]
    for groups in (1, 2, 3, 4, 8):
        for quarters in range(1, 17):
            document = template.document(groups=groups, scale=quarters / 4)
            assert not analyse(document).issues


@pytest.mark.parametrize("alpha", [0.25, 0.5, 0.75, 1.0, 1.4])
def test_mnasnets_first_block_adds_nothing(alpha: float) -> None:
    """Tan et al. 2019, Fig. 7: a separable convolution, where alpha 0.25 makes 8 channels of 8."""
    document = gallery()["mnasnet_a1"].document(alpha=alpha)
    analysis = analyse(document)
    rows = {document.nodes[id].name: report for id, report in analysis.nodes.items()}
    for name in ("row1_depthwise", "row1_project"):
        kinds = {type(call.operation) for copy in rows[name].calls for call in copy}
        assert Add not in kinds
    assert any(
        type(call.operation) is Add for copy in rows["row2"].calls for call in copy
    )


@pytest.mark.keras
@pytest.mark.parametrize(
    ("template", "application"),
    [("efficientnet_b0", "EfficientNetB0"), ("efficientnet_v2_s", "EfficientNetV2S")],
)
def test_blocks_are_skipped_as_often_as_in_keras(
    template: str, application: str
) -> None:
    """A row has one share for all blocks but the first: Keras's mean, and Keras's own where only one is skipped."""
    import keras

    theirs: dict[int, list[float]] = {}
    for layer in getattr(keras.applications, application)(weights=None).layers:
        if layer.name.endswith("_drop"):
            row = int(layer.name.removeprefix("block")[0])
            theirs.setdefault(row, []).append(layer.rate)
    document = gallery()[template].document()
    analysis = analyse(document)
    ours = {
        int(document.nodes[id].name.removeprefix("row")): [
            call.operation.rate
            for copy in report.calls
            for call in copy
            if isinstance(call.operation, Dropout)
        ]
        for id, report in analysis.nodes.items()
        if document.nodes[id].name.startswith("row")
    }
    assert {row: len(rates) for row, rates in ours.items() if rates} == {
        row: len(rates) for row, rates in theirs.items()
    }
    for row, rates in theirs.items():
        mean = sum(rates) / len(rates)
        assert sum(ours[row]) / len(rates) == pytest.approx(mean, abs=6e-4)


@pytest.mark.parametrize(
    ("template", "source"),
    [
        ("regnetx_400mf", "Fig. 15"),
        ("regnety_400mf", "Fig. 16"),
        ("mobilenet_v3_small", "Table 3"),
        ("mobilenet_v3_large", "Table 3"),
        ("shufflenet_v2", "Tables 5 and 8"),
        *((f"efficientnet_b{number}", "1905.11946v5") for number in range(8)),
    ],
)
def test_figures_name_the_table_that_prints_them(template: str, source: str) -> None:
    assert all(source in figures.source for figures in gallery()[template].published)


@pytest.mark.parametrize(
    ("block", "source"),
    [
        ("squeeze_excite", "Hu et al. 2018, Fig. 1"),
        ("ghost_module", "Han et al. 2020, Fig. 2"),
    ],
)
def test_blocks_name_the_figure_that_draws_them(block: str, source: str) -> None:
    assert catalog()[block].source == source


@pytest.mark.parametrize("member", range(1, 8))
def test_efficientnets_are_those_released_not_powers_of_phi(member: int) -> None:
    """Widths and depths of the authors' efficientnet_builder.py; the paper's rule is 1.1**phi and 1.2**phi."""
    released = (
        (1.0, 1.1), (1.1, 1.2), (1.2, 1.4), (1.4, 1.8), (1.6, 2.2), (1.8, 2.6), (2.0, 3.1),
    )[member - 1]  # fmt: skip
    document = gallery()["efficientnet_b0"].document(phi=member)
    variables = analyse(document).variables
    assert (variables["width"], variables["depth"]) == pytest.approx(released)
    if member <= 4:
        rule = (1.1**member, 1.2**member)
        assert (round(rule[0], 1), round(rule[1], 1)) != released
    assert "not the paper's rule" in gallery()["efficientnet_b0"].description
