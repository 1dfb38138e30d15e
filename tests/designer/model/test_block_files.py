"""A personal library of blocks: files that stand alone, and come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from designer.model import edits
from designer.model.block_files import (
    adopt_block,
    block_of,
    dumps_block,
    list_blocks,
    load_block,
    loads_block,
    save_block,
)
from designer.model.document import Definition, Document
from designer.model.files import FileError, dumps, loads


@pytest.fixture
def nested(residual, catalog) -> Document:
    """`outer` holds `inner`; `other` has nothing to do with them."""
    made, inner = edits.group(residual, ["n3"], name="inner", catalog=catalog)
    made, _ = edits.group(made, ["n2", inner], name="outer", catalog=catalog)
    unit = made.definitions["inner"]
    return edits.add_definition(made, "other", replace(unit, title="Other"))


class TestFiles:
    def test_a_block_brings_what_it_needs(self, nested, tmp_path):
        path = save_block(block_of(nested, "outer"), tmp_path / "my" / "blocks")
        assert path == tmp_path / "my" / "blocks" / "outer.block.json"
        file = load_block(path)
        assert file.block == "outer"
        assert set(file.definitions) == {"outer", "inner"}
        assert file.definition == nested.definitions["outer"]
        assert path.read_text() == dumps_block(file)
        assert list(path.parent.iterdir()) == [path]

    def test_one_inner_node_a_line(self, nested):
        lines = dumps_block(block_of(nested, "inner")).splitlines()
        assert lines[0] == (
            '{"format": "channelwise.block", "version": 1, "block": "inner",'
        )
        assert sum('"block": "conv_bn"' in line for line in lines) == 1

    def test_fields_of_a_newer_minor_version_are_kept(self, nested):
        content = json.loads(dumps_block(block_of(nested, "outer")))
        content |= {"version": "1.3", "author": {"name": "X"}}
        content["definitions"]["inner"]["later"] = [1]
        file = loads_block(json.dumps(content))
        assert json.loads(dumps_block(file)) == content

    def test_saving_again_takes_the_old_ones_place(self, nested, tmp_path):
        save_block(block_of(nested, "inner"), tmp_path)
        titled = edits.rename_definition(nested, "inner", "inner", title="Better")
        path = save_block(block_of(titled, "inner"), tmp_path)
        assert load_block(path).definition.title == "Better"

    def test_listing_sets_broken_files_aside(self, nested, tmp_path):
        good = save_block(block_of(nested, "inner"), tmp_path)
        broken = tmp_path / "broken.block.json"
        broken.write_text('{"format": "channelwise.block",\n oops}')
        (tmp_path / "notes.txt").write_text("not a block")
        first, second = list_blocks(tmp_path)
        assert (first.path, first.content) == (broken, None)
        assert first.fault.startswith(f"{broken}: line 2, column 2: not JSON")
        assert (second.path, second.fault) == (good, "")
        assert second.content == block_of(nested, "inner")

    def test_a_missing_folder_is_empty(self, tmp_path):
        assert list_blocks(tmp_path / "none") == ()
        (tmp_path / "file").touch()
        assert list_blocks(tmp_path / "file") == ()

    def test_what_cannot_be_saved(self, nested, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(FileError, match=r"outer\.block\.json: not saved: "):
            save_block(block_of(nested, "outer"), tmp_path / "file")

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"format": "channelwise.design"}, "this is no Channelwise block"),
            ({"version": 2}, "this block is of format 2, newer than this program's 1"),
            ({"version": None}, "'version' is null"),
            ({"block": "mine"}, "its definitions do not hold the block 'mine'"),
            ({"block": 3}, "block is 3: it should be text"),
            ({"definitions": {"outer": 3}}, "definitions.outer is 3, not an object"),
        ],
    )
    def test_broken_ones(self, nested, changes, words):
        content = json.loads(dumps_block(block_of(nested, "outer")))
        with pytest.raises(FileError) as caught:
            loads_block(json.dumps({**content, **changes}))
        assert words in str(caught.value)

    def test_not_text(self):
        with pytest.raises(FileError, match=r"the text is \[\], not an object"):
            loads_block("[]")

    def test_a_design_is_not_a_block(self, nested):
        with pytest.raises(FileError, match="no Channelwise block"):
            loads_block(dumps(nested))
        with pytest.raises(FileError, match="no Channelwise design"):
            loads(dumps_block(block_of(nested, "outer")))


class TestAdopting:
    def test_into_another_design(self, nested, residual, catalog):
        file = block_of(nested, "outer")
        made, block = adopt_block(residual, file)
        assert block == "outer"
        assert set(made.definitions) == {"outer", "inner"}
        again, _ = adopt_block(made, file)
        assert again is made
        used, _ = edits.add_node(made, block, catalog=catalog)
        assert loads(dumps(used)) == used

    def test_a_clash(self, nested, residual, refused):
        file = block_of(nested, "outer")
        mine = edits.add_definition(residual, "inner", Definition("Mine", Document()))
        with refused("definition_clash", "'inner'"):
            adopt_block(mine, file)
        made, block = adopt_block(mine, file, "rename")
        assert block == "outer"
        assert set(made.definitions) == {"inner", "inner2", "outer"}
        kept, _ = adopt_block(mine, file, "keep")
        assert kept.definitions["inner"].title == "Mine"

    def test_an_unknown_block(self, nested, refused):
        with refused("unknown_block", "'oter'; did you mean 'outer'?"):
            block_of(nested, "oter")
