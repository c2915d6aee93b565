"""The bar inside a window on which messages appear; it never takes the focus."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ceremony_app.ui_kit.messages import Level, Notice
from ceremony_app.ui_kit.palette import Palette
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, label, only_icon, picture, row

_ICONS = {
    Level.GOOD: "check-circle",
    Level.INFO: "info",
    Level.WARNING: "warning",
    Level.ERROR: "warning",
}
_SHOWN_AT_ONCE = 3
_FLEETING_MS = 7000


class NoticeBar(QWidget):
    """Shows the newest messages, at most three; errors stay until closed, others leave."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(6)
        self._strips: list[_Strip] = []
        self.setVisible(False)
        tools.channel.told.connect(self.show_notice)
        tools.channel.listen()
        self._listening = True

    def words(self) -> list[str]:
        """The sentences on the bar, newest last."""
        return [strip.words for strip in self._strips]

    def stop(self) -> None:
        """Leave the channel to another window."""
        if self._listening:
            self._listening = False
            self._tools.channel.told.disconnect(self.show_notice)
            self._tools.channel.leave()

    def dress(self, palette: Palette) -> None:
        """Show what stands on the bar in other colours."""
        self._tools = self._tools.in_colours(palette)
        standing = [strip.notice for strip in self._strips]
        for strip in list(self._strips):
            self._drop(strip)
        for notice in standing:
            self.show_notice(notice)

    def show_notice(self, notice: Notice) -> None:
        """Put a notice on the bar; the same sentence again replaces the earlier one."""
        words = self._tools.say.say(notice.text)
        for strip in [strip for strip in self._strips if strip.words == words]:
            self._drop(strip)
        while len(self._strips) >= _SHOWN_AT_ONCE:
            self._drop(self._strips[0])
        strip = _Strip(self._tools, notice, words)
        strip.closer.clicked.connect(lambda: self._drop(strip))
        self._strips.append(strip)
        self._stack.addWidget(strip)
        self.setVisible(True)
        QAccessible.updateAccessibility(QAccessibleEvent(strip, QAccessible.Event.Alert))
        if notice.level is not Level.ERROR:
            QTimer.singleShot(_FLEETING_MS, strip, lambda: self._drop(strip))

    def _drop(self, strip: "_Strip") -> None:
        if strip in self._strips:
            self._strips.remove(strip)
            self._stack.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
            self.setVisible(bool(self._strips))


class _Strip(QFrame):
    def __init__(self, tools: Tools, notice: Notice, words: str) -> None:
        super().__init__()
        self.words = words
        self.notice = notice
        self.setProperty("kind", "notice")
        self.setProperty("tone", str(notice.level))
        self.setAccessibleName(words)
        ink = tools.palette.colours()[f"{notice.level}_ink"]
        self.closer = only_icon(tools, "close", tools.say("ui.notice.close"))
        line = row(picture(tools, _ICONS[notice.level], ink, 20), label(words, wrap=True), gap=10)
        line.setContentsMargins(14, 6, 8, 6)
        line.setStretch(1, 1)
        if notice.report:
            line.addWidget(
                button(
                    tools.say("ui.bug.copy"),
                    lambda: QGuiApplication.clipboard().setText(notice.report),
                )
            )
        line.addWidget(self.closer)
        self.setLayout(line)
