"""The settings dialog: a choice is applied at once and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from designer.app.session.settings import Settings, load
from designer.app.text import figures
from designer.app.text.figures import Habits

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def habits():
    yield
    figures.use(Habits())


@pytest.fixture
def page(network, qtbot, find):
    qtbot.keyClick(network, Qt.Key.Key_Comma, CTRL)
    made = find("settings")
    yield made
    made.close()


@pytest.fixture
def choose(find):
    """Takes the line of a list that begins so."""

    def chosen(page, name, text):
        box = find(name, page)
        box.setCurrentIndex(box.findText(text, Qt.MatchFlag.MatchStartsWith))
        box.activated.emit(box.currentIndex())

    return chosen


def kept(tmp_path):
    return load(tmp_path / "config" / "settings.json")[0]


def test_a_theme_is_worn_and_kept(network, page, choose, tmp_path):
    choose(page, "Theme", "Dark")
    assert network.theme.dark
    assert kept(tmp_path).theme == "dark"


def test_figures_are_printed_as_liked(network, page, choose, find):
    assert find("total: Parameters", network).text() == "5,728"
    choose(page, "Counts", "Short")
    assert find("total: Parameters", network).text() == "5.73 k"
    choose(page, "Bytes", "KiB")
    assert find("total: Size", network).text() == "22.4 KiB"
    choose(page, "Counts", "All")
    assert "M" not in find("total: MACs", network).text()


def test_the_canvas_follows(network, page, choose, find, qtbot, tmp_path):
    choose(page, "The network flows", "To the right")
    assert network.scene.options.direction == "right"
    find("Motion", page).click()
    assert not network.scene.options.motion
    assert kept(tmp_path).view == network.scene.options


def test_a_new_image_has_the_size(network, page, find, qtbot, drop):
    size = find("Size of a new image", page)
    size.setFocus()
    size.selectAll()
    qtbot.keyClicks(size, "96")
    qtbot.keyClick(size, Qt.Key.Key_Tab)
    drop(network, "Image", (500, 0))
    network.controller.select(())
    network.controller.add_block("image_input", (900, 0))
    made = [n.params for n in network.controller.document if n.block == "image_input"]
    assert made[1:] == [{"height": 96, "width": 96}] * 2
    network.controller.add_block("conv", (900, 400))


def test_saved_by_itself(network, page, find, qtbot, tmp_path):
    path = tmp_path / "mine.design.json"
    network.controller.save(path)
    before = path.read_text()
    find("Save by itself", page).click()
    network.controller.add_block("conv", (0, 0))
    assert network.autosave.soon.waiting
    network.autosave.soon.flush()
    assert path.read_text() != before
    assert not network.controller.state.dirty
    assert not network.autosave.soon.waiting


def test_without_a_file_there_is_nothing_to_save_to(network, page, find):
    find("Save by itself", page).click()
    network.controller.add_block("conv", (0, 0))
    assert not network.autosave.soon.waiting


def test_reset_brings_back_what_was_there_at_first(network, page, choose, find):
    choose(page, "Theme", "Dark")
    find("Shapes", page).click()
    network.settings_store.toggle_favourite("stem")
    next(b for b in page.findChildren(QPushButton) if b.text() == "Reset all").click()
    fresh = Settings()
    settings = network.settings_store.settings
    assert (settings.theme, settings.view) == (fresh.theme, fresh.view)
    assert settings.favourites == ("stem",)  # what was collected is not a setting
