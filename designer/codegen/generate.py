"""The passes from a design to its file, in order."""

from __future__ import annotations

from designer.analysis.report import Analysis
from designer.codegen.collect import collect
from designer.codegen.finish import GroupedConv, finish
from designer.codegen.lay_out import lay_out
from designer.codegen.name import name
from designer.codegen.specialise import specialise
from designer.codegen.translate import translate
from designer.codegen.write import GeneratedFile, write


def generate(
    analysis: Analysis, *, grouped_conv: GroupedConv = "fast"
) -> GeneratedFile:
    """Write a design as a Python file that needs Keras alone.

    Args:
        analysis: a design without errors.
        grouped_conv: `fast` brings the class GroupedConv2D along, `plain` uses
            `keras.layers.Conv2D(groups=...)`, which is slow to train on a CPU.

    Raises:
        CodegenError: the design has errors, or nothing in it.
    """
    collected = collect(analysis)
    named = name(collected)
    translated = translate(named)
    specialised = specialise(translated)
    finished = finish(specialised, grouped_conv)
    laid_out = lay_out(finished)
    return write(laid_out)
