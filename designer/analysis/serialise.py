"""The analysis as plain values: what `summary --json` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from designer.analysis.issues import Issue
from designer.analysis.notes import notes
from designer.analysis.quantities import ReceptiveField
from designer.analysis.repairs import listed_repairs
from designer.analysis.report import Analysis

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
            **asdict(analysis.total),
            "peak_activation_bytes": analysis.peak_activation_bytes,
            "size_bytes": analysis.size_bytes,
            **_field(analysis.receptive_field),
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
        **(asdict(report.cost) if known else dict.fromkeys(asdict(report.cost))),
        **(_field(report.receptive_field) if known else _UNSEEN),
        "state": report.state,
    }


def _field(field: ReceptiveField) -> Plain:
    return {
        "receptive_field": field.size and list(field.size),
        "stride": [int(n) if n == int(n) else float(n) for n in field.stride],
    }


_UNSEEN: Plain = {"receptive_field": None, "stride": None}
