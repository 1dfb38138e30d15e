"""A small catalog that stands for the block library: the model knows blocks only by their signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import Refusal
from designer.model.signature import InputPort, Signature

SIGNATURES = {
    "image_input": Signature((), parameters=frozenset({"height", "width"})),
    "conv_bn": Signature(
        (InputPort("x"),),
        parameters=frozenset({"filters", "strides", "activation"}),
        defaults={"filters": 32, "strides": 1},  # activation: none
    ),
    "relu": Signature((InputPort("x"),), parameters=frozenset({"filters"})),
    "add": Signature((InputPort("inputs", many=True),)),
    "gate": Signature((InputPort("x"), InputPort("weights"))),
    "split": Signature((InputPort("x"),), outputs=("left", "right")),
    "block_input": Signature(()),
    "block_output": Signature((InputPort("x"),), outputs=()),
}


class SmallCatalog:
    def __iter__(self) -> Iterator[str]:
        return iter(SIGNATURES)

    def signature(self, block: str) -> Signature | None:
        return SIGNATURES.get(block)


@pytest.fixture(scope="session")
def catalog() -> SmallCatalog:
    return SmallCatalog()


@pytest.fixture(scope="session")
def refused() -> Callable[..., AbstractContextManager[None]]:
    """`with refused(code, *words)`: an edit is refused, and the sentence holds the words."""

    @contextmanager
    def expect(code: str, *words: str) -> Iterator[None]:
        with pytest.raises(Refusal) as caught:
            yield
        assert caught.value.code == code
        for word in words:
            assert word in str(caught.value)

    return expect


@pytest.fixture(scope="session")
def wires() -> Callable[[Document], list[str]]:
    """The wires of a document by the names of nodes: `a:left -> total`."""

    def end(document: Document, id: str, port: str) -> str:
        return ":".join(filter(None, (document.nodes[id].name, port)))

    def told(document: Document) -> list[str]:
        return [
            f"{end(document, e.source, e.source_port)} -> {end(document, e.target, e.target_port)}"
            for e in document.edges
        ]

    return told


@pytest.fixture
def residual() -> Document:
    """input -> a -> b -> sum, and a -> sum beside b: the smallest shortcut."""
    rows = {
        "n1": ("image_input", "image", {}),
        "n2": ("conv_bn", "a", {"filters": "=round_channels(32 * alpha)"}),
        "n3": ("conv_bn", "b", {"filters": 32}),
        "n4": ("add", "total", {}),
    }
    return Document(
        name="residual",
        variables={"alpha": Variable(1.0, 0.25, 2.0), "beta": Variable("=2 * alpha")},
        nodes={
            id: Node(id, block, name, at=(0, 96 * place), params=params)
            for place, (id, (block, name, params)) in enumerate(rows.items())
        },
        edges=(
            Edge("n1", "n2"),
            Edge("n2", "n3"),
            Edge("n3", "n4"),
            Edge("n2", "n4"),
        ),
    )
