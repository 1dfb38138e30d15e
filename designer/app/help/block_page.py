"""The page of a block as Markdown: description, channel flow, parameters, cost."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence

from blocks.catalog import SINGLE, catalog
from blocks.definition import Block, Parameter
from blocks.layer_blocks import block_id
from blocks.spec import Call
from designer.analysis.measures import Place, shown
from designer.analysis.report import NodeReport
from designer.app.help.layer_names import size
from designer.app.text.figures import FORMS
from designer.app.text.figures import value as printed
from designer.app.text.translation import told, tr
from designer.app.widgets.labels import markdown

PICTURE = "channels:"  # the address of a block's picture
BLOCK = "block:"  # the address of a block's page


def page(block: Block, report: NodeReport, name: str = "") -> str:
    """The page of a block as Markdown.

    Args:
        report: of the instance shown: a row of the design, or an example.
        name: of that row; empty for an example.
    """
    return "\n\n".join(_parts(block, report, name)) + "\n"


def _parts(block: Block, report: NodeReport, name: str) -> Iterator[str]:
    yield f"# {_said(block, block.title)}"
    paper = f" · {block.source}" if block.source else ""
    yield f"*{told(block.category)}{paper}*"
    yield _said(block, block.summary)
    if more := _more(block):
        yield more
    yield f"## {tr('What it does to channels')}"
    yield f"![{tr('the channels of the block, layer by layer')}]({PICTURE}{block.id})"
    yield tr(
        "Each colour is a group of the input's channels. Lanes run one to one where channels stay apart; where they "
        "meet in a band, every channel sees all of it. Colours above each other: these channels saw several groups."
    )
    yield f"## {_instance(report, name)}"
    yield from _figures(report)
    if made_of := _made_of(block, report):
        yield made_of
    if block.parameters:
        yield f"## {tr('Parameters')}"
        yield _table(block)
    yield f"## {tr('As a function')}"
    yield tr(
        "In exported files it is called like this; an option left out has its default."
    )
    yield f"```python\n{signature(block)}\n```"


def _more(block: Block) -> str:
    """The docstring between its first line and its arguments, as paragraphs."""
    _, _, rest = block.doc.partition("Args:")[0].partition("\n")
    paragraphs = [" ".join(part.split()) for part in rest.strip().split("\n\n")]
    return "\n\n".join(_said(block, part) for part in paragraphs if part)


def _said(block: Block, text: str) -> str:
    """The library's own texts are Markdown; those of a user's block are shown as they are."""
    return told(text) if catalog().get(block.id) is block else markdown(text)


def _instance(report: NodeReport, name: str) -> str:
    if name:
        return tr("The row '{name}' of this design").format(name=name)
    return tr("An example")


def _figures(report: NodeReport) -> Iterator[str]:
    """The inputs, outputs and cost of the instance."""
    if report.state != "ok":
        for issue in report.issues:
            yield f"**{markdown(told(issue.message))}**"
        if not report.issues:
            yield tr("Its inputs are not known yet.")
        return
    shapes = [size(shape) for port in report.inputs for shape in port]
    rows = [
        (tr("Input"), ", ".join(shapes) or tr("none")),
        (tr("Output"), ", ".join(map(size, report.outputs))),
    ]
    if report.repeat > 1:
        rows.append((tr("Copies"), str(report.repeat)))
    rows += [
        (tr(measure.name), FORMS[measure.unit].full(measure.node(report)))
        for measure in shown(Place.BLOCK_PAGE)
        if measure.node
    ]
    yield _rows(("", ""), rows)
    yield f"[{tr('How costs are counted')}](counting.md)"


def _made_of(block: Block, report: NodeReport) -> str:
    """Links to the layers of the instance."""
    if block.category in SINGLE:
        return ""
    kinds = dict.fromkeys(_kind(call) for calls in report.calls[:1] for call in calls)
    links = [f"[{kind}]({BLOCK}{id})" for kind, id in kinds]
    return tr("Made of {layers}.").format(layers=", ".join(links)) if links else ""


def _kind(call: Call) -> tuple[str, str]:
    kind = call.operation.kind
    return kind, block_id(kind)


def _table(block: Block) -> str:
    head = (tr("Parameter"), tr("What it is"), tr("Default"), tr("Values"))
    rows = [
        (
            f"`{p.name}`",
            _said(block, p.help),
            f"`{printed(p.default)}`".replace("\n", " "),
            _values(p),
        )
        for p in block.parameters.values()
    ]
    return _rows(head, rows)


def _values(parameter: Parameter) -> str:
    if parameter.choices:
        shown = [printed(choice) for choice in parameter.choices[:6]]
        rest = ", …" if len(parameter.choices) > len(shown) else ""
        return ", ".join(shown) + rest
    if parameter.type is bool:
        return tr("on or off")
    limits = parameter.range
    if limits is None:
        return tr("numbers, as text")
    return tr("{least} to {most}").format(
        least=printed(limits.minimum), most=printed(limits.maximum)
    )


def _rows(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines
    )


def signature(block: Block) -> str:
    """The signature of the block's function, one parameter a line."""
    parameters = inspect.signature(block.function).parameters.values()
    ports = [p.name for p in block.inputs]
    options = [
        f"    {p.name}={p.default!r}," for p in parameters if p.name not in ports
    ]
    taken = ", ".join([*ports, "*"])
    return "\n".join([f"{block.id}(", f"    {taken},", *options, ")"])
