"""Pictures of recent designs, stored for the start page."""

from __future__ import annotations

import contextlib
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageWriter, QPixmap

from designer.app.widgets.design_picture import drawn, thumbnail
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.scene_state import SceneState
from designer.canvas.values.theme import DARK, GRID, LIGHT, Theme
from designer.model.files.replacing import replace_file

SIZE = QSize(24 * GRID, 14 * GRID)
SCALE = 2  # screens show two pixels for one
MOST_NODES = 400  # a small picture of a larger network is unreadable


def thumbnails_folder() -> Path:
    """The folder that they are stored in."""
    return user_cache_path("channelwise", appauthor=False) / "thumbnails"


class Thumbnails:
    """A picture for each design file and theme. Files that cannot be read or written are skipped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, scene: SceneState) -> None:
        """Draw what a file holds now, in both themes: the start page may be shown in either."""
        if not 0 < len(scene.nodes) <= MOST_NODES:
            for theme in (LIGHT, DARK):  # what it was before
                with contextlib.suppress(OSError):
                    self._file(path, theme.name).unlink(missing_ok=True)
            return
        options = ViewOptions(parameters=False, shapes=False, costs=False)
        with drawn(scene, LIGHT, options) as picture:
            found = {}
            for theme in (LIGHT, DARK):  # drawing it takes most of the time
                picture.set_theme(theme)
                found[theme.name] = _png(thumbnail(picture, SIZE * SCALE))
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name, data in found.items():
                # As private as the most private design that it could show.
                replace_file(self._file(path, name), data, private=True, durable=False)
            # Earlier versions stored one picture, in the theme at that time.
            (self._folder / f"{_name(path)}.png").unlink(missing_ok=True)

    def of(self, path: Path, theme: Theme) -> QPixmap | None:
        """The picture of a file, if there is one."""
        file = self._file(path, theme.name)
        pixmap = QPixmap(str(file)) if file.exists() else QPixmap()
        if pixmap.isNull():
            return None
        pixmap.setDevicePixelRatio(SCALE)
        return pixmap

    def _file(self, path: Path, theme: str) -> Path:
        return self._folder / f"{_name(path)}-{theme}.png"


def _name(path: Path) -> str:
    return sha256(str(path.absolute()).encode()).hexdigest()[:24]


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
