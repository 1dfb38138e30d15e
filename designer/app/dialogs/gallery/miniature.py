"""A small drawing of a network: one bar for each row, coloured by category, its width by channels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from blocks.definition import Block
from designer.app.dialogs.gallery.entries import Row
from designer.app.text.figures import TIMES
from designer.canvas.values.theme import Theme, category_style
from designer.layout import arrange
from designer.model.document import Document
from designer.model.graph import topological_order

CELL = (216.0, 96.0)  # size passed to the layout, of which only rows and lanes are used
PITCH = 20.0  # from bar to bar where there is room
READABLE = 10.0  # from this pitch on repeat counts are written
COUNT_WIDTH = 24.0
NARROWEST = 0.3
UNKNOWN = Row()


@dataclass(frozen=True, slots=True)
class Bar:
    """A node: its lane and row in the drawing, and the hue of its block's category."""

    id: str
    lane: int
    row: int
    hue: str


@dataclass(frozen=True, slots=True)
class Miniature:
    """A network as bars and the wires between them, by their places in `bars`."""

    bars: tuple[Bar, ...]
    wires: tuple[tuple[int, int], ...]
    lanes: int
    rows: int


def miniature(document: Document, blocks: Mapping[str, Block]) -> Miniature:
    """The drawing of a design. Branches are placed by the automatic layout."""
    ids = topological_order(document)
    at = arrange(document, dict.fromkeys(ids, CELL))
    lanes = sorted({x for x, _ in at.values()})
    rows = sorted({y for _, y in at.values()})
    bars = tuple(
        Bar(
            id,
            lanes.index(at[id][0]),
            rows.index(at[id][1]),
            _hue(document.nodes[id].block, blocks),
        )
        for id in ids
    )
    place = {bar.id: index for index, bar in enumerate(bars)}
    wires = tuple((place[e.source], place[e.target]) for e in document.edges)
    return Miniature(bars, wires, len(lanes), len(rows))


def _hue(block: str, blocks: Mapping[str, Block]) -> str:
    known = blocks.get(block)
    return category_style(known.category if known else "").hue


def paint(
    painter: QPainter,
    box: QRectF,
    drawing: Miniature,
    theme: Theme,
    counted: Mapping[str, Row],
) -> None:
    """Draw a network into a box.

    Args:
        counted: channels and copies by node; as long as they are not known, all bars are as narrow.
    """
    if not drawing.bars:
        return
    pitch = min(PITCH, box.height() / drawing.rows)
    top = box.top() + (box.height() - pitch * drawing.rows) / 2
    lane = (box.width() - COUNT_WIDTH) / drawing.lanes
    most = max((row.channels for row in counted.values()), default=1)
    places = []
    for bar in drawing.bars:
        share = _share(counted.get(bar.id, UNKNOWN).channels, most)
        wide, high = lane * share * 0.94, max(pitch * 0.68, 2.0)
        centre = QPointF(
            box.left() + lane * (bar.lane + 0.5), top + pitch * (bar.row + 0.5)
        )
        places.append(QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high))
    painter.setPen(QPen(QColor(theme.wire), 1.2))
    for source, target in drawing.wires:
        start, end = places[source], places[target]
        painter.drawLine(
            QPointF(start.center().x(), start.bottom()),
            QPointF(end.center().x(), end.top()),
        )
    painter.setFont(_small(painter.font(), pitch))
    for bar, place in zip(drawing.bars, places, strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.categories[bar.hue]))
        radius = min(3.0, place.height() / 3)
        painter.drawRoundedRect(place, radius, radius)
        copies = counted.get(bar.id, UNKNOWN).copies
        if copies > 1 and pitch >= READABLE:
            painter.setPen(QColor(theme.muted))
            edge = box.left() + lane * (bar.lane + 1) + 2
            painter.drawText(
                QRectF(edge, place.center().y() - 8, COUNT_WIDTH, 16),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                f"{TIMES}{copies}",
            )


def _share(channels: int, most: int) -> float:
    """The share of the width on a logarithmic scale of channels."""
    if most < 2:
        return NARROWEST
    return NARROWEST + (1 - NARROWEST) * log2(max(channels, 1)) / log2(most)


def _small(font: QFont, pitch: float) -> QFont:
    small = QFont(font)
    small.setPixelSize(round(min(11.0, max(pitch, READABLE))))
    return small
