"""A person at the window: a hand with a mouse and keys, and eyes that find things by name."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from time import monotonic

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)

from designer.app.startup.start import make_window
from designer.app.window.main_window import MainWindow
from designer.canvas.values.scene_state import PortRef

STEPS = 8  # of a drag: a real mouse does not jump
PATIENCE_S = 60  # the first export starts TensorFlow


class Person:
    """Uses a window through the X server only: what it does reaches Qt as real events.

    Qt runs in this process, so every action lets its event loop turn until xdotool is done.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.actions = 0

    # The hand

    def do(self, *words: object) -> None:
        """Let xdotool carry out one action."""
        self.actions += 1
        process = subprocess.Popen(["xdotool", *map(str, words)])
        while process.poll() is None:
            QTest.qWait(5)
        assert process.returncode == 0
        QTest.qWait(30)

    def click(self, at: QWidget | QPoint, *, times: int = 1) -> None:
        point = at.mapToGlobal(at.rect().center()) if isinstance(at, QWidget) else at
        self.do(
            "mousemove",
            point.x(),
            point.y(),
            "sleep",
            0.02,
            "click",
            "--repeat",
            times,
            "--delay",
            60,
            1,
        )

    def drag(self, start: QPoint, end: QPoint) -> None:
        way: list[object] = []
        for step in range(1, STEPS + 1):
            at = start + (end - start) * step / STEPS
            way += ["mousemove", at.x(), at.y(), "sleep", 0.02]
        self.do(
            "mousemove",
            start.x(),
            start.y(),
            "sleep",
            0.02,
            "mousedown",
            1,
            *way,
            "sleep",
            0.05,
            "mouseup",
            1,
        )

    def key(self, *keys: str) -> None:
        self.do("key", "--delay", 20, *keys)

    def enter(self, text: str) -> None:
        self.do("type", "--delay", 5, text)

    def write(self, field: QWidget, text: str) -> None:
        """Click into a field and replace what it holds."""
        self.click(field)
        self.key("ctrl+a")
        self.enter(text)

    def tick(self, box: QCheckBox) -> None:
        """Click on a box, scrolled into view first, where it says what is ticked."""
        area = box.parentWidget()
        while not isinstance(area, QScrollArea):
            area = area.parentWidget()
        middle = area.mapToGlobal(area.rect().center())
        for _ in range(20):
            if box.visibleRegion().contains(box.rect().center()):
                break
            self.do("mousemove", middle.x(), middle.y(), "click", 5)
        self.click(box.mapToGlobal(QPoint(12, box.height() // 2)))
        assert box.isChecked()

    # The eyes

    def see(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The visible widget of that accessible name."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [
                w
                for w in QApplication.allWidgets()
                if isinstance(w, kind) and w.accessibleName() == name and w.isVisible()
            ]
            return bool(found)

        self.wait(look, f"'{name}' does not appear")
        return found[0]

    def settle(self) -> None:
        """Let animations end."""
        QTest.qWait(600)

    def wait(
        self, true: Callable[[], object], otherwise: str = "it does not happen"
    ) -> None:
        """Let the window work until something is true; a picture of the screen shows why it is not."""
        end = monotonic() + PATIENCE_S
        while not true():
            if monotonic() > end:
                seen = Path(gettempdir(), "channelwise-seen.png")
                QApplication.primaryScreen().grabWindow(0).save(str(seen))
                raise AssertionError(f"{otherwise}; the screen then: {seen}")
            QTest.qWait(20)

    def total(self, name: str) -> int:
        """A figure of the totals bar, as its tooltip spells it out."""
        text = self.see(f"total: {name}").accessibleDescription()
        return int("".join(c for c in text.split(" ")[0] if c.isdigit()))

    # The canvas

    def on_canvas(self, at: QPointF) -> QPoint:
        view = self.window.view
        return view.viewport().mapToGlobal(view.mapFromScene(at))

    def node(self, title: str) -> str:
        """The id of the node of that name."""
        return next(
            n.id for n in self.window.scene.state.nodes.values() if n.title == title
        )

    def middle(self, title: str) -> QPoint:
        """A point on a node's header, where it is held."""
        item = self.window.scene.node_item(self.node(title))
        box = item.body
        return self.on_canvas(QPointF(box.center().x(), box.top() + 20))

    def port(self, title: str, side: str, key: str = "") -> QPoint:
        port = PortRef(self.node(title), side, key)
        return self.on_canvas(self.window.scene.port_position(port))

    def wire(self, source: str, target: str, port: str = "") -> None:
        self.drag(self.port(source, "output"), self.port(target, "input", port))

    def on_view(self, x: int, y: int) -> QPoint:
        """A point of the canvas's visible part, from its upper left corner."""
        return self.window.view.viewport().mapToGlobal(QPoint(x, y))

    def add(self, search: str, at: QPoint) -> None:
        """Search in the palette and drag the first block found to a place on the canvas."""
        self.write(self.see("palette search"), search)
        tree = self.see("blocks")
        item = tree.topLevelItem(0)
        start = tree.viewport().mapToGlobal(tree.visualItemRect(item).center())
        before = len(self.window.controller.document.nodes)
        self.drag(start, at)
        self.wait(
            lambda: len(self.window.controller.document.nodes) > before,
            f"{search} is not added",
        )

    # Menus

    def choose(self, *path: str) -> None:
        """Go through the menus to the first entry that begins with each text."""
        menu: QMenuBar | QMenu = self.window.menuBar()
        for text in path:
            action = next(
                a for a in menu.actions() if a.text().replace("&", "").startswith(text)
            )
            self.click(menu.mapToGlobal(menu.actionGeometry(action).center()))
            menu = action.menu() or menu

    # Files

    def file_dialog(self, shortcut: str, path: Path) -> None:
        """Press a shortcut, type a path into the file dialog that opens, and Enter."""
        self.key(shortcut)
        self.wait(lambda: QApplication.activeModalWidget(), "no dialog opens")
        self.key("ctrl+a")
        self.enter(str(path))
        self.key("Return")
        self.wait(lambda: not QApplication.activeModalWidget(), "the dialog stays")

    def export(self, title: str, target: Path) -> list[str]:
        """Export with a format; the checks of the proof as they are shown."""
        self.key("ctrl+shift+e")
        self.click(self.see(f"format: {title}"))
        self.write(self.see("export target"), str(target))
        self.key("Return")
        self.see("copy the proof")
        checks = [
            w.accessibleName()
            for w in QApplication.allWidgets()
            if w.isVisible() and w.accessibleName().startswith(("check: ", "error: "))
        ]
        self.click(self.see("close export"))
        return checks


@pytest.fixture
def person(qtbot, tmp_path, monkeypatch) -> Person:
    """Someone at a new, empty window."""
    monkeypatch.chdir(tmp_path)
    window = make_window()
    qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_leaving", True))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.view.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.qWait(200)
    return Person(window)


@pytest.fixture
def run_alone() -> Callable[[str, Path], list[int]]:
    """Runs a script on an export where the project cannot be imported; gives the numbers that it prints last."""

    def run(script: str, path: Path) -> list[int]:
        done = subprocess.run(
            [sys.executable, "-I", "-c", script, str(path)],
            cwd=path.parent,
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [int(word) for word in done.stdout.splitlines()[-1].split()]

    return run
