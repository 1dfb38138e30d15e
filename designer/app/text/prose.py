"""Descriptions of blocks and templates as plain text, without the backticks of their docstrings."""

from __future__ import annotations

import re

from blocks.catalog import catalog
from blocks.definition import Block
from designer.app.text.translation import told

_CODE = re.compile(r"`+([^`\n]+)`+")


def prose(text: str) -> str:
    """A text of the program, translated, without the marks around code."""
    return _CODE.sub(r"\1", told(text))


def about(block: Block, text: str) -> str:
    """What a block's docstring says; the text of a user's own block is shown as it is."""
    return prose(text) if catalog().get(block.id) is block else text
