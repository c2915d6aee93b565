"""Words from the operator to the leader; only the podium shows them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ceremony_app.console.hall.air import first_key
from ceremony_app.console.hall.key_map import Deed, KeyMap
from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.domain.messages import Message, message
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, icon_button, label, restyle, row
from ceremony_app.ui_kit.widgets.form import FormRow, line

MOST_LETTERS = 60
"""More would not be read between two phrases."""


def ready_words(deed: Deed) -> Message | None:
    """What a key tells the leader at once; None for keys that tell nothing. Always Indonesian:
    it is the leader who reads it."""
    return {
        Deed.SLOWER: message("hall.message.slower"),
        Deed.LOUDER: message("hall.message.louder"),
        Deed.WAIT: message("hall.message.wait"),
    }.get(deed)


class MessageSheet(Sheet):
    """Ready words, words of one's own, and what the podium shows. `told` carries words; empty
    ones clear the podium."""

    told = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.say("hall.message.title"))
        self.shown = label("", "heading", wrap=True)
        self.missing = label(self.say("hall.message.no_podium"), "small", tone="warn", wrap=True)
        self.own = FormRow(self.say("hall.message.own"), line())
        self._field = self.own.field
        self.own.on_enter(self._send)
        self.ready = {
            deed: self._ready(words) for deed in Deed if (words := ready_words(deed)) is not None
        }
        self.send = icon_button(tools, "microphone", self.say("hall.message.send"), self._send)
        self.clear = icon_button(
            tools, "close", self.say("hall.message.clear"), lambda: self.told.emit("")
        )
        for part in (self.shown, self.missing, *self.ready.values(), self.own):
            self.lines.addWidget(part)
        self.lines.addLayout(row(self.clear, None, self.send))
        self.lines.addStretch(1)
        self.show_message("", podium=False)

    def arrive(self) -> None:
        self._field.setFocus()

    def show_message(self, words: str, *, podium: bool) -> None:
        """What the podium shows now, and whether there is one."""
        self.shown.setText(
            self.say("hall.message.shown", words=words) if words else self.say("hall.message.none")
        )
        restyle(self.shown, tone="good" if words and podium else "")
        self.missing.setVisible(not podium)
        self.clear.setEnabled(bool(words))

    def name_keys(self, keys: KeyMap) -> None:
        """The keys were set anew."""
        for deed, made in self.ready.items():
            made.setToolTip(self.say.say(first_key(keys, deed)))

    def _ready(self, words: Message) -> QPushButton:
        said = self.say.say(words)
        return button(said, lambda: self.told.emit(said))

    def _send(self) -> None:
        words = " ".join(self.own.value.split())[:MOST_LETTERS]
        if words:
            self.told.emit(words)
            self.own.value = ""
