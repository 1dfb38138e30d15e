"""Commands for composite blocks and rows: group, enter, ungroup, unroll, roll up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from designer.analysis.catalog import design_blocks
from designer.analysis.editable import editable
from designer.app.command import Command, one_selected, selected
from designer.app.edits.nodes import laid_out
from designer.app.session.state import State
from designer.app.session.views import OPENED_WRAP, refusal_to_enter
from designer.app.text.translation import later, tr
from designer.canvas.values.geometry import node_sizes
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.theme import GRID, NODE_WIDTH
from designer.model.document import EMPTY, Document
from designer.model.edits import (
    free_block,
    group,
    reroll,
    reroll_offer,
    ungroup,
    unroll,
)
from designer.model.edits.rows import STEP

if TYPE_CHECKING:
    from designer.app.dialogs.group_block import Exposed
    from designer.app.workbench import Workbench

Edited = tuple[Document, tuple[str, ...]]
NEW = "my_block"


def group_selected(workbench: Workbench) -> None:
    """Ask for the block's name and exposed parameters, and replace the nodes by one use of it."""
    from designer.app.dialogs.group_block import GroupDialog

    controller = workbench.controller
    ids, catalog = controller.state.selection, controller.signatures
    sizes = node_sizes(controller.state.scene, controller.options)

    def edit(name: str, title: str, exposed: Exposed, document: Document) -> Edited:
        made, id = group(
            document,
            ids,
            name=name,
            catalog=catalog,
            title=title,
            expose=exposed,
            sizes=sizes,
        )
        return made, (id,)

    def try_out(name: str, title: str, exposed: Exposed) -> str | None:
        return controller.refusal_of(partial(edit, name, title, exposed))

    def then(name: str, title: str, exposed: Exposed) -> None:
        controller.apply(
            f"Group into {title or name}",
            partial(edit, name, title, exposed),
        )

    name = free_block(NEW, controller.document, catalog)
    if refusal := try_out(name, "", {}):
        controller.say(refusal, "error")
        return
    dialog = GroupDialog(
        controller.document,
        controller.blocks,
        ids,
        name,
        try_out,
        then,
        workbench.window,
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ungroup_selected(workbench: Workbench) -> None:
    """Replace every selected use of a composite block by its nodes."""
    ids = _composites(workbench.controller.state)

    def edit(document: Document) -> Edited:
        freed: list[str] = []
        for id in ids:
            document, inner = ungroup(document, id)
            freed += inner
        return document, tuple(freed)

    workbench.controller.apply("Ungroup", edit)


def inspect(workbench: Workbench, node: str) -> None:
    """Move the focus to the first field of a node."""
    controller = workbench.controller
    controller.select((node,))
    block = controller.blocks.get(controller.document.nodes[node].block)
    names = list(block.parameters) if block else []
    workbench.show_panel("inspector").focus_field(names[0] if names else "name")


def open_node(workbench: Workbench, id: str) -> None:
    """Handle a double-click: enter a block; for a single layer, edit its parameters."""
    state = workbench.controller.state
    if not state.views or refusal_to_enter(state.views[-1], id):
        inspect(workbench, id)
    else:
        workbench.controller.enter(id)


def make_editable(workbench: Workbench) -> None:
    """Turn a library block into a composite block made of its layers, and enter it."""
    controller = workbench.controller
    (id,) = controller.state.selection
    analysis = controller.analysis

    def edit(document: Document) -> Edited:
        return _arranged(
            editable(document, id, analysis), document, controller.options
        ), (id,)

    if controller.apply(f"Make {controller.document.nodes[id].name} editable", edit):
        controller.enter(id)


def _arranged(document: Document, before: Document, options: ViewOptions) -> Document:
    """The design with the insides of its new blocks laid out."""
    definitions = dict(document.definitions)
    for block in definitions.keys() - before.definitions.keys():
        definition = definitions[block]
        body = replace(definition.body, definitions=document.definitions)
        body = laid_out(body, design_blocks(document), OPENED_WRAP, options=options)
        body = replace(body, definitions=EMPTY)
        definitions[block] = replace(definition, body=body)
    return replace(document, definitions=definitions)


def unroll_selected(workbench: Workbench) -> None:
    """Unroll a row into single nodes."""
    (id,) = workbench.controller.state.selection
    catalog = workbench.controller.signatures
    right = workbench.scene.options.direction == "right"
    step = (NODE_WIDTH + 8.0 * GRID, 0.0) if right else STEP
    workbench.controller.apply(
        "Unroll the row",
        lambda document: unroll(document, id, catalog=catalog, step=step),
    )


def make_row(workbench: Workbench) -> None:
    """Turn a chain of equal nodes into one row: the selected nodes, or those around the selected one."""
    controller = workbench.controller
    chosen, catalog = controller.state.selection, controller.signatures
    if len(chosen) == 1:
        found = reroll_offer(controller.document, chosen[0], catalog=catalog)
        if not found:
            name = controller.document.nodes[chosen[0]].name
            controller.say(
                tr(
                    "The neighbours of '{node}' are not like it: a row is a chain of one block with equal settings"
                ).format(node=name)
            )
            return
        chosen = found

    def edit(document: Document) -> Edited:
        made, id = reroll(document, chosen, catalog=catalog)
        return made, (id,)

    controller.apply("Make one row", edit)


def _composites(state: State) -> tuple[str, ...]:
    nodes, definitions = state.document.nodes, state.document.definitions
    return tuple(id for id in state.selection if nodes[id].block in definitions)


def _can_enter(state: State) -> bool:
    if not one_selected(state) or not state.views:
        return False
    return refusal_to_enter(state.views[-1], state.selection[0]) is None


def _is_library(state: State) -> bool:
    return _can_enter(state) and not _composites(state)


def _can_unroll(state: State) -> bool:
    return one_selected(state) and state.document.nodes[state.selection[0]].repeat != 1


COMMANDS = (
    Command(
        "edit",
        "Edit the parameters",
        lambda workbench: inspect(workbench, workbench.controller.state.selection[0]),
        "mdi6.tune-variant",
        ("Return", "Enter"),
        on_canvas=True,
        menu="Block/edit",
        context=("node",),
        enabled=one_selected,
    ),
    Command(
        "group",
        "Group into a block…",
        group_selected,
        "mdi6.group",
        ("Ctrl+G",),
        "Make a block of your own of the selected nodes",
        menu="Block/composite",
        context=("node", "several"),
        enabled=selected,
    ),
    Command(
        "ungroup",
        "Ungroup",
        ungroup_selected,
        "mdi6.ungroup",
        ("Ctrl+Shift+U",),
        "Put the nodes that a block is made of in its place",
        menu="Block/composite",
        context=("composite", "several"),
        enabled=lambda state: bool(_composites(state)),
        needs=later("Select a node of a block of this design first"),
    ),
    Command(
        "enter",
        "Look inside",
        lambda workbench: workbench.controller.enter(
            workbench.controller.state.selection[0]
        ),
        "mdi6.arrow-expand-down",
        ("Ctrl+Return",),
        "What a block is made of; a double-click does the same",
        on_canvas=True,
        menu="Block/composite",
        context=("node",),
        enabled=_can_enter,
        needs=later("Select one node that has layers inside first"),
    ),
    Command(
        "enter_composite",
        "Look into a block of the design",
        lambda workbench: workbench.controller.enter(
            workbench.controller.state.selection[0]
        ),
        keys=("Tab",),
        on_canvas=True,
        enabled=lambda state: one_selected(state) and bool(_composites(state)),
        needs=later("Select one node of a block of this design first"),
    ),
    Command(
        "make_editable",
        "Make editable",
        make_editable,
        "mdi6.pencil-outline",
        tip="Turn a block of the library into one of your own, which you can change inside",
        menu="Block/composite",
        context=("node",),
        enabled=_is_library,
        needs=later("Select one node of a library block first"),
    ),
    Command(
        "leave",
        "Leave the block",
        lambda workbench: workbench.controller.leave(),
        "mdi6.arrow-up",
        ("Backspace",),
        on_canvas=True,
        menu="Block/composite",
        context=("ground",),
        enabled=lambda state: state.inside,
        needs=later("Look inside a block first"),
    ),
    Command(
        "unroll",
        "Unroll the row",
        unroll_selected,
        "mdi6.unfold-more-horizontal",
        tip="Put the nodes that a row stands for in its place",
        menu="Block/rows",
        context=("node",),
        enabled=_can_unroll,
        needs=later("Select one row of several copies first"),
    ),
    Command(
        "make_row",
        "Make one row",
        make_row,
        "mdi6.unfold-less-horizontal",
        ("Ctrl+Shift+R",),
        "Make one row that repeats of a chain of equal nodes",
        menu="Block/rows",
        context=("node", "several"),
        enabled=selected,
    ),
)
