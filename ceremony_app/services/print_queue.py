"""Documents on their way to a printer, through the system's queue.

The queue gets the PDF itself: letters stay letters, and the job stays small. Nothing is scaled:
millimetres on the screen are millimetres on the paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.domain.media import MediaList
from ceremony_app.domain.printing import (
    MOST_COPIES,
    Abilities,
    JobState,
    PrintWish,
    Sides,
    page_ranges,
)
from ceremony_app.services.cups import Cups, CupsError, Job, Printer
from ceremony_app.services.media_names import media_list, media_name

_PENDING, _HELD, _PROCESSING, _STOPPED, _CANCELLED, _ABORTED, _COMPLETED = range(3, 10)
_PRINTER_STOPPED = 5
_NO_PAPER = ("media-empty", "media-needed")
_AWAY = ("offline", "shutdown", "timed-out")
_NEEDS_A_HAND = (
    "media-jam",
    "cover-open",
    "door-open",
    "interlock-open",
    "toner-empty",
    "marker-supply-empty",
    "marker-waste-full",
    "output-area-full",
    "input-tray-missing",
    "output-tray-missing",
)
"""Reasons of RFC 8011, 5.4.12; printers add "-report", "-warning" or "-error" to them."""


class Calls(Protocol):
    """What is needed of `Cups`; tests hand in a printer of their own."""

    def names(self) -> list[str]: ...
    def printer(self, name: str) -> Printer | None: ...
    def supported(self, name: str, option: str) -> tuple[str, ...]: ...
    def create_job(self, name: str, title: str, options: Mapping[str, str]) -> int: ...
    def send(self, name: str, job: int, title: str, path: Path) -> None: ...
    def cancel(self, name: str, job: int) -> None: ...
    def jobs(self, name: str) -> dict[int, Job]: ...


@dataclass(frozen=True, slots=True)
class Ticket:
    """A document that was handed to a printer's queue."""

    printer: str
    number: int
    title: str


class PrintQueue:
    """The queues of this machine; no call is made on the window's thread."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def printers(self) -> list[str]:
        """The queues of this machine as they are now, the default one first."""
        return self._calls.names()

    def abilities(self, printer: str) -> Abilities:
        """What a printer says that it can do."""
        known = {one.value for one in Sides}
        sides = tuple(Sides(one) for one in self._calls.supported(printer, "sides") if one in known)
        trays = self._calls.supported(printer, "media-source")
        return Abilities(sides or (Sides.ONE,), trays, self._media(printer))

    def send(self, path: Path, wish: PrintWish, title: str, pages: int) -> Ticket:
        """Hand a PDF of `pages` pages to a queue; answers once the queue has all of it.

        Raises Refused for pages that are not there, DiskTrouble where the queue does not take
        it: then nothing of it is printed, so that it can be tried again, and the sentence says
        so where that is not certain.
        """
        options = _options(wish, pages)
        if wish.size_mm is not None:
            options["media"] = media_name(self._media(wish.printer), wish.size_mm)
        try:
            number = self._calls.create_job(wish.printer, title, options)
        except CupsError as error:
            raise self._refused(wish.printer, error) from error
        ticket = Ticket(wish.printer, number, title)
        try:
            self._calls.send(wish.printer, number, title, path)
        except (CupsError, OSError) as error:
            raise self._taken_back(ticket, error) from error
        return ticket

    def status(self, ticket: Ticket) -> JobState:
        """Where a document is; GONE where the queue does not know of it any more."""
        printer = self._calls.printer(ticket.printer)
        if printer is None:
            return JobState.GONE
        try:
            job = self._calls.jobs(ticket.printer).get(ticket.number)
        except CupsError:
            return JobState.GONE
        return _state(job, printer) if job else JobState.GONE

    def cancel(self, ticket: Ticket) -> None:
        """Take a document out of the queue; what is on paper already stays there.

        Raises DiskTrouble where the queue does not do so.
        """
        try:
            self._calls.cancel(ticket.printer, ticket.number)
        except CupsError as error:
            if not self.status(ticket).is_over:
                raise DiskTrouble(
                    "printing.not_cancelled", printer=ticket.printer, title=ticket.title
                ) from error

    def _taken_back(self, ticket: Ticket, error: Exception) -> DiskTrouble:
        """What to say of a document of which the queue may have got a part."""
        try:
            self._calls.cancel(ticket.printer, ticket.number)
        except CupsError:
            return DiskTrouble("printing.unsure", printer=ticket.printer, title=ticket.title)
        return self._refused(ticket.printer, error)

    def _refused(self, printer: str, error: Exception) -> DiskTrouble:
        if self._calls.printer(printer) is None:
            return DiskTrouble("printing.no_printer", printer=printer)
        return DiskTrouble("printing.refused", printer=printer, reason=str(error))

    def _media(self, printer: str) -> MediaList:
        return media_list(self._calls.supported(printer, "media"))


def system_queue() -> PrintQueue | None:
    """The print system of this machine, or None where it has none that takes PDFs."""
    try:
        return PrintQueue(Cups())
    except (OSError, AttributeError):
        return None


def _options(wish: PrintWish, pages: int) -> dict[str, str]:
    ranges = page_ranges(wish.pages, pages)
    options = {
        "copies": str(min(max(wish.copies, 1), MOST_COPIES)),
        "sides": wish.sides.value,
        "print-scaling": "none",
    }
    if ranges != ((1, pages),):
        options["page-ranges"] = ",".join(f"{first}-{last}" for first, last in ranges)
    if wish.tray:
        options["media-source"] = wish.tray
    return options


def _state(job: Job, printer: Printer) -> JobState:
    over = {
        _CANCELLED: JobState.CANCELLED,
        _ABORTED: JobState.FAILED,
        _COMPLETED: JobState.DONE,
        _HELD: JobState.HELD,
    }
    if job.state in over:
        return over[job.state]
    for reasons, state in (
        (_NO_PAPER, JobState.OUT_OF_PAPER),
        (_NEEDS_A_HAND, JobState.ATTENTION),
        (_AWAY, JobState.OFFLINE),
    ):
        if any(reason.startswith(reasons) for reason in printer.reasons):
            return state
    if job.state == _STOPPED or printer.state == _PRINTER_STOPPED or not printer.accepts:
        return JobState.STOPPED
    return JobState.PRINTING if job.state == _PROCESSING else JobState.WAITING
