"""Remembers zoom and position of each design view, to restore them when a block is left."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from designer.app.session.state import State
from designer.canvas.view.view import CanvasView

Path = tuple[str, ...]  # nodes that were entered, outermost first


class RememberedViews:
    """Stores zoom and position of each view that was left for one inside it."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._path: Path = ()
        self._left: dict[Path, tuple[float, QPointF]] = {}

    def go(self, state: State) -> None:
        """Restore the zoom and position of the current view, or show all of it."""
        path = tuple(view.node for view in state.views[1:])
        if path == self._path:
            return
        self._left[self._path] = self._view.zoom, self._corner()
        self._path = path
        self._left = {p: seen for p, seen in self._left.items() if p == path[: len(p)]}
        if path in self._left:
            zoom, corner = self._left.pop(path)
            self._view.zoom_to(zoom)
            way = self._view.mapFromScene(corner)
            self._view.scroll_by(way.x(), way.y())
        else:
            self._view.fit_all()

    def begin(self) -> None:
        """Show all of another design."""
        self._path, self._left = (), {}
        self._view.fit_all()

    def _corner(self) -> QPointF:
        """The upper left corner: the middle moves when the bar above an entered block is shown or hidden."""
        return self._view.mapToScene(0, 0)
