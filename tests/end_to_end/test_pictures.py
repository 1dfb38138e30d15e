"""The README's pictures, taken of the real window.

CHANNELWISE_PICTURES=assets/pictures python3 dev.py test tests/end_to_end/test_pictures.py
"""

import os
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.window


@pytest.fixture
def picture(tmp_path):
    """Keeps a picture of the screen under a name, and gives it."""
    project = Path(__file__).parents[2]
    folder = project / os.environ.get("CHANNELWISE_PICTURES", tmp_path)

    def take(person, name: str) -> QImage:
        person.window.showMaximized()
        person.settle()
        image = QApplication.primaryScreen().grabWindow(0).toImage()
        folder.mkdir(parents=True, exist_ok=True)
        assert image.save(str(folder / f"{name}.png"))
        return image

    return take


def colours(image: QImage) -> int:
    """How many colours a picture has, roughly: one that is blank has few."""
    small = image.scaled(160, 100)
    return len({small.pixel(x, y) for x in range(160) for y in range(100)})


def test_a_template_fitted(person, picture):
    person.window.showMaximized()
    person.choose("Templates", "MobileNet", "MobileNet v2\t")
    person.wait(lambda: person.window.controller.document.nodes)
    person.settle()
    person.key("Home")
    person.click(person.middle("row3"))
    assert colours(picture(person, "mobilenet_v2")) > 50


def test_an_error_with_its_repairs(person, picture):
    person.window.showMaximized()
    person.settle()
    names = ["image_input", "stem", "grouped_conv", "channel_shuffle"]
    for number, search in enumerate(
        ("image", "stem", "grouped conv", "channel shuffle")
    ):
        person.add(search, person.on_view(420, 80 + 160 * number))
    for source, target in pairwise(names):
        person.wire(source, target)
    person.click(person.middle("grouped_conv"))
    person.write(person.see("filters"), "16")
    person.write(person.see("groups"), "3")
    person.wait(lambda: person.window.controller.analysis.errors)
    person.click(person.see("fold Problems"))
    person.click(person.on_view(60, 60))
    person.key("Home")
    person.click(person.middle("grouped_conv"))
    assert colours(picture(person, "error")) > 50


def test_a_row_opened(person, picture):
    controller = person.window.controller
    person.window.showMaximized()
    person.choose("Templates", "MobileNet", "MobileNet v2\t")
    person.wait(lambda: controller.document.nodes)
    person.settle()
    person.key("Home")
    person.click(person.middle("row3"), times=2)
    person.wait(lambda: controller.state.inside)
    assert colours(picture(person, "inside")) > 50


def test_a_family_and_its_code(person, picture):
    window = person.window
    window.showMaximized()
    person.choose("Templates", "EfficientNet", "EfficientNet-B0")
    person.wait(lambda: window.controller.document.nodes)
    window.resizeDocks([window.docks["code"]], [620], Qt.Orientation.Horizontal)
    window.docks.bring("code")
    person.settle()
    person.key("Home")
    person.click(person.middle("row4"))
    code = person.see("code")
    person.wait(lambda: "def build_model" in code.toPlainText())
    assert colours(picture(person, "family")) > 50


def test_an_export_and_its_proof(person, picture):
    person.window.showMaximized()
    person.choose("Templates", "MobileNet", "MobileNet v2\t")
    person.wait(lambda: person.window.controller.document.nodes)
    person.key("ctrl+shift+e")
    person.click(person.see("format: TensorFlow SavedModel"))
    with TemporaryDirectory(prefix="networks-") as folder:  # a short path is seen whole
        person.write(person.see("export target"), f"{folder}/mobilenet_v2")
        person.key("Return")
        person.see("copy the proof")
        assert colours(picture(person, "export")) > 50


def test_the_gallery(person, picture):
    person.window.showMaximized()
    person.key("ctrl+shift+n")
    person.settle()
    person.enter("mobilenet")
    person.settle()
    assert colours(picture(person, "gallery")) > 50
