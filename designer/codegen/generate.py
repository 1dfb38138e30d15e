"""The whole file: docstring, imports, the blocks that the design uses, `build_model`, `main`."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from textwrap import indent

from blocks.catalog import catalog
from designer.analysis.report import Analysis
from designer.codegen.aliases import aliases, free_name, renamed
from designer.codegen.expressions import MATH, ROUNDING, text
from designer.codegen.formatting import formatted
from designer.codegen.network import Network, Statement
from designer.codegen.routine import routine, statements_text
from designer.codegen.sources import FACADE, GroupedConv, Library
from designer.codegen.specialise import Program
from designer.model import rounding
from designer.model.document import Document, empty, is_expression

RESERVED = ("keras", "math", "GroupedConv2D", "build_model", "main", *FACADE.values())

MAIN = """def main() -> None:
    build_model().summary()


if __name__ == "__main__":
    main()
"""


class CodegenError(ValueError):
    """A design that cannot be written as code; the text is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """Python source, and which of its lines (first and last, from 1) stand for which node.

    A node that leaves no line, such as a muted one, is not there. `inner` has, by the block's id, the nodes inside
    each composite block that is written as a function.
    """

    source: str
    lines: Mapping[str, tuple[int, int]]
    inner: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=empty)

    def at(self, line: int) -> tuple[str, str] | None:
        """What stands in a line: a block's id ("" for the design itself), and the node in it."""
        for block, lines in {"": self.lines, **self.inner}.items():
            for node, (first, last) in lines.items():
                if first <= line <= last:
                    return block, node
        return None


def generate(
    analysis: Analysis, *, grouped_conv: GroupedConv = "fast"
) -> GeneratedFile:
    """Write a design as a Python file that needs Keras alone.

    Args:
        analysis: a design without errors.
        grouped_conv: `fast` brings the class GroupedConv2D along, `plain` uses
            `keras.layers.Conv2D(groups=...)`, which is slow to train on a CPU.

    Raises:
        CodegenError: the design has errors, or nothing in it.
    """
    document = analysis.document
    if not document.nodes:
        raise CodegenError(
            f"{document.name} is empty: an image and a block make a network"
        )
    if errors := analysis.errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise CodegenError(f"{document.name} has an error: {errors[0].message}{more}")
    library = Library(grouped_conv)
    body, statements = _build_model(analysis, library)
    parts = [
        _docstring(analysis),
        "\n".join(_imports(library)),
        *library.definitions.values(),
        body,
        MAIN,
    ]
    try:
        source = formatted("\n\n\n".join(parts))
    except OSError as missing:
        raise CodegenError(
            "ruff, which lays the code out, is not installed: `python3 dev.py setup` installs it"
        ) from missing
    return GeneratedFile(source, _lines(source, statements))


def _docstring(analysis: Analysis) -> str:
    total = analysis.total
    return (
        f'"""{_prose(analysis.document.name)}: {total.params:,} parameters, '
        f"{total.macs:,} multiply-accumulates an image.\n\n"
        'Designed with Channelwise; needs Keras 3 alone.\n"""'
    )


def _imports(library: Library) -> list[str]:
    """Standard library first, then Keras, as isort has them; `keras` itself makes the model."""
    taken: dict[str, set[str]] = {}
    for module, name in library.imports:
        taken.setdefault(module, set()).add(name)
    lines = [f"import {module}" for module in sorted(taken) if "" in taken[module]]
    for module in sorted(taken):
        if names := sorted(taken[module] - {""}, key=str.swapcase):
            lines.append(f"from {module} import {', '.join(names)}")
    ours = [line for line in lines if "keras" in line]
    standard = [line for line in lines if "keras" not in line]
    return [*standard, "", *ours] if standard else ours


def _build_model(analysis: Analysis, library: Library) -> tuple[str, list[Statement]]:
    """The text of `build_model`, its statements before they were laid out; fills the library."""
    other_names = aliases(analysis.document)
    document = renamed(analysis.document, other_names)
    given = {n: v for n, v in document.variables.items() if not is_expression(v.value)}
    derived = [n for n in analysis.variables if n not in given]
    blocks = {node.block: catalog()[node.block].function for node in document}
    taken = {*document.variables, *blocks, "keras", "math", *FACADE.values()}
    taken |= {*MATH, *ROUNDING, *other_names.values()}
    network = Network(replace(analysis, document=document), taken)
    statements = [
        *(_derived(name, document) for name in derived),
        *(Statement((f"{new} = {old}",)) for old, new in other_names.items()),
        *network.write(),
    ]
    written = "\n".join(line for s in statements for line in s.lines)
    program = Program(ast.parse(written).body, blocks)
    _refuse_hidden(document, {*program.names(), *RESERVED})
    for made in program.in_order():
        library.add(made.name, made.text(), made.scope)
    lines = library.adapt("\n".join(statements_text(program.statements)))
    for function in ROUNDING:
        if f"{function}(" in lines:
            made = routine(getattr(rounding, function))
            library.add(function, made.text(), made.scope)
    library.imports |= {("math", name) for name in MATH if f"{name}(" in lines}
    library.imports |= {("keras", m) for m in FACADE.values() if f"{m}." in lines}
    arguments = ", ".join(f"{n}={text(v.value)}" for n, v in given.items())
    head = f"def build_model({f'*, {arguments}' if arguments else ''}) -> keras.Model:"
    result = (
        f'return keras.Model({network.result}, name="{_identifier(document.name)}")'
    )
    body = "\n".join([_about(document, tuple(given)), lines, result])
    return f"{head}\n{indent(body, '    ')}", statements


def _derived(name: str, document: Document) -> Statement:
    """A variable that follows from others."""
    return Statement((f"{name} = {text(document.variables[name].value)}",))


def _refuse_hidden(document: Document, needed: Collection[str]) -> None:
    """Refuse a variable in whose place the code has a function or a module."""
    for name in document.variables:
        if name in needed:
            free = free_name(f"{name}_value", document.variables)
            raise CodegenError(
                f"the code has a function or module called '{name}': rename that variable, '{free}' is free"
            )


def _about(document: Document, given: tuple[str, ...]) -> str:
    title = f'"""Build {_prose(document.name)}.'
    notes = [(n, _prose(document.variables[n].note)) for n in given]
    notes = [(name, note) for name, note in notes if note]
    if not notes:
        return f'{title}"""'
    lines = "\n".join(f"    {name}: {note}" for name, note in notes)
    return f'{title}\n\nArgs:\n{lines}\n"""'


def _prose(words: str) -> str:
    """What a user wrote, on one line and harmless in a docstring."""
    return " ".join(words.split()).replace("\\", "/").replace('"', "'")


def _identifier(name: str) -> str:
    """A name that Keras takes for a model."""
    return "".join(c if c.isalnum() and c.isascii() else "_" for c in name) or "model"


def _lines(source: str, statements: list[Statement]) -> dict[str, tuple[int, int]]:
    """Where each node stands in the formatted file: its statements are found again in order."""
    build = next(
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name == "build_model"
    )
    places: dict[str, tuple[int, int]] = {}
    body = build.body[1:]  # after the docstring
    for statement in statements:
        count = len(statement.lines)
        own, body = body[:count], body[count:]
        if statement.is_table:
            loop = own[0]
            assert isinstance(loop, ast.For)
            assert isinstance(loop.iter, ast.List)
            for node, row in zip(statement.nodes, loop.iter.elts, strict=True):
                places[node] = (row.lineno, row.end_lineno or row.lineno)
        else:
            for node in statement.nodes:
                places[node] = (own[0].lineno, own[-1].end_lineno or own[-1].lineno)
    return places
