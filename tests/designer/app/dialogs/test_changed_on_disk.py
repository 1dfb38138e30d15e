"""Another program changes the file of the open design: no work is replaced without a question."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from designer.app.dialogs.difference import difference
from designer.app.session.settings import Settings
from designer.model.document import Document, Node
from designer.model.files import dumps, load, save

THEIRS = Document("mine", {}, {"n1": Node("n1", "stem", "theirs")})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mine.design.json"


@pytest.fixture
def saved(window, path):
    """A window on a design that is saved."""
    window.controller.add_block("image_input", (0, 0))
    window.files._save_to(path, lambda: None)
    return window


@pytest.fixture
def changed(saved, path):
    """A window with an unsaved change on a file that another program has changed."""
    saved.controller.add_block("dense", (0, 0))
    by_rename(path)
    return saved


@pytest.fixture
def click(find, qtbot):
    def clicked(name):
        qtbot.mouseClick(find(name), Qt.MouseButton.LeftButton)

    return clicked


@pytest.fixture
def message(qtbot, find):
    """Waits for a notice that holds these words."""

    def awaited(window, words):
        qtbot.waitUntil(
            lambda: window.notice.isVisible() and words in window.notice.sentence.text()
        )

    return awaited


def by_rename(path):
    other = path.with_suffix(".new")
    other.write_text(dumps(THEIRS))
    os.replace(other, path)


def in_place(path):
    with path.open("w") as file:
        file.write(dumps(THEIRS))


def removed_and_made_again(path):
    path.unlink()
    path.write_text(dumps(THEIRS))


def with_the_old_time(path):
    before = path.stat()
    path.write_text(dumps(THEIRS))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


WAYS = [by_rename, in_place, removed_and_made_again, with_the_old_time]


def save_by_key(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


class TestSaving:
    @pytest.mark.parametrize("change", WAYS)
    def test_it_asks(self, saved, path, qtbot, find, click, change):
        saved.controller.add_block("dense", (0, 0))
        change(path)
        save_by_key(saved, qtbot)
        assert find("changed by another program").isVisible()
        click("Cancel")
        assert load(path) == THEIRS
        assert saved.controller.state.dirty

    def test_overwrite(self, changed, path, qtbot, click):
        save_by_key(changed, qtbot)
        click("Overwrite")
        assert load(path) == changed.controller.document
        assert not changed.controller.state.dirty
        changed.controller.add_block("dense", (0, 0))
        save_by_key(changed, qtbot)  # not asked again
        assert load(path) == changed.controller.document

    def test_save_as(self, changed, path, tmp_path, qtbot, find, click):
        save_by_key(changed, qtbot)
        click("Save as…")
        dialog = find("Save as")
        assert isinstance(dialog, QFileDialog)
        dialog.activateWindow()  # nobody else does, off screen
        qtbot.waitUntil(dialog.isActiveWindow)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setCompleter(None)
        line.selectAll()
        qtbot.keyClicks(line, str(tmp_path / "other"))
        qtbot.keyClick(line, Qt.Key.Key_Return)
        other = tmp_path / "other.design.json"
        assert load(other) == changed.controller.document
        assert load(path) == THEIRS
        assert changed.controller.state.path == other

    def test_reload_can_be_undone(self, changed, path, qtbot, click):
        ours = changed.controller.document
        save_by_key(changed, qtbot)
        click("Reload")
        assert changed.controller.document == THEIRS
        assert not changed.controller.state.dirty
        changed.controller.undo()
        assert changed.controller.document == ours
        assert changed.controller.state.dirty
        save_by_key(changed, qtbot)  # what is replaced has been seen
        assert load(path) == ours

    def test_show_the_difference(self, changed, path, qtbot, find, click):
        save_by_key(changed, qtbot)
        click("Show the difference")
        lines = find("lines that differ").toPlainText().splitlines()
        assert [it for it in lines if it.startswith("-") and "theirs" in it]
        assert [it for it in lines if it.startswith("+") and "dense" in it]
        qtbot.keyClick(find("difference"), Qt.Key.Key_Escape)
        assert find("changed by another program").isVisible()  # the question stays
        click("Cancel")

    @pytest.mark.parametrize("content", [b"\xff", b"[", b""])
    def test_what_is_no_design_any_more(
        self, changed, path, qtbot, find, click, content
    ):
        path.write_bytes(content)
        save_by_key(changed, qtbot)
        click("Show the difference")
        qtbot.keyClick(find("difference"), Qt.Key.Key_Escape)
        click("Reload")
        assert "mine.design.json" in find("message", changed).text()
        assert "dense" in dumps(changed.controller.document)
        save_by_key(changed, qtbot)
        click("Overwrite")
        assert load(path) == changed.controller.document

    def test_closing_goes_on_after_the_answer(self, changed, path, qtbot, find, click):
        assert not changed.close()
        box = find("unsaved changes")
        qtbot.mouseClick(box.button(box.StandardButton.Save), Qt.MouseButton.LeftButton)
        click("Overwrite")
        qtbot.waitUntil(lambda: not changed.isVisible())
        assert load(path) == changed.controller.document

    def test_of_two_windows_the_second_is_asked(
        self, saved, make_window, path, qtbot, find, click
    ):
        second = make_window()
        second.files.load(path)
        saved.controller.add_block("dense", (0, 0))
        second.controller.add_block("stem", (0, 0))
        save_by_key(saved, qtbot)
        save_by_key(second, qtbot)
        click("Cancel")
        assert load(path) == saved.controller.document

    def test_a_file_that_was_not_read_is_not_replaced(self, saved, tmp_path):
        other = tmp_path / "other.design.json"
        save(THEIRS, other)
        saved.files._save_to(other, lambda: None)
        assert load(other) == THEIRS


class TestAutosave:
    @pytest.fixture
    def automatic(self, make_window, path):
        window = make_window(Settings(theme="light", autosave=True))
        window.controller.add_block("image_input", (0, 0))
        window.files._save_to(path, lambda: None)
        return window

    def test_edits_without_a_pause_are_saved(self, automatic, path, qtbot):
        for number in range(4):
            automatic.controller.add_block("dense", (0, 80 * number))
            qtbot.wait(400)
        assert "dense" in path.read_text()  # though each was sooner than the delay

    def test_a_gesture_stays_one_step(self, automatic, path, qtbot):
        controller = automatic.controller
        (node,) = controller.document.nodes
        key = controller.new_gesture()
        steps = len(controller.state.history.past)
        for height in (100, 200):
            controller.apply("Drag", _height(node, height), merge=key)
            automatic.autosave.save()
            assert not controller.state.dirty
        assert len(controller.state.history.past) == steps + 1

    def test_it_does_not_replace_what_another_program_wrote(
        self, automatic, path, qtbot, message
    ):
        automatic.controller.add_block("dense", (0, 0))
        by_rename(path)
        message(automatic, "changed here too")
        automatic.controller.add_block("dense", (0, 100))
        automatic.autosave.save()
        assert load(path) == THEIRS
        assert automatic.controller.state.dirty

    def test_it_does_not_bring_back_what_was_removed(
        self, automatic, path, qtbot, message
    ):
        path.unlink()
        message(automatic, "was removed or renamed")
        automatic.autosave.save()
        assert not path.exists()


def _height(node, value):
    from dataclasses import replace

    def edit(document):
        changed = replace(document.nodes[node], params={"height": value})
        return replace(document, nodes={**document.nodes, node: changed})

    return edit


class TestWatching:
    @pytest.mark.parametrize("change", WAYS)
    def test_a_clean_design_is_offered_again(
        self, saved, path, message, click, qtbot, change
    ):
        change(path)
        message(saved, "was changed by another program")
        click("Reload")
        assert saved.controller.document == THEIRS
        assert not saved.controller.state.dirty
        assert not saved.notice.isVisible()

    def test_again_and_again(self, saved, path, message, click):
        for number in range(3):
            save(Document(f"version {number}"), path)
            message(saved, "was changed by another program")
            click("Reload")
            assert saved.controller.document.name == f"version {number}"

    def test_a_changed_design(self, changed, path, message, click, find):
        message(changed, "is changed here too")
        click("Resolve…")
        click("Cancel")
        assert load(path) == THEIRS

    def test_own_saves_are_no_changes(self, saved, qtbot):
        for _ in range(3):
            saved.controller.add_block("dense", (0, 0))
            saved.files.save()
        saved.notice.pass_over()
        qtbot.wait(600)
        assert not saved.notice.isVisible()

    def test_a_file_that_is_only_touched_has_not_changed(self, saved, path, qtbot):
        saved.notice.pass_over()
        os.utime(path, (1, 1))
        by_copy = path.read_bytes()
        path.unlink()
        path.write_bytes(by_copy)
        qtbot.wait(600)
        assert not saved.notice.isVisible()
        assert not saved.controller.state.dirty

    def test_a_file_that_is_gone_leaves_the_design_unsaved(
        self, saved, path, message, click, qtbot
    ):
        kept = path.read_bytes()
        path.rename(path.with_name("elsewhere"))
        message(saved, "was removed or renamed")
        assert saved.controller.state.dirty
        path.write_bytes(kept)
        qtbot.waitUntil(lambda: not saved.controller.state.dirty)
        assert not saved.notice.isVisible()
        path.unlink()
        message(saved, "was removed or renamed")
        click("Save it again")
        assert path.read_bytes() == kept
        assert not saved.controller.state.dirty

    def test_through_a_symbolic_link(self, window, tmp_path, message, click):
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        real, link = folder / "real.design.json", tmp_path / "link.design.json"
        save(Document("link"), real)
        link.symlink_to(real)
        window.files.load(link)
        by_rename(real)
        message(window, "was changed by another program")
        assert link.is_symlink()

    def test_where_the_system_reports_nothing_the_window_looks(
        self, saved, path, message, qtbot
    ):
        watcher = saved.files.watch._watcher
        watcher.removePaths([*watcher.files(), *watcher.directories()])
        by_rename(path)
        saved.files.watch._look_soon.drop()
        qtbot.wait(300)
        assert "changed by another" not in saved.notice.sentence.text()
        saved.files.watch.look()
        message(saved, "was changed by another program")

    def test_another_design_forgets_the_offer(self, saved, path, message):
        by_rename(path)
        message(saved, "was changed by another program")
        saved.controller.replace_design(Document())
        assert not saved.notice.isVisible()


def test_difference_shows_lines_with_their_surroundings():
    theirs = "\n".join("abcdefgh")
    ours = theirs.replace("d", "D")
    assert difference(theirs, ours) == [
        "@@ -2,5 +2,5 @@",
        " b",
        " c",
        "-d",
        "+D",
        " e",
        " f",
    ]
    assert difference(ours, ours) == []
