"""A slider for a variable, between its limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from designer.app.panels.variables.content import step_of
from designer.app.text.translation import tr
from designer.app.widgets.coalesce import Coalesce
from designer.model.document import Scalar, Variable

LARGE_STEP = 8


class Gestures(Protocol):
    """Numbers the gestures: edits of one gesture make one step of the history."""

    @property
    def new_gesture(self) -> Callable[[], int]: ...

    @property
    def withdraw(self) -> Callable[[int], None]: ...


class Slider(QSlider):
    """Changes a variable in steps. One drag, or the keys during one focus, is one step of the history.

    While it is dragged, what it passes over faster than the design can be worked out is left out.

    Args:
        submit: takes the name, the value and the gesture.
    """

    def __init__(
        self,
        name: str,
        variable: Variable,
        gestures: Gestures,
        submit: Callable[[str, Scalar | None, int], str | None],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.name = name
        self._variable = variable
        self._gestures, self._submit = gestures, submit
        self._gesture = gestures.new_gesture()
        self._cancelled, self._start = False, 0
        self._latest = Coalesce(self._send, self)
        self.setPageStep(LARGE_STEP)
        self.show_variable(name, variable)
        self.sliderReleased.connect(self._latest.flush)
        self.valueChanged.connect(self._moved)

    def show_variable(self, name: str, variable: Variable) -> None:
        """Follow the variable."""
        self.name, self._variable = name, variable
        self.setAccessibleName(tr("slider {name}").format(name=name))
        if isinstance(variable.value, str):
            return
        low, step = variable.minimum or 0, step_of(variable)
        with QSignalBlocker(self):
            self.setRange(0, round(((variable.maximum or 0) - low) / step))
            if not self.isSliderDown():
                self.setValue(round((variable.value - low) / step))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the panel scrolls

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the handle to the position of a press on the groove."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._cancelled, self._start = False, self.value()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin()
            style = self.style()
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            handle = style.subControlRect(
                QStyle.ComplexControl.CC_Slider,
                option,
                QStyle.SubControl.SC_SliderHandle,
                self,
            )
            if not handle.contains(event.position().toPoint()):
                room = self.width() - handle.width()
                x = round(event.position().x() - handle.width() / 2)
                self.setValue(
                    style.sliderValueFromPosition(
                        self.minimum(), self.maximum(), x, room
                    )
                )
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._cancelled:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isSliderDown() and event.key() == Qt.Key.Key_Escape:
            self._cancelled = True
            self._latest.drop()
            self.setSliderDown(False)
            with QSignalBlocker(self):
                self.setValue(self._start)
            self._gestures.withdraw(self._gesture)
        elif event.key() == Qt.Key.Key_Escape:
            self._gestures.withdraw(self._gesture)
            event.ignore()  # the parent returns to the canvas
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._begin()
        super().focusInEvent(event)

    def _begin(self) -> None:
        self._gesture = self._gestures.new_gesture()

    def _moved(self, place: int) -> None:
        if self.isSliderDown():
            self._latest.ask(place)
        else:
            self._send(place)

    def _send(self, place: int) -> None:
        variable = self._variable
        value = round((variable.minimum or 0) + place * step_of(variable), 6)
        value = min(value, variable.maximum or value)
        whole = isinstance(variable.value, int) and value == int(value)
        self._submit(self.name, int(value) if whole else value, self._gesture)
