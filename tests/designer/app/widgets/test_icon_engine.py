"""Icons: crisp at every size, in the colour of their state, and blank where there is no room yet."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from designer.app.widgets.appearance import icon
from designer.canvas.values.theme import DARK, LIGHT

NAME = "mdi6.layers-triple"


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are painted fully."""
    pixels = (
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
    )
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("mode", "colour"),
    [
        (QIcon.Mode.Normal, "text"),
        (QIcon.Mode.Disabled, "disabled"),
        (QIcon.Mode.Selected, "on_selection"),
    ],
)
def test_each_state_has_its_colour(qapp, theme, mode, colour):
    image = icon(NAME, theme).pixmap(QSize(64, 64), mode).toImage()
    assert inks(image) == {QColor(getattr(theme, colour)).name()}


@pytest.mark.parametrize("size", [8, 16, 20, 48, 256])
def test_it_fills_the_size_that_it_is_given(qapp, size):
    made = icon(NAME, LIGHT).pixmap(QSize(size, size), 1.0)
    assert made.size() == QSize(size, size)
    assert inks(made.toImage()) or size < 16


@pytest.mark.parametrize("size", [QSize(16, -1), QSize(0, 0), QSize(1, 1)])
def test_without_room_nothing_is_painted_and_nothing_complains(qapp, size):
    made = icon(NAME, LIGHT).pixmap(size, 1.0)
    assert not inks(made.toImage())
