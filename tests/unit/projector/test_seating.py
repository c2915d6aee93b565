"""Where a window stands while screens come and go: the rules, without windows."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ceremony_app.projector.screen_match import ScreenIdentity, overlap
from ceremony_app.projector.seating import Decision, Doing, Room, Seat, SeenScreen
from tests.helpers.fake_screens import ACER, EPSON, LAPTOP

SISTER = replace(EPSON, serial="X4ZK72", name="DP-1", box=(4310, 0, 1024, 768))
MIRROR = replace(EPSON, box=(0, 0, 1024, 768))
OPERATORS = SeenScreen(1, LAPTOP)


def room(*others: ScreenIdentity, first: int = 2) -> Room:
    seen = [SeenScreen(number, one) for number, one in enumerate(others, start=first)]
    return Room((OPERATORS, *seen), operators=1)


def seated(known: ScreenIdentity = EPSON) -> Seat:
    seat = Seat()
    assert seat.open(room(known)) == Decision(Doing.FILL, 2)
    return seat


def test_the_only_other_screen_is_the_halls() -> None:
    seat = seated()
    assert (seat.number, seat.known, seat.is_lost) == (2, EPSON, False)


def test_a_single_screen_gives_a_window() -> None:
    seat = Seat()
    assert seat.open(room()) == Decision(Doing.WINDOW)
    assert (seat.number, seat.is_open, seat.is_lost) == (None, True, False)


def test_a_mirrored_screen_is_no_screen_for_the_hall() -> None:
    assert Seat().open(room(MIRROR)) == Decision(Doing.WINDOW)
    assert room(MIRROR).is_mirrored(1)
    assert room(MIRROR).is_operators(2)


def test_the_remembered_one_of_several_is_taken() -> None:
    assert Seat(ACER).open(room(EPSON, ACER)) == Decision(Doing.FILL, 3)


@pytest.mark.parametrize("known", [None, LAPTOP])
def test_several_and_nothing_remembered_of_them_is_a_question(known: ScreenIdentity | None) -> None:
    seat = Seat(known)
    decision = seat.open(room(EPSON, ACER))
    assert [one.number for one in decision.ask] == [2, 3]
    assert decision.doing is Doing.STAY
    assert not seat.is_open


def test_two_alike_are_a_question_and_the_others_are_not_in_it() -> None:
    lost = replace(EPSON, serial="", name="VGA-1", box=(0, 0, 1, 1))
    decision = Seat(lost).open(room(EPSON, ACER, SISTER))
    assert [one.number for one in decision.ask] == [2, 4]


def test_its_screen_goes_and_comes_back() -> None:
    seat = seated()
    assert seat.review(room()) == Decision(Doing.HIDE)
    assert (seat.is_lost, seat.is_open, seat.number) == (True, True, None)
    assert seat.review(room()) == Decision(Doing.STAY)
    back = replace(EPSON, name="DP-3")
    assert seat.review(room(back, first=7)) == Decision(Doing.FILL, 7)
    assert (seat.is_lost, seat.known) == (False, back)


def test_a_screen_that_is_replaced_within_one_change_is_filled_at_once() -> None:
    assert seated().review(room(EPSON, first=9)) == Decision(Doing.FILL, 9)


def test_a_stranger_in_its_place_is_a_question_once() -> None:
    seat = seated()
    decision = seat.review(room(ACER, first=3))
    assert decision.doing is Doing.HIDE
    assert [one.number for one in decision.ask] == [3]
    assert seat.review(room(ACER, first=3)) == Decision(Doing.STAY)
    assert seat.choose(3, room(ACER, first=3)) == Decision(Doing.FILL, 3)


def test_nothing_is_asked_where_nothing_may_be() -> None:
    seat = seated()
    assert seat.review(room(ACER, first=3), may_ask=False) == Decision(Doing.HIDE)


def test_a_screen_that_was_there_all_along_is_no_news() -> None:
    seat = Seat(EPSON)
    seat.open(room(EPSON, ACER))
    left = Room((OPERATORS, SeenScreen(3, ACER)), operators=1)
    assert seat.review(left) == Decision(Doing.HIDE)


def test_another_mode_is_fitted_to_at_once() -> None:
    seat, smaller = seated(), replace(EPSON, box=(1366, 0, 800, 600))
    assert seat.review(room(smaller)) == Decision(Doing.FILL, 2)
    assert seat.review(room(smaller)) == Decision(Doing.STAY, 2)


def test_mirroring_hides_it_and_extending_brings_it_back() -> None:
    seat = seated()
    assert seat.review(room(MIRROR)) == Decision(Doing.HIDE)
    assert seat.is_lost
    assert seat.review(room(EPSON)) == Decision(Doing.FILL, 2)


def test_a_known_projector_takes_the_hall_out_of_its_window() -> None:
    seat = Seat(EPSON)
    seat.open(room())
    assert seat.review(room(EPSON)) == Decision(Doing.FILL, 2)


def test_an_unknown_projector_is_offered_to_the_hall_in_its_window() -> None:
    seat = Seat()
    seat.open(room())
    assert [one.number for one in seat.review(room(EPSON)).ask] == [2]


def test_a_window_that_the_operator_chose_stays_one() -> None:
    seat = seated()
    assert seat.choose(1, room(EPSON)) == Decision(Doing.WINDOW)
    assert seat.review(room(EPSON, ACER)) == Decision(Doing.STAY)
    assert seat.review(room()) == Decision(Doing.STAY)


def test_what_others_have_or_wait_for_is_not_taken() -> None:
    full = room(EPSON, ACER)
    taken = replace(full, taken=frozenset({2}))
    assert [one.number for one in taken.free()] == [3]
    claimed = replace(full, claims=(ACER,))
    assert [one.number for one in claimed.free(EPSON)] == [2]
    assert [one.number for one in claimed.free(ACER)] == [2, 3]


def test_a_sister_comes_back_to_the_window_that_it_was_chosen_for() -> None:
    seat = seated(EPSON)
    seat.review(room())
    silent = replace(SISTER, serial="")
    assert seat.review(replace(room(silent), claims=(silent,))) == Decision(Doing.STAY)
    assert seat.review(room(silent)) == Decision(Doing.FILL, 2)


def test_a_screen_that_is_gone_cannot_be_chosen() -> None:
    with pytest.raises(LookupError):
        Seat().choose(5, room())


def test_a_window_that_strayed_waits_for_the_next_look() -> None:
    seat = seated()
    assert seat.stray() == Decision(Doing.HIDE)
    assert seat.is_lost
    assert seat.review(room(EPSON)) == Decision(Doing.FILL, 2)


class Cables(RuleBasedStateMachine):
    """Cables go in and out, modes change, and the hall is never where it should not be."""

    boxes = st.sampled_from([(0, 0, 1366, 768), (1366, 0, 1024, 768), (2390, 0, 800, 600)])
    models = st.sampled_from([EPSON, SISTER, ACER, replace(EPSON, serial="", make="")])

    @initialize()
    def begin(self) -> None:
        self.plugged: dict[int, ScreenIdentity] = {1: LAPTOP, 2: EPSON}
        self.next = 3
        self.seat = Seat()
        self.shown: int | None = None
        self.obey(self.seat.open(self.room()))

    def room(self) -> Room:
        seen = tuple(SeenScreen(number, one) for number, one in self.plugged.items())
        return Room(seen, operators=1)

    def obey(self, decision: Decision) -> None:
        if decision.doing is Doing.FILL:
            self.shown = decision.number
        elif decision.doing is not Doing.STAY:
            self.shown = None

    @rule(which=models, box=boxes)
    def plug(self, which: ScreenIdentity, box: tuple[int, int, int, int]) -> None:
        self.plugged[self.next] = replace(which, box=box)
        self.next += 1
        self.obey(self.seat.review(self.room()))

    @rule(dice=st.integers(0, 9))
    def unplug(self, dice: int) -> None:
        others = [number for number in self.plugged if number != 1]
        if others:
            del self.plugged[others[dice % len(others)]]
            self.obey(self.seat.review(self.room()))

    @rule(dice=st.integers(0, 9), box=boxes)
    def move(self, dice: int, box: tuple[int, int, int, int]) -> None:
        number = list(self.plugged)[dice % len(self.plugged)]
        self.plugged[number] = replace(self.plugged[number], box=box)
        self.obey(self.seat.review(self.room()))

    @rule(dice=st.integers(0, 9))
    def choose(self, dice: int) -> None:
        number = list(self.plugged)[dice % len(self.plugged)]
        self.obey(self.seat.choose(number, self.room()))

    @invariant()
    def it_stands_on_no_screen_but_one_that_is_there_and_apart(self) -> None:
        assert self.shown == self.seat.number
        if self.shown is not None:
            assert self.shown in self.plugged
            assert not overlap(self.plugged[self.shown].box, self.plugged[1].box)

    @invariant()
    def it_is_in_sight_or_says_that_it_waits(self) -> None:
        assert self.seat.is_open
        assert not (self.seat.is_lost and self.seat.number is not None)


TestCables = Cables.TestCase
TestCables.settings = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
