"""What is said of a design as a whole: its totals, and what is wrong between its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import count

from designer.analysis.catalog import DesignBlocks
from designer.analysis.issues import Issue, Repair
from designer.analysis.quantities import Cost
from designer.analysis.report import NodeReport
from designer.analysis.row import is_source
from designer.analysis.tracing import copy_names
from designer.analysis.wiring import parts
from designer.model.definitions import blocks_behind
from designer.model.document import Document, Node
from designer.model.edits import rename_node, set_definition
from designer.model.graph import find_cycle
from designer.model.wording import listed, path


def total_cost(reports: Iterable[NodeReport]) -> Cost:
    """The sum over all nodes that can be computed."""
    costs = [report.cost for report in reports if report.state == "ok"]
    return Cost(
        sum(cost.params for cost in costs),
        sum(cost.trainable_params for cost in costs),
        sum(cost.macs for cost in costs),
        sum(cost.flops for cost in costs),
        sum(cost.activation_bytes for cost in costs),
    )


def design_issues(
    document: Document, reports: Mapping[str, NodeReport], blocks: DesignBlocks
) -> Iterator[Issue]:
    """What no single node is to blame for."""
    if document.nodes and not any(is_source(n, blocks) for n in document):
        yield Issue(
            "no_input", "error", None, "the design has no input: add an Image block"
        )
    if cycle := find_cycle(document):
        shown = path([document.nodes[id].name for id in cycle])
        yield Issue("cycle", "error", None, f"wires run in a circle: {shown}")
    pieces = _pieces(document, reports, blocks)
    if len(pieces) > 1:
        names = listed(f"'{document.nodes[piece[0]].name}'" for piece in pieces)
        yield Issue(
            "disconnected",
            "warning",
            None,
            f"the design is {len(pieces)} networks without a wire between them: those of {names}",
        )


def name_clashes(
    document: Document, reports: Mapping[str, NodeReport], blocks: DesignBlocks
) -> Iterator[Issue]:
    """Layers of one name, which Keras refuses: `a_conv` may be a node, and a layer of the node `a`."""
    for other, node in _nested(document):
        both = _layers(reports[node.id], node) & _layers(reports[other.id], other)
        if both:
            free = _unlike_a_layer(document, node)
            rename = partial(rename_node, id=node.id, name=free)
            yield Issue(
                "duplicate_layer",
                "error",
                node.id,
                f"'{min(both)}' is also the name of a layer in '{other.name}'; '{free}' is free",
                repairs=(Repair(f"rename it to '{free}'", rename),),
            )
    yield from _clashes_inside(document, reports)
    yield from _alike_inputs(document, blocks)


def _nested(document: Document) -> Iterator[tuple[Node, Node]]:
    """Nodes of which the first's name begins the second's, as layers' names in it may: `a`, and `a_conv`."""
    by_name = {node.name: node for node in document}
    for node in document:
        parts = node.name.split("_")
        for length in range(1, len(parts)):
            other = by_name.get("_".join(parts[:length]))
            if other is not None:
                yield other, node


def _clashes_inside(
    document: Document, reports: Mapping[str, NodeReport]
) -> Iterator[Issue]:
    """Layers of one name in one use of a block of the design's own."""
    nested = {
        id
        for id, definition in document.definitions.items()
        if any(_nested(definition.body))
    }
    if not nested:
        return
    for node in document:
        if blocks_behind(document.definitions, [node.block]).isdisjoint(nested):
            continue
        for copy, calls in zip(
            copy_names(node.name, reports[node.id].repeat),
            reports[node.id].calls,
            strict=False,
        ):
            operations = {id(call.operation): call.operation.name for call in calls}
            names = Counter(name for name in operations.values() if name is not None)
            if twice := [name for name, number in names.items() if number > 1]:
                rest = twice[0].removeprefix(f"{copy}_")
                yield _clash_inside(document, node, node.block, rest)
                break


def _clash_inside(document: Document, node: Node, block: str, layer: str) -> Issue:
    """The issue of two layers that are called `layer` in a block, and the repair: a node in it is renamed."""
    called = layer
    definition = document.definitions.get(block)
    while definition is not None:
        body = definition.body
        inner = [n for n in body if f"{layer}_".startswith(f"{n.name}_")]
        if len(inner) > 1:
            last = max(inner, key=lambda n: len(n.name))
            free = _unlike_a_layer(body, last)
            edit = partial(_rename_inside, block=block, id=last.id, name=free)
            title = f"rename '{last.name}' in '{definition.title}' to '{free}'"
            return Issue(
                "duplicate_layer",
                "error",
                node.id,
                f"two of its layers are called '{called}': "
                f"'{free}' is free for '{last.name}' in '{definition.title}'",
                repairs=(Repair(title, edit),),
            )
        if not inner:
            break
        layer = layer.removeprefix(f"{inner[0].name}_")
        layer = re.sub(r"^\d+_", "", layer) if inner[0].repeat != 1 else layer
        block = inner[0].block
        definition = document.definitions.get(block)
    message = f"two of its layers are called '{called}': rename one inside"
    return Issue("duplicate_layer", "error", node.id, message)


def _rename_inside(document: Document, *, block: str, id: str, name: str) -> Document:
    body = rename_node(document.definitions[block].body, id, name)
    return set_definition(document, block, body)


def _alike_inputs(document: Document, blocks: DesignBlocks) -> Iterator[Issue]:
    """Inputs that no SavedModel can have: they are arguments of a method of TensorFlow's, in small letters."""
    first: dict[str, Node] = {}
    for node in document:
        if not is_source(node, blocks):
            continue
        other = first.setdefault(node.name.lower(), node)
        if other is node and node.name != "self":
            continue
        taken = {n.name.lower() for n in document}
        free = next(
            name
            for number in count(2)
            if (name := f"{node.name}{number}").lower() not in taken
        )
        why = (
            "an input cannot be called 'self', which TensorFlow's own methods have"
            if other is node
            else f"'{node.name}' and '{other.name}' are one name to TensorFlow"
        )
        rename = partial(rename_node, id=node.id, name=free)
        yield Issue(
            "input_name",
            "error",
            node.id,
            f"{why}; '{free}' is free",
            repairs=(Repair(f"rename it to '{free}'", rename, 0, 0),),
        )


def _layers(report: NodeReport, node: Node) -> set[str]:
    """What Keras calls the node's layers; an input is one itself."""
    names = (call.operation.name for copy in report.calls for call in copy)
    own = {node.name} if report.state == "ok" and not report.inputs else set()
    return own.union(name for name in names if name is not None)


def _unlike_a_layer(document: Document, node: Node) -> str:
    """A name that no layer of another node can begin with: without underscores."""
    name = node.name.replace("_", "")
    taken = {other.name for other in document}
    return next(n for n in (f"{name}{i or ''}" for i in count()) if n not in taken)


def _pieces(
    document: Document, reports: Mapping[str, NodeReport], blocks: DesignBlocks
) -> list[tuple[str, ...]]:
    """Parts that share no wire; an open input, and an input that feeds nothing, have issues of their own."""
    return [
        piece
        for piece in parts(document, document.nodes)
        if not any(
            issue.code == "unconnected_input"
            for id in piece
            for issue in reports[id].issues
        )
        and not (len(piece) == 1 and is_source(document.nodes[piece[0]], blocks))
    ]
