"""Papers through a real CUPS queue: what comes out is held against the PDF, page by page."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from ceremony_app.documents.ruler_page import make_ruler_page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.domain.printing import JobState, PrintWish
from ceremony_app.services.cups import Cups
from ceremony_app.services.print_queue import PrintQueue, Ticket
from tests.helpers.ceremony_files import LOCATOR
from tests.helpers.print_server import OUT, PPD, PrintServer, is_possible, print_server
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.skipif(not is_possible(), reason="needs root, cups and cups-pdf")

_DPI = 60


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    with print_server() as running:
        wait_until(running.socket.exists, "the print system answers")
        running.admin("lpadmin", "-p", "AULA", "-E", "-v", "cups-pdf:/", "-P", str(PPD))
        running.admin("lpadmin", "-p", "KOSONG", "-E", "-v", "empty:/", "-P", str(PPD))
        yield running


@pytest.fixture(scope="module")
def queue(server: PrintServer) -> PrintQueue:
    return server.run(lambda: PrintQueue(Cups()))


def title() -> str:
    """A name of its own for each job: cups-pdf names its file by it."""
    return f"ikrar-{secrets.token_hex(6)}"


def came_out(name: str) -> Path:
    (path,) = OUT.glob(f"{name}*.pdf")
    return path


def wait_for_state(server: PrintServer, queue: PrintQueue, ticket: Ticket, state: JobState) -> None:
    wait_until(lambda: server.run(lambda: queue.status(ticket)) is state, f"the job is {state}")


@pytest.mark.parametrize("paper", list(Paper))
def test_what_comes_out_is_what_was_made(
    server: PrintServer, queue: PrintQueue, tmp_path: Path, paper: Paper
) -> None:
    out, name = tmp_path / "uji.pdf", title()
    made = make_ruler_page(Stationery.of(LOCATOR), out, paper)
    wish = PrintWish("AULA", paper=paper)
    ticket = server.run(lambda: queue.send(out, wish, name, made.pages))
    wait_for_state(server, queue, ticket, JobState.DONE)
    printed = came_out(name)
    try:
        compare(out, printed)
    finally:
        printed.unlink()


def compare(made: Path, printed: Path) -> None:
    """The same pages, of the same size in millimetres, with ink in the same places."""
    ours, theirs = pypdfium2.PdfDocument(made), pypdfium2.PdfDocument(printed)
    try:
        assert len(ours) == len(theirs)
        for one, other in zip(ours, theirs, strict=True):
            assert other.get_size() == pytest.approx(one.get_size(), abs=1.5)
            first, second = (
                page.render(scale=_DPI / 72).to_pil().convert("L") for page in (one, other)
            )
            apart = ImageChops.difference(first, second.resize(first.size))
            unlike = sum(apart.histogram()[128:])
            assert unlike < 0.002 * first.width * first.height
    finally:
        ours.close()
        theirs.close()


def test_some_pages_only(server: PrintServer, queue: PrintQueue, tmp_path: Path) -> None:
    out, name = three_pages(tmp_path), title()
    ticket = server.run(lambda: queue.send(out, PrintWish("AULA", pages="2-3"), name, 3))
    wait_for_state(server, queue, ticket, JobState.DONE)
    printed = came_out(name)
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 2
    document.close()
    printed.unlink()


def test_a_stopped_printer_goes_on_and_nothing_comes_twice(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    out, name = three_pages(tmp_path), title()
    server.admin("cupsdisable", "AULA")
    ticket = server.run(lambda: queue.send(out, PrintWish("AULA"), name, 3))
    wait_for_state(server, queue, ticket, JobState.STOPPED)
    server.admin("cupsenable", "AULA")
    wait_for_state(server, queue, ticket, JobState.DONE)
    came_out(name).unlink()


def test_an_empty_tray_is_told_and_the_job_can_be_cancelled(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    out = three_pages(tmp_path)
    ticket = server.run(lambda: queue.send(out, PrintWish("KOSONG"), title(), 3))
    wait_for_state(server, queue, ticket, JobState.OUT_OF_PAPER)
    server.run(lambda: queue.cancel(ticket))
    wait_for_state(server, queue, ticket, JobState.CANCELLED)


def test_a_printer_that_is_deleted_in_the_middle(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    out = three_pages(tmp_path)
    server.admin("lpadmin", "-p", "LAMA", "-E", "-v", "empty:/", "-P", str(PPD))
    ticket = server.run(lambda: queue.send(out, PrintWish("LAMA"), title(), 3))
    server.admin("lpadmin", "-x", "LAMA")
    wait_for_state(server, queue, ticket, JobState.GONE)


def test_a_printer_that_is_not_there_is_told(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    with pytest.raises(DiskTrouble) as caught:
        server.run(lambda: queue.send(three_pages(tmp_path), PrintWish("TIADA"), "x", 3))
    assert caught.value.message.key == "printing.refused"


def three_pages(folder: Path) -> Path:
    out = folder / "tiga.pdf"
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(595, 842)
    document.save(out)
    document.close()
    return out
