"""Pictures kept beforehand, within bounds, the likeliest first."""

from collections.abc import Generator
from ctypes import addressof, c_char

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.live import Live
from ceremony_app.domain.show import Show, ShowState
from ceremony_app.projector.idle_painter import SLICE, IdlePainter
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.step_cache import MOST, StepCache, likely_next
from ceremony_app.projector.views import Picture, View, picture_of

SIZE = (10, 10)
BYTES = 400


STROKES = 3


class Brush:
    """Fills a picture with the number of its cue, and remembers what it began and finished."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.painted: list[int] = []
        self.papers: set[int] = set()

    def __call__(self, picture: Picture, image: QImage) -> Generator[None, None, None]:
        number = int(picture.step.cue.id) if picture.step else 99
        self.begun.append(number)
        for _ in range(STROKES):
            image.fill(number)
            self.papers.add(addressof(c_char.from_buffer(image.bits())))
            yield
        self.painted.append(number)


def shown(image: QImage) -> int:
    return image.pixel(0, 0) & 0xFF


SHOW = Show(
    Details("t", "T", programme=tuple(Cue(str(n), CueKind.TITLE, "T") for n in range(20))), ()
)


def picture(number: int) -> Picture:
    return picture_of(View.HALL, SIZE, SHOW, ShowState(number))


def filled(cache: StepCache) -> None:
    while cache.paint_some():
        pass


def test_what_is_wanted_is_painted_once_and_soonest_first() -> None:
    brush = Brush()
    cache = StepCache(brush, 10 * BYTES)
    cache.want(picture(number) for number in (3, 1, 2, 3))
    filled(cache)
    assert brush.painted == [3, 1, 2]
    assert not cache.paint_some()


def test_what_was_painted_beforehand_is_there_at_once() -> None:
    brush = Brush()
    cache = StepCache(brush, 10 * BYTES)
    cache.want([picture(1)])
    filled(cache)
    assert shown(cache.take(picture(1))) == 1
    assert cache.take(picture(1)).cacheKey() == cache.take(picture(1)).cacheKey()
    assert (cache.late, brush.painted) == (0, [1])


def test_a_picture_is_not_there_before_its_last_stroke() -> None:
    brush = Brush()
    cache = StepCache(brush, 10 * BYTES)
    cache.want([picture(1)])
    for _ in range(STROKES):
        assert cache.paint_some()
        assert picture(1) not in cache
        assert cache.size == BYTES
    assert cache.paint_some()
    assert picture(1) in cache
    assert not cache.paint_some()


def test_a_picture_in_hand_is_finished_for_whom_it_is_asked() -> None:
    brush = Brush()
    cache = StepCache(brush, 10 * BYTES)
    cache.want([picture(1)])
    cache.paint_some()
    assert shown(cache.take(picture(1))) == 1
    assert (brush.begun, brush.painted, cache.late) == ([1], [1], 1)


def test_a_picture_in_hand_is_given_up_for_one_that_is_wanted_sooner() -> None:
    brush = Brush()
    cache = StepCache(brush, 10 * BYTES)
    cache.want([picture(1)])
    cache.paint_some()
    cache.want([picture(2), picture(1)])
    filled(cache)
    assert (brush.begun, brush.painted) == ([1, 2, 1], [2, 1])


def test_what_a_window_shows_is_not_painted_over() -> None:
    cache = StepCache(Brush(), 2 * BYTES)
    images = [cache.take(picture(number)) for number in range(8)]
    assert [shown(image) for image in images] == list(range(8))


def test_paper_that_nobody_shows_is_used_again() -> None:
    brush = Brush()
    cache = StepCache(brush, 2 * BYTES)
    for number in range(12):
        cache.take(picture(number))
    assert len(brush.papers) == 2


def test_what_nobody_foresaw_is_painted_at_once_and_counted() -> None:
    cache = StepCache(Brush(), 10 * BYTES)
    assert not cache.take(picture(9)).isNull()
    assert cache.late == 1
    cache.take(picture(9))
    assert cache.late == 1


def test_what_nobody_wants_goes_before_what_is_wanted() -> None:
    cache = StepCache(Brush(), 3 * BYTES)
    for number in (1, 2, 3):
        cache.take(picture(number))
    cache.want([picture(4), picture(3)])
    filled(cache)
    assert picture(4) in cache
    assert picture(3) in cache
    assert picture(1) not in cache


def test_more_than_there_is_room_for_is_not_painted_over_and_over() -> None:
    brush = Brush()
    cache = StepCache(brush, 2 * BYTES)
    cache.want(picture(number) for number in range(9))
    filled(cache)
    assert brush.painted == [0, 1]
    assert cache.size == 2 * BYTES


def test_no_more_are_kept_than_a_few_keys_may_bring() -> None:
    brush = Brush()
    cache = StepCache(brush, 99 * BYTES)
    cache.want(picture(number) for number in range(20))
    filled(cache)
    assert brush.painted == list(range(MOST))
    for number in range(20):
        cache.take(picture(number))
        assert len(cache) <= MOST


def test_a_picture_larger_than_the_bound_is_still_shown() -> None:
    cache = StepCache(Brush(), BYTES // 2)
    cache.take(picture(1))
    assert not cache.take(picture(2)).isNull()
    assert len(cache) == 1


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 12)), max_size=80), st.integers(1, 6))
def test_memory_stays_within_the_bound(actions: list[tuple[bool, int]], pictures: int) -> None:
    cache = StepCache(Brush(), pictures * BYTES)
    for takes, number in actions:
        if takes:
            cache.take(picture(number))
        else:
            cache.want(picture(number + ahead) for ahead in range(4))
            cache.paint_some()
        assert cache.size <= pictures * BYTES


def test_forgetting_leaves_nothing() -> None:
    cache = StepCache(Brush())
    cache.want([picture(1)])
    filled(cache)
    cache.forget()
    assert (len(cache), cache.paint_some()) == (0, False)


@pytest.mark.parametrize("view", View)
def test_one_press_of_any_key_finds_its_picture_painted(banten: Painter, view: View) -> None:
    show, brush = banten.show, Brush()
    cache = StepCache(brush, 100 * BYTES)
    for step in show.steps():
        for state in (step.state, step.state.with_black(), step.state.with_logo()):
            cache.want(likely_next(show, state, view, SIZE))
            filled(cache)
            presses = (
                state,
                show.next(state),
                show.back(step.state),
                state.with_black(),
                state.with_logo(),
                state.with_freeze(),
            )
            for after in presses:
                assert picture_of(view, SIZE, show, after) in cache
    assert cache.late == 0


def test_the_first_foreseen_is_what_is_shown_now_then_what_comes(banten: Painter) -> None:
    show = banten.show
    live = Live(5)
    foreseen = likely_next(show, show.first(), View.HALL, SIZE, live)
    assert foreseen[0] == picture_of(View.HALL, SIZE, show, show.first(), live)
    assert foreseen[1] == picture_of(View.HALL, SIZE, show, show.next(show.first()), live)
    assert len(set(foreseen)) == len(foreseen)


class Ticks:
    """A clock on which every look takes a quarter of a slice."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += SLICE / 4
        return self.now


def test_between_two_events_no_more_is_painted_than_a_slice(qtbot: QtBot) -> None:
    brush = Brush()
    cache = StepCache(brush)
    idle = IdlePainter(cache, clock=Ticks())
    idle.want([picture(1), picture(2)])
    idle.paint_slice()
    assert brush.begun == brush.painted == [1]
    with qtbot.waitSignal(idle.rested):
        pass
    assert brush.painted == [1, 2]


def test_nothing_is_painted_while_somebody_is_busy(qtbot: QtBot) -> None:
    brush, fading = Brush(), [True]
    idle = IdlePainter(StepCache(brush), is_busy=lambda: fading[0])
    idle.want([picture(1)])
    for _ in range(9):
        idle.paint_slice()
    assert brush.begun == []
    fading[0] = False
    with qtbot.waitSignal(idle.rested):
        pass
    assert brush.painted == [1]


def test_a_cache_is_filled_between_events(qtbot: QtBot) -> None:
    brush = Brush()
    cache = StepCache(brush)
    idle = IdlePainter(cache)
    with qtbot.waitSignal(idle.rested):
        idle.want([picture(1), picture(2)])
    assert brush.painted == [1, 2]
    idle.want([picture(3)])
    idle.stop()
    assert brush.painted == [1, 2]
