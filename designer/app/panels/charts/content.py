"""The content of the charts, as frozen values made from an analysis. No Qt and no matplotlib here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby

from blocks.definition import Block
from designer.analysis.measures import Measure, Place, shown
from designer.analysis.memory import peaks_by_row
from designer.analysis.report import Analysis, NodeReport
from designer.app.text.figures import FORMS, in_bytes, short
from designer.app.text.translation import later, tr
from designer.canvas.values.wording import shape_text

CHARTS: Mapping[str, str] = {
    "nodes": later("Cost by node"),
    "stages": later("Cost by stage"),
    "cumulative": later("Cost added up"),
    "memory": later("Memory over time"),
    "scatter": later("Parameters against MACs"),
}
MEASURED = "nodes", "stages", "cumulative"  # where a measure can be chosen


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar or a point: its node, its coordinates, and its tooltip."""

    node: str  # the first node of a stage
    name: str
    x: float
    y: float
    category: str
    text: str


@dataclass(frozen=True)
class Chart:
    """A chart: its marks and its axes."""

    kind: str
    title: str
    unit: Callable[[int], str]
    marks: tuple[Mark, ...] = ()

    @property
    def spoken(self) -> str:
        """The chart as text for screen readers."""
        if not self.marks:
            return tr("{chart}: nothing to show").format(chart=self.title)
        most = max(self.marks, key=lambda mark: mark.y)
        return tr("{chart}, {count} marks; most at {name}: {most}").format(
            chart=self.title,
            count=len(self.marks),
            name=most.name,
            most=self.unit(round(most.y)),
        )


def measures() -> Mapping[str, Measure[int]]:
    """The quantities that charts can show, by id."""
    return {measure.id: measure for measure in shown(Place.CHARTS, "macs")}


def chart(
    analysis: Analysis, blocks: Mapping[str, Block], kind: str, measure: str
) -> Chart:
    """The content of one of CHARTS, in one of `measures` where it applies."""
    rows = tuple(_rows(analysis, blocks))
    measured = measures()[measure]
    title = tr(CHARTS[kind])
    if kind == "memory":
        return Chart(kind, title, in_bytes, tuple(_memory(analysis, rows)))
    if kind == "scatter":
        return Chart(kind, title, short, tuple(_scatter(rows)))
    if kind == "stages":
        rows = tuple(_stages(rows))
    title = f"{title}, {tr(measured.name)}"
    unit = FORMS[measured.unit].short
    return Chart(kind, title, unit, tuple(_bars(rows, measured, kind)))


@dataclass(frozen=True, slots=True)
class _Row:
    node: str
    name: str
    category: str
    reports: tuple[NodeReport, ...]  # one, or those of a stage
    size: tuple[int | None, ...]  # height and width of its output
    shape: str

    @property
    def macs(self) -> int:
        return sum(report.cost.macs for report in self.reports)

    @property
    def params(self) -> int:
        return sum(report.cost.params for report in self.reports)


def _rows(analysis: Analysis, blocks: Mapping[str, Block]) -> Iterable[_Row]:
    for id in analysis.order:
        report = analysis.nodes[id]
        if report.state != "ok" or not report.outputs:
            continue
        node = analysis.document.nodes[id]
        block = blocks.get(node.block)
        shape = report.outputs[0]
        size = shape[1:3] if len(shape) == 4 else ()
        category = block.category if block else ""
        yield _Row(id, node.name, category, (report,), size, shape_text(shape))


def _stages(rows: Sequence[_Row]) -> Iterable[_Row]:
    """Group consecutive rows with the same output size into stages."""
    for size, members in groupby(rows, key=lambda row: row.size):
        stage = list(members)
        reports = tuple(report for row in stage for report in row.reports)
        name = "×".join(map(str, size)) or tr("vectors")
        heaviest = max(stage, key=lambda row: row.macs)
        yield _Row(
            stage[0].node, name, heaviest.category, reports, size, stage[-1].shape
        )


def _bars(rows: Sequence[_Row], measure: Measure[int], kind: str) -> Iterable[Mark]:
    of, written = measure.node, FORMS[measure.unit].short
    costs = [sum(map(of, row.reports)) for row in rows] if of else []
    total = sum(costs) or 1
    heights = list(accumulate(costs)) if kind == "cumulative" else costs
    for place, (row, cost, height) in enumerate(zip(rows, costs, heights, strict=True)):
        said = tr("{name}\n{cost} {measure}, {share} % of all").format(
            name=row.name,
            cost=written(cost),
            measure=tr(measure.name),
            share=f"{100 * cost / total:.1f}",
        )
        if kind == "cumulative":
            said += "\n" + tr("{cost} up to here").format(cost=written(height))
        yield Mark(row.node, row.name, place, height, row.category, said)


def _memory(analysis: Analysis, rows: Sequence[_Row]) -> Iterable[Mark]:
    known = {row.node: row for row in rows}
    peaks = peaks_by_row(
        analysis.order, analysis.nodes, analysis.wirings, analysis.ends
    )
    for place, (node, peak) in enumerate(peaks):
        row = known[node]
        said = tr("{name}\n{size} at once").format(name=row.name, size=in_bytes(peak))
        yield Mark(node, row.name, place, peak, row.category, said)


def _scatter(rows: Sequence[_Row]) -> Iterable[Mark]:
    for row in rows:
        if row.params and row.macs:
            said = tr("{name}\n{params} parameters, {macs} MACs").format(
                name=row.name, params=short(row.params), macs=short(row.macs)
            )
            yield Mark(row.node, row.name, row.params, row.macs, row.category, said)


@cache
def elided(name: str, most: int = 14) -> str:
    """A name that fits under a bar."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
