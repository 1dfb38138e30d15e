"""Highlights some nodes and dims the rest: everything up to a node, or the result of a search."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from designer.canvas.items.paint import Look
from designer.canvas.picture.overlays import OVER
from designer.canvas.picture.surface import Surface

DIM = 0.18  # opacity of dimmed items
ROW = 20.0
PADDING = 12.0
GAP = 16.0  # between the names and their values, and between a card and its node

Rows = Sequence[tuple[str, str]]


class Spotlight:
    """The spotlight of one scene."""

    def __init__(self, scene: Surface) -> None:
        self._scene = scene
        self._lit: frozenset[str] | None = None
        self._card: Card | None = None
        self.up_to = ""  # the node up to which everything is highlighted

    @property
    def on(self) -> bool:
        """Whether anything is dimmed."""
        return self._lit is not None

    @property
    def text(self) -> str:
        """The text of the card."""
        return self._card.text if self._card is not None else ""

    def light(self, ids: Collection[str]) -> None:
        """Dim all but these nodes and the wires among them."""
        self.off()
        self._lit = frozenset(ids)
        self.refresh()

    def show_up_to(self, node: str, ids: Collection[str], rows: Rows) -> None:
        """Highlight everything up to a node, with a card of its totals next to it."""
        self.light(ids)
        self.up_to = node
        self._card = Card(self._scene.look, rows)
        self._scene.addItem(self._card)
        self.refresh()

    def off(self) -> None:
        """Remove the spotlight."""
        if self._card is not None:
            self._scene.removeItem(self._card)
            self._card = None
        self.up_to = ""
        if self._lit is not None:
            self._lit = None
            self.refresh()

    def refresh(self) -> None:
        """Apply the spotlight to the current items."""
        lit, scene = self._lit, self._scene
        for id in scene.state.nodes:
            item = scene.node_item(id)
            if item is not None:
                item.setOpacity(1.0 if lit is None or id in lit else DIM)
        for edge in scene.state.wires:
            bright = lit is None or (edge.source in lit and edge.target in lit)
            scene.dim_wire(edge, 1.0 if bright else DIM)
        if self._card is not None and (item := scene.node_item(self.up_to)):
            self._card.apply_look(scene.look)
            self._card.place_by(item.body, scene.views())


class Card(QGraphicsItem):
    """Names and values on a card, of the same size at every zoom."""

    def __init__(self, look: Look, rows: Rows) -> None:
        super().__init__()
        self._look, self._rows = look, rows
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(OVER)

    @property
    def text(self) -> str:
        """The text."""
        return "\n".join(f"{name}: {value}" for name, value in self._rows)

    def apply_look(self, look: Look) -> None:
        """Use another theme."""
        self.prepareGeometryChange()
        self._look = look
        self.update()

    def place_by(self, body: QRectF, views: Sequence[QGraphicsView]) -> None:
        """Move to the right of a node; where that is out of view, below it or to its left."""
        at = body.topRight() + QPointF(GAP, 0)
        if not views:
            self.setPos(at)
            return
        view = views[0]
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        size = self.boundingRect().size() / view.transform().m11()
        width = size.width()
        places = (
            at,
            QPointF(body.left(), body.bottom() + GAP),
            QPointF(body.right() - width, body.bottom() + GAP),
            QPointF(body.left() - GAP - width, body.top()),
        )
        fits = (place for place in places if seen.contains(QRectF(place, size)))
        self.setPos(next(fits, at))

    @property
    def _names(self) -> float:
        return max(self._look.body_face.width(name) for name, _ in self._rows)

    def boundingRect(self) -> QRectF:
        face = self._look.body_face
        values = max(face.width(value) for _, value in self._rows)
        width = self._names + GAP + values + 2 * PADDING
        return QRectF(0, 0, width, ROW * len(self._rows) + 2 * PADDING - 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look = self._look
        painter.setPen(QPen(look.selected, 1))
        painter.setBrush(look.label)
        painter.drawRoundedRect(self.boundingRect().adjusted(1, 1, -1, -1), 8, 8)
        for index, (name, value) in enumerate(self._rows):
            baseline = PADDING + 12 + ROW * index
            painter.setPen(look.muted)
            look.body_face.write(painter, PADDING, baseline, name)
            painter.setPen(look.text)
            x = PADDING + self._names + GAP
            look.body_face.write(painter, x, baseline, value)
