"""What makes a window usable without a mouse and on a small screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.ui_kit.widgets.basics import button
from ceremony_app.ui_kit.widgets.form import FormRow, line
from ceremony_app.ui_kit.widgets.pile import Pile


def test_enter_presses_a_button_and_a_held_key_presses_once(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = button("Cetak", lambda: pressed.append("x"))
    qtbot.addWidget(made)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert pressed == ["x"]
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
    QApplication.sendEvent(made, held)
    assert pressed == ["x"]
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert pressed == ["x", "x"]


def test_enter_in_a_row_is_passed_on(qtbot: QtBot) -> None:
    entered: list[str] = []
    row = FormRow("Nama", line())
    qtbot.addWidget(row)
    row.on_enter(lambda: entered.append(row.value))
    qtbot.keyClicks(row.field, "Sri")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert entered == ["Sri"]


def test_a_page_out_of_sight_asks_for_no_room(qtbot: QtBot) -> None:
    pile, low, high = Pile(), QWidget(), QWidget()
    qtbot.addWidget(pile)
    low.setMinimumSize(100, 50)
    high.setMinimumSize(100, 900)
    pile.addWidget(low)
    pile.addWidget(high)
    assert pile.minimumSizeHint().height() == 50
    pile.setCurrentWidget(high)
    assert pile.minimumSizeHint().height() == 900
