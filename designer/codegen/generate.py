"""The whole file: docstring, imports, the functions that the design uses, `build_model`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from designer.analysis.report import Analysis
from designer.codegen.formatting import formatted
from designer.codegen.functions import CodegenError, functions_of
from designer.codegen.keras_versions import ANY, least_keras
from designer.codegen.places import places
from designer.codegen.program import Program
from designer.codegen.prose import prose
from designer.codegen.routine import Routine
from designer.codegen.sources import GroupedConv, Library
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
    program = Program(own.all, own.names.library)
    library = Library(grouped_conv)
    texts: dict[str, str] = {}
    for made in program.in_order():
        library.resolve(made.tree, made.scope)
        library.adapt(made.tree)
        texts[made.name] = made.text()
    texts = {**library.definitions, **texts}
    try:
        laid_out = dict(zip(texts, formatted([*texts.values()]), strict=True))
    except OSError as missing:
        raise CodegenError(
            "ruff, which lays the code out, is not installed: 'pip install ruff' installs it"
        ) from missing
    head = f"{_docstring(analysis)}\n\n{library.imports_text()}"
    source = BETWEEN.join([head, *laid_out.values(), MAIN])
    starts: dict[str, int] = {}
    line = head.count("\n") + 1 + len(BETWEEN)
    for name, text in laid_out.items():
        starts[name] = line
        line += text.count("\n") + len(BETWEEN)

    def lines(made: Routine) -> Lines:
        return places(made.tree, laid_out[made.name], starts[made.name])

    inner = {id: lines(made) for id, made in own.composites.items()}
    return GeneratedFile(source, lines(own.build_model), inner)


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
