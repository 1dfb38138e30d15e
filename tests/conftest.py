"""What every test stands on: a quiet Qt off screen, a home of its own, real windows.

Tests run on Qt's off-screen platform, where a window has the focus as soon as it is
shown and nothing else is on the screen. A process can have one platform only, so a
test marked ``window`` runs in a pytest process of its own, on an X server started for
it alone: real mouse and key events (xdotool's too) reach a real window, and nothing
that happens to it can harm another test. Parallel runs, ``-k`` and single paths work
as for any other test; the process's output is the failure's text.

``python3 dev.py test`` brings the X server; nothing has to be started beforehand.
"""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partialmethod
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory, TemporaryFile

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

# The same draws in every run, and those that fail printed: a test fails for everybody or for nobody, however slow the
# machine is. Fresh draws belong to the long tests, whose own conftest.py chooses their profile.
settings.register_profile("ordinary", derandomize=True, print_blob=True, deadline=None)
settings.register_profile("soak", derandomize=False, print_blob=True, deadline=None)
settings.load_profile("ordinary")

HOME = TemporaryDirectory(prefix="channelwise-tests-")
WINDOW_MANAGER = """\
session.screen0.focusModel: ClickToFocus
session.screen0.focusNewWindows: True
session.focusLastWindow: True
session.screen0.enableToolbar: False
"""
PATIENCE_MS = 60_000  # for what comes at once, unless the machine is busy
INSIDE = "CHANNELWISE_WINDOW_TEST"  # set in the process that a window test has


def pytest_configure() -> None:
    """Give Qt and TensorFlow surroundings in which they have nothing to remark."""
    # Started in the background, a shell lets its programs ignore Ctrl+C, and so would those that tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    surroundings = {
        "QT_QPA_PLATFORM": "xcb" if INSIDE in os.environ else "offscreen",
        "QT_XCB_GL_INTEGRATION": "none",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "XDG_RUNTIME_DIR": HOME.name,
        "LC_ALL": "C.UTF-8",
        "MPLBACKEND": "Agg",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # By default TensorFlow uses oneDNN on some processors only, and its kernels take more settings.
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        surroundings[f"XDG_{kind}_HOME"] = str(Path(HOME.name, kind.lower()))
    os.environ.update(surroundings)
    for name in ("WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
        os.environ.pop(name, None)


@pytest.hookimpl(trylast=True)  # once -k and -m have chosen
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Send the tests that need a real window to processes of their own."""
    if INSIDE not in os.environ:
        items[:] = [
            WindowTest.from_parent(
                item.parent, name=item.name, markers=item.own_markers
            )
            if item.get_closest_marker("window")
            else item
            for item in items
        ]


@pytest.fixture(autouse=True)
def keras_classes() -> Iterator[None]:
    """What an exported file registers with Keras is forgotten with its test."""
    keras = sys.modules.get("keras")
    known = keras.saving.get_custom_objects() if keras else {}
    before = dict(known)
    yield
    known.clear()
    known.update(before)


# Waits longer than pytest-qt's five seconds before it says that something does not happen.
WAITS = ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed")
PATIENT = {
    name: partialmethod(getattr(QtBot, name), timeout=PATIENCE_MS) for name in WAITS
}
PatientBot = type("PatientBot", (QtBot,), PATIENT)


@pytest.fixture
def qtbot(qapp, request) -> QtBot:
    """pytest-qt's, however busy the machine is."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def automatic_collection() -> Iterator[None]:
    """A window turns it off, for its main loop to collect; tests without one have it on."""
    yield
    gc.enable()


class WindowTest(pytest.Item):
    """A test that runs in a pytest process of its own, in a real window."""

    def __init__(self, *, markers: list[pytest.Mark], **settings: object) -> None:
        super().__init__(**settings)
        self.own_markers = [*markers, pytest.mark.timeout(0).mark]  # the process's own

    def runtest(self) -> None:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            self.nodeid,
        ]
        with x_server() as display, TemporaryFile("w+") as output:
            code = subprocess.call(
                command,
                cwd=self.config.rootpath,
                env={**os.environ, INSIDE: "1", "DISPLAY": display},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            output.seek(0)
            text = output.read()
        if code or " 1 passed" not in text.splitlines()[-1]:
            raise pytest.fail.Exception(text, pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name


@contextmanager
def x_server() -> Iterator[str]:
    """Run an X server of 1600x1000 pixels with a window manager; give its display.

    Without a window manager, closing a dialog leaves no window with the focus.
    """
    reading, writing = os.pipe()
    # Without -noreset, the first client to leave takes one that is starting along.
    screen = ["-screen", "0", "1600x1000x24", "-dpi", "96", "-noreset"]
    server = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", *screen]
    with ExitStack() as stack:
        stack.enter_context(running(server, signal.SIGTERM, pass_fds=[writing]))
        os.close(writing)
        with open(reading) as answer:
            display = f":{answer.readline().strip()}"
        settings = stack.enter_context(NamedTemporaryFile("w", suffix=".blackboxrc"))
        settings.write(WINDOW_MANAGER)
        settings.flush()
        manager = ["blackbox", "-display", display, "-rc", settings.name]
        stack.enter_context(running(manager, signal.SIGKILL))  # may overhear SIGTERM
        wait_for_window_manager(display)
        yield display


def wait_for_window_manager(display: str) -> None:
    """Return when a window manager answers questions about its desktops."""
    ask = ["xdotool", "get_num_desktops"]
    environment = {**os.environ, "DISPLAY": display}
    for _ in range(2_000):  # each takes some milliseconds
        if not subprocess.run(ask, env=environment, capture_output=True).returncode:
            return
    raise RuntimeError(f"No window manager answers on {display}.")


@contextmanager
def running(
    command: list[str], stop: signal.Signals, pass_fds: Sequence[int] = ()
) -> Iterator[None]:
    """Keep a program running, silently, for as long as the context lasts."""
    with subprocess.Popen(
        command,
        pass_fds=pass_fds,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield
        finally:
            process.send_signal(stop)
