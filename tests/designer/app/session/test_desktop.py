"""The desktop entry: written where desktops look, valid, and removed completely."""

from configparser import RawConfigParser
from xml.etree import ElementTree as Xml

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from designer.app.session import desktop_entry as desktop


@pytest.fixture
def registered(tmp_path, monkeypatch):
    monkeypatch.setattr(desktop.shutil, "which", lambda tool: None)
    desktop.register(tmp_path, ["/opt/a b/python", "-m", "designer", "open"])
    return tmp_path


def test_the_entry_starts_the_application_with_a_file(registered):
    entry = RawConfigParser(delimiters=("=",), interpolation=None)
    entry.optionxform = str
    entry.read(registered / "applications" / "channelwise.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    assert section["Exec"] == '"/opt/a b/python" -m designer open %f'
    assert section["Icon"] == "channelwise"
    assert section["MimeType"] == "application/vnd.channelwise.design+json;"


def test_the_type_is_that_of_design_files(registered):
    tree = Xml.parse(registered / "mime" / "packages" / "channelwise.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = tree.getroot()
    assert kind.get("type") == "application/vnd.channelwise.design+json"
    assert kind.find(f"{space}glob").get("pattern") == "*.design.json"


def test_the_icon_is_drawn(registered):
    path = registered / "icons/hicolor/scalable/apps/channelwise.svg"
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(8, 24).name() == "#1a62d0"


def test_everything_is_taken_away(registered):
    assert len(desktop.unregister(registered)) == 3
    assert [path for path in registered.rglob("*") if path.is_file()] == []
    assert desktop.unregister(registered) == []


def test_the_commands(window, find, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(desktop.shutil, "which", lambda tool: None)
    window.actions_by_id["unregister"].trigger()
    assert "was not in the menu" in find("message", window).text()
    window.actions_by_id["register"].trigger()
    assert str(tmp_path / "data") in find("message", window).text()
    window.actions_by_id["unregister"].trigger()
    assert "out of the menu" in find("message", window).text()
    (tmp_path / "data" / "mime").rename(tmp_path / "data" / "was")
    (tmp_path / "data" / "mime").write_text("a file in the way")
    window.actions_by_id["register"].trigger()
    assert "cannot be written" in find("message", window).text()


@pytest.mark.parametrize(
    ("word", "quoted"),
    [("plain", "plain"), ("50%", "50%%"), ("a b", '"a b"'), ('a"b', '"a\\"b"')],
)
def test_words_are_quoted_as_the_specification_says(word, quoted):
    assert desktop._quoted(word) == quoted
