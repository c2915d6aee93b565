"""The record of the show: presented, frozen, completed, pledged."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.reading import Place
from ceremony_app.domain.show import Show, Step
from ceremony_app.domain.texts import Text
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record
from ceremony_app.services.stage import Stage
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.journal import Journal, body_of
from tests.helpers.day import Day, begin


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "a.ikrar")
    with opened.file:
        opened.approve()
        yield opened
        assert Record(opened.file).verify().ok


def run(day: Day, stage: Stage, steps: list[Step], *, seconds: float = 10.0) -> None:
    for step in steps:
        stage.presented(step, screen="EPSON", visible=True)
        day.clock.let_pass(seconds)


def steps_of(day: Day) -> tuple[list[Step], Text, Step]:
    """The steps of the pledge, the pledge, and a step after it."""
    steps = day.show().steps()
    pledge = [step for step in steps if step.text]
    text = pledge[0].text
    assert text is not None
    return pledge, text, steps[steps.index(pledge[-1]) + 1]


def test_a_text_that_is_not_approved_is_refused(tmp_path: Path) -> None:
    day = begin(tmp_path / "b.ikrar")
    with day.file:
        with pytest.raises(Refused) as refused:
            day.stage().refuse_unapproved(day.show())
        assert refused.value.message.key == "stage.not_approved"
        day.approve()
        day.stage().refuse_unapproved(day.show())
        state = Preparation(day.file).text("")
        Preparation(day.file).reopen(state, "Kepala", "satu kata")
        with pytest.raises(Refused):
            day.stage().refuse_unapproved(day.show())


def test_each_settled_step_is_one_event_without_words(day: Day) -> None:
    pledge, text, _ = steps_of(day)
    before = Record(day.file).summary().events
    day.stage().presented(pledge[0], screen="EPSON", visible=True)
    (step,) = Journal(day.file).of_kind(EventKind.STEP_PRESENTED)
    body = body_of(step)
    assert body["text_sha256"] == text.sha256
    assert (body["screen"], body["visible"], body["phase"]) == ("EPSON", True, "say")
    assert text.points[0].phrases[0].words not in step.body
    # The step, and the freezing of the attendance that the first phrase brings.
    assert Record(day.file).summary().events == before + 2


def test_pledged_are_those_present_at_the_first_phrase_of_a_completed_text(day: Day) -> None:
    early, late = day.people[:3], day.people[3:5]
    day.arrive(*early)
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, pledge[:4])
    day.arrive(*late)
    run(day, stage, pledge[4:])
    assert stage.presented(after, screen="EPSON", visible=True).completed == text
    pledged = Attendance(day.file).pledged(day.session.id, text.id)
    assert pledged == {person.id: "present" for person in early}


def test_a_text_with_a_phrase_too_short_is_not_completed(day: Day) -> None:
    day.arrive(*day.people)
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, pledge[:-2])
    run(day, stage, pledge[-2:], seconds=0.1)
    assert stage.presented(after, screen="EPSON", visible=True).unfinished == text
    assert Attendance(day.file).pledged(day.session.id, text.id) == {}
    reading = stage.reading(text)
    assert reading is not None
    assert reading.short


def test_what_was_covered_was_not_shown(day: Day) -> None:
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, pledge[:-2])
    for step in pledge[-2:]:
        stage.presented(step, screen="EPSON", visible=False)
        day.clock.let_pass(10)
    stage.presented(after, screen="EPSON", visible=True)
    reading = stage.reading(text)
    assert reading is not None
    assert reading.skipped


def test_the_operator_may_confirm_with_a_reason(day: Day) -> None:
    day.arrive(day.people[0])
    pledge, text, after = steps_of(day)
    stage = day.stage()
    with pytest.raises(Refused) as never:
        stage.confirm(text, "listrik padam")
    assert never.value.message.key == "stage.never_shown"
    run(day, stage, pledge[:3])
    stage.presented(after, screen="EPSON", visible=True)
    with pytest.raises(Refused) as no_reason:
        stage.confirm(text, "  ")
    assert no_reason.value.message.key == "stage.no_reason"
    stage.confirm(text, "listrik padam, dilanjutkan dari naskah")
    assert set(Attendance(day.file).pledged(day.session.id, text.id)) == {day.people[0].id}
    with pytest.raises(Refused) as again:
        stage.confirm(text, "lagi")
    assert again.value.message.key == "stage.completed_already"


def test_an_arrival_taken_back_takes_the_pledge_back(day: Day) -> None:
    answer = CheckIn(day.file, day.session, "").scan(day.token(day.people[0]))
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, [*pledge, after])
    assert Attendance(day.file).pledged(day.session.id, text.id)
    day.door.undo(answer.event, "kartu tertukar")
    assert Attendance(day.file).pledged(day.session.id, text.id) == {}


def test_a_show_goes_on_in_another_opening(day: Day) -> None:
    pledge, text, after = steps_of(day)
    run(day, day.stage(), pledge[:10])
    with day.file.opener.open(day.file.path) as again:
        taken_up = Stage(again, day.session)
        for step in pledge[10:]:
            taken_up.presented(step, screen="EPSON", visible=True)
            day.clock.let_pass(10)
        assert taken_up.presented(after, screen="EPSON", visible=True).completed == text
    assert len(Journal(day.file).of_kind(EventKind.ATTENDANCE_FROZEN)) == 1


def test_nothing_is_claimed_for_the_time_in_which_the_program_was_dead(day: Day) -> None:
    """The first phrase was led for a moment when the power went; it came back much later."""
    pledge, text, after = steps_of(day)
    run(day, day.stage(), pledge[:1], seconds=0.1)
    day.clock.let_pass(600)
    with day.file.opener.open(day.file.path) as again:
        taken_up = Stage(again, day.session)
        for step in pledge[2:]:
            taken_up.presented(step, screen="EPSON", visible=True)
            day.clock.let_pass(10)
        left = taken_up.presented(after, screen="EPSON", visible=True)
    assert left.unfinished == text
    assert left.reading is not None
    assert left.reading.short == (Place(0, 0),)


def test_a_trial_in_the_morning_is_not_the_pledge(day: Day) -> None:
    """Somebody tries the projector with the first phrases; the ceremony begins the text anew."""
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, pledge[:4])
    assert stage.presented(after, screen="EPSON", visible=True).unfinished == text
    day.arrive(*day.people)
    run(day, stage, pledge)
    assert stage.presented(after, screen="EPSON", visible=True).completed == text
    assert len(Attendance(day.file).pledged(day.session.id, text.id)) == len(day.people)


def test_neither_is_a_whole_trial(day: Day) -> None:
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, [*pledge, after])
    assert Attendance(day.file).pledged(day.session.id, text.id) == {}
    day.arrive(*day.people)
    run(day, stage, pledge)
    assert stage.presented(after, screen="EPSON", visible=True).completed == text
    assert len(Attendance(day.file).pledged(day.session.id, text.id)) == len(day.people)


def test_after_a_wrong_jump_the_reading_goes_on_where_it_was(day: Day) -> None:
    day.arrive(*day.people[:2])
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, pledge[:10])
    assert stage.presented(after, screen="EPSON", visible=True).unfinished == text
    day.arrive(*day.people[2:])
    run(day, stage, pledge[9:])
    assert stage.presented(after, screen="EPSON", visible=True).completed == text
    pledged = Attendance(day.file).pledged(day.session.id, text.id)
    assert set(pledged) == {person.id for person in day.people[:2]}


def test_also_where_the_jump_back_shows_the_first_phrase_for_a_moment(day: Day) -> None:
    day.arrive(*day.people[:2])
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, [*pledge[:10], after])
    day.arrive(*day.people[2:])
    run(day, stage, pledge[:10], seconds=0.1)
    run(day, stage, pledge[10:])
    assert stage.presented(after, screen="EPSON", visible=True).completed == text
    pledged = Attendance(day.file).pledged(day.session.id, text.id)
    assert set(pledged) == {person.id for person in day.people[:2]}


def test_looking_back_at_a_text_that_was_read_says_nothing_new(day: Day) -> None:
    pledge, _, after = steps_of(day)
    stage = day.stage()
    run(day, stage, [*pledge, after])
    for looked_at in (pledge[-1], pledge[0]):
        run(day, stage, [looked_at], seconds=1)
        told = stage.presented(after, screen="EPSON", visible=True)
        assert (told.completed, told.unfinished) == (None, None)
    assert not Journal(day.file).of_kind(EventKind.TEXT_LEFT)


def test_a_text_that_only_stood_covered_was_not_begun(day: Day) -> None:
    pledge, _, after = steps_of(day)
    stage = day.stage()
    stage.presented(pledge[0], screen="EPSON", visible=False)
    told = stage.presented(after, screen="EPSON", visible=True)
    assert (told.completed, told.unfinished) == (None, None)
    assert not Journal(day.file).of_kind(EventKind.ATTENDANCE_FROZEN)


def test_closing_the_hall_leaves_the_text(day: Day) -> None:
    pledge, text, _ = steps_of(day)
    stage = day.stage()
    run(day, stage, pledge)
    assert stage.closed().completed == text
    assert stage.closed().completed is None


def test_a_screen_that_went_away_shows_nothing(day: Day) -> None:
    """Lent to another program, or its cable pulled out: the show tells the same step as unseen."""
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, pledge[:-2])
    run(day, stage, pledge[-2:-1], seconds=0.1)
    stage.presented(pledge[-2], screen="", visible=False)
    day.clock.let_pass(60)
    run(day, stage, pledge[-1:], seconds=0.1)
    left = stage.presented(after, screen="EPSON", visible=True)
    assert left.unfinished == text
    assert left.reading is not None
    (short,) = left.reading.short
    assert (short.part, short.phrase) == (pledge[-1].state.part, pledge[-1].state.phrase)


def test_what_is_left_unfinished_is_recorded_with_what_is_missing(day: Day) -> None:
    pledge, text, after = steps_of(day)
    stage = day.stage()
    run(day, stage, [*pledge[:2], *pledge[4:], after])
    (left,) = Journal(day.file).of_kind(EventKind.TEXT_LEFT)
    body = body_of(left)
    assert body["text"] == text.id
    assert body["reading"] == {"skipped": [[0, 1]], "short": [], "early": [], "repeated": []}


def test_a_step_that_had_to_wait_for_the_disk_counts_from_its_paint(day: Day) -> None:
    """All steps were painted at a calm pace, and could be written only at the end."""
    pledge, text, after = steps_of(day)
    painted = []
    for step in [*pledge, after]:
        painted.append((step, day.clock.monotonic_ns()))
        day.clock.let_pass(10)
    stage = day.stage()
    for step, when in painted:
        told = stage.presented(step, screen="EPSON", visible=True, painted_ns=when)
    assert told.completed == text
    first = Journal(day.file).of_kind(EventKind.STEP_PRESENTED)[0]
    assert body_of(first)["late_ms"] == 10_000 * len(painted)


def test_a_rehearsal_may_show_what_is_not_approved(tmp_path: Path) -> None:
    day = begin(tmp_path / "c.ikrar")
    with day.file:
        show = day.show()
        draft = Show(replace(show.details, rehearsal=True), show.texts())
        day.stage().refuse_unapproved(draft)
