"""Programmes changed item by item."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.programme import add, change, move, skip, take_out

PROGRAMME = tuple(Cue(name, CueKind.TITLE, name.upper()) for name in "abcde")
items = st.sampled_from("abcde")


def order(programme: tuple[Cue, ...]) -> str:
    return "".join(cue.id for cue in programme)


@given(items, st.integers(-9, 9))
def test_a_moved_item_passes_its_neighbours_and_nothing_else_changes(item: str, by: int) -> None:
    moved = move(PROGRAMME, item, by)
    assert order(tuple(cue for cue in moved if cue.id != item)) == "abcde".replace(item, "")
    assert order(moved).index(item) == min(max("abcde".index(item) + by, 0), 4)
    assert move(moved, item, "abcde".index(item) - order(moved).index(item)) == PROGRAMME


@given(items)
def test_skipping_keeps_the_place_and_is_undone(item: str) -> None:
    skipped = skip(PROGRAMME, item)
    assert order(skipped) == "abcde"
    assert [cue.id for cue in skipped if cue.skipped] == [item]
    assert skip(skipped, item, skipped=False) == PROGRAMME


@given(st.sampled_from(["", *"abcde"]))
def test_a_new_item_comes_after_another_or_first(after: str) -> None:
    new = Cue("n", CueKind.PRAYER, "Doa")
    added = add(PROGRAMME, new, after)
    assert order(added).index("n") == ("abcde".index(after) + 1 if after else 0)
    assert take_out(added, "n") == PROGRAMME


def test_an_item_is_changed_in_its_place() -> None:
    changed = change(PROGRAMME, replace(PROGRAMME[2], title="Lain"))
    assert order(changed) == "abcde"
    assert changed[2].title == "Lain"


def test_what_is_not_there_is_an_error() -> None:
    for work in (lambda: move(PROGRAMME, "x", 1), lambda: take_out(PROGRAMME, "x")):
        with pytest.raises(LookupError):
            work()
    with pytest.raises(ValueError, match="already"):
        add(PROGRAMME, PROGRAMME[0])
