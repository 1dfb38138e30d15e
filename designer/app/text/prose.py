"""Descriptions of blocks and templates as plain text, without the backticks of their docstrings."""

from __future__ import annotations

import re

from blocks.catalog import catalog
from blocks.definition import Block
from designer.app.text.translation import told

_CODE = re.compile(r"`+([^`\n]+)`+")


def prose(text: str) -> str:
    """A translated text of the program, without the backticks around code."""
    return _CODE.sub(r"\1", told(text))


def about(block: Block, text: str) -> str:
    """The docstring of a block as text; that of a user's own block is not changed."""
    return prose(text) if catalog().get(block.id) is block else text
