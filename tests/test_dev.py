import ast
import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text()

# Prints which processes dev.py starts, as Python's own audit events tell.
WATCHED = """
import runpy, sys
starts = ("subprocess.Popen", "os.exec", "os.fork", "os.posix_spawn", "os.system")
sys.addaudithook(
    lambda event, _: event in starts and print("started:", event, file=sys.stderr)
)
sys.argv = ["dev.py", *sys.argv[1:]]
runpy.run_path(PATH, run_name="__main__")
"""


def pinned() -> dict[str, str]:
    lines = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE)
    assert len(lines) == len(dict(lines)), "a package is pinned to two versions"
    return {canonicalize_name(name): version for name, version in lines}


def test_the_lock_pins_every_package_by_hash():
    entries = re.split(r"\n(?=[A-Za-z0-9])", LOCK.split("\n", 2)[2])
    assert len(entries) == len(pinned())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_index_and_no_path():
    assert (
        re.findall(r"://|--\S*(?:index|links|host)\S*(?= \S+[/.])|file:| @ ", LOCK)
        == []
    )


def test_the_lock_satisfies_what_the_project_requires():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    for requirement in map(Requirement, wanted):
        version = pinned()[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_dev_py_needs_the_standard_library_alone():
    tree = ast.parse((ROOT / "dev.py").read_text())
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(str(node.module).partition(".")[0])
    assert imported <= sys.stdlib_module_names


def test_an_old_python_can_read_dev_py_and_so_look_for_a_newer_one():
    ast.parse((ROOT / "dev.py").read_text(), feature_version=(3, 7))


def test_a_misspelt_command_gets_one_sentence():
    command = [sys.executable, "dev.py", "rnu"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr == (
        "dev.py has no command 'rnu'; it has run, test, setup, lint, bench, soak, release-check.\n"
    )


# A checkout as small as can be: dev.py, one requirement, a program that tells what it got.


def wheel(folder: Path) -> str:
    """Build a wheel of an empty package; give its line in requirements.lock."""
    path = folder / "tiny-1.0-py3-none-any.whl"
    metadata = "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"
    tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {"tiny.py": "", "METADATA": metadata, "WHEEL": tags}
    record = ""
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            place = name if name == "tiny.py" else f"tiny-1.0.dist-info/{name}"
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
            record += f"{place},sha256={digest.decode().rstrip('=')},{len(text)}\n"
            archive.writestr(place, text)
        record += "tiny-1.0.dist-info/RECORD,,\n"
        archive.writestr("tiny-1.0.dist-info/RECORD", record)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"tiny==1.0 \\\n    --hash=sha256:{digest}\n"


class Checkout:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = folder / "requirements.lock"

    def environment(self, display: str) -> dict[str, str]:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
        kept = {name: text for name, text in os.environ.items() if name not in hidden}
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.folder / "wheels")}
        return {**kept, **offline, "DISPLAY": display}

    def start(self, *arguments: str, display: str = ":0") -> subprocess.Popen[str]:
        program = WATCHED.replace("PATH", repr(str(self.folder / "dev.py")))
        return subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            cwd=self.folder.parent,
            env=self.environment(display),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, display: str = ":0") -> tuple[int, str, str]:
        process = self.start("run", *arguments, display=display)
        stdout, stderr = process.communicate()
        return process.returncode, stdout, stderr

    @property
    def installed(self) -> list[Path]:
        return list(self.folder.glob(".venv/lib/python*/site-packages/tiny.py"))


@pytest.fixture(scope="module")
def first_start(tmp_path_factory) -> tuple[Checkout, tuple[int, str, str]]:
    folder = tmp_path_factory.mktemp("fresh") / "channelwise"
    (folder / "designer").mkdir(parents=True)
    (folder / "wheels").mkdir()
    shutil.copy(ROOT / "dev.py", folder)
    (folder / "requirements.lock").write_text(wheel(folder / "wheels"))
    (folder / "designer/__main__.py").write_text(
        "import json, os, sys\nprint(json.dumps([sys.argv[1:], os.getcwd()]))\n"
    )
    checkout = Checkout(folder)
    return checkout, checkout.run("check", "a b.json")


@pytest.fixture
def checkout(first_start, tmp_path) -> Checkout:
    """A copy of the checkout that is set up, elsewhere."""
    folder = tmp_path / "moved"
    shutil.copytree(first_start[0].folder, folder, symlinks=True)
    return Checkout(folder)


def test_the_first_start_sets_up_and_passes_arguments_and_folder_on(first_start):
    checkout, (code, stdout, stderr) = first_start
    assert code == 0, stderr
    assert json.loads(stdout) == [["check", "a b.json"], str(checkout.folder.parent)]
    assert len(checkout.installed) == 1
    assert "Installing 1 Python packages" in stderr


def test_the_set_up_writes_the_bytecode_of_packages_and_checkout(first_start):
    checkout, _ = first_start
    (package,) = checkout.installed
    main = checkout.folder / "designer" / "__main__.py"
    for source in (package, main):
        assert list((source.parent / "__pycache__").glob(f"{source.stem}.*.pyc"))


def test_the_second_start_starts_nothing_but_the_program(checkout):
    code, stdout, stderr = checkout.run("templates", "--json")
    assert (code, stderr) == (0, "started: os.exec\n")
    assert json.loads(stdout)[0] == ["templates", "--json"]


@pytest.mark.parametrize("arguments", [[], ["open", "x.design.json"]])
def test_without_a_display_the_tour_takes_the_place_of_the_window(checkout, arguments):
    code, stdout, stderr = checkout.run(*arguments, display="")
    assert code == 0
    assert json.loads(stdout)[0] == ["tour"]
    assert stderr.startswith("There is no display for the window; a tour")


def test_with_a_display_the_window_opens(checkout):
    code, stdout, _ = checkout.run()
    assert (code, json.loads(stdout)[0]) == (0, [])


def test_a_changed_lock_is_installed(checkout):
    checkout.installed[0].unlink()
    shutil.rmtree(next(checkout.folder.glob(".venv/lib/*/*/tiny-1.0.dist-info")))
    checkout.lock.write_text("# new\n" + checkout.lock.read_text())
    code, _, stderr = checkout.run()
    assert code == 0, stderr
    assert len(checkout.installed) == 1


def test_an_interrupted_installation_is_done_again_from_the_start(checkout):
    (checkout.folder / ".venv/ready-packages").unlink()
    (checkout.folder / ".venv/unfinished").touch()
    checkout.installed[0].write_text("half")
    code, _, stderr = checkout.run()
    assert code == 0, stderr
    assert checkout.installed[0].read_text() == ""


def test_a_package_with_another_hash_is_refused_in_one_sentence(checkout):
    entry, _, _ = checkout.lock.read_text().partition("sha256:")
    checkout.lock.write_text(f"{entry}sha256:{'0' * 64}\n")
    checkout.installed[0].unlink()
    shutil.rmtree(next(checkout.folder.glob(".venv/lib/*/*/tiny-1.0.dist-info")))
    code, stdout, stderr = checkout.run()
    assert (code, stdout) == (1, "")
    last = stderr.splitlines()[-1]
    assert last.startswith("The installation of Python packages failed:")
    assert last.endswith(f"The whole log is in {checkout.folder / 'build/setup.log'}.")


def test_of_two_starts_at_once_one_sets_up_and_both_run(checkout):
    shutil.rmtree(checkout.folder / ".venv")
    starts = [checkout.start("run", "check") for _ in range(2)]
    outputs = [start.communicate() for start in starts]
    assert [start.returncode for start in starts] == [0, 0], outputs
    assert [json.loads(stdout)[0] for stdout, _ in outputs] == [["check"]] * 2
    installations = [stderr.count("Installing 1 Python") for _, stderr in outputs]
    assert sorted(installations) == [0, 1]
