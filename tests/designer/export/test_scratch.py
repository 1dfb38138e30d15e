"""Scratch folders go with their process: at once if it ends well, at the next start if it was killed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from designer.export.process.scratch import ELSEWHERE, OWNER, ScratchFolder, sweep

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys, time
from pathlib import Path
from designer.export.process.scratch import ScratchFolder
folder = ScratchFolder(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
(folder.path / "work").mkdir()
print(folder.path, flush=True)
time.sleep(600)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The system's temporary folder, for this test alone."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def holders(temporary):
    """Starts processes that hold a scratch folder; `holders(parent)` returns the process and the folder."""
    started = []

    def start(*parent):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, *parent],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process, Path(process.stdout.readline().strip())

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def test_it_goes_with_all_that_is_in_it(temporary, tmp_path):
    with ScratchFolder() as own, ScratchFolder(tmp_path) as beside:
        assert own.parent == temporary
        assert beside.parent == tmp_path
        assert beside.name.startswith(".")
        (beside / "work").mkdir()
        (beside / "work" / "file").write_text("")
    assert os.listdir(temporary) == []
    assert os.listdir(tmp_path) == ["tmp"]


def test_one_that_has_vanished_is_no_error(temporary):
    folder = ScratchFolder()
    for name in os.listdir(folder.path):
        (folder.path / name).unlink()
    folder.path.rmdir()
    folder.remove()
    folder.remove()


def test_folders_of_the_living_stay(holders, temporary, tmp_path):
    _, own = holders()
    _, beside = holders(tmp_path)
    with ScratchFolder(tmp_path):
        sweep()
        assert (own / "work").is_dir()
        assert (beside / "work").is_dir()


@pytest.mark.parametrize("later", ["start", "export"])
def test_folders_of_the_killed_go(holders, temporary, tmp_path, later):
    """An export into the same folder finds what stands there; a start finds it by the note in the temporary folder."""
    process, own = holders()
    other, beside = holders(tmp_path)
    for each in (process, other):
        each.kill()
        each.wait()
    assert own.is_dir()
    assert beside.is_dir()
    if later == "start":
        sweep()
    else:
        ScratchFolder(tmp_path).remove()
    assert os.listdir(temporary) == []
    assert os.listdir(tmp_path) == ["tmp"]


def test_what_is_not_ours_stays(temporary, tmp_path):
    """Folders without an owner's file, files, and links, whatever they are called."""
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / OWNER).write_text("")
    (temporary / "channelwise-link").symlink_to(precious)
    (temporary / "channelwise-empty").mkdir()
    (temporary / "channelwise-file").write_text("")
    linked = temporary / "channelwise-owner"
    linked.mkdir()
    (linked / OWNER).symlink_to(precious / OWNER)
    before = sorted(os.listdir(temporary))
    sweep()
    assert sorted(os.listdir(temporary)) == before
    assert os.listdir(precious) == [OWNER]


def test_a_note_leads_to_hidden_folders_alone(temporary, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / OWNER).write_text("")
    folder = temporary / "channelwise-dead"
    folder.mkdir()
    (folder / OWNER).write_text("")
    (folder / ELSEWHERE).write_text(str(precious))
    sweep()
    assert os.listdir(temporary) == []
    assert os.listdir(precious) == [OWNER]


def test_a_folder_that_another_user_owns_stays(temporary, monkeypatch):
    folder = temporary / "channelwise-dead"
    folder.mkdir()
    (folder / OWNER).write_text("")
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    sweep()
    assert folder.is_dir()


def test_without_locks_nothing_is_removed(temporary, monkeypatch):
    """Of such a file system nobody can say whether the process lives."""
    folder = temporary / "channelwise-dead"
    folder.mkdir()
    (folder / OWNER).write_text("")

    def no_locks(file):
        raise OSError("no locks")

    monkeypatch.setattr("designer.export.process.scratch.try_lock", no_locks)
    sweep()
    assert folder.is_dir()
