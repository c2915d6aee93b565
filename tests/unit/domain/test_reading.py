"""Whether a text was shown whole: the rule, case by case."""

from collections.abc import Sequence

import pytest

from ceremony_app.domain.reading import Place, Reading, Showing, judge
from ceremony_app.domain.texts import Pace, Phrase, Point, Text

TEXT = Text(
    id="t",
    key="ikrar",
    title="Ikrar",
    points=(
        Point((Phrase("satu dua tiga empat"), Phrase("lima enam"))),
        Point((Phrase("tujuh delapan"),)),
    ),
)
WHOLE = [(0, 0, 1.0), (0, 0, 1.0), (0, 1, 0.5), (1, 0, 0.5)]


def read(steps: Sequence[tuple[int, int, float]], text: Text = TEXT) -> Reading:
    return judge(text, [Showing(part, phrase, secs, True) for part, phrase, secs in steps])


def test_every_phrase_in_order_and_long_enough_is_complete() -> None:
    assert read(WHOLE).complete


def test_led_and_repeated_count_together() -> None:
    assert read([(0, 0, 0.5), (0, 0, 0.5), (0, 1, 0.5), (1, 0, 0.5)]).complete


def test_a_phrase_that_was_never_visible_is_skipped() -> None:
    steps = [Showing(0, 0, 1.0, True), Showing(0, 1, 5.0, False), Showing(1, 0, 0.5, True)]
    reading = judge(TEXT, steps)
    assert reading.skipped == (Place(0, 1),)
    assert not reading.complete


def test_a_phrase_shown_too_briefly_is_short() -> None:
    assert read([(0, 0, 0.9), *WHOLE[2:]]).short == (Place(0, 0),)


def test_a_phrase_before_its_turn_is_early() -> None:
    reading = read([(0, 0, 1.0), (1, 0, 0.5), (0, 1, 0.5)])
    assert reading.early == (Place(1, 0),)
    assert not reading.complete


def test_going_back_is_told_and_no_fault() -> None:
    reading = read([(0, 0, 1.0), (0, 1, 0.5), (0, 0, 1.0), (0, 1, 0.5), (1, 0, 0.5)])
    assert reading.repeated == (Place(0, 0), Place(0, 1))
    assert reading.complete


def test_a_text_led_by_points_is_judged_by_points() -> None:
    by_point = Text("t", "ikrar", "Ikrar", TEXT.points, pace=Pace.POINT)
    assert read([(0, 0, 1.5), (1, 0, 0.5)], by_point).complete
    assert read([(0, 0, 1.4), (1, 0, 0.5)], by_point).short == (Place(0, 0),)


@pytest.mark.parametrize("missing", [(0, 0), (0, 1), (1, 0)])
def test_no_phrase_may_be_left_out(missing: tuple[int, int]) -> None:
    reading = read([step for step in WHOLE if step[:2] != missing])
    assert reading.skipped == (Place(*missing),)
    assert not reading.complete
