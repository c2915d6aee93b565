"""A word is changed at 07.55: the phrase, a name, a reason, and the text is approved again."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QListWidgetItem, QPlainTextEdit

from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.domain.show import point_number
from ceremony_app.domain.texts import Text
from ceremony_app.services.correction import reworded
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import icon_button, label, row, word_list
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

_FIELD_HEIGHT = 64


class TextSheet(Sheet):
    """One phrase at a time. `wanted` carries the changed text, the name and the reason."""

    wanted = Signal(object, str, str)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.say("hall.text.title"))
        say = self.say
        self._texts: dict[str, Text] = {}
        self._drafts: dict[str, Text] = {}
        self._places: list[tuple[int, int]] = []
        self.text = FormRow(say("hall.text.which"), choice([]))
        self.list = word_list(say("hall.text.phrases"))
        self.list.setMinimumHeight(90)
        self.words = QPlainTextEdit()
        self.words.setFixedHeight(_FIELD_HEIGHT)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(say("hall.text.words"))
        self.by = FormRow(say("hall.text.by"), line())
        self.reason = FormRow(say("hall.text.reason"), line())
        self.answer = label("", "error", wrap=True)
        self.agree = icon_button(
            tools, "lock", say("hall.text.approve"), self._agree, kind="primary"
        )
        for part in (self.text, self.list, self.words, self.by, self.reason, self.answer):
            self.lines.addWidget(part)
        self.lines.setStretchFactor(self.list, 1)
        self.lines.addLayout(row(None, self.agree))
        self.text.on_change(self._show_phrases)
        self.list.currentRowChanged.connect(lambda _: self._show_words())
        self.words.textChanged.connect(self._type)

    def follow(self, texts: Sequence[Text]) -> None:
        """The texts as they are kept; a draft of one that was kept since is given up."""
        kept = {text.id: text for text in texts}
        self._drafts = {
            name: draft
            for name, draft in self._drafts.items()
            if kept.get(name) == self._texts.get(name)
        }
        self._texts = kept
        self.text.refill([(text.id, text.title) for text in texts])
        self.text.setVisible(len(texts) > 1)
        self._show_phrases()

    def show_place(self, text: Text, part: int, phrase: int) -> None:
        """Begin at a phrase: the one that is looked at, or live."""
        self.text.value = text.id
        if (part, phrase) in self._places:
            self.list.setCurrentRow(self._places.index((part, phrase)))

    def arrive(self) -> None:
        self.answer.clear()
        self.words.setFocus()

    def refuse(self, words: str) -> None:
        """Say why the change was not taken; what was typed stays."""
        self.answer.setText(words)

    def _draft(self) -> Text | None:
        chosen = self.text.value
        return self._drafts.get(chosen) or self._texts.get(chosen)

    def _show_phrases(self) -> None:
        draft, row_before = self._draft(), self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            self._places = []
            for part, point in enumerate(draft.parts if draft else ()):
                for at, phrase in enumerate(point.phrases):
                    self._places.append((part, at))
                    self.list.addItem(QListWidgetItem(self._row(part, at, phrase.words)))
            self.list.setCurrentRow(min(max(row_before, 0), len(self._places) - 1))
        self._show_words()

    def _row(self, part: int, phrase: int, words: str) -> str:
        draft = self._draft()
        number = point_number(draft, part) if draft and phrase == 0 else 0
        return f"{number}. {words}" if number else words

    def _show_words(self) -> None:
        draft, at = self._draft(), self.list.currentRow()
        words = ""
        if draft is not None and 0 <= at < len(self._places):
            part, phrase = self._places[at]
            words = draft.parts[part].phrases[phrase].words
        with QSignalBlocker(self.words):
            self.words.setPlainText(words)
        self._show_state()

    def _type(self) -> None:
        draft, at = self._draft(), self.list.currentRow()
        if draft is None or not 0 <= at < len(self._places):
            return
        part, phrase = self._places[at]
        changed = reworded(draft, part, phrase, self.words.toPlainText())
        self._drafts[changed.id] = changed
        words = changed.parts[part].phrases[phrase].words
        self.list.item(at).setText(self._row(part, phrase, words))
        self._show_state()

    def _show_state(self) -> None:
        kept = self._texts.get(self.text.value)
        self.agree.setEnabled(self._draft() != kept)

    def _agree(self) -> None:
        draft, missing = self._draft(), [row for row in (self.by, self.reason) if not row.value]
        for entry in missing:
            entry.complain(self.say("ui.required"))
        if missing:
            missing[0].field.setFocus()
        elif draft is not None:
            self.wanted.emit(draft, self.by.value, self.reason.value)
            self.reason.value = ""
