"""Whether a text was shown whole: the rule, case by case."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.reading import Place, Reading, Showing, judge
from ceremony_app.domain.show import Cover, Show, Step, minimum_seconds
from ceremony_app.domain.texts import Pace, Phrase, PhraseRole, Point, Text

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


words = st.lists(st.sampled_from(["ikrar", "netralitas", "pegawai"]), min_size=1, max_size=5).map(
    " ".join
)
points = st.lists(st.builds(Phrase, words, st.sampled_from(PhraseRole)), min_size=1, max_size=3)
texts = st.builds(
    lambda parts, pace: Text("t", "ikrar", "Ikrar", tuple(parts), pace=pace),
    st.lists(points.map(lambda phrases: Point(tuple(phrases))), min_size=1, max_size=3),
    st.sampled_from(Pace),
)


def steps_of(text: Text) -> tuple[Step, ...]:
    return Show(
        Details("t", "T", programme=(Cue("c", CueKind.TEXT, "A", "", "t"),)), (text,)
    ).steps()


def showing(step: Step, seconds: float, *, visible: bool = True) -> Showing:
    return Showing(step.state.part, step.state.phrase, seconds, visible)


@given(texts)
def test_any_text_read_through_at_a_calm_pace_is_complete(text: Text) -> None:
    """Led and repeated, or by points, or by the leader alone: half the time for either turn."""
    steps = steps_of(text)
    calm = [showing(step, step.minimum_seconds) for step in steps]
    assert judge(text, calm) == Reading((), (), (), ())


@given(texts, st.data())
def test_no_breath_of_any_text_may_be_left_out_or_hurried(text: Text, data: st.DataObject) -> None:
    steps = steps_of(text)
    left = data.draw(st.sampled_from(steps)).unit
    assert left is not None
    place = Place(left.part, left.first)
    others = [showing(step, step.minimum_seconds) for step in steps if step.unit != left]
    assert judge(text, others).skipped == (place,)
    hurried = [showing(step, 0.01 if step.unit == left else 60.0) for step in steps]
    assert judge(text, hurried).short == (place,)
    covered = [showing(step, 60.0, visible=step.unit != left) for step in steps]
    assert judge(text, covered).skipped == (place,)


presses = st.lists(
    st.tuples(st.sampled_from(["next", "back", "black"]), st.sampled_from([0.1, 1.0, 5.0])),
    max_size=40,
)


@given(texts, presses)
def test_whatever_is_pressed_the_verdict_is_what_the_hall_saw(
    text: Text, pressed: list[tuple[str, float]]
) -> None:
    """Held against the rule said once more, place by place, in the plainest way."""
    show = Show(Details("t", "T", programme=(Cue("c", CueKind.TEXT, "A", "", "t"),)), (text,))
    state, showings = show.first(), []
    for press, seconds in pressed:
        step = show.step(state)
        showings.append(showing(step, seconds, visible=state.cover is Cover.NONE))
        state = {"next": show.next, "back": show.back, "black": lambda s: s.with_black()}[press](
            state
        )
    seen = [one for one in showings if one.visible]
    reading = judge(text, showings)
    places = {(step.state.part, step.state.phrase): step for step in show.steps()}
    for (part, phrase), step in places.items():
        place = Place(part, phrase)
        mine = [at for at, one in enumerate(seen) if (one.part, one.phrase) == (part, phrase)]
        assert (place in reading.skipped) is (not mine)
        total = sum(seen[at].seconds for at in mine)
        assert (place in reading.short) is bool(mine and total < minimum_seconds(step.words))
        before = [at for at, one in enumerate(seen) if (one.part, one.phrase) < (part, phrase)]
        # Each place that comes earlier in the text must have been seen first, if it was at all.
        first_seen = {(seen[at].part, seen[at].phrase): at for at in reversed(before)}
        early = bool(mine) and any(at > mine[0] for at in first_seen.values())
        assert (place in reading.early) is early
    assert reading.complete is not bool(reading.skipped or reading.short or reading.early)
