"""A tour without a display: analyses a template, draws the window, exports code, proves it and runs it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from designer.analysis import Analysis, analyse
from designer.analysis.text import summary_text
from designer.app.session.controller import Controller
from designer.app.session.export_jobs import ExportJobs
from designer.app.session.recovery import Recovery
from designer.app.session.settings import Settings
from designer.app.widgets.lifetimes import collect_in_main_thread
from designer.app.window.main_window import MainWindow
from designer.app.workbench import Workbench
from designer.export.exporting import export
from designer.export.process.client import ExportError, Worker
from designer.export.process.scratch import ScratchFolder
from designer.model import plain
from designer.model.document import Document
from designer.opening import UsageError
from designer.terminal import ended_like_interrupted, progress_bar
from templates import gallery

TEMPLATE = "mobilenet_v2"
WIDTH, HEIGHT = 1600, 1000

_SERVE = """\
import sys
import tensorflow as tf
model = tf.saved_model.load(sys.argv[1])
scores = model.serve(tf.random.uniform((2, 224, 224, 3)))
print(f"2 random images in, scores of shape {tuple(scores.shape)} out")
"""


def tour(output: str | None) -> None:
    """Run the tour, and print the paths of all results.

    Args:
        output: a folder for the files; without one, a new temporary folder.

    Raises:
        UsageError: the folder cannot be written, or a result cannot be made.
    """
    folder = _folder(output)
    template = gallery()[TEMPLATE]
    analysis = analyse(template.document())
    _say(f"1. {template.title}, analysed as by: channelwise summary {TEMPLATE}")
    print(summary_text(analysis))

    picture = folder / "window.png"
    draw_window(analysis.document, picture)
    _say("2. The window with it, drawn off screen")
    print(plain.line(picture))

    _say("3. Keras code, proven, then run in a clean process")
    with ended_like_interrupted(), Worker() as worker:
        source = folder / f"{TEMPLATE}.py"
        _export(analysis, "py", source, worker)
        _run([str(source)], folder, only="params:")

        _say("4. A SavedModel, proven, then run in a clean process without the code")
        model = folder / TEMPLATE
        _export(analysis, "savedmodel", model, worker)
        _run(["-c", _SERVE, str(model)], folder)
    _say(f"Everything is in {folder}")


def draw_window(document: Document, picture: Path) -> None:
    """Draw the main window with a design in it, without a display, as a PNG; raises UsageError."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication(["channelwise"])
    before = qInstallMessageHandler(_pass_on)
    with ScratchFolder() as own:
        # the user's settings and unsaved work stay out of it
        window = MainWindow(
            Workbench(
                Controller(),
                ExportJobs(Worker()),
                Settings(),
                own / "settings.json",
                Recovery(own),
            )
        )
        window.resize(WIDTH, HEIGHT)
        window.show()
        application.processEvents()
        window.files.begin(document)
        application.processEvents()
        drawn = window.grab().save(str(picture))
        window.deleteLater()
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        collect_in_main_thread().end()
    qInstallMessageHandler(before)
    if not drawn:
        raise UsageError(f"{picture} cannot be written")


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Print Qt's messages, except the off-screen platform's remark on every window."""
    if "propagateSizeHints" not in text:
        print(plain.lines(text), file=sys.stderr)


def _folder(output: str | None) -> Path:
    if output is None:
        return Path(tempfile.mkdtemp(prefix="channelwise-tour-"))
    folder = Path(output).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}") from error
    return folder


def _export(analysis: Analysis, format: str, target: Path, worker: Worker) -> None:
    try:
        with progress_bar() as on_progress:
            proof = export(analysis, format, target, worker, on_progress=on_progress)
    except ExportError as error:
        raise UsageError(str(error)) from error
    print(plain.line(target))
    print(plain.lines(proof.text))


def _run(arguments: list[str], folder: Path, only: str = "") -> None:
    """Run Python without our packages on its path, and print its output (lines with `only` in them)."""
    result = subprocess.run(
        [sys.executable, "-I", *arguments],
        cwd=folder,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
    )
    if result.returncode:
        last = result.stderr.strip().rpartition("\n")[2]
        raise UsageError(f"{arguments[0]} does not run in a clean process: {last}")
    for line in result.stdout.splitlines():
        if only in line:
            print(line.strip())


def _say(text: str) -> None:
    print(f"\n{text}\n", flush=True)
