"""The details of the chosen template: description, options as fields, figures, published results."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from designer.app.dialogs.gallery.entries import (
    NONE,
    Count,
    Options,
    number,
    origin,
    percent,
    published_of,
    sample,
)
from designer.app.dialogs.gallery.idle_work import IdleWork, count
from designer.app.dialogs.gallery.option_fields import OptionFields
from designer.app.dialogs.gallery.variants import Variants
from designer.app.session.state import as_sentence
from designer.app.text import figures
from designer.app.text.prose import prose
from designer.app.text.translation import later, told, tr
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import GRID, Theme
from designer.model.document import Scalar
from templates import Template

WIDTH = 40 * GRID
FIGURES = later("Parameters"), later("MACs"), later("Top-1")


class Details(QWidget):
    """Shows a template; `open_clicked` carries its current options.

    Args:
        idle_work: counts what the options come to.
    """

    open_clicked = Signal()
    options_changed = Signal()

    def __init__(self, theme: Theme, idle_work: IdleWork) -> None:
        super().__init__()
        self._theme, self._idle_work = theme, idle_work
        self._counts: dict[object, Count] = {}
        self._waited: object = None
        self._valid = self._available = True
        self.template: Template | None = None
        self.options: dict[str, Scalar] = {}

        self.title = plain("", "title", wrap=True)
        self.title.setAccessibleName(tr("template title"))
        self.source = plain("", "muted", wrap=True)
        self.source.setAccessibleName(tr("template source"))
        self.description = plain("", wrap=True)
        self.description.setAccessibleName(tr("template description"))
        self.fields = OptionFields(theme)
        self.fields.changed.connect(self._choose_options)
        self.fields.validity_changed.connect(self._allow)
        self.variants = Variants()
        self.variants.chosen.connect(self.set_options)
        self.problem = plain("", "warning", wrap=True)
        self.problem.setAccessibleName(tr("problem of the design"))
        self.open = QPushButton(tr("Open"))
        self.open.setAccessibleName(tr("open template"))
        self.open.setDefault(True)
        self.open.clicked.connect(self.open_clicked)

        body = QWidget()
        body.setObjectName("panel")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (self.title, self.source, self.description):
            column.addWidget(part)
        self._section(tr("OPTIONS"))
        column.addWidget(self.fields)
        self._section(tr("FIGURES"))
        column.addLayout(self._figures())
        column.addWidget(self.problem)
        self._published = self._section(tr("PUBLISHED"))
        column.addWidget(self.variants)
        column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GRID)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.open)
        self.setFixedWidth(WIDTH)

    def _section(self, title: str) -> QWidget:
        label = plain(title, "section")
        label.setContentsMargins(0, GRID, 0, 0)
        self._column.addWidget(label)
        return label

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        side = Qt.AlignmentFlag.AlignRight
        for column, title in enumerate((tr("Counted"), tr("Published")), 1):
            grid.addWidget(plain(title, "small"), 0, column, side)
        self.counted, self.published = {}, {}
        for row, name in enumerate(FIGURES, 1):
            grid.addWidget(plain(tr(name), "muted"), row, 0)
            ours = self.counted[name] = plain("", "figure")
            ours.setAccessibleName(tr("counted: {name}").format(name=tr(name)))
            theirs = self.published[name] = plain("")
            theirs.setAccessibleName(tr("published: {name}").format(name=tr(name)))
            grid.addWidget(ours, row, 1, side)
            grid.addWidget(theirs, row, 2, side)
        self.counted["Top-1"].setText(NONE)
        self.counted["Top-1"].setToolTip(tr("Nothing is trained here."))
        return grid

    # Showing

    def show_template(self, template: Template, options: Options | None = None) -> None:
        """Show a template, with its defaults or other options."""
        chosen = sample(template) if options is None else options
        if template is not self.template:
            self.template = template
            self.title.setText(told(template.title))
            self.source.setText(f"{origin(template)} · {template.family}")
            self.description.setText(prose(template.description))
            self.fields.show_template(template, chosen)
            self.variants.show_template(template)
            self._published.setVisible(bool(template.published))
            self._scroll.verticalScrollBar().setValue(0)
        elif options is not None:
            self.fields.set_options(chosen)
        self._choose_options()

    def set_options(self, options: Options) -> None:
        """Set these options, and the defaults of the rest."""
        self.fields.set_options(options)
        self._choose_options()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.fields.set_theme(theme)

    def _choose_options(self) -> None:
        template = self.template
        if template is None:
            return
        self.options = dict(self.fields.options)
        known = published_of(template, self.options)
        for name, text in (
            ("Parameters", number(known.params if known else None)),
            ("MACs", number(known.macs if known else None)),
            ("Top-1", percent(known.top1 if known else None)),
        ):
            label = self.published[name]
            label.setText(text)
            label.setToolTip(
                known.source if known else tr("Nobody published this one.")
            )
        self.variants.mark(known)
        self._count(template)
        self.options_changed.emit()

    def _count(self, template: Template) -> None:
        key = self._waited = (template.id, *self.options.values())
        if key in self._counts:
            self._show_count(self._counts[key])
            return

        def counted(result: Count) -> None:
            self._counts[key] = result
            if key == self._waited:
                self._show_count(result)

        self._idle_work.add(count(template, self.options, counted), now=True)

    def _show_count(self, result: Count) -> None:
        for name, value in (
            ("Parameters", result.params),
            ("MACs", result.macs),
        ):
            self.counted[name].setText(figures.short(value))
            self.counted[name].setToolTip(f"{figures.exact(value)} {tr(name)}")
        self.problem.setText(as_sentence(told(result.problem)))
        self.problem.setVisible(bool(result.problem))

    @property
    def can_open(self) -> bool:
        """Whether there is a template with valid options."""
        return self.open.isEnabled()

    def set_available(self, available: bool) -> None:
        """Set whether the search matches a template."""
        self._available = available
        self._allow(self._valid)

    def _allow(self, valid: bool) -> None:
        self._valid = valid
        self.open.setEnabled(self._valid and self._available)
