"""Which screen is whose: chosen, told apart, swapped; and the windows beside the hall's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.domain.messages import Message, message
from ceremony_app.ui_kit.running_show import Place, ScreenChoice
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    button,
    clear,
    column,
    holder,
    icon_button,
    label,
    restyle,
    row,
    scrolled,
)


class ScreensSheet(Sheet):
    """Every screen with what may be shown on it. `chosen` carries a place and a screen's key,
    `turned` a place whose window is to come or go."""

    chosen = Signal(object, str)
    turned = Signal(object)
    identify_wanted = Signal()
    swap_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.say("hall.screens.title"))
        say = self.say
        self.question = label("", wrap=True)
        self._asking = box(column(self.question, margin=10), "notice", "warn")
        self.advice = label("", wrap=True)
        self._advising = box(column(self.advice, margin=10), "notice", "calm")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(8)
        self.identify = icon_button(
            tools, "screen", say("hall.screens.identify"), self.identify_wanted.emit
        )
        self.swap = icon_button(tools, "swap", say("hall.swap"), self.swap_wanted.emit)
        self.podium = self._turner("microphone", Place.PODIUM)
        self.shared = self._turner("copy", Place.SHARED)
        self._place: Place | None = None
        self.lines.addWidget(self._asking)
        self.lines.addWidget(self._advising)
        self.lines.addWidget(scrolled(holder(self._rows)), 1)
        self.lines.addLayout(row(self.identify, self.swap, gap=6))
        hint = label(say("hall.screens.shared_hint"), "small", wrap=True)
        self._windows = holder(column(self.podium, self.shared, hint, gap=8))
        self.lines.addWidget(self._windows)
        self.ask(None)
        self.show_windows(podium=False, shared=False)

    @property
    def asked(self) -> Place | None:
        """The place whose screen is asked for."""
        return self._place

    @property
    def choices(self) -> list[QPushButton]:
        """The buttons that choose a screen, in the order in which they stand."""
        return [b for b in self.findChildren(QPushButton) if b.property("screen") is not None]

    def ask(self, place: Place | None) -> None:
        """Ask for the screen of a place that nothing but the operator can tell; None: no more.

        The question has the room to itself.
        """
        self._place = place
        self._asking.setVisible(place is not None)
        self._windows.setVisible(place is None)
        if place is not None:
            self.question.setText(self.say("hall.screens.ask", place=_place_words(place)))

    def show_screens(
        self, screens: Sequence[ScreenChoice], on: dict[Place, str], advice: Message | None
    ) -> None:
        """The screens that there are; `on` names the one that each place fills, by its words."""
        self._advising.setVisible(advice is not None)
        self.advice.setText(self.say.say(advice) if advice is not None else "")
        clear(self._rows)
        for screen in screens:
            self._rows.addWidget(self._card(screen, on))
        self._rows.addStretch(1)
        self.swap.setEnabled(bool(on.get(Place.HALL)))

    def show_windows(self, *, podium: bool, shared: bool) -> None:
        """Which windows are open."""
        say = self.say
        for made, on, words in (
            (self.podium, podium, ("hall.podium_open", "hall.podium_close")),
            (self.shared, shared, ("hall.shared_open", "hall.shared_close")),
        ):
            made.setText(say(words[on]))
            made.setAccessibleName(made.text())
            restyle(made, kind="primary" if on else "")

    def _card(self, screen: ScreenChoice, on: dict[Place, str]) -> QWidget:
        lines = column(label(screen.words, wrap=True), gap=4, margin=10)
        for words in self._about(screen, on):
            lines.addWidget(label(self.say.say(words), "small", wrap=True))
        if not (screen.is_operators or screen.is_mirrored):
            buttons = row(
                self._chooser(screen, Place.HALL), self._chooser(screen, Place.PODIUM), gap=6
            )
            lines.addLayout(buttons)
        return box(lines, "well")

    def _about(self, screen: ScreenChoice, on: dict[Place, str]) -> list[Message]:
        found = []
        if screen.is_operators:
            found.append(message("hall.screens.operators"))
        if screen.is_mirrored:
            found.append(message("hall.screens.mirrored"))
        found += [
            message("hall.screens.shows", place=_place_words(place))
            for place, name in on.items()
            if name and name in (screen.key, screen.words, *screen.words.split(" · "))
        ]
        return found

    def _chooser(self, screen: ScreenChoice, place: Place) -> QPushButton:
        words = self.say("hall.screens.choose", place=_place_words(place))
        made = button(words, lambda: self._choose(place, screen.key), kind="")
        made.setProperty("screen", screen.key)
        made.setAccessibleName(f"{words}: {screen.words}")
        return made

    def _choose(self, place: Place, key: str) -> None:
        self.chosen.emit(place, key)

    def _turner(self, icon: str, place: Place) -> QPushButton:
        return icon_button(self.tools, icon, "", lambda: self.turned.emit(place))


def _place_words(place: Place) -> Message:
    return {
        Place.HALL: message("hall.place_name.hall"),
        Place.PODIUM: message("hall.place_name.podium"),
        Place.SHARED: message("hall.place_name.shared"),
    }[place]
