"""A new ceremony: an example chosen, its first details filled in, saved as one file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.template import Template
from ceremony_app.domain.template_keys import read_date, read_time
from ceremony_app.ui_kit.choose_file import ask_save
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    clear,
    column,
    holder,
    icon_button,
    label,
    row,
    rule,
    scrolled,
    word_list,
)
from ceremony_app.ui_kit.widgets.form import FormRow, line

_ASKED: tuple[tuple[str, Message], ...] = (
    ("title", message("prepare.details.title")),
    ("unit", message("prepare.details.unit")),
    ("year", message("start.fill.year")),
    ("date", message("prepare.details.date")),
    ("time", message("prepare.details.time")),
    ("place", message("prepare.details.place")),
    ("city", message("prepare.details.city")),
)


class NewPage(QWidget):
    """`making_wanted` carries the file, the template's id and the settings that were typed.

    What is left empty stays as the example has it, or blank; all of it can be changed later.
    """

    making_wanted = Signal(Path, str, object)
    left = Signal()

    def __init__(self, tools: Tools, lane: Lane, folder: Path) -> None:
        super().__init__()
        from ceremony_app.services.templates import Templates

        self._tools = tools
        self._say = tools.say
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._templates: tuple[Template, ...] = ()
        say = self._say
        self.list = word_list(say("start.fill.examples"))
        self.list.currentRowChanged.connect(self._choose)
        self.rows = {key: FormRow(say.say(name), line()) for key, name in _ASKED}
        self.list.itemActivated.connect(lambda _: self._first_row().field.setFocus())
        for entry in self.rows.values():
            entry.on_enter(self._ask)
        self._heading = label("", "title", wrap=True)
        self._source = label("", "quiet", wrap=True)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        self.make = icon_button(tools, "check", say("start.fill.make"), self._ask, kind="primary")
        self.make.setEnabled(False)
        self._lay_out()
        lane.ask(lambda: Templates(folder).all(), self._show)

    def _show(self, templates: tuple[Template, ...]) -> None:
        self._templates = templates
        self.list.clear()
        self.list.addItems([template.title for template in templates])
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _choose(self, at: int) -> None:
        if not 0 <= at < len(self._templates):
            return
        template = self._templates[at]
        self._heading.setText(template.title)
        self._source.setText(template.source)
        defaults = {key.name: key.default for key in template.keys}
        if defaults.get("date"):
            # As it is typed here: the day first.
            defaults["date"] = "-".join(reversed(defaults["date"].split("-")))
        for key, entry in self.rows.items():
            entry.setVisible(key in defaults)
            entry.forgive()
            field = entry.field
            if hasattr(field, "setPlaceholderText"):
                field.setPlaceholderText(defaults.get(key, ""))
        clear(self._notes)
        for note in template.notes:
            inside = column(label(note, wrap=True))
            inside.setContentsMargins(12, 8, 12, 8)
            self._notes.addWidget(box(inside, "notice", "calm"))
        self.make.setEnabled(True)

    def _first_row(self) -> FormRow:
        """The first row that this example asks for."""
        asked = (entry for entry in self.rows.values() if entry.isVisible())
        return next(asked, self.rows["title"])

    def _ask(self) -> None:
        settings = self._typed()
        template = self._templates[self.list.currentRow()]
        if settings is None:
            return
        suggestion = Path.home() / f"{self._say('start.fill.name', template=template.id)}.ikrar"
        ask_save(
            self,
            self._say("start.fill.where"),
            self._say("start.fill.kinds"),
            suggestion,
            lambda path: self.making_wanted.emit(path, template.id, settings),
        )

    def _typed(self) -> dict[str, str] | None:
        """The settings that were typed, or None where a row complains."""
        settings = {key: entry.value for key, entry in self.rows.items() if entry.value}
        for key, read in (("date", _read_day), ("time", read_time)):
            if key in settings:
                try:
                    settings[key] = read(settings[key])
                except Refused as error:
                    self.rows[key].complain(self._say.say(error.message))
                    self.rows[key].field.setFocus()
                    return None
        return settings

    def _lay_out(self) -> None:
        say = self._say
        back = icon_button(self._tools, "back", say("start.back"), self.left.emit)
        left = column(label(say("start.fill.examples"), "heading"), self.list, back, gap=12)
        side = holder(left)
        side.setFixedWidth(330)
        rows = self.rows
        form = column(rows["title"], rows["unit"], gap=12)
        form.addLayout(row(rows["date"], rows["time"], rows["year"], gap=14))
        form.addLayout(row(rows["place"], rows["city"], gap=14))
        body = column(
            self._heading,
            self._source,
            rule("gold", width=56, height=3),
            4,
            label(say("start.fill.hint"), "quiet", wrap=True),
            form,
            4,
            self._notes,
            None,
            gap=10,
        )
        body.setContentsMargins(0, 0, 12, 0)
        right = column(scrolled(holder(body)), row(None, self.make))
        whole = row(side, gap=28)
        whole.addLayout(right, 1)
        whole.setContentsMargins(32, 28, 32, 24)
        self.setLayout(whole)


def _read_day(typed: str) -> str:
    """A day with the day first, or ISO; raises Refused."""
    parts = typed.replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        typed = f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    return read_date(typed)
