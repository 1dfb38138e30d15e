"""Generates the help page of keys and gestures from the commands and the canvas's gestures."""

from __future__ import annotations

from collections.abc import Iterable

from designer.app.help.shortcuts_window import Line, sections
from designer.app.text.translation import told, tr

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_<>[]#"} | {"|": "/"})


def shortcuts_page() -> str:
    """The page as Markdown."""
    parts = [f"# {tr('Keyboard and mouse')}"]
    for title, lines in sections():
        parts += [f"## {_plain(title)}", _table(lines)]
    return "\n\n".join(parts) + "\n"


def _table(lines: Iterable[Line]) -> str:
    rows = [
        f"| **{_plain(line.keys)}** | {_plain(line.does)}{_note(line)} |"
        for line in lines
    ]
    return "\n".join(["|  |  |", "| --- | --- |", *rows])


def _note(line: Line) -> str:
    return f" *{_plain(told(line.note))}*" if line.note else ""


def _plain(text: str) -> str:
    """Escape text for Markdown."""
    return text.translate(_MARKS)
