"""The short text of a node's settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blocks.definition import Block
from blocks.spec import Shape
from designer.analysis.report import NodeReport
from designer.canvas.values.translation import tr
from designer.model.document import EMPTY, Node, Scalar, is_expression

MAX_LINES = 3
LINE_CHARACTERS = 30


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter on a node: its name and its value as text.

    A setting without a name says how many are left out.
    """

    name: str
    value: str
    first: bool = False  # the override of the first copy

    @property
    def label(self) -> str:
        """The text before the value."""
        return tr("first {name}").format(name=self.name) if self.first else self.name


def shape_text(shape: Shape) -> str:
    """`(None, 56, 56, 24)` as `56×56×24`: the batch is left out."""
    return "×".join("?" if size is None else str(size) for size in shape[1:])


def percent(value: float) -> str:
    """A share in percent, rounded."""
    return "<1 %" if 0 < value < 1 else f"{value:.0f} %"


def setting_lines(
    node: Node, report: NodeReport | None, block: Block | None
) -> tuple[tuple[Setting, ...], ...]:
    """The parameters that matter, side by side while they fit, in at most MAX_LINES lines.

    Those that were set, and the block's first one; the last line counts those left out.
    """
    return _lines(list(_settings(node, report, block)))


def _settings(
    node: Node, report: NodeReport | None, block: Block | None
) -> Iterator[Setting]:
    resolved = report.settings[-1] if report and report.settings else EMPTY
    first = report.settings[0] if report and report.settings else EMPTY
    known = block.parameters if block else EMPTY
    # of a layer, a default says nothing: BatchNormalization's first parameter is its axis
    telling = next(iter(known), "") if block and block.category != "Layers" else ""
    for name in known:
        if name in node.params or (name == telling and name not in node.first):
            value = node.params.get(name, known[name].default)
            yield Setting(name, value_text(resolved.get(name, value)))
    for name, value in node.params.items():
        if name not in known:
            yield Setting(name, value_text(value))
    for name, value in node.first.items():
        yield Setting(name, value_text(first.get(name, value)), first=True)


def value_text(value: Scalar | None) -> str:
    """A parameter's value in few characters."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        return f"{value:.4g}"
    text = str(value)
    if is_expression(text):
        text = "= " + text[1:].strip()
    return text if len(text) <= 20 else text[:19] + "…"


def _lines(settings: Sequence[Setting]) -> tuple[tuple[Setting, ...], ...]:
    lines: list[list[Setting]] = []
    room = 0
    for setting in settings:
        length = len(setting.label) + len(setting.value) + 4
        if length > room:
            if len(lines) == MAX_LINES:
                shown = sum(map(len, lines))
                lines[-1].append(Setting("", f"+{len(settings) - shown}"))
                break
            lines.append([])
            room = LINE_CHARACTERS + 3
        lines[-1].append(setting)
        room -= length
    return tuple(map(tuple, lines))
