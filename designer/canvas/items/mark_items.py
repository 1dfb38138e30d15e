"""Frames and notes as graphics items, below the network and resized by their edges."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QTextDocument,
)
from PySide6.QtWidgets import QGraphicsItem, QStyle, QStyleOptionGraphicsItem, QWidget

from designer.canvas.items.paint import OWN_TINT, Look, mixed
from designer.canvas.values.theme import GRID, RADIUS
from designer.canvas.values.values import MarkRef
from designer.model.document import Frame, Note
from designer.model.plain import lines

Part = Literal["title", "body", "edge"]
Sides = tuple[int, int]  # -1 left or top, 1 right or bottom, 0 neither

TITLE = 4 * GRID  # height of a frame's title
PADDING = 12.0  # around a note's text
SMALLEST = 8 * GRID  # either side of a frame or a note
EDGE_PX = 6.0  # how near to an edge a press grabs it
READABLE = 0.8  # titles shrink with the network down to this scale
IN_STRIP = 1.8  # times that a title still fits into its strip
BASELINE = 22.0  # room for a line of a title
LARGEST = 5.0  # times that a title is enlarged at most, seen from afar
FRAME_TINT, TITLE_TINT = 0.08, 0.2


class MarkItem(QGraphicsItem):
    """The base of frames and notes: a rectangle with a position, a size and a colour."""

    def __init__(self, look: Look, ref: MarkRef, mark: Frame | Note) -> None:
        super().__init__()
        self.ref, self.mark = ref, mark
        self.displaced = False  # dragged away from the state's position
        self._look = look
        self._size = QSizeF(*mark.size)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setPos(*mark.at)
        self._measure()

    def show_mark(self, mark: Frame | Note) -> None:
        """Show a newer state."""
        self.prepareGeometryChange()
        self.mark, self.displaced = mark, False
        self.setPos(*mark.at)
        self._size = QSizeF(*mark.size)
        self._measure()
        self.update()

    def apply_look(self, look: Look) -> None:
        """Use another theme."""
        self.prepareGeometryChange()
        self._look = look
        self._measure()
        self.update()

    def span(self, body: QRectF) -> None:
        """Set its rectangle in the scene until the next state."""
        self.prepareGeometryChange()
        self.displaced = True
        self.setPos(body.topLeft())
        self._size = body.size()
        self._measure()
        self.update()

    @property
    def body(self) -> QRectF:
        """Its rectangle in the scene."""
        return QRectF(self.pos(), self._size)

    def part_at(self, at: QPointF, scale: float) -> Part | None:
        """The part at a point of the scene: an edge, the title, or the body; None where mouse events pass through."""
        body = self.body
        reach = EDGE_PX / scale
        if not body.adjusted(-reach, -reach, reach, reach).contains(at):
            return None
        inside = body.adjusted(reach, reach, -reach, -reach)
        return "body" if inside.contains(at) else "edge"

    def sides_at(self, at: QPointF, scale: float) -> Sides:
        """The edges at a point: two at a corner."""
        body, reach = self.body, 2 * EDGE_PX / scale

        def side(low: float, high: float, value: float) -> int:
            if value > high - reach:
                return 1
            return -1 if value < low + reach else 0

        return (
            side(body.left(), body.right(), at.x()),
            side(body.top(), body.bottom(), at.y()),
        )

    @property
    def text_rect(self) -> QRectF:
        """The rectangle of its text in the scene."""
        return self.body

    def _measure(self) -> None:
        self._bounds = QRectF(QPointF(), self._size).adjusted(-4, -4, 4, 4)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(QPointF(), self._size))
        return path

    def _ink(self, hue: str) -> QColor:
        own = QColor(self.mark.colour)
        return own if own.isValid() else QColor(self._look.theme.categories[hue])

    def _paint_selection(self, painter: QPainter, rect: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._look.selected, 2.5)
        painter.setPen(pen)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)


class FrameItem(MarkItem):
    """A titled rectangle behind nodes."""

    mark: Frame

    def part_at(self, at: QPointF, scale: float) -> Part | None:
        """The title and the edges; a press inside passes to the background, so that nodes there can be selected."""
        part = super().part_at(at, scale)
        if part != "body":
            return part
        return "title" if self.text_rect.contains(at) else None

    @property
    def text_rect(self) -> QRectF:
        return QRectF(self.pos(), QSizeF(self._size.width(), TITLE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look, ink = self._look, self._ink("slate")
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        rect = QRectF(QPointF(), self._size)
        painter.setPen(QPen(mixed(look.canvas, ink, 0.5), 1))
        painter.setBrush(mixed(look.canvas, ink, FRAME_TINT))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(look.canvas, ink, TITLE_TINT))
        painter.drawPath(_title_path(rect.width()))
        self._paint_title(painter, min(max(1.0, READABLE / detail), LARGEST))
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_selection(painter, rect)

    def _measure(self) -> None:
        super()._measure()
        self._bounds.adjust(
            0, -BASELINE * LARGEST, 0, 0
        )  # for the title seen from afar

    def _paint_title(self, painter: QPainter, enlarged: float) -> None:
        """Paint the title in its strip, or above the frame where it is too large for that."""
        look = self._look
        inside = enlarged <= IN_STRIP
        top = (TITLE / enlarged + 10) / 2 if inside else -6.0
        left = PADDING if inside else 0.0
        room = self._size.width() / enlarged - 2 * left
        painter.save()
        painter.scale(enlarged, enlarged)
        painter.setPen(look.text)
        title = look.title_face.elided(self.mark.title, room)
        look.title_face.write(painter, left, top, title)
        painter.restore()


class NoteItem(MarkItem):
    """Text on the canvas; it grows downwards where its text needs more height than it has."""

    mark: Note

    def _measure(self) -> None:
        look = self._look
        self._text = _Text()
        self._text.setDefaultFont(look.body_face.font)
        self._text.setDocumentMargin(0)
        self._text.setMarkdown(
            lines(self.mark.text), QTextDocument.MarkdownFeature(_MARKDOWN)
        )
        self._text.setTextWidth(self._size.width() - 2 * PADDING)
        needed = self._text.size().height() + 2 * PADDING
        self._size.setHeight(max(self._size.height(), needed))
        super()._measure()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look = self._look
        rect = QRectF(QPointF(), self._size)
        own = QColor(self.mark.colour)
        ink = own if own.isValid() else look.severity["warning"]
        painter.setPen(QPen(mixed(look.canvas, ink, 0.5), 1))
        painter.setBrush(
            mixed(look.node, own, OWN_TINT)
            if own.isValid()
            else look.severity_ground["warning"]
        )
        painter.drawRoundedRect(rect, 4, 4)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, look.text)
        painter.save()
        painter.translate(PADDING, PADDING)
        self._text.documentLayout().draw(painter, context)
        painter.restore()
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_selection(painter, rect)


class _Text(QTextDocument):
    """A document that loads no resources: a note with the address of a picture or page stays text."""

    def loadResource(self, type: int, name: object) -> None:
        return None


_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownNoHTML.value
    | QTextDocument.MarkdownFeature.MarkdownDialectCommonMark.value
)


def _title_path(width: float) -> QPainterPath:
    """The outline of a frame's title strip, with round upper corners."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(0, 0, width, TITLE), RADIUS, RADIUS)
    path.addRect(QRectF(0, RADIUS, width, TITLE - RADIUS))
    return path.simplified()
