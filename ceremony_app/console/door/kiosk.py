"""A door that is left to itself: it fills the screen and takes scans, and names are looked up.

A window of its own and not a door with parts hidden: what is not here cannot be reached, by
no key and by no mistake of ours.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ceremony_app.console.door.away import AwayStrip
from ceremony_app.console.door.crowd import Crowd
from ceremony_app.console.door.pin_strip import PinStrip
from ceremony_app.console.words import hour, status_words
from ceremony_app.services.checkin import PersonState
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.table import Column, DataTable
from ceremony_app.ui_kit.widgets.verdict import Answer, VerdictPanel

LEAST_LETTERS = 3
MOST_NAMES = 12
_RETURN_MS = 500
_FORGET_MS = 20_000
"""Names that somebody looked up are gone before the next one stands there."""


class KioskWindow(QWidget):
    """`leaving` says that somebody wants to leave; only `release` lets the window close."""

    leaving = Signal()

    def __init__(self, tools: Tools, crowd: Callable[[], Crowd]) -> None:
        super().__init__()
        self._say = tools.say
        self._crowd = crowd
        self._released = False
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        tools.theme.dress(self, tools.palette)
        self.panel = VerdictPanel(
            tools,
            Answer("calm", "scan", self._say("door.rest.word"), "", (self._say("lock.rest"),)),
        )
        self.pin = PinStrip(tools)
        self.field = QLineEdit()
        self.field.setProperty("kind", "scan")
        self.field.setAccessibleName(self._say("lock.search"))
        self.field.setPlaceholderText(self._say("lock.search"))
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.names: DataTable[PersonState] = DataTable(
            self._say("door.search.found"), self._columns(), sortable=False
        )
        self._quiet = tools.palette.quiet
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.horizontalHeader().setVisible(False)
        self.leave = icon_button(tools, "lock", self._say("lock.leave.open"), self.leaving.emit)
        whole = column(AwayStrip(tools), self.pin, self.panel, self.field, self.names, gap=14)
        foot = row(label(self._say("lock.locked"), "quiet"), None, self.leave)
        whole.addLayout(foot)
        whole.setStretch(2, 6)
        whole.setStretch(4, 3)
        whole.setContentsMargins(28, 24, 28, 18)
        self.setLayout(whole)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_FORGET_MS)
        self._forget.timeout.connect(self.field.clear)
        self._return = QTimer(self)
        self._return.setInterval(_RETURN_MS)
        self._return.timeout.connect(self._fill)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.follow)
        self.field.textChanged.connect(lambda _: self._search())
        self.pin.left.connect(self.field.setFocus)
        self.field.setFocus()

    def show_answer(self, answer: Answer) -> None:
        """A scan was answered; what was looked up before it is forgotten."""
        # The keys that the clerk has do nothing here.
        self.panel.show_answer(replace(answer, keys=()))
        self.field.clear()

    def release(self) -> None:
        """The PIN was right, or the file is being closed: go."""
        self._released = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.leaving.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self._released:
            event.accept()
        else:
            event.ignore()
            self.leaving.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A window that its manager made small fills the screen again."""
        super().changeEvent(event)
        changed = event.type() == QEvent.Type.WindowStateChange
        if changed and not self._released and not self._fills():
            QTimer.singleShot(0, self, self._fill)

    def follow(self, state: Qt.ApplicationState) -> None:
        """The keyboard has gone to another program, or to the desktop: fetch it back, since the
        scans go with it and nobody stands here to do so."""
        if state is Qt.ApplicationState.ApplicationActive or self._released:
            self._return.stop()
        elif not self._return.isActive():
            self._return.start()

    def _fills(self) -> bool:
        return self.isFullScreen() and not self.isMinimized()

    def _fill(self) -> None:
        if self._released:
            self._return.stop()
            return
        if self._return.isActive():
            # A desktop that was laid bare keeps its windows hidden until one is shown anew.
            self.hide()
        if not self._fills() or self.isHidden():
            self.showFullScreen()
        self.activateWindow()

    def _search(self) -> None:
        typed = self.field.text().strip()
        some = sum(map(str.isalpha, typed)) >= LEAST_LETTERS
        self.names.say_when_empty(self._say("lock.nobody") if some else "", self._quiet)
        self.names.show_rows(self._crowd().search(typed, MOST_NAMES) if some else [])
        if typed:
            self._forget.start()

    def _columns(self) -> list[Column[PersonState]]:
        say = self._say
        return [
            Column(say("door.column.name"), lambda state: state.person.name),
            Column(
                say("door.column.status"),
                lambda state: (
                    f"{say.say(status_words(state.status))} {hour(state.at)}".strip()
                    if state.status is not None and state.status.is_here
                    else ""
                ),
                width=220,
            ),
        ]
