"""The analysis as plain values: what `summary --json` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from designer.analysis.issues import Issue
from designer.analysis.measures import Measure, Place, Unit, shown
from designer.analysis.notes import notes
from designer.analysis.repairs import listed_repairs
from designer.analysis.report import Analysis, NodeReport

Plain = dict[str, Any]


def summary(analysis: Analysis) -> Plain:
    """Everything that is said of a design, ready for JSON.

    Shapes are lists, None where a size is open. MACs, FLOPs and bytes are of one image, bytes in float32. A receptive
    field of None is the whole image. A node that cannot be computed yet has nothing but its state and issues, and is
    not in the totals, which say so by `complete`.
    """
    return {
        "name": analysis.document.name,
        "totals": {
            **_totals(analysis),
            "complete": analysis.complete,
            "left_out": list(analysis.left_out),
        },
        "variables": dict(analysis.variables),
        "nodes": [_node(analysis, id) for id in analysis.order],
        "outputs": list(analysis.outputs),
        "issues": issues(analysis.issues),
        "notes": list(notes(analysis)),
    }


def issues(found: Sequence[Issue]) -> list[Plain]:
    """Issues with their repairs, ready for JSON."""
    return [
        {
            "code": issue.code,
            "severity": issue.severity,
            "node": issue.node,
            "parameter": issue.parameter,
            "message": issue.message,
            "repairs": [
                {
                    "title": repair.title,
                    "params_change": repair.params_change,
                    "macs_change": repair.macs_change,
                }
                for repair in repairs
            ],
        }
        for issue, repairs in zip(found, listed_repairs(found), strict=True)
    ]


def _node(analysis: Analysis, id: str) -> Plain:
    node, report = analysis.document.nodes[id], analysis.nodes[id]
    known = report.state == "ok"
    return {
        "id": id,
        "name": node.name,
        "block": node.block,
        "repeat": max(1, report.repeat),
        "inputs": [[list(shape) for shape in port] for port in report.inputs],
        "outputs": [list(shape) for shape in report.outputs],
        **_measured(report if known else None),
        "state": report.state,
    }


def _totals(analysis: Analysis) -> Plain:
    values: Plain = {}
    for measure in shown(Place.JSON):
        values |= _plain(measure, measure.total(analysis))
    return values


def _measured(report: NodeReport | None) -> Plain:
    """The quantities of a node; None for one that cannot be computed."""
    values: Plain = {}
    for measure in shown(Place.JSON_NODES):
        of = measure.node
        values |= _plain(measure, of(report) if of and report else None)
    return values


def _plain(measure: Measure[Any], value: Any) -> Plain:
    if measure.unit is not Unit.PIXELS:
        return {measure.id: value}
    if value is None:
        return {measure.id: None, "stride": None}
    return {
        measure.id: value.size and list(value.size),
        "stride": [int(n) if n == int(n) else float(n) for n in value.stride],
    }
