"""Documents that were sent to printers, and where each of them is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.printing import Abilities, JobState, PrintWish
from ceremony_app.services.print_queue import PrintQueue, Ticket
from ceremony_app.ui_kit.tasks import Lane

POLL_MS = 1200
"""How often a queue is asked: somebody who waits at the printer looks up about as often."""


class ByPages(Protocol):
    """Paints a PDF's pages onto a printer, for systems whose queue takes no PDFs."""

    def printers(self) -> list[str]:
        """The printers that there are now, the default one first."""

    def abilities(self, printer: str) -> Abilities:
        """What a printer can do, as far as the system tells."""

    def send(self, path: Path, wish: PrintWish, title: str, pages: int) -> None:
        """Print; raises Refused and DiskTrouble."""


@dataclass(eq=False)
class Sent:
    """One document on its way; `ticket` is None while, or where, no queue knows of it."""

    path: Path
    wish: PrintWish
    title: str
    pages: int
    state: JobState = JobState.WAITING
    ticket: Ticket | None = None
    asking: bool = field(default=False, repr=False)


class _Sender:
    """What is done on the printers' lane; it knows no QObject, which must not die there."""

    def __init__(self, find_queue: Callable[[], PrintQueue | None], by_pages: ByPages) -> None:
        self._find_queue = find_queue
        self._by_pages = by_pages

    @cached_property
    def queue(self) -> PrintQueue | None:
        return self._find_queue()

    def printers(self) -> list[str]:
        return (self.queue or self._by_pages).printers()

    def abilities(self, printer: str) -> Abilities:
        return (self.queue or self._by_pages).abilities(printer)

    def send(self, path: Path, wish: PrintWish, title: str, pages: int) -> Ticket | None:
        if self.queue is not None:
            return self.queue.send(path, wish, title, pages)
        self._by_pages.send(path, wish, title, pages)
        return None

    def status(self, ticket: Ticket) -> JobState:
        return self.queue.status(ticket) if self.queue else JobState.GONE

    def cancel(self, ticket: Ticket) -> None:
        if self.queue is not None:
            self.queue.cancel(ticket)


class PrintDesk(QObject):
    """Sends documents off the window's thread and follows them.

    `changed` says that a document came, moved on or was forgotten. Known errors go to `refuse`;
    a document that a printer did not take is not in the list, so nothing is printed twice by
    mistake: what is printed again is asked for again.
    """

    changed = Signal()

    def __init__(
        self,
        lane: Lane,
        find_queue: Callable[[], PrintQueue | None],
        by_pages: ByPages,
        refuse: Callable[[KnownError], object],
    ) -> None:
        super().__init__()
        self._lane = lane
        self._sender = _Sender(find_queue, by_pages)
        self._refuse = refuse
        self.documents: list[Sent] = []
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.look)

    def find_printers(self, found: Callable[[list[str]], object]) -> None:
        """The printers that there are now, the default one first; a print server may take its
        time to say so."""
        self._lane.ask(self._sender.printers, found)

    def abilities(self, printer: str, found: Callable[[Abilities], object]) -> None:
        """What a printer can do, as far as its queue tells."""
        sender = self._sender
        self._lane.ask(lambda: sender.abilities(printer), found)

    def send(
        self, path: Path, wish: PrintWish, title: str, pages: int, done: Callable[[Sent], object]
    ) -> None:
        """Send a PDF; `done` is called once the queue has it, known errors go to `refuse`."""
        sent, sender = Sent(path, wish, title, pages), self._sender

        def taken(ticket: Ticket | None) -> None:
            sent.ticket = ticket
            sent.state = JobState.WAITING if ticket else JobState.SENT
            self.documents.insert(0, sent)
            self._follow()
            done(sent)

        self._lane.ask(lambda: sender.send(path, wish, title, pages), taken, self._refuse)

    def cancel(self, sent: Sent) -> None:
        """Take a document out of its queue."""
        sender, ticket = self._sender, sent.ticket
        if ticket is not None:
            self._lane.ask(lambda: sender.cancel(ticket), lambda _: self._ask(sent), self._refuse)

    def forget(self, sent: Sent) -> None:
        """Leave a document that is over out of the list."""
        if sent in self.documents and sent.state.is_over:
            self.documents.remove(sent)
            self.changed.emit()

    def stop(self) -> None:
        """Follow nothing any more; what is in a queue is printed all the same."""
        self._timer.stop()

    def look(self) -> None:
        """Ask where everything is that is not over."""
        for sent in self.documents:
            if not sent.state.is_over:
                self._ask(sent)

    def _ask(self, sent: Sent) -> None:
        sender, ticket = self._sender, sent.ticket
        if ticket is None or sent.asking:
            return

        def told(state: JobState) -> None:
            sent.asking = False
            if state is not sent.state:
                sent.state = state
                self._follow()

        sent.asking = True
        self._lane.ask(lambda: sender.status(ticket), told)

    def _follow(self) -> None:
        if all(sent.state.is_over for sent in self.documents):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.changed.emit()
