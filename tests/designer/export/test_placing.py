import os
from pathlib import Path

import pytest

from designer.export.placing import Staging
from designer.export.protocol import ExportError

MARK = "saved_model.pb"


def make_folder(path, text):
    path.mkdir()
    (path / MARK).write_text(text)
    (path / "variables").mkdir()
    (path / "variables" / "data").write_text(text)


def test_a_file_is_placed_whole(tmp_path):
    target = tmp_path / "net.py"
    with Staging(target) as staging:
        staging.write("text")
        assert not target.exists()
        staging.place()
    assert target.read_text() == "text"
    assert os.listdir(tmp_path) == ["net.py"]


def test_a_file_replaces_a_file(tmp_path):
    target = tmp_path / "net.py"
    target.write_text("old")
    with Staging(target) as staging:
        staging.write("new")
        assert target.read_text() == "old"
        staging.place()
    assert target.read_text() == "new"


def test_what_is_not_placed_leaves_no_trace(tmp_path):
    target = tmp_path / "net.py"
    target.write_text("old")
    with Staging(target) as staging:
        staging.write("new")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["net.py"]


@pytest.mark.parametrize("before", ["nothing", "empty folder", "older export"])
def test_a_folder_is_placed(tmp_path, before):
    target = tmp_path / "net"
    if before == "empty folder":
        target.mkdir()
    if before == "older export":
        make_folder(target, "old")
        (target / "fingerprint.pb").write_text("of the old one")
    with Staging(target, MARK) as staging:
        make_folder(staging.result, "new")
        staging.place()
    assert (target / "variables" / "data").read_text() == "new"
    assert not (target / "fingerprint.pb").exists()
    assert os.listdir(tmp_path) == ["net"]


def test_the_old_folder_comes_back_if_the_new_one_cannot_be_moved(tmp_path):
    target = tmp_path / "net"
    make_folder(target, "old")
    with (
        pytest.raises(ExportError, match="cannot be written"),
        Staging(target, MARK) as staging,
    ):
        staging.place()  # there is no result
    assert (target / MARK).read_text() == "old"
    assert os.listdir(tmp_path) == ["net"]


def test_a_link_is_followed(tmp_path):
    real = tmp_path / "elsewhere"
    real.mkdir()
    link = tmp_path / "net.py"
    link.symlink_to(real / "real.py")
    with Staging(link) as staging:
        staging.write("text")
        staging.place()
    assert link.is_symlink()
    assert (real / "real.py").read_text() == "text"


def test_a_relative_target_is_taken_from_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Staging(Path("net.py")) as staging:
        staging.write("text")
        staging.place()
    assert (tmp_path / "net.py").read_text() == "text"


def refuse(target, mark=""):
    with pytest.raises(ExportError) as refusal:
        Staging(target, mark)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_folder_that_does_not_exist(tmp_path):
    target = tmp_path / "missing" / "net.py"
    assert f"there is no folder {target.parent}" in refuse(target)


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    refuse(tmp_path / "file" / "net.py")
    refuse(tmp_path / "file" / "deeper" / "net.py")


def test_a_folder_that_takes_no_files():
    refuse(Path("/proc/net.py"))


def test_a_file_where_a_folder_is(tmp_path):
    assert "is a folder" in refuse(tmp_path)


def test_a_folder_where_a_file_is(tmp_path):
    (tmp_path / "net").write_text("mine")
    assert "is a file" in refuse(tmp_path / "net", MARK)
    assert (tmp_path / "net").read_text() == "mine"


def test_a_folder_with_other_things_in_it(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    assert "left as it is" in refuse(tmp_path, MARK)
    assert os.listdir(tmp_path) == ["thesis.txt"]


def test_a_name_that_is_too_long(tmp_path):
    refuse(tmp_path / ("x" * 300 + ".py"))


def test_a_name_with_a_zero_byte(tmp_path):
    refuse(tmp_path / "a\0b.py")


def test_links_in_a_circle(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    refuse(tmp_path / "a" / "net.py")
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


def test_the_root_is_no_name():
    refuse(Path("/"))
