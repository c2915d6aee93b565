"""How a paper is to be printed: asked inside the page, never in the system's own dialog."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ceremony_app.console.badge_choice import printer_choice
from ceremony_app.console.table.media_words import media_note
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.media import SizeMm
from ceremony_app.domain.printing import MOST_COPIES, Abilities, PrintWish, Sides, page_ranges
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, icon_button, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

_LAST_PAGE = 99_999
_PAGES_WIDTH = 160
"""Room for the hint that says how ranges are written."""


@dataclass(frozen=True, slots=True)
class Printable:
    """What is to be printed: the size of its pages, and how many, 0 where that is not known yet."""

    size_mm: SizeMm
    pages: int = 0
    is_label: bool = False


class PrintSheet(QWidget):
    """Printer, copies, pages, sides and tray of what `printable` tells; `wanted` is called with
    the wish, `tested` for a page of rulers. Enter prints, Escape closes. The printer is
    remembered, that of labels apart."""

    def __init__(
        self,
        tools: Tools,
        desk: PrintDesk,
        printable: Callable[[], Printable],
        wanted: Callable[[PrintWish], object],
        tested: Callable[[PrintWish], object],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        self._printable = printable
        self._able = Abilities()
        self._wanted = wanted
        self._tested = tested
        say = tools.say
        self.printer = FormRow(say("printing.sheet.printer"), choice([]))
        self.copies = FormRow(say("printing.sheet.copies"), line(width=80))
        self.pages = FormRow(say("printing.sheet.pages"), line(say("printing.sheet.all_pages")))
        self.pages.field.setMinimumWidth(_PAGES_WIDTH)
        self.sides = FormRow(say("printing.sheet.sides"), choice([]))
        self.tray = FormRow(say("printing.sheet.tray"), choice([]))
        self.go = icon_button(
            tools, "printer", say("printing.sheet.print"), self._print, kind="primary"
        )
        self.test = icon_button(
            tools,
            "table",
            say("printing.sheet.test"),
            self._test,
            tip=say("printing.sheet.test_tip"),
        )
        self.shut = button(say("ui.cancel"), self.dismiss)
        self.no_printer = label("", wrap=True)
        self.gone = label("", "small", wrap=True, tone="warn")
        self.note = label("", "small", wrap=True, tone="warn")
        self._fields = self._field_row()
        self.setLayout(column(self._framed()))
        self.printer.on_change(self._ask_abilities)
        self._show_abilities(Abilities())
        self.setVisible(False)

    def open(self) -> None:
        """Show the sheet with the printers that there are, as soon as the system has told them."""
        self.copies.value = "1"
        self.pages.value = ""
        self._show_only_words("printing.sheet.asked")
        self.setVisible(True)
        self.setFocus()  # not on a button: who presses Enter at once wants to print
        self._desk.find_printers(self._offer)

    def _offer(self, names: list[str]) -> None:
        if self.isHidden():
            return
        if not names:
            self._show_only_words("printing.sheet.none")
            self.shut.setFocus()
            return
        kept = self._tools.settings.now.choices.get(self._remembered(), "")
        self.printer.refill([(name, name) for name in names])
        if kept in names:
            self.printer.value = kept
        is_gone = bool(kept) and kept not in names
        self.gone.setText(self._tools.say("printing.media.kept_gone", printer=kept))
        self.gone.setVisible(is_gone)
        self._show_fields(shown=True)
        self.go.setFocus()

    def _show_only_words(self, key: str) -> None:
        self.no_printer.setText(self._tools.say(key))
        self.gone.setVisible(False)
        self._show_fields(shown=False)

    def _show_fields(self, *, shown: bool) -> None:
        self._fields.setVisible(shown)
        self.no_printer.setVisible(not shown)
        for action in (self.go, self.test):
            action.setEnabled(shown)
        self.look_at_paper()

    def look_at_paper(self) -> None:
        """Say whether the printer has the paper; to be called when another is chosen."""
        printer, size = self.printer.value, self._printable().size_mm
        has_printer = self._fields.isVisibleTo(self)
        words = media_note(printer, self._able.media, size, self._tools.say) if has_printer else ""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def dismiss(self) -> None:
        """Close without printing."""
        self.setVisible(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.go.isEnabled():
            self._print()
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        wish = self._wish()
        if wish is not None:
            self._tools.settings.remember_choice(self._remembered(), wish.printer)
            self.dismiss()
            self._wanted(wish)

    def _test(self) -> None:
        wish = self._wish()
        if wish is not None:
            self._tested(PrintWish(wish.printer, tray=wish.tray))

    def _wish(self) -> PrintWish | None:
        """What the fields say; complaints stand beside the field that is wrong."""
        copies, say = self.copies.value, self._tools.say
        if not (copies.isdecimal() and 1 <= int(copies) <= MOST_COPIES):
            self.copies.complain(say("printing.sheet.copies_wrong", most=MOST_COPIES))
            self.copies.field.setFocus()
            return None
        try:
            page_ranges(self.pages.value, self._printable().pages or _LAST_PAGE)
        except Refused as error:
            self.pages.complain(say.say(error.message))
            self.pages.field.setFocus()
            return None
        return PrintWish(
            printer=self.printer.value,
            copies=int(copies),
            pages=self.pages.value,
            sides=Sides(self.sides.value),
            tray=self.tray.value,
        )

    def _ask_abilities(self) -> None:
        printer = self.printer.value
        if self.printer.field.isEnabled() and printer not in ("", "None"):
            self._desk.abilities(printer, lambda able: self._take_abilities(printer, able))

    def _take_abilities(self, printer: str, able: Abilities) -> None:
        if self.printer.value == printer:
            self._show_abilities(able)

    def _remembered(self) -> str:
        return printer_choice(labels=self._printable().is_label)

    def _show_abilities(self, able: Abilities) -> None:
        say = self._tools.say
        self._able = able
        words = {
            Sides.ONE: say("printing.sheet.one"),
            Sides.LONG_EDGE: say("printing.sheet.long_edge"),
            Sides.SHORT_EDGE: say("printing.sheet.short_edge"),
        }
        self.sides.refill([(one.value, words[one]) for one in able.sides])
        self.sides.setVisible(len(able.sides) > 1)
        own = ("", say("printing.sheet.own_tray"))
        self.tray.refill([own, *((name, name) for name in able.trays)])
        self.tray.setVisible(bool(able.trays))
        self.look_at_paper()

    def _field_row(self) -> QWidget:
        held = QWidget()
        fields = row(self.printer, self.copies, self.pages, self.sides, self.tray, gap=12)
        fields.setStretch(0, 2)
        for entry in (self.printer, self.copies, self.pages, self.sides, self.tray):
            fields.setAlignment(entry, Qt.AlignmentFlag.AlignTop)
        fields.setContentsMargins(0, 0, 0, 0)
        held.setLayout(fields)
        return held

    def _framed(self) -> QFrame:
        inner = column(
            self._fields,
            self.no_printer,
            self.gone,
            self.note,
            row(self.test, None, self.shut, self.go, gap=10),
            gap=10,
            margin=12,
        )
        return box(inner, "card")
