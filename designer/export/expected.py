"""What the analysis says of a network, as the plain values that the worker compares with Keras."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from blocks.spec import Shape
from designer.analysis.catalog import design_blocks
from designer.analysis.report import Analysis, NodeReport
from designer.analysis.wiring import Tensor


def expected(analysis: Analysis) -> dict[str, Any]:
    """Parameters, the network's outputs, and by copy of a node what its layers return."""
    ends = dict.fromkeys(_made(analysis, end) for end in analysis.ends)
    return {
        "parameters": analysis.total.params,
        "trainable_parameters": analysis.total.trainable_params,
        "outputs": [analysis.nodes[id].outputs[output] for id, output in ends],
        "output_names": _names(analysis, ends),
        "nodes": [
            node
            for id in analysis.order
            for node in _nodes(analysis.document.nodes[id].name, analysis.nodes[id])
        ],
    }


def _names(analysis: Analysis, ends: Iterable[Tensor]) -> list[str]:
    """What the outputs are called: as their nodes; of a node with several outputs, with the output's name."""
    blocks = design_blocks(analysis.document)
    nodes = [(analysis.document.nodes[id], output) for id, output in ends]
    ports = [blocks[node.block].outputs for node, _ in nodes]
    # Of nodes with one output: unique, and kept whatever the outputs of others are called.
    taken = {
        node.name for (node, _), own in zip(nodes, ports, strict=True) if len(own) == 1
    }
    names: list[str] = []
    for (node, output), own in zip(nodes, ports, strict=True):
        name = node.name
        if len(own) > 1:
            wanted, number = f"{node.name}_{own[output]}", 2
            name = wanted
            while name in taken:
                name, number = f"{wanted}_{number}", number + 1
            taken.add(name)
        names.append(name)
    return names


def _made(analysis: Analysis, tensor: Tensor) -> Tensor:
    """The tensor itself where a muted row only passes it on: two ends may be one output."""
    while analysis.document.nodes[tensor[0]].muted:
        (tensor,) = analysis.wirings[tensor[0]].tensors
    return tensor


def _nodes(name: str, report: NodeReport) -> Iterator[dict[str, Any]]:
    for copy, (calls, shapes) in enumerate(
        zip(report.calls, report.copies, strict=True), start=1
    ):
        copy_name = name if report.repeat == 1 else f"{name}_{copy}"
        layers: dict[str, list[Shape]] = {}
        operations: list[Shape] = []  # functions of keras.ops, which have no names
        if not report.inputs:  # in Keras, an input is a layer of the node's name
            layers[copy_name] = list(shapes)
        for call in calls:
            if call.operation.name is None:
                operations.extend(call.outputs)
            else:
                layers.setdefault(call.operation.name, []).extend(call.outputs)
        yield {"name": copy_name, "layers": layers, "operations": operations}
