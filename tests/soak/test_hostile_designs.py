"""Every design of extreme size in the real process: it is checked and summarised, without a traceback or a wait."""

import subprocess
import sys

import pytest

from tests.designer.hostile_designs import BEYOND, WITHIN

LIMIT_S = 120
ALL = {**{name: made for name, (made, _) in BEYOND.items()}, **WITHIN}


@pytest.mark.parametrize("command", ["check", "summary"])
@pytest.mark.parametrize("name", ALL)
def test_command(command, name, tmp_path):
    path = tmp_path / "net.design.json"
    path.write_text(ALL[name]())
    ended = subprocess.run(
        [sys.executable, "-m", "designer", command, str(path)],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
    )
    assert ended.returncode in (0, 1, 2)
    assert "Traceback" not in ended.stderr
