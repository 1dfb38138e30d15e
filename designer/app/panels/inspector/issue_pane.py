"""A pane with the issues of the selection, apart from the fields, so that these stay in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from designer.analysis.issues import Issue, Repair
from designer.app.fields.issue_cards import IssueList
from designer.app.text.translation import tr
from designer.app.widgets.application import application
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import GRID, Theme

SHARE = 0.45  # of the inspector's height, at most
LEAST = 9 * GRID  # room for a message


class IssuePane(QScrollArea):
    """A pane below the fields of an inspector, as high as its cards.

    While a field is edited it does not become lower, so that nothing scrolls under the pointer.
    """

    grown = Signal()  # a field may be covered

    def __init__(
        self, theme: Theme, repair: Callable[[Repair], None], inspector: QWidget
    ) -> None:
        super().__init__(inspector)
        self._inspector = inspector
        self.setObjectName("issues")
        self.setAccessibleName(tr("problems of what is selected"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows its buttons
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = plain(tr("No problem now."), "muted")
        self._list = IssueList(theme, repair)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)
        self._column.addWidget(self._list)
        self._column.addStretch(1)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        holder.installEventFilter(self)
        self._owner: object = None
        application().focusChanged.connect(self._settle)
        self.hide()

    def show_issues(self, issues: Sequence[Issue], owner: object) -> None:
        """Show the issues of the selection.

        Args:
            owner: a key of the selection; another one resets the pane.
        """
        anew, self._owner = owner != self._owner, owner
        self._list.show_issues(issues)
        self._none.setVisible(not issues)
        self._fit(keep=not anew and self._edited())

    def set_theme(self, theme: Theme) -> None:
        """Icons are coloured when they are made."""
        self._list.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # repairs were found
            self._fit(keep=self._edited())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(keep=self._edited())

    def _edited(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._inspector.isAncestorOf(focus)

    def _room(self) -> int:
        """The height below the field that is edited."""
        focus, inspector = QApplication.focusWidget(), self._inspector
        if focus is None or not self._edited() or self.isAncestorOf(focus):
            return inspector.height()
        bottom = focus.mapTo(inspector, QPoint(0, focus.height())).y()
        return inspector.height() - bottom - GRID

    def _settle(self) -> None:
        if self.isHidden():
            return
        if not self._edited():
            self._fit(keep=False)
        elif self._room() < self.height():  # uncover what has the focus now
            self.setFixedHeight(max(self._room(), LEAST))
            if (layout := self._inspector.layout()) is not None:
                layout.activate()

    def _fit(self, *, keep: bool) -> None:
        """Resize to the cards; with `keep`, no lower than now. The edited field stays in place and visible."""
        before = 0 if self.isHidden() else self.height()
        wanted = 0
        if not self._list.isHidden():
            column, wide = self._column, self._inspector.width()
            wanted = column.totalSizeHint().height()
            if column.hasHeightForWidth():
                wanted = column.totalHeightForWidth(wide)
            room = min(round(SHARE * self._inspector.height()), self._room())
            wanted = min(wanted, max(room, LEAST))
        if keep:
            wanted = max(wanted, before)
        if wanted != before:
            self.setFixedHeight(wanted)
            self.setVisible(wanted > 0)
        if wanted > before:
            self.grown.emit()
