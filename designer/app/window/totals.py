"""The totals and their breakdown by node, as frozen values. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from designer.analysis import analyse
from designer.analysis.measures import Measure, Place, Unit, shown
from designer.analysis.report import Analysis
from designer.app.text import figures
from designer.app.text.translation import counted, tr
from designer.model.document import Document

MOST_ORIGINS = 10


@dataclass(frozen=True, slots=True)
class Total:
    """One figure: as shown, in full, for the whole design where a part is shown, and its change."""

    id: str  # the quantity's
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
        root: of the whole design, which is the same where no block is entered.
        reference: the state that changes are relative to, if any.
        since: what that is, for the tooltip: `since it was saved`.
    """
    return tuple(
        _total(measure, analysis, root, reference, since)
        for measure in shown(Place.TOTALS)
    )


def _total(
    measure: Measure[int],
    analysis: Analysis,
    root: Analysis,
    reference: Analysis | None,
    since: str,
) -> Total:
    number, whole = measure.total(analysis), measure.total(root)
    change = 0 if reference is None else whole - measure.total(reference)
    written = figures.FORMS[measure.unit].preferred
    exact = figures.exact(number)
    spelled = tr(measure.spelled).format(number=exact) if measure.spelled else exact
    inside = root is not analysis
    lines = [spelled, tr(measure.help)]
    if measure.remark:
        lines[-1] += " " + tr(measure.remark)
    if inside:
        lines.append(
            tr("The whole design: {number}.").format(number=figures.exact(whole))
        )
    changed = signed(measure, change)
    if changed:
        lines.append(f"{changed} {since}.")
    lines.append(tr("Click to see where it comes from."))
    return Total(
        measure.id,
        written(number),
        spelled,
        changed,
        written(whole) if inside else "",
        "\n".join(lines),
    )


def signed(measure: Measure[int], change: int) -> str:
    """A change with its sign, short; nothing for none."""
    if not change:
        return ""
    if measure.unit is Unit.BYTES:
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


def origins(measure: Measure[int], analysis: Analysis) -> tuple[Origin, ...]:
    """The rows that contribute to a figure, the largest first."""
    nodes = analysis.document.nodes
    found = measure.of_nodes(analysis)
    whole = sum(found.values()) if measure.adds_up else max(found.values(), default=0)
    written = figures.FORMS[measure.unit].preferred
    ranked = sorted(found.items(), key=lambda row: row[1], reverse=True)
    return tuple(
        Origin(id, nodes[id].name, written(number), number / whole)
        for id, number in ranked[:MOST_ORIGINS]
        if number
    )


def muted_count(root: Document) -> int:
    """How many nodes the totals leave out because they are muted, inside composite blocks too."""
    bodies = (definition.body for definition in root.definitions.values())
    return sum(node.muted for document in (root, *bodies) for node in document)


def unmuted(root: Document) -> Document:
    """The design with all nodes unmuted."""
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
    """The effect of muted nodes: `text` next to the totals, `tooltip` in full."""

    text: str
    tooltip: str


def muted_note(root: Analysis, awake: Analysis) -> Muted:
    """What the muted nodes change, against the design with all nodes unmuted."""
    count = muted_count(root.document)
    said = counted(count, tr("1 muted"), tr("{count} muted"))
    measures = shown(Place.TOTALS)
    changes = {
        measure.id: signed(measure, measure.total(root) - measure.total(awake))
        for measure in measures
    }
    lines = [
        f"{tr(measure.name)}: {changes[measure.id]}"
        for measure in measures
        if changes[measure.id]
    ]
    head = tr("What muting changes; click to select what is muted.")
    first = changes["params"] or changes["macs"]
    text = f"{said}: {first}" if first else said
    return Muted(text, "\n".join([head, *lines]))


def analysed_awake(root: Analysis, before: Analysis | None) -> Analysis:
    """The analysis of the design with all nodes unmuted."""
    return analyse(unmuted(root.document), before)
