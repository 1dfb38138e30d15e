"""The shortcuts page lists every command and gesture, and finds them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from designer.app.command import commands
from designer.app.help.shortcuts_window import sections
from designer.canvas.values.shortcut import gesture_shortcuts


@pytest.fixture
def page(window, qtbot, find):
    window.actions_by_id["shortcuts"].trigger()
    made = find("keyboard and mouse")
    yield made
    made.close()


def texts(page):
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_everything_is_listed(page):
    shown = texts(page)
    for shortcut in gesture_shortcuts():
        assert {shortcut.keys, shortcut.does} <= shown
        assert not shortcut.note or shortcut.note in shown
    with_keys = (c for c in commands().values() if c.keys and c.menu)
    assert {command.text.rstrip("…") for command in with_keys} <= shown


def test_no_heading_is_empty():
    assert all(lines for _, lines in sections())
    titles = [title for title, _ in sections()]
    assert len(titles) == len(set(titles))


def test_a_few_letters_find_a_line(page, find, qtbot):
    qtbot.keyClicks(find("search shortcuts", page), "knife")
    qtbot.keyClick(find("search shortcuts", page), Qt.Key.Key_Escape)
    qtbot.keyClicks(find("search shortcuts", page), "break wires")
    assert "Alt+click on a port" in texts(page)
    assert "Undo" not in texts(page)
    find("search shortcuts", page).setText("zzz")
    assert "No key or gesture fits “zzz”" in texts(page)


def test_what_does_not_work_everywhere_is_said():
    notes = [line.note for _, lines in sections() for line in lines if line.note]
    assert any("window manager" in note for note in notes)
