"""The start page, shown in place of the canvas: new design, templates, recent designs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.dialogs.gallery.entries import published_of
from designer.app.editor.thumbnails import SIZE, Thumbnails
from designer.app.session.state import State
from designer.app.text import figures
from designer.app.text.prose import prose
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark, plain
from designer.app.widgets.two_sided_rows import DETAIL, TwoSidedDelegate
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme
from templates import Published, Template, gallery

LEFT_WIDTH = 22 * GRID
WIDEST = 128 * GRID
KEY = Qt.ItemDataRole.UserRole
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

# A popular network of each family; the gallery has all.
TEMPLATES = (
    "mobilenet_v2",
    "mobilenet_v3_large",
    "shufflenet_v1",
    "shufflenet_v2",
    "efficientnet_b0",
    "ghostnet",
    "resnet_50",
    "convnext_tiny",
)
NOTICE_ROOM = 7 * GRID  # of one line, below what can be chosen


class StartPage(QFrame):
    """Offers designs to start from, and is replaced by the chosen one.

    Args:
        pictures: the folder of the pictures of recent designs.
    """

    def __init__(self, workbench: Workbench, pictures: Path) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAccessibleName(tr("start page"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workbench, self._thumbnails = workbench, Thumbnails(pictures)
        workbench.start_page_wanted.connect(self.open)
        workbench.canvas_wanted.connect(self.leave)
        workbench.files.used.connect(self._picture)
        self._buttons: list[tuple[QPushButton, str]] = []
        self.recent = _list(tr("recent designs"))
        self.recent.setViewMode(QListView.ViewMode.IconMode)
        self.recent.setMovement(QListView.Movement.Static)
        self.recent.setResizeMode(QListView.ResizeMode.Adjust)
        self.recent.setIconSize(SIZE)
        self.recent.setGridSize(SIZE + QSize(2 * GRID, 5 * GRID))
        self.recent.itemActivated.connect(self._open_recent)
        self.recent.itemClicked.connect(self._open_recent)
        self.templates = _list(tr("templates"))
        self.templates.setItemDelegate(TwoSidedDelegate(self.templates))
        self.templates.itemActivated.connect(self._open_template)
        self.templates.itemClicked.connect(self._open_template)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * GRID)
        row.addWidget(self._left())
        row.addLayout(self._right(), 1)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        inner.setLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 4 * GRID, 3 * GRID, NOTICE_ROOM)
        whole.addWidget(inner)
        self.setFocusProxy(self._buttons[0][0])
        self.hide()

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(plain("Channelwise", "title"))
        column.addWidget(
            plain(
                tr(
                    "Design convolutional networks by hand, and take away Keras code that runs."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addSpacing(2 * GRID)
        actions = self._workbench.actions
        for id, name in (
            ("new", "mdi6.file-outline"),
            ("open", "mdi6.folder-open-outline"),
            ("gallery", "mdi6.view-grid-outline"),
            ("guided_tour", "mdi6.map-marker-path"),
            ("settings", "mdi6.cog-outline"),
        ):
            button = QPushButton(actions[id].text())
            button.setAccessibleName(actions[id].text().rstrip("…"))
            mark(button, "quiet", True)
            button.clicked.connect(actions[id].trigger)
            if id == "new":
                button.clicked.connect(self.leave)
            self._buttons.append((button, name))
            column.addWidget(button)
        column.addStretch(1)
        return left

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(plain(tr("RECENT"), "section"))
        self._nothing = plain(tr("Designs that you save are listed here."), "muted")
        column.addWidget(self._nothing)
        column.addWidget(self.recent, 1)
        column.addSpacing(GRID)
        heads = QHBoxLayout()
        heads.addWidget(plain(tr("TEMPLATES"), "section"))
        heads.addStretch(1)
        heads.addWidget(plain(tr("as published"), "muted"))  # of the figures below
        heads.addSpacing(GRID)
        column.addLayout(heads)
        column.addWidget(self.templates, 1)
        return column

    # Coming and going

    def open(self) -> None:
        """Show the page in place of the canvas."""
        self._fill()
        self._workbench.cover = self
        self._workbench.view.hide()
        self.show()
        self.setFocus()

    def leave(self) -> None:
        """Return to the canvas."""
        if self._workbench.cover is self:
            self._workbench.cover = None
            self.hide()
            self._workbench.view.show()
            self._workbench.view.setFocus()
            self._workbench.view.fit_all()

    def show_state(self, state: State) -> None:
        """Return to the canvas when the design is edited."""
        if state.document.nodes and state.undo_label is not None:
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER and isinstance(focus, QPushButton):
            focus.click()  # outside dialogs Qt presses a button by Space only
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        for button, name in self._buttons:
            button.setIcon(icon(name, theme, theme.accent))
        if self.isVisible():
            self._fill()

    # What it offers

    def _fill(self) -> None:
        theme = self._workbench.theme
        self.recent.clear()
        paths = [Path(text) for text in self._workbench.settings_store.settings.recent]
        for path in (path for path in paths if path.exists()):
            picture = self._thumbnails.of(path, theme)
            sign = icon("mdi6.file-tree-outline", theme, theme.muted)
            item = QListWidgetItem(
                QIcon(picture) if picture else sign, path.name.partition(".")[0]
            )
            item.setData(KEY, str(path))
            item.setToolTip(str(path))
            self.recent.addItem(item)
        self._nothing.setVisible(not self.recent.count())
        self.recent.setVisible(bool(self.recent.count()))
        self.templates.clear()
        known = gallery()
        for template in (known[id] for id in TEMPLATES):
            item = QListWidgetItem(
                icon("mdi6.layers-triple-outline", theme, theme.accent),
                told(template.title),
            )
            item.setData(KEY, template.id)
            detail = _figures(template)
            item.setData(DETAIL, detail)
            item.setToolTip(
                "\n".join([prose(template.description), *_accuracy(template)])
            )
            spoken = f"{told(template.title)}, {detail}, {tr('as published')}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.templates.addItem(item)

    def _picture(self, path: Path) -> None:
        """Draw the thumbnail of a file when the canvas shows it: large designs open in slices."""
        self._workbench.when_shown(partial(self._keep_picture, path))

    def _keep_picture(self, path: Path) -> None:
        state = self._workbench.controller.state
        if state.path is not None and state.path.absolute() == path.absolute():
            self._thumbnails.keep(path, state.scene)

    def _open_recent(self, item: QListWidgetItem) -> None:
        self._workbench.files.open_path(Path(item.data(KEY)))

    def _open_template(self, item: QListWidgetItem) -> None:
        self._workbench.files.open_template(gallery()[item.data(KEY)], {})


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setIconSize(QSize(18, 18))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _figures(template: Template) -> str:
    """The published cost of the template."""
    said = published_of(template, {}) or Published()
    parts = []
    if said.params is not None:
        parts.append(tr("{params} params").format(params=figures.short(said.params)))
    if said.macs is not None:
        parts.append(tr("{macs} MACs").format(macs=figures.short(said.macs)))
    return "  ·  ".join(parts)


def _accuracy(template: Template) -> list[str]:
    """The published accuracy, and its data set."""
    said = published_of(template, {}) or Published()
    lines = []
    if said.top1 is not None:
        lines.append(tr("{top1} % top-1 on ImageNet").format(top1=said.top1))
    if said.source:
        lines.append(tr("Published by: {source}").format(source=said.source))
        lines.append(tr("Once it is open, the totals are counted from its layers."))
    return lines
