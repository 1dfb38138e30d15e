"""Every layer of a design as a row, copy after copy, and tables of them as text. No Qt here."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from blocks.spec import Shape, elements
from designer.analysis.measures import LayerColumn, Measure, Place, Unit, shown
from designer.analysis.quantities import ReceptiveField
from designer.analysis.report import Analysis, NodeReport
from designer.analysis.row import arriving, layer_fields
from designer.app.text.figures import exact, receptive
from designer.app.text.translation import later, tr
from designer.canvas.values.wording import shape_text


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer or operation as Keras will create it."""

    node: str  # id
    node_name: str
    name: str
    kind: str
    shape: Shape
    values: Mapping[str, Any]  # of the measured quantities, by id


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, sort key, text in the table, text in a file, and width on the grid."""

    title: str
    key: Callable[[Layer], float | str]
    text: Callable[[Layer], str]
    raw: Callable[[Layer], object]
    width: int
    tip: str = ""
    number: bool = True


_OWN = (
    Column(
        later("Node"),
        lambda it: it.node_name,
        lambda it: it.node_name,
        lambda it: it.node_name,
        15,
        number=False,
    ),
    Column(
        later("Layer"),
        lambda it: it.name,
        lambda it: it.name,
        lambda it: it.name,
        24,
        number=False,
    ),
    Column(
        later("Kind"),
        lambda it: it.kind,
        lambda it: it.kind,
        lambda it: it.kind,
        19,
        number=False,
    ),
    Column(
        later("Output"),
        lambda it: elements(it.shape),
        lambda it: shape_text(it.shape),
        lambda it: shape_text(it.shape),
        14,
        later("Height, width, channels"),
    ),
)
_WIDTHS = {Unit.COUNT: 13, Unit.GREAT_COUNT: 15, Unit.BYTES: 15, Unit.PIXELS: 24}


def columns() -> tuple[Column, ...]:
    """The columns: the layer itself, and each quantity measured per layer."""
    measures = shown(Place.LAYERS)
    measured = [_measured(measure, of) for measure in measures if (of := measure.layer)]
    return (*_OWN, *measured)


def _measured(measure: Measure[Any], of: LayerColumn[Any]) -> Column:
    id = measure.id
    width = _WIDTHS[measure.unit]
    if measure.unit is Unit.PIXELS:

        def text(layer: Layer) -> str:
            return receptive(layer.values[id])

        return Column(
            of.title, lambda it: _seen(it.values[id]), text, text, width, of.help
        )
    return Column(
        of.title,
        lambda it: it.values[id],
        lambda it: exact(it.values[id]),
        lambda it: it.values[id],
        width,
        of.help,
    )


def _seen(field: ReceptiveField) -> int:
    """The receptive field as a number to sort by."""
    return 2**62 if field.size is None else field.size[0] * field.size[1]


def layers_of(analysis: Analysis, id: str) -> tuple[Layer, ...]:
    """The layers of all copies of a node, in the order of execution."""
    report, wiring = analysis.nodes[id], analysis.wirings.get(id)
    calls = [call for copy in report.calls for call in copy]
    if not calls or wiring is None:
        return ()
    name = analysis.document.nodes[id].name
    fields = layer_fields(id, report, arriving(wiring, analysis.nodes))
    measured = {m.id: m.layer.of for m in shown(Place.LAYERS) if m.layer}
    return tuple(
        Layer(
            node=id,
            node_name=name,
            name=call.operation.name or call.operation.kind,
            kind=call.operation.kind,
            shape=call.outputs[0],
            values={measure: of(call, field) for measure, of in measured.items()},
        )
        for call, field in zip(calls, fields, strict=True)
    )


def count(report: NodeReport) -> int:
    """The number of layers of a node, without computing them."""
    return sum(map(len, report.calls))


# As text


def as_csv(layers: Iterable[Layer]) -> str:
    """The table as CSV, with plain digits."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    found = columns()
    writer.writerow(tr(column.title) for column in found)
    writer.writerows([column.raw(layer) for column in found] for layer in layers)
    return written.getvalue()


def as_markdown(layers: Iterable[Layer]) -> str:
    """The table in Markdown, numbers right-aligned."""
    found = columns()
    rules = ["---:" if column.number else "---" for column in found]
    titles = [tr(column.title) for column in found]
    rows = (
        [column.text(layer).replace("|", "\\|") for column in found] for layer in layers
    )
    return "".join(f"| {' | '.join(row)} |\n" for row in (titles, rules, *rows))


def as_latex(layers: Iterable[Layer]) -> str:
    """The table in LaTeX, with the rules of booktabs."""
    found = columns()
    sides = "".join("r" if column.number else "l" for column in found)
    titles = " & ".join(_latex(tr(column.title)) for column in found)
    rows = "".join(
        " & ".join(_latex(column.text(layer)) for column in found) + r" \\" + "\n"
        for layer in layers
    )
    return (
        f"\\begin{{tabular}}{{{sides}}}\n\\toprule\n{titles} \\\\\n\\midrule\n"
        f"{rows}\\bottomrule\n\\end{{tabular}}\n"
    )


_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "\N{MULTIPLICATION SIGN}": r"$\times$",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def _latex(text: str) -> str:
    return text.translate(_LATEX)
