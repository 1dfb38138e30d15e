"""The totals, and the nodes that they come from, as frozen values. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from designer.analysis import analyse
from designer.analysis.memory import peaks_by_row
from designer.analysis.report import Analysis, NodeReport
from designer.app.panels.inspector.content import FLOPS_HELP, MACS_HELP
from designer.app.text import figures
from designer.app.text.translation import counted, later, tr
from designer.model.document import Document

MOST_ORIGINS = 10


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a design.

    Args:
        of: the figure of a whole design.
        at: the figure of one row; None for memory, which rows share.
        printed: as the bar shows it.
        spelled: all digits and the unit.
        help: what it counts.
    """

    title: str
    of: Callable[[Analysis], int]
    at: Callable[[NodeReport], int] | None
    printed: Callable[[int], str]
    spelled: str
    help: str


MEASURES: Mapping[str, Measure] = {
    "Parameters": Measure(
        later("Parameters"),
        lambda analysis: analysis.total.params,
        lambda report: report.cost.params,
        figures.count,
        later("{number} parameters"),
        later("All numbers in the weights, trainable or not."),
    ),
    "Trainable": Measure(
        later("Trainable"),
        lambda analysis: analysis.total.trainable_params,
        lambda report: report.cost.trainable_params,
        figures.count,
        later("{number} trainable parameters"),
        later(
            "Those that training changes: all but the statistics of batch normalisation."
        ),
    ),
    "MACs": Measure(
        later("MACs"),
        lambda analysis: analysis.total.macs,
        lambda report: report.cost.macs,
        figures.great_count,
        later("{number} MACs"),
        MACS_HELP,
    ),
    "FLOPs": Measure(
        later("FLOPs"),
        lambda analysis: analysis.total.flops,
        lambda report: report.cost.flops,
        figures.great_count,
        later("{number} FLOPs"),
        FLOPS_HELP,
    ),
    "Peak memory": Measure(
        later("Peak memory"),
        lambda analysis: analysis.peak_activation_bytes,
        None,
        figures.in_bytes,
        later("{number} bytes of activations at once"),
        later(
            "The most that must be held at one moment while one image runs through, in float32, without weights."
        ),
    ),
    "Size": Measure(
        later("Size"),
        lambda analysis: analysis.size_bytes,
        lambda report: 4 * report.cost.params,
        figures.in_bytes,
        later("{number} bytes of weights"),
        later("The weights in float32: four bytes a parameter."),
    ),
}


@dataclass(frozen=True, slots=True)
class Total:
    """One figure: as it is shown, exactly, of the whole design where a part is shown, and how that changed."""

    name: str
    text: str
    exact: str
    change: str
    whole: str
    tooltip: str


def totals(
    analysis: Analysis, root: Analysis, reference: Analysis | None, since: str
) -> tuple[Total, ...]:
    """The figures of what is on the canvas, and how those of the design changed.

    Args:
        root: of the whole design, which is the same where no block is looked into.
        reference: what changes are against, if against anything.
        since: what that is, for the tooltip: `since it was saved`.
    """
    return tuple(
        _total(name, measure, analysis, root, reference, since)
        for name, measure in MEASURES.items()
    )


def _total(
    name: str,
    measure: Measure,
    analysis: Analysis,
    root: Analysis,
    reference: Analysis | None,
    since: str,
) -> Total:
    number, whole = measure.of(analysis), measure.of(root)
    change = 0 if reference is None else whole - measure.of(reference)
    spelled = tr(measure.spelled).format(number=figures.exact(number))
    inside = root is not analysis
    lines = [spelled, tr(measure.help)]
    if name == "MACs":
        lines[-1] += " " + tr("Papers often print these as FLOPs.")
    if inside:
        lines.append(
            tr("The whole design: {number}.").format(number=figures.exact(whole))
        )
    changed = signed(measure, change)
    if changed:
        lines.append(f"{changed} {since}.")
    lines.append(tr("Click to see where it comes from."))
    return Total(
        name,
        measure.printed(number),
        spelled,
        changed,
        measure.printed(whole) if inside else "",
        "\n".join(lines),
    )


def signed(measure: Measure, change: int) -> str:
    """A change with its sign, short; nothing for none."""
    if not change:
        return ""
    if measure.printed is figures.in_bytes:
        return f"{'+' if change > 0 else figures.MINUS}{figures.in_bytes(abs(change))}"
    return figures.signed_short(change)


@dataclass(frozen=True, slots=True)
class Origin:
    """A row of the network, and its share of a figure."""

    node: str
    name: str
    text: str
    share: float  # of the whole; of memory, how full it is while the row runs

    @property
    def percent(self) -> str:
        return f"{100 * self.share:.0f} %" if self.share >= 0.005 else "< 1 %"


def origins(name: str, analysis: Analysis) -> tuple[Origin, ...]:
    """The rows that a figure comes from, the largest first."""
    measure, nodes = MEASURES[name], analysis.document.nodes
    if measure.at is None:
        found = dict(
            peaks_by_row(
                analysis.order, analysis.nodes, analysis.wirings, analysis.ends
            )
        )
        whole = max(found.values(), default=0)
    else:
        found = {id: measure.at(analysis.nodes[id]) for id in analysis.order}
        whole = sum(found.values())
    ranked = sorted(found.items(), key=lambda row: row[1], reverse=True)
    return tuple(
        Origin(id, nodes[id].name, measure.printed(number), number / whole)
        for id, number in ranked[:MOST_ORIGINS]
        if number
    )


def muted_count(root: Document) -> int:
    """How many nodes the totals leave out because they are muted, inside composite blocks too."""
    bodies = (definition.body for definition in root.definitions.values())
    return sum(node.muted for document in (root, *bodies) for node in document)


def unmuted(root: Document) -> Document:
    """The design with every node at work."""
    definitions = {
        id: replace(definition, body=_awake(definition.body))
        for id, definition in root.definitions.items()
    }
    return replace(_awake(root), definitions=definitions)


def _awake(document: Document) -> Document:
    nodes = {
        id: replace(node, muted=False) if node.muted else node
        for id, node in document.nodes.items()
    }
    return replace(document, nodes=nodes)


@dataclass(frozen=True, slots=True)
class Muted:
    """What muting changes: `text` beside the totals, `tooltip` in full."""

    text: str
    tooltip: str


def muted_note(root: Analysis, awake: Analysis) -> Muted:
    """What the muted nodes change, against the design with every node at work."""
    count = muted_count(root.document)
    said = counted(count, tr("1 muted"), tr("{count} muted"))
    changes = {
        name: signed(measure, measure.of(root) - measure.of(awake))
        for name, measure in MEASURES.items()
    }
    lines = [
        f"{tr(MEASURES[name].title)}: {change}"
        for name, change in changes.items()
        if change
    ]
    head = tr("What muting changes; click to select what is muted.")
    first = changes["Parameters"] or changes["MACs"]
    text = f"{said}: {first}" if first else said
    return Muted(text, "\n".join([head, *lines]))


def analysed_awake(root: Analysis, before: Analysis | None) -> Analysis:
    """The design with every node at work, analysed."""
    return analyse(unmuted(root.document), before)
