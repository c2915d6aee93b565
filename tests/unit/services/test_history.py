"""The record read back in words: names looked up, filtered, with what somebody typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.domain.events import EventKind
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.history import History, Told, Wanted
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.record import Record
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from tests.helpers.ceremony_files import opener, rich_file
from tests.helpers.clocks import FakeClock


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CeremonyFile]:
    clock = FakeClock()
    rich_file(tmp_path / "a.ikrar", clock)
    with opener(clock).open(tmp_path / "a.ikrar") as opened:
        yield opened


def of_kind(file: CeremonyFile, *kinds: EventKind) -> list[Told]:
    return History(file).read(Wanted(100, frozenset(kinds)))


def test_everything_is_told_newest_first(file: CeremonyFile) -> None:
    told = History(file).read(Wanted(1000))
    assert len(told) == Journal(file).count()
    ticks = [one.event.tick for one in told]
    assert ticks == sorted(ticks, reverse=True)
    assert [one.event for one in told[:3]] == Journal(file).latest(3)


def test_the_limit_keeps_the_newest(file: CeremonyFile) -> None:
    newest = Journal(file).latest(1)[0]
    assert [one.event for one in History(file).read(Wanted(1))] == [newest]


def test_who_opened_the_file_is_told_with_each_event(file: CeremonyFile) -> None:
    openings = of_kind(file, EventKind.FILE_OPENED)
    assert {one.operator for one in openings} >= {"Rini Operator", "Siti Operator"}
    by_siti = [one for one in History(file).read(Wanted(1000)) if one.operator == "Siti Operator"]
    assert "Tamu Timur" in {one.who for one in by_siti}


def test_reasons_titles_and_what_was_undone_are_looked_up(file: CeremonyFile) -> None:
    (undo,) = (one for one in of_kind(file, EventKind.UNDO) if one.note == "kartu orang lain")
    assert undo.undoes is not None
    assert undo.undoes.event.kind == EventKind.SCAN
    assert undo.undoes.taken_back
    (reopened,) = of_kind(file, EventKind.TEXT_REOPENED)
    assert reopened.note == "Pak Budi: satu kata keliru"
    assert reopened.about.endswith("(perbaikan)")
    (joined,) = of_kind(file, EventKind.PERSON_JOINED)
    assert joined.about
    assert joined.about != joined.who
    (witness,) = of_kind(file, EventKind.WITNESS_PRESENT)
    assert "Warits" in witness.who
    assert {one.session for one in of_kind(file, EventKind.SESSION_CLOSED)} == {"susulan"}


def test_scans_are_filtered_by_their_verdict(file: CeremonyFile) -> None:
    kinds = frozenset({EventKind.SCAN, EventKind.MARK})
    told = History(file).read(Wanted(100, kinds, frozenset({Verdict.RECORDED.value})))
    assert {one.word("verdict") for one in told if one.event.kind == EventKind.SCAN} == {"recorded"}
    assert any(one.event.kind == EventKind.MARK for one in told)
    refused = frozenset({Verdict.UNKNOWN.value, Verdict.MALFORMED.value})
    told = History(file).read(Wanted(100, frozenset({EventKind.SCAN}), refused))
    assert sorted(one.word("verdict") for one in told) == ["malformed", "unknown"]


def test_a_search_leaves_what_is_about_these_people(file: CeremonyFile) -> None:
    told = History(file).read(Wanted(100, who="tamu timur"))
    assert {one.who for one in told} == {"Tamu Timur"}
    assert {one.event.kind for one in told} >= {"person_added", "mark"}
    assert History(file).read(Wanted(100, who="nobody at all")) == []


def test_what_was_erased_is_empty_and_the_rest_is_told(file: CeremonyFile) -> None:
    person = next(one for one in PeopleDesk(file).everyone() if one.name == "Tamu Timur")
    before = len(History(file).read(Wanted(1000)))
    Record(file).erase([person], "masa simpan berakhir")
    told = History(file).read(Wanted(1000))
    assert len(told) > before
    assert {one.who for one in told if one.event.person == person.id} == {""}
    assert next(one for one in told if one.event.kind == EventKind.ERASED).note == (
        "masa simpan berakhir"
    )


def test_seals_and_openings(file: CeremonyFile) -> None:
    history = History(file)
    (seal,) = history.seals()
    assert seal.number("events") > 10
    opened = history.openings({seal.event.writer: 2})
    assert [(one.event.kind, count) for one, count in opened] == [("file_opened", 2)]


def test_verifying_says_how_far_it_is(file: CeremonyFile) -> None:
    said: list[tuple[int, int]] = []
    found = Record(file).verify(report=lambda done, total: said.append((done, total)))
    assert found.ok
    assert said == [(0, found.events)]
