"""Refuses to run a generated file that could do anything but build a network."""

from __future__ import annotations

import ast

from .process.protocol import ExportError

ALLOWED_IMPORTS = frozenset({"__future__", "keras", "math", "typing"})
REFUSED_NAMES = frozenset(
    {
        "__builtins__",
        "__import__",
        "__loader__",
        "__spec__",
        "breakpoint",
        "compile",
        "delattr",
        "eval",
        "exec",
        "getattr",
        "globals",
        "input",
        "locals",
        "open",
        "setattr",
        "vars",
    }
)


def check_source(source: str) -> None:
    """Raises ExportError unless the file imports only Keras, math and typing, and calls nothing that runs other code.

    A design comes from anyone, and its names and expressions end up in the file: this is the second lock, after the
    code generator's own checks.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise ExportError(f"The generated file is not Python: {error}.") from error
    for node in ast.walk(tree):
        refused = _refused(node)
        if refused:
            line = getattr(node, "lineno", 1)
            raise ExportError(
                f"Line {line} of the generated file uses {refused}, which a network does not need: it was not run."
            )


def _refused(node: ast.AST) -> str | None:
    match node:
        case ast.Import(names=names):
            modules = [alias.name for alias in names]
        case ast.ImportFrom(module=module, level=level):
            modules = [f"{'.' * level}{module or ''}"]
        case ast.Name(id=name) if name in REFUSED_NAMES:
            return name
        case ast.Attribute(attr=name) if name.startswith("__") and name != "__init__":
            return name
        case _:
            return None
    return next(
        (name for name in modules if name.split(".")[0] not in ALLOWED_IMPORTS), None
    )
