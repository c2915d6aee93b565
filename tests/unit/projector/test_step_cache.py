"""Pictures kept beforehand, within bounds, the likeliest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.live import Live
from ceremony_app.domain.show import Show, ShowState
from ceremony_app.projector.idle_painter import IdlePainter
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.step_cache import StepCache, likely_next
from ceremony_app.projector.views import Picture, View, picture_of

SIZE = (10, 10)
BYTES = 400


class Brush:
    """Paints nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.painted: list[int] = []

    def __call__(self, picture: Picture) -> QImage:
        self.painted.append(int(picture.step.cue.id) if picture.step else -1)
        return QImage(picture.width, picture.height, QImage.Format.Format_RGB32)


SHOW = Show(
    Details("t", "T", programme=tuple(Cue(str(n), CueKind.TITLE, "T") for n in range(20))), ()
)


def picture(number: int) -> Picture:
    return picture_of(View.HALL, SIZE, SHOW, ShowState(number))


def filled(cache: StepCache) -> None:
    while cache.paint_next():
        pass


def test_what_is_wanted_is_painted_once_and_soonest_first() -> None:
    brush = Brush()
    cache = StepCache(brush, 10 * BYTES)
    cache.want(picture(number) for number in (3, 1, 2, 3))
    filled(cache)
    assert brush.painted == [3, 1, 2]
    assert not cache.paint_next()


def test_what_was_painted_beforehand_is_there_at_once() -> None:
    brush = Brush()
    cache = StepCache(brush, 10 * BYTES)
    cache.want([picture(1)])
    filled(cache)
    assert cache.take(picture(1)) is cache.take(picture(1))
    assert (cache.late, brush.painted) == (0, [1])


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
            cache.paint_next()
        assert cache.size <= pictures * BYTES


def test_forgetting_leaves_nothing() -> None:
    cache = StepCache(Brush())
    cache.want([picture(1)])
    filled(cache)
    cache.forget()
    assert (len(cache), cache.paint_next()) == (0, False)


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
