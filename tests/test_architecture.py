"""The rules of DESIGN that no single module can keep: who imports whom, and when."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

IMPORT_ALL = """
import pkgutil, sys
for package in {packages}:
    __import__(package)
    for module in pkgutil.walk_packages(sys.modules[package].__path__, package + "."):
        __import__(module.name)
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_imports_point_downward_and_qt_stays_in_the_window():
    checked = python(
        "-c", "from importlinter.cli import lint_imports_command as check; check()"
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("-c", "import designer.app.startup.start"),
        ("-c", IMPORT_ALL.format(packages=["designer.app", "designer.canvas"])),
        ("-m", "designer", "check", "mobilenet_v2"),
        ("-m", "designer", "summary", "mobilenet_v2"),
    ],
    ids=["app", "everything in the window", "check", "summary"],
)
def test_neither_the_window_nor_an_analysis_waits_for_keras(arguments):
    started = python("-X", "importtime", *arguments)

    lines = started.stderr.splitlines()
    said = [line for line in lines if not line.startswith("import time:")]
    assert started.returncode == 0, "\n".join(said)
    modules = {line.rpartition("|")[2].strip() for line in lines if "|" in line}
    assert "designer" in modules
    assert not modules & {"keras", "tensorflow"}


def test_the_window_starts_without_what_it_needs_later():
    # Together they take as long to import as the rest of the window.
    late = {"fast_sugiyama", "matplotlib", "networkx", "numpy", "qtawesome"}
    started = python("-X", "importtime", "-c", "import designer.app.startup.start")
    assert started.returncode == 0, started.stderr
    lines = started.stderr.splitlines()
    modules = {line.rpartition("|")[2].strip() for line in lines}
    assert "designer.app.window.main_window" in modules
    assert not modules & late


@pytest.mark.parametrize("package", ["blocks", "templates", "designer"])
def test_modules_stay_short(package):
    lengths = {
        str(module.relative_to(ROOT)): len(module.read_text().splitlines())
        for module in (ROOT / package).rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 500} == {}


@pytest.mark.parametrize("package", ["blocks", "templates", "designer"])
def test_folders_stay_small(package):
    folders = (path for path in (ROOT / package).rglob("*") if path.is_dir())
    counts = {
        str(folder.relative_to(ROOT)): len(list(folder.glob("*.py")))
        for folder in (ROOT / package, *folders)
    }
    assert {name: count for name, count in counts.items() if count > 26} == {}


def test_qt_calls_keep_the_references_to_none():
    # PySide 6.12.0 on Python 3.11 loses one a call, and aborts after some 5,000.
    counted = python(
        "-c",
        "import sys\n"
        "from PySide6.QtCore import QObject\n"
        "item = QObject()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(5_000): item.setObjectName('conv_bn')\n"
        "print(sys.getrefcount(None) - before)\n",
    )
    assert counted.returncode == 0, counted.stderr
    assert abs(int(counted.stdout)) < 100


def test_modules_that_say_so_load_no_qt():
    paths = [
        path
        for path in (ROOT / "designer").rglob("*.py")
        if "No Qt" in (ast.get_docstring(ast.parse(path.read_text())) or "")
    ]
    names = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in paths]
    assert len(names) > 15
    for name in names:
        print_loaded = f"import sys, {name}; print('PySide6' in sys.modules)"
        assert python("-c", print_loaded).stdout.strip() == "False", name
