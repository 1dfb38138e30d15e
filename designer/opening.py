"""What the command line names as a design, a file or a template, as a document."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace

from designer.model.document import Document, is_expression
from designer.model.edits import set_variable
from designer.model.files import load
from designer.model.rules import did_you_mean
from templates import Template, gallery


class UsageError(Exception):
    """What was asked for cannot be done; the text is the sentence for the user."""


def document_of(source: str, settings: Mapping[str, str]) -> Document:
    """The design in a file, or of a template.

    Args:
        source: a path, or a template's id.
        settings: variables of the file's design, or options of the template, as typed.

    Raises:
        UsageError: there is neither, or the design has no such variable.
        FileError: the file cannot be read.
        TemplateError: the template has no such option, or its value cannot work.
        Refusal: the variable cannot have that value.
    """
    if is_file(source):
        return _with_variables(load(source), settings)
    return template_of(source, "file and no template").document(**settings)


def is_file(source: str) -> bool:
    """Whether a file is meant: it is there, or it is written as a path. A folder is no design."""
    written_as_path = source.endswith(".json") or os.path.basename(source) != source
    return os.path.isfile(source) or written_as_path


def template_of(id: str, wanted: str = "template") -> Template:
    """The template of that id; raises UsageError with what was probably meant."""
    templates = gallery()
    if id not in templates:
        hint = did_you_mean(id, templates) or "; see: channelwise templates"
        raise UsageError(f"there is no {wanted} '{id}'{hint}")
    return templates[id]


def _with_variables(document: Document, settings: Mapping[str, str]) -> Document:
    for name, typed in settings.items():
        variable = document.variables.get(name)
        if variable is None:
            known = ", ".join(document.variables) or "none"
            hint = did_you_mean(name, document.variables) or f"; it has {known}"
            raise UsageError(f"this design has no variable '{name}'{hint}")
        value = _number(name, typed)
        document = set_variable(document, name, replace(variable, value=value))
    return document


def _number(name: str, typed: str) -> int | float | str:
    if is_expression(typed):
        return typed
    for read in (int, float):
        try:
            return read(typed)
        except ValueError:
            continue
    raise UsageError(f"{name} is a number or an expression, not '{typed}'")
