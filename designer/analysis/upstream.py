"""Where the number of channels that reaches a node is set in the design."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from designer.analysis.analyse import analyse
from designer.analysis.catalog import design_blocks
from designer.analysis.report import Analysis
from designer.model.document import Scalar, Variable, is_expression
from designer.model.expressions import ExpressionError, evaluate
from designer.model.variables import resolve

FURTHEST = 100  # nodes that are gone back through


def width_before(analysis: Analysis, id: str) -> Scalar:
    """The channels of a node's first input: the expression that they follow where there is one, else the number."""
    node, output = analysis.wirings[id].tensors[0]
    width = analysis.nodes[node].outputs[output][-1] or 0
    for text in _set_by(analysis, node, width):
        if _follows(analysis, node, output, text):
            return text
    return width


def _set_by(analysis: Analysis, id: str, width: int) -> Iterator[str]:
    """Expressions of that width, from the node backwards as long as the width stays."""
    blocks = design_blocks(analysis.document)
    for _ in range(FURTHEST):
        node, report = analysis.document.nodes[id], analysis.nodes[id]
        if report.state != "ok" or node.block not in blocks:
            return
        for name in blocks[node.block].parameters:
            value = node.params.get(name)
            if is_expression(value) and report.settings[-1].get(name) == width:
                yield str(value)
        before = analysis.wirings[id].tensors
        if len(before) != 1:
            return
        id, output = before[0]
        if analysis.nodes[id].outputs[output][-1] != width:
            return


def _follows(analysis: Analysis, id: str, output: int, text: str) -> bool:
    """Whether the width is the expression's value with other variables too."""
    tried = 0
    worth = evaluate(text, analysis.variables)
    for variables in _varied(analysis.document.variables):
        try:
            wanted = evaluate(text, resolve(variables).values)
        except ExpressionError:
            continue
        if wanted == worth:
            continue
        found = analyse(replace(analysis.document, variables=variables), analysis)
        report = found.nodes[id]
        if report.state == "ok":
            tried += 1
            if report.outputs[output][-1] != wanted:
                return False
    return tried > 0


def _varied(variables: Mapping[str, Variable]) -> Iterator[Mapping[str, Variable]]:
    """Other values of each number that is a variable."""
    for name, variable in variables.items():
        value = variable.value
        if isinstance(value, (bool, str)):
            continue
        half = value / 2 if isinstance(value, float) else value + 2
        for other in (value * 2, value + 1, half):
            yield {**variables, name: replace(variable, value=other)}
