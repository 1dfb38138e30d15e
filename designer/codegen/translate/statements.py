"""A body as statements: one per node, a loop for a repeated row, a table for a run of rows."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from blocks.definition import Block
from designer.codegen.name import Named, NamedBody
from designer.codegen.translate.calls import (
    Called,
    assigned,
    counted,
    layer_name,
    read,
)
from designer.codegen.translate.expressions import python
from designer.codegen.translate.table import MINIMUM_ROWS, table
from designer.codegen.trees import NODE, rebuilt
from designer.model.document import Document, Node, is_expression


@dataclass(frozen=True)
class Statements:
    """The nodes of a design, or of a composite block, as statements.

    Args:
        id: the composite block's id; "" for the design.
        called: the blocks as the file calls them, by their ids.
    """

    named: Named
    id: str
    called: Mapping[str, Called]

    @property
    def inside(self) -> bool:
        """Whether the nodes are a composite block's, whose layers' names begin with `name`."""
        return bool(self.id)

    @property
    def own(self) -> NamedBody:
        return self.named.bodies[self.id]

    @property
    def document(self) -> Document:
        return self.own.body.document

    @property
    def inputs(self) -> list[str]:
        """The names of the inputs."""
        return [self.own.tensors[node][0] for node in self.own.body.inputs]

    @property
    def results(self) -> list[str]:
        """The names of the results."""
        return [self._tensor(node, port) for node, port in self.own.body.results]

    def written(self) -> list[ast.stmt]:
        """The statements; each carries the node that it is written for."""
        body = self.own.body
        given = body.inputs if self.inside else ()
        nodes = [self.document.nodes[id] for id in body.order if id not in given]
        found: list[ast.stmt] = []
        while nodes:
            run = self._run(nodes)
            if run < MINIMUM_ROWS:
                run = 1
                found += self._node(nodes[0])
            else:
                found += self._table(nodes[:run])
            nodes = nodes[run:]
        return found

    def _block(self, node: Node) -> Block:
        return self.named.collected.blocks[node.block]

    def _tensor(self, node: str, port: str) -> str:
        outputs = self._block(self.document.nodes[node]).outputs
        return self.own.tensors[node][outputs.index(port) if port else 0]

    def _ports(self, node: Node) -> list[ast.expr]:
        """The argument of each input port."""
        given: list[ast.expr] = []
        for place, port in enumerate(self._block(node).inputs):
            wanted = {port.name, ""} if not place else {port.name}
            wires: list[ast.expr] = [
                read(self._tensor(edge.source, edge.source_port))
                for edge in self.document.incoming.get(node.id, ())
                if edge.target_port in wanted
            ]
            given.append(ast.List(wires, ast.Load()) if port.many else wires[0])
        return given

    def _ranks(self, node: Node) -> tuple[int, ...] | None:
        """The number of axes of the tensors that a node reads; None if it depends on variables."""
        report = self.named.collected.analysis.nodes.get(node.id)
        if self.inside or report is None or not all(report.inputs):
            return None  # a composite block's nodes are used on several shapes
        if self.is_shaped_by_variables:
            return None
        ranks = tuple(len(shapes[0]) for shapes in report.inputs)
        copies = () if node.repeat == 1 else report.copies
        return ranks if all(len(shapes[0]) == ranks[0] for shapes in copies) else None

    @cached_property
    def is_shaped_by_variables(self) -> bool:
        """Whether variables set a switch or a text, which may change the number of axes."""
        return any(
            is_expression(value)
            and self._block(node).parameters[key].type in (bool, str)
            for node in self.document
            for key, value in (*node.params.items(), *node.first.items())
        )

    def _node(self, node: Node) -> list[ast.stmt]:
        """A call; for a row a loop, in which the first copy may differ."""
        called = self.called[node.block]
        targets, ports = self.own.tensors[node.id], self._ports(node)
        given, ranks = called.settings(node), self._ranks(node)
        name = layer_name(node.name, self.inside)
        found: list[ast.stmt] = []
        if node.repeat == 1:
            found.append(assigned(targets, called.call(ports, given, name, ranks)))
        else:
            (target,) = targets
            if ast.unparse(ports[0]) != target:
                found.append(assigned(targets, ports[0]))
            numbered = layer_name(node.name, self.inside, copied=True)
            count = python(node.repeat)
            if not isinstance(count, ast.Constant):
                found.append(assigned(["repeats"], count))
                count = read("repeats")
                test = ast.Compare(read("repeats"), [ast.Gt()], [ast.Constant(1)])
                numbered = ast.IfExp(test, numbered, name)
            call = called.call([read(target)], given, numbered, ranks)
            found.append(counted(count, [assigned(targets, call)]))
        return [rebuilt(statement, **{NODE: node.id}) for statement in found]

    def _run(self, nodes: Sequence[Node]) -> int:
        """The number of nodes at the start that make one table: a chain of rows of one block."""
        block = self._block(nodes[0])
        if len(block.inputs) != 1 or block.inputs[0].many or len(block.outputs) != 1:
            return 1
        for count, (node, following) in enumerate(pairwise(nodes), 1):
            reads = {e.source for e in self.document.incoming.get(following.id, ())}
            if (
                following.block != node.block
                or reads != {node.id}
                or self.own.tensors[node.id] != ["x"]
            ):
                return count
        return len(nodes)

    def _table(self, nodes: Sequence[Node]) -> list[ast.stmt]:
        (source,) = self._ports(nodes[0])
        ranks = {self._ranks(node) for node in nodes}
        rank = ranks.pop() if len(ranks) == 1 else None
        tensors = {name for names in self.own.tensors.values() for name in names}
        taken = self.own.taken | tensors
        called, last = self.called[nodes[0].block], self.own.tensors[nodes[-1].id]
        before = [] if ast.unparse(source) == "x" else [assigned(["x"], source)]
        after = [] if last == ["x"] else [assigned(last, read("x"))]
        return [*before, table(called, nodes, taken, rank, self.inside), *after]
