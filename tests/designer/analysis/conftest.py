"""Small designs, and a count of the blocks that an analysis calls."""

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from blocks.catalog import catalog
from designer.analysis import BLOCKS
from designer.model.document import Document
from designer.model.edits import add_node, connect

Row = tuple[str, dict[str, Any]]


@pytest.fixture
def chain() -> Callable[..., Document]:
    """Makes a design of rows that feed each other: nodes n1, n2, ... called after their blocks."""

    def make(*rows: Row) -> Document:
        document, last = Document(), None
        for block, settings in rows:
            extra = {k: settings.pop(k) for k in ("repeat", "first") if k in settings}
            document, id = add_node(
                document, block, catalog=BLOCKS, params=settings, **extra
            )
            if last:
                document = connect(document, last, id, catalog=BLOCKS)
            last = id
        return document

    return make


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by the copy's name whenever a block is called."""
    names: list[str] = []

    def counting(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def call(*args: Any, **settings: Any) -> Any:
            names.append(settings["name"])
            return function(*args, **settings)

        return call

    counted = {
        id: replace(block, function=counting(block.function))
        for id, block in catalog().items()
    }
    monkeypatch.setattr("designer.analysis.catalog.catalog", lambda: counted)
    return names
