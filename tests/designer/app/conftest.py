"""Real windows for tests, with settings and a recovery folder of their own, and an export that a test controls."""

import gc
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from designer.app.block_choice.own_blocks import OwnBlocks
from designer.app.session.controller import Controller
from designer.app.session.export_jobs import ExportJobs
from designer.app.session.recovery import Recovery
from designer.app.session.settings import Settings
from designer.app.window.main_window import MainWindow
from designer.app.workbench import Workbench
from designer.export.process.protocol import CancelledError, Progress
from designer.export.proof import Check, Proof


@pytest.fixture(autouse=True)
def no_widget_is_left(request, qapp):
    """Fails a test after which more top-level widgets are alive than before."""
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    failed = request.session.testsfailed
    yield
    if request.session.testsfailed > failed:
        return
    for _ in range(2):  # what a deleted widget owns is deleted after it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in before]
    if left:
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [w for w in QApplication.topLevelWidgets() if id(w) not in before]
    assert not left, (
        f"left alive: {[(w, w.objectName(), getattr(w, 'text', str)()) for w in left]}"
    )


class StageWorker:
    """Stands where the worker process is: notes what it is told."""

    def __init__(self):
        self.told = []

    def warm_up(self):
        self.told.append("warm_up")

    def close(self):
        self.told.append("close")


class StageExport:
    """An export whose end the test decides: `proceed` lets it go on, `error` makes it fail."""

    def __init__(self):
        self.calls = []
        self.proceed = threading.Event()
        self.started = threading.Event()
        self.error = None

    def __call__(self, analysis, format_id, target, worker, **settings):
        self.calls.append(
            SimpleNamespace(
                analysis=analysis, format=format_id, target=target, **settings
            )
        )
        settings["on_progress"](Progress(0.25, "Comparing 17 nodes"))
        self.started.set()
        while not self.proceed.wait(0.005):
            if settings["cancelled"]():
                raise CancelledError
        if self.error:
            raise self.error
        return Proof(
            format_id,
            target.name,
            (Check("parameters", "992 = 992", True), Check("shapes", "2 equal", True)),
            1.5,
            {"python": "3.11"},
        )


@pytest.fixture
def stage():
    return StageExport()


@pytest.fixture
def make_workbench(tmp_path, stage):
    """Makes workbenches that share settings and a recovery folder."""

    def make(settings=Settings(theme="light")):  # noqa: B008 - frozen
        return Workbench(
            Controller(own_blocks=OwnBlocks(tmp_path / "blocks")),
            ExportJobs(StageWorker(), stage),
            settings,
            tmp_path / "config" / "settings.json",
            Recovery(tmp_path / "recovery"),
        )

    return make


@pytest.fixture
def make_window(qtbot, tmp_path, stage, make_workbench):
    """Makes shown windows that share settings and a recovery folder."""
    made = []

    def make(settings=Settings(theme="light")):  # noqa: B008 - frozen
        window = MainWindow(make_workbench(settings))
        qtbot.addWidget(window, before_close_func=_without_questions)
        made.append(window)
        window.resize(1360, 880)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.files.folder = tmp_path
        window.view.setFocus()
        return window

    yield make
    stage.proceed.set()
    for window in made:
        window.jobs.close()


def _without_questions(window):
    window._leaving = True


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def find():
    """The visible widget of an accessible name, below another or anywhere."""

    def found(name, below=None):
        roots = [below] if below is not None else QApplication.topLevelWidgets()
        widgets = [w for root in roots for w in (root, *root.findChildren(QWidget))]
        named = [w for w in widgets if w.accessibleName() == name and w.isVisible()]
        assert named, f"no visible widget is named {name!r}"
        return named[0]

    return found


@pytest.fixture
def drop():
    """Drops what a palette drags onto the canvas, at a point of the scene."""

    def dropped(window, block, at):
        tree = window.workbench.panel("palette").tree
        item = next(
            item
            for top in range(tree.topLevelItemCount())
            for item in _leaves(tree.topLevelItem(top))
            if item.text(0) == block
        )
        data = tree.mimeData([item])
        view = window.view
        place = QPoint(view.mapFromScene(QPointF(*at)))
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(place, copy, data, left, keys)
            QApplication.sendEvent(view.viewport(), event)
        event = QDropEvent(QPointF(place), copy, data, left, keys)
        QApplication.sendEvent(view.viewport(), event)

    return dropped


def _leaves(item):
    if item.childCount():
        return [item.child(place) for place in range(item.childCount())]
    return [item]


@pytest.fixture
def network(window):
    """A window on image -> stem -> grouped convolution of 3 groups, which 32 channels do not divide into."""
    controller = window.controller
    for block in ("image_input", "stem", "grouped_conv"):
        controller.add_block(block, (0, 0))
    controller.select(())
    return window


@pytest.fixture
def node():
    """The id of a node by its name."""

    def found(window, name):
        return window.controller.document.named(name).id

    return found
