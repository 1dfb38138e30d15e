"""The whole file: docstring, imports, the functions that the design uses, `build_model`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from designer.analysis.report import Analysis
from designer.codegen.finish import GroupedConv, finish
from designer.codegen.formatting import formatted
from designer.codegen.functions import CodegenError, functions_of
from designer.codegen.keras_versions import ANY, least_keras
from designer.codegen.places import places
from designer.codegen.program import Own
from designer.codegen.prose import prose
from designer.codegen.sources import preamble
from designer.codegen.specialise import specialise
from designer.codegen.text import text
from designer.model.document import BLOCK_INPUT, BLOCK_OUTPUT, empty

MAIN = """if __name__ == "__main__":
    build_model().summary()
"""
BETWEEN = "\n\n\n"

Lines = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """Python source, and which of its lines (first and last, from 1) stand for which node.

    A node that leaves no line, such as a muted one, is not there. `inner` has, by the block's id, the nodes inside
    each composite block.
    """

    source: str
    lines: Lines
    inner: Mapping[str, Lines] = field(default_factory=empty)

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
    _refuse_unfinished(analysis)
    own = functions_of(analysis)
    functions = finish(specialise(own.all), own.names.library, grouped_conv)
    before = preamble(functions)
    texts = [*before.definitions, *map(text, functions)]
    try:
        laid_out = formatted(texts)
    except OSError as missing:
        raise CodegenError(
            "ruff, which lays the code out, is not installed: 'pip install ruff' installs it"
        ) from missing
    head = f"{_docstring(analysis)}\n\n{before.imports}"
    source = BETWEEN.join([head, *laid_out, MAIN])
    line = head.count("\n") + 1 + len(BETWEEN)
    found: dict[str, Lines] = {}
    owners = [*(None for _ in before.definitions), *functions]
    for part, function in zip(laid_out, owners, strict=True):
        if function is not None and isinstance(function.key, Own):
            found[function.key.block] = places(function.tree, part, line)
        line += part.count("\n") + len(BETWEEN)
    return GeneratedFile(source, found.pop(""), found)


def _refuse_unfinished(analysis: Analysis) -> None:
    name = analysis.document.name
    if not analysis.document.nodes:
        raise CodegenError(f"{name} is empty: an image and a block make a network")
    for node in analysis.document:
        if node.block in (BLOCK_INPUT, BLOCK_OUTPUT):
            raise CodegenError(
                f"'{node.name}' is a port, which only a block has: code is for whole designs"
            )
    if errors := analysis.errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise CodegenError(f"{name} has an error: {errors[0].message}{more}")


def _docstring(analysis: Analysis) -> str:
    total = analysis.total
    least = least_keras(analysis)
    needs = "Keras 3" if least == ANY else f"Keras {least[0]}.{least[1]} or newer"
    return (
        f'"""{prose(analysis.document.name, "Network")}: {total.params:,} parameters, '
        f"{total.macs:,} multiply-accumulates an image.\n\n"
        f'Designed with Channelwise; needs {needs} alone.\n"""'
    )
