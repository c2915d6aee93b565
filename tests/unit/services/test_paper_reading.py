"""A text read from paper: reader, text and time, and who was there by then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.texts import Text
from ceremony_app.services.paper_reading import PaperReading
from ceremony_app.services.pledges import Pledges
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.readings import Readings, TextReading
from ceremony_app.services.record import Record
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.attendance import Attendance
from tests.helpers.day import Day, begin


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "a.ikrar")
    with opened.file:
        opened.approve()
        yield opened
        assert Record(opened.file).verify().ok


def read(day: Day, reader: str = "Regu B", at: str = "") -> Text:
    state = Preparation(day.file).text("")
    PaperReading(day.file, day.session).record(state, reader, at)
    return state.text


def told(day: Day, text: Text) -> TextReading:
    return Readings(day.file, day.session.id).of(text)


def pledged(day: Day, text: Text) -> set[str]:
    return set(Attendance(day.file).pledged(day.session.id, text.id))


def test_whoever_is_there_now_has_pledged(day: Day) -> None:
    day.arrive(*day.people[:2])
    text = read(day, "  Sri  Yusfini ")
    day.arrive(*day.people[2:])
    assert pledged(day, text) == {person.id for person in day.people[:2]}
    reading = told(day, text)
    assert (reading.completion, reading.reader) == (Completion.ON_PAPER, "Sri Yusfini")
    assert reading.at.startswith("2022-10-17T07:30:04")
    assert reading.reading is None, "no screen showed anything, and nothing is claimed"


@pytest.mark.parametrize("at", ["07:40", "7.40", " 07.40 "])
def test_a_time_before_now_counts_those_who_had_come_by_then(day: Day, at: str) -> None:
    day.arrive(*day.people[:3])
    day.clock.let_pass(15 * 60)
    day.arrive(*day.people[3:])
    text = read(day, at=at)
    assert pledged(day, text) == {person.id for person in day.people[:3]}
    assert told(day, text).at == "2022-10-17T07:40:00.000+07:00[WIB]"
    tally = Pledges(day.file).tally(text, day.session)
    assert (tally.present, tally.late) == (3, 3)


def test_this_minute_is_now(day: Day) -> None:
    day.clock.let_pass(30)
    day.arrive(*day.people[:1])
    assert len(pledged(day, read(day, at="07:30"))) == 1


def test_it_is_read_once_in_a_session(day: Day) -> None:
    read(day)
    assert refusal(day) == "stage.completed_already"
    follow_up = Sessions(day.file).add("susulan")
    PaperReading(day.file, follow_up).record(Preparation(day.file).text(""), "Regu C")


def test_a_mistake_is_taken_back(day: Day) -> None:
    day.arrive(*day.people)
    state = Preparation(day.file).text("")
    event = PaperReading(day.file, day.session).record(state, "Regu B")
    day.door.undo(event.name, "salah sesi")
    assert pledged(day, state.text) == set()
    assert told(day, state.text).completion is Completion.NOT_READ
    assert len(pledged(day, read(day))) == len(day.people)


@pytest.mark.parametrize(
    ("reader", "at", "key"),
    [
        (" ", "", "no_reader"),
        ("Regu B", "25:00", "bad_time"),
        ("Regu B", "pagi", "bad_time"),
        ("Regu B", "07:31", "not_yet"),
        ("Regu B", "07:29", "before_record"),
    ],
)
def test_what_cannot_be_is_refused(day: Day, reader: str, at: str, key: str) -> None:
    before = Record(day.file).summary().events
    assert refusal(day, reader, at) == f"paper_reading.{key}"
    assert Record(day.file).summary().events == before


def test_a_text_that_nobody_approved_was_not_sworn(day: Day) -> None:
    preparation = Preparation(day.file)
    preparation.reopen(preparation.text(""), "Kepala", "satu kata")
    assert refusal(day) == "paper_reading.not_approved"


def refusal(day: Day, reader: str = "Regu B", at: str = "") -> str:
    with pytest.raises(Refused) as caught:
        read(day, reader, at)
    return caught.value.message.key
