"""The document: what a design is, as frozen values. An edit makes a new one and shares what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

Scalar = int | float | bool | str
JSON = Any

BLOCK_INPUT, BLOCK_OUTPUT = "block_input", "block_output"  # ports, inside a definition

EMPTY: Mapping[str, Any] = MappingProxyType({})


def empty() -> Mapping[str, Any]:
    """The factory of fields that are empty by default: dataclasses refuse a mapping itself."""
    return EMPTY


def frozen(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """A read-only view on a copy of `mapping`."""
    return (
        mapping
        if isinstance(mapping, MappingProxyType)
        else MappingProxyType(dict(mapping))
    )


def is_expression(value: object) -> bool:
    """Whether a parameter's value is an expression over the design's variables: text that begins with `=`."""
    return isinstance(value, str) and value.startswith("=")


@dataclass(frozen=True, slots=True)
class Variable:
    """A value that the whole design can use in expressions, such as alpha; of a definition's body, a parameter.

    Text that begins with `=` is an expression over the other variables: a width that follows from phi. A switch, and
    text such as an activation's name, have no range.
    """

    value: Scalar
    minimum: int | float | None = None
    maximum: int | float | None = None
    step: int | float | None = None
    note: str = ""
    # Of a block's parameter: the expression that it had where the block was made, which a new use of the block passes.
    # It is over the block's other parameters and the variables of the design.
    follows: str = field(default="", compare=False)
    # fields of a newer minor version, kept
    extra: Mapping[str, JSON] = field(default_factory=empty)

    def __post_init__(self) -> None:
        object.__setattr__(self, "extra", frozen(self.extra))


@dataclass(frozen=True, slots=True)
class Node:
    """A row of a paper's table: a block, its parameters, how often it repeats, and what the first copy has instead."""

    id: str
    block: str
    name: str
    at: tuple[float, float] = (0.0, 0.0)
    # only what differs from the block's defaults
    params: Mapping[str, Scalar] = field(default_factory=empty)
    repeat: int | str = 1  # text: an expression
    first: Mapping[str, Scalar] = field(default_factory=empty)
    muted: bool = False  # bypassed: its input goes on as it is
    collapsed: bool = False  # drawn as its title alone
    colour: str = ""  # "#rrggbb" that the user gave it
    extra: Mapping[str, JSON] = field(default_factory=empty)

    def __post_init__(self) -> None:
        for name in ("params", "first", "extra"):
            object.__setattr__(self, name, frozen(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Edge:
    """A wire. A port's name is empty for a block's first port, on either side, so each wire has one spelling.

    A wire is its ends: the dots that it runs through do not make it another one.
    """

    source: str
    target: str
    source_port: str = ""
    target_port: str = ""
    via: tuple[tuple[float, float], ...] = field(default=(), compare=False)
    extra: Mapping[str, JSON] = field(default_factory=empty, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "extra", frozen(self.extra))


@dataclass(frozen=True, slots=True)
class Frame:
    """A titled rectangle behind nodes; it moves what lies in it."""

    id: str
    title: str
    at: tuple[float, float]
    size: tuple[float, float]
    colour: str = ""
    extra: Mapping[str, JSON] = field(default_factory=empty)

    def __post_init__(self) -> None:
        object.__setattr__(self, "extra", frozen(self.extra))


@dataclass(frozen=True, slots=True)
class Note:
    """Text on the canvas."""

    id: str
    text: str
    at: tuple[float, float]
    size: tuple[float, float]
    colour: str = ""
    extra: Mapping[str, JSON] = field(default_factory=empty)

    def __post_init__(self) -> None:
        object.__setattr__(self, "extra", frozen(self.extra))


@dataclass(frozen=True)
class Definition:
    """A block that the user made by grouping nodes.

    The body is a design of its own: its name is the block's title, its variables are the block's parameters, its
    nodes of the blocks `BLOCK_INPUT` and `BLOCK_OUTPUT` are the ports, named as these nodes, in the body's order.
    Definitions that the body uses stand beside it in the design, never in the body.
    """

    title: str
    body: Document
    note: str = ""
    extra: Mapping[str, JSON] = field(default_factory=empty)

    def __post_init__(self) -> None:
        object.__setattr__(self, "extra", frozen(self.extra))
        body = Document(
            self.title,
            self.body.variables,
            self.body.nodes,
            self.body.edges,
            self.body.frames,
            self.body.notes,
        )
        if body != self.body:  # else itself, of which the analysis may be known
            object.__setattr__(self, "body", body)

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """What the input ports are called."""
        return tuple(node.name for node in self.body if node.block == BLOCK_INPUT)

    @cached_property
    def outputs(self) -> tuple[str, ...]:
        """What the output ports are called."""
        return tuple(node.name for node in self.body if node.block == BLOCK_OUTPUT)


@dataclass(frozen=True)
class Document:
    """A design. Nodes and edges are ordered: the order of edges is the order of wires at a port that takes many."""

    name: str = "untitled"
    variables: Mapping[str, Variable] = field(default_factory=empty)
    nodes: Mapping[str, Node] = field(default_factory=empty)  # by id
    edges: tuple[Edge, ...] = ()
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()
    # by block id
    definitions: Mapping[str, Definition] = field(default_factory=empty)
    version: tuple[int, int] = (1, 0)  # of the file format that it was read with
    extra: Mapping[str, JSON] = field(default_factory=empty)

    def __post_init__(self) -> None:
        for name in ("variables", "nodes", "definitions", "extra"):
            object.__setattr__(self, name, frozen(getattr(self, name)))

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Edge, ...]]:
        """Each node's incoming wires, in their order; a node without any has no entry."""
        return _grouped(self.edges, "target")

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Edge, ...]]:
        return _grouped(self.edges, "source")

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes.values())

    def named(self, name: str) -> Node | None:
        """The node of that name, if there is one."""
        return next((node for node in self if node.name == name), None)


def _grouped(edges: tuple[Edge, ...], end: str) -> Mapping[str, tuple[Edge, ...]]:
    groups: dict[str, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(getattr(edge, end), []).append(edge)
    return {node: tuple(found) for node, found in groups.items()}
