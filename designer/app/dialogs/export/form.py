"""The form of an export: format, options, target."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from designer.analysis.report import Analysis
from designer.app.fields.editors import Choice, Switch
from designer.app.session.export_jobs import Order
from designer.app.text.prose import prose
from designer.app.text.translation import later, told, tr
from designer.app.widgets.file_dialog import file_dialog
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import Theme
from designer.export.definition import Format
from designer.export.placing import refusal_to_replace
from designer.model.plain import one_line

# Labels of formats' options; an option that is not listed keeps its own name.
OPTIONS = {"grouped_conv": later("Grouped convolutions")}
CHOICES = {
    ("py", "grouped_conv", "fast"): later("GroupedConv2D, fast to train on a CPU"),
    ("py", "grouped_conv", "plain"): later("Plain Conv2D(groups=...)"),
    ("savedmodel", "grouped_conv", "plain"): later(
        "One operation each, for converters"
    ),
    ("savedmodel", "grouped_conv", "fast"): later("Many small operations each"),
}

REPLACES = later("Something of that name is there; a proven export takes its place.")
REPLACES_LINES = 3


class ExportForm(QWidget):
    """Fields for the format, its options and the target of an export.

    Args:
        name: of the design.
        folder: where targets go as long as the user names no other place.
    """

    def __init__(
        self, name: str, folder: Path, formats: Mapping[str, Format], theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self._stem, self._folder, self._formats = _file_stem(name), folder, formats
        self._named = False  # whether the user gave the target a name of their own
        self._radios: dict[str, QRadioButton] = {}
        self._options: dict[str, Choice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(plain(tr("Export {name}").format(name=name), "title"))
        column.addLayout(self._format_choice())
        options = QWidget()
        self._option_grid = QGridLayout(options)
        self._option_parts: list[QWidget] = []
        self._option_grid.setContentsMargins(0, 0, 0, 0)
        self._option_grid.setColumnStretch(1, 1)
        self._option_grid.setHorizontalSpacing(12)
        most = max((len(form.options) for form in formats.values()), default=0)
        for row in range(most):  # another format does not move what is below
            self._option_grid.setRowMinimumHeight(row, Choice().sizeHint().height())
        column.addWidget(options)
        column.addWidget(plain(tr("SAVE AS"), "section"))
        column.addLayout(self._target_row())
        self.replaces = plain("", "small", wrap=True)
        self.replaces.ensurePolished()
        self.replaces.setAlignment(Qt.AlignmentFlag.AlignTop)
        room = REPLACES_LINES * self.replaces.fontMetrics().lineSpacing()
        self.replaces.setFixedHeight(room)
        column.addWidget(self.replaces)
        self.beside = Switch()
        self.beside.setText(tr("Store the proof beside it"))
        self.beside.setAccessibleName(tr("store the proof beside the export"))
        column.addWidget(self.beside)
        self._choose(next(iter(formats)))

    @property
    def format(self) -> Format:
        """The chosen format."""
        chosen = (id for id, radio in self._radios.items() if radio.isChecked())
        return self._formats[next(chosen)]

    def begin(self) -> None:
        """Select the name for editing."""
        self.target.setFocus()
        self.target.selectAll()

    def order(self, analysis: Analysis) -> Order | None:
        """The chosen export; None where the target has no name."""
        target = self._target()
        if target is None:
            return None
        return Order(
            analysis,
            self.format.id,
            target,
            {name: choice.currentData() for name, choice in self._options.items()},
            self.beside.isChecked(),
        )

    def _target(self) -> Path | None:
        text = self.target.text().strip()
        path = Path(text)
        with suppress(RuntimeError):  # the home of an unknown user: the export says so
            path = path.expanduser()
        return path.absolute() if text else None

    def say_what_is_replaced(self) -> None:
        """Say in advance whether the export replaces an existing file, or cannot."""
        target, said = self._target(), ""
        with suppress(OSError, RuntimeError, ValueError):  # the export says why
            if target is not None and target.exists():
                refusal = refusal_to_replace(target, self.format.folder_files)
                said = told(refusal) if refusal else tr(REPLACES)
        self.replaces.setText(one_line(said))

    def _format_choice(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for id, form in self._formats.items():
            radio = QRadioButton(told(form.title))
            radio.setAccessibleName(
                tr("format: {title}").format(title=told(form.title))
            )
            radio.setAccessibleDescription(prose(form.description))
            radio.clicked.connect(lambda _=False, id=id: self._choose(id))
            words = plain(prose(form.description), "muted", wrap=True)
            words.setContentsMargins(24, 0, 0, 0)
            column.addWidget(radio)
            column.addWidget(words)
            self._radios[id] = radio
        return column

    def _target_row(self) -> QHBoxLayout:
        self.target = QLineEdit()
        self.target.setAccessibleName(tr("export target"))
        self.target.textEdited.connect(self._name_target)
        self.target.textChanged.connect(self.say_what_is_replaced)
        browse = QPushButton(tr("Browse…"))
        browse.setAccessibleName(tr("browse for the export target"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.target, 1)
        row.addWidget(browse)
        return row

    def _choose(self, id: str) -> None:
        self._radios[id].setChecked(True)
        form = self._formats[id]
        for old in self._option_parts:
            self._option_grid.removeWidget(old)
            old.deleteLater()
        self._option_parts = []
        self._options = {}
        before: QWidget = list(self._radios.values())[-1]
        for row, (name, choices) in enumerate(form.options.items()):
            called = tr(OPTIONS.get(name, name.replace("_", " ").capitalize()))
            choice = Choice()
            choice.setAccessibleName(tr("option: {name}").format(name=name))
            for value in choices:
                choice.addItem(tr(CHOICES.get((id, name, value), value)), value)
            for column, part in enumerate((plain(called), choice)):
                self._option_grid.addWidget(part, row, column)
                self._option_parts.append(part)
            self._options[name] = choice
            QWidget.setTabOrder(before, choice)
            before = choice
        if not self._named:
            self.target.setText(str(self._folder / f"{self._stem}{form.suffix}"))
        self.say_what_is_replaced()

    def _name_target(self) -> None:
        self._named = True

    def _browse(self) -> None:
        form = self.format
        folder = Path(self.target.text()).expanduser().parent
        dialog = file_dialog(self, tr("Export to"), folder, self._theme)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # said below the path
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if form.suffix:
            dialog.setDefaultSuffix(form.suffix.removeprefix("."))
        dialog.selectFile(Path(self.target.text()).name)
        dialog.fileSelected.connect(self._browsed)
        dialog.open()

    def _browsed(self, path: str) -> None:
        self._named = True
        self.target.setText(path)


def _file_stem(name: str) -> str:
    name = name.removesuffix(".json").removesuffix(".design")
    kept = "".join(c if c.isalnum() or c in "-_." else "_" for c in name)
    return kept or "network"
