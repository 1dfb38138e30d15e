"""Files replaced whole or not at all: killed processes, full disks, attributes, two writers at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from designer.model.document import Document
from designer.model.files import ChangedError, digest, load, save
from designer.model.files.replacing import Replaced, replace_file

ROOT = Path(__file__).parents[3]

HANGS_WHILE_SAVING = """
import os, signal, sys
from designer.model.document import Document
from designer.model import files

def hang(file):
    print("writing", flush=True)
    signal.pause()

os.fsync = hang
files.save(Document("late"), sys.argv[1])
"""


def leftovers(folder):
    return [path for path in folder.iterdir() if path.suffix == ".tmp"]


@pytest.fixture
def writer(tmp_path):
    """A process that hangs in the middle of a save."""
    path = tmp_path / "a.design.json"
    save(Document("early"), path)
    process = subprocess.Popen(
        [sys.executable, "-c", HANGS_WHILE_SAVING, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "writing\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_killed_save_leaves_the_old_file_and_is_swept(writer, tmp_path):
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    path = tmp_path / "a.design.json"
    assert load(path).name == "early"
    assert len(leftovers(tmp_path)) == 1
    save(Document("next"), path)
    assert list(tmp_path.iterdir()) == [path]


def test_what_another_process_is_writing_is_left_alone(writer, tmp_path):
    (written,) = leftovers(tmp_path)
    save(Document("next"), tmp_path / "b.design.json")
    assert written.exists()


def test_leftovers_of_earlier_versions_are_swept(tmp_path):
    old = time.time() - 7_200
    ours = [tmp_path / f".{number:016x}.tmp" for number in range(115)]
    foreign = tmp_path / ".00000000000000ff.tmp"
    recent = tmp_path / ".00000000000000fe.tmp"
    for path, content in (
        *((path, '{"format": "channelwise.design", "ver') for path in ours[:-1]),
        (ours[-1], ""),
        (foreign, "another program's"),
    ):
        path.write_text(content)
        os.utime(path, (old, old))
    recent.write_text("")
    path = tmp_path / "a.design.json"
    save(Document(), path)
    assert set(tmp_path.iterdir()) == {path, foreign, recent}


def test_a_leftover_that_is_no_file_does_no_harm(tmp_path):
    name = ".0123456789abcdef.channelwise.tmp"
    os.mkfifo(tmp_path / name)
    (tmp_path / name.replace("0", "1")).mkdir()
    (tmp_path / name.replace("0", "2")).symlink_to(tmp_path / "elsewhere")
    save(Document(), tmp_path / "a.design.json")
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444 | 0o200, 0o666])
def test_the_mode_is_never_wider_than_it_was(tmp_path, monkeypatch, mode):
    path = tmp_path / "a.design.json"
    path.write_text("old")
    path.chmod(mode)
    seen = []
    opened, changed, written = os.open, os.fchmod, os.fsync

    def see(name, *arguments, **options):
        file = opened(name, *arguments, **options)
        if str(name).endswith(".tmp"):
            seen.append(stat.S_IMODE(os.fstat(file).st_mode))
        return file

    def change(file, to):
        seen.append(to)
        changed(file, to)

    def sync(file):
        seen.append(stat.S_IMODE(os.fstat(file).st_mode))
        written(file)

    monkeypatch.setattr(os, "open", see)
    monkeypatch.setattr(os, "fchmod", change)
    monkeypatch.setattr(os, "fsync", sync)
    before = os.umask(0)
    try:
        save(Document(), path)
    finally:
        os.umask(before)
    of_file = seen[:-1]  # the last is the folder's
    assert len(of_file) == 3
    assert all(found & ~mode == 0 for found in of_file)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_private_file_is_private_from_the_beginning(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("of an earlier version")
    path.chmod(0o644)
    for target in (path, tmp_path / "new.json"):
        replace_file(target, b"x", private=True)
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_owner_and_attributes_stay(tmp_path):
    """Root saves the file of someone else; for any other user it is the user's own file."""
    path = tmp_path / "a.design.json"
    path.write_text("old")
    owner = 12_345 if os.geteuid() == 0 else os.geteuid()
    group = 23_456 if os.geteuid() == 0 else os.getegid()
    path.chmod(0o660)
    os.chown(path, owner, group)
    with contextlib.suppress(OSError):  # a file system without such attributes
        os.setxattr(path, "user.origin", b"paper")
    attributes = os.listxattr(path)
    assert save(Document(), path).replaced == Replaced()
    found = path.stat()
    assert (found.st_uid, found.st_gid) == (owner, group)
    assert stat.S_IMODE(found.st_mode) == 0o660
    assert os.listxattr(path) == attributes


def test_an_owner_that_cannot_be_kept_is_reported(tmp_path, monkeypatch):
    path = tmp_path / "a.design.json"
    path.write_text("old")
    path.chmod(0o660)
    real = os.fstat

    def of_another(file):
        """As for a user who is not root and writes a file of another user and group."""
        found = list(real(file))
        found[4] += 1
        found[5] += 1
        return os.stat_result(found)

    monkeypatch.setattr("designer.model.files.replacing.os.fstat", of_another)
    assert save(Document(), path).replaced.owner_changed
    monkeypatch.undo()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600  # nothing for the other group


def test_a_hard_link_is_broken_and_reported(tmp_path):
    path, other = tmp_path / "a.design.json", tmp_path / "b.design.json"
    save(Document("one"), path)
    other.hardlink_to(path)
    assert save(Document("two"), path).replaced == Replaced(links_broken=True)
    assert (load(path).name, load(other).name) == ("two", "one")
    assert save(Document("three"), path).replaced == Replaced()


def test_what_is_in_the_way_is_named(tmp_path):
    with pytest.raises(IsADirectoryError) as caught:
        replace_file(tmp_path, b"x")
    assert caught.value.strerror == "there is a folder of that name"


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_a_full_disk_leaves_no_trace(tmp_path, monkeypatch, call):
    path = tmp_path / "settings.json"
    path.write_text("old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_folder_is_flushed_after_the_rename(tmp_path, monkeypatch):
    path = tmp_path / "a.design.json"
    flushed = []
    real = os.fsync

    def flush(file):
        is_folder = stat.S_ISDIR(os.fstat(file).st_mode)
        flushed.append(("folder" if is_folder else "file", path.exists()))
        real(file)

    monkeypatch.setattr(os, "fsync", flush)
    save(Document(), path)
    assert flushed == [("file", False), ("folder", True)]


class TestExpectedContent:
    def test_what_was_read_may_be_replaced(self, tmp_path):
        path = tmp_path / "a.design.json"
        first = save(Document("one"), path, expected=None)
        assert first.digest == digest(path)
        save(Document("two"), path, expected=first.digest)
        assert load(path).name == "two"

    def test_what_another_program_wrote_may_not(self, tmp_path):
        path = tmp_path / "a.design.json"
        known = save(Document("one"), path).digest
        save(Document("theirs"), path)
        for expected in (known, None, "unreadable"):
            with pytest.raises(ChangedError, match="another program has changed"):
                save(Document("ours"), path, expected=expected)
        assert load(path).name == "theirs"
        assert list(tmp_path.iterdir()) == [path]

    def test_the_same_content_is_no_conflict(self, tmp_path):
        path = tmp_path / "a.design.json"
        known = save(Document("one"), path).digest
        save(Document("two"), path)
        save(Document("two"), path, expected=known)
        assert load(path).name == "two"

    def test_a_file_that_is_gone_is_written_again(self, tmp_path):
        path = tmp_path / "a.design.json"
        known = save(Document("one"), path).digest
        path.unlink()
        save(Document("two"), path, expected=known)
        assert load(path).name == "two"

    @pytest.mark.parametrize("there", [True, False])
    def test_of_two_writers_at_a_time_one_is_refused(self, tmp_path, there):
        path = tmp_path / "a.design.json"
        known = save(Document("start"), path).digest if there else None
        start = threading.Barrier(8)
        saved, refused = [], []

        def write(name):
            start.wait()
            try:
                save(Document(name), path, expected=known)
            except ChangedError:
                refused.append(name)
            else:
                saved.append(name)

        threads = [threading.Thread(target=write, args=(f"w{n}",)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(saved) == 1
        assert len(refused) == 7
        assert load(path).name == saved[0]
