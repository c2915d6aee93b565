"""The form of one item of the programme: what it is called, how long it takes, what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from ceremony_app.console.words import cue_words
from ceremony_app.domain.attachments import AttachmentKind
from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.programme import LONGEST, own_field, without_foreign
from ceremony_app.domain.template_keys import read_time
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

Named = tuple[str, str]
"""An id and the words for it."""

_REQUIRED = ("text", "pact", "picture")
_OPTIONAL = ("subtitle", "speaker", "note")


@dataclass(frozen=True, slots=True)
class CueChoices:
    """What items can refer to: texts, pacts, and the office's pictures and sounds in the file."""

    texts: Sequence[Named] = ()
    pacts: Sequence[Named] = ()
    pictures: Sequence[Named] = ()
    sounds: Sequence[Named] = ()


class CueForm(QWidget):
    """Shows the fields that an item of the chosen kind has.

    `changed` comes with everything that somebody types or chooses, `entered` when Enter is
    pressed in a field. `file_wanted` carries the kind of attachment for which a file is to be
    chosen; `use` takes it.
    """

    changed = Signal()
    entered = Signal()
    file_wanted = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._cue = Cue("", CueKind.TITLE, "")
        self._names: dict[str, str] = {}
        self.rows = self._make_rows()
        self.files = {
            kind: self._file_button(kind, key)
            for kind, key in (
                (AttachmentKind.PICTURE, "programme.file.picture"),
                (AttachmentKind.SOUND, "programme.file.sound"),
            )
        }
        self._picture = QWidget()
        self._lay_out()
        for each in self.rows.values():
            each.on_change(self._touched)
            each.on_enter(self.entered.emit)
        self.rows["kind"].on_change(self._show_fields)
        self.rows["text"].on_change(self._name_after_choice)
        self.rows["pact"].on_change(self._name_after_choice)

    @property
    def kind(self) -> CueKind:
        return CueKind(self.rows["kind"].value)

    @property
    def cue(self) -> Cue:
        """The item as the form has it; a time or a length that cannot be read counts as none."""
        try:
            until = read_time(self._typed("until"))
        except Refused:
            until = ""
        typed = Cue(
            id=self._cue.id,
            kind=self.kind,
            title=self._typed("title"),
            subtitle=self._typed("subtitle"),
            text=self._typed("text"),
            pact=self._typed("pact"),
            minutes=self._minutes() or 0,
            until=until,
            picture=self._typed("picture"),
            sound=self._typed("sound"),
            speaker=self._typed("speaker"),
            note=self._typed("note"),
            skipped=self._cue.skipped,
        )
        return without_foreign(typed)

    def checked(self) -> Cue | None:
        """The item, or None where a row complains and has the keys."""
        for name, words in self._complaints():
            self.rows[name].complain(words)
            self.rows[name].field.setFocus()
            return None
        return self.cue

    def show_cue(self, cue: Cue, choices: CueChoices) -> None:
        """Fill the form with an item and what it may refer to."""
        self.blockSignals(True)
        self._cue = cue
        for name, options in (
            ("text", choices.texts),
            ("pact", choices.pacts),
            ("picture", choices.pictures),
            ("sound", choices.sounds),
        ):
            none = self._say("programme.none" if name in _REQUIRED else "programme.no_sound")
            self.rows[name].refill([("", none), *options])
        self._names = dict((*choices.texts, *choices.pacts))
        values = {
            "kind": cue.kind.value,
            "title": cue.title,
            "minutes": str(cue.minutes) if cue.minutes else "",
            "until": cue.until.replace(":", "."),
            "sound": cue.sound,
            **{name: getattr(cue, name) for name in (*_REQUIRED, *_OPTIONAL)},
        }
        for name, value in values.items():
            self.rows[name].value = value
            self.rows[name].forgive()
        self._show_fields()
        self.blockSignals(False)

    def use(self, kind: AttachmentKind, identity: str, name: str) -> None:
        """Take an attachment that was just brought into the file."""
        entry = self.rows["picture" if kind is AttachmentKind.PICTURE else "sound"]
        if isinstance(entry.field, QComboBox) and entry.field.findData(identity) < 0:
            entry.field.addItem(name, identity)
        entry.value = identity

    def _complaints(self) -> list[tuple[str, str]]:
        say, found = self._say, []
        if not self._typed("title"):
            found.append(("title", say("ui.required")))
        own = own_field(self.kind)
        if own in _REQUIRED and not self._typed(own):
            found.append((own, say("programme.choose")))
        if self._minutes() is None:
            found.append(("minutes", say("programme.minutes_wrong", most=LONGEST)))
        if own == "until":
            try:
                read_time(self._typed("until"))
            except Refused as error:
                found.append(("until", say.say(error.message)))
        return found

    def _minutes(self) -> int | None:
        """The planned length; zero where none was typed, None where it is no length."""
        typed = self._typed("minutes")
        if not typed:
            return 0
        if not (typed.isascii() and typed.isdigit()) or int(typed) > LONGEST:
            return None
        return int(typed)

    def _typed(self, name: str) -> str:
        return " ".join(self.rows[name].value.split()) if name != "note" else self.rows[name].value

    def _touched(self) -> None:
        self.changed.emit()

    def _name_after_choice(self) -> None:
        """An item without a name is called like the text or pact that it shows."""
        own = own_field(self.kind)
        named = self._names.get(self.rows[own].value, "") if own in ("text", "pact") else ""
        if named and not self._typed("title"):
            self.rows["title"].value = named

    def _show_fields(self) -> None:
        own = own_field(self.kind)
        for name in ("until", "text", "pact"):
            self.rows[name].setVisible(name == own)
        self._picture.setVisible(own == "picture")
        self.rows["subtitle"].setVisible(self.kind not in (CueKind.TEXT, CueKind.BLANK))

    def _make_rows(self) -> dict[str, FormRow]:
        say = self._say
        kinds = [(kind.value, say.say(cue_words(kind))) for kind in CueKind]
        note = QPlainTextEdit()
        note.setTabChangesFocus(True)
        note.setFixedHeight(62)
        return {
            "kind": FormRow(say("programme.kind.name"), choice(kinds)),
            "title": FormRow(say("programme.title"), line()),
            "subtitle": FormRow(say("programme.subtitle"), line()),
            "until": FormRow(say("programme.until"), line("08.00"), say("programme.until_hint")),
            "text": FormRow(say("programme.text"), choice([])),
            "pact": FormRow(say("programme.pact"), choice([])),
            "picture": FormRow(say("programme.picture"), choice([])),
            "minutes": FormRow(say("programme.minutes"), line("5")),
            "speaker": FormRow(say("programme.speaker"), line()),
            "sound": FormRow(say("programme.sound"), choice([])),
            "note": FormRow(say("programme.note"), note, say("programme.note_hint")),
        }

    def _file_button(self, kind: AttachmentKind, key: str) -> QPushButton:
        made = icon_button(
            self._tools,
            "folder",
            self._say("programme.file.choose"),
            lambda: self.file_wanted.emit(kind),
        )
        made.setAccessibleName(self._say(key))
        made.setToolTip(self._say(key))
        return made

    def _lay_out(self) -> None:
        rows = self.rows
        self._picture.setLayout(_beside(rows["picture"], self.files[AttachmentKind.PICTURE]))
        short = row(rows["minutes"], rows["speaker"], gap=10)
        short.setStretch(0, 2)
        short.setStretch(1, 3)
        short.setAlignment(rows["speaker"], Qt.AlignmentFlag.AlignTop)
        above = [rows[name] for name in ("kind", "title", "subtitle", "until", "text", "pact")]
        sound = _beside(rows["sound"], self.files[AttachmentKind.SOUND])
        self.setLayout(column(*above, self._picture, short, sound, rows["note"], gap=8))


def _beside(entry: FormRow, choose: QPushButton) -> QHBoxLayout:
    made = row(entry, choose, gap=8)
    made.setStretch(0, 1)
    made.setAlignment(choose, Qt.AlignmentFlag.AlignBottom)
    return made
