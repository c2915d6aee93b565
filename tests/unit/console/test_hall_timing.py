"""Times of cues, and what changes while a picture is shown."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.console.hall.live_now import Moment, live_now
from ceremony_app.console.hall.timing import CueTimes, over_by, seconds_until
from ceremony_app.domain.ceremony import Cue, CueKind, Details, Pact, PactForm
from ceremony_app.domain.live import DivisionCount
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.show import Show, ShowState
from ceremony_app.services.hall_figures import HallFigures

SECOND = 1_000_000_000
PACTS = tuple(
    Pact(name, name, name, (), form)
    for name, form in (
        ("p1", PactForm.REPRESENTATIVES),
        ("p2", PactForm.REPRESENTATIVES),
        ("p3", PactForm.INDIVIDUAL),
    )
)
PROGRAMME = (
    Cue("c1", CueKind.HOLDING, "Registrasi"),
    Cue("c2", CueKind.COUNTDOWN, "Hitung mundur", until="08:15"),
    Cue("c3", CueKind.COUNTDOWN, "Hitung mundur"),
    *(Cue(f"s{p.id}", CueKind.SIGNING, p.title, pact=p.id, minutes=5) for p in PACTS),
)
DETAILS = Details(
    "t",
    "T",
    time="08:00",
    programme=PROGRAMME,
    pacts=PACTS,
    parties=(
        Party("r1", Role.REPRESENTATIVE),
        Party("w", Role.WITNESS),
        Party("r2", Role.REPRESENTATIVE),
    ),
)
FIGURES = HallFigures(
    divisions=(DivisionCount("A", 2, 3), DivisionCount("B", 1, 4)),
    signed={"p1": frozenset({"r1"}), "p2": frozenset({"r1", "r2"})},
)
NOW = Moment(datetime(2023, 2, 13, 7, 59, 30, 500_000), elapsed=95, message="Lebih pelan")


def test_a_cue_goes_on_where_it_was_left() -> None:
    times = CueTimes()
    times.enter("a", 0)
    times.enter("a", 3 * SECOND)
    times.enter("b", 5 * SECOND)
    times.enter("a", 7 * SECOND)
    assert (times.seconds("a", 9 * SECOND), times.seconds("b", 9 * SECOND)) == (7, 2)
    times.pause(10 * SECOND)
    assert times.seconds("a", 99 * SECOND) == 8
    assert times.seconds("c", 99 * SECOND) == 0


@given(st.lists(st.tuples(st.sampled_from("abc-"), st.integers(0, 10**12)), max_size=20))
def test_no_second_counts_for_two_cues(moves: list[tuple[str, int]]) -> None:
    times, at, live = CueTimes(), 0, 0
    running = False
    for cue, passed in moves:
        live += passed if running else 0
        at += passed
        running = cue != "-"
        if running:
            times.enter(cue, at)
        else:
            times.pause(at)
    total = sum(times.seconds(cue, at) for cue in "abc")
    assert live // SECOND - 2 <= total <= live // SECOND


def test_only_what_was_planned_can_be_overrun() -> None:
    planned = Cue("c", CueKind.TITLE, "T", minutes=2)
    assert [over_by(planned, spent) for spent in (0, 120, 155)] == [0, 0, 35]
    assert over_by(replace(planned, minutes=0), 999) == 0


def test_a_countdown_ends_at_zero() -> None:
    at = NOW.local
    assert [seconds_until(time, at) for time in ("08:00", "07:59", "07:00")] == [30, 0, 0]
    assert [seconds_until(time, at) for time in ("", "8", "25:00")] == [None, None, None]


def test_counts_and_clocks_are_told_at_every_step() -> None:
    show = Show(DETAILS, ())
    live = live_now(show.step(ShowState()), DETAILS, FIGURES, NOW)
    assert (live.present, live.expected, live.divisions) == (3, 7, FIGURES.divisions)
    assert (live.pacing.clock, live.pacing.elapsed, live.pacing.planned) == ("07.59", 95, 0)
    assert live.message == "Lebih pelan"
    assert live.remaining is None
    assert live.signed == {"r1", "r2"}
    assert live.signing == ""


@pytest.mark.parametrize(
    ("cue", "remaining", "signed", "signing"),
    [
        (1, 930, {"r1", "r2"}, ""),
        (2, 30, {"r1", "r2"}, ""),
        (3, None, {"r1"}, "r2"),
        (4, None, {"r1", "r2"}, ""),
        (5, None, {"r1", "r2"}, ""),
    ],
)
def test_what_belongs_to_one_kind_of_cue(
    cue: int, remaining: int | None, signed: set[str], signing: str
) -> None:
    live = live_now(Show(DETAILS, ()).step(ShowState(cue)), DETAILS, FIGURES, NOW)
    assert (live.remaining, live.signed, live.signing) == (remaining, signed, signing)
