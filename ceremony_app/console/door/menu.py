"""The door's menu: how loud it is, and what faces the visitor."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from ceremony_app.console.door.visitor import VisitorWindow
from ceremony_app.domain.verdicts import ScanAnswer
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import icon_button

_VOLUMES = (25, 50, 75, 100)


class DoorMenu(QWidget):
    """A button with its menu; it keeps the visitor's window while there is one."""

    def __init__(self, tools: Tools, sounds: Sounds) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._sounds = sounds
        self.visitor: VisitorWindow | None = None
        self.menu = QMenu(self)
        self.button: QPushButton = icon_button(tools, "sound", self._say("door.menu.open"))
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill)

    def greet(self, answer: ScanAnswer) -> None:
        """Somebody has scanned: tell the visitor too, if there is a screen for it."""
        if self.visitor is not None:
            self.visitor.greet(answer)

    def close_visitor(self) -> None:
        """Take the visitor's window away."""
        if self.visitor is not None:
            self.visitor.close()
            self.visitor.deleteLater()
            self.visitor = None

    def show_visitor(self, screen: QScreen) -> None:
        """Put the greeting on a screen, in the place of the one where it is."""
        self.close_visitor()
        self.visitor = VisitorWindow(self._tools)
        self.visitor.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.visitor.fill(screen)
        self.window().activateWindow()

    def fill(self) -> None:
        """Make the menu for what is so now: screens come and go."""
        self.menu.clear()
        mute = self._action(self._say("door.menu.mute"), is_on=self._sounds.muted)
        mute.triggered.connect(lambda on: self._sounds.mute(muted=on))
        group = QActionGroup(self.menu)
        for percent in _VOLUMES:
            is_on = self._sounds.volume == percent
            one = self._action(self._say("door.menu.volume", percent=percent), is_on=is_on)
            one.triggered.connect(lambda _=False, percent=percent: self._set_volume(percent))
            group.addAction(one)
        self.menu.addSeparator()
        self._list_screens()

    def _list_screens(self) -> None:
        visitor = self.visitor
        shown = visitor.screen() if visitor is not None and visitor.isVisible() else None
        offered = [one for one in QGuiApplication.screens() if one is not self.window().screen()]
        for screen in offered:
            taken = screen is not shown and _is_filled(screen)
            size = screen.size() * screen.devicePixelRatio()
            words = self._say(
                "door.menu.taken" if taken else "door.menu.visitor",
                name=screen.name(),
                width=size.width(),
                height=size.height(),
            )
            one = self._action(words, is_on=screen is shown)
            one.setEnabled(not taken)
            one.triggered.connect(lambda on, screen=screen: self._turn(screen, on=on))
        if not offered:
            self.menu.addAction(self._say("door.menu.no_screen")).setEnabled(False)

    def _turn(self, screen: QScreen, *, on: bool) -> None:
        if on:
            self.show_visitor(screen)
        else:
            self.close_visitor()

    def _set_volume(self, percent: int) -> None:
        self._sounds.set_volume(percent)
        self._sounds.play("recorded")

    def _action(self, words: str, *, is_on: bool) -> QAction:
        made: QAction = self.menu.addAction(words)
        made.setCheckable(True)
        made.setChecked(is_on)
        return made


def _is_filled(screen: QScreen) -> bool:
    """Whether a window of ours has all of a screen: the hall, or the podium."""
    return any(
        window.isVisible() and window.isFullScreen() and window.screen() is screen
        for window in QApplication.topLevelWidgets()
    )
