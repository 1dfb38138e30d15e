"""Nodes into a block of the design's own. What the design computes stays what it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    EMPTY,
    Definition,
    Document,
    Edge,
    Node,
    Scalar,
    Variable,
    is_expression,
)
from designer.model.edits.boundary import Boundary, Tensor, boundary
from designer.model.edits.definitions import add_definition
from designer.model.edits.naming import TakenNames, first_free_id
from designer.model.edits.refusal import Refusal, node_of
from designer.model.edits.values import present_value, worth
from designer.model.graph import downstream, upstream
from designer.model.signature import Catalog
from designer.model.substitution import used_by
from designer.model.wording import listed

PORT_STEP = 240.0  # between ports beside each other: a node's width and some room
PORT_GAP = 48.0  # between ports and what they are wired to
PORT_HEIGHT = 32.0
NODE_HEIGHT = 112.0  # where none is given

Exposed = Mapping[str, Iterable[tuple[str, str]]]


def group(
    document: Document,
    ids: Iterable[str],
    *,
    name: str,
    catalog: Catalog,
    title: str = "",
    expose: Exposed = EMPTY,
    sizes: Mapping[str, tuple[float, float]] = EMPTY,
) -> tuple[Document, str]:
    """Make a block of nodes, and put one use of it in their place.

    Every tensor that comes from outside becomes an input, every one that is read outside, or by nothing, an output.
    Variables that the nodes use become parameters, which the use passes on.

    Args:
        name: the block's id.
        title: what the palette shows; by default made of the name.
        expose: parameters of the block, each with the nodes' parameters that it sets; their value is its default.
        sizes: width and height of the nodes as they are drawn, so that the ports clear them.

    Returns the document and the use's id.

    Raises:
        Refusal: no_group (nothing chosen, an input or a port among it, or wires that leave and come back),
            unknown_node, unknown_parameter, duplicate_name, invalid_name, invalid_value.
    """
    chosen = {node_of(document, id).id for id in ids}
    nodes = [node for node in document if node.id in chosen]
    bounds = boundary(document, nodes, catalog)
    _check_convex(document, chosen)
    inner, parameters, passed = _exposed(document, nodes, expose, catalog)
    for variable, content in _variables(document, inner.values()).items():
        if variable in parameters:
            raise Refusal(
                "duplicate_name",
                f"the nodes use the variable '{variable}'; expose under another name",
            )
        parameters[variable] = content
        passed[variable] = f"={variable}"
    ports = _Ports(bounds, nodes, parameters, sizes)
    body = Document(
        variables=parameters,
        nodes={
            node.id: node
            for node in (
                *ports.inputs.values(),
                *(inner[node.id] for node in nodes),
                *ports.outputs.values(),
            )
        },
        edges=tuple(_inside(document, chosen, bounds, ports)),
    )
    words = name.replace("_", " ")
    definition = Definition(title or words[:1].upper() + words[1:], body)
    defined = add_definition(document, name, definition, catalog=catalog)
    return _with_use(defined, nodes, bounds, ports, name, passed)


class _Ports:
    """The nodes that stand for the block's ports, by the tensor that each carries."""

    def __init__(
        self,
        bounds: Boundary,
        nodes: Sequence[Node],
        parameters: Iterable[str],
        sizes: Mapping[str, tuple[float, float]],
    ) -> None:
        taken = TakenNames([*nodes, *(Node("", "", name) for name in parameters)])
        self._taken = taken
        self._next = first_free_id(node.id for node in nodes)
        xs = [node.at[0] for node in nodes]
        ends = [
            node.at[1] + sizes.get(node.id, (0.0, NODE_HEIGHT))[1] for node in nodes
        ]
        middle = (min(xs) + max(xs)) / 2
        above = min(node.at[1] for node in nodes) - PORT_GAP - PORT_HEIGHT
        below = max(ends) + PORT_GAP
        self.inputs = self._row(BLOCK_INPUT, bounds.inputs, middle, above)
        self.outputs = self._row(BLOCK_OUTPUT, bounds.outputs, middle, below)

    def _row(
        self, kind: str, ports: Mapping[Tensor, str], middle: float, y: float
    ) -> dict[Tensor, Node]:
        row: dict[Tensor, Node] = {}
        for place, (tensor, wanted) in enumerate(ports.items()):
            x = middle + (place - (len(ports) - 1) / 2) * PORT_STEP
            name = self._taken.free(wanted)
            row[tensor] = Node(f"n{self._next}", kind, name, (x, y))
            self._taken.add(row[tensor])
            self._next += 1
        return row


def _inside(
    document: Document, chosen: set[str], bounds: Boundary, ports: _Ports
) -> Iterator[Edge]:
    """The wires of the body, in the order that they had."""
    for edge in document.edges:
        if edge.target in chosen:
            tensor = bounds.incoming.get(edge)
            if tensor is None:
                yield edge
            else:
                port = ports.inputs[tensor].id
                yield replace(edge, source=port, source_port="", via=())
    for tensor in bounds.unwired:
        yield Edge(ports.inputs[tensor].id, tensor.node, "", tensor.port)
    for tensor, node in ports.outputs.items():
        yield Edge(tensor.node, node.id, tensor.port)


def _with_use(
    document: Document,
    nodes: Sequence[Node],
    bounds: Boundary,
    ports: _Ports,
    block: str,
    passed: Mapping[str, Scalar],
) -> tuple[Document, str]:
    """The design with the nodes replaced by a use of their block."""
    gone = {node.id for node in nodes}
    rest = TakenNames(node for node in document if node.id not in gone)
    id = f"n{first_free_id(document.nodes)}"
    use = Node(id, block, rest.free(block), _middle(nodes), passed)
    into = {t: _spelled(i, p) for i, (t, p) in enumerate(ports.inputs.items())}
    out = {t: _spelled(i, p) for i, (t, p) in enumerate(ports.outputs.items())}
    fed: set[Tensor] = set()
    edges: list[Edge] = []
    for edge in document.edges:
        if edge.target not in gone:
            tensor = bounds.outgoing.get(edge)
            out_of = (
                replace(edge, source=id, source_port=out[tensor]) if tensor else edge
            )
            edges.append(out_of)
        elif (tensor := bounds.incoming.get(edge)) and tensor not in fed:
            fed.add(tensor)
            edges.append(Edge(edge.source, id, tensor.port, into[tensor], edge.via))
    placed: dict[str, Node] = {}
    for node in document:
        if node.id == nodes[0].id:
            placed[id] = use
        if node.id not in gone:
            placed[node.id] = node
    return replace(document, nodes=placed, edges=tuple(edges)), id


def _exposed(
    document: Document, nodes: Sequence[Node], expose: Exposed, catalog: Catalog
) -> tuple[dict[str, Node], dict[str, Variable], dict[str, Scalar]]:
    """The nodes with parameters taken from the block's, these parameters, and what the use passes for them."""
    inner = {node.id: node for node in nodes}
    parameters: dict[str, Variable] = {}
    values: dict[str, Scalar] = {}
    passed: dict[str, Scalar] = {}
    for name, places in expose.items():
        for id, parameter in places:
            if id not in inner:
                node = node_of(document, id)
                raise Refusal("no_group", f"'{node.name}' is not among the nodes")
            value = present_value(document, inner[id], parameter, catalog)
            known = values.setdefault(name, value)
            if repr(known) != repr(value):
                raise Refusal(
                    "invalid_value",
                    f"'{name}' cannot be both {known} and {value}; make these values equal, or expose them apart",
                )
            what = f"{parameter} of '{inner[id].name}'"
            followed = str(value) if is_expression(value) else ""
            now = worth(document, value, what)
            parameters[name] = Variable(now, follows=followed)
            if followed:
                passed[name] = value
            params = {**inner[id].params, parameter: f"={name}"}
            inner[id] = replace(inner[id], params=params)
    return inner, parameters, passed


def _variables(document: Document, nodes: Iterable[Node]) -> dict[str, Variable]:
    """The design's variables that the nodes use, as parameters that are by default what they are now."""
    used = frozenset[str]().union(*map(used_by, nodes))
    return {
        name: replace(
            variable,
            value=worth(document, f"={name}", f"the variable '{name}'"),
            follows=f"={name}",
        )
        for name, variable in document.variables.items()
        if name in used
    }


def _check_convex(document: Document, chosen: set[str]) -> None:
    between = downstream(document, chosen) & upstream(document, chosen) - chosen
    if between:
        names = [node.name for node in document if node.id in between]
        shown = listed(f"'{name}'" for name in names)
        raise Refusal(
            "no_group",
            f"wires leave these nodes and come back to them: take {shown} in as well",
        )


def _middle(nodes: Sequence[Node]) -> tuple[float, float]:
    xs, ys = zip(*(node.at for node in nodes), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _spelled(place: int, port: Node) -> str:
    return port.name if place else ""
