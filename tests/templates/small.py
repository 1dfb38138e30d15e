"""Templates at their least size, with every kind of row and few layers; and those that differ in more than size."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from designer.analysis import analyse
from designer.analysis.report import Analysis
from designer.model.document import Document
from templates import Template, gallery

# Options that decide how large a network is, and not what it is made of.
SIZES = ("input_size", "width", "depth", "alpha", "scale")


def small(template: Template, copies: int) -> Analysis:
    """A template with the least that its options allow, and at most so many copies of a row."""
    least = {o.name: o.minimum for o in template.options if o.name in SIZES}
    return analyse(shortened(template.document(**least, classes=10), copies))


def shortened(document: Document, copies: int) -> Document:
    """The design with at most so many copies of each row."""
    nodes = {
        id: replace(document.nodes[id], repeat=min(report.repeat, copies))
        for id, report in analyse(document).nodes.items()
    }
    return replace(document, nodes=nodes)


def of_each_function() -> dict[str, Template]:
    """The first template of each function that builds some: the others differ in sizes and copies alone. By id."""
    return _first_of_each(gallery().values(), _function)


def of_each_module() -> dict[str, Template]:
    """Of each module, the first template with the most options. By id."""
    found = sorted(gallery().values(), key=lambda made: -len(made.options))
    return _first_of_each(found, lambda template: _function(template).__module__)


def _first_of_each(
    templates: Any, kind: Callable[[Template], object]
) -> dict[str, Template]:
    found: dict[object, Template] = {}
    for template in templates:
        found.setdefault(kind(template), template)
    return {template.id: template for template in found.values()}


def _function(template: Template) -> Callable[..., Any]:
    build = template.build
    return build.func if isinstance(build, partial) else build
