"""The command palette: searches commands, panels, blocks, nodes and templates; Enter runs the current one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from designer.app.block_choice.search import closest, distinct_titles
from designer.app.block_choice.sections import PORTS, takes_ports
from designer.app.panel import panels
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.block_tree import SearchLine
from designer.app.widgets.two_sided_rows import DETAIL, TwoSidedDelegate
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, category_style
from templates import gallery

WIDTH, HEIGHT = 64 * GRID, 52 * GRID
MOST = 60  # rows; more are not read


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of the palette.

    Args:
        detail: at the right: keys, or what kind of thing it is.
        names: what finds it, besides the words of `verb`; by default the text.
        verb: what stands in front of the names in the text, such as `Go to`.
        need: what must be done first; empty if it can be done now.
    """

    text: str
    detail: str
    icon: str
    run: Callable[[], object]
    colour: str = ""
    names: tuple[str, ...] = ()
    verb: str = ""
    need: str = ""


def best(choices: Iterable[Choice], typed: str, most: int = MOST) -> list[Choice]:
    """The choices that match every typed word, the closest first; as many as fit for an empty query.

    Of equally close ones, those that cannot be done now come last; where nothing is typed, they are left out.
    """
    ranked = []
    for place, choice in enumerate(choices):
        names = choice.names or (choice.text,)
        rank = closest(typed, *names, verb=choice.verb)
        if rank is not None and (typed.strip() or not choice.need):
            ranked.append((rank, bool(choice.need), place, choice))
    return [choice for *_, choice in sorted(ranked, key=lambda r: r[:3])[:most]]


def choices(workbench: Workbench) -> Iterator[Choice]:
    """All choices of the current state."""
    yield from _commands(workbench)
    yield from _nodes(workbench)
    yield from _blocks(workbench)
    yield from _templates(workbench)


def _commands(workbench: Workbench) -> Iterator[Choice]:
    from designer.app.command import commands

    native = QKeySequence.SequenceFormat.NativeText
    for command in commands().values():
        action = workbench.actions[command.id]
        if command.id != "command_palette":
            below = command.menu.split("/")[2:]
            title = action.text().rstrip("…").replace("&&", "&")
            text = ": ".join([*map(tr, below), title])
            keys = action.shortcut().toString(native)
            sign = command.icon or "mdi6.chevron-right"
            need = "" if action.isEnabled() else tr(command.need)
            names = (text, tr(command.tip) if command.tip else "")
            yield Choice(text, keys, sign, action.trigger, names=names, need=need)
    for panel in panels().values():
        title = tr(panel.title)
        yield Choice(
            tr("Panel: {title}").format(title=title),
            "",
            panel.icon,
            partial(workbench.show_panel, panel.id),
        )


def _nodes(workbench: Workbench) -> Iterator[Choice]:
    controller = workbench.controller
    for node in controller.document:
        title = told(controller.title_of(node.block))
        known = controller.blocks.get(node.block)
        style = category_style(known.category if known else "")
        yield Choice(
            tr("Go to {node}").format(node=node.name),
            title,
            style.icon,
            partial(controller.reveal, (node.id,)),
            workbench.theme.categories[style.hue],
            (node.name,),
            tr("Go to {node}").format(node=""),
        )


def _blocks(workbench: Workbench) -> Iterator[Choice]:
    hidden = frozenset() if takes_ports(workbench.controller.document) else PORTS
    titles = distinct_titles(workbench.controller.blocks.values())
    for id, block in workbench.controller.blocks.items():
        if id not in hidden:
            style = category_style(block.category)
            title = titles[id]
            yield Choice(
                tr("Add {block}").format(block=title),
                told(block.category),
                style.icon,
                partial(workbench.place_block, id),
                workbench.theme.categories[style.hue],
                (title, block.title),
                tr("Add {block}").format(block=""),
            )


def _templates(workbench: Workbench) -> Iterator[Choice]:
    for id, template in gallery().items():
        yield Choice(
            tr("Begin from {template}").format(template=told(template.title)),
            told(template.family),
            "mdi6.view-grid-plus-outline",
            partial(workbench.open_template, id, {}),
            names=(told(template.title), template.title),
            verb=tr("Begin from {template}").format(template=""),
        )


class CommandPalette(QFrame):
    """A popup at the upper middle of a window, which closes when an entry is chosen."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench.window, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(tr("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench = workbench
        self._choices = list(choices(workbench))
        self._shown: Sequence[Choice] = ()
        self.line = SearchLine()
        self.line.setPlaceholderText(tr("What to do, which block to add, where to go"))
        self.line.setAccessibleName(tr("search commands"))
        self.line.textChanged.connect(self._fill)
        self.line.moved.connect(self._move)
        self.line.taken.connect(self._take)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("commands found"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setItemDelegate(TwoSidedDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self._fill("")

    def open(self) -> None:
        """Show it."""
        window = self._workbench.window
        width = min(WIDTH, window.width() - 4 * GRID)
        self.resize(width, min(HEIGHT, window.height() - 12 * GRID))
        corner = QPoint((window.width() - self.width()) // 2, 8 * GRID)
        self.move(window.mapToGlobal(corner))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, text: str) -> None:
        self.list.clear()
        self._shown = best(self._choices, text)
        for choice in self._shown:
            theme = self._workbench.theme
            sign = icon(choice.icon, theme, choice.colour or None)
            item = QListWidgetItem(sign, choice.text)
            detail = choice.need or choice.detail
            item.setData(DETAIL, detail)
            if choice.need:
                item.setForeground(QColor(theme.disabled))
            spoken = ", ".join(filter(None, (choice.text, detail)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        if not self._shown:
            nothing = QListWidgetItem(
                tr("Nothing is called “{text}”").format(text=text)
            )
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _move(self, steps: int) -> None:
        count = self.list.count()
        self.list.setCurrentRow((self.list.currentRow() + steps) % count)

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            choice = self._shown[row]
            if choice.need:
                return
            self.close()
            choice.run()
