"""A real window process in which someone works at a steady pace until the process is killed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Each press of Ctrl+D is one command that adds one node.
WORKS = """
import sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from designer.app.session import recovery
from designer.app.startup import start

begin = start.begin
start.WARM_UP_MS = 3_600_000  # TensorFlow is not needed
recovery.COMMAND_PATIENCE_S = float(sys.argv[2]) or recovery.COMMAND_PATIENCE_S

def work(window, *arguments):
    begin(window, *arguments)
    nodes = lambda: len(window.controller.commit.history.present.nodes)

    def press():
        if not window.isActiveWindow():
            return  # it is about to be shown
        before = nodes()
        QTest.keyClick(window.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert nodes() == before + 1
        print(before + 1, flush=True)

    window.controller.add_block("image_input", (0, 0))
    window.work = QTimer(window, interval=int(sys.argv[1]))
    window.work.timeout.connect(press)
    window.work.start()

start.begin = work
start.main([])
"""

RESTORES = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from designer.app.startup import start

begin = start.begin
start.WARM_UP_MS = 3_600_000

def work(window, *arguments):
    begin(window, *arguments)
    offer = next(
        button for button in window.findChildren(QPushButton)
        if button.accessibleName() == "Restore" and button.isVisible()
    )
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    state = window.controller.state
    print(len(state.root.nodes), state.dirty, flush=True)

start.begin = work
start.main([])
"""


def environment(home: Path) -> dict[str, str]:
    """Of a user who has never started the application."""
    homes = {f"XDG_{kind}_HOME" for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {
        **os.environ,
        **{name: str(home / name.lower()) for name in homes},
        "QT_QPA_PLATFORM": "offscreen",
    }


def kill_while_working(
    home: Path, pace_ms: int, seed: int, patience_s: float = 0
) -> tuple[int, int]:
    """Work at a pace, and kill the process with SIGKILL at a moment that the seed decides.

    Args:
        patience_s: how long a command waits for the copy of the one before it; 0 for as long as the application does.

    Returns:
        How many nodes the design had at least, and how many have been kept.
    """
    draw = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-c", WORKS, str(pace_ms), str(patience_s)],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    reached = 0
    for _ in range(draw.randint(1, max(3, 1_500 // max(pace_ms, 20)))):
        reached = int(process.stdout.readline())
    time.sleep(draw.uniform(0, max(pace_ms, 30) / 1_000))
    process.kill()
    with process, process.stdout as stdout:
        rest = stdout.read()
    # Lines that had not been read yet count too; a line that was cut off does not.
    lines = rest[: rest.rfind("\n") + 1].split()
    return int(lines[-1]) if lines else reached, kept(home)


def kept(home: Path) -> int:
    """How many nodes the design that was left behind has; 0 without one."""
    folder = home / "xdg_state_home" / "channelwise" / "recovery"
    for file in folder.glob("*.json"):
        return len(json.loads(json.loads(file.read_text())["design"])["nodes"])
    return 0


def restore(home: Path) -> tuple[int, bool]:
    """Start the application again and take what it offers: the number of nodes, and whether they count as unsaved."""
    process = subprocess.Popen(
        [sys.executable, "-c", RESTORES],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    nodes, dirty = process.stdout.readline().split()
    process.kill()
    process.communicate()  # nothing of it is needed
    return int(nodes), dirty == "True"
