"""Qt objects are destroyed in the main thread, whatever other threads do."""

import ast
import gc
import threading
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QGraphicsScene

import designer
from designer.app.widgets.design_picture import drawn
from designer.app.widgets.lifetimes import collect_in_main_thread, start_thread
from designer.canvas.values.options import DEFAULT
from designer.canvas.values.theme import LIGHT

MANY = 50_000  # objects: many times the thresholds


class Scene(QGraphicsScene):
    """One that only the collector finds."""

    def __init__(self, died):
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: died.append(threading.current_thread()))


@pytest.fixture
def collector(qapp):
    found = collect_in_main_thread()
    found.tick()
    yield found
    found.begin()


@pytest.fixture
def thresholds():
    before = gc.get_threshold()
    yield gc.set_threshold
    gc.set_threshold(*before)


def allocate():
    return [[] for _ in range(MANY)]


def test_a_thread_that_allocates_collects_nothing(window):
    died = []
    Scene(died)
    kept = []
    start_thread(lambda: kept.extend(allocate()), name="allocates").join()
    assert len(kept) == MANY
    assert died == []
    collect_in_main_thread().tick()
    assert died == [threading.main_thread()]


def test_the_main_loop_collects(window, qtbot):
    died = []
    Scene(died)
    kept = allocate()
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.main_thread()]
    assert len(kept) == MANY


def test_a_window_turns_automatic_collection_off(make_window):
    gc.enable()
    make_window()
    assert not gc.isenabled()


@pytest.mark.parametrize("young", [0, 100 * MANY])  # 0: never
def test_nothing_is_collected_below_the_thresholds(collector, thresholds, young):
    thresholds(young, 10, 10)
    died = []
    Scene(died)
    kept = allocate()
    collector.tick()
    assert died == []
    thresholds(len(kept) // 2, 10, 10)
    collector.tick()
    assert len(died) == 1


def test_old_objects_are_looked_through_when_there_are_a_quarter_more(
    collector, thresholds
):
    thresholds(10, 2, 2)
    collector.freeze()
    kept = []

    def full_collections_while(objects, ticks=20):
        before = gc.get_stats()[2]["collections"]
        for _ in range(ticks):
            kept.append([[] for _ in range(objects // ticks)])
            collector.tick()
        return gc.get_stats()[2]["collections"] - before

    assert full_collections_while(10_000) >= 1  # the first: nothing was old
    while full_collections_while(1_000):
        pass
    old = len(gc.get_objects(generation=2))
    assert full_collections_while(old // 20) == 0
    assert full_collections_while(old // 2) >= 1
    gc.unfreeze()


def test_a_thread_does_not_drop_the_last_reference(collector):
    died = []

    class Work(QObject):
        def __init__(self):
            super().__init__()
            weakref.finalize(self, lambda: died.append(threading.current_thread()))

        def run(self, gate):
            gate.wait(10)

    gate = threading.Event()
    thread = start_thread(Work().run, gate, name="works")
    gate.set()
    thread.join()
    assert died == []
    collector.tick()
    assert died == [threading.main_thread()]


def test_it_waits_for_threads_but_not_for_ever(collector):
    gate = threading.Event()
    start_thread(gate.wait, name="waits")
    assert not collector.join(0.01)
    gate.set()
    assert collector.join(10)


def test_the_end_collects_and_turns_automatic_collection_on(collector):
    died = []
    Scene(died)
    collector.end()
    assert gc.isenabled()
    assert died == [threading.main_thread()]


def test_a_picture_is_gone_when_it_has_been_used(network):
    state = network.controller.state.scene
    with drawn(state, LIGHT, DEFAULT) as picture:
        items = picture.items()
        assert len(items) >= len(state.nodes)
    assert not shiboken6.isValid(picture)
    assert not any(map(shiboken6.isValid, items))


def test_a_picture_is_gone_when_its_use_fails(network):
    state = network.controller.state.scene
    with pytest.raises(OSError), drawn(state, LIGHT, DEFAULT) as picture:
        raise OSError
    assert not shiboken6.isValid(picture)


@pytest.mark.parametrize("use", ["copy_picture", "print", "thumbnail"])
def test_what_is_drawn_for_a_moment_is_gone(network, use, tmp_path, find):
    """No scene is left but the window's own, and no collection was needed for it."""
    gc.disable()
    before = _scenes()
    if use == "thumbnail":
        network.controller.save(tmp_path / "net.design.json")
        network.files.load(tmp_path / "net.design.json")
    else:
        network.actions_by_id[use].trigger()
    if use == "print":
        dialog = find("print the design")
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "design.pdf"))
        QDialog.accept(dialog)
        assert (tmp_path / "design.pdf").exists()
    assert _scenes() == before


def _scenes():
    wrappers = shiboken6.getAllValidWrappers()
    return {id(one) for one in wrappers if isinstance(one, QGraphicsScene)}


def test_a_thread_calls_in_the_main_thread(collector, qtbot):
    called = []

    class Receiver(QObject):
        def take(self, value):
            called.append((value, threading.current_thread()))

    alive, gone = Receiver(), Receiver()
    shiboken6.delete(gone)

    def work():
        collector.call(gone.take, 1)
        collector.call(alive.take, 2)

    collector.start(work, name="calls").join()
    assert called == []
    qtbot.waitUntil(lambda: bool(called))
    assert called == [(2, threading.main_thread())]


# The source


SOURCES = [
    (path, ast.parse(path.read_text(encoding="utf-8")))
    for folder in ("app", "canvas")
    for path in sorted(Path(designer.__file__).parent.joinpath(folder).rglob("*.py"))
]


def _called(call):
    function = call.func
    return getattr(function, "attr", getattr(function, "id", ""))


def test_threads_beside_qt_are_started_in_one_place():
    starts = {
        path.name
        for path, tree in SOURCES
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and _called(call) in ("Thread", "ThreadPoolExecutor", "QThread", "QRunnable")
    }
    # The thread of `recovery` is given no Qt object and calls none.
    assert starts == {"lifetimes.py", "recovery.py"}


def test_painters_and_pictures_end_with_their_context():
    kinds = ("QPainter", "drawn")
    made, in_context = [], []
    for path, tree in SOURCES:
        for part in ast.walk(tree):
            if isinstance(part, ast.With):
                in_context += [id(item.context_expr) for item in part.items]
        made += [
            (id(call), f"{path.name}:{call.lineno}")
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and _called(call) in kinds
        ]
    assert made
    assert [place for call, place in made if call not in in_context] == []
