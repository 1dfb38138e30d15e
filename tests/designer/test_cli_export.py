"""Exports from the command line, with the real worker: made, proven, run by themselves, cancelled."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from designer.cli import main
from designer.export.formats import FORMATS

ROOT = Path(__file__).parents[2]
RUN = "import sys; from designer.cli import main; sys.exit(main())"
SMALL = ["squeeze_excite_article", "--set", "input_size=32"]
LONG = [
    "efficientnet_b7"
]  # still at work when a signal comes, however busy the machine is


def start(*arguments: str, **settings) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", RUN, "export", *arguments], cwd=ROOT, **settings
    )


def finish(*arguments: str) -> tuple[int, str, str]:
    process = start(
        *arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    out, err = process.communicate()
    return process.returncode, out, err


def test_python_with_its_proof_runs_by_itself(tmp_path):
    target = tmp_path / "net.py"
    code, out, err = finish(*SMALL, "--to", "py", "-o", str(target), "--proof")

    assert (code, err) == (0, "")
    proof = tmp_path / "net.py.proof.json"
    assert out.splitlines()[:2] == [str(target), str(proof)]
    assert all(check["passed"] for check in json.loads(proof.read_text())["checks"])
    assert set(tmp_path.iterdir()) == {target, proof}
    ran = subprocess.run(
        [sys.executable, "-I", str(target)], capture_output=True, text=True, cwd="/"
    )
    assert ran.returncode == 0
    assert "Total params: 1,388" in ran.stdout


def test_python_on_standard_output_with_plain_convolutions(tmp_path):
    code, out, err = finish(
        "shufflenet_v1",
        *("--set", "input_size=32", "--set", "scale=0.25"),
        *("--to", "py", "-o", "-", "--plain-conv"),
    )

    assert code == 0
    compile(out, "net.py", "exec")
    assert "GroupedConv2D" not in out
    assert "groups=" in out
    assert "parameters: " in err


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ([], {}),
        (["--plain-conv"], {"grouped_conv": "plain"}),
        (["--grouped-conv", "plain"], {"grouped_conv": "plain"}),
        (["--grouped-conv", "fast"], {"grouped_conv": "fast"}),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_grouped_convolutions_are_chosen_for_every_format(
    form, words, chosen, monkeypatch, tmp_path
):
    given = []
    monkeypatch.setattr(
        "designer.terminal.export_on_terminal", lambda *each: given.append(each)
    )
    assert main(["export", *SMALL, "--to", form, "-o", str(tmp_path), *words]) == 0
    ((_, format_id, _, options, _),) = given
    assert (format_id, options) == (form, chosen)
    assert all(value in FORMATS[form].options[name] for name, value in chosen.items())


def test_only_an_earlier_savedmodel_is_replaced(tmp_path):
    target = tmp_path / "net"
    order = (*SMALL, "--to", "savedmodel", "-o", str(target))
    assert finish(*order)[0] == 0
    first = (target / "saved_model.pb").stat().st_ino
    assert finish(*order)[0] == 0
    second = (target / "saved_model.pb").stat().st_ino
    assert second != first
    (target / "notes.txt").write_text("mine")

    code, out, err = finish(*order)

    assert (code, out) == (2, "")
    assert err == (
        f"channelwise: {target} holds notes.txt, which no export has written, and is left as it is: "
        "choose another name, such as net-2.\n"
    )
    assert (target / "notes.txt").read_text() == "mine"
    assert (target / "saved_model.pb").stat().st_ino == second


def test_a_bar_on_a_terminal_and_nothing_left_after_ctrl_c(tmp_path):
    terminal, side = pty.openpty()
    process = start(
        *LONG,
        *("--to", "savedmodel", "-o", str(tmp_path / "model")),
        stdout=subprocess.PIPE,
        stderr=side,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(side)
    seen = b""
    while b"%" not in seen:
        seen += os.read(terminal, 4096)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate()
    seen += rest(terminal)

    assert process.returncode == 130
    assert out == b""
    assert b"cancelled; nothing has been left behind" in seen
    assert b"Traceback" not in seen
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [signal.SIGTERM])
def test_ended_from_outside_nothing_is_left(tmp_path, ending):
    terminal, side = pty.openpty()
    process = start(
        *LONG,
        *("--to", "py", "-o", str(tmp_path / "net.py")),
        stdout=subprocess.DEVNULL,
        stderr=side,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(side)
    seen = b""
    while b"%" not in seen:
        seen += os.read(terminal, 4096)
    process.send_signal(ending)
    process.wait()
    seen += rest(terminal)

    assert process.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_export_leaves_goes_with_the_next(tmp_path):
    temporary, folder = tmp_path / "tmp", tmp_path / "models"
    temporary.mkdir()
    folder.mkdir()
    command = [*SMALL, "--to", "savedmodel", "-o", str(folder / "model")]
    env = {**os.environ, "TMPDIR": str(temporary)}
    process = start(*command, env=env, stderr=subprocess.DEVNULL)
    try:
        threads = Path(f"/proc/{process.pid}/task")
        while not (workers := children_of(threads)):
            time.sleep(0.02)
        os.kill(workers[0], signal.SIGSTOP)  # or it would tidy up
    finally:
        process.kill()
        process.wait()
    os.kill(workers[0], signal.SIGKILL)
    left = {*folder.iterdir(), *temporary.iterdir()}
    assert len(left) >= 3  # the worker may have made its own, too
    assert all("channelwise-" in path.name for path in left)

    following = start(*command, env=env, stderr=subprocess.DEVNULL)
    while any(path.exists() for path in left) and following.poll() is None:
        time.sleep(0.02)
    following.send_signal(signal.SIGINT)
    following.wait()
    there = (*folder.iterdir(), *temporary.iterdir())
    assert [path for path in there if "channelwise-" in path.name] == []


def children_of(threads: Path) -> list[int]:
    """The processes that any thread of a process has started."""
    found = []
    for thread in threads.iterdir():
        with suppress(OSError):  # it has ended meanwhile
            found += map(int, (thread / "children").read_text().split())
    return found


def rest(terminal: int) -> bytes:
    """What is left to read once the other side is closed, which Linux reports as an error."""
    seen = b""
    try:
        while more := os.read(terminal, 4096):
            seen += more
    except OSError:
        pass
    os.close(terminal)
    return seen
