"""Designs of extreme size on the command line: refused in one sentence, or worked with; nobody waits for them.

Times are not asserted. A limit on the processor's time, which other programs do not use up, ends what takes minutes.
"""

from __future__ import annotations

import ast
import json
import os
import signal
from collections import Counter

import pytest

from designer.cli import main
from designer.model.bounds import MAX_EXPRESSIONS
from designer.model.expressions import evaluate
from tests.designer.hostile_designs import BEYOND, WITHIN

LIMIT_S = 60
ORDINARY = [  # the others are in tests/soak
    "circular_variables",
    "deep_expressions",
    "deep_variables",
    "doubling_definitions",
    "failing_rows",
    "huge_image",
    "long_circular_variables",
    "many_repeats",
    "powers",
    "repeating_definitions",
    "typing_errors",
    "unknown_blocks_beside_definitions",
    "unknown_parameters",
    "wide_addition_that_fails",
]


class HangingError(BaseException):
    """Nothing in the application catches it."""


@pytest.fixture(autouse=True)
def limited():
    def end(*_):
        raise HangingError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT_S)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("name", BEYOND)
def test_a_design_beyond_the_bounds_is_refused(name, tmp_path, capsys):
    made, words = BEYOND[name]
    path = tmp_path / "net.design.json"
    path.write_text(made())
    assert main(["check", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"channelwise: {path}: ")
    assert err.count("\n") == 1
    assert len(err) < 1_000
    assert words in err


@pytest.mark.parametrize("name", ORDINARY)
def test_a_design_within_the_bounds_is_worked_with(name, tmp_path, capsys):
    path = tmp_path / "net.design.json"
    path.write_text(WITHIN[name]())
    assert main(["check", str(path), "--json"]) in (0, 1, 2)
    assert json.loads(capsys.readouterr().out)["issues"]


def test_more_layers_than_can_be_worked_with(tmp_path, capsys):
    path = tmp_path / "net.design.json"
    path.write_text(WITHIN["many_repeats"]())
    assert main(["summary", str(path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    (issue,) = found["issues"]
    assert issue["code"] == "too_many_layers"
    assert "copy 334 of 1000" in issue["message"]
    assert "10,000 layers" in issue["message"]
    states = [node["state"] for node in found["nodes"]]
    assert states == ["ok"] * 4 + ["error"] + ["unknown"] * 296


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/tty", "/proc/kmsg", "/proc"])
def test_what_is_no_file(path, capsys):
    assert main(["check", path]) == 2
    assert capsys.readouterr().err.startswith(f"channelwise: {path}: ")


def test_a_pipe_that_nobody_writes_to(tmp_path, capsys):
    path = tmp_path / "net.design.json"
    os.mkfifo(path)
    assert main(["check", str(path)]) == 2
    assert capsys.readouterr().err == f"channelwise: {path}: this is not a file\n"


@pytest.mark.parametrize("name", ["deep_variables", "long_circular_variables"])
def test_the_search_for_repairs_reads_the_variables_a_few_times(
    name, tmp_path, capsys, monkeypatch
):
    """Whatever is repaired, all variables are evaluated again: where they are long, fewer repairs are tried."""
    read: list[str] = []

    def counting(text, values):
        read.append(text)
        return evaluate(text, values)

    parsed: list[str] = []
    parse = ast.parse

    def counting_parse(source, *args, **options):
        parsed.append(source)
        return parse(source, *args, **options)

    monkeypatch.setattr("designer.model.variables.evaluate", counting)
    monkeypatch.setattr(ast, "parse", counting_parse)
    path = tmp_path / "net.design.json"
    path.write_text(WITHIN[name]())
    assert main(["check", str(path)]) == 1
    assert "error" in capsys.readouterr().out
    assert sum(map(len, read)) < 10 * MAX_EXPRESSIONS
    assert max(Counter(parsed).values()) < 5
