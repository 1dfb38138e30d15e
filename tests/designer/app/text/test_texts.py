"""Every text that a user can see is translatable."""

import ast
import re
from pathlib import Path

import pytest

from designer.app.text.languages import FOLDER, LANGUAGES, speak_in
from designer.app.text.translation import told
from designer.canvas.values.translation import HOLE
from designer.model.bounds import content_fault, document_fault
from designer.model.document import Document
from tools.translations import ROOT, check, translated

FILES = [FOLDER / f"channelwise_{name}.ts" for name in LANGUAGES if name != "en"]
SHOWING = {  # calls that show their text, and which of their arguments it is
    "QLabel": 0,
    "QPushButton": 0,
    "QCheckBox": 0,
    "QRadioButton": 0,
    "QGroupBox": 0,
    "QAction": 0,
    "addAction": 0,
    "addItem": 0,
    "addMenu": 0,
    "addTab": 1,
    "plain": 0,
    "section": 0,
    "setAccessibleDescription": 0,
    "setAccessibleName": 0,
    "setInformativeText": 0,
    "setPlaceholderText": 0,
    "setStatusTip": 0,
    "setText": 0,
    "setTitle": 0,
    "setToolTip": 0,
    "setWindowTitle": 0,
    "showText": 1,
}
SPOKEN = {"tr", "told", "later", "counted"}
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("designer/app", "designer/canvas")
    for path in (ROOT / folder).rglob("*.py")
    if path.name != "headless_tour.py"  # it prints to a terminal
)
# The name of the program, a file's, units and marks are the same in every language.
SAME = re.compile(
    r"^((\[\*\] – )?Channelwise|<br>|design|[kMGT]?i?B|MACs|FLOPs|px|[^A-Za-z]*)$"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_without_translation_is_reported(path, tmp_path, monkeypatch, capsys):
    """A missing translation fails `dev.py release-check`, not the tests."""
    copy = tmp_path / path.name
    text = path.read_text(encoding="utf-8")
    copy.write_text(text.replace("<source>1 block</source>", "<source>x</source>"))
    monkeypatch.setattr("tools.translations.FOLDER", tmp_path)
    assert check() == 1
    assert f"{path.name}: not translated: '1 block'" in capsys.readouterr().out


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_translation_has_the_holes_of_its_text(path):
    pairs = [pair for known in translated(path).values() for pair in known.items()]
    wrong = [
        (text, other)
        for text, other in pairs
        if set(HOLE.findall(text)) != set(HOLE.findall(other))
    ]
    assert pairs
    assert not wrong


@pytest.mark.parametrize("module", MODULES)
def test_no_text_is_shown_untold(module):
    """A literal that goes to a widget goes through `tr`."""
    tree = ast.parse((ROOT / Path(module)).read_text(encoding="utf-8"))
    untold = [
        f"{module}:{call.lineno}: {text!r}"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for text in shown_by(call)
        if WORD.search(text) and not SAME.match(text)
    ]
    assert not untold, "\n".join(untold)


WORD = re.compile(r"[A-Za-z]{2,}")


def shown_by(call):
    """The literals that a call shows as they are."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = SHOWING.get(name)
    if place is None or len(call.args) <= place:
        return
    yield from literals(call.args[place])


def literals(node):
    if isinstance(node, ast.Call):
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called in SPOKEN or called not in ("join", "rstrip", "strip", "format"):
            return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value.strip(" :,\n")
        return
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.Subscript, ast.keyword)):
            yield from literals(child)


LONG = Document(name="n" * 301)
MANY = {"nodes": range(5_001)}


@pytest.mark.parametrize(
    ("sentence", "chinese"),
    [
        (content_fault(MANY), "设计有 5,001 个节点；至多 5,000 个"),
        (document_fault(LONG), "设计的名称有 301 个字符；至多 300 个"),
        (
            "copy 1 of 2: 10 filters do not divide into 4 groups; 1, 2 or 5 groups would; "
            "10 is the 14 filters less the 4 channels of the input",
            "第 1 个副本（共 2 个）：10 filters 不能分成 4 组；1, 2 或 5 组可行；"
            "10 = 14 个 filters 减去输入的 4 个通道",
        ),
        (
            "wire output 'x' of 'split' to its input 'b'",
            "将“split”的输出“x”接到它的输入“b”",
        ),
        ("wire 'conv' to it", "将“conv”接到它"),
        ("set groups to 4", "将 groups 设为 4"),
        ("create the variables a and b with 1", "创建变量 a 和 b，值为 1"),
        (
            "two of its layers are called 'a': 'c' is free for 'b' in 'Unit'",
            "它有两个层都名为“a”：可将“Unit”中的“b”改用“c”",
        ),
    ],
)
def test_a_sentence_of_several_parts_is_translated_whole(qapp, sentence, chinese):
    speak_in(qapp, "zh_CN")
    try:
        assert told(sentence) == chinese
    finally:
        speak_in(qapp, "en")
