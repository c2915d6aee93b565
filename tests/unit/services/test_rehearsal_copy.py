"""Gladi: everything can be tried, nothing of it comes back, and every paper says what it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Details, Zone
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.show import Show
from ceremony_app.locator import installed
from ceremony_app.scanning.pages import read_badges
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import BadgeWish, Papers
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record, backup, bring_back
from ceremony_app.services.rehearsal_copy import is_other_day, open_rehearsal
from ceremony_app.services.resume import where_it_stood
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.stage import Stage
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from tests.helpers.day import Day, begin
from tests.helpers.pdf_pages import text_of


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "upacara.ikrar")
    with opened.file:
        yield opened


@contextmanager
def rehearsing(day: Day, folder: Path) -> Iterator[CeremonyFile]:
    folder.mkdir(exist_ok=True)
    with open_rehearsal(day.file.opener, day.file.path, folder) as copy:
        yield copy


def show_of(file: CeremonyFile) -> Show:
    preparation = Preparation(file)
    return Show(preparation.details(), [state.text for state in preparation.texts()])


def rehearse(day: Day, copy: CeremonyFile) -> None:
    """Door and hall, on the copy."""
    session, show = Sessions(copy).main(), show_of(copy)
    for person in day.people:
        CheckIn(copy, session, "Utara").scan(day.token(person))
    stage = Stage(copy, session)
    stage.refuse_unapproved(show)
    for step in show.steps():
        stage.presented(step, screen="EPSON", visible=True)
        day.clock.let_pass(10)
    stage.closed()


def test_the_real_file_is_untouched_byte_for_byte(day: Day, tmp_path: Path) -> None:
    """Closed, as it lies on the disk while people rehearse."""
    day.file.close()
    real = day.file.path
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with rehearsing(day, tmp_path / "temporary") as copy:
        assert copy.path.parent.parent == tmp_path / "temporary"
        session = Sessions(copy).main()
        CheckIn(copy, session, "Utara").guest("A. Warits", "Ketua")
        Record(copy).verify()
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert after == before
    assert real.exists()


def test_a_whole_rehearsal_leaves_nothing_in_the_record(day: Day, tmp_path: Path) -> None:
    """The record may be open at a door meanwhile."""
    events = Record(day.file).summary().events
    with rehearsing(day, tmp_path / "temporary") as copy:
        rehearse(day, copy)
        assert Record(copy).summary().pledged == len(day.people)
        assert Record(copy).verify().ok
        assert Preparation(copy).details().rehearsal
    assert Record(day.file).summary().events == events
    assert not Preparation(day.file).details().rehearsal


def test_it_stays_a_rehearsal_whatever_is_typed_into_it(day: Day, tmp_path: Path) -> None:
    with rehearsing(day, tmp_path) as copy:
        preparation = Preparation(copy)
        preparation.change_details(replace(preparation.details(), place="Aula", rehearsal=False))
        assert preparation.details().rehearsal
    preparation = Preparation(day.file)
    preparation.change_details(replace(preparation.details(), rehearsal=True))
    assert not preparation.details().rehearsal


def test_it_never_comes_back_into_the_record(day: Day, tmp_path: Path) -> None:
    with rehearsing(day, tmp_path) as copy:
        rehearse(day, copy)
        path = copy.path
    record = Record(day.file)
    for work in (record.compare, record.merge):
        with pytest.raises(Refused) as refused:
            work(path)
        assert refused.value.message.key == "merge.rehearsal"
    with pytest.raises(Refused) as restoring:
        bring_back(path, tmp_path / "dipulihkan.ikrar")
    assert restoring.value.message.key == "record.restores_rehearsal"
    day.file.close()
    with pytest.raises(FileTrouble) as over:
        backup(path, day.file.path)
    assert over.value.message.key == "record.would_be_lost"


def test_two_laptops_of_one_rehearsal_may_merge(day: Day, tmp_path: Path) -> None:
    with rehearsing(day, tmp_path) as copy:
        other = backup(copy.path, tmp_path / "pintu-dua.ikrar")
        with day.file.opener.open(other) as second:
            CheckIn(second, Sessions(second).main(), "Timur").scan(day.token(day.people[0]))
        assert Record(copy).merge(other).scans == 1


def test_it_is_not_the_record_that_was_sealed(day: Day, tmp_path: Path) -> None:
    head = Record(day.file).seal().head
    assert Record(day.file).verify(head).ok
    with rehearsing(day, tmp_path) as copy:
        record = Record(copy)
        assert record.is_rehearsal
        found = record.verify(head)
        assert [problem.key for problem in found.problems] == ["record.is_rehearsal"]
        assert record.verify().ok
        seals = len(Journal(copy).of_kind(EventKind.SEALED))
        assert record.seal().head == ""
        assert len(Journal(copy).of_kind(EventKind.SEALED)) == seals


def test_every_paper_of_it_says_so(day: Day, tmp_path: Path) -> None:
    stationery = Stationery.of(installed())
    with rehearsing(day, tmp_path) as copy:
        papers, choice = Papers(copy, stationery), Choice(Sessions(copy).main())
        made = {
            "minutes": papers.minutes(tmp_path / "minutes.pdf", choice),
            "attendance": papers.attendance(tmp_path / "attendance.pdf", choice),
            "pact": papers.pact(tmp_path / "pact.pdf", papers.pact_named(""), choice),
            "badges": papers.badges(tmp_path / "badges.pdf", BadgeWish(), choice),
        }
    for name, paper in made.items():
        # Across each page, and at its foot, or on every badge.
        assert text_of(tmp_path / f"{name}.pdf").count("GLADI") >= 2 * paper.pages
    assert len(read_badges(tmp_path / "badges.pdf")) == len(day.people)
    real = Papers(day.file, stationery)
    real.minutes(tmp_path / "real.pdf", Choice(day.session))
    assert "GLADI" not in text_of(tmp_path / "real.pdf")


def test_it_begins_with_an_open_door_and_an_empty_hall(day: Day, tmp_path: Path) -> None:
    """Made while the real hall is live, it does not ask to go on there."""
    day.stage().presented(day.show().steps()[0], screen="EPSON", visible=True)
    Sessions(day.file).close(day.session)
    with rehearsing(day, tmp_path) as copy:
        session = Sessions(copy).main()
        assert session.open
        assert where_it_stood(copy, session) is None
    assert where_it_stood(day.file, day.session) is None


@pytest.mark.parametrize(
    ("date", "now", "other"),
    [
        ("2023-02-13", "2023-02-13T03:00:00+00:00", False),
        ("2023-02-13", "2023-02-12T15:59:00+00:00", True),
        ("2023-02-13", "2023-02-12T16:01:00+00:00", False),
        ("2023-02-13", "2023-02-13T16:01:00+00:00", True),
        ("", "2023-02-13T03:00:00+00:00", False),
    ],
)
def test_the_day_is_that_of_the_ceremonys_own_zone(date: str, now: str, *, other: bool) -> None:
    details = Details("t", "T", date=date, zone=Zone.WITA)
    assert is_other_day(details, datetime.fromisoformat(now).astimezone(UTC)) is other
