"""Looking, jumping and coming back, on a show without windows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.console.hall.driver import Driver
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.show import Cover
from ceremony_app.ui_kit.running_show import Place
from tests.helpers.fake_show import OATH, PROGRAMME, FakeShow, small_show


@pytest.fixture
def show(qapp: object) -> FakeShow:
    return FakeShow(small_show())


@pytest.fixture
def driver(show: FakeShow) -> Driver:
    return Driver(show, lambda _: None)


def test_looking_moves_nothing(driver: Driver, show: FakeShow) -> None:
    before = show.state
    driver.look_by(+1)
    driver.look_by(+1)
    assert driver.looking is not None
    assert driver.looking.cue == before.cue + 2
    assert show.state == before
    driver.look_by(-9)
    assert driver.looking.cue == 0
    driver.look_by(+9)
    assert driver.looking.cue == len(show.show.cues) - 1
    driver.look_away()
    assert driver.looking is None
    driver.take()
    assert show.state == before


def test_what_is_taken_keeps_the_cover_and_can_be_taken_back(
    driver: Driver, show: FakeShow
) -> None:
    show.go_next()
    show.go_black()
    before = show.state
    driver.look_at(show.show.jump(show.state, 3))
    assert driver.looking is not None
    assert driver.looking.cover is Cover.NONE
    driver.take()
    assert (show.state.cue, show.state.cover) == (3, Cover.BLACK)
    assert driver.looking is None
    show.go_black()
    driver.undo()
    assert show.state == replace(before, cover=Cover.NONE)
    driver.undo()
    assert show.state.cue == 3


def test_one_press_goes_back_however_far_the_show_went_on_since(
    driver: Driver, show: FakeShow
) -> None:
    show.go_next()
    assert not driver.may_undo
    driver.jump(show.show.jump(show.state, 2, 0, 1))
    show.go_next()
    show.go_next()
    driver.undo()
    assert show.state.cue == 1


def test_a_jump_to_where_the_show_stands_is_none(driver: Driver, show: FakeShow) -> None:
    driver.jump(show.state)
    assert not driver.may_undo


def test_looking_and_coming_back_outlive_a_change_of_the_programme(
    driver: Driver, show: FakeShow
) -> None:
    driver.jump(show.show.jump(show.state, 2))
    driver.look_at(show.show.jump(show.state, 3))
    fresh = replace(PROGRAMME[0], id="c0", title="Pembukaan")
    driver.change_programme(small_show((fresh, *PROGRAMME)))
    assert show.step.cue.id == "c3"
    assert driver.looking is not None
    assert show.show.step(driver.looking).cue.id == "c4"
    driver.undo()
    assert show.step.cue.id == "c1"


@given(st.lists(st.sampled_from(["next", "back", "look", "take", "undo", "jump"]), max_size=30))
def test_the_hall_moves_by_nothing_but_what_moves_it(qapp: object, deeds: list[str]) -> None:
    show = FakeShow(small_show())
    driver = Driver(show, lambda _: None)
    for deed in deeds:
        before = show.state
        match deed:
            case "next":
                show.go_next()
            case "back":
                show.go_back()
            case "look":
                driver.look_by(+1)
                assert show.state == before
            case "take":
                looked = driver.looking
                driver.take()
                assert show.state == (looked or before)
            case "undo":
                driver.undo()
                assert driver.may_undo or show.state == before
            case "jump":
                driver.jump(show.show.jump(before, 2))
                assert show.state.cue == 2


def test_what_must_not_be_shown_is_not_gone_to(show: FakeShow) -> None:
    forbidden = message("stage.not_approved", title="Ikrar")
    driver = Driver(show, lambda step: forbidden if step.text else None)
    told: list[Message] = []
    driver.refused.connect(told.append)
    oath = show.show.jump(show.state, 2)
    driver.jump(oath)
    assert show.state.cue == 2, "nobody sees it while the hall is closed"
    driver.undo()
    show.windows[Place.HALL] = "Proyektor"
    driver.jump(oath)
    driver.look_at(oath)
    driver.take()
    driver.go_next()
    driver.go_next()
    assert show.state.cue == 1
    assert told == [forbidden] * 3
    driver.undo()
    assert told == [forbidden] * 4


def test_a_text_that_changed_is_begun_anew(driver: Driver, show: FakeShow) -> None:
    driver.jump(show.show.jump(show.state, 2, 1))
    other = replace(OATH, title="Ikrar Bersama")
    driver.change_programme(small_show(text=other))
    assert (show.step.cue.id, show.state.part) == ("c3", 0)
