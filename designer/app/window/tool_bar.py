"""The tool bar: icons, the zoom, and a labelled Export button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from designer.app.command import TOOLS
from designer.app.text.translation import tr
from designer.app.widgets.labels import mark
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID


class ToolBar(QToolBar):
    """The commands of TOOLS, the zoom, and the button that exports."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(20, 20))
        actions = workbench.actions
        for id in TOOLS:
            if id:
                self.addAction(actions[id])
                name = actions[id].text().rstrip("…")
                self.widgetForAction(actions[id]).setAccessibleName(name)
            else:
                self.addSeparator()
        self._zoom = QToolButton()
        self._zoom.setAccessibleName(tr("zoom"))
        self._zoom.setToolTip(tr("Click for actual size"))
        self._zoom.setMinimumWidth(7 * GRID)
        self._zoom.clicked.connect(workbench.view.zoom_reset)
        self.addWidget(self._zoom)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        export = QPushButton(tr("Export"))
        mark(export, "primary", True)
        export.setAccessibleName(tr("export"))
        export.setToolTip(actions["export"].toolTip())
        # As the buttons next to it: a click does not move the focus.
        export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        export.clicked.connect(actions["export"].trigger)
        self.addWidget(export)
        workbench.view.zoom_changed.connect(self.show_zoom)

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom of the canvas."""
        self._zoom.setText(f"{100 * zoom:.0f} %")
