"""Layers as blocks: what the facade says is what the block says."""

from __future__ import annotations

import ast
import inspect
from random import Random

import pytest

from blocks import layers, ops
from blocks.catalog import CATEGORIES, catalog
from blocks.layer_blocks import block_id, value_of
from blocks.spec import Layer, LayerError, TensorSpec, record
from tests.blocks.settings import setting

KINDS = {
    name: value
    for name, value in vars(layers).items()
    if isinstance(value, type) and issubclass(value, Layer) and value is not Layer
}
every_layer = pytest.mark.parametrize("kind", KINDS)
X = TensorSpec((None, 8, 8, 16))


def test_every_layer_and_function_is_a_block():
    found = {b.id for b in catalog().values() if b.category == "Layers"}
    assert found == {*KINDS, *(f"ops_{name}" for name in ops.__all__)}
    assert CATEGORIES[-1] == "Layers"


@every_layer
def test_the_signature_has_the_layers_arguments_in_their_order(kind):
    ours = list(inspect.signature(catalog()[kind].function).parameters)
    theirs = inspect.signature(KINDS[kind]).parameters
    assert [name for name in theirs if name in ours] == [*ours[1:-1], "name"]


@every_layer
def test_defaults_are_the_layers_own(kind):
    theirs = inspect.signature(KINDS[kind]).parameters
    for parameter in catalog()[kind].parameters.values():
        default = theirs[parameter.name].default
        if default is not inspect.Parameter.empty and parameter.default != "linear":
            assert parameter.default == value_of(kind, parameter.name, default)


@every_layer
def test_the_block_is_the_layer(kind):
    """Whatever a design can set, set on the block and on the layer."""
    block, pick, tried = catalog()[kind], Random(f"{kind} as a block"), 0
    signature = inspect.signature(KINDS[kind])
    while tried < 30:
        arguments, shapes = setting(kind, signature, pick, takes_many=KINDS[kind].many)
        arguments = {k: v for k, v in arguments.items() if k in block.parameters}
        many = isinstance(shapes, list)
        given = list(map(TensorSpec, shapes)) if many else TensorSpec(shapes)
        try:
            wanted = KINDS[kind](**arguments)(given)
        except (LayerError, TypeError):  # left out what Keras has no default for
            continue
        spelt = {name: value_of(kind, name, v) for name, v in arguments.items()}
        if spelt.get("epsilon") == "none" or spelt.get("seed") == "a":
            continue  # Keras takes them where they do nothing; a field does not
        made = block.function(given, **spelt)
        draw = f"{spelt} on {shapes}"
        assert made.shape == wanted.shape, draw
        assert made.source.weights == wanted.source.weights, draw
        assert made.source.flops == wanted.source.flops, draw
        tried += 1


@pytest.mark.parametrize(
    "block",
    [b for b in catalog().values() if b.category == "Layers"],
    ids=lambda b: b.id,
)
def test_the_source_is_one_call(block):
    """Written as anyone would, and it does what the block does."""
    source = vars(block.function)["__source__"]
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    (result,) = function.body
    assert isinstance(result, ast.Return)
    scope = {"layers": layers, "ops": ops}
    exec(compile(source, block.id, "exec"), scope)
    given = [[X, X] if port.many else X for port in block.inputs]
    written = scope[block.id](*given)
    made = block.function(*given)
    first, second = (x if isinstance(x, list) else [x] for x in (written, made))
    assert first == second
    assert len(made if isinstance(made, list) else [made]) == len(block.outputs)
    assert [c.weights for c in record(*first)] == [c.weights for c in record(*second)]


def test_a_kernel_may_be_a_number_or_a_pair_as_text():
    conv = catalog()["Conv2D"].function
    assert conv(X, filters=4, kernel_size="3, 1").shape == (None, 6, 8, 4)
    assert conv(X, filters=4, kernel_size="5").shape == (None, 4, 4, 4)


def test_the_name_is_the_layers():
    made = catalog()["BatchNormalization"].function(X, name="bn_3")
    assert made.source.operation.name == "bn_3"


def test_text_that_is_no_number_is_refused_by_name():
    with pytest.raises(ValueError) as refusal:
        catalog()["Conv2D"].function(X, kernel_size="3, x")
    assert str(refusal.value) == (
        "kernel_size: '3, x' is no number; write one such as 3, or several such as 3, 1"
    )


def test_an_argument_that_there_is_not_is_refused():
    with pytest.raises(TypeError, match="Conv2D has no argument filter"):
        catalog()["Conv2D"].function(X, filter=3)


def test_a_split_has_two_outputs():
    split = catalog()["ops_split"]
    assert split.outputs == ("first", "second")
    first, second = split.function(X, indices_or_sections="4,")
    assert (first.shape[-1], second.shape[-1]) == (4, 12)
    with pytest.raises(ValueError, match="gives 4 parts here, and a block of it two"):
        split.function(X, indices_or_sections=4)


def test_ids_follow_from_the_kind_of_the_operation():
    for made in (layers.Add(name="a")([X, X]), ops.split(X, 2, axis=-1)[0]):
        assert block_id(made.source.operation.kind) in catalog()


@pytest.mark.parametrize(
    ("kind", "name", "value", "spelt"),
    [
        ("Conv2D", "kernel_size", (3, 3), 3),
        ("Conv2D", "kernel_size", (3, 1), "3, 1"),
        ("ZeroPadding2D", "padding", ((1, 1), (1, 1)), 1),
        ("ZeroPadding2D", "padding", ((0, 1), (0, 1)), "(0, 1), (0, 1)"),
        ("Reshape", "target_shape", (7, 7), "7, 7"),
        ("ReLU", "max_value", None, "none"),
        ("ReLU", "max_value", 6, 6),
        ("ops.split", "indices_or_sections", [4], "4,"),
    ],
)
def test_keras_arguments_as_values_of_a_design(kind, name, value, spelt):
    assert value_of(kind, name, value) == spelt


def test_ports_of_a_block_that_is_drawn():
    assert not catalog()["block_input"].inputs
    with pytest.raises(ValueError, match="a block's input stands inside a block"):
        catalog()["block_input"].function()
    assert catalog()["block_output"].function(X) is X
