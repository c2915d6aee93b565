"""Reading leaves nothing open: no transaction, no lock, no held-back WAL."""

from collections.abc import Callable

import pytest

from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import TEXT
from tests.helpers.ceremony_files import door, main_session, opener, tokens
from tests.unit.storage.conftest import Rich

READINGS: dict[str, Callable[[CeremonyFile], object]] = {
    "everyone": lambda file: People(file).everyone(),
    "by_id": lambda file: People(file).by_id(People(file).everyone()[0].id),
    "by_number": lambda file: People(file).by_number("none"),
    "count": lambda file: People(file).count(),
    "badges": lambda file: People(file).badges(),
    "arrivals": lambda file: Attendance(file).arrivals(main_session(file).id),
    "present_count": lambda file: Attendance(file).present_count(main_session(file).id),
    "divisions": lambda file: Attendance(file).divisions(main_session(file).id),
    "undone": lambda file: Attendance(file).undone(),
    "approvals": lambda file: Attendance(file).approvals(),
    "texts": lambda file: Items(file).of_kind(TEXT),
    "notes": lambda file: Items(file).notes(),
    "note": lambda file: Items(file).note(next(iter(Items(file).notes()))),
    "event": lambda file: Journal(file).event(Journal(file).latest(1)[0].name),
    "heads": lambda file: Journal(file).heads(),
}


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
@pytest.mark.parametrize("read_only", [False, True])
def test_no_transaction_stays_open(
    rich: Rich, reading: Callable[[CeremonyFile], object], read_only: bool
) -> None:
    using = opener()
    with (using.read if read_only else using.open)(rich.path) as file:
        assert reading(file) is not None
        assert not file.connection.in_transaction
        if read_only:
            return
        door(file).scan(tokens(file)[0])
        reading(file)
        # Nobody holds an old page: the whole WAL can be folded in and begun anew.
        busy, *_ = file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        assert not busy


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_reading_inside_a_step_ends_no_step(
    rich_open: CeremonyFile, reading: Callable[[CeremonyFile], object]
) -> None:
    """sqlite-utils puts a savepoint around each query: it must not commit what is around it."""
    events = Journal(rich_open).count()
    with pytest.raises(ZeroDivisionError):
        fail_after(rich_open, reading)
    assert not rich_open.connection.in_transaction
    assert Journal(rich_open).count() == events


def fail_after(file: CeremonyFile, reading: Callable[[CeremonyFile], object]) -> None:
    from ceremony_app.domain.events import EventKind
    from ceremony_app.storage.writer import Entry

    with file.transaction():
        file.append(Entry(EventKind.DETAILS_CHANGED, {}))
        reading(file)
        assert file.connection.in_transaction
        raise ZeroDivisionError


def test_a_query_that_was_not_read_to_its_end(rich_open: CeremonyFile) -> None:
    rows = rich_open.database.query("SELECT seq FROM event")
    next(rows)
    assert not rich_open.connection.in_transaction
    door(rich_open).scan(tokens(rich_open)[0])
    del rows
    busy, *_ = rich_open.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert not busy
