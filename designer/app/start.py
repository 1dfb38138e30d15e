"""Starting the application: arguments, the Qt application, the window, what a crash left behind."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from designer.app import settings as remembered
from designer.app.controller import Controller
from designer.app.export_jobs import ExportJobs
from designer.app.recovery import Recovery, left_behind, recovery_folder
from designer.app.state import Notice
from designer.app.window import MainWindow
from designer.export.client import Worker
from designer.model.document import Document, Variable
from designer.model.edits import Refusal, set_variable
from designer.model.rules import did_you_mean
from templates import gallery

USAGE = "channelwise open [FILE|TEMPLATE] [--set NAME=VALUE ...]"
WARM_UP_MS = 300  # the first frames come first


class UsageError(ValueError):
    """Arguments that cannot be read; the text is the sentence for the user."""


def main(argv: Sequence[str]) -> int:
    """Show the window until it is closed.

    Args:
        argv: nothing, or a file or template, and `--set NAME=VALUE` for its options or variables.

    Returns:
        The exit code: 0, or 2 for arguments that cannot be read or where there is no display.
    """
    try:
        target, options = read(argv)
        if no_display():
            raise UsageError("there is no display to show a window on")
    except UsageError as error:
        print(f"channelwise: {error}", file=sys.stderr)
        return 2
    application = QApplication(["channelwise"])
    application.setApplicationName("channelwise")
    application.setApplicationDisplayName("Channelwise")
    application.setDesktopFileName("channelwise")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window = make_window()
    sys.excepthook = lambda *error: _defect(window, *error)
    window.show()
    window.view.setFocus()
    begin(window, target, options)
    QTimer.singleShot(WARM_UP_MS, window.jobs.warm_up)
    return application.exec()


def make_window() -> MainWindow:
    """A window with what was remembered, on an empty design."""
    path = remembered.settings_path()
    settings, complaint = remembered.load(path)
    window = MainWindow(
        Controller(),
        ExportJobs(Worker()),
        settings,
        path,
        Recovery(recovery_folder()),
    )
    if complaint:
        window.controller.say(complaint, "warning")
    return window


def begin(window: MainWindow, target: str, options: Mapping[str, str]) -> None:
    """Open what was asked for, else what was open last; offer what a crash left behind."""
    if target:
        _open(window, target, options)
    elif window.settings.last and Path(window.settings.last).exists():
        window.files.load(Path(window.settings.last))
    found = left_behind(recovery_folder())
    if found is not None:
        name = found.path.name if found.path else found.document.name

        def restore() -> None:
            window.controller.replace_design(found.document, found.path, saved=False)
            window.recovery.write()
            found.file.unlink(missing_ok=True)

        window.notice.say(
            Notice(f"{name} was not saved when the window closed last.", "warning"),
            "Restore",
            lambda: window.files.guard(restore),
            lambda: found.file.rename(found.file.with_suffix(".declined")),
        )


def _open(window: MainWindow, target: str, options: Mapping[str, str]) -> None:
    template = gallery().get(target)
    if template is not None:
        window.files.begin(template, dict(options))
        return
    path = Path(target)
    if not path.exists() and not path.suffix:
        hint = did_you_mean(target, gallery())
        window.controller.say(f"There is no file or template '{target}'{hint}", "error")
        return
    if window.files.load(path) and options:
        window.controller.apply(
            "Set variables", lambda document: _with_variables(document, options)
        )


def _with_variables(document: Document, values: Mapping[str, str]) -> Document:
    for name, text in values.items():
        old = document.variables.get(name)
        if old is None:
            hint = did_you_mean(name, document.variables)
            raise Refusal("invalid_name", f"there is no variable '{name}'{hint}")
        try:
            number = float(text)
        except ValueError:
            raise Refusal(
                "invalid_value", f"{name} needs a number, not '{text}'"
            ) from None
        value = int(number) if number.is_integer() else number
        changed = Variable(
            value, old.minimum, old.maximum, old.step, old.note, old.extra
        )
        document = set_variable(document, name, changed)
    return document


def read(argv: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The target, empty for none, and the options. Raises UsageError."""
    target, options = "", {}
    words = iter(argv)
    for word in words:
        if word == "--set" or word.startswith("--set="):
            pair = word.removeprefix("--set").removeprefix("=") or next(words, "")
            name, equals, value = pair.partition("=")
            if not name or not equals:
                raise UsageError(f"--set takes NAME=VALUE, not '{pair}'; {USAGE}")
            options[name] = value
        elif word.startswith("-") or target:
            raise UsageError(f"'{word}' was not expected; {USAGE}")
        else:
            target = word
    return target, options


def no_display() -> bool:
    """Whether Qt would find no screen to draw on, which ends the process without a word to the user."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _defect(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """An exception that nobody caught is a defect of ours: the design is kept, the window stays."""
    traceback.print_exception(kind, error, trace)
    window.recovery.write()
    window.controller.say(
        f"Something went wrong inside Channelwise ({kind.__name__}: {error}). The design is kept; please save it",
        "error",
    )
