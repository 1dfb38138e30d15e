import pytest

from designer.export.process.protocol import ExportError
from designer.export.source_check import check_source


def test_a_generated_file_passes(source):
    check_source(source)


def test_every_allowed_import_passes():
    check_source(
        "from __future__ import annotations\n"
        "import math\nfrom typing import Literal\nimport keras\n"
        "from keras import layers, ops\nimport keras.saving\n"
    )


def test_a_layer_class_passes():
    check_source(
        "import keras\n"
        "@keras.saving.register_keras_serializable(package='x')\n"
        "class GroupedConv2D(keras.layers.Conv2D):\n"
        "    def __init__(self, filters):\n"
        "        super().__init__(filters, 3)\n"
        "if __name__ == '__main__':\n    print(GroupedConv2D)\n"
    )


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("import os", "os"),
        ("import keras, subprocess", "subprocess"),
        ("import os.path as keras", "os.path"),
        ("from tensorflow import keras", "tensorflow"),
        ("from blocks import layers", "blocks"),
        ("from . import keras", r"\."),
        ("from .keras import layers", r"\.keras"),
        ("eval('1')", "eval"),
        ("x = exec", "exec"),
        ("__import__('os')", "__import__"),
        ("open('/etc/passwd')", "open"),
        ("getattr(print, 'x')", "getattr"),
        ("().__class__.__base__", "__base__"),
        ("keras.__dict__", "__dict__"),
        ("__builtins__", "__builtins__"),
    ],
)
def test_anything_else_is_refused_by_line(line, named):
    with pytest.raises(ExportError, match=rf"Line 2 .* uses {named}, .* not run\.$"):
        check_source(f'"""Doc."""\n{line}\n')


@pytest.mark.parametrize("text", ["def f(:", "\0", "(" * 1000])
def test_what_is_not_python_is_refused(text):
    with pytest.raises(ExportError, match="not Python"):
        check_source(text)
