"""The command line as its user meets it, in this process."""

import json
import os
import subprocess
import sys
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from blocks.catalog import catalog
from designer.analysis import analyse
from designer.canvas.values.geometry import node_sizes
from designer.canvas.values.scene_state import scene_state
from designer.cli import main
from designer.model.document import Document
from designer.model.files import load, save
from templates import gallery

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
RUN = "import sys; from designer.cli import main; sys.exit(main())"


@pytest.fixture
def run(capsys):
    """Runs a command; gives exit code, standard output and standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def start(*arguments: str, **settings) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        **settings,
    )


def test_templates(run):
    code, out, err = run("templates")

    assert (code, err) == (0, "")
    for id, template in gallery().items():
        [line] = (line for line in out.splitlines() if line.startswith(f"{id} "))
        assert template.title in line
        assert all(f"{option.name}=" in line for option in template.options)


def test_templates_as_json(run):
    code, out, _ = run("templates", "--json")
    found = {each["id"]: each for each in json.loads(out)}

    assert code == 0
    assert set(found) == set(gallery())
    options = {option["name"]: option for option in found["mobilenet_v2"]["options"]}
    assert options["alpha"]["default"] == 1.0
    assert options["input_size"]["default"] == 224
    assert {"id", "title", "family", "source"} <= set(found["mobilenet_v2"])
    assert found["mobilenet_v2"]["published"]


def test_blocks_as_json(run):
    code, out, _ = run("blocks", "--json")
    found = {each["id"]: each for each in json.loads(out)}

    assert code == 0
    assert found["add"]["inputs"] == [{"name": "xs", "many": True}]
    parameters = {p["name"]: p for p in found["inverted_residual"]["parameters"]}
    assert parameters["strides"]["default"] == 1
    assert parameters["strides"]["type"] == "int"
    assert parameters["strides"]["help"]


def test_blocks(run):
    code, out, _ = run("blocks")

    assert code == 0
    assert "inverted_residual" in out


def test_summary_of_a_template(run):
    code, out, err = run("summary", "mobilenet_v2")

    assert (code, err) == (0, "")
    [row] = (line for line in out.splitlines() if line.startswith("row2 "))
    assert row.split() == [
        "row2",
        "inverted_residual",
        "2",
        "56x56x24",
        "15,024",
        "54,942,720",
    ]
    assert "3,538,984" in out
    assert "3,504,872 trainable" in out
    assert "300,774,272" in out
    assert "MACs are the multiply-accumulates" in out
    assert "FLOPs are 2 x MACs" in out


def test_summary_with_options(run):
    code, out, _ = run(
        "summary",
        "mobilenet_v1",
        "--set",
        "alpha=0.25",
        "--set",
        "input_size=128",
        "--json",
    )
    found = json.loads(out)

    assert code == 0
    assert found["totals"]["params"] == 475_544
    assert found["totals"]["macs"] == 13_570_048
    assert found["issues"] == []


def test_new_then_check_then_summary(run, tmp_path):
    path = str(tmp_path / "net.design.json")
    assert run("new", "shufflenet_v1", "--set", "groups=4", "-o", path) == (0, "", "")

    assert load(path) == gallery()["shufflenet_v1"].document(groups=4)
    assert run("check", path)[0] == 0
    assert json.loads(run("check", path, "--json")[1])["issues"] == []
    assert json.loads(run("summary", path, "--json")[1])["totals"]["complete"]


@pytest.mark.parametrize("template", sorted(gallery()))
def test_nodes_of_a_new_design_are_apart_as_the_window_draws_them(
    run, tmp_path, template
):
    path = str(tmp_path / "net.design.json")
    run("new", template, "-o", path)
    design = load(path)
    sizes = node_sizes(scene_state(design, analyse(design), catalog()))
    boxes = [QRectF(*node.at, *sizes[node.id]) for node in design]
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))


def test_new_on_standard_output(run):
    code, out, _ = run("new", "mobilenet_v2", "-o", "-")

    assert code == 0
    assert json.loads(out)["format"] == "channelwise.design"


def test_new_replaces_a_file_only_when_told(run, tmp_path):
    path = tmp_path / "net.design.json"
    path.write_text("precious")
    code, out, err = run("new", "mobilenet_v2", "-o", str(path))

    assert (code, out) == (2, "")
    assert err == f"channelwise: {path} is there already; --force replaces it\n"
    assert path.read_text() == "precious"
    assert run("new", "mobilenet_v2", "-o", str(path), "--force")[0] == 0
    assert load(path).name == "mobilenet_v2"


def test_variables_of_a_files_design(run, tmp_path):
    path = str(tmp_path / "net.design.json")
    save(gallery()["mobilenet_v1"].document(), path)
    _, out, _ = run("summary", path, "--set", "alpha=0.5", "--json")

    assert json.loads(out)["totals"]["params"] == 1_342_536
    _, out, _ = run("summary", path, "--set", "alpha==1 / 2", "--json")
    assert json.loads(out)["totals"]["params"] == 1_342_536


def test_errors_in_a_design(run, broken):
    code, out, err = run("check", broken)

    assert (code, err) == (1, "")
    first, *others = out.splitlines()
    assert first.startswith("error: 'grouped': ")
    assert "3 groups" in first
    assert any("possible: use 4 groups (" in line for line in others)
    code, out, _ = run("check", broken, "--json")
    assert code == 1
    found = json.loads(out)
    assert (found["errors"], found["warnings"]) == (1, 0)
    assert found["issues"][0]["repairs"][0]["title"]


def test_an_empty_design_does_not_pass_the_check(run, tmp_path):
    """No format exports it."""
    path = str(tmp_path / "net.design.json")
    save(Document("net"), path)
    code, out, _ = run("check", path)
    assert (code, out.strip()) == (
        1,
        "error: the design is empty: an image and a block make a network",
    )
    assert json.loads(run("check", path, "--json")[1])["errors"] == 1
    code, _, err = run("export", path, "--to", "py", "-o", str(tmp_path / "net.py"))
    assert code == 1
    assert "the design is empty" in err


def test_a_summary_goes_on_behind_an_error(run, broken):
    code, out, err = run("summary", broken)

    assert (code, err) == (1, "")
    assert "Not counted, for they cannot be computed yet: grouped and head" in out
    assert "error: 'grouped'" in out
    assert (
        json.loads(run("summary", broken, "--json")[1])["totals"]["complete"] is False
    )


def test_a_design_in_error_is_not_exported(run, broken, tmp_path):
    code, out, err = run("export", broken, "--to", "py", "-o", str(tmp_path / "x.py"))

    assert (code, out) == (1, "")
    assert err.startswith("channelwise: not exported: 'grouped': ")
    assert err.count("\n") == 1
    assert not (tmp_path / "x.py").exists()


@pytest.fixture
def broken(tmp_path) -> str:
    """A design file with a grouped convolution that cannot be."""
    path = tmp_path / "broken.design.json"
    rows = (
        ("image", "image_input", {"channels": 4}),
        ("grouped", "grouped_conv", {"filters": 16, "groups": 3}),
        ("head", "classifier", {}),
    )
    design = {
        "format": "channelwise.design",
        "version": 1,
        "nodes": [
            {"id": name, "block": block, "name": name, "at": [0, 0], "params": params}
            for name, block, params in rows
        ],
        "edges": [["image", "grouped"], ["grouped", "head"]],
    }
    path.write_text(json.dumps(design))
    return str(path)


def test_help_and_version(run):
    code, out, _ = run("--help")
    assert code == 0
    for command in ("open", "templates", "blocks", "new", "check", "summary", "export"):
        assert f"\n    {command}" in out
    assert run("--version")[0] == 0
    assert run("export", "--help")[0] == 0


def test_a_bug_is_one_sentence_and_a_log(run, monkeypatch, tmp_path):
    def fail(options):
        raise LookupError("inside")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code = main(["tour"], {"tour": fail})
    assert code == 3
    [log] = tmp_path.iterdir()
    assert "LookupError: inside" in log.read_text()
    _, _, err = run("--version")
    assert "Traceback" not in err


def test_ctrl_c_before_anything(capsys):
    def interrupted(options):
        raise KeyboardInterrupt

    assert main(["tour"], {"tour": interrupted}) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_goes_is_no_error():
    """As in `channelwise blocks | head -1`."""
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-c", RUN, "summary", "mobilenet_v2"],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    os.close(writing)

    assert (result.returncode, result.stderr) == (0, b"")


def test_a_full_disk_is_one_sentence():
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [sys.executable, "-c", RUN, "summary", "mobilenet_v2"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    assert result.returncode == 2
    assert result.stderr == "channelwise: No space left on device\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("templates",),
        ("blocks", "--json"),
        ("new", "mobilenet_v2", "-o", "-"),
        ("check", "mobilenet_v2"),
        ("summary", "shufflenet_v1", "--json"),
    ],
)
def test_what_needs_no_keras_and_no_window_imports_none(arguments):
    code = (
        "import sys\n"
        "from designer.cli import main\n"
        f"assert main({arguments!r}) == 0\n"
        "heavy = {'keras', 'tensorflow', 'PySide6', 'matplotlib', 'networkx', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT
    )

    assert (result.returncode, result.stderr) == (0, "[]\n")


def test_a_terminal_without_unicode():
    result = start(
        "summary", "mobilenet_v2", env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )

    assert (result.returncode, result.stderr) == (0, "")
