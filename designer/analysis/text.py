"""The analysis for a terminal: an aligned table, the totals with what they count, and the issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from blocks.spec import Shape, text
from designer.analysis.issues import Issue, Repair
from designer.analysis.measures import Measure, Place, Unit, shown
from designer.analysis.notes import notes
from designer.analysis.quantities import ReceptiveField
from designer.analysis.repairs import listed_repairs
from designer.analysis.report import Analysis
from designer.model.plain import line
from designer.model.wording import MOST_NAMED, listed

# What reads best: the weights next to what they are counted from.
_FIRST = "params", "macs", "flops", "size_bytes", "receptive_field"

COUNTING = """\
MACs are the multiply-accumulates of convolutions and dense layers for one image, what papers often print as FLOPs.
FLOPs are 2 x MACs and one for each bias, activation, add, multiply and pooled value, two for batch normalisation."""


def summary_text(analysis: Analysis) -> str:
    """All rows and totals of a design, and what is wrong with it."""
    parts = [line(analysis.document.name)]
    if analysis.order:
        parts.append(_nodes(analysis))
    parts += [_totals(analysis), COUNTING]
    if said := notes_text(analysis):
        parts.append(said)
    if analysis.issues:
        parts.append(issues_text(analysis))
    return "\n\n".join(parts)


def notes_text(analysis: Analysis) -> str:
    """A line a note; empty where there are none."""
    return "\n".join(line(f"note: {note}") for note in notes(analysis))


def issues_text(analysis: Analysis) -> str:
    """A line an issue, and below it what would mend it."""
    listed = zip(analysis.issues, listed_repairs(analysis.issues), strict=True)
    return "\n".join(
        row for issue, found in listed for row in _issue(analysis, issue, found)
    )


def issue_line(analysis: Analysis, issue: Issue) -> str:
    """`'row2': 116 channels do not divide into 8 groups`."""
    if issue.node is None:
        return line(issue.message)
    return line(f"'{analysis.document.nodes[issue.node].name}': {issue.message}")


def table(rows: Sequence[Sequence[str]], right: Iterable[str] = ()) -> str:
    """Columns as wide as what they hold; nothing is cut.

    Args:
        rows: the first one names the columns.
        right: names of columns that are aligned to the right.
    """
    rows = [[line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    aligned = set(right)

    def aligned_row(row: Sequence[str]) -> str:
        cells = (
            cell.rjust(width) if name in aligned else cell.ljust(width)
            for cell, width, name in zip(row, widths, rows[0], strict=True)
        )
        return "  ".join(cells).rstrip()

    return "\n".join(map(aligned_row, rows))


def _nodes(analysis: Analysis) -> str:
    measures = shown(Place.TEXT_ROWS)
    labels = [measure.label for measure in measures]
    rows = [("name", "block", "repeat", "output", *labels)]
    for id in analysis.order:
        node, report = analysis.document.nodes[id], analysis.nodes[id]
        known = report.state == "ok"
        output = _shapes(report.outputs) if known else report.state
        values = (
            _written(measure, measure.node(report))[0]
            if known and measure.node
            else "-"
            for measure in measures
        )
        repeat = str(max(1, report.repeat))
        rows.append((node.name, node.block, repeat, output, *values))
    return table(rows, right=("repeat", *labels))


def _shapes(outputs: Iterable[Shape]) -> str:
    found = [text(shape) for shape in outputs]
    return ", ".join(found) if len(found) <= MOST_NAMED else listed(found)


def _totals(analysis: Analysis) -> str:
    rows = [("total", "", "")]
    for measure in shown(Place.TEXT, *_FIRST):
        text, note = _written(measure, measure.total(analysis))
        parts = {name: f"{n:,}" for name, n in measure.parts(analysis.total).items()}
        rows.append((measure.label, text, note or measure.note.format(**parts)))
    lines = table(rows)
    if analysis.complete:
        return lines
    names = listed(analysis.document.nodes[id].name for id in analysis.left_out)
    return f"{lines}\nNot counted, for they cannot be computed yet: {line(names)}"


def _written(measure: Measure[Any], value: Any) -> tuple[str, str]:
    """A value, and what is said beside it."""
    if measure.unit is Unit.PIXELS:
        return _field(value)
    return megabytes(value) if measure.unit is Unit.BYTES else f"{value:,}", ""


def _field(field: ReceptiveField) -> tuple[str, str]:
    if field.size is None:
        return "the whole image", ""
    down, right = field.stride
    stride = str(down) if down == right else f"{down} x {right}"
    return "x".join(map(str, field.size)), f"pixels, stride {stride}"


def megabytes(size_bytes: int) -> str:
    """Bytes as people read them, a megabyte being a million."""
    return f"{size_bytes / 1e6:,.2f} MB"


def _issue(
    analysis: Analysis, issue: Issue, repairs: Iterable[Repair]
) -> Iterator[str]:
    yield f"{issue.severity}: {issue_line(analysis, issue)}"
    for repair in repairs:
        yield line(f"    possible: {repair.title}{_effect(repair)}")


def _effect(repair: Repair) -> str:
    if repair.is_comparable:
        return f" ({repair.params_change:+,} params, {repair.macs_change:+,} MACs)"
    total = repair.total
    counted = "in total" if repair.complete else "of the nodes that can be counted"
    return f" (then {total.params:,} params, {total.macs:,} MACs {counted})"
