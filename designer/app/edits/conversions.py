"""Finds conversions for a wire whose shapes do not match: a projection, a pool, a flatten. No Qt.

Nothing here knows what a block takes. Likely blocks are put into the wire and called; those that make the target work
are offered. Only the rows concerned are looked at, so that drawing a wire through a design of thousands
of nodes stays responsive.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from blocks.spec import Shape
from designer.analysis.catalog import design_blocks
from designer.analysis.issues import Issue
from designer.analysis.repairs.trials import find_insertions
from designer.analysis.report import Analysis, NodeReport
from designer.analysis.row import Surroundings, report_row
from designer.analysis.tracing import Refused
from designer.analysis.wiring import Wiring, wire
from designer.canvas.values.translation import tr
from designer.model.document import Document, Edge, Scalar
from designer.model.edits import connect, insert_on_edge
from designer.model.signature import Catalog
from designer.model.variables import resolve

MOST = 6

Edit = Callable[[Document], Document]
Params = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Conversion:
    """A conversion: an edit of the document that contains the wire, and the cost of the nodes that it adds."""

    title: str
    edit: Edit = field(compare=False, repr=False)
    params: int
    macs: int


@dataclass(frozen=True)
class ProposedWire:
    """A design with a proposed wire, and the errors that the wire adds at its target.

    `analysis` is of the design with the wire, as far as the target; what is behind it is as it was.
    """

    edge: Edge
    wired: Document
    analysis: Analysis
    issues: tuple[Issue, ...]


def propose_wire(
    document: Document, analysis: Analysis, edge: Edge, *, catalog: Catalog
) -> ProposedWire:
    """Analyse a design with a proposed wire. Raises `Refusal` where the wire is invalid."""
    wired = connect(
        document,
        edge.source,
        edge.target,
        source_port=edge.source_port,
        target_port=edge.target_port,
        catalog=catalog,
        replace=True,
    )
    ((report, wiring),) = _looked_at(wired, analysis, [edge.target])
    known = analysis.nodes[edge.target].issues
    return ProposedWire(
        edge,
        wired,
        replace(
            analysis,
            document=wired,
            nodes={**analysis.nodes, edge.target: report},
            wirings={**analysis.wirings, edge.target: wiring},
        ),
        tuple(i for i in report.issues if i.severity == "error" and i not in known),
    )


def conversions(proposed: ProposedWire, *, catalog: Catalog) -> tuple[Conversion, ...]:
    """The conversions that make a wire's shapes match, likeliest first; none where they match already."""
    report = proposed.analysis.nodes[proposed.edge.target]
    if not proposed.issues or not isinstance(report.outcome, Refused):
        return ()
    insertions = find_insertions(proposed.analysis, proposed.issues[0])
    tried = [
        *(_tried(proposed, found.title, found.edit) for found in insertions),
        *(
            _tried(
                proposed,
                title,
                partial(
                    _insert,
                    edge=proposed.edge,
                    block=block,
                    params=params,
                    catalog=catalog,
                ),
            )
            for title, block, params in _candidates(proposed, catalog)
        ),
    ]
    return tuple(conversion for conversion in tried if conversion)[:MOST]


def _looked_at(
    document: Document, analysis: Analysis, ids: Iterable[str]
) -> list[tuple[NodeReport, Wiring]]:
    """Reports on some nodes, producers first; all others are taken from the analysis."""
    blocks = design_blocks(document)
    around = Surroundings(blocks, resolve(document.variables), analysis.ports)
    made: dict[str, NodeReport] = {}
    reports = ChainMap(made, {**analysis.nodes})
    found = []
    for id in ids:
        node = document.nodes[id]
        signature = blocks.signature(node.block)
        if signature is None:  # an unknown block accepts anything
            found.append((analysis.nodes[id], Wiring((), ())))
            continue
        edges = [edge for edge in document.edges if edge.target == id]
        wiring = wire(document, node, edges, signature, blocks)
        made[id] = report_row(node, wiring, reports, around, None)
        found.append((made[id], wiring))
    return found


def _tried(proposed: ProposedWire, title: str, edit: Edit) -> Conversion | None:
    """The conversion; None where it or its target has an error."""
    edited = edit(proposed.wired)
    added = [id for id in edited.nodes if id not in proposed.wired.nodes]
    looked_at = _looked_at(edited, proposed.analysis, [*added, proposed.edge.target])
    *new, target = (report for report, _ in looked_at)
    if target.state != "ok" or any(report.state != "ok" for report in new):
        return None
    params = sum(report.cost.params for report in new)
    return Conversion(title, edit, params, sum(report.cost.macs for report in new))


def _candidates(
    proposed: ProposedWire, catalog: Catalog
) -> Iterator[tuple[str, str, Params]]:
    """Blocks to try in the wire: a title, the block, its parameters."""
    shape = flowing(proposed, catalog)
    if shape is None or len(shape) != 4:
        return
    others = {
        other
        for port in proposed.analysis.nodes[proposed.edge.target].inputs
        for other in port
        if len(other) == 4 and other[1:3] != shape[1:3]
    }
    for factor in sorted({f for other in others if (f := _factor(shape, other)) > 1}):
        by = {"pool_size": factor, "strides": factor}
        yield tr("max pool by {factor}").format(factor=factor), "max_pool", by
        yield tr("average pool by {factor}").format(factor=factor), "average_pool", by
    for factor in sorted({f for other in others if (f := _factor(other, shape)) > 1}):
        title = tr("enlarge by {factor}").format(factor=factor)
        yield title, "UpSampling2D", {"size": factor}
    yield tr("global average pool"), "global_pool", {}
    yield tr("flatten"), "Flatten", {}


def flowing(proposed: ProposedWire, catalog: Catalog) -> Shape | None:
    """The shape of the wire's tensor."""
    edge, report = proposed.edge, proposed.analysis.nodes[proposed.edge.source]
    signature = catalog.signature(proposed.wired.nodes[edge.source].block)
    index = signature.output_index(edge.source_port) if signature else None
    if index is None or index >= len(report.outputs):
        return None
    return report.outputs[index]


def _factor(large: Shape, small: Shape) -> int:
    """How many times larger one image is, along both sides; 0 where that is no whole number."""
    factors = {
        a // b if a and b and a % b == 0 else 0
        for a, b in zip(large[1:3], small[1:3], strict=True)
    }
    return factors.pop() if len(factors) == 1 else 0


def _insert(
    document: Document, *, edge: Edge, block: str, params: Params, catalog: Catalog
) -> Document:
    ends = document.nodes[edge.source].at, document.nodes[edge.target].at
    middle = (ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2
    return insert_on_edge(
        document, edge, block, catalog=catalog, at=middle, params=params
    )[0]
