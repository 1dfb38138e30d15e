"""Templates at the least size that they have: every kind of row, few layers."""

from dataclasses import replace

from designer.analysis import analyse
from designer.analysis.report import Analysis
from templates import Template

# Options that decide how large a network is, and not what it is made of.
SIZES = ("input_size", "width", "depth", "alpha", "scale")


def small(template: Template, copies: int) -> Analysis:
    """A template with the least that its options allow, and at most so many copies of a row."""
    least = {o.name: o.minimum for o in template.options if o.name in SIZES}
    document = template.document(**least, classes=10)
    nodes = {
        id: replace(document.nodes[id], repeat=min(report.repeat, copies))
        for id, report in analyse(document).nodes.items()
    }
    return analyse(replace(document, nodes=nodes))
