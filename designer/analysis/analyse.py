"""Document -> Analysis. With the analysis before, only what lies downstream of a change is done again."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from blocks.budget import spend
from blocks.spec import Shape
from designer.analysis.catalog import changed_definitions, design_blocks
from designer.analysis.flow import widest
from designer.analysis.issues import Issue
from designer.analysis.memory import peak_activation_bytes
from designer.analysis.repairs import with_repairs
from designer.analysis.repairs.candidate import Edit
from designer.analysis.report import Analysis, NodeReport
from designer.analysis.row import (
    Surroundings,
    is_source,
    report_row,
    seen_from_elsewhere,
)
from designer.analysis.settings import uses_expressions
from designer.analysis.tracing import TOO_MANY_LAYERS, Refused
from designer.analysis.whole import design_issues, name_clashes, total_cost
from designer.analysis.wiring import Tensor, Wiring, wire
from designer.model.bounds import MAX_LAYERS, SUGGESTIONS
from designer.model.document import Document, Node, is_expression
from designer.model.graph import topological_order
from designer.model.signature import Signature
from designer.model.spelling import suggestions_at_most
from designer.model.variables import resolve

_NO_PORTS = Signature(inputs=())


def analyse(
    document: Document,
    previous: Analysis | None = None,
    *,
    ports: Mapping[str, Shape] | None = None,
    admits: Callable[[Edit], bool] | None = None,
) -> Analysis:
    """What a design is and costs, and what is wrong with it.

    Args:
        document: a design, or the body of a definition.
        previous: the analysis of an earlier state of the same design. Reports that come out equal are taken over as
            they are, no block is called again for them, and nothing behind them is looked at.
        ports: of a body, the shape that reaches each of its input nodes, by id; without it, those of `previous`.
        admits: of a body, whether an edit of it leaves the design around it without new issues; repairs keep to it.
    """
    return _finished(analysing(document, previous, ports=ports, admits=admits))


def analysing(
    document: Document,
    previous: Analysis | None = None,
    *,
    ports: Mapping[str, Shape] | None = None,
    admits: Callable[[Edit], bool] | None = None,
) -> Generator[None, None, Analysis]:
    """`analyse` in steps, one a node that is looked at, for callers with other work to do in between."""
    before = previous or Analysis(Document())
    if ports is not None and ports != before.ports:
        changed = {id: n for id, n in before.document.nodes.items() if id not in ports}
        before = replace(
            before, document=replace(before.document, nodes=changed), ports=ports
        )
    made = yield from _passing(document, before)
    return with_repairs(replace(made, admits=admits) if admits else made, _pass)


def _pass(document: Document, before: Analysis) -> Analysis:
    """The analysis, its issues without repairs."""
    return _finished(_passing(document, before))


def _passing(document: Document, before: Analysis) -> Generator[None, None, Analysis]:
    afresh = Analysis(Document(), ports=before.ports)
    with suggestions_at_most(SUGGESTIONS):
        start = afresh if before.exceeds_layers else before
        found = yield from _Pass(document, start).run()
        if found.exceeds_layers and before.order:  # which rows are left out depends
            found = yield from _Pass(document, afresh).run()  # on the order alone
    return found


def _finished(steps: Generator[None, None, Analysis]) -> Analysis:
    """Do all steps; returns their result."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            analysis: Analysis = done.value
            return analysis


class _Pass:
    """One walk over what has changed, producers first."""

    def __init__(self, document: Document, before: Analysis) -> None:
        old = before.document
        self.document = document
        self.before = before
        blocks = self.blocks = design_blocks(document)
        self.variables = resolve(document.variables, linked=before.ports is not None)
        self.around = Surroundings(blocks, self.variables, before.ports)
        self.redefined = changed_definitions(old.definitions, document.definitions)
        self.same_variables = document.variables == old.variables
        self.same_nodes = tuple(document.nodes) == tuple(old.nodes)
        self.same_edges = document.edges == old.edges
        grouped = old if self.same_edges else document
        self.incoming, self.outgoing = grouped.incoming, grouped.outgoing
        self.reports = dict(before.nodes)
        self.order, self.circular = self._order()
        for id in self.circular:  # so that none is worked out from what it was
            self.reports.pop(id, None)
        self.layers = sum(
            _layers(report)
            for id, report in self.reports.items()
            if id in document.nodes
        )
        self.exceeded = False
        self.wirings = dict(before.wirings)
        self.redone = False  # whether the totals must be
        self.regrouped = not (self.same_nodes and self.same_edges)

    def run(self) -> Generator[None, None, Analysis]:
        nodes, variables = len(self.document.nodes), self.document.variables
        values = [variable.value for variable in variables.values()]
        read = sum(len(str(value)) for value in values if is_expression(value))
        spend(1 + nodes // 4 + len(values) // 10 + read // 100)
        spend(len(self.before.issues) // 20)
        yield from self._walk()
        if self.same_variables and not (self.redone or self.regrouped):
            return replace(self.before, document=self.document)
        document, order = self.document, self.order
        yield
        reports = {id: self.reports[id] for id in order}
        wirings = {id: self.wirings[id] for id in order}
        left_out = tuple(id for id in order if reports[id].state != "ok")
        total = total_cost(reports.values())
        ends = tuple(self._ends(wirings)) or self._inputs_alone()
        outputs = tuple(dict.fromkeys(id for id, _ in ends))
        yield
        peak = peak_activation_bytes(order, reports, wirings, ends)
        yield
        issues = (
            *(issue for id in order for issue in reports[id].issues),
            *self._design_issues(),
        )
        yield
        return Analysis(
            document=document,
            nodes=MappingProxyType(reports),
            order=order,
            total=total,
            peak_activation_bytes=peak,
            receptive_field=widest([reports[id].receptive_field for id in outputs]),
            variables=MappingProxyType(self.variables.values),
            issues=issues,
            left_out=left_out,
            outputs=outputs,
            ends=ends,
            wirings=MappingProxyType(wirings),
            exceeds_layers=self.exceeded,
            ports=self.before.ports,
        )

    def _ends(self, wirings: Mapping[str, Wiring]) -> Iterator[Tensor]:
        """The network's outputs: what nothing reads.

        Of a library block that is read in part the rest is dropped; a composite's outputs are nodes of the user's.
        """
        document, read = self.document, set()
        for edge in document.edges:
            blocks = self.blocks.signature(document.nodes[edge.source].block)
            tensor = (
                edge.source,
                (blocks and blocks.output_index(edge.source_port)) or 0,
            )
            target = edge.target
            # A muted row reads its first wire alone: what else is wired to it leads nowhere.
            if not document.nodes[target].muted or tensor in wirings[target].tensors:
                read.add(tensor)
        readers = {id for id, _ in read}
        for id in self.order:
            node = document.nodes[id]
            if is_source(node, self.blocks):
                continue
            if id in readers and node.block not in document.definitions:
                continue
            signature = self.blocks.signature(node.block)
            for output in range(len(signature.outputs) if signature else 1):
                if (id, output) not in read:
                    yield id, output

    def _inputs_alone(self) -> tuple[Tensor, ...]:
        """The outputs of a design that has nothing but inputs: these."""
        nodes = map(self.document.nodes.__getitem__, self.order)
        return tuple((node.id, 0) for node in nodes if is_source(node, self.blocks))

    def _order(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All nodes, producers first, and of these the last ones: those that lie on a cycle or behind one."""
        order = (
            self.before.order
            if self.same_edges and self.same_nodes
            else topological_order(self.document)
        )
        circular = self.document.nodes.keys() - order
        rest = tuple(id for id in self.document.nodes if id in circular)
        return order + rest, rest

    def _walk(self) -> Generator[None, None, None]:
        place = {id: index for index, id in enumerate(self.order)}
        waiting = {place[id] for id in self._touched()}
        queue = sorted(waiting)
        while queue:
            index = heapq.heappop(queue)
            node = self.document.nodes[self.order[index]]
            yield
            if not self._visit(node):
                continue
            for edge in self.outgoing.get(node.id, ()):
                behind = place[edge.target]
                if behind > index and behind not in waiting:
                    waiting.add(behind)
                    heapq.heappush(queue, behind)

    def _touched(self) -> Iterator[str]:
        """Nodes that are new, edited, or wired otherwise."""
        old = self.before.document
        for id, node in self.document.nodes.items():
            if (
                not _computes_alike(old.nodes.get(id), node)
                or not self._is_settled(node)
                or node.block in self.redefined
                or (self.regrouped and self._rewired(node))
            ):
                yield id

    def _rewired(self, node: Node) -> bool:
        return (
            node.id in self.circular
            or is_source(node, self.blocks)  # whether it feeds anything is said of it
            or self.incoming.get(node.id, ())
            != self.before.document.incoming.get(node.id, ())
        )

    def _visit(self, node: Node) -> bool:
        """Report on a node; whether those that it feeds must be looked at."""
        was = self.before.document.nodes.get(node.id)
        report = self.before.nodes.get(node.id)
        wiring = self._wiring(node)
        rewired = wiring != self.wirings.get(node.id)
        if rewired:
            self.wirings[node.id] = wiring
            self.redone = True
        same = node.block not in self.redefined
        old = (was, report) if was and report and same else None
        made = None
        if old and was is node and not rewired and self._is_settled(node):
            assert report is not None
            made = seen_from_elsewhere(node, report, wiring, self.reports)
        if made is None:
            spend(1 + (len(node.params) + len(node.first)) // 4)
            self.layers -= _layers(report)
            left = MAX_LAYERS - self.layers
            made = report_row(node, wiring, self.reports, self.around, old, left)
            self.layers += _layers(made)
            outcome = made.outcome
            self.exceeded |= (
                isinstance(outcome, Refused) and outcome.code == TOO_MANY_LAYERS
            )
        if self._is_unused(node):
            made = replace(made, issues=(*made.issues, _unused(node)))
        renamed = was is None or (was.block, was.name) != (node.block, node.name)
        self.regrouped |= renamed
        if made == report:
            self.reports[node.id] = report
            return renamed
        self.reports[node.id] = made
        self.redone = True
        self.regrouped |= report is None or report.state != made.state
        return renamed or report is None or _feeds(made) != _feeds(report)

    def _wiring(self, node: Node) -> Wiring:
        edges = self.incoming.get(node.id, ())
        signature = self.blocks.signature(node.block) or _NO_PORTS
        return wire(self.document, node, edges, signature, self.blocks)

    def _is_settled(self, node: Node) -> bool:
        return self.same_variables or not uses_expressions(node)

    def _is_unused(self, node: Node) -> bool:
        alone = len(self.document.nodes) == 1
        return (
            is_source(node, self.blocks) and node.id not in self.outgoing and not alone
        )

    def _design_issues(self) -> Iterator[Issue]:
        for name, fault in self.variables.faults.items():
            yield Issue("variable", "error", None, str(fault), name)
        yield from name_clashes(self.document, self.reports, self.blocks)
        if self.regrouped:
            yield from design_issues(self.document, self.reports, self.blocks)
            return
        for issue in self.before.issues:
            if issue.node is None and issue.code != "variable":
                yield issue


def _computes_alike(was: Node | None, node: Node) -> bool:
    """Whether two states of a node differ in nothing but how they are drawn.

    Values are compared by identity: 8 and 8.0 are equal, and are not the same number of filters.
    """
    if was is None or was is node:
        return was is node
    return (
        (was.block, was.name, was.muted) == (node.block, node.name, node.muted)
        and was.params is node.params
        and was.first is node.first
        and was.repeat is node.repeat
    )


def _unused(node: Node) -> Issue:
    return Issue(
        "unused_input", "warning", node.id, "nothing is wired to this input's output"
    )


def _layers(report: NodeReport | None) -> int:
    """How many layers were worked out for a report."""
    return report.outcome.layers if report and report.outcome else 0


def _feeds(report: NodeReport) -> tuple[object, ...]:
    """What those that a node feeds see of it."""
    return report.state, report.outputs, report.views
