#!/usr/bin/env python3
"""Set up, run, test and check Channelwise.

    python3 dev.py run [ARGUMENTS]    the application; ARGUMENTS as for `channelwise`
    python3 dev.py test [ARGUMENTS]   the tests; ARGUMENTS as for pytest
    python3 dev.py setup              only the set-up that the others do by themselves
    python3 dev.py lint               ruff, mypy and import-linter
    python3 dev.py bench [ARGUMENTS]  the benchmarks
    python3 dev.py soak [ARGUMENTS]   the long random tests
    python3 dev.py release-check      lint, tests, and that every text is translated

Each sets up what is missing: Python packages in .venv, and on Debian or Ubuntu the
system's libraries. Needs nothing but Python's standard library, and costs a few
hundredths of a second when everything is in place, so heavy imports are local.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from typing import BinaryIO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS = ROOT / "requirements.lock"
LOG = ROOT / "build" / "setup.log"

# Best first. TensorFlow 2.21 has no build for Python 3.14.
PYTHONS = ("3.12", "3.11", "3.13")

# What ldd finds missing for PySide6's Qt6Widgets and its xcb, Wayland and off-screen
# platforms on a bare Debian 12, and the package that holds it on Debian and Ubuntu.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FONTS = "fonts-dejavu-core"
TEST_PROGRAMS = {"Xvfb": "xvfb", "blackbox": "blackbox", "xdotool": "xdotool"}


def main(arguments: list[str]) -> None:
    """Do what the command line asks; the process becomes the program it starts."""
    commands = {
        "run": run,
        "test": test,
        "setup": setup,
        "lint": lint,
        "bench": bench,
        "soak": soak,
        "release-check": release_check,
    }
    name, rest = (arguments or ["--help"])[0], arguments[1:]
    if name in ("-h", "--help", "help"):
        print(__doc__)
    elif name in commands:
        commands[name](rest)
    else:
        names = ", ".join(commands)
        raise SystemExit(f"dev.py has no command {name!r}; it has {names}.")


def run(arguments: list[str]) -> None:
    """Start the application; without a display, the tour in place of the window."""
    windowed = not arguments or arguments[0] == "open"
    set_up("window", required=windowed)
    if windowed and sys.platform.startswith("linux") and not has_display():
        say("There is no display for the window; a tour without one follows.")
        arguments = ["tour"]
    start(["-m", "designer", *arguments])


def test(arguments: list[str]) -> None:
    """Run the tests: in parallel, unless the arguments choose some or how to run."""
    set_up("tests")
    if not names_tests(arguments) and not any(
        word.startswith(("-n", "--pdb", "-s")) for word in arguments
    ):
        workers = min(os.cpu_count() or 1, 6)  # each may hold TensorFlow: 1 GB
        arguments = ["-n", str(workers), "--dist", "worksteal", *arguments]
    pytest(arguments)


def names_tests(arguments: list[str]) -> bool:
    """Say whether an argument is a file, a folder or a test in one."""
    return any((ROOT / argument.split("::")[0]).exists() for argument in arguments)


def setup(arguments: list[str]) -> None:
    """Set up everything that the application and its tests need."""
    set_up("tests")
    say("Ready: python3 dev.py run")


def bench(arguments: list[str]) -> None:
    """Run the benchmarks, printing what they measure."""
    set_up("tests")
    places = [] if names_tests(arguments) else ["tests/benchmarks"]
    pytest([*places, "-s", "--timeout=0", *arguments])


def soak(arguments: list[str]) -> None:
    """Run the long random tests."""
    set_up("tests")
    places = [] if names_tests(arguments) else ["tests/soak"]
    pytest([*places, "--timeout=0", *arguments])


def lint(arguments: list[str]) -> None:
    """Check style, types and import directions; fail if any of them fails."""
    import subprocess

    set_up("packages")
    import_linter = (
        "from importlinter.cli import lint_imports_command as check; check()"
    )
    checks = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "import-linter": ["-c", import_linter],
    }
    failed = []
    for name, command in checks.items():
        say(f"== {name}")
        if subprocess.call([str(PYTHON), *command], cwd=ROOT, env=environment()):
            failed.append(name)
    say("== translations (a missing one fails release-check only)")
    say(translations().stdout.strip().rpartition("\n")[2])
    if failed:
        raise SystemExit(f"Not clean: {', '.join(failed)}.")


def translations() -> subprocess.CompletedProcess[str]:
    """List the texts that a language lacks; the exit code is 1 if there are any."""
    import subprocess

    command = [str(PYTHON), "-m", "tools.translations", "--check"]
    return subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True
    )


def release_check(arguments: list[str]) -> None:
    """Check all that must hold for a release; fail if anything does not."""
    import subprocess

    lint([])
    checked = translations()
    if checked.returncode:
        raise SystemExit(checked.stdout.strip())
    command = [sys.executable, str(ROOT / "dev.py"), "test", *arguments]
    raise SystemExit(subprocess.call(command))


def pytest(arguments: list[str]) -> None:
    """Become pytest, in the project's folder."""
    os.chdir(ROOT)
    start(["-m", "pytest", *arguments])


def start(arguments: list[str]) -> None:
    """Become the virtual environment's Python; relative paths keep their meaning."""
    command = [str(PYTHON), "-P", *arguments]
    sys.stdout.flush()
    if os.name == "nt":  # exec on Windows returns to the shell before the program ends
        import subprocess

        raise SystemExit(subprocess.call(command, env=environment()))
    os.execve(PYTHON, command, environment())


def environment() -> dict[str, str]:
    """This process's variables, with this checkout alone on Python's path."""
    drop = ("PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in drop}
    return {**kept, "PYTHONPATH": str(ROOT)}


def has_display() -> bool:
    """Say whether Qt would find a place for a window."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def say(message: str) -> None:
    """Tell the user something, leaving standard output to the program's results."""
    print(message, file=sys.stderr, flush=True)


# Set-up. Each part that is done leaves a stamp in .venv: a digest of what it depends
# on, written last, so that an interrupted part is done again.


def set_up(goal: str, required: bool = True) -> None:
    """Provide the "packages", and what the "window" or the "tests" need besides.

    Where required is false, missing system libraries are worth a remark only.
    """
    parts = {"packages": packages_digest}
    if goal != "packages" and sys.platform.startswith("linux"):
        parts["window"] = system_digest
        parts[goal] = system_digest
    if all(is_stamped(name, digest()) for name, digest in parts.items()):
        return
    use_a_right_python()
    with locked():
        new = not has_venv()
        if not provide_system(goal, new, required):
            parts = {"packages": packages_digest}
        if new:
            make_venv()
        if not is_stamped("packages", packages_digest()):
            install_packages()
            compile_bytecode()
        for name, digest in parts.items():
            stamp_path(name).write_text(digest())


def packages_digest() -> str:
    """Digest the pinned requirements and the Python that they are installed for."""
    python = os.path.realpath(PYTHON).encode()
    return sha256(python + REQUIREMENTS.read_bytes()).hexdigest()


def system_digest() -> str:
    """Digest the list of what is looked for in the system."""
    return sha256(repr((LIBRARIES, FONTS, TEST_PROGRAMS)).encode()).hexdigest()


def stamp_path(name: str) -> Path:
    """Name the file that says that a part of the set-up is done."""
    return VENV / f"ready-{name}"


def is_stamped(name: str, digest: str) -> bool:
    """Say whether a part of the set-up is done, and done for what is wanted now."""
    try:
        return PYTHON.exists() and stamp_path(name).read_text() == digest
    except OSError:
        return False


def use_a_right_python() -> None:
    """Go on under a Python that the packages are built for, or say which to get."""
    import shutil
    import subprocess

    def version_of(python: str) -> str:
        ask = "import sys; print('%d.%d' % sys.version_info[:2])"
        answer = subprocess.run([python, "-c", ask], capture_output=True, text=True)
        return answer.stdout.strip()

    own = "{}.{}".format(*sys.version_info[:2])
    if own in PYTHONS:
        return
    for version in PYTHONS:
        found = shutil.which(f"python{version}")
        if found and version_of(found) == version:  # a shim may lead nowhere
            os.execv(found, [found, *sys.argv])
    raise SystemExit(
        f"Channelwise needs Python {', '.join(sorted(PYTHONS))}, but this is {own} and "
        f"no other was found; install one, for example python{PYTHONS[0]}."
    )


def locked() -> BinaryIO:
    """Keep a second set-up of this folder waiting until the first is done."""
    handle = open(__file__, "rb")  # noqa: SIM115, the caller closes it
    if os.name == "posix":
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up of this folder is under way; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def provide_system(goal: str, new_venv: bool, required: bool) -> bool:
    """Install missing system packages, or say how; tell whether none is missing."""
    import shutil
    from importlib.util import find_spec

    missing = {} if goal == "packages" else missing_from_system(goal)
    if new_venv and not find_spec("ensurepip"):  # Debian and Ubuntu split it off
        missing["ensurepip"] = "python{}.{}-venv".format(*sys.version_info[:2])
        required = True
    if not missing:
        return True
    packages = sorted(set(missing.values()))
    if shutil.which("apt-get") is None:
        advice = (
            f"Missing from this system: {', '.join(sorted(missing))}; install them with "
            "its package manager."
        )
    elif os.geteuid() == 0:
        install_system_packages(packages)
        return True
    else:
        advice = (
            "System packages are missing; install them with\n"
            "    sudo apt-get update && sudo apt-get install -y --no-install-recommends "
            f"{' '.join(packages)}"
        )
    if required:
        raise SystemExit(advice)
    say(advice)
    return False


def missing_from_system(goal: str) -> dict[str, str]:
    """Look for libraries, a font and programs; map what is missing to its package."""
    import ctypes
    import shutil

    missing = {}
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    places = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts")
    folders = [Path(place).expanduser() for place in places]
    fonts = (font for folder in folders for font in folder.rglob("*.[to]t[fc]"))
    if next(fonts, None) is None:
        missing["a font"] = FONTS
    if goal == "tests":
        programs = TEST_PROGRAMS.items()
        missing.update((name, deb) for name, deb in programs if not shutil.which(name))
    return missing


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages, as root."""
    say(f"Installing {len(packages)} system packages: {' '.join(packages)}")
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    # One of several sources may be out of reach; what counts is the installation.
    logged([*apt, "update"], "", must_succeed=False)
    command = [*apt, "install", "--no-install-recommends", *packages]
    logged(command, "The installation of system packages")


def has_venv() -> bool:
    """Say whether .venv is usable: whole, with pip, and of a right version."""
    if not PYTHON.exists() or unfinished_path().exists():
        return False
    return output("import pip, sys; print('%d.%d' % sys.version_info[:2])") in PYTHONS


def unfinished_path() -> Path:
    """Name the file that is there while .venv is filled: pip cannot mend a torn one."""
    return VENV / "unfinished"


def make_venv() -> None:
    """Make .venv anew."""
    say("Making the virtual environment .venv")
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, "-m", "venv", "--clear", str(VENV)]
    logged(command, "Making the virtual environment")


def install_packages() -> None:
    """Install the pinned requirements, each held against its hash."""
    pinned = sum(
        line[0].isalnum() for line in REQUIREMENTS.read_text().splitlines() if line
    )
    say(
        f"Installing {pinned} Python packages; the first time, this fetches about 0.8 GB"
    )
    unfinished_path().touch()
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    quiet = ["--no-input", "--progress-bar", "off", "--no-compile", "--no-deps"]
    strict = ["--require-hashes", "--only-binary", ":all:", "-r", str(REQUIREMENTS)]
    logged([*pip, *quiet, *strict], "The installation of Python packages")
    unfinished_path().unlink()


def compile_bytecode() -> None:
    """Write the bytecode of all packages, on all cores, for starts that cannot write it.

    pip compiles on one core. A file that is no valid Python is not worth a word: some
    packages ship templates and files for other versions of Python.
    """
    say("Compiling the Python packages")
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    places = [ROOT / name for name in ("assets", "blocks", "designer", "templates")]
    skip = ["-x", r"[/\\](tests?|testing|pip)[/\\]"]
    command = [str(PYTHON), "-m", "compileall", "-q", "-j", "0", *skip, output(ask)]
    logged([*command, *map(str, places)], "", must_succeed=False)


def output(code: str) -> str:
    """Run a line of code in .venv's Python; return what it prints."""
    import subprocess

    command = [str(PYTHON), "-c", code]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def logged(command: list[str], what: str, must_succeed: bool = True) -> None:
    """Run a command, its output going to the log; on a terminal, show what it does."""
    import subprocess

    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a", encoding="utf-8") as log:
        print(f"$ {' '.join(command)}", file=log, flush=True)
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environment(), "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        last = ""
        for line in process.stdout or ():
            log.write(line)
            last = line.strip() or last
            if sys.stderr.isatty():
                print(f"\r\033[K  {last[:76]}", end="", file=sys.stderr, flush=True)
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
    if process.wait() and must_succeed:
        raise SystemExit(f"{what} failed: {last} The whole log is in {LOG}.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit("Stopped.") from None
