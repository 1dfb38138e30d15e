"""Every layer of a design as a row, copy after copy, and tables of them as text. No Qt here."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from blocks.spec import Call, Shape, elements
from designer.analysis.quantities import ReceptiveField
from designer.analysis.report import Analysis, NodeReport
from designer.analysis.row import arriving, layer_fields
from designer.app.text.figures import exact, receptive
from designer.app.text.translation import later, tr
from designer.canvas.values.wording import shape_text


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer or operation, as Keras will have it."""

    node: str  # id
    node_name: str
    name: str
    kind: str
    shape: Shape
    params: int
    macs: int
    flops: int
    size_bytes: int  # of its outputs, for one image in float32
    field: ReceptiveField


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what it sorts by, what it shows, and what it puts into a file."""

    title: str
    key: Callable[[Layer], float | str]
    text: Callable[[Layer], str]
    raw: Callable[[Layer], object]
    tip: str = ""
    number: bool = True


def _seen(layer: Layer) -> int:
    """How much of the image an output sees, as a number to sort by."""
    size = layer.field.size
    return 2**62 if size is None else size[0] * size[1]


COLUMNS = (
    Column(
        later("Node"),
        lambda it: it.node_name,
        lambda it: it.node_name,
        lambda it: it.node_name,
        number=False,
    ),
    Column(
        later("Layer"),
        lambda it: it.name,
        lambda it: it.name,
        lambda it: it.name,
        number=False,
    ),
    Column(
        later("Kind"),
        lambda it: it.kind,
        lambda it: it.kind,
        lambda it: it.kind,
        number=False,
    ),
    Column(
        later("Output"),
        lambda it: elements(it.shape),
        lambda it: shape_text(it.shape),
        lambda it: shape_text(it.shape),
        later("Height, width, channels"),
    ),
    Column(
        later("Params"),
        lambda it: it.params,
        lambda it: exact(it.params),
        lambda it: it.params,
        later("All numbers in the weights, trainable or not."),
    ),
    Column(
        later("MACs"),
        lambda it: it.macs,
        lambda it: exact(it.macs),
        lambda it: it.macs,
        later("Multiply-accumulates of convolutions and dense layers, for one image."),
    ),
    Column(
        later("FLOPs"),
        lambda it: it.flops,
        lambda it: exact(it.flops),
        lambda it: it.flops,
        later("2 x MACs, and what is done to each element; for one image."),
    ),
    Column(
        later("Bytes"),
        lambda it: it.size_bytes,
        lambda it: exact(it.size_bytes),
        lambda it: it.size_bytes,
        later("What it puts out for one image, in float32."),
    ),
    Column(
        later("Receptive field"),
        _seen,
        lambda it: receptive(it.field),
        lambda it: receptive(it.field),
        later(
            "How much of the input image one output sees, and how far apart neighbours look."
        ),
    ),
)


def layers_of(analysis: Analysis, id: str) -> tuple[Layer, ...]:
    """The layers of a node in the order that they run in, all copies."""
    report, wiring = analysis.nodes[id], analysis.wirings.get(id)
    calls = [call for copy in report.calls for call in copy]
    if not calls or wiring is None:
        return ()
    name = analysis.document.nodes[id].name
    fields = layer_fields(id, report, arriving(wiring, analysis.nodes))
    return tuple(
        _layer(id, name, call, field) for call, field in zip(calls, fields, strict=True)
    )


def count(report: NodeReport) -> int:
    """How many layers a node has, which costs nothing to know."""
    return sum(map(len, report.calls))


def _layer(id: str, node: str, call: Call, field: ReceptiveField) -> Layer:
    return Layer(
        id,
        node,
        call.operation.name or call.operation.kind,
        call.operation.kind,
        call.outputs[0],
        sum(weight.size for weight in call.weights),
        call.macs,
        call.flops,
        4 * sum(map(elements, call.outputs)),
        field,
    )


# As text


def as_csv(layers: Iterable[Layer]) -> str:
    """Comma-separated, numbers as plain digits."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(tr(column.title) for column in COLUMNS)
    writer.writerows([column.raw(layer) for column in COLUMNS] for layer in layers)
    return written.getvalue()


def as_markdown(layers: Iterable[Layer]) -> str:
    """A pipe table, numbers to the right."""
    rules = ["---:" if column.number else "---" for column in COLUMNS]
    titles = [tr(column.title) for column in COLUMNS]
    rows = (
        [column.text(layer).replace("|", "\\|") for column in COLUMNS]
        for layer in layers
    )
    return "".join(f"| {' | '.join(row)} |\n" for row in (titles, rules, *rows))


def as_latex(layers: Iterable[Layer]) -> str:
    """A tabular with the rules of booktabs."""
    sides = "".join("r" if column.number else "l" for column in COLUMNS)
    titles = " & ".join(_latex(tr(column.title)) for column in COLUMNS)
    rows = "".join(
        " & ".join(_latex(column.text(layer)) for column in COLUMNS) + r" \\" + "\n"
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
