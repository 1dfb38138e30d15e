"""What CONTRIBUTING.md shows works as it stands there: one new file or entry, and nothing else has to know of it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```python\n# (\S+)\n(.*?)```", TEXT, re.DOTALL))
ENTRIES = dict(re.findall(r"```python\n# in (\S+)\n(.*?)```", TEXT, re.DOTALL))

FINDS = {
    "blocks/library/doubled.py": """
from blocks.catalog import catalog
assert catalog()["doubled_conv"].title == "Doubled convolution"
design = {
    "format": "channelwise.design", "version": 1, "name": "doubled",
    "nodes": [
        {"id": "a", "block": "image_input", "name": "image", "params": {"height": 8, "width": 8}},
        {"id": "b", "block": "doubled_conv", "name": "doubled", "params": {"filters": 4}},
    ],
    "edges": [["a", "b"]],
}
open("doubled.design.json", "w").write(__import__("json").dumps(design))
assert main(["export", "doubled.design.json", "--to", "py", "-o", "doubled.py"]) == 0
assert "def doubled_conv" in open("doubled.py").read() or "doubled_1" in open("doubled.py").read()
""",
    "templates/small.py": """
assert main(["check", "small_network"]) == 0
assert main(["export", "small_network", "--to", "py", "-o", "small.py"]) == 0
""",
    "designer/app/commands/counting.py": """
from designer.app.command import commands, in_groups
assert "count_nodes" in commands()
assert "count_nodes" in [c.id for _, found in in_groups("View") for c in found]
window = open_window()
said = []
window.controller.said.connect(lambda notice: said.append(notice.text))
window.actions_by_id["count_nodes"].trigger()
assert said == ["0 nodes."], said
""",
    "designer/app/panels/name.py": """
from PySide6.QtWidgets import QLabel
window = open_window()
panel = window.workbench.show_panel("name")
QApplication.processEvents()
assert panel.text() == window.controller.state.title
""",
    "designer/canvas/gestures/select_row.py": """
from designer.canvas.gestures import gesture_for
from designer.canvas.gestures.base import SHIFT
from PySide6.QtCore import Qt
found = gesture_for("node", SHIFT, Qt.MouseButton.MiddleButton)
assert found.__name__ == "SelectAlone"
from designer.app.help.shortcuts_window import sections
assert "Select it alone" in [line.does for _, lines in sections() for line in lines]
""",
    "designer/export/formats/names.py": """
assert main(["export", "mobilenet_v1", "--set", "input_size=32", "--to", "names", "-o", "names.txt"]) == 0
assert "classifier" in open("names.txt").read()
""",
}
FINDS_ENTRY = {
    "designer/analysis/measures.py": """
from contextlib import redirect_stdout
from io import StringIO
import json
texts = []
for options in ([], ["--json"]):
    with redirect_stdout(StringIO()) as out:
        assert main(["summary", "mobilenet_v1", *options]) == 0
    texts.append(out.getvalue())
found = json.loads(texts[1])
layers = found["totals"]["layers"]
assert layers == sum(node["layers"] for node in found["nodes"]) > 80
assert ["layers", str(layers)] in [line.split() for line in texts[0].splitlines()]
from templates import gallery
window = open_window()
window.controller.replace_design(gallery()["mobilenet_v1"].document())
assert window.totals.figures["layers"].number.text() == str(layers)
""",
}

RUN = """
import os, sys
from designer.cli import main

def open_window():
    global QApplication, application
    from PySide6.QtWidgets import QApplication
    application = QApplication([])
    from designer.app.startup.start import make_window
    window = make_window()
    window.show()
    return window

{finds}
sys.stdout.flush()
os._exit(0)  # without waiting for Qt
"""


def test_each_example_is_tried():
    assert EXAMPLES.keys() == FINDS.keys()
    assert ENTRIES.keys() == FINDS_ENTRY.keys()


@pytest.fixture
def copied(tmp_path):
    """A copy of the program, to be changed."""
    for name in ("blocks", "templates", "designer", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("path", FINDS)
def test_an_example_is_one_file(path, copied):
    new = copied / path
    assert not new.exists()
    new.write_text(EXAMPLES[path], encoding="utf-8")
    check(copied, FINDS[path])


@pytest.mark.parametrize("path", FINDS_ENTRY)
def test_an_example_is_one_entry_at_the_end_of_a_table(path, copied):
    file = copied / path
    before, after = file.read_text(encoding="utf-8").rsplit("    ),\n)\n", 1)
    file.write_text(f"{before}    ),\n{ENTRIES[path]})\n{after}", encoding="utf-8")
    check(copied, FINDS_ENTRY[path])


def check(folder, finds):
    """Run what finds the example in the program that stands in a folder."""
    own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "STATE")}
    done = subprocess.run(
        [sys.executable, "-c", RUN.format(finds=finds)],
        cwd=folder,
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
