"""What a row's parameter holds, and what it is worth in the design as it stands."""

from __future__ import annotations

from collections.abc import Mapping

from designer.model.document import (
    Definition,
    Document,
    Node,
    Scalar,
    is_expression,
)
from designer.model.edits.refusal import Refusal, signature_of
from designer.model.expressions import ExpressionError, evaluate
from designer.model.rules import did_you_mean, value_fault
from designer.model.signature import Catalog
from designer.model.substitution import names_in, substitute
from designer.model.variables import resolve


def present_value(
    document: Document, node: Node, parameter: str, catalog: Catalog
) -> Scalar:
    """A parameter's value or expression, its block's default where it is not set; raises Refusal."""
    signature = signature_of(document, node.block, catalog)
    if parameter not in signature.parameters:
        hint = did_you_mean(parameter, sorted(signature.parameters))
        raise Refusal(
            "unknown_parameter", f"'{node.name}' has no parameter '{parameter}'{hint}"
        )
    if not signature.inputs:
        raise Refusal(
            "no_group",
            f"'{node.name}' is where data enters; its {parameter} belongs to the design",
        )
    if parameter in node.params:
        return node.params[parameter]
    if parameter in signature.defaults:
        return signature.defaults[parameter]
    raise Refusal(
        "invalid_value",
        f"{parameter} of '{node.name}' has no value yet; give it one, then expose it",
    )


def worth(document: Document, value: Scalar, what: str) -> Scalar:
    """What a value or expression is worth now; raises Refusal, which says `what` has no value."""
    if not is_expression(value):
        return value
    resolved = resolve(document.variables)
    try:
        found = evaluate(str(value), resolved.values)
    except ExpressionError as error:
        raise Refusal("invalid_value", f"{what} has no value: {error}") from None
    if fault := value_fault(found):
        raise Refusal("invalid_value", f"{what} {fault}")
    return found


def settled(definition: Definition, given: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """What a block's variables stand for in one use: what it gives, else their defaults.

    Raises:
        ExpressionError: an expression would be too long.
    """
    variables = definition.body.variables
    values: dict[str, Scalar] = {}

    def settle(name: str, above: tuple[str, ...]) -> None:
        value = variables[name].value
        if not is_expression(value):
            values[name] = given.get(name, value)
            return
        used = names_in(value) & variables.keys()
        for other in used - values.keys() - {name, *above}:
            settle(other, (*above, name))
        known = {other: values[other] for other in used & values.keys()}
        values[name] = substitute(value, known)

    for name in variables:
        if name not in values:
            settle(name, ())
    return values
