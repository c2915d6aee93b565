"""The other forms in which a paper is saved: spreadsheets, lists, pictures, Word, a file each."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ceremony_app.console.table.papers import Kind, Sheet
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import icon_button


@dataclass(frozen=True, slots=True)
class Ending:
    """A form by its file's ending: the words of button and dialog, and the kinds asked for."""

    title: str
    ending: str
    kinds: str


PDF = Ending("table.save", ".pdf", "table.kinds.pdf")
EXCEL = Ending("table.save_xlsx", ".xlsx", "table.kinds.list")
CSV = Ending("table.save_csv", ".csv", "table.kinds.csv")
WORD = Ending("paperwork.save_docx", ".docx", "paperwork.kinds_docx")


class Asked(Protocol):
    """What the buttons ask of the panel."""

    def ask_file(self, form: Ending) -> None:
        """Ask for a file of that form, and make it."""

    def ask_pictures(self) -> None:
        """Ask for a folder, and make a picture a person in it."""

    def ask_each(self) -> None:
        """Ask for a folder, and make a PDF a person in it."""


class SaveButtons:
    """One button for each form; only those of the chosen paper are seen."""

    def __init__(self, tools: Tools, asked: Asked) -> None:
        say = tools.say
        self.excel = icon_button(tools, "table", say(EXCEL.title), lambda: asked.ask_file(EXCEL))
        self.csv = icon_button(tools, "table", say(CSV.title), lambda: asked.ask_file(CSV))
        self.pictures = icon_button(tools, "badge", say("table.save_png"), asked.ask_pictures)
        self.word = icon_button(tools, "text", say(WORD.title), lambda: asked.ask_file(WORD))
        self.each = icon_button(tools, "folder", say("paperwork.save_each"), asked.ask_each)
        for button in self.all:
            button.setVisible(False)

    @property
    def all(self) -> tuple[QWidget, ...]:
        """Every button, in the order in which they stand."""
        return self.excel, self.csv, self.pictures, self.word, self.each

    def show_for(self, sheet: Sheet) -> None:
        """Show the forms that a paper has."""
        seen = {
            self.excel: sheet.kind is Kind.ATTENDANCE,
            self.csv: sheet.kind in (Kind.BADGES, Kind.MISSING, Kind.UNSIGNED),
            self.pictures: sheet.kind is Kind.BADGES,
            self.word: sheet.goes_to_letters,
            self.each: sheet.form is PactForm.INDIVIDUAL,
        }
        for button, is_seen in seen.items():
            button.setVisible(is_seen)
