"""A family of networks, by hand: a block of one's own, used twice, a slider, and code that keeps the family."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from designer.analysis import analyse
from designer.model.document import Variable

pytestmark = pytest.mark.window

COUNT = """
import runpy, sys
build_model = runpy.run_path(sys.argv[1])["build_model"]
print(build_model().count_params(), build_model(alpha=0.35).count_params())
"""


def handle(slider: QSlider) -> QPoint:
    """Where a slider is held, on the screen."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    rect = slider.style().subControlRect(
        QStyle.ComplexControl.CC_Slider,
        option,
        QStyle.SubControl.SC_SliderHandle,
        slider,
    )
    return slider.mapToGlobal(rect.center())


def test_a_block_of_ones_own_in_a_family(person, run_alone, tmp_path):
    controller = person.window.controller
    person.choose("Templates", "MobileNet", "MobileNet v2")
    person.wait(lambda: controller.document.nodes)
    whole = controller.analysis.total

    # Two rows become a block, which lets its expansion be set.
    person.click(person.middle("row2"))
    person.do("keydown", "shift")
    person.click(person.middle("row3"))
    person.do("keyup", "shift")
    person.key("ctrl+g")
    person.see("group into a block")
    person.write(person.see("block title"), "Two rows")
    for row in ("row2", "row3"):
        person.tick(person.see(f"expose {row} expansion"))
        person.write(person.see(f"name of {row} expansion"), "expansion")
    person.key("Return")
    person.wait(lambda: controller.document.definitions, "no block is made")
    (block,) = controller.document.definitions
    assert set(controller.document.definitions[block].body.variables) == {
        "alpha",
        "expansion",
    }
    assert controller.analysis.total == whole

    # Used again, from the palette, between two other rows.
    gap = (person.port("row5", "output") + person.port("row6", "input")) / 2
    person.add("Two rows", gap)
    person.settle()
    uses = [n for n in controller.document if n.block == block]
    assert len(uses) == 2
    assert not controller.analysis.errors
    person.write(person.see("expansion"), "3")
    person.key("Return")
    person.wait(lambda: controller.document.nodes[uses[1].id].params["expansion"] == 3)
    again = controller.analysis.nodes[uses[1].id].cost
    assert 0 < again.params < whole.params
    assert controller.document.nodes[uses[1].id].params["alpha"] == "=alpha"

    # The slider of alpha takes every channel count along; all of it is one step.
    person.click(person.on_view(300, 30))
    slider = person.see("slider alpha", QSlider)
    start, params = handle(slider), controller.analysis.total.params
    person.drag(start, start - QPoint(slider.width() // 5, 0))
    person.wait(lambda: controller.document.variables["alpha"].value < 0.8)
    assert controller.analysis.total.params < params
    assert person.total("Parameters") == controller.analysis.total.params
    assert not controller.analysis.errors
    person.key("ctrl+z")
    person.wait(lambda: controller.document.variables["alpha"].value == 1)
    assert controller.analysis.total.params == params

    code = tmp_path / "family.py"
    checks = person.export("Python source", code)
    assert checks
    assert all(check.startswith("check: ") for check in checks)
    narrow = analyse(
        replace(
            controller.document,
            variables={**controller.document.variables, "alpha": Variable(0.35)},
        )
    )
    assert run_alone(COUNT, code) == [params, narrow.total.params]
