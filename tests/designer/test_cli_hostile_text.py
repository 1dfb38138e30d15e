"""Whatever a file, a path or an argument holds, a terminal is sent nothing but visible characters and line breaks."""

from __future__ import annotations

import io
import json
import sys
import unicodedata

import pytest

from designer.cli import main
from designer.model.files import loads
from designer.model.plain import json_lines, line, lines
from tests.designer.hostile_text import EVERYTHING, TERMINAL, hostile_design

DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def unsafe(text: str) -> list[str]:
    """Characters that a terminal would act on, by Unicode's own tables."""
    return [
        repr(c)
        for c in text
        if c != "\n"
        and (
            unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")
            or unicodedata.bidirectional(c) in DIRECTIONS
            or c in "\u200e\u200f\u061c"
        )
    ]


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "net.design.json"
    file.write_text(hostile_design())
    return str(file)


@pytest.mark.parametrize("command", ["check", "summary"])
def test_a_design(path, capsys, command):
    assert main([command, path]) == 2
    out, err = capsys.readouterr()
    assert unsafe(out) == unsafe(err) == []
    assert err.count("\n") == 1
    assert "[red]x[/red]" in out  # shown as it is
    assert r"\x1b[31mred" in out
    if command == "check":
        starts = ("error: ", "warning: ", "    possible: ")
        assert all(row.startswith(starts) for row in out.splitlines())


@pytest.mark.parametrize("command", ["check", "summary"])
def test_json_is_exact(path, capsys, command):
    main([command, path, "--json"])
    out, err = capsys.readouterr()
    assert unsafe(out) == unsafe(err) == []
    found = json.loads(out)
    assert found["name"] == EVERYTHING
    messages = [issue["message"] for issue in found["issues"]]
    assert any(EVERYTHING in message for message in messages)


def test_an_export_that_is_refused(path, capsys):
    assert main(["export", path, "--to", "py", "-o", "x.py"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert unsafe(err) == []
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"name": [TERMINAL]},
        {"name": ""},
        {"nodes": [{"id": TERMINAL}]},
        {"nodes": [{"id": "a", "block": "conv", "name": TERMINAL}]},
        {"nodes": [{"id": "a", "block": "conv", "name": "a", "at": TERMINAL}]},
        {"nodes": [{"id": "a", "block": "conv", "name": "a", "colour": TERMINAL}]},
        {"nodes": [{"id": "a", "block": "conv", "name": "a", "repeat": TERMINAL}]},
        {
            "nodes": [
                {"id": "a", "block": "conv", "name": "a", "params": {TERMINAL: []}}
            ]
        },
        {"edges": [[TERMINAL, "a"]]},
        {"edges": [[TERMINAL]]},
        {"variables": {TERMINAL: {"value": 1}}},
        {"variables": {"a": {"value": 1, "min": TERMINAL}}},
        {"definitions": {TERMINAL: {}}},
        {"definitions": {"a": {"title": 1, TERMINAL: 2}}},
        {"version": TERMINAL},
        {"frames": [{TERMINAL: 1}]},
        {"frames": [{"id": "\x1b", "title": 1}]},
    ],
    ids=str,
)
def test_a_file_that_cannot_be_read(tmp_path, capsys, fields):
    path = tmp_path / "net.design.json"
    path.write_text(hostile_design(**fields))
    assert main(["check", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert unsafe(err) == []
    assert err.count("\n") == 1


def test_a_key_that_comes_twice(tmp_path, capsys):
    path = tmp_path / "net.design.json"
    path.write_text('{"\\u001b\\u202e": 1, "\\u001b\\u202e": 2}')
    assert main(["check", str(path)]) == 2
    err = capsys.readouterr().err
    assert unsafe(err) == []
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [TERMINAL[:-1]],
        ["check", TERMINAL[:-1]],
        ["check", f"{TERMINAL}.json"],
        ["check", "mobilenet_v2", TERMINAL],
        ["check", "mobilenet_v2", f"--{TERMINAL}"],
        ["check", "mobilenet_v2", "--set", TERMINAL],
        ["check", "mobilenet_v2", "--set", f"{TERMINAL}=1"],
        ["check", "mobilenet_v2", "--set", f"alpha={TERMINAL}"],
        ["new", TERMINAL, "-o", "x.json"],
        ["new", "mobilenet_v2", "-o", f"no/such/{TERMINAL}"],
        ["export", "mobilenet_v2", "--to", TERMINAL, "-o", "x"],
        ["export", "mobilenet_v2", "--to", "py", "-o", f"no/such/{TERMINAL[:-1]}.py"],
    ],
    ids=str,
)
def test_an_argument(capsys, arguments):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert unsafe(err) == []
    assert err.count("\n") == 1


def test_a_variable_that_the_design_has_not(path, capsys):
    assert main(["check", path, "--set", f"{TERMINAL}=1"]) == 2
    err = capsys.readouterr().err
    assert unsafe(err) == []
    assert err.count("\n") == 1


def test_a_terminal_that_has_other_characters(path, monkeypatch):
    """JSON stays JSON, and nothing raises."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "ascii"))
    main(["check", path, "--json"])
    assert json.loads(raw.getvalue().decode("ascii"))["name"] == EVERYTHING


ALL = "".join(map(chr, range(0x3000))) + "\ud800 \udfff\ufffa\U000e0041\U0001f600"


def test_every_character():
    assert unsafe(line(ALL)) == []
    assert "\n" not in line(ALL)
    assert unsafe(lines(ALL)) == []
    assert lines(ALL).count("\n") == 1
    shown = json_lines(json.dumps(ALL, ensure_ascii=False))
    assert unsafe(shown) == []
    assert json.loads(shown) == ALL


def test_what_is_read_stays():
    text = "Зебра é 网络 👩‍🔬 نص עברית क्ष [red] <b> \\x1b"
    assert line(text) == lines(text) == text


def test_the_design_is_one():
    assert loads(hostile_design()).name == EVERYTHING
