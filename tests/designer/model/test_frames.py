"""What lies on the canvas beside nodes: frames, notes, dots in wires, marks on nodes; and places."""

from __future__ import annotations

from dataclasses import replace

from designer.model import edits
from designer.model.document import Document, Edge, Frame, Note
from designer.model.files import dumps, loads

SIZES = {f"n{i}": (200, 48) for i in range(1, 9)}


class TestFrames:
    def test_add_change_remove(self, residual, refused):
        document, id = edits.add_frame(residual, "Head", at=(0, 0), size=(80, 40))
        document, other = edits.add_frame(document, at=(0, 0), size=(8, 8))
        assert (id, other) == ("f1", "f2")
        document = edits.set_frame(document, id, title="Tail", colour="#4a90d9")
        document = edits.set_frame(document, id, at=(8, 8), size=(90, 40))
        assert document.frames[0] == Frame("f1", "Tail", (8, 8), (90, 40), "#4a90d9")
        assert loads(dumps(document)) == document
        document = edits.remove_frame(document, id)
        assert [frame.id for frame in document.frames] == ["f2"]
        assert edits.set_frame(document, "f2", title="") is document
        with refused("unknown_frame", "no frame 'f1'"):
            edits.set_frame(document, id, title="")

    def test_faults(self, residual, refused):
        with refused("invalid_value", "the size of a frame should be a width and"):
            edits.add_frame(residual, at=(0, 0), size=(0, 8))
        with refused("invalid_value", "the place of a frame should be two numbers"):
            edits.add_frame(residual, at=(1e12, 0), size=(8, 8))
        with refused("invalid_value", "the colour of a note is no colour"):
            edits.add_note(residual, at=(0, 0), size=(8, 8), colour="red")

    def test_around_nodes_and_what_lies_in_it(self, residual, refused):
        document, id = edits.frame_nodes(residual, ["n2", "n3"], "Two", sizes=SIZES)
        frame = document.frames[0]
        assert frame.at == (-24, 96 - 40)
        assert frame.size == (248, 96 + 48 + 40 + 8)
        assert edits.nodes_in_frame(document, id, SIZES) == ("n2", "n3")
        document, note = edits.add_note(document, "in", at=(0, 100), size=(40, 40))
        document, _ = edits.add_note(document, "out", at=(220, 100), size=(40, 40))
        document, inner = edits.add_frame(document, at=(0, 100), size=(90, 90))
        assert edits.laid_in_frame(document, id) == (inner, note)
        with refused("unknown_frame", "choose the nodes"):
            edits.frame_nodes(residual, [], sizes=SIZES)


class TestNotes:
    def test_add_change_remove(self, residual, refused):
        document, id = edits.add_note(residual, "as in Table 2", at=(0, 0), size=(9, 9))
        document = edits.set_note(document, id, text="", at=(1, 1), size=(8, 8))
        assert document.notes == (Note("t1", "", (1, 1), (8, 8)),)
        assert loads(dumps(document)) == document
        assert edits.remove_note(document, id).notes == ()
        with refused("unknown_note", "no note 't2'"):
            edits.remove_note(document, "t2")


class TestMarks:
    def test_mute_collapse_colour(self, residual):
        document = edits.set_muted(residual, ["n2", "n3"], True)
        document = edits.set_collapsed(document, ["n2"], True)
        document = edits.set_colour(document, ["n2"], "#4A90D9")
        node = document.nodes["n2"]
        assert (node.muted, node.collapsed, node.colour) == (True, True, "#4A90D9")
        assert loads(dumps(document)) == document
        document = edits.set_muted(document, ["n2", "n3"], False)
        document = edits.set_collapsed(document, ["n2"], False)
        assert edits.set_colour(document, ["n2"], "") == residual
        assert edits.set_muted(residual, ["n2"], False) is residual

    def test_colour_of_anything(self, residual, refused):
        document, frame = edits.add_frame(residual, at=(0, 0), size=(8, 8))
        document, note = edits.add_note(document, at=(0, 0), size=(8, 8))
        document = edits.set_colour(document, ["n1", frame, note], "#000000")
        assert document.frames[0].colour == document.notes[0].colour == "#000000"
        assert document.nodes["n1"].colour == "#000000"
        with refused("invalid_value", "'blue' is no colour such as '#4a90d9'"):
            edits.set_colour(document, ["n1"], "blue")
        with refused("unknown_node", "'n9'"):
            edits.set_colour(document, ["n9"], "")


class TestPlaces:
    def test_frames_and_notes_move_with_nodes(self, residual):
        document, frame = edits.add_frame(residual, at=(0, 0), size=(8, 8))
        document, note = edits.add_note(document, at=(0, 0), size=(8, 8))
        moved = edits.move_nodes(document, {"n1": (9, 9), frame: (8, 8), note: (7, 7)})
        assert moved.nodes["n1"].at == (9, 9)
        assert moved.frames[0].at == (8, 8)
        assert moved.notes[0].at == (7, 7)
        assert edits.move_nodes(moved, {frame: (8, 8)}) is moved

    def test_dots_in_a_wire(self, residual, refused):
        document = edits.set_via(residual, Edge("n2", "n4"), [(8, 8), (8, 16)])
        assert document.edges[3].via == ((8, 8), (8, 16))
        assert document == residual  # a wire is its ends
        assert loads(dumps(document)).edges[3].via == ((8, 8), (8, 16))
        assert edits.set_via(document, Edge("n2", "n4"), ((8, 8), (8, 16))) is document
        plain = edits.set_via(document, Edge("n2", "n4"), [])
        assert dumps(plain) == dumps(residual)
        with refused("unknown_wire", "'n1' to 'n4'"):
            edits.set_via(residual, Edge("n1", "n4"), [])


class TestFragments:
    def test_frames_notes_and_dots_come_along(self, residual):
        document, frame = edits.add_frame(residual, "F", at=(0, 0), size=(8, 8))
        document, note = edits.add_note(document, "N", at=(0, 0), size=(8, 8))
        document = edits.set_via(document, Edge("n3", "n4"), [(8, 8)])
        fragment = edits.extract(document, ["n3", "n4", frame, note])
        pasted, ids = edits.merge(document, loads(dumps(fragment)), (16, 8))
        assert ids == ("n5", "n6", "f2", "t2")
        assert pasted.edges[-1].via == ((24, 16),)
        assert pasted.frames[1] == Frame("f2", "F", (16, 8), (8, 8))
        assert pasted.notes[1] == Note("t2", "N", (16, 8), (8, 8))

    def test_paste_that_keeps_what_was_wired_in(self, residual, wires):
        fragment = loads(dumps(edits.extract(residual, ["n3", "n4"])))
        assert "inputs" not in edits.merge(residual, fragment)[0].extra
        pasted, _ = edits.merge(residual, fragment, keep_inputs=True)
        assert wires(pasted)[4:] == ["a -> b2", "b2 -> total2", "a -> total2"]
        assert loads(dumps(pasted)) == pasted
        gone = edits.remove_nodes(residual, ["n2"])
        assert wires(edits.merge(gone, fragment, keep_inputs=True)[0])[1:] == [
            "b2 -> total2"
        ]
        elsewhere, _ = edits.merge(Document(), fragment, keep_inputs=True)
        assert wires(elsewhere) == ["b -> total"]

    def test_the_order_of_wires_at_a_port_is_kept(self, residual, wires):
        swapped = replace(residual, edges=(*residual.edges[:2], *residual.edges[:1:-1]))
        fragment = edits.extract(swapped, ["n3", "n4"])
        pasted, _ = edits.merge(swapped, fragment, keep_inputs=True)
        assert wires(pasted)[4:] == ["a -> b2", "a -> total2", "b2 -> total2"]


class TestReplaceBlock:
    def test_wires_and_common_parameters_stay(self, residual, catalog, wires):
        residual = edits.set_repeat(residual, "n3", 2, {"strides": 2, "filters": 8})
        document = edits.replace_block(residual, "n3", "relu", catalog=catalog)
        node = document.nodes["n3"]
        assert (node.block, node.name, node.repeat) == ("relu", "b", 2)
        assert (node.params, node.first) == ({"filters": 32}, {"filters": 8})
        assert document.edges == residual.edges

    def test_ports_are_found_by_name_then_in_order(self, residual, catalog, wires):
        document = edits.replace_block(residual, "n4", "gate", catalog=catalog)
        assert wires(document)[2:] == ["b -> total", "a -> total:weights"]
        back = edits.replace_block(document, "n4", "add", catalog=catalog)
        assert back == residual
        one = edits.replace_block(residual, "n4", "conv_bn", catalog=catalog)
        assert wires(one)[2:] == ["b -> total"]
        none = edits.replace_block(residual, "n2", "image_input", catalog=catalog)
        assert wires(none) == ["a -> b", "b -> total", "a -> total"]

    def test_outputs(self, residual, catalog, wires):
        document = edits.replace_block(residual, "n2", "split", catalog=catalog)
        assert document.edges == residual.edges
        document = edits.disconnect(document, [Edge("n2", "n4")])
        document = edits.connect(
            document, "n2", "n4", source_port="right", catalog=catalog
        )
        document = edits.replace_block(document, "n2", "conv_bn", catalog=catalog)
        assert wires(document) == ["image -> a", "a -> b", "b -> total"]

    def test_a_name_made_of_the_block_follows(self, residual, catalog, refused):
        document, id = edits.add_node(residual, "conv_bn", catalog=catalog)
        document = edits.replace_block(document, id, "relu", catalog=catalog)
        assert document.nodes[id].name == "relu"
        assert edits.replace_block(document, id, "relu", catalog=catalog) is document
        with refused("unknown_block", "'conv'"):
            edits.replace_block(document, id, "conv", catalog=catalog)
