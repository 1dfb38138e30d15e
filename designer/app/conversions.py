"""What a wire that does not fit could be led through, so that it does: a projection, a pool, a flatten. No Qt.

Nothing here knows what a block takes. Likely blocks are put into the wire, the design is analysed, and those that
make the target work are offered, before the other repairs that the analysis finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from blocks.spec import Shape
from designer.analysis import analyse
from designer.analysis.report import Analysis, Cost, Issue
from designer.canvas.translation import tr
from designer.model.document import Document, Edge, Scalar
from designer.model.edits import connect, insert_on_edge
from designer.model.signature import Catalog

MOST = 7

Edit = Callable[[Document], Document]
Params = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Conversion:
    """A way to make a wire fit: an edit of the document that has the wire, and what it adds, as far as known."""

    title: str
    edit: Edit = field(compare=False, repr=False)
    params_change: int | None = None
    macs_change: int | None = None


@dataclass(frozen=True)
class Meeting:
    """A wire as it would be: the design with it, and the errors that its target would have and has not yet."""

    edge: Edge
    wired: Document
    before: Analysis
    after: Analysis
    issues: tuple[Issue, ...]


def meet(
    document: Document, analysis: Analysis, edge: Edge, *, catalog: Catalog
) -> Meeting:
    """Draw a wire on trial. Raises `Refusal` where none can be."""
    wired = connect(
        document,
        edge.source,
        edge.target,
        source_port=edge.source_port,
        target_port=edge.target_port,
        catalog=catalog,
        replace=True,
    )
    after = analyse(wired, analysis)
    issues = _new_errors(analysis, after, edge.target)
    return Meeting(edge, wired, analysis, after, issues)


def conversions(meeting: Meeting, *, catalog: Catalog) -> tuple[Conversion, ...]:
    """What would make the wire fit: what can go into it, then other settings.

    Nothing where it fits, and where only settings would help: then the target is at fault, not the wire.
    """
    if not meeting.issues:
        return ()
    into: list[Conversion] = []
    settings: list[Conversion] = []
    for repair in meeting.issues[0].repairs:
        cost = _cost_of_new(meeting, repair.edit)
        if cost is None:
            change = repair.params_change, repair.macs_change
            settings.append(Conversion(repair.title, repair.edit, *change))
        else:
            into.append(Conversion(repair.title, repair.edit, cost.params, cost.macs))
    for title, block, params in _candidates(meeting, catalog):
        edit = partial(
            _insert, edge=meeting.edge, block=block, params=params, catalog=catalog
        )
        cost = _cost_of_new(meeting, edit, works=True)
        if cost is not None:
            into.append(Conversion(title, edit, cost.params, cost.macs))
    return tuple((*into, *settings)[:MOST]) if into else ()


def _new_errors(before: Analysis, after: Analysis, node: str) -> tuple[Issue, ...]:
    known = before.nodes[node].issues
    issues = after.nodes[node].issues
    return tuple(i for i in issues if i.severity == "error" and i not in known)


def _cost_of_new(meeting: Meeting, edit: Edit, *, works: bool = False) -> Cost | None:
    """What the nodes cost that an edit adds; None where it adds none, or, asked for, does not make the target work."""
    edited = edit(meeting.wired)
    added = [id for id in edited.nodes if id not in meeting.wired.nodes]
    if not added:
        return None
    after = analyse(edited, meeting.after)
    if works and (
        any(after.nodes[id].state != "ok" for id in added)
        or _new_errors(meeting.before, after, meeting.edge.target)
    ):
        return None
    return sum((after.nodes[id].cost for id in added), Cost())


def _candidates(
    meeting: Meeting, catalog: Catalog
) -> Iterator[tuple[str, str, Params]]:
    """Blocks to try in the wire: a title, the block, its parameters."""
    shape = flowing(meeting, catalog)
    if shape is None or len(shape) != 4:
        return
    others = {
        other
        for port in meeting.after.nodes[meeting.edge.target].inputs
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


def flowing(meeting: Meeting, catalog: Catalog) -> Shape | None:
    """The shape that flows in the wire."""
    edge, report = meeting.edge, meeting.after.nodes[meeting.edge.source]
    signature = catalog.signature(meeting.wired.nodes[edge.source].block)
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
