"""The body of `build_model`: one statement per node, a loop for a repeated row, a table for a run of rows."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from blocks.catalog import catalog
from blocks.definition import Block
from designer.analysis.report import Analysis
from designer.codegen.calls import call_text
from designer.codegen.expressions import python, text
from designer.codegen.order import tensor_names, written_order
from designer.codegen.table import MINIMUM_ROWS, table
from designer.model.document import Edge, Node, Scalar


@dataclass(frozen=True, slots=True)
class Statement:
    """Source lines at the level of `build_model`'s body, and the nodes that they stand for."""

    lines: tuple[str, ...]
    nodes: tuple[str, ...] = ()
    is_table: bool = False  # then each node has a line of its own in it


@dataclass
class Network:
    """Writes the nodes of an analysed document, in order."""

    analysis: Analysis
    taken: Iterable[str]  # names that a tensor may not have
    statements: list[Statement] = field(default_factory=list)

    def __post_init__(self) -> None:
        document = self.document = self.analysis.document
        self.blocks = {node.id: catalog()[node.block] for node in document}
        self.inputs = [n for n in document.nodes if not self.blocks[n].inputs]
        self.order = written_order(document, document.nodes)
        self.taken = {*self.taken, "x", "i", "name", "repeats"}
        self.names = tensor_names(document, self.order, set(self.inputs), self.taken)

    def write(self) -> list[Statement]:
        place = 0
        while place < len(self.order):
            run = self._run(place)
            if len(run) >= MINIMUM_ROWS:
                self._write_table(run)
            else:
                run = run[:1]
                self._write_node(self.document.nodes[run[0]])
            place += len(run)
        return self.statements

    @property
    def result(self) -> str:
        """The two arguments of `keras.Model`: inputs and outputs."""
        outputs = [
            tensor for node in self.analysis.outputs for tensor in self._tensors(node)
        ]
        return f"{_one_or_list(self.names[n] for n in self.inputs)}, {_one_or_list(outputs)}"

    def _tensors(self, node: str) -> list[str]:
        """What the output ports of a node are called."""
        ports = self.blocks[node].outputs
        base = self.names[node]
        if len(ports) == 1:
            return [base]
        prefix = base if base != "x" else self.document.nodes[node].name
        return [f"{prefix}_{port}" for port in ports]

    def _source(self, edge: Edge) -> str:
        ports = self.blocks[edge.source].outputs
        place = ports.index(edge.source_port) if edge.source_port else 0
        return self._tensors(edge.source)[place]

    def _ports(self, node: Node) -> list[str]:
        """What each input port is given."""
        block = self.blocks[node.id]
        given: list[str] = []
        for place, port in enumerate(block.inputs):
            wanted = {port.name, ""} if not place else {port.name}
            wires = [
                self._source(edge)
                for edge in self.document.incoming.get(node.id, ())
                if edge.target_port in wanted
            ]
            given.append(f"[{', '.join(wires)}]" if port.many else wires[0])
        return given

    def _write_node(self, node: Node) -> None:
        """A call; for a row a loop, in which the first copy may differ."""
        block = self.blocks[node.id]
        target = ", ".join(self._tensors(node.id))
        ports = self._ports(node)
        first = arguments(block, {**node.params, **node.first}, all_of=node.first)
        name: ast.expr = ast.Constant(node.name)
        if node.repeat == 1:
            call = call_text(block, ports, _without_defaults(block, first), name)
            self._add([f"{target} = {call}"], node.id)
            return
        lines = [] if ports[0] == target else [f"{target} = {ports[0]}"]
        chosen = arguments(block, node.params)
        for key in node.first:
            base = chosen.get(key, python(block.parameters[key].default))
            if ast.unparse(base) != ast.unparse(first[key]):
                chosen[key] = ast.IfExp(_parsed("i == 1"), first[key], base)
        chosen = {key: chosen[key] for key in block.parameters if key in chosen}
        numbered = copy_name(name)
        if isinstance(node.repeat, int):
            end = str(node.repeat + 1)
        else:
            lines.append(f"repeats = {text(node.repeat)}")
            end = "repeats + 1"
            numbered = ast.IfExp(_parsed("repeats > 1"), numbered, name)
        call = call_text(block, [target], chosen, numbered)
        lines.append(f"for i in range(1, {end}):\n    {target} = {call}")
        self._add(lines, node.id)

    def _run(self, start: int) -> list[str]:
        """The nodes from `start` that make one table: a chain of rows of one block."""
        first = self.order[start]
        block = self.blocks[first]
        run = [first]
        if len(block.inputs) != 1 or block.inputs[0].many or len(block.outputs) != 1:
            return run
        for node in self.order[start + 1 :]:
            previous = run[-1]
            reads = {edge.source for edge in self.document.incoming.get(node, ())}
            if (
                self.blocks[node] is not block
                or reads != {previous}
                or self.names[previous] != "x"
            ):
                break
            run.append(node)
        return run

    def _write_table(self, run: list[str]) -> None:
        nodes = [self.document.nodes[node] for node in run]
        block = self.blocks[run[0]]
        source = self._ports(nodes[0])[0]
        if source != "x":
            self._add([f"x = {source}"])
        self.statements.append(
            Statement(
                (table(block, nodes, set(self.taken)),), tuple(run), is_table=True
            )
        )
        if self.names[run[-1]] != "x":
            self._add([f"{self.names[run[-1]]} = x"])

    def _add(self, lines: list[str], *nodes: str) -> None:
        self.statements.append(Statement(tuple(lines), nodes))


def arguments(
    block: Block, params: Mapping[str, Scalar], all_of: Iterable[str] = ()
) -> dict[str, ast.expr]:
    """The parameters that differ from the block's defaults (and `all_of`), in the block's order."""
    return {
        name: python(params[name])
        for name, parameter in block.parameters.items()
        if name in params
        and (name in all_of or repr(params[name]) != repr(parameter.default))
    }


def _without_defaults(
    block: Block, chosen: Mapping[str, ast.expr]
) -> dict[str, ast.expr]:
    return {
        name: value
        for name, value in chosen.items()
        if ast.unparse(value) != text(block.parameters[name].default)
    }


def _parsed(source: str) -> ast.expr:
    return ast.parse(source, mode="eval").body


def copy_name(name: ast.expr) -> ast.expr:
    """`f"{name}_{i}"`."""
    known = name if isinstance(name, ast.Constant) else ast.FormattedValue(name, -1)
    return ast.JoinedStr(
        [known, ast.Constant("_"), ast.FormattedValue(ast.Name("i"), -1)]
    )


def _one_or_list(names: Iterable[str]) -> str:
    found = list(names)
    return found[0] if len(found) == 1 else f"[{', '.join(found)}]"
