"""A new badge at the door: its code on the screen at once, and on paper where a printer is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ceremony_app.console.badge_choice import printer_choice, remembered_layout
from ceremony_app.console.desk import Desk
from ceremony_app.documents import qr
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.media import SizeMm
from ceremony_app.domain.messages import message
from ceremony_app.domain.papers import Made
from ceremony_app.domain.people import Person
from ceremony_app.domain.printing import PrintWish
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.single_badge import IssuedBadge, print_badge, reissue
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_save
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, icon_button, label, row

_LEAST_MODULE = 6
_SIDE = qr.MODULES + 2 * qr.QUIET


@dataclass(frozen=True, slots=True)
class Printing:
    """Where a single badge is printed: the printers, and a folder for what is sent to them."""

    desk: PrintDesk
    folder: Path


class BadgeCode(QWidget):
    """The code of one badge, black on white whatever the window's colours, in whole pixels, as
    large as there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: list[tuple[int, int, int, int]] = []
        side = _SIDE * _LEAST_MODULE
        self.setMinimumSize(side, side)

    def show_token(self, token: str, name: str) -> None:
        """Show another badge."""
        self._bars = qr.rectangles(token)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        module = max(_LEAST_MODULE, min(self.width(), self.height()) // _SIDE)
        top = max(0, (self.height() - _SIDE * module) // 2)
        painter.fillRect(QRect(0, top, _SIDE * module, _SIDE * module), Qt.GlobalColor.white)
        painter.translate(qr.QUIET * module, top + qr.QUIET * module)
        for x, y, wide, high in self._bars:
            bar = QRect(x * module, y * module, wide * module, high * module)
            painter.fillRect(bar, Qt.GlobalColor.black)
        painter.end()


class ReissueCard(QWidget):
    """Out of sight until a badge was issued; scans go on around it, it takes no focus from them.

    Without `stationery` it shows the code and saves nothing. `appeared` says whether it takes
    room or leaves it.
    """

    appeared = Signal(bool)

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        stationery: Callable[[], Stationery] | None = None,
        printing: Printing | None = None,
    ) -> None:
        super().__init__()
        self._tools, self._say, self._desk = tools, tools.say, desk
        self._stationery, self._printing = stationery, printing
        self._printer = ""
        self.issued: IssuedBadge | None = None
        say = tools.say
        self.code = BadgeCode()
        self.name = label("", "heading", wrap=True)
        self.save = icon_button(tools, "save", say("reissue.save"), self._ask_save)
        self.save.setVisible(stationery is not None)
        self.print = button(say("reissue.document"), self._print, kind="primary")
        self.close_it = button(say("reissue.close"), self.dismiss)
        words = column(
            label(say("reissue.heading"), "caption"),
            self.name,
            label(say("reissue.hint"), "quiet", wrap=True),
            row(self.print, self.save, self.close_it, None),
            None,
        )
        inside = row(self.code, words, gap=14)
        inside.setStretch(0, 1)
        inside.setStretch(1, 1)
        inside.setContentsMargins(12, 10, 12, 10)
        self.setLayout(column(box(inside, "well")))
        self.setVisible(False)

    def issue(self, person: Person) -> None:
        """Issue a badge and show its code."""
        self._desk.ask(lambda services: reissue(services.file, person), self._show)

    def dismiss(self) -> None:
        """Put the code out of sight; the badge stays valid."""
        self.issued = None
        self.setVisible(False)
        self.appeared.emit(False)

    def save_to(self, out: Path) -> None:
        """Write the badge alone as PDF."""
        if self.issued is not None:
            said = message("reissue.saved", name=self.issued.person.name, file=out.name)
            self._make(self.issued, out, lambda *_: self._tools.channel.done(said))

    def _print(self) -> None:
        issued, printing, printer = self.issued, self._printing, self._printer
        if issued is None or printing is None or not printer:
            return
        out = printing.folder / f"{new_id()}.pdf"
        said = message("reissue.printed", name=issued.person.name, printer=printer)
        title = self._say("reissue.document")

        def send(made: Made, size: SizeMm) -> None:
            printing.desk.send(
                out,
                PrintWish(printer, size_mm=size),
                title,
                made.pages,
                lambda _: self._tools.channel.done(said),
            )

        self._make(issued, out, send)

    def _make(self, issued: IssuedBadge, out: Path, then: Callable[[Made, SizeMm], object]) -> None:
        stationery = self._stationery
        if stationery is None:
            return

        layout = self._layout

        def work(file: CeremonyFile, _: Reporter) -> tuple[Made, SizeMm]:
            made = print_badge(file, stationery(), issued, out, layout)
            return made, layout.page_mm(Preparation(file).details().paper)

        self._desk.draw(work, lambda done: then(*done))

    @property
    def _layout(self) -> BadgeLayout:
        """As badges were printed last at the table; one to cut where a page of them was."""
        layout = remembered_layout(self._tools.settings)
        return layout if layout.is_label else BadgeLayout.GRID

    def _choose_printer(self) -> None:
        """Look for printers; the badge can be saved meanwhile."""
        self._printer = ""
        self.print.setVisible(False)
        if self._printing and self._stationery:
            self._printing.desk.find_printers(self._offer_printer)

    def _offer_printer(self, names: list[str]) -> None:
        """The printer that was used last, if it is there, else the first."""
        choice = printer_choice(labels=self._layout.is_label)
        kept = self._tools.settings.now.choices.get(choice, "")
        self._printer = kept if kept in names else next(iter(names), "")
        words = self._say("reissue.print", printer=self._printer)
        self.print.setText(words)
        self.print.setAccessibleName(words)
        self.print.setVisible(bool(self._printer))

    def _show(self, issued: IssuedBadge) -> None:
        self.issued = issued
        self._choose_printer()
        self.name.setText(issued.person.name)
        self.code.show_token(issued.token, self._say("reissue.code", name=issued.person.name))
        self.setVisible(True)
        self.appeared.emit(True)

    def _ask_save(self) -> None:
        say = self._say
        suggestion = self._desk.path.with_name(say("reissue.file"))
        ask_save(self, say("reissue.save"), say("reissue.kinds"), suggestion, self.save_to)
