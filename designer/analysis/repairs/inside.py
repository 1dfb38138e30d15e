"""Repairs of a block of the design's own, where one of its uses does not work: edits of its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from designer.analysis.issues import Issue
from designer.analysis.repairs.candidate import Candidate, Edit
from designer.analysis.report import Analysis
from designer.model.document import BLOCK_INPUT, Document, Node, empty, is_expression
from designer.model.edits import set_definition

MOST = 12  # edits of one body

Analyse = Callable[[Document, Analysis], Analysis]
Propose = Callable[[Analysis, Issue], Iterator[Candidate]]


def inside(
    analysis: Analysis,
    node: Node,
    analyse: Analyse,
    propose: Propose,
    code: str | None = None,
) -> Iterator[Candidate]:
    """What repairs the issues that the node's body has on its own, with the shapes and settings of this use.

    Args:
        propose: candidates for an issue of the body.
        code: of the issues that are looked at; all by default.
    """
    document = analysis.document
    definition = document.definitions[node.block]
    body = replace(definition.body, definitions=document.definitions)
    report = analysis.nodes[node.id]
    settings = report.settings[0] if report.settings else empty()
    variables = {
        name: variable
        if name not in settings or is_expression(variable.value)
        else replace(variable, value=settings[name])
        for name, variable in body.variables.items()
    }
    inputs = [inner.id for inner in body if inner.block == BLOCK_INPUT]
    ports = {
        id: shapes[0]
        for id, shapes in zip(inputs, report.inputs, strict=False)
        if shapes
    }
    within = analyse(
        replace(body, variables=variables), Analysis(Document(), ports=ports)
    )
    found = (
        Candidate(
            _title(within, issue, definition.title, candidate.title),
            _around(node.block, candidate.edit),
            candidate.kind and f"{node.block} {candidate.kind}",
            candidate.alone,
        )
        for issue in within.issues
        if code in (None, issue.code)
        for candidate in propose(within, issue)
    )
    yield from islice(found, MOST)


def _title(within: Analysis, issue: Issue, block: str, title: str) -> str:
    if issue.node is None:
        return f"in '{block}': {title}"
    node = within.document.nodes[issue.node].name
    return f"in '{node}' of '{block}': {title}"


def _around(block: str, edit: Edit) -> Edit:
    """An edit of a block's body as an edit of the design."""

    def edited(document: Document) -> Document:
        definition = document.definitions[block]
        body = edit(replace(definition.body, definitions=document.definitions))
        changed = replace(document, definitions=body.definitions)
        return set_definition(changed, block, replace(body, definitions=empty()))

    return edited
