"""What is on the canvas: the design, the body of a composite block, or the layers of a library block.

A body is shown as one of its uses has it: that use's parameters are its variables, its inputs have the shapes that
reach that use. Edits change the definition in the design, so that they reach every use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from blocks.catalog import SINGLE
from blocks.definition import Block
from blocks.spec import Shape
from designer.analysis import analyse
from designer.analysis.catalog import design_blocks
from designer.analysis.opening.opened import opened
from designer.analysis.repairs.candidate import Edit
from designer.analysis.report import Analysis, NodeReport
from designer.app.edits.nodes import laid_out
from designer.canvas.values.options import DEFAULT, ViewOptions
from designer.model.document import (
    BLOCK_INPUT,
    EMPTY,
    Document,
    Node,
    is_expression,
)
from designer.model.edits import Refusal, set_definition

OPENED_WRAP = 1.5  # width by height that the layers of an opened block are folded to


@dataclass(frozen=True, slots=True)
class Place:
    """A step inwards: a node of the view before, and the copy of it that is entered."""

    node: str
    copy: int = 0


@dataclass(frozen=True)
class View:
    """A document and its analysis, as the canvas shows them.

    `title`, `node`, `block` and `copies` are of the node that was entered; they are empty for the design itself.
    """

    document: Document
    analysis: Analysis
    title: str = ""
    node: str = ""
    block: str = ""
    copy: int = 0
    copies: int = 1
    editable: bool = True
    report: NodeReport | None = None  # that it was made from


def views(
    root: View,
    places: Sequence[Place],
    before: Sequence[View],
    options: ViewOptions = DEFAULT,
) -> tuple[View, ...]:
    """The design and the entered views, outermost first; shorter than `places` where one no longer exists.

    Args:
        before: the previous views, whose analyses are reused.
        options: how an opened block is drawn.
    """
    found = [root]
    for depth, place in enumerate(places, start=1):
        was = before[depth] if depth < len(before) else None
        view = _entered(found[-1], place, was, options)
        if view is None:
            break
        found.append(view)
    return tuple(found)


def is_single(block: Block) -> bool:
    """Whether a block is a single layer, which cannot be entered."""
    return block.category in SINGLE or not block.inputs


def refusal_to_enter(view: View, id: str) -> str | None:
    """Why a node cannot be entered, as a sentence; None if it can."""
    node = view.document.nodes[id]
    if node.block in view.document.definitions:
        return None
    blocks = design_blocks(view.document)
    if node.block not in blocks:
        return f"there is no block '{node.block}', so nothing is known of what is in it"
    block = blocks[node.block]
    if not view.editable or is_single(block):
        return f"'{node.name}' is a single layer: there is nothing inside"
    try:
        opened(view.analysis.nodes[id], blocks[node.block])
    except Refusal as refusal:
        return str(refusal)
    return None


def written_back(root: Document, inner: Sequence[View], document: Document) -> Document:
    """The design after the innermost view was edited to `document`.

    Args:
        inner: the views that were entered, outermost first.

    Raises:
        Refusal: the block would contain itself.
    """
    if not inner:
        return document
    with_new = replace(root, definitions=document.definitions)
    stored = replace(document, definitions=EMPTY)  # its name is the block's title
    return set_definition(with_new, inner[-1].block, stored)


def _entered(
    view: View, place: Place, was: View | None, options: ViewOptions
) -> View | None:
    node = view.document.nodes.get(place.node)
    if node is None or refusal_to_enter(view, place.node):
        return None
    report = view.analysis.nodes[node.id]
    copies = max(1, report.repeat)
    copy = min(place.copy, copies - 1)
    if node.block in view.document.definitions:
        return _body(view, node, report, copy, was)
    if was and was.report is report and was.copy == copy:
        return was
    block = design_blocks(view.document)[node.block]
    document = replace(opened(report, block, copy), name=block.title)
    wires = [shape for port in _arriving(report, copy) for shape in port]
    ports = dict(zip(_inputs(document), wires, strict=True))
    analysis = analyse(document, ports=ports)
    blocks = design_blocks(document)
    document = laid_out(document, blocks, OPENED_WRAP, analysis, options)
    analysis = analyse(document, analysis, ports=ports)
    return View(
        document,
        analysis,
        title=node.name,
        node=node.id,
        block=node.block,
        copy=copy,
        copies=copies,
        editable=False,
        report=report,
    )


def _body(
    view: View, node: Node, report: NodeReport, copy: int, was: View | None
) -> View:
    """The body of a composite, as one use has it."""
    definitions = view.document.definitions
    definition = definitions[node.block]
    body = replace(definition.body, definitions=definitions, name=definition.title)
    settings = report.settings[copy] if copy < len(report.settings) else EMPTY
    variables = {
        name: variable
        if name not in settings or is_expression(variable.value)
        else replace(variable, value=settings[name])
        for name, variable in body.variables.items()
    }
    if was and was.block == node.block and was.document == body:
        body = was.document
    same = was.analysis if was and was.block == node.block else None
    analysis = analyse(
        replace(body, variables=variables),
        same,
        ports=_ports(body, report, copy),
        admits=partial(_admits, view, node.block, body),
    )
    return View(
        body,
        analysis,
        title=node.name,
        node=node.id,
        block=node.block,
        copy=copy,
        copies=max(1, report.repeat),
        report=report,
    )


def _admits(view: View, block: str, body: Document, edit: Edit) -> bool:
    """Whether an edit of a block's body adds no issue to its uses."""

    def around(document: Document) -> Document:
        edited = edit(body)
        with_new = replace(document, definitions=edited.definitions)
        return set_definition(with_new, block, replace(edited, definitions=EMPTY))

    try:
        after = analyse(around(view.document), view.analysis)
    except Refusal:
        return False
    before = {(i.code, i.node, i.parameter) for i in view.analysis.issues}
    if any((i.code, i.node, i.parameter) not in before for i in after.issues):
        return False
    return view.analysis.admits is None or view.analysis.admits(around)


def _ports(body: Document, report: NodeReport, copy: int) -> Mapping[str, Shape]:
    """The known shapes that reach the input nodes of a body in one copy of a row."""
    arriving = zip(_inputs(body), _arriving(report, copy), strict=False)
    return {id: port[0] for id, port in arriving if port}


def _arriving(report: NodeReport, copy: int) -> tuple[tuple[Shape, ...], ...]:
    """Per input port and wire, the shapes that reach one copy of a row."""
    if copy and copy <= len(report.copies):
        return (report.copies[copy - 1],)
    return report.inputs


def _inputs(body: Document) -> list[str]:
    return [node.id for node in body if node.block == BLOCK_INPUT]
