"""Edits of variables: their values, and their names in every expression."""

from __future__ import annotations

from designer.model import edits
from designer.model.document import Variable
from designer.model.edits import VariableUse
from designer.model.files import dumps, loads


class TestVariables:
    def test_set_and_remove(self, residual, refused):
        document = edits.set_variable(residual, "alpha", Variable(0.5))
        assert document.variables["alpha"].value == 0.5
        assert "alpha" not in edits.set_variable(document, "alpha", None).variables

    def test_switches_and_text(self, residual, refused):
        for value in True, "relu", "":
            document = edits.set_variable(residual, "gamma", Variable(value))
            assert document.variables["gamma"].value is value

    def test_a_cycle_is_named(self, residual, refused):
        with refused("cycle", "alpha -> beta -> alpha"):
            edits.set_variable(residual, "alpha", Variable("=beta + 1"))
        with refused("cycle", "gamma -> gamma"):
            edits.set_variable(residual, "gamma", Variable("=gamma"))

    def test_faults(self, residual, refused):
        def set_(name, *value):
            edits.set_variable(residual, name, Variable(*value))

        with refused("invalid_name", "'2x'"):
            set_("2x", 1)
        with refused("invalid_value", "'ceil' is a function"):
            set_("ceil", 1)
        with refused("invalid_value", "below its minimum of 1"):
            set_("alpha", 0.5, 1)
        with refused("invalid_value", "above its maximum of 2"):
            set_("alpha", 2.5, 1, 2)
        with refused("invalid_value", "minimum of 3 above its maximum of 2"):
            set_("alpha", 2.5, 3, 2)
        with refused("invalid_value", "'2 *' is not an expression"):
            set_("alpha", "=2 *")
        with refused("invalid_value", "'alpha' is text and has no range or step"):
            set_("alpha", "relu", 1)
        with refused("invalid_value", "the step of 'alpha' is nan"):
            set_("alpha", 2, 1, 3, float("nan"))
        with refused("invalid_value", "'alpha' is a switch and has no range or step"):
            set_("alpha", True, None, None, 1)


class TestVariableNames:
    def test_every_expression_follows(self, residual, catalog):
        document = edits.set_params(
            residual,
            "n3",
            {
                "filters": "= min( alpha,max(alpha , beta))  // alphabet",
                "activation": "alpha",
            },
            catalog=catalog,
        )
        document = edits.set_repeat(document, "n3", "=alpha", {"strides": "=alpha"})
        changed = edits.rename_variable(document, "alpha", "width")
        assert list(changed.variables) == ["width", "beta"]
        assert changed.variables["beta"] == Variable("=2 * width")
        node = changed.nodes["n3"]
        assert node.params == {
            "filters": "=min( width,max(width , beta))  // alphabet",
            "activation": "alpha",
        }
        assert (node.repeat, node.first) == ("=width", {"strides": "=width"})
        assert loads(dumps(changed)) == changed

    def test_text_between_names_stays(self, residual, catalog):
        text = "='é' * 0 +(alpha\n  + alpha) # alpha"
        document = edits.set_params(residual, "n3", {"filters": text}, catalog=catalog)
        changed = edits.rename_variable(document, "alpha", "w")
        assert changed.nodes["n3"].params["filters"] == "='é' * 0 +(w\n  + w) # alpha"

    def test_what_cannot_be_read_stays(self, residual, catalog):
        document = edits.set_params(
            residual, "n3", {"filters": "=alpha +"}, catalog=catalog
        )
        changed = edits.rename_variable(document, "alpha", "width")
        assert changed.nodes["n3"].params["filters"] == "=alpha +"

    def test_uses(self, residual, refused):
        document = edits.set_repeat(
            residual, "n3", "=ceil(alpha)", {"filters": "=alpha"}
        )
        assert edits.variable_uses(document, "alpha") == (
            VariableUse("variable", "beta"),
            VariableUse("params", "n2", "filters"),
            VariableUse("repeat", "n3"),
            VariableUse("first", "n3", "filters"),
        )
        assert edits.variable_uses(document, "beta") == ()
        with refused("unknown_variable", "'alhpa'; did you mean 'alpha'?"):
            edits.variable_uses(document, "alhpa")

    def test_refusals(self, residual, refused):
        for new, code, words in [
            ("beta", "duplicate_name", "there is a variable 'beta' already"),
            ("max", "invalid_name", "'max' is a function"),
            ("a b", "invalid_name", "'a b' is no name"),
        ]:
            with refused(code, words):
                edits.rename_variable(residual, "alpha", new)
        with refused("unknown_variable", "'gamma'"):
            edits.rename_variable(residual, "gamma", "delta")
        assert edits.rename_variable(residual, "alpha", "alpha") is residual
