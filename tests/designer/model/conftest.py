"""A small catalog that stands for the block library: the model knows blocks only by their signatures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from designer.model.document import Document, Edge, Node, Variable
from designer.model.signature import InputPort, Signature

SIGNATURES = {
    "image_input": Signature((), parameters=frozenset({"height", "width"})),
    "conv_bn": Signature(
        (InputPort("x"),), parameters=frozenset({"filters", "strides", "activation"})
    ),
    "add": Signature((InputPort("inputs", many=True),)),
    "gate": Signature((InputPort("x"), InputPort("weights"))),
    "split": Signature((InputPort("x"),), outputs=("left", "right")),
}


class SmallCatalog:
    def __iter__(self) -> Iterator[str]:
        return iter(SIGNATURES)

    def signature(self, block: str) -> Signature | None:
        return SIGNATURES.get(block)


@pytest.fixture(scope="session")
def catalog() -> SmallCatalog:
    return SmallCatalog()


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
