"""Starts the application: arguments, the Qt application, the window, recovery."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from designer.app.block_choice.own_blocks import OwnBlocks, own_blocks_folder
from designer.app.session import settings as remembered
from designer.app.session.controller import Controller
from designer.app.session.export_jobs import ExportJobs
from designer.app.session.recovery import Recovery, recovery_folder
from designer.app.session.state import Notice
from designer.app.startup.left_behind import offer
from designer.app.startup.openings import Openings, openings_folder
from designer.app.startup.single_instance import (
    InstanceServer,
    send_to_instance,
    server_name,
)
from designer.app.startup.window_in_another_language import CurrentWindow
from designer.app.text.languages import speak_in
from designer.app.text.translation import tr
from designer.app.widgets.lifetimes import collect_in_main_thread
from designer.app.window.main_window import MainWindow
from designer.app.workbench import Workbench
from designer.export.process.client import Worker
from designer.model import files
from designer.model.edits import Refusal
from designer.model.files import FileError
from designer.model.plain import lines
from designer.opening import UsageError, document_of, is_file
from templates import TemplateError

UNSEEN = ("offscreen", "minimal")  # screens without a window system
WARM_UP_MS = 300  # the first frames come first
END_S = 2.0  # for threads at work when the window has closed


def main(argv: Sequence[str]) -> int:
    """Show the window until it is closed.

    Args:
        argv: nothing, or a file or template, and `--set NAME=VALUE` for its options or variables.

    Returns:
        The exit code.
    """
    parser = ArgumentParser("channelwise open")
    parser.add_argument("source", nargs="?", metavar="FILE|TEMPLATE")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    words = parser.parse_args(argv)
    settings = dict(setting.partition("=")[::2] for setting in words.set)
    application = QApplication(["channelwise"])
    collector = collect_in_main_thread()
    application.setApplicationName("channelwise")
    application.setApplicationDisplayName("Channelwise")
    application.setDesktopFileName("channelwise")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    name = "" if application.platformName() in UNSEEN else server_name(_display())
    if name and send_to_instance(name, _message(words.source, settings)):
        return 0
    window = make_window()
    shown = CurrentWindow(window, application)
    sys.excepthook = lambda *error: _defect(shown.window, *error)
    window.show()
    window.view.setFocus()
    begin(window, words.source, settings)
    if name:
        server = InstanceServer(name, application)
        server.asked.connect(lambda message: answer(shown.window, message))
    QTimer.singleShot(WARM_UP_MS, window.jobs.warm_up)
    QTimer.singleShot(2 * WARM_UP_MS, collector.freeze)
    code = application.exec()
    if application.platformName() in UNSEEN:
        # Their clipboard outlives the interpreter, which destroys a picture on it.
        application.clipboard().clear()
    if not collector.join(END_S):
        # Work that cannot be stopped: the interpreter must not end under its threads, which would abort the process.
        sys.stdout.flush()
        os._exit(code)
    return code


def _display() -> str:
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")


def _message(source: str | None, settings: Mapping[str, str]) -> dict[str, object]:
    """The request of a second start to the first, which may have another working directory."""
    if source is not None and is_file(source):
        source = str(Path(source).absolute())
    return {"source": source, "settings": dict(settings)}


def answer(window: MainWindow, message: Mapping[str, object]) -> None:
    """Raise the window, and open the design that a second start requests."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    source, settings = message.get("source"), message.get("settings")
    if isinstance(source, str) and isinstance(settings, dict):
        given = {str(name): str(value) for name, value in settings.items()}
        window.files.guard(lambda: _open(window, source, given))


def make_window() -> MainWindow:
    """Make a window with the stored settings and an empty design."""
    path = remembered.settings_path()
    settings, complaint = remembered.load(path)
    application = QApplication.instance()
    assert application is not None
    speak_in(application, settings.language)
    workbench = Workbench(
        Controller(own_blocks=OwnBlocks(own_blocks_folder())),
        ExportJobs(Worker()),
        settings,
        path,
        Recovery(recovery_folder()),
    )
    window = MainWindow(workbench)
    if complaint:
        window.controller.say(complaint, "warning")
    return window


def begin(window: MainWindow, source: str | None, settings: Mapping[str, str]) -> None:
    """Open the requested design, else the last one; offer recovered designs.

    A design that crashed the window the last time is only offered.
    """
    openings = Openings(openings_folder(), window.controller)
    if source:
        _open(window, source, settings)
    else:
        _begin_as_liked(window, openings)
    folder = recovery_folder()

    def offer_unsaved() -> None:
        openings.begin(folder)
        offer(window, folder)
        openings.end(folder)

    if openings.died(folder):
        window.notice.say(
            Notice(
                tr(
                    "Unsaved designs are not looked for: the window died of it the last time."
                ),
                "warning",
            ),
            tr("Look anyway"),
            offer_unsaved,
            topic="unsaved",
        )
    else:
        window.when_shown(offer_unsaved)


def _begin_as_liked(window: MainWindow, openings: Openings) -> None:
    """Open the last design or the start page, as the settings say."""
    settings = window.settings_store.settings
    last = Path(settings.last)
    if settings.start_page or not settings.last or not last.exists():
        window.start_page.open()
    elif openings.died(last):
        window.start_page.open()
        window.notice.say(
            Notice(
                tr(
                    "{name} was not opened again: the window died within ten seconds of opening it."
                ).format(name=last.name),
                "warning",
            ),
            tr("Open anyway"),
            lambda: window.files.open_path(last),
            topic="opening",
        )
        window.controller.replaced.connect(lambda: window.notice.withdraw("opening"))
    else:
        window.files.load(last)


def _open(window: MainWindow, source: str, settings: Mapping[str, str]) -> None:
    path = Path(source).absolute() if is_file(source) else None
    if path is not None and not settings:
        window.files.load(path)
        return
    if path is not None:
        window.controller.opening.emit(path)
    try:
        digest = files.digest(path) if path is not None else None
        document = document_of(source, settings)
    except (UsageError, FileError, TemplateError, Refusal) as error:
        if path is not None:
            window.controller.unreadable.emit(path)
        window.controller.say(str(error), "error")
        return
    if path is None:
        window.files.begin(document)
    else:
        window.controller.replace_design(document, path, saved=False, digest=digest)


def _defect(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Handle an uncaught exception, a defect of ours: the design is saved for recovery, the window stays."""
    trace_lines = traceback.format_exception(kind, error, trace)
    print(lines("".join(trace_lines)), end="", file=sys.stderr)
    window.recovery.flush()
    window.controller.say(
        f"Something went wrong inside Channelwise ({kind.__name__}: {error}). The design is kept; please save it",
        "error",
    )
