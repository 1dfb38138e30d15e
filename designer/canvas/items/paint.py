"""The theme as Qt objects: colours, fonts and glyphs, made once and shared by all items of a scene."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QStaticText,
)

from designer.canvas.items.icon_font import glyph
from designer.canvas.values.options import DEFAULT, ViewOptions
from designer.canvas.values.theme import (
    BODY_PX,
    LARGE_PX,
    SANS,
    SMALL_PX,
    TITLE_PX,
    Theme,
    category_style,
)
from designer.model.plain import line

GLYPH_PX = 20
# Between what a line may break: after a space, and around a Chinese sign, but not before its punctuation.
WRAPPED = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff][\u3001-\u3011\uff01-\uff1f”]*|[^\s\u2e80-\u9fff]+ ?| "
)
TINT, OWN_TINT = 0.14, 0.28  # share of the colour in a title's background
MOST_TEXTS = 20_000  # kept laid out; a design shows far fewer different ones


class Face:
    """A font with a cache of laid-out texts: most texts on a canvas occur many times.

    Controls of writing direction are written as escapes, or a user's text would turn itself and its surroundings round.
    """

    def __init__(self, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        self.font = QFont(list(SANS))
        self.font.setPixelSize(pixels)
        self.font.setWeight(weight)
        # Hinting to whole pixels would change widths with the zoom, and text would leave its box.
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._metrics = QFontMetricsF(self.font)
        self._ascent = self._metrics.ascent()
        self._widths: dict[str, float] = {}
        self._texts: dict[str, QStaticText] = {}

    def width(self, text: str) -> float:
        """The width of `text` in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > MOST_TEXTS:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(line(text))
        return width

    def elided(self, text: str, width: float) -> str:
        """`text`, cut with an ellipsis where it is wider than `width`."""
        if self.width(text) <= width:
            return text
        right = Qt.TextElideMode.ElideRight
        return self._metrics.elidedText(line(text), right, width)

    def wrapped(self, text: str, width: float, max_lines: int) -> tuple[str, ...]:
        """`text` in lines of at most `width`; what does not fit into `max_lines` ends in an ellipsis."""
        lines: list[str] = []
        pieces = WRAPPED.findall(line(" ".join(text.split())))
        while pieces and len(lines) < max_lines - 1:
            count = 1
            while (
                count < len(pieces)
                and self.width("".join(pieces[: count + 1]).rstrip()) <= width
            ):
                count += 1
            lines.append(self.elided("".join(pieces[:count]).rstrip(), width))
            pieces = pieces[count:]
        if pieces:
            lines.append(self.elided("".join(pieces), width))
        return tuple(lines)

    def write(self, painter: QPainter, x: float, baseline: float, text: str) -> None:
        """Paint `text` in the painter's pen."""
        laid = self._texts.get(text)
        if laid is None:
            if len(self._texts) > MOST_TEXTS:
                self._texts.clear()
            laid = self._texts[text] = QStaticText(line(text))
            laid.setTextFormat(Qt.TextFormat.PlainText)
        painter.setFont(self.font)
        painter.drawStaticText(QPointF(x, baseline - self._ascent), laid)

    def centre(self, painter: QPainter, rect: QRectF, text: str) -> None:
        """Paint `text` in the middle of `rect`."""
        x = rect.x() + (rect.width() - self.width(text)) / 2
        middle = rect.y() + rect.height() / 2
        self.write(painter, x, middle + self._metrics.capHeight() / 2, text)


@dataclass(frozen=True, slots=True)
class NodeColours:
    """The colours and the icon of a node. Text keeps its contrast on any colour that the user chooses."""

    ink: QColor  # of bars, outlines and pills
    tint: QColor  # behind the title
    icon_ink: QColor
    subtitle: QColor
    on_ink: QColor
    icon: str
    icon_font: QFont


class Look:
    """The painting resources and display options of a scene's items; needs a QGuiApplication."""

    def __init__(self, theme: Theme, options: ViewOptions = DEFAULT) -> None:
        self.theme = theme
        self.options = options
        self.node = QColor(theme.node)
        self.border = QColor(theme.node_border)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.shadow = QColor(theme.shadow)
        self.bar = QColor(theme.bar)
        self.label = QColor(theme.label)
        self.canvas = QColor(theme.canvas)
        self.dot = QColor(theme.dot)
        self.selected = QColor(theme.selected)
        self.wire = QColor(theme.wire)
        self.wire_lit = QColor(theme.wire_lit)
        self.wire_unknown = QColor(theme.wire_unknown)
        self.success = QColor(theme.success)
        self.severity = {
            "error": QColor(theme.error),
            "warning": QColor(theme.warning),
        }
        self.severity_ground = {
            "error": QColor(theme.error_ground),
            "warning": QColor(theme.warning_ground),
        }
        self.success_ground = QColor(theme.success_ground)
        self.hatching = QBrush(self.border, Qt.BrushStyle.BDiagPattern)
        self.title_face = Face(TITLE_PX, QFont.Weight.DemiBold)
        self.body_face = Face(BODY_PX)
        self.small_face = Face(SMALL_PX)
        self.small_bold_face = Face(SMALL_PX, QFont.Weight.DemiBold)
        self.far_face = Face(LARGE_PX + 6, QFont.Weight.DemiBold)
        self.far_small_face = Face(LARGE_PX + 2)
        self.border_pen = QPen(self.border, 1)
        self.selected_pen = QPen(self.selected, 2)
        self._node_colours: dict[tuple[str, str], NodeColours] = {}

    def node_colours(self, category: str, colour: str = "") -> NodeColours:
        """The colours of a node of that category; a colour set by the user overrides the category's."""
        colours = self._node_colours.get((category, colour))
        if colours is None:
            style = category_style(category)
            own = QColor(colour)
            ink = own if own.isValid() else QColor(self.theme.categories[style.hue])
            colours = NodeColours(
                ink,
                mixed(self.node, ink, OWN_TINT if own.isValid() else TINT),
                self.text if own.isValid() else ink,
                self.text if own.isValid() else self.muted,
                max(self.node, self.text, key=lambda other: contrast(other, ink)),
                *glyph(style.icon, GLYPH_PX),
            )
            self._node_colours[category, colour] = colours
        return colours


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    """A background mixed with that share of a foreground colour."""
    return QColor.fromRgbF(
        *(
            one + (other - one) * share
            for one, other in zip(_rgb(ground), _rgb(ink), strict=True)
        )
    )


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours' luminances as WCAG 2.1 counts it, 1 to 21."""

    def luminance(colour: QColor) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in _rgb(colour)
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
