"""The print queue, on a printer made by hand: what it says is told, nothing comes twice."""

from pathlib import Path

import pytest

from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.errors import DiskTrouble, Refused
from ceremony_app.domain.media import Fit
from ceremony_app.domain.printing import JobState, PrintWish, Sides
from ceremony_app.services.cups import Printer
from ceremony_app.services.print_queue import PrintQueue, Ticket
from tests.helpers.fake_printer import IDLE, FakePrinter

PDF = Path("pakta.pdf")


def sent(printer: FakePrinter) -> Ticket:
    return PrintQueue(printer).send(PDF, PrintWish("AULA"), "Pakta", 3)


def test_a_wish_becomes_the_queues_own_words() -> None:
    printer = FakePrinter()
    wish = PrintWish("AULA", 2, "2-3", Sides.LONG_EDGE, "tray-2", Paper.F4.size_mm)
    ticket = PrintQueue(printer).send(PDF, wish, "Pakta", 3)
    assert ticket == Ticket("AULA", 1, "Pakta")
    assert printer.sent == [1]
    assert printer.options == {
        "copies": "2",
        "sides": "two-sided-long-edge",
        "print-scaling": "none",
        "page-ranges": "2-3",
        "media-source": "tray-2",
        "media": "custom_215x330mm_215x330mm",
    }


def test_a_plain_wish_asks_for_nothing_that_is_not_needed() -> None:
    printer = FakePrinter()
    PrintQueue(printer).send(PDF, PrintWish("AULA", pages="1-3"), "Pakta", 3)
    assert printer.options == {"copies": "1", "sides": "one-sided", "print-scaling": "none"}


def test_what_a_printer_can_do() -> None:
    able = PrintQueue(FakePrinter()).abilities("AULA")
    assert able.sides == (Sides.ONE, Sides.LONG_EDGE)
    assert able.trays == ("auto", "tray-2")
    assert able.media.fit(Paper.A4.size_mm) is Fit.NAMED
    assert able.media.fit(Paper.F4.size_mm) is Fit.ABSENT


def test_pages_that_are_not_there_are_refused_before_anything_is_queued() -> None:
    printer = FakePrinter()
    with pytest.raises(Refused):
        PrintQueue(printer).send(PDF, PrintWish("AULA", pages="7"), "Pakta", 3)
    assert not printer.listed


@pytest.mark.parametrize(
    ("trouble", "key", "taken_back"),
    [
        (("create_job",), "printing.refused", []),
        (("send",), "printing.refused", [1]),
        (("send", "cancel"), "printing.unsure", []),
    ],
)
def test_a_queue_that_does_not_take_it(
    trouble: tuple[str, ...], key: str, taken_back: list[int]
) -> None:
    printer = FakePrinter(*trouble)
    with pytest.raises(DiskTrouble) as caught:
        sent(printer)
    assert caught.value.message.key == key
    assert printer.taken_back == taken_back
    assert not printer.sent


@pytest.mark.parametrize(
    ("job", "printer", "state"),
    [
        (3, IDLE, JobState.WAITING),
        (3, Printer(4, (), accepts=True), JobState.WAITING),
        (3, Printer(5, ("paused",), accepts=True), JobState.STOPPED),
        (3, Printer(3, (), accepts=False), JobState.STOPPED),
        (4, IDLE, JobState.HELD),
        (5, Printer(4, (), accepts=True), JobState.PRINTING),
        (5, Printer(4, ("media-empty-error",), accepts=True), JobState.OUT_OF_PAPER),
        (5, Printer(5, ("media-needed-report",), accepts=True), JobState.OUT_OF_PAPER),
        (5, Printer(4, ("media-jam-error",), accepts=True), JobState.ATTENTION),
        (3, Printer(5, ("paused", "cover-open-report"), accepts=True), JobState.ATTENTION),
        (5, Printer(4, ("toner-low-warning",), accepts=True), JobState.PRINTING),
        (5, Printer(4, ("offline-report",), accepts=True), JobState.OFFLINE),
        (6, IDLE, JobState.STOPPED),
        (7, IDLE, JobState.CANCELLED),
        (8, IDLE, JobState.FAILED),
        (9, Printer(4, ("media-empty-error",), accepts=True), JobState.DONE),
    ],
)
def test_where_a_document_is(job: int, printer: Printer, state: JobState) -> None:
    fake = FakePrinter()
    ticket = sent(fake)
    fake.become(job)
    fake.now = printer
    assert PrintQueue(fake).status(ticket) is state


def test_a_printer_that_is_deleted_in_the_middle() -> None:
    fake = FakePrinter()
    ticket = sent(fake)
    fake.now = None
    assert PrintQueue(fake).status(ticket) is JobState.GONE
    fake.now, fake.trouble = IDLE, {"jobs"}
    assert PrintQueue(fake).status(ticket) is JobState.GONE


def test_a_printer_that_is_not_there_any_more_is_told_as_such() -> None:
    printer = FakePrinter("create_job")
    printer.now = None
    with pytest.raises(DiskTrouble) as caught:
        sent(printer)
    assert caught.value.message.key == "printing.no_printer"


def test_a_document_is_taken_out_of_the_queue() -> None:
    fake = FakePrinter()
    ticket = sent(fake)
    PrintQueue(fake).cancel(ticket)
    assert fake.taken_back == [1]


def test_cancelling_what_is_over_is_no_trouble_and_what_goes_on_is() -> None:
    fake = FakePrinter("cancel")
    ticket = sent(fake)
    with pytest.raises(DiskTrouble) as caught:
        PrintQueue(fake).cancel(ticket)
    assert caught.value.message.key == "printing.not_cancelled"
    fake.become(9)
    PrintQueue(fake).cancel(ticket)
