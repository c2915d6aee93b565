"""Which column of a roster holds what, shown and changed by hand."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.roster import Field, RosterReading
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import label


def field_words(field: Field) -> Message:
    """What a field of the roster is called."""
    return {
        Field.ID_NUMBER: message("prepare.field.id_number"),
        Field.NAME: message("prepare.field.name"),
        Field.TITLE_BEFORE: message("prepare.field.title_before"),
        Field.TITLE_AFTER: message("prepare.field.title_after"),
        Field.RANK: message("prepare.field.rank"),
        Field.RANK_NAME: message("prepare.field.rank_name"),
        Field.POST: message("prepare.field.post"),
        Field.DIVISION: message("prepare.field.division"),
        Field.STAFF_KIND: message("prepare.field.staff_kind"),
        Field.INSTITUTION: message("prepare.field.institution"),
    }[field]


class MappingForm(QWidget):
    """One choice of column for each field; `changed` carries letters by field name."""

    changed = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        self.choices: dict[Field, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for number, field in enumerate(Field):
            choice = QComboBox()
            name = label(self._say.say(field_words(field)))
            name.setBuddy(choice)
            choice.setAccessibleName(name.text())
            choice.activated.connect(lambda _: self.changed.emit(self.mapping()))
            self.choices[field] = choice
            grid.addWidget(name, number % 5, 2 * (number // 5))
            grid.addWidget(choice, number % 5, 2 * (number // 5) + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_reading(self, reading: RosterReading) -> None:
        """Offer the columns of a sheet, with those chosen that were read."""
        columns = sorted(
            {*reading.mapping.values(), *reading.ignored}, key=lambda c: (len(c.letter), c.letter)
        )
        for field, choice in self.choices.items():
            choice.clear()
            choice.addItem(self._say("prepare.import.no_column"), "")
            for column in columns:
                choice.addItem(f"{column.letter} · {column.header}", column.letter)
            found = reading.mapping.get(field)
            choice.setCurrentIndex(choice.findData(found.letter) if found else 0)

    def mapping(self) -> Mapping[str, str]:
        """The letter of the column for each field; empty where none is to be read."""
        return {field.value: str(c.currentData() or "") for field, c in self.choices.items()}
