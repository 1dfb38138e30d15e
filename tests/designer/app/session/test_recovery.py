"""Recovery: what a crash leaves, and how it is restored."""

import errno
import json
import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from designer.app.session import recovery as module
from designer.app.session.controller import Controller
from designer.app.session.recovery import Recovery, Unsaved, Writer
from designer.app.startup.left_behind import Damaged, Found, left_behind, tidy
from designer.app.startup.start import begin
from designer.model.document import Document, Node
from designer.model.edits import move_nodes, rename_node
from designer.model.files import UNKNOWN, dumps, load

ROOT = Path(__file__).parents[4]

LEAVES_BEHIND = """
import os, sys
from pathlib import Path
from designer.app.session.recovery import Unsaved, Writer
from designer.model.document import Document

for name in sys.argv[2:]:
    writer = Writer(Path(sys.argv[1]))
    writer.keep(Unsaved(Document(name), None, None))
    assert writer.flush(60)
print("kept", flush=True)
sys.stdin.read()
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def controller(qapp):
    return Controller()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def recovery(controller, folder):
    made = Recovery(folder)
    controller.committed.connect(made.follow)
    yield made
    made.close()


@pytest.fixture
def other_process(folder):
    """Starts processes that keep designs of these names; each lives until it is killed."""
    started = []

    def start(*names):
        process = subprocess.Popen(
            [sys.executable, "-c", LEAVES_BEHIND, str(folder), *names],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout.readline() == "kept\n"
        return process

    yield start
    for process in started:
        process.communicate()


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def names(folder):
    """Of the designs that are offered, in their order; they are let go again."""
    found = list(left_behind(folder))
    for it in found:
        os.close(it.lock._file)
    return [it.unsaved.document.name for it in found]


class TestWriting:
    def test_saving_leaves_nothing(self, controller, recovery, folder, tmp_path):
        controller.add_block("image_input", (0, 0))
        assert recovery.flush()
        assert [path.suffix for path in sorted(folder.iterdir())] == [".json", ".lock"]
        controller.save(tmp_path / "x.design.json")
        assert recovery.flush()
        assert files(folder) == []

    def test_a_design_that_is_saved_makes_no_file(self, controller, recovery, folder):
        controller.replace_design(Document("clean"))
        assert recovery.flush()
        assert not folder.exists()

    def test_edits_without_a_pause_do_not_starve_it(self, controller, recovery, folder):
        """Each edit is on the disk before the next but one, though no event loop ever runs."""
        for number in range(12):
            controller.add_block("dense", (0, 80 * number))
            until = time.monotonic() + 30
            while time.monotonic() < until:
                kept = [json.loads(file.read_text()) for file in folder.glob("*.json")]
                if kept and kept[0]["design"].count('"block": "dense"') == number + 1:
                    break
                time.sleep(0.001)
            else:
                raise AssertionError(f"edit {number} was not kept")

    def test_what_the_canvas_does_not_show_yet_is_kept(
        self, controller, recovery, folder
    ):
        """A large design is analysed a little at a time: edits in between are not lost."""
        nodes = {f"n{i}": Node(f"n{i}", "dense", f"d{i}") for i in range(1_000)}
        controller.replace_design(Document("large", nodes=nodes))
        controller.slices.settle()
        for name in ("first", "second", "third"):
            controller.apply("Rename", lambda d, name=name: rename_node(d, "n0", name))
        assert controller.state.root.nodes["n0"].name != "third"
        assert recovery.flush()
        (file,) = folder.glob("*.json")
        assert '"name": "third"' in json.loads(file.read_text())["design"]

    def test_a_command_finds_the_one_before_it_on_the_disk(
        self, controller, recovery, folder, monkeypatch
    ):
        real = module.replace_file

        def late(*arguments, **settings):
            time.sleep(0.03)  # several commands could be done meanwhile
            return real(*arguments, **settings)

        monkeypatch.setattr(module, "replace_file", late)
        for number in range(12):
            controller.add_block("dense", (0, 80 * number))
            kept = [json.loads(file.read_text()) for file in folder.glob("*.json")]
            designs = [it["design"].count('"block": "dense"') for it in kept]
            assert sum(designs) >= number

    def test_a_gesture_does_not_wait(self, controller, recovery, folder, monkeypatch):
        """Its steps are one command: a slider that is dragged does not wait for the disk."""
        controller.add_block("image_input", (0, 0))
        assert recovery.flush()
        (node,) = controller.document.nodes
        proceed = threading.Event()
        real = module.replace_file
        written = []

        def blocked(target, data, **settings):
            proceed.wait(30)
            written.append(data)
            return real(target, data, **settings)

        monkeypatch.setattr(module, "replace_file", blocked)
        key = controller.new_gesture()
        for number in range(50):
            controller.apply(
                "Move",
                lambda document, x=number: move_nodes(document, {node: (x + 1, 0)}),
                merge=key,
            )
        assert written == []
        proceed.set()
        assert recovery.flush()
        assert len(written) <= 2

    def test_a_slow_disk_makes_one_thread_and_gets_the_newest(
        self, folder, monkeypatch
    ):
        written, proceed = [], threading.Event()
        real = module.replace_file

        def slow(target, data, **settings):
            proceed.wait(30)
            written.append(json.loads(json.loads(data)["design"])["name"])
            return real(target, data, **settings)

        monkeypatch.setattr(module, "replace_file", slow)
        writer = Writer(folder)
        for number in range(500):
            writer.keep(Unsaved(Document(f"d{number}"), None, None))
        threads = [it for it in threading.enumerate() if it.name == "recovery"]
        assert len(threads) == 1
        assert not writer.flush(0)
        proceed.set()
        assert writer.flush(30)
        assert written[-1] == "d499"
        assert len(written) <= 2
        writer.keep(None)
        writer.close(30)
        threads[0].join(30)
        assert not threads[0].is_alive()

    def test_only_the_user_can_read_it(self, controller, recovery, folder):
        folder.mkdir(mode=0o755)
        controller.add_block("image_input", (0, 0))
        assert recovery.flush()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        modes = [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()]
        assert modes == [0o600, 0o600]

    def test_a_full_disk_is_said_once_and_tried_again(
        self, make_window, folder, monkeypatch, qtbot
    ):
        real = module.replace_file

        def full(*_, **__):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(module, "replace_file", full)
        window = make_window()
        said = []
        window.controller.said.connect(lambda notice: said.append(notice.text))
        for _ in range(3):
            window.controller.add_block("image_input", (0, 0))
            assert not window.recovery.flush()
            qtbot.wait(300)
        assert said == [
            "Unsaved changes cannot be kept for the case of a crash: No space left on device."
        ]
        monkeypatch.setattr(module, "replace_file", real)
        assert window.recovery.flush()
        assert len(list(folder.glob("*.json"))) == 1

    def test_a_folder_that_cannot_be_made_is_said(self, make_window, folder, find):
        folder.write_text("a file")
        window = make_window()
        window.controller.add_block("image_input", (0, 0))
        assert not window.recovery.flush()
        window.recovery._look_soon.flush()
        assert "cannot be kept" in find("message", window).text()
        window.controller.undo()
        assert window.close()

    def test_a_folder_that_is_removed_is_made_again(self, folder):
        writer = Writer(folder)
        writer.keep(Unsaved(Document("one"), None, None))
        assert writer.flush(30)
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        writer.keep(Unsaved(Document("two"), None, None))
        assert writer.flush(30)
        assert names(folder) == []  # it belongs to this process
        assert len(files(folder)) == 2


class TestOwnership:
    def test_what_a_living_process_keeps_is_its_own(self, folder, other_process):
        process = other_process("theirs")
        assert names(folder) == []
        process.communicate()
        assert names(folder) == ["theirs"]

    def test_everything_is_found_the_newest_first(self, folder, other_process):
        for name in ("first", "second", "third"):
            other_process(name).communicate()
        for age, file in enumerate(sorted(folder.glob("*.json"), key=_name)):
            os.utime(file, (1_000 + age, 1_000 + age))
        assert names(folder) == ["third", "second", "first"]

    @pytest.mark.parametrize("owner", ["init", "own", "parent", "nobody"])
    def test_files_of_earlier_versions_are_found_whoever_has_their_number(
        self, folder, owner
    ):
        ids = {"init": 1, "own": os.getpid(), "parent": os.getppid()}
        pid = ids.get(owner, 4_000_000)
        folder.mkdir()
        kept = {"path": "/tmp/old.design.json", "design": dumps(Document("old"))}
        (folder / f"{pid}.json").write_text(json.dumps(kept))
        (found,) = left_behind(folder)
        assert found.unsaved == Unsaved(
            Document("old"), Path("/tmp/old.design.json"), UNKNOWN
        )
        found.remove()
        assert files(folder) == []

    @pytest.mark.parametrize("digest", ["any", None, 3, "", [], "unreadable"])
    def test_a_digest_that_is_none_allows_nothing_to_be_replaced(self, folder, digest):
        folder.mkdir()
        kept = {"path": "/tmp/x", "design": dumps(Document("x")), "digest": digest}
        (folder / "1.json").write_text(json.dumps(kept))
        (found,) = left_behind(folder)
        assert found.unsaved.digest == UNKNOWN
        found.remove()

    def test_two_processes_do_not_offer_the_same(self, folder, other_process):
        other_process("one").communicate()
        (found,) = left_behind(folder)
        assert names(folder) == []
        found.lock.release()
        assert names(folder) == ["one"]

    def test_what_was_saved_after_all_is_not_offered(self, folder, tmp_path):
        path = tmp_path / "x.design.json"
        folder.mkdir()
        path.write_text(dumps(Document("x")))
        kept = {"path": str(path), "design": dumps(Document("x"))}
        (folder / "1.json").write_text(json.dumps(kept))
        assert names(folder) == []
        assert files(folder) == []

    def test_what_was_declined_goes_after_a_month(self, folder, other_process):
        other_process("one").communicate()
        (found,) = left_behind(folder)
        found.decline()
        tidy(folder)
        (kept,) = folder.iterdir()
        assert kept.suffix == ".declined"
        os.utime(kept, (0, 0))
        tidy(folder)
        assert files(folder) == []


def _name(file):
    return ["first", "second", "third"].index(
        json.loads(json.loads(file.read_text())["design"])["name"]
    )


def _folder(path):
    path.mkdir()


DEEP = "[" * 100_000
BROKEN = {
    "no JSON": "{",
    "deep JSON": DEEP,
    "deep design": json.dumps({"path": None, "design": DEEP}),
    "a list": "[]",
    "a number": "3",
    "null": "null",
    "no design": '{"path": null}',
    "a design that is none": json.dumps({"path": None, "design": "no"}),
    "a design of numbers": '{"path": null, "design": 3}',
    "a path that is none": json.dumps({"path": 7, "design": dumps(Document())}),
    "a path with a null": json.dumps({"path": "\0", "design": dumps(Document())}),
    "bytes": b"\xff\xfe\x00",
    "empty": "",
    "a folder": _folder,
    "a pipe": os.mkfifo,
    "a broken link": lambda path: path.symlink_to("none"),
    "a link to itself": lambda path: path.symlink_to(path),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_read_does_no_harm(folder, content):
    folder.mkdir()
    path = folder / "123.json"
    if callable(content):
        content(path)
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content)
    (folder / "124.json").write_text(
        json.dumps({"path": None, "design": dumps(Document("good"))})
    )
    found = list(left_behind(folder))
    (good,) = (it for it in found if isinstance(it, Found))
    assert good.unsaved.document.name == "good"
    good.lock.release()
    for damaged in (it for it in found if isinstance(it, Damaged)):
        assert damaged.file.suffix == ".damaged"
    assert list(left_behind(folder))[1:] == []  # each is reported once


class TestOffer:
    @pytest.fixture(autouse=True)
    def _own_folder(self, monkeypatch, folder):
        monkeypatch.setattr(
            "designer.app.startup.start.recovery_folder", lambda: folder
        )

    def test_the_window_offers_all_of_them(
        self, make_window, find, qtbot, folder, other_process
    ):
        other_process("first", "second").communicate()
        for file in folder.glob("*.json"):
            age = 1_000 + ("second" in file.read_text())
            os.utime(file, (age, age))
        window = make_window()
        begin(window, None, {})
        assert "second was not saved" in find("message", window).text()
        window.controller.say("Something else.")  # does not replace the offer for good
        qtbot.mouseClick(find("close message", window), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(find("Restore", window), Qt.MouseButton.LeftButton)
        assert window.controller.document.name == "second"
        assert window.controller.state.dirty
        assert "first was not saved" in find("message", window).text()
        qtbot.mouseClick(find("close message", window), Qt.MouseButton.LeftButton)
        assert not window.notice.isVisible()
        assert len(list(folder.glob("*.json"))) == 1  # of this window
        assert len(list(folder.glob("*.declined"))) == 1

    def test_damage_is_said_once_and_the_rest_is_offered(
        self, make_window, find, qtbot, folder, other_process
    ):
        other_process("good").communicate()
        (folder / "9.json").write_text("{")
        window = make_window()
        begin(window, None, {})
        assert "cannot be read" in find("message", window).text()
        assert str(folder / "9.damaged") in find("message", window).text()
        qtbot.mouseClick(find("close message", window), Qt.MouseButton.LeftButton)
        assert "good was not saved" in find("message", window).text()

    def test_a_restored_design_keeps_its_file(
        self, make_window, find, qtbot, folder, tmp_path
    ):
        path = tmp_path / "x.design.json"
        path.write_text(dumps(Document("x")))
        folder.mkdir()
        kept = {"path": str(path), "design": dumps(Document("x", {}))}
        kept["design"] = kept["design"].replace('"x"', '"y"')
        (folder / "1.json").write_text(json.dumps(kept))
        window = make_window()
        begin(window, None, {})
        qtbot.mouseClick(find("Restore", window), Qt.MouseButton.LeftButton)
        assert window.controller.state.path == path
        window.files.save()  # nobody knows whether the file has changed since
        qtbot.mouseClick(find("Cancel"), Qt.MouseButton.LeftButton)
        assert load(path).name == "x"
