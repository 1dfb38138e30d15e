"""Example instances of blocks for their pictures, applied to an image that they accept."""

from __future__ import annotations

from collections.abc import Iterator

from blocks.definition import Block
from blocks.spec import Shape
from designer.analysis import analyse
from designer.analysis.opening.opened import document, instance, port_names
from designer.analysis.opening.shorthand import shorthand
from designer.analysis.report import Analysis, NodeReport
from designer.model.document import BLOCK_INPUT, Document, Edge, Node

SIDE = 28  # pixels: small enough to divide, large enough for every kernel
WIDTHS = (96, 24, 240, 3, 64)
ROW = "row"


def example(block: Block) -> NodeReport:
    """The block at its defaults, on the first of several inputs that it accepts."""
    report = NodeReport("unknown")
    for shapes in _inputs(block):
        nodes = {
            f"i{place}": Node(f"i{place}", BLOCK_INPUT, f"in{place}")
            for place in range(len(shapes))
        }
        nodes[ROW] = Node(ROW, block.id, ROW)
        edges = tuple(
            Edge(id, ROW, "", "" if block.inputs[0].many or not place else port)
            for place, (id, port) in enumerate(
                zip(list(nodes)[:-1], _ports(block, len(shapes)), strict=True)
            )
        )
        ports = {f"i{place}": shape for place, shape in enumerate(shapes)}
        if block.id == BLOCK_INPUT:
            ports[ROW] = (None, SIDE, SIDE, WIDTHS[0])
        report = analyse(Document(nodes=nodes, edges=edges), ports=ports).nodes[ROW]
        if report.state == "ok":
            return report
    return report


def inside(block: Block, report: NodeReport, copy: int = 0) -> Analysis:
    """The layers of an instance with their shapes; channel shuffles are single layers.

    Raises:
        Refusal: no_parts, where the block's layers cannot be separated.
    """
    if not block.inputs:
        made = Document(nodes={ROW: Node(ROW, BLOCK_INPUT, block.id)})
        return analyse(made, ports={ROW: report.outputs[0]})
    record = shorthand(instance(report, block, copy))
    made = document(record, port_names(block, report.inputs))
    wires = report.inputs if copy == 0 else (report.copies[copy - 1],)
    shapes = [shape for port in wires for shape in port]
    ids = [node.id for node in made if node.block == BLOCK_INPUT]
    return analyse(made, ports=dict(zip(ids, shapes, strict=True)))


def _ports(block: Block, count: int) -> list[str]:
    if block.inputs and block.inputs[0].many:
        return [""] * count
    return [port.name for port in block.inputs]


def _inputs(block: Block) -> Iterator[tuple[Shape, ...]]:
    """Input shapes to try: first with as many channels as the block's filters, for residual additions."""
    count = 2 if block.inputs and block.inputs[0].many else len(block.inputs)
    filters = block.parameters.get("filters")
    own = (filters.default,) if filters else ()
    for width in (*own, *WIDTHS):
        yield ((None, SIDE, SIDE, width),) * count
    yield ((None, WIDTHS[-1]),) * count
