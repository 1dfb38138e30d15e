"""The gallery under real keys: search, order, open with options."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from blocks.catalog import catalog
from designer.app.dialogs.gallery.dialog import Gallery
from designer.canvas.values.theme import DARK, LIGHT
from designer.model.document import Document, Edge, Node
from templates import Option, Published, Template, gallery

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton

# keras.applications with weights=None, counted by Keras
MOBILENET_V2, MOBILENET_V2_WIDE, MOBILENET_V1_HALF = 3_538_984, 6_156_712, 1_342_536
FEWEST_MACS_FIRST = (  # as the papers print them: 57, 217, 301, 386, 569 M, 3.9, 7.6, 11.3, 37 G
    "MobileNet v3 small",
    "MobileNet v3 large",
    "MobileNet v2",
    "EfficientNet-B0",
    "MobileNet v1",
    "ResNet-50",
    "ResNet-101",
    "ResNet-152",
    "EfficientNet-B7",
)


@pytest.fixture
def cards(window, find, qtbot):
    """The list of an opened gallery, with everything counted."""
    qtbot.keyClick(window.view, Qt.Key.Key_N, CTRL | SHIFT)
    dialog = find("gallery")
    qtbot.waitUntil(lambda: not dialog.idle_work.busy)
    return find("templates", dialog)


def titles(cards):
    model = cards.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def middle(cards, title):
    """The middle of a card, scrolled to."""
    index = cards.model().index(titles(cards).index(title), 0)
    cards.scrollTo(index)
    return cards.visualRect(index).center()


def enter(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, text)


def params(window):
    return window.controller.analysis.total.params


# Finding


def test_every_template_has_a_card_with_its_figures(cards):
    model = cards.model()
    assert set(titles(cards)) == {it.title for it in gallery().values()}
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        name = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert name == f"template: {index.data()}"
        spoken = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        assert "published" in spoken
        assert index.data(Qt.ItemDataRole.ToolTipRole)
    place = titles(cards).index("MobileNet v2")
    spoken = model.index(place, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert spoken == (
        "3.54 M parameters, 300.8 M MACs; published: "
        "3.54 M parameters, 300.8 M MACs, top-1 72.0 %"
    )


@pytest.mark.parametrize(
    ("words", "has", "has_not"),
    [
        ("mobilenet v3", "MobileNet v3 large", "MobileNet v2"),
        ("shufflenet 2018", "ShuffleNet v2", "ShuffleNet v1, as in the article"),
        ("Sandler", "MobileNet v2", "MobileNet v1"),
        ("channel shuffle", "ShuffleNet v1", "ResNet-50"),  # its description
        ("resnext_50", "ResNeXt-50 (32x4d)", "ResNet-50"),
    ],
)
def test_the_search_narrows(cards, find, qtbot, words, has, has_not):
    enter(qtbot, find("search templates"), words)
    shown = titles(cards)
    assert has in shown
    assert has_not not in shown
    assert find("templates found").text().split()[0] == str(len(shown))
    assert find("template title").text() in shown


def test_a_search_that_finds_nothing_says_so_and_opens_nothing(
    window, cards, find, qtbot
):
    line = find("search templates")
    enter(qtbot, line, "zzz")
    assert find("no template found").text() == "No network fits “zzz”"
    assert not find("open template").isEnabled()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not window.controller.document.nodes
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert len(titles(cards)) == len(gallery())
    assert find("open template").isEnabled()


def test_macs_order_the_cards(cards, find, qtbot):
    before = find("template title").text()
    sort = find("sort templates")
    sort.setFocus()
    qtbot.keyClick(sort, Qt.Key.Key_Down)
    assert sort.currentText() == "Sort: MACs"
    shown = titles(cards)
    assert [it for it in shown if it in FEWEST_MACS_FIRST] == list(FEWEST_MACS_FIRST)
    assert find("template title").text() == before


@pytest.mark.parametrize(
    ("order", "first", "second"),
    [
        ("Parameters", "MobileNet v2", "MobileNet v1"),  # 3.5, 4.3 M
        ("Top-1", "EfficientNet-B7", "EfficientNet-B6"),
        ("Year", "ConvNeXt-Tiny", "AlexNet"),
        ("Family", "AlexNet", "Xception"),
    ],
)
def test_other_orders(cards, find, qtbot, order, first, second):
    sort = find("sort templates")
    sort.setFocus()
    for _ in range(len(gallery())):
        if sort.currentText() == f"Sort: {order}":
            break
        qtbot.keyClick(sort, Qt.Key.Key_Down)
    shown = titles(cards)
    assert shown.index(first) < shown.index(second)


def test_what_has_no_figure_comes_last(cards, find, qtbot):
    sort = find("sort templates")
    sort.setFocus()
    qtbot.keyClick(sort, Qt.Key.Key_End)  # Year
    assert titles(cards)[-1] in {
        it.title for it in gallery().values() if it.year is None
    }


# Opening


def test_arrows_choose_and_enter_opens(window, cards, find, qtbot):
    line = find("search templates")
    enter(qtbot, line, "mobilenet v")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert cards.hasFocus()
    while find("template title").text() != "MobileNet v2":
        qtbot.keyClick(cards, Qt.Key.Key_Right)
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert params(window) == MOBILENET_V2
    assert not window.gallery.dialog.isVisible()
    assert not window.controller.state.dirty


def test_a_double_click_opens(window, cards, find, qtbot):
    at = middle(cards, "MobileNet v2")
    qtbot.mouseClick(cards.viewport(), LEFT, pos=at)
    assert find("template title").text() == "MobileNet v2"
    qtbot.mouseDClick(cards.viewport(), LEFT, pos=at)
    assert params(window) == MOBILENET_V2


def test_escape_closes_and_the_keys_bring_it_back(window, cards, find, qtbot):
    qtbot.keyClick(cards, Qt.Key.Key_Escape)
    assert not window.gallery.dialog.isVisible()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_N, CTRL | SHIFT)
    assert find("gallery") is window.gallery.dialog
    qtbot.waitUntil(find("search templates").hasFocus)


def test_unsaved_changes_are_asked_about(window, cards, find, qtbot):
    window.controller.add_block("image_input", (0, 0))
    before = window.controller.document
    qtbot.mouseClick(find("open template"), LEFT)
    assert window.controller.document is before
    question = find("unsaved changes")
    qtbot.mouseClick(question.button(question.StandardButton.Discard), LEFT)
    assert window.controller.document is not before


# Options


def test_options_are_counted_and_opened(window, cards, find, qtbot):
    qtbot.mouseClick(cards.viewport(), LEFT, pos=middle(cards, "MobileNet v1"))
    enter(qtbot, find("option alpha"), "0.5")
    counted = find("counted: Parameters")
    qtbot.waitUntil(lambda: counted.text() == "1.34 M")
    assert counted.toolTip() == f"{MOBILENET_V1_HALF:,} Parameters"
    assert find("published: Top-1").text() == "63.7 %"  # Howard et al., Table 6
    qtbot.mouseClick(find("open template"), LEFT)
    assert params(window) == MOBILENET_V1_HALF


@pytest.mark.parametrize(
    ("option", "text", "sentence"),
    [
        ("classes", "1", "Classes is a whole number from 2 to 100000, not 1."),
        ("input_size", "big", "input_size is a whole number, not 'big'."),
        (
            "input_size",
            "=200+24",
            "input_size must be a whole number from 32 to 4096, not '=200+24'.",
        ),
    ],
)
def test_a_value_that_cannot_work_is_explained_and_opens_nothing(
    window, cards, find, qtbot, option, text, sentence
):
    qtbot.mouseClick(cards.viewport(), LEFT, pos=middle(cards, "MobileNet v2"))
    field = find(f"option {option}")
    enter(qtbot, field, text)
    assert find(f"problem with option {option}").text() == sentence
    assert not find("open template").isEnabled()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert find("gallery").isVisible()
    assert not window.controller.document.nodes
    enter(qtbot, field, "224")
    assert find("open template").isEnabled()


def test_a_variant_brings_its_options(window, cards, find, qtbot):
    qtbot.mouseClick(cards.viewport(), LEFT, pos=middle(cards, "MobileNet v2"))
    variants = find("published variants")
    assert variants.currentItem().text(0) == "default"
    at = variants.visualItemRect(variants.topLevelItem(1)).center()
    qtbot.mouseClick(variants.viewport(), LEFT, pos=at)
    assert find("option alpha").text() == "1.4"
    assert find("published: Top-1").text() == "74.7 %"  # Sandler et al., Table 4
    enter(qtbot, find("option alpha"), "1.3")
    assert variants.currentItem() is None
    assert find("published: Top-1").text() == "\N{EM DASH}"
    qtbot.mouseClick(variants.viewport(), LEFT, pos=at)
    qtbot.mouseClick(find("open template"), LEFT)
    assert params(window) == MOBILENET_V2_WIDE


def test_other_templates_have_their_own_fields(cards, find, qtbot):
    qtbot.mouseClick(cards.viewport(), LEFT, pos=middle(cards, "ShuffleNet v1"))
    groups = find("option groups")
    assert isinstance(groups, QComboBox)
    assert [groups.itemText(row) for row in range(groups.count())] == list("12348")
    assert find("published: MACs").text() == "137.0 M"
    groups.setFocus()
    qtbot.keyClick(groups, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: find("published: MACs").text() == "133.0 M")


# Made by hand


@pytest.fixture
def broken(qtbot):
    """A gallery of one template whose design has an error."""

    def build(groups):
        nodes = {
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "grouped_conv", "conv", params={"groups": groups}),
        }
        return Document("broken", nodes=nodes, edges=(Edge("n1", "n2"),))

    options = (Option("groups", 2, minimum=1, maximum=8),)
    made = Template(
        "broken",
        "Broken",
        "None",
        "nobody",
        None,
        "Three channels in two groups.",
        build,
        options,
        (Published({"groups": 3}, 992, top1=50.0, source="Nobody, Table 1"),),
    )
    dialog = Gallery({"broken": made}, catalog(), LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_an_error_of_the_design_is_said_before_it_is_opened(broken, find, qtbot):
    enter(qtbot, find("option groups", broken), "2")
    qtbot.waitUntil(lambda: not broken.idle_work.busy)
    problem = find("problem of the design", broken)
    assert "3 input channels do not divide into 2 groups" in problem.text()
    assert find("open template", broken).isEnabled()


def test_a_template_stands_for_the_first_variant_that_is_published(broken, find):
    assert find("option groups", broken).text() == "3"
    assert find("published: Parameters", broken).text() == "992"
    assert find("published: MACs", broken).text() == "\N{EM DASH}"


# Looks


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_card_is_painted_in_the_colours_of_its_blocks(window, cards, theme):
    window.set_theme(theme.name)
    at = middle(cards, "MobileNet v2")
    index = cards.indexAt(at)
    picture: QPixmap = cards.viewport().grab(cards.visualRect(index))
    image = picture.toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width() // 3)
        for y in range(image.height())
    }
    for hue in ("slate", "blue", "teal", "rose"):  # image, stem, rows, classifier
        assert theme.categories[hue] in seen


def test_cards_flow_over_the_width(window, cards):
    def columns():
        rects = [
            cards.visualRect(cards.model().index(row, 0))
            for row in range(cards.model().rowCount())
        ]
        return len({rect.left() for rect in rects})

    dialog = window.gallery.dialog
    dialog.resize(1280, 700)
    assert columns() == 3
    dialog.resize(1000, 700)
    assert columns() == 2
    dialog.resize(700, 700)
    assert columns() == 1


def test_everything_that_takes_the_keys_has_a_name(window, cards):
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in window.gallery.dialog.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget


def test_the_menus_lead_to_it(window, find, qtbot):
    bar = window.menuBar()
    menus = {action.text().replace("&", ""): action.menu() for action in bar.actions()}
    for menu, entry in (("File", "New from template…"), ("Templates", "Gallery…")):
        action = next(it for it in menus[menu].actions() if it.text() == entry)
        action.trigger()
        assert find("gallery").isVisible()
        qtbot.keyClick(find("gallery"), Qt.Key.Key_Escape)
    qtbot.mouseClick(find("New from template", window), LEFT, pos=QPoint(4, 4))
    assert find("gallery").isVisible()


def test_the_window_and_the_cards_come_without_matplotlib():
    script = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
import designer.app
from designer.app.startup.start import make_window
window = make_window()
window.show()
window.gallery.show()
while window.gallery.dialog.idle_work.busy:
    application.processEvents()
print("matplotlib" in sys.modules)
window.jobs.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
