"""What the analysis says of a network, as the plain values that the worker compares with Keras."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from blocks.spec import Call
from designer.analysis.report import Analysis, NodeReport


def expected(analysis: Analysis) -> dict[str, Any]:
    """Parameters, the network's output shapes, and by node and copy the shapes that each layer's calls return."""
    return {
        "parameters": analysis.total.params,
        "trainable_parameters": analysis.total.trainable_params,
        "outputs": [
            shape for id in analysis.outputs for shape in analysis.nodes[id].outputs
        ],
        "nodes": [
            node
            for id in analysis.order
            for node in _nodes(analysis.document.nodes[id].name, analysis.nodes[id])
        ],
    }


def _nodes(name: str, report: NodeReport) -> Iterator[dict[str, Any]]:
    for copy, (calls, shapes) in enumerate(
        zip(report.calls, report.copies, strict=True), start=1
    ):
        copy_name = name if report.repeat == 1 else f"{name}_{copy}"
        # An input makes no call: in Keras, it is the layer that has the node's name.
        layers = _layers(calls) if calls else {copy_name: list(shapes)}
        yield {"name": copy_name, "layers": layers}


def _layers(calls: tuple[Call, ...]) -> dict[str, list[Any]]:
    layers: dict[str, list[Any]] = {}
    for call in calls:
        if call.operation.name is not None:
            layers.setdefault(call.operation.name, []).extend(call.outputs)
    return layers
