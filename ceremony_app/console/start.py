"""The start page: recent files, a new ceremony, another file, a rehearsal.

It is what people see first on an old machine, so it loads nothing that it does not show.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ceremony_app import __version__
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    button,
    clear,
    column,
    label,
    only_icon,
    picture,
    row,
    rule,
    scrolled,
)
from ceremony_app.ui_kit.widgets.card import CardButton
from ceremony_app.ui_kit.widgets.empty import EmptyState

LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))
"""Each language by its own name: whoever cannot read the other must find it."""


class StartPage(QWidget):
    """Says what was chosen by signal; opening and making are for others."""

    new_wanted = Signal()
    file_wanted = Signal()
    rehearsal_wanted = Signal()
    recent_wanted = Signal(Path)
    language_wanted = Signal(str)

    def __init__(self, tools: Tools, lane: Lane) -> None:
        super().__init__()
        self._tools = tools
        self._lane = lane
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(8)
        self._recent.setContentsMargins(0, 0, 8, 0)
        self._cards: dict[str, CardButton] = {}
        whole = row(self._side(), gap=0)
        whole.addLayout(self._choices(), 1)
        self.setLayout(whole)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent files as the settings have them."""
        clear(self._recent)
        self._cards = {}
        names = self._tools.settings.now.recent
        for name in names:
            self._recent.addLayout(self._recent_row(name))
        if names:
            self._recent.addStretch(1)
            self._lane.ask(lambda: _missing(names), self._mark_missing)
        else:
            say = self._tools.say
            self._recent.addWidget(
                EmptyState(
                    self._tools,
                    "folder",
                    say("start.recent.none"),
                    say("start.recent.none_hint"),
                )
            )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where the work begins: at the last file, or at a new ceremony."""
        super().showEvent(event)
        next(iter(self._cards.values()), self._new).setFocus()

    def _side(self) -> QFrame:
        say = self._tools.say
        side = column(gap=10)
        side.setContentsMargins(36, 36, 36, 24)
        side.addWidget(picture(self._tools, "ikrar", "#ffffff", 72))
        side.addSpacing(10)
        side.addWidget(label("Ikrar", "display"))
        side.addWidget(rule("gold", width=56, height=3))
        side.addSpacing(6)
        side.addWidget(label(say("start.tagline"), "lead", wrap=True))
        side.addWidget(label(say("start.about"), "quiet", wrap=True))
        side.addStretch(1)
        for code, name in LANGUAGES:
            switch = button(name, lambda code=code: self.language_wanted.emit(code))  # type: ignore[misc]
            switch.setCheckable(True)
            switch.setChecked(code == say.language)
            side.addWidget(switch)
        side.addSpacing(6)
        side.addWidget(label(say("start.version", version=__version__), "small"))
        frame = box(side, "side")
        frame.setFixedWidth(330)
        return frame

    def _choices(self) -> QVBoxLayout:
        say, tools = self._tools.say, self._tools
        self._new = CardButton(
            tools,
            "plus",
            say("start.new"),
            say("start.new_hint"),
            self.new_wanted.emit,
            keys="Ctrl+N",
        )
        cards = row(
            self._new,
            CardButton(
                tools,
                "folder",
                say("start.open"),
                say("start.open_hint"),
                self.file_wanted.emit,
                keys="Ctrl+O",
            ),
            CardButton(
                tools,
                "play",
                say("start.rehearse"),
                say("start.rehearse_hint"),
                self.rehearsal_wanted.emit,
                keys="Ctrl+R",
            ),
            gap=14,
        )
        for place in range(cards.count()):
            cards.setStretch(place, 1)
        recent = QWidget()
        recent.setLayout(self._recent)
        recent.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        choices = column(label(say("start.begin"), "title"), cards, 18, gap=12)
        choices.addWidget(label(say("start.recent.heading"), "heading"))
        choices.addWidget(scrolled(recent), 1)
        choices.setContentsMargins(36, 40, 36, 24)
        return choices

    def _recent_row(self, name: str) -> QVBoxLayout:
        path = Path(name)
        card = CardButton(
            self._tools,
            "text",
            path.stem,
            str(path.parent),
            lambda: self.recent_wanted.emit(path),
            icon_size=22,
        )
        self._cards[name] = card
        forget = only_icon(
            self._tools,
            "close",
            self._tools.say("start.recent.forget", file=path.name),
            lambda: self._forget(name),
        )
        line = row(card, forget)
        line.setStretch(0, 1)
        return column(line)

    def _forget(self, name: str) -> None:
        self._tools.settings.forget_file(name)
        self.refresh()

    def _mark_missing(self, missing: Mapping[str, bool]) -> None:
        for name, card in self._cards.items():
            if missing.get(name):
                card.say_below(
                    self._tools.say("start.recent.missing", folder=str(Path(name).parent))
                )


def _missing(names: tuple[str, ...]) -> dict[str, bool]:
    return {name: not Path(name).exists() for name in names}
