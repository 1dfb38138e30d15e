"""The start page: new, templates with figures, recent designs with pictures."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from designer.app.session.settings import Settings
from designer.app.startup.start import begin
from designer.app.widgets.two_sided_rows import DETAIL
from designer.canvas.values.theme import DARK, GRID, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window):
    begin(window, None, {})
    return window.start_page


def click(qtbot, list, row):
    at = list.visualItemRect(list.item(row)).center()
    qtbot.mouseClick(list.viewport(), LEFT, pos=at)


def test_it_stands_where_there_is_nothing_to_open(window, page):
    assert page.isVisible()
    assert not window.view.isVisible()
    assert page.recent.count() == 0


def test_a_notice_covers_nothing_that_can_be_chosen(make_window, tmp_path, qtbot):
    files = [str(tmp_path / f"{name}.design.json") for name in "ab"]
    window = make_window(Settings(theme="light", recent=tuple(files), start_page=True))
    for file in files:
        window.controller.save(Path(file))
    begin(window, None, {})
    window.controller.say("Something happened.")
    page, notice = window.start_page, window.notice
    qtbot.waitUntil(lambda: page.recent.isVisible() and notice.isVisible())

    def place(widget):
        return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())

    def free():
        chosen = (page.recent, page.templates, *page.findChildren(QPushButton))
        below = place(page).contains(place(notice))
        return below and not any(place(notice).intersects(place(it)) for it in chosen)

    qtbot.waitUntil(free)
    page.leave()
    qtbot.waitUntil(lambda: place(notice).top() < place(window.view).center().y())


def test_a_template_opens_with_the_figures_it_showed(window, page, qtbot):
    (row,) = (
        row
        for row in range(page.templates.count())
        if page.templates.item(row).text() == "MobileNet v2"
    )
    detail = page.templates.item(row).data(DETAIL)
    assert detail == "3.54 M params  ·  300.8 M MACs"
    assert "72.0 % top-1" in page.templates.item(row).toolTip()
    click(qtbot, page.templates, row)
    assert not page.isVisible()
    assert window.view.isVisible()
    assert window.controller.analysis.total.params == 3_538_984


def test_figures_are_those_published_of_the_network_that_opens(window, page, qtbot):
    """ShuffleNet v1 opens with 3 groups; the paper prints 137 M for them, and 143 M for 1."""
    (row,) = (
        row
        for row in range(page.templates.count())
        if page.templates.item(row).text() == "ShuffleNet v1"
    )
    item = page.templates.item(row)
    assert item.data(DETAIL) == "137.0 M MACs"
    assert "Zhang et al. 2018, Tables 1 and 2" in item.toolTip()
    assert "counted from its layers" in item.toolTip()
    click(qtbot, page.templates, row)
    assert window.controller.analysis.total.macs == 137_460_672


def test_names_of_templates_are_not_cut(window, page):
    """On a screen of 1280 by 720 pixels, beside their figures."""
    window.resize(1264, 647)
    QApplication.processEvents()
    templates = page.templates
    width = templates.fontMetrics().horizontalAdvance
    for row in range(templates.count()):
        item = templates.item(row)
        needed = templates.iconSize().width() + width(item.text())
        needed += width(item.data(DETAIL)) + 5 * GRID
        assert needed <= templates.viewport().width(), item.text()


def test_new_leads_to_an_empty_canvas(window, page, find, qtbot):
    qtbot.mouseClick(find("New", page), LEFT)
    assert window.view.isVisible()
    assert not window.controller.document.nodes


def test_enter_presses_the_button_that_has_the_focus(window, page, find, qtbot):
    """As the line of keys says."""
    names, pressed = [], []
    button = window.focusWidget()
    while isinstance(button, QPushButton) and page.isAncestorOf(button):
        names.append(button.accessibleName())
        button.clicked.disconnect()
        button.clicked.connect(partial(pressed.append, button.accessibleName()))
        qtbot.keyClick(button, Qt.Key.Key_Return)
        qtbot.keyClick(button, Qt.Key.Key_Tab)
        button = window.focusWidget()
    assert names[:2] == ["New", "Open"]
    assert len(names) == 5
    assert pressed == names


def test_escape_leads_to_the_canvas(window, page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.view.hasFocus()


def test_recent_designs_have_pictures(network, qtbot, tmp_path, make_window):
    path = tmp_path / "mine.design.json"
    network.controller.save(path)
    network.files.used.emit(path)
    for picture in (tmp_path / "config" / "thumbnails").iterdir():
        assert picture.stat().st_mode & 0o077 == 0  # as private as any design
        assert QImage(str(picture)).width() > 100
    network.actions_by_id["start_page"].trigger()
    recent = network.start_page.recent
    assert recent.item(0).text() == "mine"
    assert recent.item(0).toolTip() == str(path)
    click(qtbot, recent, 0)
    assert network.view.isVisible()
    path.unlink()
    network.actions_by_id["start_page"].trigger()
    assert recent.count() == 0


def test_pictures_wear_the_theme_in_which_they_are_seen(network, tmp_path):
    path = tmp_path / "mine.design.json"
    network.controller.save(path)
    network.files.used.emit(path)
    network.actions_by_id["start_page"].trigger()
    recent = network.start_page.recent
    for theme in (DARK, LIGHT, DARK):
        network.set_theme(theme.name)
        image = recent.item(0).icon().pixmap(recent.iconSize()).toImage()
        assert image.pixelColor(2, 2).name() == theme.canvas
        # Of the page as it is seen, no tenth has the other theme's grounds.
        seen = recent.viewport().grab().toImage()
        other = LIGHT if theme is DARK else DARK
        grounds = {other.canvas, other.base, other.node}
        spots = [
            seen.pixelColor(x, y).name()
            for x in range(0, seen.width(), 4)
            for y in range(0, seen.height(), 4)
        ]
        assert sum(spot in grounds for spot in spots) < len(spots) / 10


def test_building_leads_to_the_canvas(window, page):
    window.controller.add_block("conv", (0, 0))
    assert window.view.isVisible()


def test_it_can_be_asked_for_at_every_start(make_window, tmp_path, network):
    path = tmp_path / "mine.design.json"
    network.controller.save(path)
    for wanted in (False, True):
        window = make_window(Settings(theme="light", last=str(path), start_page=wanted))
        begin(window, None, {})
        assert window.start_page.isVisible() is wanted
