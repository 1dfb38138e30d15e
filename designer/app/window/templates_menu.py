"""The menu of published networks by family, with their figures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from designer.app.text import figures
from designer.app.text.prose import prose
from designer.app.text.translation import told, tr
from designer.app.widgets.labels import button_text
from templates import Published, Template


class TemplatesMenu(QObject):
    """Fills a menu; `chosen` carries a template and its options."""

    chosen = Signal(str, object)  # template id, options

    def __init__(
        self,
        menu: QMenu,
        templates: Mapping[str, Template],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        families: dict[str, QMenu] = {}
        for template in templates.values():
            below = families.get(template.family)
            if below is None:
                below = families[template.family] = menu.addMenu(template.family)
                below.setToolTipsVisible(True)
            else:
                below.addSeparator()
            for figure in template.published or (Published(),):
                self._add(below, template, figure)

    def _add(self, menu: QMenu, template: Template, figure: Published) -> None:
        options = figure.options
        title = ", ".join(filter(None, (told(template.title), describe(options))))
        action = menu.addAction(_text(title, figure))
        action.setToolTip(
            f"{prose(template.description)}\n{figure.source or template.source}"
        )
        action.triggered.connect(lambda: self.chosen.emit(template.id, options))


def describe(options: Mapping[str, object]) -> str:
    """A variant by its options: alpha 0.75, input_size 224."""
    return ", ".join(f"{name} {figures.value(v)}" for name, v in options.items())


def _text(title: str, figure: Published) -> str:
    """A title and, at the right in the column of shortcuts, its published cost."""
    title = button_text(title)
    parts = []
    if figure.params is not None:
        parts.append(tr("{params} params").format(params=figures.short(figure.params)))
    if figure.macs is not None:
        parts.append(tr("{macs} MACs").format(macs=figures.short(figure.macs)))
    if not parts:
        return title
    said = tr("{figures} as published").format(figures=", ".join(parts))
    return f"{title}\t{said}"
