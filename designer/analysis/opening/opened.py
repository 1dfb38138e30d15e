"""A block of the library, opened: what one instance is made of, layer by layer, as a design."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from blocks.catalog import catalog
from blocks.definition import Block
from blocks.spec import Shape
from designer.analysis.opening.parts import Part, Record, Tensor, record_of
from designer.analysis.report import NodeReport
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    EMPTY,
    Document,
    Edge,
    Node,
    Scalar,
    Variable,
)
from designer.model.edits.naming import TakenNames
from designer.model.edits.refusal import Refusal

Wires = tuple[tuple[Shape, ...], ...]
Slot = tuple[int, str]  # a part, and one of its parameters


def opened(report: NodeReport, block: Block, copy: int = 0) -> Document:
    """The layers of one copy of a row as a design, with ports where its wires come in and go out.

    Nodes are called as the layers, without the instance's name in front; parameters are those that differ from the
    layers' defaults. Nodes have no places yet.

    Raises:
        Refusal: no_parts, where the row cannot be computed, or has nothing inside.
    """
    return document(instance(report, block, copy), port_names(block, report.inputs))


def instance(report: NodeReport, block: Block, copy: int = 0) -> Record:
    """The record of one copy of a row; raises Refusal."""
    if report.state != "ok" or not report.settings:
        raise Refusal(
            "no_parts", f"{block.title} cannot be computed here yet; mend its row first"
        )
    try:
        found = record_of(
            block, block.id, report.settings[copy], entering(report, copy)
        )
    except Refusal:
        raise
    except ValueError as error:  # a muted row is computed without its block
        raise Refusal(
            "no_parts", f"{block.title} does not work here: {error}"
        ) from error
    return found


def entering(report: NodeReport, copy: int) -> Wires:
    """The shapes that reach one copy of a row, per port and wire."""
    return report.inputs if copy == 0 else (report.copies[copy - 1],)


def port_names(block: Block, wires: Wires) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the ports are called: of several wires into one port each has a number."""
    inputs = [
        name
        for port, shapes in zip(block.inputs, wires, strict=True)
        for name in (
            [port.name]
            if not port.many
            else [f"{port.name}_{number}" for number, _ in enumerate(shapes, 1)]
        )
    ]
    return tuple(inputs), block.outputs


def document(
    made: Record,
    ports: tuple[tuple[str, ...], tuple[str, ...]],
    *,
    expressions: Mapping[Slot, str] | None = None,
    variables: Mapping[str, Variable] = EMPTY,
) -> Document:
    """A record as a design.

    Args:
        ports: names of the inputs and of the outputs.
        expressions: per part and parameter, what stands there in place of the number.
        variables: what the expressions use.
    """
    inputs, outputs = ports
    taken = TakenNames()
    ids = (f"n{number}" for number in range(1, 2**31))

    def node(block: str, wanted: str, params: Mapping[str, Scalar] = EMPTY) -> Node:
        found = Node(next(ids), block, taken.free(wanted), params=params)
        taken.add(found)
        return found

    # Ports first: what is wired from outside goes by their names.
    sources = [node(BLOCK_INPUT, name) for name in inputs]
    sinks = [node(BLOCK_OUTPUT, name) for name in outputs]
    layers = [
        node(part.block, _name(part), dict(_params(part, index, expressions or {})))
        for index, part in enumerate(made.parts)
    ]

    def wire(tensor: Tensor, target: Node, port: str = "") -> Edge:
        index, output = tensor
        source = sources[-1 - index] if index < 0 else layers[index]
        named = catalog()[source.block].outputs[output] if output else ""
        return Edge(source.id, target.id, named, port)

    edges = [
        wire(tensor, layer, port)
        for part, layer in zip(made.parts, layers, strict=True)
        for tensor, port in zip(part.inputs, _ports(part), strict=True)
    ]
    edges += [wire(t, sink) for t, sink in zip(made.outputs, sinks, strict=True)]
    return Document(
        variables=variables,
        nodes={each.id: each for each in (*sources, *layers, *sinks)},
        edges=tuple(edges),
    )


def _ports(part: Part) -> Sequence[str]:
    """The input port of each wire; the first port's name is empty."""
    first, *others = catalog()[part.block].inputs
    if first.many:
        return [""] * len(part.inputs)
    return ["", *(port.name for port in others)]


def _params(
    part: Part, index: int, expressions: Mapping[Slot, str]
) -> Iterator[tuple[str, Scalar]]:
    known = catalog()[part.block].parameters
    for name, value in part.params.items():
        if (index, name) in expressions:
            yield name, f"={expressions[index, name]}"
        elif repr(value) != repr(known[name].default):
            yield name, value


def _name(part: Part) -> str:
    """A layer's own name, if it has one that can stand alone."""
    name = re.sub(r"\W", "_", part.name, flags=re.ASCII).lstrip("_0123456789")
    if name:
        return name
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", part.block).lower()
