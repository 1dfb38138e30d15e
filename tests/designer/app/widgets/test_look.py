"""The style, measured: contrast of the style sheet's pairs, distances on the grid, room for every text."""

import re

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLayout,
    QMainWindow,
    QMenu,
    QStatusBar,
    QTabBar,
    QToolBar,
    QToolButton,
    QToolTip,
    QWidget,
)

from designer.app.panel import panels
from designer.app.panels.code.editor import colours
from designer.app.session.settings import Settings
from designer.app.text.languages import speak_in
from designer.app.widgets.style_sheet import style_sheet
from designer.canvas.values.theme import THEMES
from templates import gallery

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(
    r"(?:^|;)\s*(color|background|selection-color|"
    r"selection-background-color)\s*:\s*(#[0-9a-f]{6})"
)


def luminance(colour):
    def linear(byte):
        c = byte / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_rule_s_text_reads_on_its_ground(theme):
    pairs = 0
    for selector, body in RULE.findall(style_sheet(theme)):
        found = dict(COLOUR.findall(" ".join(body.split())))
        least = 3 if ":disabled" in selector else 4.5
        for ink, ground in (
            ("color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            if ink in found and ground in found:
                pairs += 1
                assert contrast(found[ink], found[ground]) >= least, selector
    assert pairs > 10


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_code_reads_on_its_ground_and_on_the_line_of_the_cursor(theme):
    for kind, colour in colours(theme).items():
        assert contrast(colour, theme.base) >= 4.5, kind
        assert contrast(colour, theme.hover) >= 4.5, kind


@pytest.fixture(params=["en", "zh_CN"])
def full(request, make_window):
    """A window on MobileNet v2 with all panels made, in a language."""
    speak_in(QApplication.instance(), request.param)
    window = make_window(Settings(theme="light", language=request.param))
    window.controller.replace_design(gallery()["mobilenet_v2"].document(), None)
    row = window.controller.document.named("row2")
    window.controller.select((row.id,))
    yield window
    speak_in(QApplication.instance(), "en")


def needs(widget):
    """How wide a widget's text is, as it shows it; 0 where it may be cut."""
    text = ""
    if (isinstance(widget, QLabel) and not widget.wordWrap()) or (
        isinstance(widget, QAbstractButton)
        and not (
            isinstance(widget, QToolButton)
            and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
            and not widget.icon().isNull()
        )
    ):
        text = widget.text()
    elif isinstance(widget, QComboBox):
        text = widget.currentText()
    lines = text.replace("&&", "&").split("\n")
    return max(map(widget.fontMetrics().horizontalAdvance, lines))


def cut(root):
    """The widgets whose text does not fit into them."""
    return [
        f"{type(widget).__name__} {getattr(widget, 'text', widget.accessibleName)()!r}"
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and not widget.visibleRegion().isEmpty()
        and needs(widget) > widget.contentsRect().width() + 1
    ]


@pytest.mark.parametrize("panel", panels())
def test_no_text_of_a_panel_is_cut(full, panel):
    full.docks.bring(panel)
    QApplication.processEvents()
    assert not cut(full.docks[panel])


def test_no_text_of_the_window_is_cut_on_a_small_screen(full):
    full.resize(1280, 720)
    QApplication.processEvents()
    assert not cut(full)
    for tabs in full.findChildren(QTabBar):
        for place in range(tabs.count()):
            text = tabs.fontMetrics().horizontalAdvance(tabs.tabText(place))
            assert text <= tabs.tabRect(place).width()


QTS_OWN = QMainWindow, QDockWidget, QToolBar, QStatusBar  # laid out by Qt


@pytest.mark.parametrize("full", ["en"], indirect=True)
def test_distances_are_on_the_grid(full):
    """Multiples of 8, or of half of that inside of controls; a rim of 1 is a line."""
    wrong = []
    for panel in panels():
        full.docks.bring(panel)
    for layout in full.findChildren(QLayout):
        holder = layout.parentWidget()
        if holder is None or isinstance(holder, QTS_OWN) or layout.count() < 2:
            continue
        sides = layout.contentsMargins()
        margins = (sides.left(), sides.top(), sides.right(), sides.bottom())
        distances = (*margins, layout.spacing())
        if any(distance % 4 and distance not in (-1, 1) for distance in distances):
            wrong.append(f"{type(holder).__name__} {distances}")
    assert not wrong


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_tooltips_are_as_dark_as_the_theme_says(window, theme, qtbot):
    window.set_theme(theme.name)
    QToolTip.showText(window.mapToGlobal(window.rect().center()), "words", window)
    (tip,) = (
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.inherits("QTipLabel") and widget.isVisible()
    )
    image = tip.grab().toImage()
    assert image.pixelColor(3, 3).name() == theme.tooltip
    if theme.dark:
        assert luminance(theme.tooltip) < 0.1
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_no_mark_of_code_is_shown_raw(window, qtbot):
    """Docstrings mark code with backticks; widgets show plain text."""
    window.workbench.open_template("resnet_50", {})
    window.actions_by_id["gallery"].trigger()
    window.start_page.open()
    for block in ("Conv2D", "ReLU", "Rescaling", "normalization", "ops_add"):
        window.controller.add_block(block, (0, 0))
        qtbot.wait(0)
        assert_no_backticks()


def assert_no_backticks():
    texts = []
    for widget in QApplication.allWidgets():
        texts += [widget.toolTip(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QMenu):
            texts += [action.toolTip() for action in widget.actions()]
        if isinstance(widget, QAbstractItemView) and widget.model():
            texts += cells(widget.model())
    assert len(texts) > 500
    assert [text for text in texts if "`" in text] == []


def cells(model, below=None):
    below = below or QModelIndex()
    for row in range(model.rowCount(below)):
        flat = isinstance(model, QAbstractListModel)
        for column in range(1 if flat else model.columnCount(below)):
            index = model.index(row, column, below)
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
                Qt.ItemDataRole.AccessibleDescriptionRole,
            ):
                yield str(index.data(role) or "")
            if column == 0:
                yield from cells(model, index)
