"""A design whose process crashed is not reopened without asking."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from designer.app.session.controller import Controller
from designer.app.startup import openings
from designer.app.startup.openings import Openings
from designer.app.startup.start import begin
from designer.model.document import Document, Node
from designer.model.files import dumps, load_with_digest

DIES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QObject, Signal
from designer.app.startup.openings import Openings
application = QCoreApplication([])
class Controller(QObject):
    opening = Signal(object)
    unreadable = Signal(object)
controller = Controller()
guard = Openings(Path(sys.argv[1]), controller)
guard.begin(Path(sys.argv[2]))
print("begun", flush=True)
if sys.argv[3] == "wait":
    sys.stdin.readline()
os.abort()
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "opening"


@pytest.fixture
def design(tmp_path):
    def made(name="net"):
        path = tmp_path / f"{name}.design.json"
        document = Document(nodes={"n1": Node("n1", "image_input", "image")})
        path.write_text(dumps(document), encoding="utf-8")
        return path

    return made


@pytest.fixture
def make(qtbot, folder):
    """Guards, each as a process would have it."""
    made = []

    def guard(healthy_ms=60_000):
        found = Openings(folder, Controller(), healthy_ms)
        made.append(found)
        return found

    yield guard
    for found in made:
        found.end_all()


def other_process(folder, path, how="abort"):
    return subprocess.Popen(
        [sys.executable, "-c", DIES, str(folder), str(path), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def leave_mark(folder, path):
    """What a process leaves that dies: a marker that nobody has locked."""
    folder.mkdir(exist_ok=True)
    name = f"{len(list(folder.iterdir()))}.opening"
    (folder / name).write_bytes(os.fsencode(path))


def test_a_process_that_dies_leaves_its_mark(make, folder, design):
    path, other = design(), design("other")
    with other_process(folder, path) as process:
        process.communicate()
    assert process.returncode == -signal.SIGABRT
    assert make().died(path)
    assert make().died(path)  # asking changes nothing
    assert not make().died(other)


def test_a_success_removes_the_marks_of_earlier_failures(make, folder, design):
    path, other = design(), design("other")
    for one in (path, path, other):
        leave_mark(folder, one)
    guard = make()
    guard.begin(path)
    assert make().died(path)  # not yet
    guard.end(path)
    assert not make().died(path)
    assert make().died(other)
    assert len(list(folder.iterdir())) == 1


def test_a_window_that_lives_long_enough_succeeds(make, folder, design, qtbot):
    path = design()
    leave_mark(folder, path)
    make(healthy_ms=1).begin(path)
    qtbot.waitUntil(lambda: not list(folder.iterdir()))


def test_a_living_window_is_not_taken_for_dead(make, folder, design):
    path = design()
    with other_process(folder, path, "wait") as process:
        assert process.stdout.readline() == "begun\n"
        guard = make()
        assert not guard.died(path)
        guard.begin(path)
        guard.end(path)  # this one succeeds; the other one dies afterwards
        process.communicate("\n")
    assert make().died(path)


def test_a_window_that_hangs_counts(make, design, folder):
    path = design()
    make().begin(path)
    assert not make().died(path)
    (marker,) = folder.iterdir()
    long_ago = time.time() - openings.HANGS_S - 1
    os.utime(marker, (long_ago, long_ago))
    assert make().died(path)


def test_designs_that_are_gone_are_forgotten(make, folder, design):
    path = design()
    leave_mark(folder, path)
    path.unlink()
    assert not make().died(path)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("content", [b"", b"\0", b"\xff\xfe", b"relative"])
def test_damaged_marks_are_removed(make, folder, design, content):
    folder.mkdir()
    (folder / "x.opening").write_bytes(content)
    assert not make().died(design())
    assert not list(folder.iterdir())


def test_without_a_folder_there_are_no_marks(make, folder, design):
    folder.write_text("a file")
    guard = make()
    guard.begin(design())
    assert not guard.died(design())
    guard.end_all()


def test_a_file_is_marked_before_it_is_read(make, folder, design, monkeypatch):
    path = design()
    marked = []
    guard = make()

    def seen(path):
        marked.extend(marker.read_text() for marker in folder.iterdir())
        return load_with_digest(path)

    monkeypatch.setattr("designer.app.session.controller.files.load_with_digest", seen)
    guard.parent().open(path)
    assert marked == [str(path)]
    assert len(list(folder.iterdir())) == 1


def test_what_cannot_be_read_is_not_marked(make, folder, design):
    path = design()
    path.write_text("{")
    make().parent().open(path)
    assert not list(folder.iterdir())


# The start


@pytest.fixture
def dead(make_window, design, monkeypatch, tmp_path, folder):
    """A window that begins after a process that died of the last design; the design's path."""
    monkeypatch.setattr("designer.app.startup.start.openings_folder", lambda: folder)
    recovery = tmp_path / "recovery"
    monkeypatch.setattr("designer.app.startup.start.recovery_folder", lambda: recovery)
    path = design()
    first = make_window()
    first.settings_store.opened(path)
    leave_mark(folder, path)
    return make_window(first.settings_store.settings), path


def test_the_start_offers_what_the_window_died_of(dead, find, qtbot, folder):
    window, path = dead
    begin(window, None, {})
    assert window.controller.state.path is None
    assert window.start_page.isVisible()
    assert path.name in find("message", window).text()
    find("Open anyway", window).click()
    assert window.controller.state.path == path
    assert not window.notice.isVisible()


def test_what_is_asked_for_is_opened(dead, folder):
    window, path = dead
    begin(window, str(path), {})
    assert window.controller.state.path == path
    assert not window.notice.isVisible()


def test_another_design_ends_the_offer(dead, find, design):
    window, _ = dead
    begin(window, None, {})
    assert find("Open anyway", window)
    window.files.load(design("other"))
    assert not window.notice.isVisible()


def test_unsaved_designs_that_ended_the_start_are_not_read_unasked(
    dead, find, folder, tmp_path, monkeypatch
):
    window, path = dead
    recovery = tmp_path / "recovery"
    recovery.mkdir()
    leave_mark(folder, recovery)
    read = []
    monkeypatch.setattr("designer.app.startup.start.offer", lambda *_: read.append(1))
    begin(window, str(path), {})
    assert read == []
    assert "not looked for" in find("message", window).text()
    find("Look anyway", window).click()
    assert read == [1]
    begin(window, str(path), {})
    assert read == [1, 1]


# The whole process


@pytest.fixture
def play(tmp_path):
    """Starts the application as `tests/window_driver.py` does, on one user's files."""
    own = {
        f"XDG_{kind}_HOME": str(tmp_path / kind.lower())
        for kind in ("CONFIG", "DATA", "CACHE", "STATE")
    }

    def played(timeout=None, **plan):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.window_driver", json.dumps(plan)],
            env={**os.environ, **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        with process:
            if plan.get("hangs"):
                while not list(tmp_path.glob("state/channelwise/opening/*.opening")):
                    time.sleep(0.05)
                process.kill()
            shown = process.communicate()[0]
        report = json.loads(shown.splitlines()[0]) if plan.get("report") else None
        return process.returncode, report

    return played


def test_no_loop_of_crashes(play, design):
    path = str(design())
    offered = (
        0,
        {
            "path": None,
            "message": f"{design().name} was not opened again: the window died within ten seconds of opening it.",
            "offer": "Open anyway",
        },
    )
    opened = (0, {"path": path, "message": "", "offer": ""})
    assert play(open=path, report=True) == opened
    assert play(dies="SIGSEGV")[0] == -signal.SIGSEGV  # the last design, unasked
    assert play(report=True) == offered
    assert play(report=True, accept=True) == opened
    assert play(hangs=True)[0] == -signal.SIGKILL
    assert play(report=True) == offered
