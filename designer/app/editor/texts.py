"""Edits texts on the canvas: names, parameters, titles, notes."""

from __future__ import annotations

from functools import partial

from designer.app.editor.request_handler import RequestHandler
from designer.app.fields.parsing import TypedError, read
from designer.app.session.state import as_sentence
from designer.app.workbench import Workbench
from designer.canvas.values.translation import tr
from designer.canvas.values.values import MarkRef, TextRef
from designer.model.edits import (
    rename_node,
    set_frame,
    set_note,
    set_params,
)


class TextRequests(RequestHandler):
    """Opens a field over a text, and applies what is entered."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.scene.text_requested.connect(self.write)

    def write(self, ref: TextRef) -> None:
        """Edit a text in place."""
        if self.controller.state.read_only:
            return
        if isinstance(ref.of, MarkRef):
            self._write_mark(ref, ref.of)
        elif ref.parameter:
            self._write_parameter(ref, ref.of)
        else:
            name = self.controller.document.nodes[ref.of].name
            called = tr("name of {node}").format(node=name)
            self.view.write(ref, name, partial(self._rename, ref.of), name=called)

    def _rename(self, id: str, text: str) -> str | None:
        name = text.strip()
        return self.controller.attempt(
            tr("Rename to {name}").format(name=name),
            lambda document: rename_node(document, id, name),
        )

    def _write_parameter(self, ref: TextRef, id: str) -> None:
        node = self.controller.document.nodes[id]
        given = node.first if ref.first else node.params
        block = self.controller.blocks.get(node.block)
        parameter = block.parameters.get(ref.parameter) if block else None
        value = given.get(ref.parameter, parameter.default if parameter else None)
        called = tr("{parameter} of {node}").format(
            parameter=ref.parameter, node=node.name
        )
        text = "" if value is None else str(value)
        self.view.write(ref, text, partial(self._set, ref, id), name=called)

    def _set(self, ref: TextRef, id: str, text: str) -> str | None:
        controller, name = self.controller, ref.parameter
        block = controller.blocks.get(controller.document.nodes[id].block)
        parameter = block.parameters.get(name) if block else None
        if parameter is None:
            return tr("The block of this node is not known here.")
        try:
            value = read(
                text,
                name,
                parameter.type,
                controller.analysis.variables,
                parameter.choices,
                parameter.range,
                literal=parameter.literal,
            )
        except TypedError as error:
            return as_sentence(str(error))
        return controller.attempt(
            tr("Set {parameter}").format(parameter=name),
            lambda document: set_params(
                document,
                id,
                {name: value},
                catalog=controller.signatures,
                first=ref.first,
            ),
        )

    def _write_mark(self, ref: TextRef, mark: MarkRef) -> None:
        scene = self.controller.state.scene
        if mark.kind == "frame":
            text, called = scene.frames[mark.id].title, tr("title of the frame")
        else:
            text, called = scene.notes[mark.id].text, tr("text of the note")
        self.view.write(ref, text, partial(self._set_text, mark), name=called)

    def _set_text(self, mark: MarkRef, text: str) -> str | None:
        if mark.kind == "frame":
            title = " ".join(text.split())
            return self.controller.attempt(
                tr("Title of a frame"),
                lambda document: set_frame(document, mark.id, title=title),
            )
        return self.controller.attempt(
            tr("Write a note"),
            lambda document: set_note(document, mark.id, text=text),
        )
