"""Networks that Keras does not have, against the figures that their papers print."""

from __future__ import annotations

from typing import Any

import pytest

from blocks.rules.convolution import Conv2D, DepthwiseConv2D
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
