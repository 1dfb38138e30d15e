"""The generated code of a design, and the lines of each node. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from pygments.lexers.python import PythonLexer
from pygments.token import Token, _TokenType

from designer.analysis.report import Analysis
from designer.app.session.state import State, as_sentence
from designer.codegen import CodegenError, GeneratedFile, GroupedConv, generate
from designer.export.process.protocol import ExportError
from designer.export.source_check import check_source
from designer.model.document import Document

APART = "\n\n\n"  # between definitions, and nowhere in one

Kind = Literal["keyword", "string", "number", "comment", "function", "builtin"]

_KINDS: Sequence[tuple[_TokenType, Kind]] = (
    (Token.Keyword.Constant, "builtin"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Literal.String.Doc, "comment"),
    (Token.Literal.String, "string"),
    (Token.Literal.Number, "number"),
    (Token.Comment, "comment"),
    (Token.Name.Function, "function"),
    (Token.Name.Class, "function"),
    (Token.Name.Decorator, "function"),
    (Token.Name.Builtin, "builtin"),
)


class Span(NamedTuple):
    """A piece of a line, and its token type."""

    start: int
    length: int
    kind: Kind


@dataclass(frozen=True)
class Written:
    """The code of a design, or the reason why there is none."""

    file: GeneratedFile | None = None
    lines: tuple[str, ...] = ()
    spans: tuple[tuple[Span, ...], ...] = ()  # by line
    fault: str = ""


def write(analysis: Analysis, grouped_conv: GroupedConv) -> Written:
    """Generate the file as it would be exported, or the reason for the refusal."""
    try:
        file = generate(analysis, grouped_conv=grouped_conv)
        check_source(file.source)
    except (CodegenError, ExportError) as error:
        return Written(fault=as_sentence(str(error)))
    lines = tuple(file.source.rstrip("\n").split("\n"))
    parts = file.source.rstrip("\n").split(APART)
    spans = [
        span
        for part in parts
        for span in (*_spans(part), *[()] * (APART.count("\n") - 1))
    ]
    return Written(file, lines, tuple(spans[: len(lines)]))


def lines_of(file: GeneratedFile, state: State) -> tuple[tuple[int, int], ...]:
    """First and last lines, from 1, of the selection; a node without lines of its own gets those of its use."""
    if not state.inside:
        places, ids = file.lines, state.selection
    else:
        block = state.views[-1].block
        places, ids = file.inner.get(block, {}), state.selection
        if not places and len(state.views) == 2 and ids:
            places, ids = file.lines, (state.views[-1].node,)
    return tuple(places[id] for id in ids if id in places)


def way_to(root: Document, block: str) -> tuple[str, ...] | None:
    """The nodes to enter, from outside in, to reach a block; None where nothing uses it."""
    if not block:
        return ()
    seen: set[str] = set()
    waiting: list[tuple[tuple[str, ...], Document]] = [((), root)]
    while waiting:
        way, document = waiting.pop(0)
        for node in document:
            if node.block == block:
                return (*way, node.id)
            definition = root.definitions.get(node.block)
            if definition and node.block not in seen:
                seen.add(node.block)
                waiting.append(((*way, node.id), definition.body))
    return None


@lru_cache(maxsize=256)
def _spans(part: str) -> tuple[tuple[Span, ...], ...]:
    """The coloured pieces of a definition's lines; an edit changes one or two definitions."""
    lines: list[list[Span]] = [[]]
    column = 0
    for token, text in PythonLexer(ensurenl=False, stripnl=False).get_tokens(part):
        kind = next((kind for known, kind in _KINDS if token in known), None)
        for place, piece in enumerate(text.split("\n")):
            if place:
                lines.append([])
                column = 0
            if piece and kind:
                lines[-1].append(Span(column, len(piece), kind))
            column += len(piece)
    return tuple(map(tuple, lines))
