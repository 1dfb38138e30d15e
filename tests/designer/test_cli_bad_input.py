"""What cannot be read or used: exit code 2, and one sentence on standard error."""

import json

import pytest

from designer.cli import main
from designer.export.process.client import ExportError
from designer.model.files import save
from templates import gallery

GOOD = {
    "format": "channelwise.design",
    "version": 1,
    "nodes": [
        {"id": "n1", "block": "image_input", "name": "image", "at": [0, 0]},
        {"id": "n2", "block": "add", "name": "a", "at": [0, 0]},
        {
            "id": "n3",
            "block": "conv",
            "name": "b",
            "at": [0, 0],
            "params": {"filters": 3},
        },
    ],
    "edges": [["n1", "n2"], ["n1", "n3"], ["n3", "n2"]],
}


def sentence(capsys, *arguments: str) -> str:
    """The one line that a command leaves on standard error when it exits with 2."""
    code = main(arguments)
    err = capsys.readouterr().err
    assert code == 2
    assert err.startswith("channelwise: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err.removeprefix("channelwise: ").rstrip("\n")


def changed(**fields) -> str:
    return json.dumps({**GOOD, **fields})


@pytest.fixture
def file(tmp_path):
    def write(text: str) -> str:
        path = tmp_path / "design.json"
        path.write_text(text)
        return str(path)

    return write


def test_the_example_is_good(capsys, file):
    assert main(["check", file(changed())]) == 0


@pytest.mark.parametrize("command", ["check", "summary"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("this is not JSON", "JSON"),
        ("", "empty"),
        ("[]", "the design"),
        ('{"format": "something else"}', "Channelwise design"),
        (
            changed(edges=[["n1", "n2"], ["n2", "n3"], ["n3", "n2"]]),
            "cycle: a -> b -> a",
        ),
        (
            changed(
                nodes=[{"id": "n1", "block": "image_input", "at": [0, 0]}], edges=[]
            ),
            "name",
        ),
        (
            changed(
                nodes=[{"id": "n1", "block": "conw", "name": "x", "at": [0, 0]}],
                edges=[],
            ),
            "'x': there is no block 'conw'; did you mean 'conv'?",
        ),
        (changed(edges=[["n1", "n9"]]), "n9"),
    ],
)
def test_design_files_that_cannot_be_read(capsys, file, command, text, says):
    assert says in sentence(capsys, command, file(text))


def test_an_unknown_block_hides_nothing_else(capsys, file):
    nodes = [
        *GOOD["nodes"],
        {"id": "n4", "block": "later", "name": "new", "at": [0, 0]},
    ]
    path = file(changed(nodes=nodes))

    assert main(["summary", path, "--json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert [node["state"] for node in found["nodes"]] == ["ok", "ok", "ok", "error"]
    assert "not exported: 'new': there is no block 'later'" in sentence(
        capsys, "export", path, "--to", "py", "-o", "x.py"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("chek", "x"), "there is no command 'chek'; did you mean 'check'?"),
        ((), "say which command: blocks, check, export, new, summary, templates"),
        (("--json", "check", "mobilenet_v2"), "the command comes first, then '--json'"),
        (("check",), "check: the following arguments are required: FILE|TEMPLATE"),
        (
            ("check", "mobilenet_v2", "--jsn"),
            "check has no option '--jsn'; did you mean '--json'?",
        ),
        (("check", "mobilenet_v2", "more"), "check: 'more' is one argument too many"),
        (
            ("check", "mobilnet_v2"),
            "there is no file and no template 'mobilnet_v2'; did you mean 'mobilenet_v2'?",
        ),
        (
            ("new", "mobilnet_v2", "-o", "x.json"),
            "there is no template 'mobilnet_v2'; did you mean 'mobilenet_v2'?",
        ),
        (
            ("summary", "mobilenet_v2", "--set", "alfa=1"),
            "mobilenet_v2 has no option 'alfa'; did you mean 'alpha'?",
        ),
        (
            ("summary", "mobilenet_v2", "--set", "alpha"),
            "summary: argument --set: 'alpha' is not NAME=VALUE, such as alpha=0.5",
        ),
        (
            ("summary", "mobilenet_v2", "--set", "classes=many"),
            "classes must be a whole number from 2 to 100000, not 'many'",
        ),
        (
            ("new", "mobilenet_v2"),
            "new: the following arguments are required: -o/--output",
        ),
        (
            ("export", "mobilenet_v2", "-o", "x"),
            "export: the following arguments are required: --to",
        ),
        (("check", "no/such/file"), "no/such/file: no such file or directory"),
        (("check", "missing.json"), "missing.json: no such file or directory"),
        (
            ("export", "mobilenet_v2", "--to", "savedmodel", "-o", "-"),
            "savedmodel cannot be printed: name a path with -o",
        ),
    ],
)
def test_bad_usage(capsys, arguments, says):
    assert sentence(capsys, *arguments) == says


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("alfa=1", "this design has no variable 'alfa'; did you mean 'alpha'?"),
        ("alpha=much", "alpha is a number or an expression, not 'much'"),
        ("alpha=nan", "alpha"),
        ("alpha=1000000", "alpha"),
        ("alpha==beta +", "alpha"),
    ],
)
def test_variables_that_cannot_be(capsys, tmp_path, setting, says):
    path = str(tmp_path / "net.design.json")
    save(gallery()["mobilenet_v2"].document(), path)

    assert says in sentence(capsys, "summary", path, "--set", setting)


def test_a_folder_that_cannot_be_written(capsys, tmp_path):
    target = str(tmp_path / "no" / "such" / "x.py")

    assert "no folder" in sentence(
        capsys, "export", "mobilenet_v2", "--to", "py", "-o", target
    )
    assert "no such file or directory" in sentence(
        capsys, "new", "mobilenet_v2", "-o", target
    )


def test_a_format_that_does_not_exist(capsys, tmp_path):
    said = sentence(
        capsys, "export", "mobilenet_v2", "--to", "pyy", "-o", str(tmp_path / "x")
    )

    assert "no format pyy, perhaps py" in said


def test_a_folder_that_holds_something_else_is_left_alone(capsys, tmp_path):
    (tmp_path / "thesis.txt").write_text("precious")
    said = sentence(
        capsys, "export", "mobilenet_v2", "--to", "savedmodel", "-o", str(tmp_path)
    )

    assert "is left as it is" in said
    assert (tmp_path / "thesis.txt").read_text() == "precious"


def test_a_worker_that_fails(capsys, monkeypatch, tmp_path):
    """TensorFlow missing, or crashing: what the worker's client says is what the user reads."""

    def fail(*_, **__):
        raise ExportError("TensorFlow is not installed here.")

    monkeypatch.setattr("designer.terminal.export", fail)
    target = str(tmp_path / "x.py")

    assert (
        sentence(capsys, "export", "mobilenet_v2", "--to", "py", "-o", target)
        == "TensorFlow is not installed here."
    )
