"""Parses a query of the find bar, and finds the nodes that match it.

stem                  a name, a block or a category with these letters
groups=3              a parameter that has this value in some copy of the row; also !=, <, <=, >, >=
strides>1 macs>10M    all terms must fit; params, macs, flops, repeat and channels are figures of the node
error, warning        nodes with problems; muted ones; those whose problem says `divide`
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from blocks.definition import Block
from designer.analysis.measures import Place, shown
from designer.analysis.report import Analysis, NodeReport
from designer.model.document import Document, Node, Scalar

_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_TERM = re.compile(r"(\w+)\s*(<=|>=|!=|==|=|<|>)\s*(\S+)")
_NUMBER = re.compile(r"([-+]?\d[\d,_]*\.?\d*(?:e[-+]?\d+)?)([kmgt]?)", re.IGNORECASE)
_SCALES = {"": 1.0, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12}
_WORDS = {"on": True, "true": True, "yes": True, "off": False, "false": False}
_SEVERITIES = {"error": "error", "errors": "error", "warning": "warning"}
_SEVERITIES["warnings"] = "warning"

_FIGURES: Mapping[str, Callable[[NodeReport], Scalar | None]] = {
    "repeat": lambda report: report.repeat,
    "channels": lambda report: _last(report),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on a parameter or figure."""

    name: str
    compare: Callable[[Any, Any], bool]
    value: Scalar

    def fits(self, node: Node, report: NodeReport) -> bool:
        """Whether some copy of the node meets it."""
        return any(self._meets(value) for value in _values(node, report, self.name))

    def _meets(self, value: object) -> bool:
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        wanted = isinstance(self.value, (int, float)) and not isinstance(
            self.value, bool
        )
        if number != wanted:
            return self.compare is operator.ne
        if isinstance(value, str):
            value = value.casefold()
        try:
            return self.compare(value, self.value)
        except TypeError:
            return False


def found(
    document: Document,
    analysis: Analysis,
    blocks: Mapping[str, Block],
    query: str,
) -> tuple[str, ...]:
    """The nodes that match a query, in the order of the network; none for an empty query."""
    terms = [
        Term(name.casefold(), _COMPARED[sign.replace("==", "=")], _read(value))
        for name, sign, value in _TERM.findall(query)
    ]
    words = _TERM.sub(" ", query).casefold().split()
    if not terms and not words:
        return ()
    return tuple(
        id
        for id in _in_order(document, analysis)
        if all(term.fits(document.nodes[id], analysis.nodes[id]) for term in terms)
        and all(
            _says(document.nodes[id], analysis.nodes[id], blocks, word)
            for word in words
        )
    )


def _in_order(document: Document, analysis: Analysis) -> list[str]:
    order = [id for id in analysis.order if id in document.nodes]
    return [*order, *(id for id in document.nodes if id not in set(order))]


def _values(node: Node, report: NodeReport, name: str) -> list[object]:
    """The values of a parameter in each copy, or of a figure of the node; empty where it has neither."""
    settings: list[Mapping[str, Scalar]] = list(report.settings)
    settings = settings or [{**node.params, **node.first}]
    held = [
        value
        for copy in settings
        for key, value in copy.items()
        if key.casefold() == name
    ]
    measured = (measure.node for measure in shown(Place.FIND) if measure.id == name)
    of = next(measured, _FIGURES.get(name))
    figure = of(report) if of and not held else None
    return list(held) if figure is None else [figure]


def _says(
    node: Node, report: NodeReport, blocks: Mapping[str, Block], word: str
) -> bool:
    if word in _SEVERITIES:
        return any(issue.severity == _SEVERITIES[word] for issue in report.issues)
    if word == "muted":
        return node.muted
    block = blocks.get(node.block)
    texts = [node.name, node.block, *(issue.message for issue in report.issues)]
    if block:
        texts += [block.title, block.category]
    return any(word in text.casefold() for text in texts)


def _read(text: str) -> Scalar:
    """A number with a unit, on or off, or text."""
    match = _NUMBER.fullmatch(text)
    if match:
        digits = match[1].replace(",", "").replace("_", "")
        return float(digits) * _SCALES[match[2].casefold()]
    word = text.strip("'\"").casefold()
    return _WORDS.get(word, word)


def _last(report: NodeReport) -> int | None:
    shape = report.outputs[0] if report.outputs else None
    return shape[-1] if shape else None
