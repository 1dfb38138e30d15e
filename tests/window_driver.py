"""Uses the real application in its own process: opens designs, plays gestures, opens every dialog, and closes.

    python -m tests.window_driver PLAN

PLAN is JSON:

- "open": the argument of `channelwise open`; null starts as a user's start without arguments does.
- "designs": files and template ids that are opened afterwards, one after the other.
- "collect": run a full garbage collection at every event.
- "thread": a second thread collects garbage all the time, unless automatic collection is off.
- "seconds": how long gestures go on in each design, at least one of each kind; 0 plays none.
- "rows": enter every node that can be entered.
- "commands": trigger every command, which opens every dialog.
- "dies": the name of a signal that the process sends itself when the first design has been opened.
- "hangs": the file that is opened first is never read to its end.
- "accept": press the button of the message that is shown first.
- "report": print the path that is open, the message and its button, as JSON.
- "busy": a task is at work when the window is closed.
- "worker": warm the export worker up, as the application does.

The process ends as when a user closes the window. Its exit code is the application's own.
"""

import faulthandler
import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGraphicsItem,
    QMessageBox,
    QPushButton,
    QWidget,
)

from designer.app.help.guided_tour.tour import GuidedTour
from designer.app.session import controller
from designer.app.startup import start
from designer.app.startup.window_in_another_language import CurrentWindow
from designer.app.window.main_window import MainWindow
from designer.canvas.picture.item_index import FindablePicture
from templates import gallery

ROOT = Path(__file__).parents[1]
QUIET = "This plugin does not support "  # what Qt remarks off screen, of every window
PAUSE_MS = 30
SETTLE_MS = 1_000  # the start's own timers are over: warm-up, freeze
TIMERS_MS = 2_500  # the index of a scene that is gone would fire until then
HANGS_S = 1_800
FULL = 100  # events from one full collection to the next
LAST = 5  # gestures that are replayed
# They end the application, or change the desktop of whoever runs the tests.
LEFT_OUT = {"quit", "register", "unregister"}

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier

Steps = Iterator[int]  # milliseconds until the next one


class CollectAtEveryEvent(QObject):
    """What became garbage since the last event is destroyed; from time to time what is older too."""

    events = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.events += 1
        gc.collect(1 if self.events % FULL else 2)
        return False


class Deaths:
    """In which threads Qt objects are destroyed that Python has wrappers of."""

    def __init__(self) -> None:
        self.elsewhere: list[str] = []
        self._watched: dict[int, weakref.ref] = {}
        made = FindablePicture.__init__

        def make(picture: FindablePicture, *arguments: object, **named: object) -> None:
            made(picture, *arguments, **named)
            self.watch(picture)

        FindablePicture.__init__ = make  # some live for less than one of our steps

    def watch(self, *found: object) -> None:
        for one in found:
            id_, kind = id(one), type(one).__name__
            if id_ not in self._watched:
                self._watched[id_] = weakref.ref(
                    one, lambda _, id_=id_, kind=kind: self._died(id_, kind)
                )

    def watch_all(self) -> None:
        kinds = (QObject, QGraphicsItem)
        self.watch(*(one for one in gc.get_objects() if isinstance(one, kinds)))

    def _died(self, id_: int, kind: str) -> None:
        self._watched.pop(id_, None)
        thread = threading.current_thread()
        if thread is not threading.main_thread():
            self.elsewhere.append(f"{kind} in the thread {thread.name}")


class Driver(QObject):
    """Plays the plan in a window that has begun."""

    def __init__(self, window: MainWindow, plan: dict, deaths: Deaths) -> None:
        super().__init__(QApplication.instance())
        self._deaths = deaths
        self._shown = QApplication.instance().findChild(CurrentWindow)
        self.plan = plan
        self.random = Random(plan.get("seed", 0))
        self.played: deque = deque(maxlen=LAST)
        self._steps = self.script()
        self._next()

    @property
    def window(self) -> MainWindow:
        return self._shown.window

    def _next(self) -> None:
        try:
            delay_ms = next(self._steps)
        except StopIteration:
            return
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(3)
        QTimer.singleShot(delay_ms, self, self._next)

    def script(self) -> Steps:
        yield SETTLE_MS
        if signal_name := self.plan.get("dies"):
            os.kill(os.getpid(), getattr(signal, signal_name))
        notice = self.window.notice
        message, offer = notice.sentence, notice.findChild(QPushButton)
        if self.plan.get("accept"):
            QTest.mouseClick(offer, LEFT)
            yield PAUSE_MS
        if self.plan.get("report"):
            shown = notice.isVisible()
            path = self.window.controller.state.path
            report = {
                "path": str(path) if path else None,
                "message": message.text() if shown else "",
                "offer": offer.text() if shown and offer.isVisible() else "",
            }
            print(json.dumps(report), flush=True)
        yield from self.in_design()
        for design in self.plan.get("designs", ()):
            self.window.controller.replace_design(self.window.controller.document)
            if design in gallery():
                self.window.files.open_template(gallery()[design], {})
            else:
                assert self.window.files.load(Path(design)), design
            self._deaths.watch_all()
            yield 2 * PAUSE_MS
            yield from self.in_design()
        if self.plan.get("commands"):
            yield from self.commands()
        if self.plan.get("busy"):
            self.window.tasks.run("Sleep", lambda *_: time.sleep(HANGS_S), print)
        if not self.plan.get("report"):
            yield TIMERS_MS
        print("played to the end", flush=True)
        yield from self.close()

    def in_design(self) -> Steps:
        if self.plan.get("rows"):
            yield from self.rows()
        seconds = self.plan.get("seconds", 0)
        if not seconds or not self.window.controller.document.nodes:
            return
        kinds = [
            self.drag_node,
            self.drag_wire,
            self.rubber_band,
            self.zoom,
            self.context_menu,
            self.search,
            self.duplicate,
            self.copy_picture,
            self.keys,
        ]
        end = time.monotonic() + seconds
        self.random.shuffle(kinds)
        turn = 0
        while turn < len(kinds) or time.monotonic() < end:
            gesture = kinds[turn % len(kinds)]
            turn += 1
            self.played.append(gesture)
            yield from gesture()
        for gesture in tuple(self.played):
            yield from gesture()

    # Gestures

    @property
    def ground(self) -> QWidget:
        return self.window.view.viewport()

    def node_point(self) -> QPoint | None:
        scene, view = self.window.scene, self.window.view
        ids = list(self.window.controller.document.nodes)
        if not ids:
            return None
        item = scene.node_item(self.random.choice(ids))
        box = item.body
        point = view.mapFromScene(QPointF(box.center().x(), box.top() + 16))
        return point if self.ground.rect().contains(point) else None

    def drag(self, start: QPoint, end: QPoint) -> Steps:
        QTest.mousePress(self.ground, LEFT, NONE, start)
        for step in range(1, 5):
            QTest.mouseMove(self.ground, start + (end - start) * step / 4)
            yield 5
        QTest.mouseRelease(self.ground, LEFT, NONE, end)
        yield PAUSE_MS
        self.dismiss()

    def drag_node(self) -> Steps:
        self.window.view.fit_all()
        yield PAUSE_MS
        point = self.node_point()
        if point is not None:
            yield from self.drag(point, point + QPoint(40, 24))
            self.key(Qt.Key.Key_Z, CTRL)
            yield PAUSE_MS

    def drag_wire(self) -> Steps:
        scene = self.window.scene
        ids = list(scene.state.nodes)
        node = scene.state.nodes[self.random.choice(ids)] if ids else None
        if node is not None and node.outputs:
            item = scene.node_item(node.id)
            self.window.view.ensureVisible(item)
            port = item.port_position("output", node.outputs[0].key)
            at = self.window.view.mapFromScene(port)
            yield from self.drag(at, at + QPoint(60, 60))

    def rubber_band(self) -> Steps:
        size = self.ground.size()
        end = QPoint(size.width() * 2 // 3, size.height() * 2 // 3)
        yield from self.drag(QPoint(3, 3), end)

    def zoom(self) -> Steps:
        middle = QPointF(self.ground.rect().center())
        for turn in (120, 120, -120, -120):
            event = QWheelEvent(
                middle,
                self.ground.mapToGlobal(middle),
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                NONE,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(self.ground, event)
            yield 5

    def context_menu(self) -> Steps:
        point = self.node_point() or QPoint(5, 5)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, self.ground.mapToGlobal(point)
        )
        QApplication.sendEvent(self.ground, event)
        yield PAUSE_MS
        self.dismiss()
        yield PAUSE_MS

    def search(self) -> Steps:
        self.key(Qt.Key.Key_Tab)
        yield PAUSE_MS
        field = QApplication.focusWidget()
        if field is not None and field is not self.window.view:
            QTest.keyClicks(field, "conv")
            yield PAUSE_MS
            QTest.keyClick(field, Qt.Key.Key_Return)
            yield PAUSE_MS
        self.dismiss()

    def duplicate(self) -> Steps:
        ids = list(self.window.controller.document.nodes)
        self.window.controller.select(ids[:3])
        yield PAUSE_MS
        self.key(Qt.Key.Key_D, CTRL)
        yield PAUSE_MS
        self.key(Qt.Key.Key_Delete)
        yield PAUSE_MS
        self.key(Qt.Key.Key_Z, CTRL)
        yield PAUSE_MS

    def copy_picture(self) -> Steps:
        self.window.actions_by_id["copy_picture"].trigger()
        yield PAUSE_MS

    def keys(self) -> Steps:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_F, Qt.Key.Key_Home):
            self.key(key)
            yield 5

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.window.view.setFocus()
        QTest.keyClick(self.window.view, key, modifiers)

    # Rows, commands, the end

    def rows(self) -> Steps:
        controller = self.window.controller
        for id in list(controller.document.nodes):
            if controller.enter(id):
                yield PAUSE_MS
                controller.leave()
                yield 5

    def commands(self) -> Steps:
        for id in [id for id in self.window.actions_by_id if id not in LEFT_OUT]:
            ids = list(self.window.controller.document.nodes)
            self.window.controller.select(ids[:2])
            self.window.actions_by_id[id].trigger()
            self._deaths.watch_all()
            yield 3 * PAUSE_MS
            self.dismiss()
            yield PAUSE_MS
        for language in ("zh_CN", "en"):
            self.window.settings_store.keep(language=language)
            yield 4 * PAUSE_MS
        for dock in self.window.docks:
            self.window.docks.bring(dock)
            yield 2 * PAUSE_MS

    def dismiss(self) -> None:
        """Close popups and dialogs, as Esc does."""
        for _ in range(5):
            popup = QApplication.activePopupWidget()
            dialogs = [
                w
                for w in QApplication.topLevelWidgets()
                if w.isVisible() and w is not self.window and not _is_tooltip(w)
            ]
            for widget in [popup, *dialogs]:
                if isinstance(widget, QMessageBox) and widget.button(
                    QMessageBox.StandardButton.Discard
                ):
                    widget.button(QMessageBox.StandardButton.Discard).click()
                elif isinstance(widget, QDialog):
                    widget.reject()
                elif widget is not None:
                    widget.close()
            if popup is None and not dialogs:
                break
        if (tour := self.window.findChild(GuidedTour)) is not None:
            tour.leave()

    def close(self) -> Steps:
        QTimer.singleShot(10 * PAUSE_MS, self, self.dismiss)  # "unsaved changes"
        self.window.close()
        yield HANGS_S * 1_000


def _is_tooltip(widget: QWidget) -> bool:
    return widget.windowType() is Qt.WindowType.ToolTip


def collect_where_allowed() -> None:
    """Collect in this thread as often as automatic collection, where it is on, might."""
    while True:
        if gc.isenabled():
            gc.collect()
        time.sleep(0.02)


def main(plan: dict) -> None:
    faulthandler.enable()
    faulthandler.dump_traceback_later(HANGS_S, exit=True)
    deaths = Deaths()
    make_window, begin = start.make_window, start.begin

    def made() -> MainWindow:
        application = QApplication.instance()
        if plan.get("collect"):
            gc.collect()
            gc.freeze()
            application.installEventFilter(CollectAtEveryEvent(application))
        if plan.get("thread"):
            threading.Thread(target=collect_where_allowed, daemon=True).start()
        window = make_window()
        if not plan.get("worker"):
            window.jobs.worker.warm_up = lambda: None
        return window

    def begun(window: MainWindow, *arguments: object) -> None:
        begin(window, *arguments)
        Driver(window, plan, deaths)

    if plan.get("hangs"):
        controller.files.load_with_digest = lambda path: time.sleep(HANGS_S)
    start.make_window, start.begin = made, begun
    words = [plan["open"]] if plan.get("open") else []
    sys.argv = ["channelwise", "open", *words]
    try:
        runpy.run_module("designer", run_name="__main__", alter_sys=True)
    finally:
        if deaths.elsewhere:
            print("destroyed:", *deaths.elsewhere[:20], sep="\n", flush=True)
            os._exit(4)


def play(folder: Path, **plan: object) -> None:
    """Play a plan to its end in a process with settings and unsaved work of its own; fails on any other end."""
    own = {
        f"XDG_{kind}_HOME": str(folder / kind.lower())
        for kind in ("CONFIG", "DATA", "CACHE", "STATE")
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.window_driver", json.dumps(plan)],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith(QUIET)]
    report = f"exit code {done.returncode}\n{done.stdout}" + "\n".join(said)
    assert report == "exit code 0\nplayed to the end\n"


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
