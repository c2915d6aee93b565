"""One part of a text (opening, point, closing): its phrases, and its words when they change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from ceremony_app.console.prepare.phrase_editor import PhraseEditor
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.texts import PhraseRole, Point
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, icon_button, label, row


class PartCard(QFrame):
    """Shows a part; its phrases are broken in place, its words in a field that opens.

    New words are split anew by the rule of phrases; words that stay keep their breaks. `tried`
    carries the part as it would be with the words that are being typed, `looked_at` the number
    of the phrase that somebody is at.
    """

    changed = Signal(object)
    tried = Signal(object)
    looked_at = Signal(int)
    removed = Signal()

    def __init__(
        self, tools: Tools, heading: str, point: Point, *, locked: bool, removable: bool
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._say = tools.say
        self.phrases = PhraseEditor(tools, point, locked=locked)
        self.phrases.changed.connect(self.changed)
        self.phrases.looked_at.connect(self.looked_at)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(96)
        self.words.setAccessibleName(heading)
        self.words.setVisible(False)
        self.words.textChanged.connect(lambda: self.tried.emit(self._typed()))
        self.edit = icon_button(tools, "prepare", self._say("prepare.text.words"), self._turn)
        self.remove = button(self._say("prepare.text.remove"), self.removed.emit, kind="plain")
        head = row(label(heading, "heading"), None)
        if not locked:
            head.addWidget(self.edit)
            if removable:
                head.addWidget(self.remove)
        inside = column(head, self.phrases, self.words, gap=4)
        inside.setContentsMargins(14, 8, 10, 8)
        self.setLayout(inside)

    def _turn(self) -> None:
        """Open the field for the words, or take them over from it."""
        if self.words.isHidden():
            self.words.setPlainText(self.phrases.point.words)
            self.edit.setText(self._say("prepare.text.words_done"))
            self._show_field(shown=True)
            self.words.setFocus()
            return
        self.edit.setText(self._say("prepare.text.words"))
        self._show_field(shown=False)
        typed = self._typed()
        if typed != self.phrases.point:
            self.phrases.show_point(typed)
            self.changed.emit(typed)

    def _typed(self) -> Point:
        """The part with the words in the field; as it was where they are the same, or none."""
        point, typed = self.phrases.point, " ".join(self.words.toPlainText().split())
        if not typed or typed == point.words:
            return point
        return suggested_point(typed, point.phrases[0].role if point.phrases else PhraseRole.HALL)

    def take_over(self) -> None:
        """Take over words that still stand in the open field."""
        if not self.words.isHidden():
            self._turn()

    def _show_field(self, *, shown: bool) -> None:
        self.words.setVisible(shown)
        self.phrases.setVisible(not shown)
