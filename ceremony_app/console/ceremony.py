"""The window of one ceremony: its pages at the side, one of them open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.page import Page
from ceremony_app.console.sessions import SessionSign
from ceremony_app.domain.ceremony import Details
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, label, row, rule
from ceremony_app.ui_kit.widgets.pile import Pile

SIDE_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the window: made when it is first opened. `dark` pages darken the window."""

    name: str
    icon: str
    title: str
    make: Callable[[], Page]
    dark: bool = False


class CeremonyPage(QWidget):
    """Pages of one open ceremony, reached by mouse, by Tab and by Ctrl with a figure."""

    closing_wanted = Signal()
    language_wanted = Signal(str)
    darkness_changed = Signal(bool)
    sessions_wanted = Signal()

    def __init__(self, tools: Tools, desk: Desk, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        self._entries = {entry.name: entry for entry in entries}
        self._made: dict[str, Page] = {}
        self._stack = Pile()
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._title = label("", "lead", wrap=True)
        self.session = SessionSign(tools, desk, self.sessions_wanted.emit)
        self.rehearsal = box(
            row(None, label(tools.say("console.rehearsal"), "title"), None, margin=4),
            "sign",
            "warn",
        )
        self.rehearsal.setVisible(False)
        whole = row(self._side(entries), gap=0)
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)
        desk.details_changed.connect(self._read_title)
        self._read_title()

    @property
    def desk(self) -> Desk:
        """The ceremony that is open."""
        return self._desk

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        found = self._stack.currentWidget()
        return found if isinstance(found, Page) else None

    @property
    def page_name(self) -> str:
        return next((name for name, page in self._made.items() if page is self.page), "")

    def open_page(self, name: str) -> None:
        """Bring a page into sight, unless the one in sight holds unsaved work."""
        before = self.page
        if before is not None and before is not self._made.get(name) and not before.may_leave():
            self._buttons[self.page_name].setChecked(True)
            return
        if name not in self._made:
            self._made[name] = self._entries[name].make()
            self._made[name].remarked.connect(lambda words: self._remark(name, words))
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        self._buttons[name].setChecked(True)
        self._buttons[name].setFocus()
        self.darkness_changed.emit(self._entries[name].dark)
        self._made[name].arrive()

    def made_already(self, name: str) -> Page | None:
        """A page by name, if it was ever opened."""
        return self._made.get(name)

    def _side(self, entries: Sequence[Entry]) -> QFrame:
        say = self._tools.say
        side = column(gap=4)
        side.setContentsMargins(12, 18, 12, 14)
        side.addWidget(label("IKRAR", "small"))
        side.addWidget(self.rehearsal)
        side.addWidget(self._title)
        side.addSpacing(4)
        side.addWidget(rule("gold", width=40, height=3))
        side.addSpacing(14)
        for number, entry in enumerate(entries, start=1):
            side.addWidget(self._nav(entry, number))
        side.addStretch(1)
        side.addWidget(self.session)
        side.addSpacing(6)
        other, name = ("en", "English") if say.language == "id" else ("id", "Bahasa Indonesia")
        side.addWidget(button(name, lambda: self.language_wanted.emit(other)))
        side.addWidget(button(say("console.close_file"), self.closing_wanted.emit))
        frame = box(side, "side")
        frame.setFixedWidth(SIDE_WIDTH)
        return frame

    def _nav(self, entry: Entry, number: int) -> QPushButton:
        keys = f"Ctrl+{number}"
        made = button(entry.title, lambda: self.open_page(entry.name), tip=keys)
        made.setCheckable(True)
        made.setIcon(self._tools.icons(entry.icon, "#b9c6de", 20))
        made.setIconSize(QSize(20, 20))
        self._group.addButton(made)
        self._buttons[entry.name] = made
        QShortcut(QKeySequence(keys), self, lambda: self.open_page(entry.name))
        return made

    def _remark(self, name: str, words: str) -> None:
        title = self._entries[name].title
        said = f"{title}\n{words}" if words else title
        self._buttons[name].setText(said)
        self._buttons[name].setAccessibleName(said.replace("\n", ", "))

    def _read_title(self) -> None:
        self._desk.ask(lambda services: services.preparation.details(), self._show_title)

    def _show_title(self, details: Details) -> None:
        title = details.title
        self.rehearsal.setVisible(details.rehearsal)
        self._title.setText(title if len(title) < 70 else title[:67].rsplit(" ", 1)[0] + "…")
        self._title.setToolTip(title)
        said = [title, self._tools.say("console.rehearsal") if details.rehearsal else "", "Ikrar"]
        self.window().setWindowTitle(" · ".join(part for part in said if part))
