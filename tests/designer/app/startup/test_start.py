"""The start: what is opened, and what is not imported."""

import os
import subprocess
import sys

import pytest

from designer.app.startup.start import begin

HEAVY = ("keras", "tensorflow", "matplotlib", "numpy", "pygments", "qtawesome")


def test_the_window_starts_without_what_takes_seconds():
    script = f"""
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from designer.app.startup.start import begin, make_window
window = make_window()
window.show()
begin(window, "mobilenet_v2", {{}})
application.processEvents()
print([name for name in {HEAVY!r} if name in sys.modules])
window.jobs.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_template_with_options(window):
    begin(window, "mobilenet_v1", {"alpha": "0.5"})
    # Keras's MobileNet with alpha=0.5 has as many
    assert window.controller.analysis.total.params == 1_342_536
    assert window.controller.state.path is None
    assert not window.controller.state.dirty


def test_a_file_with_variables(window, tmp_path):
    begin(window, "mobilenet_v1", {})
    path = tmp_path / "m.design.json"
    window.controller.save(path)
    begin(window, str(path), {"alpha": "0.5"})
    assert window.controller.analysis.total.params == 1_342_536
    assert window.controller.state.path == path
    assert window.controller.state.dirty


@pytest.mark.parametrize(
    ("source", "settings", "says"),
    [
        ("mobilenet_v7", {}, "mobilenet_v"),
        ("mobilenet_v2", {"alhpa": "1"}, "alpha"),
        ("mobilenet_v2", {"alpha": "wide"}, "alpha"),
        ("gone.design.json", {}, "gone.design.json"),
    ],
)
def test_bad_words_are_one_sentence(window, find, source, settings, says):
    window.controller.add_block("image_input", (0, 0))
    before = window.controller.document
    begin(window, source, settings)
    assert says in find("message", window).text().casefold()
    assert window.controller.document is before


def test_the_last_design_comes_back(make_window, tmp_path):
    window = make_window()
    window.controller.add_block("image_input", (0, 0))
    path = tmp_path / "last.design.json"
    window.files._save_to(path, lambda: None)
    again = make_window(window.settings_store.settings)
    begin(again, None, {})
    assert again.controller.state.path == path
    path.unlink()
    # The file is gone: an empty design.
    begin(make_window(window.settings_store.settings), None, {})


@pytest.mark.parametrize("inside", ["", "channelwise", "channelwise/recovery"])
def test_the_window_starts_where_its_folders_are_files(inside, tmp_path):
    """What is remembered, what is kept for a crash and the own blocks have no place: the window works without."""
    homes = {}
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        home = homes[f"XDG_{kind}_HOME"] = tmp_path / kind
        file = home / inside
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a file")
    script = """
from PySide6.QtCore import QTimer
from designer.app.startup import start

begin = start.begin
start.WARM_UP_MS = 3_600_000

def work(window, *arguments):
    window.controller.said.connect(lambda notice: print(notice.text))
    begin(window, *arguments)
    window.controller.add_block("image_input", (0, 0))
    window.recovery.flush()
    QTimer.singleShot(600, lambda: end(window))

def end(window):
    window.controller.save(sys.argv[1])
    window.files.used.emit(window.controller.state.path)
    window.close()

import sys
from pathlib import Path
sys.argv[1] = Path(sys.argv[1])
start.begin = work
sys.exit(start.main([]))
"""
    path = tmp_path / "x.design.json"
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, **homes},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert path.exists()
    said = "Unsaved changes cannot be kept for the case of a crash"
    assert done.stdout.count(said) == 1
