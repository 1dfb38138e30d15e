"""The accessibility interfaces of the canvas and its nodes: names, positions, actions.

Qt knows widgets only, so that a graphics view is one blank area to a screen reader. Here
every node is an item of a list, with a name, a place on the screen, and the wires as relations.
"""

# Qt's types leave out that an interface may have no object, parent or child, and what a pointer is.
# mypy: disable-error-code="override"

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)
from shiboken6 import VoidPtr, getCppPointer

from designer.canvas.values.translation import told, tr
from designer.canvas.values.values import NodeState
from designer.canvas.view.navigating import NavigableView

_JOINT = re.compile(r"_+|(?<=[a-z])(?=\d)")
Relations = list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]


def in_words(name: str) -> str:
    """A name as it is spoken: `grouped_conv2` is `grouped conv 2`."""
    return _JOINT.sub(" ", name).strip()


def spoken_name(node: NodeState) -> str:
    """A node in words: `Inverted residual, row 2, 56 by 56 by 24, error: ...`."""
    shape = node.shape.replace("×", tr(" by ")) or tr("unknown shape")
    parts = [told(node.block_title), in_words(node.title), shape]
    if node.repeat:
        parts.append(tr("{count} copies").format(count=node.repeat[1:]))
    if node.muted:
        parts.append(tr("muted"))
    kinds = {"error": tr("error"), "warning": tr("warning")}
    parts += [f"{kinds[it.severity]}: {told(it.message)}" for it in node.issues]
    return ", ".join(parts)


def spoken_details(node: NodeState) -> str:
    """The settings of a node: `filters 24, expansion 6`."""
    settings = (setting for line in node.lines for setting in line)
    return ", ".join(f"{it.label} {it.value}".strip() for it in settings)


class NodeActions(QAccessibleActionInterface):
    """The accessibility actions of a node: press it, which edits it, or go to it."""

    def __init__(self, canvas: AccessibleCanvas, id: str) -> None:
        super().__init__()
        self._scene, self._id = canvas.view.canvas, id
        self._view = canvas.view

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        self._view.setFocus()
        self._scene.select((self._id,))
        if name == self.pressAction():
            self._scene.activated.emit(self._id)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return ["Enter"] if name == self.pressAction() else []


class AccessibleNode(QAccessibleInterface):
    """The accessibility interface of a node, an item of the canvas's list."""

    def __init__(self, canvas: AccessibleCanvas, id: str) -> None:
        super().__init__()
        self._canvas, self.id = canvas, id
        self._actions = NodeActions(canvas, id)

    @property
    def _node(self) -> NodeState | None:
        return self._canvas.view.canvas.state.nodes.get(self.id)

    def isValid(self) -> bool:
        return self._node is not None

    def object(self) -> QObject | None:
        return None

    def parent(self) -> QAccessibleInterface:
        return self._canvas

    def window(self) -> QWindow:
        return self._canvas.window()

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        view = self._canvas.view
        item = view.canvas.node_item(self.id)
        if item is None:
            return QRect()
        box = view.mapFromScene(item.body).boundingRect()
        return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state, view = QAccessible.State(), self._canvas.view
        chosen = view.canvas.selected_nodes()
        state.selectable = state.multiSelectable = state.focusable = True
        state.selected = self.id in chosen
        state.focused = (self.id,) == chosen and view.hasFocus()
        node = self._node
        state.invalid = node is None
        frame = QRect(
            view.viewport().mapToGlobal(view.viewport().rect().topLeft()),
            view.viewport().size(),
        )
        state.offscreen = not frame.intersects(self.rect())
        return state

    def text(self, kind: QAccessible.Text) -> str:
        node = self._node
        if node is None:
            return ""
        if kind is QAccessible.Text.Name:
            return spoken_name(node)
        return spoken_details(node) if kind is QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass  # a node is renamed in the inspector

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:
        # The binding takes None for a pointer to None.
        acts = kind is QAccessible.InterfaceType.ActionInterface
        return VoidPtr(getCppPointer(self._actions)[0] if acts else 0)

    def relations(
        self,
        match: QAccessible.RelationFlag = QAccessible.RelationFlag.AllRelations,
    ) -> Relations:
        """The nodes that the wires come from and lead to."""
        flag = QAccessible.RelationFlag
        found: Relations = []
        for edge in self._canvas.view.canvas.edges_at(self.id):
            comes = edge.target == self.id
            kind = flag.FlowsFrom if comes else flag.FlowsTo
            other = self._canvas.accessible_node(edge.source if comes else edge.target)
            if match & kind and other is not None:
                found.append((other, kind))
        return found


class AccessibleCanvas(QAccessibleInterface):
    """The accessibility interface of the canvas, a list of its nodes in the design's order."""

    def __init__(self, view: NavigableView) -> None:
        super().__init__()
        self.view = view
        self._nodes: dict[str, AccessibleNode] = {}

    def accessible_node(self, id: str) -> AccessibleNode | None:
        """A node's accessibility interface, made on first use."""
        if id not in self.view.canvas.state.nodes:
            return None
        if id not in self._nodes:
            self._nodes[id] = AccessibleNode(self, id)
        return self._nodes[id]

    def forget_gone(self) -> None:
        """Delete the interfaces of removed nodes, which Qt keeps until then."""
        nodes = self.view.canvas.state.nodes
        for id in [id for id in self._nodes if id not in nodes]:
            node = self._nodes.pop(id)
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject:
        return self.view

    def parent(self) -> QAccessibleInterface | None:
        above = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else None

    def window(self) -> QWindow:
        return self.view.window().windowHandle()

    def childCount(self) -> int:
        return len(self.view.canvas.state.nodes)

    def child(self, index: int) -> QAccessibleInterface | None:
        ids = list(self.view.canvas.state.nodes)
        return self.accessible_node(ids[index]) if 0 <= index < len(ids) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        view = self.view
        at = view.mapToScene(view.viewport().mapFromGlobal(QPoint(x, y)))
        found = view.canvas.nodes_in(QRectF(at, QSizeF(1, 1)))
        return self.accessible_node(found[0]) if found else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = list(self.view.canvas.state.nodes)
        if isinstance(child, AccessibleNode) and child.id in ids:
            return ids.index(child.id)
        return -1

    def focusChild(self) -> QAccessibleInterface | None:
        chosen = self.view.canvas.selected_nodes()
        alone = len(chosen) == 1 and self.view.hasFocus()
        return self.accessible_node(chosen[0]) if alone else None

    def rect(self) -> QRect:
        corner = self.view.mapToGlobal(self.view.rect().topLeft())
        return QRect(corner, self.view.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.multiSelectable = True
        state.focused = self.view.hasFocus()
        state.invisible = not self.view.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name:
            return self.view.accessibleName()
        if kind is QAccessible.Text.Description:
            return self.view.accessibleDescription()
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass
