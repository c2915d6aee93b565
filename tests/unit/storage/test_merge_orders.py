"""Three copies of one ceremony, used at will, come home in every order: one and the same answer."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import example, given, settings

from ceremony_app.storage.merge import take_in
from tests.helpers.ceremony_files import door, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.other_laptops import copy_with
from tests.helpers.used_copies import Used, laptops, tables, ways_home

_AT = "2023-02-13T00:30:00+00:00"
_GUESSES = [("wrong_pin", 0)] * 5


@settings(max_examples=3, deadline=None)
@given(laptops)
@example(((_AT, [("scan", 0)]), (_AT, [("scan", 0)]), (_AT, [("scan", 0), ("undo", 0)])))
@example(((_AT, [("follow_up", 1)]), (_AT, [("follow_up", 1)]), (_AT, [("turn", 0), ("scan", 1)])))
@example(((_AT, [("reissue", 2), ("guest", 0)]), (_AT, [("reissue", 2), ("scan", 2)]), (_AT, [])))
def test_any_order_gives_the_same_events_and_answers(each: Sequence[Used]) -> None:
    """Scans, marks, undo, guests, new badges, joined rows, a follow-up session at each, entry
    closed and opened, other rules, equal times, clocks that are wrong."""
    found = ways_home(each)
    assert all(one == found[0] for one in found)


@settings(max_examples=2, deadline=None)
@given(tables)
@example(
    (
        (_AT, [("substituted", 0), ("signed", 0), ("absent", 1), ("made", 2), ("turned", 0)]),
        (_AT, [("absent", 0), ("signed", 1), ("turned", 0), ("brought", 2), ("matched", 0)]),
        (_AT, [("signed_later", 0), ("refused_scan", 1), ("brought", 2), ("turned", 2)]),
    )
)
@example(
    (
        (_AT, [("numbered", 0), ("marked_signed", 0), ("matched", 0), ("wrong_pin", 0)]),
        (_AT, [("numbered", 0), ("marked_signed", 0), ("matched", 1), *_GUESSES]),
        (_AT, [("witnessed", 0), ("matched", 0), ("unmatched", 0), ("taken_out", 1)]),
    )
)
def test_the_table_and_its_papers_are_the_same_in_any_order(each: Sequence[Used]) -> None:
    """Stand-ins, absences, signatures at the table and later, refused scans, papers, drafts,
    numbers, marks, pages brought, matched, turned and taken out, wrong PINs."""
    found = ways_home(each)
    assert all(one == found[0] for one in found)


def test_somebody_seen_at_both_doors_is_shown_at_both(origin: Path) -> None:
    early, late = FakeClock("2023-02-13T00:31:00+00:00"), FakeClock("2023-02-13T00:35:00+00:00")
    south = copy_with(origin, "south.ikrar", lambda f: door(f, "Selatan").scan(tokens(f)[0]), late)
    with opener(early).open(origin) as file:
        door(file, "Utara").scan(tokens(file)[0])
        door(file, "Utara").scan(tokens(file)[1])
        take_in(file, south)
        here = [state for state in door(file).states() if state.at]
        one, two = sorted(here, key=lambda state: state.person.name)
        assert (one.door, one.at[11:16]) == ("Utara", "07:31")
        assert [(seen.door, seen.local[11:16]) for seen in one.also] == [("Selatan", "07:35")]
        assert two.also == ()
        door(file).undo(one.also[0].event, "keliru")
        assert [state.also for state in door(file).states() if state.at] == [(), ()]
