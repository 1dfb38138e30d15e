"""What a crash leaves behind, and how it comes back."""

import json
import subprocess
import sys

import pytest

from designer.app.controller import Controller
from designer.app.recovery import Recovery, left_behind
from designer.app.start import begin


@pytest.fixture
def controller(qapp):
    return Controller()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def recovery(controller, folder):
    made = Recovery(folder)
    controller.changed.connect(made.follow)
    return made


@pytest.fixture
def dead():
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def crash(folder, dead):
    """The window's process is gone, its file stays."""
    (file,) = folder.glob("*.json")
    return file.rename(folder / f"{dead}.json")


def test_unsaved_work_is_kept_and_found(controller, recovery, folder, dead):
    controller.add_block("image_input", (0, 0))
    recovery.write().join()
    assert left_behind(folder) is None  # the process lives
    crash(folder, dead)
    found = left_behind(folder)
    assert found.document == controller.document
    assert found.path is None


def test_saving_leaves_nothing(controller, recovery, folder, tmp_path):
    controller.add_block("image_input", (0, 0))
    recovery.write().join()
    controller.save(tmp_path / "x.design.json")
    assert list(folder.iterdir()) == []
    assert recovery.write() is None


def test_a_change_is_kept_by_itself(controller, recovery, folder, qtbot):
    controller.add_block("image_input", (0, 0))
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.json"))))


def test_what_cannot_be_read_is_passed_over(folder, dead):
    folder.mkdir()
    (folder / f"{dead}.json").write_text("{")
    (folder / "x.json").write_text(json.dumps({"path": None, "design": "no"}))
    assert left_behind(folder) is None


def test_the_window_offers_to_restore(
    make_window, find, qtbot, folder, dead, monkeypatch
):
    from PySide6.QtCore import Qt

    first = make_window()
    first.controller.add_block("image_input", (0, 0))
    first.recovery.write().join()
    document = first.controller.document
    kept = crash(folder, dead)
    monkeypatch.setattr("designer.app.start.recovery_folder", lambda: folder)
    second = make_window()
    begin(second, None, {})
    assert "untitled was not saved" in find("message", second).text()
    qtbot.mouseClick(find("Restore", second), Qt.MouseButton.LeftButton)
    assert second.controller.document == document
    assert second.controller.state.dirty
    assert not kept.exists()
