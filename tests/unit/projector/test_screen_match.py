"""Knowing a screen again: what is enough, what contradicts, and when only a person can tell."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.projector.screen_match import (
    ENOUGH,
    Match,
    ScreenIdentity,
    find,
    overlap,
    read_identity,
    score,
)

EPSON = ScreenIdentity("EPSON", "EB-X41", "X4ZK71", "HDMI-1", (1366, 0, 1024, 768))
SISTER = replace(EPSON, serial="X4ZK72", name="HDMI-2")
BARE = ScreenIdentity("", "", "", "VGA-1", (1366, 0, 1024, 768))
LAPTOP = ScreenIdentity("BOE", "NT140", "", "eDP-1", (0, 0, 1366, 768))

words = st.sampled_from(["", "A", "B", "C"])
boxes = st.tuples(*[st.integers(-4000, 4000)] * 2, *[st.integers(1, 4000)] * 2)
identities = st.builds(ScreenIdentity, words, words, words, words, boxes)


@pytest.mark.parametrize(
    ("known", "seen", "why"),
    [
        (EPSON, EPSON, "nothing has changed"),
        (EPSON, replace(EPSON, name="DP-2"), "another socket"),
        (EPSON, replace(EPSON, box=(0, 0, 800, 600)), "another mode and place"),
        (EPSON, replace(EPSON, name="DP-2", serial="", box=(0, 0, 9, 9)), "through an adapter"),
        (EPSON, replace(SISTER, name="HDMI-1"), "replaced by one from the same cupboard"),
        (BARE, BARE, "a cable that says nothing but its socket"),
        (BARE, replace(BARE, box=(0, 0, 800, 600)), "the same in another mode"),
    ],
)
def test_it_is_the_same(known: ScreenIdentity, seen: ScreenIdentity, why: str) -> None:
    assert score(known, seen) >= ENOUGH, why
    assert find(known, [LAPTOP, seen]) == Match(found=1)


@pytest.mark.parametrize(
    ("known", "seen", "why"),
    [
        (EPSON, LAPTOP, "nothing in common"),
        (EPSON, replace(EPSON, model="EB-U42"), "another model in the same socket"),
        (EPSON, replace(SISTER, box=(0, 0, 800, 600)), "a sister somewhere else"),
        (BARE, replace(BARE, name="VGA-2"), "a size and a place are not enough"),
    ],
)
def test_it_is_another(known: ScreenIdentity, seen: ScreenIdentity, why: str) -> None:
    assert score(known, seen) < ENOUGH, why
    assert find(known, [seen]) == Match()


def test_two_alike_are_told_apart_by_serial_number_or_socket() -> None:
    assert find(EPSON, [SISTER, EPSON]) == Match(found=1)
    silent, sister = replace(EPSON, serial=""), replace(SISTER, serial="")
    assert find(silent, [sister, silent]) == Match(found=1)


def test_two_alike_in_other_sockets_are_for_a_person_to_tell() -> None:
    one = replace(EPSON, serial="", name="DP-1", box=(0, 0, 800, 600))
    other = replace(one, name="DP-2", box=(800, 0, 800, 600))
    assert find(EPSON, [LAPTOP, one, other]) == Match(alike=(1, 2))


def test_sockets_and_places_that_contradict_each_other_are_for_a_person_to_tell() -> None:
    silent = replace(EPSON, serial="")
    one = replace(silent, box=(0, 0, 800, 600))
    other = replace(silent, name="DP-2")
    assert find(silent, [one, other]) == Match(alike=(0, 1))


@given(identities)
def test_nothing_is_more_like_a_screen_than_itself(one: ScreenIdentity) -> None:
    assert all(score(one, one) >= score(one, other) for other in (EPSON, BARE, LAPTOP))


@given(identities, identities)
def test_likeness_has_no_direction(one: ScreenIdentity, other: ScreenIdentity) -> None:
    assert score(one, other) == score(other, one)


@given(identities, st.lists(identities, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_screens_does_not_matter(known, seen, dice) -> None:
    shuffled = list(range(len(seen)))
    dice.shuffle(shuffled)
    plain, mixed = find(known, seen), find(known, [seen[at] for at in shuffled])
    assert (plain.found is None) == (mixed.found is None)
    assert plain.found is None or shuffled[mixed.found] == plain.found
    assert sorted(plain.alike) == sorted(shuffled[at] for at in mixed.alike)


@given(identities, st.lists(identities, max_size=4))
def test_whoever_is_found_is_good_enough_and_the_best(known, seen) -> None:
    match = find(known, seen)
    points = [score(known, one) for one in seen]
    assert match.found is None or not match.alike
    for at in (*match.alike, *([] if match.found is None else [match.found])):
        assert points[at] >= ENOUGH
    assert match.found is None or points[match.found] == max(points)
    assert len(match.alike) != 1


@given(identities, st.lists(identities, min_size=1, max_size=3))
def test_twins_are_never_told_apart_by_guessing(known, seen) -> None:
    match = find(known, [*seen, seen[0]])
    assert match.found not in (0, len(seen))


@given(identities)
def test_a_kept_identity_is_read_back(one: ScreenIdentity) -> None:
    assert read_identity(one.to_text()) == one


@pytest.mark.parametrize("text", ["", "{}", "[]", "7", '{"make": "A"}', EPSON.to_text()[:-9]])
def test_what_is_no_identity_is_none(text: str) -> None:
    assert read_identity(text) is None
    assert read_identity(EPSON.to_text().replace("768", '"x"')) is None
    assert read_identity(EPSON.to_text().replace(", 768]", "]")) is None


def test_screens_side_by_side_do_not_overlap() -> None:
    assert not overlap(LAPTOP.box, EPSON.box)
    assert overlap(LAPTOP.box, (0, 0, 1920, 1080))
    assert overlap((0, 0, 1, 1), (0, 0, 1, 1))
