"""The longest time for which the window does not answer while a design of 2,000 nodes is opened, changed and arranged.

    python3 dev.py bench -k gaps

A timer of the main loop notes the time between its calls. Processor time of the thread is printed beside it: on a busy
machine it says what a quiet one would wait.
"""

from dataclasses import replace
from time import perf_counter, thread_time

import pytest
from PySide6.QtCore import QTimer

from designer.app.block_choice.own_blocks import OwnBlocks
from designer.app.session.controller import Controller
from designer.app.session.export_jobs import ExportJobs
from designer.app.session.recovery import Recovery
from designer.app.session.settings import Settings
from designer.app.window.main_window import MainWindow
from designer.app.workbench import Workbench
from designer.export.process.client import Worker
from designer.model import files
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import set_variable

COUNT = 2_000
BEAT_MS = 5


def design() -> Document:
    """Convolutions whose width is a variable, every fifth node an addition that a skip of four leads to."""
    nodes = {
        "n0": Node("n0", "image_input", "image", params={"height": 64, "width": 64})
    }
    edges, skip = [], "n0"
    for number in range(1, COUNT):
        id, last, at = f"n{number}", f"n{number - 1}", (0.0, 160.0 * number)
        edges.append(Edge(last, id))
        if number % 5 == 0:
            nodes[id] = Node(id, "add", f"add{number}", at=at)
            edges.append(Edge(skip, id))
        else:
            params = {"filters": "=round(16 * alpha)"}
            nodes[id] = Node(id, "conv_bn", f"conv{number}", at=at, params=params)
        if number % 5 in (0, 1):
            skip = id
    variables = {"alpha": Variable(1.0, minimum=0.5, maximum=4.0)}
    return Document(name="large", nodes=nodes, edges=tuple(edges), variables=variables)


class Beat:
    """Notes the longest gaps between the calls of a timer."""

    def __init__(self) -> None:
        self.timer = QTimer(interval=BEAT_MS)
        self.timer.timeout.connect(self.note)
        self.timer.start()
        self.begin()

    def begin(self) -> None:
        self.last = perf_counter(), thread_time()
        self.wall_s = self.cpu_s = 0.0

    def note(self) -> None:
        now = perf_counter(), thread_time()
        self.wall_s = max(self.wall_s, now[0] - self.last[0])
        self.cpu_s = max(self.cpu_s, now[1] - self.last[1])
        self.last = now


@pytest.fixture
def window(qtbot, tmp_path):
    workbench = Workbench(
        Controller(own_blocks=OwnBlocks(tmp_path / "blocks")),
        ExportJobs(Worker()),
        Settings(theme="light"),
        tmp_path / "settings.json",
        Recovery(tmp_path / "recovery"),
    )
    made = MainWindow(workbench)
    qtbot.addWidget(made, before_close_func=lambda w: setattr(w, "_leaving", True))
    made.resize(1280, 720)
    made.show()
    return made


def test_gaps(window, qtbot, tmp_path):
    path = tmp_path / "large.design.json"
    files.save(design(), path)
    beat = Beat()

    def measure(name, act):
        qtbot.wait(300)
        beat.begin()
        began, done = perf_counter(), []
        act()
        beat.note()
        window.when_shown(lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done), timeout=300_000)
        took = perf_counter() - began
        print(
            f"{name}: {took:.2f} s in all, longest gap {1000 * beat.wall_s:.0f} ms,"
            f" {1000 * beat.cpu_s:.0f} ms of processor time"
        )

    def slide(value):
        def edit(document):
            variable = replace(document.variables["alpha"], value=value)
            return set_variable(document, "alpha", variable)

        return lambda: window.controller.apply("Set alpha", edit)

    print()
    measure("open", lambda: window.files.load(path))
    measure("a step of a slider", slide(2.0))
    measure("undo", window.controller.undo)
    arrange = window.actions_by_id["arrange"]
    measure("arrange", lambda: (arrange.trigger(), finish_tasks(window, qtbot)))
    measure("undo of arrange", window.controller.undo)


def finish_tasks(window, qtbot):
    """Wait for the layout, which a thread computes."""
    qtbot.waitUntil(lambda: window.controller.state.undo_label, timeout=300_000)
