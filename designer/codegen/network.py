"""A body as statements: one per node, a loop for a repeated row, a table for a run of rows."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from designer.analysis.report import NodeReport
from designer.codegen.body import Body
from designer.codegen.calls import Called, assigned, copy_name, counted, read, row_name
from designer.codegen.expressions import python
from designer.codegen.order import tensor_names, written_order
from designer.codegen.table import MINIMUM_ROWS, table
from designer.codegen.trees import NODE, rebuilt
from designer.model.document import EMPTY, Edge, Node, is_expression


@dataclass
class Network:
    """Writes the nodes of a design, or of a composite block's body, in order.

    Args:
        called: each node's block as the file calls it.
        taken: names that a tensor may not have.
        inside: whether this is a composite block's body, whose layers' names begin with `name`.
        reports: what is known of the nodes.
    """

    body: Body
    called: Mapping[str, Called]
    taken: set[str]
    inside: bool = False
    reports: Mapping[str, NodeReport] = field(default_factory=lambda: EMPTY)
    statements: list[ast.stmt] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.document = self.body.document
        self.blocks = {id: called.block for id, called in self.called.items()}
        self.order = written_order(self.document, self.document.nodes)
        self.names = tensor_names(self.body, self.order, self.blocks, self.taken)
        if self.inside:  # its inputs are given to it
            self.order = [n for n in self.order if n not in self.body.inputs]

    def write(self) -> list[ast.stmt]:
        """The statements; each says which node it stands for."""
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
    def inputs(self) -> list[str]:
        """What the inputs are called."""
        return [self.names[node][0] for node in self.body.inputs]

    @property
    def results(self) -> list[str]:
        """What the results are called."""
        return [self._tensor(node, port) for node, port in self.body.results]

    def _tensor(self, node: str, port: str) -> str:
        place = self.blocks[node].outputs.index(port) if port else 0
        return self.names[node][place]

    def _source(self, edge: Edge) -> ast.expr:
        return read(self._tensor(edge.source, edge.source_port))

    def _ports(self, node: Node) -> list[ast.expr]:
        """What each input port is given."""
        given: list[ast.expr] = []
        for place, port in enumerate(self.blocks[node.id].inputs):
            wanted = {port.name, ""} if not place else {port.name}
            wires = [
                self._source(edge)
                for edge in self.document.incoming.get(node.id, ())
                if edge.target_port in wanted
            ]
            given.append(ast.List(wires, ast.Load()) if port.many else wires[0])
        return given

    def _ranks(self, node: Node) -> tuple[int, ...] | None:
        """How many axes the tensors have that the node reads, in all its copies, whatever the variables are."""
        report = self.reports.get(node.id)
        if report is None or not all(report.inputs) or self.is_shaped_by_variables:
            return None
        ranks = tuple(len(shapes[0]) for shapes in report.inputs)
        copies = () if node.repeat == 1 else report.copies
        return ranks if all(len(shapes[0]) == ranks[0] for shapes in copies) else None

    @cached_property
    def is_shaped_by_variables(self) -> bool:
        """Whether a switch or text that variables set may give tensors other axes."""
        return any(
            is_expression(value)
            and self.blocks[node.id].parameters[key].type in (bool, str)
            for node in self.document
            for key, value in (*node.params.items(), *node.first.items())
        )

    def _write_node(self, node: Node) -> None:
        """A call; for a row a loop, in which the first copy may differ."""
        called = self.called[node.id]
        targets, ports = self.names[node.id], self._ports(node)
        given, ranks = called.settings(node), self._ranks(node)
        name = row_name(node.name, self.inside)
        if node.repeat == 1:
            self._add(node, assigned(targets, called.call(ports, given, name, ranks)))
            return
        (target,) = targets
        if ast.unparse(ports[0]) != target:
            self._add(node, assigned(targets, ports[0]))
        numbered = copy_name(node.name, self.inside)
        count = python(node.repeat)
        if not isinstance(count, ast.Constant):
            self._add(node, assigned(["repeats"], count))
            count = read("repeats")
            test = ast.Compare(read("repeats"), [ast.Gt()], [ast.Constant(1)])
            numbered = ast.IfExp(test, numbered, name)
        call = called.call([read(target)], given, numbered, ranks)
        self._add(node, counted(count, [assigned(targets, call)]))

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
                or self.names[previous] != ["x"]
            ):
                break
            run.append(node)
        return run

    def _write_table(self, run: list[str]) -> None:
        nodes = [self.document.nodes[node] for node in run]
        (source,) = self._ports(nodes[0])
        if ast.unparse(source) != "x":
            self.statements.append(assigned(["x"], source))
        ranks = {self._ranks(node) for node in nodes}
        rank = ranks.pop() if len(ranks) == 1 else None
        called = self.called[run[0]]
        tensors = {name for names in self.names.values() for name in names}
        loop = table(called, nodes, self.taken | tensors, rank, self.inside)
        self.statements.append(loop)
        if self.names[run[-1]] != ["x"]:
            self.statements.append(assigned(self.names[run[-1]], read("x")))

    def _add(self, node: Node, statement: ast.stmt) -> None:
        self.statements.append(rebuilt(statement, **{NODE: node.id}))
