"""Design files on disk: read within bounds, saved whole or not at all."""

from __future__ import annotations

import json
import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from designer.model.document import Document, Node, Variable
from designer.model.files import FileError, dumps, load, loads, save

ROOT = Path(__file__).parents[3]

CANONICAL = dumps(
    Document(
        "mobilenet_v2",
        {"alpha": Variable(1.0)},
        {"n1": Node("n1", "image_input", "image", (0, 80.5), {"height": 224})},
    )
)
BROKEN = {
    "format": "channelwise.design",
    "version": 1,
    "nodes": [{"id": "n1", "block": "add", "name": "a", "repeat": 0}],
}


class TestLoad:
    def test_the_sentence_begins_with_the_path(self, tmp_path):
        path = tmp_path / "a.design.json"
        path.write_text(json.dumps(BROKEN))
        with pytest.raises(FileError) as caught:
            load(path)
        assert str(caught.value).startswith(f"{path}: nodes[0].repeat is 0")

    def test_a_byte_order_mark_and_other_line_ends(self, tmp_path):
        path = tmp_path / "a.design.json"
        path.write_bytes(b"\xef\xbb\xbf" + CANONICAL.replace("\n", "\r\n").encode())
        assert dumps(load(path)) == CANONICAL

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "it is empty"),
            (b"\xff\xfe{}", "it is not UTF-8 text (byte 0)"),
            (b'{"a": "\xe9"}', "it is not UTF-8 text (byte 7)"),
        ],
    )
    def test_no_text(self, tmp_path, data, words):
        path = tmp_path / "a.design.json"
        path.write_bytes(data)
        with pytest.raises(FileError) as caught:
            load(path)
        assert str(caught.value) == f"{path}: {words}"

    def test_what_is_no_file(self, tmp_path):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        loop = tmp_path / "loop"
        loop.symlink_to(loop)
        for path, words in {
            tmp_path: "this is a folder, not a design",
            pipe: "this is not a file",
            Path("/dev/zero"): "this is not a file",
            loop: "symbolic links",
            tmp_path / "none": "no such file or directory",
            tmp_path / "\0": "null",
        }.items():
            with pytest.raises(FileError) as caught:
                load(path)
            assert words in str(caught.value)

    def test_a_file_of_the_kernel_is_not_waited_for(self):
        """Files in /proc have no size, and reading some of them waits for the next event."""
        with pytest.raises(FileError, match="it is empty"):
            load("/proc/self/status")

    def test_a_huge_file_is_not_read(self, tmp_path):
        path = tmp_path / "a.design.json"
        with path.open("wb") as file:
            file.truncate(10_000_001)
        with pytest.raises(FileError, match="larger than 10 MB"):
            load(path)


class TestSave:
    def test_again(self, tmp_path):
        path = tmp_path / "a.design.json"
        save(loads(CANONICAL), path)
        assert path.read_text(encoding="utf-8") == CANONICAL
        assert load(path) == loads(CANONICAL)
        assert list(tmp_path.iterdir()) == [path]

    def test_the_mode_stays(self, tmp_path):
        path = tmp_path / "a.design.json"
        path.write_text("old")
        path.chmod(0o640)
        save(Document(), path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_new_file_has_the_mode_of_any_new_file(self, tmp_path):
        save(Document(), tmp_path / "a.design.json")
        (tmp_path / "plain").touch()
        modes = {path.stat().st_mode for path in tmp_path.iterdir()}
        assert len(modes) == 1

    def test_through_a_symbolic_link(self, tmp_path):
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        link = tmp_path / "a.design.json"
        link.symlink_to(folder / "real.design.json")
        save(Document(), link)
        assert link.is_symlink()
        assert load(folder / "real.design.json") == Document()

    def test_a_long_name(self, tmp_path):
        path = tmp_path / ("x" * 243 + ".design.json")
        save(Document(), path)
        assert load(path) == Document()

    def test_a_folder_is_not_written_over(self, tmp_path):
        with pytest.raises(FileError, match="not saved: there is a folder"):
            save(Document(), tmp_path)
        with pytest.raises(FileError, match="not saved: no such file or directory"):
            save(Document(), tmp_path / "none" / "a.design.json")
        with pytest.raises(FileError, match=r"not saved: .*null"):
            save(Document(), tmp_path / "\0")

    def test_what_is_no_file_is_left_alone(self, tmp_path):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(FileError, match="not saved: there is something"):
            save(Document(), pipe)
        assert pipe.is_fifo()

    def test_what_utf8_cannot_hold(self, tmp_path):
        with pytest.raises(FileError, match="half of a character"):
            save(Document(name="\ud800"), tmp_path / "a.design.json")
        assert not list(tmp_path.iterdir())

    def test_a_full_disk_leaves_the_old_file(self, tmp_path):
        path = tmp_path / "a.design.json"
        path.write_text("old")
        script = (
            "import sys; from designer.model import document, files\n"
            "try: files.save(document.Document(name='x' * 10_000), sys.argv[1])\n"
            "except files.FileError as error: print(error)"
        )
        ended = subprocess.run(
            [sys.executable, "-c", script, str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY)
            ),
        )
        assert ended.stdout == f"{path}: not saved: file too large\n"
        assert ended.stderr == ""
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("locked", ["file", "folder"])
    def test_what_may_not_be_written(self, tmp_path, monkeypatch, locked):
        """Root may write anywhere, so the system's answers are played here."""
        path = tmp_path / "a.design.json"
        path.write_text("old")

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        if locked == "file":
            monkeypatch.setattr(os, "access", lambda *_: False)
        else:
            monkeypatch.setattr(os, "open", refuse)
        with pytest.raises(FileError) as caught:
            save(Document(), path)
        monkeypatch.undo()
        assert str(caught.value).startswith(f"{path}: not saved: ")
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]
