"""What may be changed while the hall is live, and what may not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.finding import carried
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.programme import add, change, move, skip, take_out
from ceremony_app.domain.show import Show, Step
from ceremony_app.domain.texts import Text
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record, backup
from ceremony_app.services.stage import Stage
from ceremony_app.storage.journal import Journal
from tests.helpers.day import Day, begin


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "a.ikrar")
    with opened.file:
        opened.approve()
        yield opened
        assert Record(opened.file).verify().ok


def show_in_hall(day: Day, step: Step, *, visible: bool = True) -> Stage:
    stage = day.stage()
    stage.presented(step, screen="EPSON", visible=visible)
    return stage


def pledge_of(day: Day) -> tuple[Step, Step]:
    """The first step of the pledge, and the first that comes after it."""
    steps = day.show().steps()
    pledge = [step for step in steps if step.text]
    return pledge[0], steps[steps.index(pledge[-1]) + 1]


def refusal(work: object, *arguments: object) -> str:
    with pytest.raises(Refused) as caught:
        work(*arguments)  # type: ignore[operator]
    return caught.value.message.key


def changed(text: Text) -> Text:
    return replace(text, title=f"{text.title} (perbaikan)")


def test_a_text_on_the_screen_is_neither_reopened_nor_regrouped(day: Day) -> None:
    first, after = pledge_of(day)
    preparation = Preparation(day.file)
    stage = show_in_hall(day, first)
    state = preparation.text("")
    assert refusal(preparation.reopen, state, "Kepala", "satu kata") == "text.on_screen"
    stage.presented(first, screen="EPSON", visible=False)
    assert refusal(preparation.reopen, state, "Kepala", "satu kata") == "text.on_screen"
    assert preparation.text("").approved
    assert not Journal(day.file).of_kind(EventKind.TEXT_REOPENED)
    stage.presented(after, screen="EPSON", visible=True)
    preparation.reopen(state, "Kepala", "satu kata")


def test_neither_by_another_opening_of_the_file(day: Day) -> None:
    """The command line, or a second window, beside the hall."""
    show_in_hall(day, pledge_of(day)[0])
    with day.file.opener.open(day.file.path) as other:
        preparation = Preparation(other)
        state = preparation.text("")
        assert refusal(preparation.reopen, state, "Kepala", "satu kata") == "text.on_screen"


def test_no_copy_is_merged_while_a_text_is_read(day: Day, tmp_path: Path) -> None:
    """It may bring another version of the text."""
    copy = backup(day.file.path, tmp_path / "salinan.ikrar")
    with day.file.opener.open(copy) as other:
        preparation = Preparation(other)
        preparation.reopen(preparation.text(""), "Kepala", "satu kata")
        preparation.change_text(changed(preparation.text("").text))
    first, after = pledge_of(day)
    stage = show_in_hall(day, first)
    record = Record(day.file)
    assert refusal(record.merge, copy) == "record.text_on_screen"
    assert record.compare(copy).events, "looking is allowed"
    stage.presented(after, screen="EPSON", visible=True)
    assert record.merge(copy).events


def test_a_draft_that_stands_in_a_rehearsals_hall_is_not_changed_either(day: Day) -> None:
    preparation = Preparation(day.file)
    first, _ = pledge_of(day)
    preparation.reopen(preparation.text(""), "Kepala", "satu kata")
    stage = show_in_hall(day, first)
    text = preparation.text("").text
    assert refusal(preparation.change_text, changed(text)) == "text.on_screen"
    stage.closed()
    preparation.change_text(changed(text))


def test_a_text_that_the_hall_has_not_seen_yet_may_be_changed(day: Day) -> None:
    """It waits under the black cover: that is when the head of the office changes a word."""
    first, _ = pledge_of(day)
    show_in_hall(day, first, visible=False)
    preparation = Preparation(day.file)
    preparation.reopen(preparation.text(""), "Kepala", "satu kata")


def test_a_text_is_held_no_longer_than_its_day(day: Day) -> None:
    """The program died with the hall open, and nobody opened it again."""
    show_in_hall(day, pledge_of(day)[0])
    day.clock.let_pass(13 * 3600)
    preparation = Preparation(day.file)
    preparation.reopen(preparation.text(""), "Kepala", "satu kata")


def test_while_another_cue_is_live_a_text_is_changed_and_approved_again(day: Day) -> None:
    """And the running show takes it where it stands."""
    preparation = Preparation(day.file)
    show = day.show()
    stage = show_in_hall(day, show.steps()[0])
    before = preparation.text("").text
    preparation.reopen(preparation.text(""), "Kepala", "satu kata")
    assert refusal(stage.refuse_unapproved, show) == "stage.not_approved"
    preparation.change_text(changed(before))
    preparation.approve(preparation.text(""), "Kepala")
    after = day.show()
    stage.refuse_unapproved(after)
    assert refusal(stage.refuse_unapproved, show) == "stage.not_approved"
    assert carried(show.first(), show, after) == after.first()
    assert after.texts() != show.texts()


def test_the_programme_changes_while_live(day: Day) -> None:
    preparation = Preparation(day.file)
    show = day.show()
    show_in_hall(day, show.steps()[0])
    programme = preparation.details().programme
    extra = Cue(new_id(), CueKind.PRAYER, "Doa")
    programme = add(skip(move(programme, programme[3].id, -2), programme[2].id), extra, "")
    details = preparation.change_programme(programme)
    assert preparation.details() == details
    after = Show(details, show.texts())
    assert extra in after.cues
    stood, stands = show.step(show.first()), after.step(carried(show.first(), show, after))
    assert stands.identity == stood.identity
    assert Journal(day.file).of_kind(EventKind.DETAILS_CHANGED)
    assert all(state.approved for state in preparation.texts() if not state.text.optional)


def test_what_is_shown_now_stays_in_the_programme_as_it_is(day: Day) -> None:
    preparation = Preparation(day.file)
    show_in_hall(day, day.show().steps()[0])
    programme = preparation.details().programme
    live = programme[0]
    for refused in (
        skip(programme, live.id),
        take_out(programme, live.id),
        change(programme, replace(live, title="Lain")),
        change(programme, replace(live, kind=CueKind.BLANK)),
    ):
        assert refusal(preparation.change_programme, refused) == "programme.on_screen"
    details = replace(preparation.details(), programme=take_out(programme, live.id))
    assert refusal(preparation.change_details, details) == "programme.on_screen"
    assert preparation.details().programme == programme
    preparation.change_programme(move(programme, live.id, +2))
    noted = replace(live, minutes=15, note="Tunggu pembina", speaker="MC")
    preparation.change_programme(change(preparation.details().programme, noted))


def test_a_closed_hall_holds_nothing(day: Day) -> None:
    show_in_hall(day, day.show().steps()[0]).closed()
    preparation = Preparation(day.file)
    programme = preparation.details().programme
    preparation.change_programme(take_out(programme, programme[0].id))
