"""What is worth knowing about a design and is nothing wrong: notes, which no count of issues has."""

from __future__ import annotations

from collections.abc import Iterator

from designer.analysis.report import Analysis
from designer.model.document import Document

NAMED = 3  # uses that a note names


def uses(document: Document, definition: str) -> tuple[str, ...]:
    """The names of the nodes that are uses of a block of the design's own, also inside other blocks."""
    bodies = (document, *(each.body for each in document.definitions.values()))
    return tuple(
        node.name for body in bodies for node in body if node.block == definition
    )


def notes(analysis: Analysis) -> Iterator[str]:
    """Blocks of the design's own that are used several times: their uses do not share weights."""
    document = analysis.document
    without_weights = {
        document.nodes[id].block
        for id, report in analysis.nodes.items()
        if report.state == "ok" and not report.cost.params
    }
    for id, definition in document.definitions.items():
        names = uses(document, id)
        if len(names) > 1 and id not in without_weights:
            shown = [f"'{name}'" for name in names[:NAMED]]
            rest = len(names) - NAMED
            last = f"{rest} more" if rest > 0 else shown.pop()
            yield (
                f"{', '.join(shown)} and {last} are uses of '{definition.title or id}': "
                "each has weights of its own, none are shared"
            )
