"""Long tasks: listed, with progress, cancellable, and without blocking the window."""

import threading

import pytest
from PySide6.QtCore import Qt

from designer.app.commands import arranging
from designer.app.dialogs.export.dialog import ExportDialog
from designer.app.session.tasks import Task, Tasks, left_s, spoken

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tasks(qtbot):
    return Tasks()


@pytest.fixture
def gate():
    """Work that waits for the test."""
    made = threading.Event()
    yield made
    made.set()


def outcomes(tasks):
    return [task.outcome for task in tasks]


def test_a_result_arrives_in_the_windows_own_thread(tasks, qtbot):
    arrived = []

    def then(result):
        arrived.append((result, threading.current_thread()))

    def work(report, stopped):
        report(0.5, "half")
        return threading.current_thread()

    with qtbot.waitSignal(tasks.ended):
        tasks.run("Count", work, then)
    ((result, thread),) = arrived
    assert thread is threading.main_thread() is not result
    assert outcomes(tasks) == ["done"]


def test_progress_and_cancel(tasks, qtbot, gate):
    taken, seen = [], threading.Event()

    def work(report, stopped):
        report(0.25, "a quarter")
        gate.wait(10)
        if stopped():
            seen.set()
        return 1

    id = tasks.run("Count", work, taken.append)
    qtbot.waitUntil(lambda: next(iter(tasks)).fraction == 0.25)
    assert tasks.running[0].detail == "a quarter"
    tasks.cancel(id)
    assert outcomes(tasks) == ["cancelled"]
    gate.set()
    qtbot.waitUntil(seen.is_set)
    qtbot.waitUntil(lambda: not tasks._thens)
    assert taken == []


def test_a_failure_is_told(tasks, qtbot):
    def work(report, stopped):
        raise ValueError("no room")

    with qtbot.waitSignal(tasks.ended) as ended:
        tasks.run("Count", work, lambda result: None)
    assert ended.args[0].outcome == "failed"
    assert ended.args[0].detail == "no room"


def test_the_newest_are_first_and_the_oldest_go(tasks):
    for number in range(30):
        tasks.end(tasks.begin(str(number), lambda: None), "done")
    titles = [task.title for task in tasks]
    assert titles[0] == "29"
    assert len(titles) <= 21


@pytest.mark.parametrize(
    ("fraction", "now", "left"),
    [(None, 10, None), (0.01, 10, None), (0.5, 10, 10), (0.25, 4, 12)],
)
def test_the_time_that_is_left(fraction, now, left):
    assert left_s(Task(1, "x", fraction=fraction), now) == left


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 second left"), (12.4, "12 seconds left"), (130, "2 minutes left")],
)
def test_it_is_told_no_more_exactly_than_it_is_known(seconds, text):
    assert spoken(seconds) == text


def test_an_export_goes_on_in_the_background(network, stage, find, qtbot):
    qtbot.mouseClick(find("export", network), LEFT)
    dialog = network.findChild(ExportDialog)
    qtbot.mouseClick(find("start export", dialog), LEFT)
    qtbot.waitUntil(stage.started.is_set)
    qtbot.mouseClick(find("export in the background", dialog), LEFT)
    sign = find("running tasks", network)
    qtbot.waitUntil(lambda: "25 %" in sign.text())
    qtbot.mouseClick(sign, LEFT)
    qtbot.waitUntil(lambda: find("tasks", network).isVisible())
    assert (
        "Comparing 17 nodes"
        in find(f"state of {network.tasks.running[0].title}", network).text()
    )
    qtbot.mouseClick(find("export", network), LEFT)
    second = network.findChildren(ExportDialog)[-1]
    assert not find("start export", second).isEnabled()
    assert "Another export" in find("export outcome", second).text()
    second.reject()
    network.controller.add_block("conv", (0, 0))  # the window does not wait
    with qtbot.waitSignal(network.jobs.proven):
        stage.proceed.set()
    qtbot.waitUntil(lambda: not network.tasks.running)
    assert not sign.isVisible()
    assert "Proven to run" in find("message", network).text()


def test_an_export_is_cancelled_from_the_list(network, stage, find, qtbot):
    qtbot.mouseClick(find("export", network), LEFT)
    dialog = network.findChild(ExportDialog)
    qtbot.mouseClick(find("start export", dialog), LEFT)
    qtbot.waitUntil(stage.started.is_set)
    qtbot.mouseClick(find("export in the background", dialog), LEFT)
    network.docks.bring("tasks")
    title = network.tasks.running[0].title
    qtbot.waitUntil(lambda: network.workbench.panel("tasks").isVisible())
    with qtbot.waitSignal(network.jobs.cancelled):
        qtbot.mouseClick(find(f"cancel {title}", network), LEFT)
    qtbot.waitUntil(lambda: not network.tasks.running)
    assert find(f"state of {title}", network).text() == "cancelled"


def test_a_large_layout_does_not_hold_the_window(network, monkeypatch, qtbot, gate):
    monkeypatch.setattr(arranging, "LARGE", 2)
    laid_out = arranging.arranged

    def slow(*arguments, **settings):
        gate.wait(10)
        return laid_out(*arguments, **settings)

    monkeypatch.setattr(arranging, "arranged", slow)
    network.controller.apply(
        "Move", lambda document: arranging.marking.move(document, {"n1": (900.0, 0.0)})
    )
    network.actions_by_id["arrange"].trigger()
    assert network.controller.document.nodes["n1"].at == (900.0, 0.0)
    gate.set()
    qtbot.waitUntil(lambda: network.controller.state.undo_label == "Arrange")


def test_a_layout_of_what_is_gone_is_dropped(network, monkeypatch, qtbot, gate, find):
    monkeypatch.setattr(arranging, "LARGE", 2)
    laid_out = arranging.arranged

    def slow(*arguments, **settings):
        gate.wait(10)
        return laid_out(*arguments, **settings)

    monkeypatch.setattr(arranging, "arranged", slow)
    network.actions_by_id["arrange"].trigger()
    network.controller.undo()
    gate.set()
    qtbot.waitUntil(lambda: not network.tasks.running)
    assert "changed meanwhile" in find("message", network).text()
