"""The WAL is folded in beside the scans: none waits for it, it stays small, nothing is lost."""

import threading
from collections.abc import Iterator

import pytest

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.storage.ceremony_file import MOST_WAL_PAGES, CeremonyFile
from ceremony_app.storage.driver import connect
from ceremony_app.storage.folding import FOLD_PAGES, Folding
from ceremony_app.storage.header import read_header, wal_of
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.open_mark import empty_wal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import attach, door, opener, tokens

PAGE = 4096
LEAST = 40


@pytest.fixture
def folding(small: CeremonyFile) -> Iterator[Folding]:
    small.leave_folding()
    folding = Folding(small.path, LEAST)
    yield folding
    folding.close()


def wal_pages(file: CeremonyFile) -> tuple[int, int]:
    """How many pages the WAL holds, and how many of them the main file has too."""
    _, pages, folded = file.connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
    return pages, folded


def fill(file: CeremonyFile, pages: int) -> None:
    """One step that writes at least so many pages."""
    attach(file, bytes(pages * PAGE), f"{pages}.png")


def test_no_scan_folds_in_and_somebody_else_does(small: CeremonyFile, folding: Folding) -> None:
    fill(small, FOLD_PAGES)
    door(small).scan(tokens(small)[0])
    pages, folded = wal_pages(small)
    assert folded < FOLD_PAGES < pages
    assert folding.fold()
    assert wal_pages(small) == (pages, pages)
    assert not folding.fold(), "there is nothing left"


def test_without_somebody_else_a_commit_does_as_ever(small: CeremonyFile) -> None:
    fill(small, FOLD_PAGES)
    pages, folded = wal_pages(small)
    assert folded == pages


def test_where_nobody_keeps_up_a_commit_does_it_in_the_end(
    small: CeremonyFile, folding: Folding
) -> None:
    fill(small, MOST_WAL_PAGES)
    pages, folded = wal_pages(small)
    assert folded == pages


def test_the_wal_stays_small(small: CeremonyFile, folding: Folding) -> None:
    """Where all was folded in, the next scan begins the WAL anew."""
    check_in, badges = door(small), tokens(small)
    for number in range(300):
        check_in.scan(badges[number % len(badges)])
        if number % 10 == 9:
            folding.fold()
    assert wal_of(small.path).stat().st_size < 3 * LEAST * PAGE
    assert verify(small).ok


def test_few_pages_are_let_lie(small: CeremonyFile, folding: Folding) -> None:
    fill(small, LEAST)
    folding.fold()
    door(small).scan(tokens(small)[0])
    pages, folded = wal_pages(small)
    assert pages > folded == 0
    assert not folding.fold()


def test_who_holds_an_old_moment_stops_nobody(small: CeremonyFile, folding: Folding) -> None:
    """A copy that takes long: scans and folding go on, and what it needs stays."""
    check_in, badges, before = door(small), tokens(small), Journal(small).count()
    reader = connect(small.path, read_only=True)
    reader.execute("BEGIN")
    (seen,) = reader.execute("SELECT count(*) FROM event").fetchone()
    for badge in badges:
        assert check_in.scan(badge).verdict is Verdict.RECORDED
        fill(small, LEAST)
        assert folding.fold()
    pages, folded = wal_pages(small)
    assert folded < pages, "not beyond what is still read"
    assert reader.execute("SELECT count(*) FROM event").fetchone() == (seen,)
    assert check_in.scan(badges[0]).verdict is Verdict.ALREADY
    reader.close()
    assert folding.fold()
    assert wal_pages(small)[1] > pages
    assert seen == before


def test_a_full_disk_is_told_and_nothing_is_lost(
    small: CeremonyFile, folding: Folding, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlcipher3 import dbapi2

    def full(_: object) -> None:
        error = dbapi2.OperationalError("database or disk is full")
        raise error

    fill(small, LEAST)
    events = Journal(small).count()
    with monkeypatch.context() as patch:
        patch.setattr("ceremony_app.storage.folding.checkpoint", full)
        with pytest.raises(DiskTrouble):
            folding.fold()
    assert folding.fold()
    assert Journal(small).count() == events


@pytest.mark.parametrize("file_first", [False, True])
def test_the_file_is_whole_whoever_closes_last(small: CeremonyFile, *, file_first: bool) -> None:
    folding = Folding(small.path)
    door(small).scan(tokens(small)[0])
    events = Journal(small).count()
    for close in (small.close, folding.close) if file_first else (folding.close, small.close):
        assert read_header(small.path).marked_open
        close()
    assert not wal_of(small.path).exists()
    assert not read_header(small.path).marked_open
    with opener().read(small.path) as again:
        assert Journal(again).count() == events


def test_an_erasure_waits_for_a_folding_in(small: CeremonyFile) -> None:
    """SQLite waits for readers, but refuses at once where another is folding in."""
    reader, other = connect(small.path, read_only=True), connect(small.path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    fill(small, LEAST)
    slow = threading.Thread(target=lambda: empty_wal(other))
    slow.start()
    refused = 0
    while not refused:
        refused, *_ = small.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    done = threading.Timer(0.1, reader.close)
    done.start()
    assert empty_wal(small.connection)
    assert wal_of(small.path).stat().st_size == 0
    for thread in (slow, done):
        thread.join()
    other.close()
