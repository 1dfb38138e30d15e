import os
from pathlib import Path

import pytest

from designer.export.placing import Staging
from designer.export.process.protocol import ExportError

MARK = "saved_model.pb"
FILES = (MARK, "fingerprint.pb", "variables/data", "variables/data-??", "assets/")


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
    with Staging(target, FILES) as staging:
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
        Staging(target, FILES) as staging,
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


def refuse(target, files=()):
    with pytest.raises(ExportError) as refusal:
        Staging(target, files)
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
    assert "is a file" in refuse(tmp_path / "net", FILES)
    assert (tmp_path / "net").read_text() == "mine"


def test_a_folder_with_other_things_in_it(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    assert "left as it is" in refuse(tmp_path, FILES)
    assert os.listdir(tmp_path) == ["thesis.txt"]


@pytest.mark.parametrize(
    ("mine", "named"),
    [
        ("thesis.txt", "thesis.txt"),
        ("data/train.csv", "data/"),
        ("variables/notes.txt", "variables/notes.txt"),
        ("variables/data-100", "variables/data-100"),
        ("variables/deeper/data", "variables/deeper/"),
        ("assets/words.txt", "assets/words.txt"),
        (".git/config", ".git/"),
    ],
)
def test_an_older_export_with_the_users_own_files_stays(tmp_path, mine, named):
    target = tmp_path / "net"
    make_folder(target, "old")
    own = target / mine
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("years of work")
    (tmp_path / "net-2").mkdir()
    sentence = refuse(target, FILES)
    assert f" holds {named}, which no export has written" in sentence
    assert sentence.endswith("such as net-3.")
    assert own.read_text() == "years of work"
    assert (target / MARK).read_text() == "old"


def test_a_folder_with_many_files_names_some_of_them(tmp_path):
    make_folder(tmp_path / "net", "old")
    for number in range(5):
        (tmp_path / "net" / f"{number}.txt").write_text("")
    sentence = refuse(tmp_path / "net", FILES)
    assert "holds 0.txt, 1.txt, 2.txt and 2 more that" in sentence


def test_a_link_to_a_folder_is_no_part_of_an_export(tmp_path):
    make_folder(tmp_path / "net", "old")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "net" / "assets").symlink_to(tmp_path / "elsewhere")
    assert "holds assets/, which" in refuse(tmp_path / "net", FILES)


@pytest.mark.parametrize("files", [(), FILES], ids=["file", "folder"])
def test_what_is_put_there_during_the_export_stays(tmp_path, files):
    target = tmp_path / "net"
    with Staging(target, files) as staging:
        if files:
            make_folder(staging.result, "new")
        else:
            staging.write("new")
        target.mkdir()
        (target / "thesis.txt").write_text("years of work")
        with pytest.raises(ExportError) as refusal:
            staging.place()
    assert "choose another name" in str(refusal.value)
    assert os.listdir(target) == ["thesis.txt"]
    assert os.listdir(tmp_path) == ["net"]


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
