"""Designs of extreme size, one function a kind: each returns the text of a design file."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from functools import partial
from typing import Any

IMAGE = {"id": "i", "block": "image_input", "name": "image"}


def _design(**fields: Any) -> str:
    return json.dumps({"format": "channelwise.design", "version": 1, **fields})


def _node(id: str, block: str = "conv", **fields: Any) -> dict[str, Any]:
    return {"id": id, "block": block, "name": f"row_{id}", **fields}


def _chain(nodes: list[dict[str, Any]], **fields: Any) -> str:
    nodes = [IMAGE, *nodes]
    edges = [[one["id"], other["id"]] for one, other in itertools.pairwise(nodes)]
    return _design(nodes=nodes, edges=edges, **fields)


def _rows(count: int, block: str = "conv", **fields: Any) -> list[dict[str, Any]]:
    return [_node(f"n{i}", block, **fields) for i in range(count)]


def _variables(count: int) -> dict[str, Any]:
    return {f"variable_{i}": {"value": i + 1} for i in range(count)}


def duplicate_key(count: int = 400_000) -> str:
    keys = ", ".join(f'"k{i}": 0' for i in range(count))
    return (
        f'{{"format": "channelwise.design", "version": 1, {keys}, "k{count - 1}": 1}}'
    )


def many_repeats(rows: int = 300, repeat: int = 1000) -> str:
    return _chain(_rows(rows, "conv_bn", repeat=repeat))


def refused_at_the_last_copy(rows: int = 300) -> str:
    """Every row fails at copy 7 of 1,000: the size is used up."""
    return _chain(
        _rows(rows, "conv_bn", repeat=1000, params={"strides": 2, "padding": "valid"})
    )


def unknown_parameters(count: int = 500) -> str:
    return _chain([_node("n", params={f"unknown_{i}": i for i in range(count)})])


def unknown_first_parameters(count: int = 500) -> str:
    return _chain(
        [_node("n", repeat=2, first={f"unknown_{i}": i for i in range(count)})]
    )


def unknown_blocks(count: int = 500) -> str:
    return _chain([_node(f"n{i}", f"convolution_block_{i}") for i in range(count)])


def unknown_blocks_beside_definitions(count: int = 500) -> str:
    return _chain(
        [_node(f"n{i}", f"convolution_block_{i}") for i in range(count)],
        definitions={f"convolution_blocks_{i}": _body([]) for i in range(count)},
    )


def typing_errors(nodes: int = 400, variables: int = 400) -> str:
    return _chain(
        [_node(f"n{i}", params={"filters": f"=variabel_{i}"}) for i in range(nodes)],
        variables=_variables(variables),
    )


def chained_variables(count: int = 500) -> str:
    values = {"v0": {"value": 8}}
    values |= {f"v{i}": {"value": f"=v{i - 1} + 1"} for i in range(1, count)}
    return _chain(_rows(1), variables=values)


def chained_variables_backwards(count: int = 499) -> str:
    values = {f"v{i}": {"value": f"=v{i + 1} + 1"} for i in range(count)}
    values[f"v{count}"] = {"value": 8}
    return _chain(_rows(1), variables=values)


def circular_variables(count: int = 500) -> str:
    values = {f"v{i}": {"value": f"=v{(i + 1) % count} + 1"} for i in range(count)}
    return _chain(_rows(1), variables=values)


def deep_variables(count: int = 500) -> str:
    """Each has more operators inside each other than an expression may."""
    values: dict[str, Any] = {"v0": {"value": 1}}
    values |= {f"v{i}": {"value": f"=v{i - 1}" + "+0" * 190} for i in range(1, count)}
    rows = [_node("n0", params={"filters": f"=v{count - 1}"})]
    return _chain(rows, variables=values)


def long_circular_variables(count: int = 500) -> str:
    values = {
        f"v{i}": {"value": f"=max(v{(i or count) - 1}{', 0' * 120})"}
        for i in range(count)
    }
    return _chain(_rows(1), variables=values)


def variables_with_typing_errors(count: int = 500) -> str:
    values = {f"variable_{i}": {"value": f"=variabel_{i}"} for i in range(count)}
    return _chain(_rows(1), variables=values)


def many_nodes(count: int = 20_000) -> str:
    return _chain(_rows(count))


def long_chain(count: int = 4_999) -> str:
    return _chain(_rows(count))


def unwired_nodes(count: int = 5_000) -> str:
    return _design(nodes=_rows(count))


def many_inputs(count: int = 5_000) -> str:
    images = [{**IMAGE, "id": f"i{i}", "name": f"image_{i}"} for i in range(count)]
    return _design(nodes=images)


def wide_concatenation(count: int = 4_998) -> str:
    nodes = [IMAGE, *_rows(count, params={"filters": 1}), _node("c", "concatenate")]
    edges = [["i", f"n{i}"] for i in range(count)]
    edges += [[f"n{i}", "c"] for i in range(count)]
    return _design(nodes=nodes, edges=edges)


def wide_addition_that_fails(count: int = 2_000) -> str:
    nodes = [IMAGE]
    nodes += [_node(f"n{i}", params={"filters": i + 1}) for i in range(count)]
    nodes += [_node("c", "add")]
    edges = [["i", f"n{i}"] for i in range(count)]
    edges += [[f"n{i}", "c"] for i in range(count)]
    return _design(nodes=nodes, edges=edges)


def dense_wires(count: int = 140) -> str:
    """Every node reads all before it."""
    nodes = [IMAGE, *_rows(count, "concatenate")]
    ids = [node["id"] for node in nodes]
    edges = [[a, b] for j, b in enumerate(ids) for a in ids[:j]]
    return _design(nodes=nodes, edges=edges)


def one_port_wired_many_times(count: int = 4_998) -> str:
    nodes = [IMAGE, *_rows(count), _node("c")]
    edges = [["i", f"n{i}"] for i in range(count)]
    edges += [[f"n{i}", "c"] for i in range(count)]
    return _design(nodes=nodes, edges=edges)


def ports_that_do_not_exist(count: int = 5_000) -> str:
    nodes = [IMAGE, _node("c")]
    edges = [["i", f"c:port_{i}"] for i in range(count)]
    return _design(nodes=nodes, edges=edges)


def many_frames(count: int = 1_000) -> str:
    frame = {"title": "frame", "at": [0, 0], "size": [100, 100]}
    return _chain(_rows(1), frames=[{"id": f"f{i}", **frame} for i in range(count)])


def many_notes(count: int = 1_000) -> str:
    note = {"text": "note", "at": [0, 0], "size": [100, 100]}
    return _chain(_rows(1), notes=[{"id": f"f{i}", **note} for i in range(count)])


def long_text(length: int = 10_000_000) -> str:
    note = {"id": "t", "text": "x " * length, "at": [0, 0], "size": [100, 100]}
    return _chain(_rows(1), notes=[note])


def long_design_name(length: int = 5_000_000) -> str:
    return _chain(_rows(1), name="x" * length)


def long_value(length: int = 5_000_000) -> str:
    return _chain([_node("n", params={"activation": "x" * length})])


def long_block_name(length: int = 5_000_000) -> str:
    return _chain([_node("n", "x" * length)])


def long_parameter_name(length: int = 1_000_000) -> str:
    return _chain([_node("n", params={"x" * length: 1})])


def long_list_literal(length: int = 500_000) -> str:
    return _chain([_node("n", "Reshape", params={"target_shape": "1, " * length})])


def deep_literal(depth: int = 100_000) -> str:
    return _chain(
        [_node("n", "Reshape", params={"target_shape": "(" * depth + ")" * depth})]
    )


def huge_image(size: int = 10**9) -> str:
    image = {**IMAGE, "params": {"height": size, "width": size}}
    return _design(nodes=[image, *_rows(1)], edges=[["i", "n0"]])


def huge_parameters() -> str:
    return _chain(
        [
            _node("n1", params={"filters": 2**62}),
            _node("n2", params={"kernel_size": 10**15}),
            _node("n3", "Dense", params={"units": 10**9}),
        ]
    )


def powers() -> str:
    expressions = [
        "=9**9**9",
        "=9**9**9**9",
        "=(-9)**9**9",
        "=2**64**8",
        "='a' * 10**9",
        "=round(1, 10**9)",
        "=round_channels(1, 10**300)",
        "=round_channels(10**18, 1)",
        "=1e308 * 1e308",
        "=1 // 1e-300",
    ]
    rows = [
        _node(f"n{i}", params={"filters": e}, repeat=e)
        for i, e in enumerate(expressions)
    ]
    return _chain(rows)


def long_expressions(count: int = 600) -> str:
    text = "=" + " + ".join(["alpha"] * 40)
    rows = [_node(f"n{i}", params={"filters": f"{text} + {i}"}) for i in range(count)]
    return _chain(rows, variables={"alpha": {"value": 1}})


def deep_expressions(count: int = 400) -> str:
    """Deeper than Python's own parser takes."""
    rows = [
        _node(f"n{i}", params={"filters": "=" + "(" * 240 + str(i) + ")" * 240})
        for i in range(count)
    ]
    return _chain(rows)


def deep_json(depth: int = 1_000_000) -> str:
    return _design(nodes=[])[:-1] + ', "x": ' + "[" * depth + "]" * depth + "}"


def long_number(digits: int = 4_000_000) -> str:
    return _design(nodes=[])[:-1] + ', "x": ' + "9" * digits + "}"


def many_unknown_fields(count: int = 500_000) -> str:
    return _chain(_rows(1), **{f"later_{i}": i for i in range(count)})


def _body(nodes: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    nodes = [_node("in", "block_input"), *nodes, _node("out", "block_output")]
    edges = [[a["id"], b["id"]] for a, b in itertools.pairwise(nodes)]
    return {"title": "block", "nodes": nodes, "edges": edges, **fields}


def doubling_definitions(depth: int = 20) -> str:
    """Each block holds the one below twice: 2 ** depth layers."""
    blocks = {"b0": _body(_rows(1))}
    blocks |= {f"b{i}": _body(_rows(2, f"b{i - 1}")) for i in range(1, depth)}
    return _chain(_rows(1, f"b{depth - 1}"), definitions=blocks)


def repeating_definitions(depth: int = 20) -> str:
    """Each block repeats the one below 1,000 times."""
    blocks = {"b0": _body(_rows(1))}
    blocks |= {
        f"b{i}": _body(_rows(1, f"b{i - 1}", repeat=1000)) for i in range(1, depth)
    }
    return _chain(_rows(1, f"b{depth - 1}"), definitions=blocks)


def deep_definitions(depth: int = 20) -> str:
    """Each block holds the one below once."""
    blocks = {"b0": _body(_rows(1))}
    blocks |= {f"b{i}": _body(_rows(1, f"b{i - 1}")) for i in range(1, depth)}
    return _chain(_rows(1, f"b{depth - 1}"), definitions=blocks)


def many_definitions(count: int = 500) -> str:
    return _chain(
        _rows(1), definitions={f"b{i}": _body(_rows(1)) for i in range(count)}
    )


def definition_chain_backwards(depth: int = 19) -> str:
    """Users before the blocks that they use."""
    blocks = {f"b{i}": _body(_rows(1, f"b{i + 1}")) for i in range(depth)}
    blocks[f"b{depth}"] = _body(_rows(1))
    return _chain(_rows(1), definitions=blocks)


def definitions_of_many_uses(rows: int = 1_000, inside: int = 1_000) -> str:
    return _chain(_rows(rows, "b"), definitions={"b": _body(_rows(inside))})


def definition_with_many_parameters(count: int = 500) -> str:
    variables = _variables(count)
    body = _body(
        [_node(f"n{i}", params={"filters": f"=variable_{i}"}) for i in range(count)],
        parameters=variables,
    )
    return _chain(_rows(20, "b"), definitions={"b": body})


def failing_rows(count: int = 1_000) -> str:
    """An issue a row, each with repairs that change all rows behind it."""
    rows = [_node(f"n{i}", params={"filters": 8, "groups": 3}) for i in range(count)]
    edges = [["i", row["id"]] for row in rows]
    return _design(nodes=[IMAGE, *rows], edges=edges)


def wrong_choices(count: int = 1_000) -> str:
    return _chain(_rows(count, params={"padding": "sane", "activation": "rellu"}))


def wrong_values(count: int = 300) -> str:
    return _chain(_rows(count, params={"filters": 8.5, "kernel_size": 2.5}))


def name_clashes(count: int = 2_000) -> str:
    """`a` has a layer `a_conv`, which is also the name of another node."""
    rows = []
    for i in range(count):
        rows.append(_node(f"a{i}", "conv_bn") | {"name": f"a{i}"})
        rows.append(_node(f"b{i}", "conv_bn") | {"name": f"a{i}_conv"})
    return _chain(rows)


def name_of_many_parts(count: int = 4_999) -> str:
    rows = [_node(f"n{i}") | {"name": "a_" * 45 + str(i)} for i in range(count)]
    return _chain(rows)


def overrides(count: int = 4_999) -> str:
    return _chain(
        _rows(count, "conv_bn", repeat=3, first={"strides": 1, "filters": 16})
    )


def muted_rows(count: int = 4_999) -> str:
    return _chain(_rows(count, muted=True))


def many_dots(count: int = 500_000) -> str:
    """One wire through many points."""
    wire = ["i", "n", {"via": [[i, i] for i in range(count)]}]
    return _design(nodes=[IMAGE, _node("n")], edges=[wire])


def open_wires(count: int = 1_000) -> str:
    """Nodes of many ports, none of which is wired."""
    return _design(nodes=_rows(count, "add"))


def separate_networks(count: int = 2_000) -> str:
    nodes, edges = [], []
    for i in range(count):
        nodes += [{**IMAGE, "id": f"i{i}", "name": f"image_{i}"}, _node(f"n{i}")]
        edges.append([f"i{i}", f"n{i}"])
    return _design(nodes=nodes, edges=edges)


def blocks_of_many_nodes(count: int = 4_900) -> str:
    """All nodes are inside one block, which does nothing: they are muted."""
    return _chain(
        _rows(5, "b", repeat=1000), definitions={"b": _body(_rows(count, muted=True))}
    )


def layers_of_one_name(count: int = 3_000) -> str:
    """`a` has thousands of layers, and thousands of nodes are called as if they were some of them."""
    rows = [_node("a", "conv_bn", repeat=1000) | {"name": "a"}]
    rows += [_node(f"n{i}") | {"name": f"a_{i}_conv"} for i in range(1, count)]
    return _chain(rows)


BEYOND: dict[str, tuple[Callable[[], str], str]] = {
    "duplicate_key": (duplicate_key, 'has the key "k399999" twice'),
    "nodes": (many_nodes, "20,001 nodes; at most 5,000"),
    "nodes_of_blocks": (partial(blocks_of_many_nodes, 10_000), "nodes; at most 5,000"),
    "wires": (partial(dense_wires, 200), "wires; at most 10,000"),
    "frames": (partial(many_frames, 1_001), "1,001 frames; at most 1,000"),
    "notes": (partial(many_notes, 1_001), "1,001 notes; at most 1,000"),
    "entries": (partial(many_nodes, 60_000), "more than 200,000 entries"),
    "unknown_fields": (partial(many_unknown_fields, 300_000), "200,000 entries"),
    "dots": (partial(many_dots, 101), "101 positions; at most 100"),
    "parameters": (partial(unknown_parameters, 501), "501 parameters; at most 500"),
    "first": (partial(unknown_first_parameters, 501), "501 parameters; at most 500"),
    "variables": (partial(chained_variables, 20_000), "20,000 variables are too many"),
    "definitions": (partial(many_definitions, 501), "501 blocks of its own; at most"),
    "nesting": (partial(deep_definitions, 21), "21 deep in each other; at most 20"),
    "expressions": (partial(long_expressions, 700), "at most 200,000"),
    "bytes": (long_text, "larger than 10 MB"),
    "note": (partial(long_text, 20_000), "40,000 characters; at most 20,000"),
    "design_name": (partial(long_design_name, 301), "301 characters; at most 300"),
    "value": (partial(long_value, 1_001), "1,001 characters; at most 1,000"),
    "block_name": (partial(long_block_name, 301), "301 characters; at most 300"),
    "parameter_name": (partial(long_parameter_name, 101), "101 characters; at most"),
    "list": (long_list_literal, "characters; at most 1,000"),
    "literal": (deep_literal, "characters; at most 1,000"),
    "deep_json": (deep_json, "nests more than 100 deep"),
    "long_number": (long_number, "thousands of digits"),
}

WITHIN: dict[str, Callable[[], str]] = {
    made.__name__: made
    for made in (
        blocks_of_many_nodes,
        chained_variables,
        chained_variables_backwards,
        circular_variables,
        deep_definitions,
        deep_expressions,
        deep_variables,
        definition_chain_backwards,
        definition_with_many_parameters,
        definitions_of_many_uses,
        dense_wires,
        doubling_definitions,
        failing_rows,
        huge_image,
        huge_parameters,
        layers_of_one_name,
        long_chain,
        long_circular_variables,
        long_expressions,
        many_definitions,
        many_frames,
        many_inputs,
        many_notes,
        many_repeats,
        muted_rows,
        name_clashes,
        name_of_many_parts,
        one_port_wired_many_times,
        open_wires,
        overrides,
        ports_that_do_not_exist,
        powers,
        refused_at_the_last_copy,
        repeating_definitions,
        separate_networks,
        typing_errors,
        unknown_blocks,
        unknown_blocks_beside_definitions,
        unknown_first_parameters,
        unknown_parameters,
        unwired_nodes,
        variables_with_typing_errors,
        wide_addition_that_fails,
        wide_concatenation,
        wrong_choices,
        wrong_values,
    )
}
