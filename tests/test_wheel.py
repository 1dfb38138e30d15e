"""The wheel, installed outside the checkout: everything that the application reads comes with it."""

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PACKAGES = ("assets", "blocks", "designer", "templates")
READ = ("pyproject.toml", "README.md", "LICENSE")

# Opens the window by its own entry point, uses it, and closes it.
DRIVER = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

def wait(true):
    for _ in range(600):
        found = true()
        if found:
            return found
        QTest.qWait(50)
    raise SystemExit(f"it does not happen: {true.__name__}")

def main_window():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)]
    return next((w for w in windows if w.isVisible() and w.menuBar().actions()), None)

def help_text():
    browsers = (b for w in QApplication.topLevelWidgets() for b in w.findChildren(QTextBrowser))
    return next((b.toPlainText() for b in browsers if b.isVisible() and b.toPlainText()), "")

def chinese():
    titles = [action.text() for action in main_window().menuBar().actions()]
    return "\\u6587\\u4ef6" in titles[0]

def use():
    window = wait(main_window)
    QTest.keyClick(window, Qt.Key.Key_F1)
    print("help:", len(wait(help_text)))
    window.settings_store.keep(language="zh_CN")
    print("chinese:", wait(chinese))
    QApplication.closeAllWindows()
    QTimer.singleShot(0, QApplication.quit)

real = QApplication.exec
def run(*_):
    QTimer.singleShot(500, use)
    return real()
QApplication.exec = run
from designer.__main__ import main
sys.exit(main(["open", "mobilenet_v2"]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel from a copy: the build leaves files in its folder."""
    folder = tmp_path_factory.mktemp("source")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in READ:
        shutil.copy(ROOT / name, folder)
    run(
        *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"),
        *("--disable-pip-version-check", "-q", "-w", str(folder / "out"), str(folder)),
        cwd=folder,
    )
    (built,) = (folder / "out").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the wheel and, by reference, the packages that it requires."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", str(folder))
    python = folder / "bin" / "python"
    paths = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    site = run(str(python), "-c", "import site; print(site.getsitepackages()[0])")
    Path(site.strip(), "required.pth").write_text("\n".join(paths))
    ruff = Path(sysconfig.get_path("scripts"), "ruff")  # a required program
    (folder / "bin" / "ruff").symlink_to(ruff)
    run(
        *(sys.executable, "-m", "pip", "--python", str(python), "install", "-q"),
        *("--disable-pip-version-check", "--no-deps", "--no-index", str(wheel)),
        cwd=folder,
    )
    return python


def run(*command: str, cwd: Path | None = None) -> str:
    """Run a command as a user of the wheel would, outside the checkout; returns its output."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_assets_and_no_tests(wheel):
    names = set(ZipFile(wheel).namelist())
    kept = {
        path.relative_to(ROOT).as_posix()
        for folder in ("desktop", "help", "translations")
        for path in (ROOT / "assets" / folder).rglob("*")
        if path.is_file()
    }
    assert kept <= names
    tops = {name.partition("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == set(PACKAGES)


def test_the_window_helps_in_two_languages(python, tmp_path):
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER)
    lines = run(str(python), str(driver), cwd=tmp_path).splitlines()
    answers = dict(line.split(": ") for line in lines if ": " in line)
    assert int(answers["help"]) > 500
    assert answers["chinese"] == "True"


def test_the_command_exports(python, tmp_path):
    command = str(python.with_name("channelwise"))
    small = ("--set", "alpha=0.35", "--set", "input_size=32")
    run(
        *(command, "export", "mobilenet_v2", *small, "--to", "py", "-o", "network.py"),
        cwd=tmp_path,
    )
    assert "def build_model" in (tmp_path / "network.py").read_text()


def test_what_the_packages_import_is_required():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    required = {
        canonicalize_name(Requirement(text).name) for text in project["dependencies"]
    }
    # PySide6-Essentials brings shiboken6 in its own version.
    required |= {"shiboken6"}
    distributions = packages_distributions()
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
                if name in sys.stdlib_module_names or name in PACKAGES:
                    continue
                found = set(map(canonicalize_name, distributions[name]))
                assert found & required, f"{path}: {name} is not a dependency"


def imported(tree: ast.Module) -> set[str]:
    """The top-level packages that a module imports anywhere."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").partition(".")[0])
    return names
