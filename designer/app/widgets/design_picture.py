"""Draws a design as a picture without a window, for the clipboard, printing and recent designs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from designer.canvas.picture.picture import NetworkPicture
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.scene_state import SceneState
from designer.canvas.values.theme import GRID, Theme

MARGIN = 3 * GRID
LARGEST = (
    8_000  # pixels along a side; larger images are refused by what they are pasted into
)
SCALE = 2.0


@contextmanager
def drawn(
    state: SceneState, theme: Theme, options: ViewOptions
) -> Iterator[NetworkPicture]:
    """A picture of a state, with nothing selected; its scene and all items are destroyed at the end of the context.

    Scene and items refer to each other: without this they would live until the garbage collector finds them.
    """
    picture = NetworkPicture(theme, options=options)
    try:
        picture.show_state(state)
        yield picture
    finally:
        shiboken6.delete(picture)


def extent(picture: NetworkPicture) -> QRectF:
    """The bounds of the drawing, with a margin."""
    room = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    return picture.extent().marginsAdded(room)


def image(picture: NetworkPicture, scale: float = SCALE) -> QImage:
    """The picture as a bitmap, smaller than requested where it would be too large."""
    bounds = extent(picture)
    scale = min(scale, LARGEST / max(bounds.width(), bounds.height(), 1))
    size = QSize(
        max(1, round(bounds.width() * scale)), max(1, round(bounds.height() * scale))
    )
    made = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(QColor(picture.theme.canvas))
    _paint(picture, made, bounds)
    return made


def thumbnail(picture: NetworkPicture, size: QSize) -> QImage:
    """The picture, whole, in the middle of a small image."""
    made = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(QColor(picture.theme.canvas))
    _paint(picture, made, extent(picture))
    return made


def svg(picture: NetworkPicture, title: str) -> QByteArray:
    """The picture as SVG."""
    bounds = extent(picture)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(bounds.size().toSize())
    generator.setViewBox(QRectF(0, 0, bounds.width(), bounds.height()))
    with QPainter(generator) as painter:
        painter.fillRect(
            QRectF(0, 0, bounds.width(), bounds.height()), QColor(picture.theme.canvas)
        )
        picture.render(painter, QRectF(0, 0, bounds.width(), bounds.height()), bounds)
    buffer.close()
    return data


def _paint(picture: NetworkPicture, onto: QImage, bounds: QRectF) -> None:
    """Draw all of it, as large as it fits, in the middle."""
    scale = min(onto.width() / bounds.width(), onto.height() / bounds.height())
    target = QRectF(0, 0, bounds.width() * scale, bounds.height() * scale)
    target.moveCenter(QRectF(onto.rect()).center())
    with QPainter(onto) as painter:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        picture.render(painter, target, bounds)
