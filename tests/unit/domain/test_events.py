"""The canonical form and the chain: no two events, and no two rows, have one spelling."""

import hashlib
import json
import random
from dataclasses import astuple, fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ceremony_app.domain.events import (
    GENESIS,
    SEPARATOR,
    Event,
    canonical,
    event_hash,
    has_control,
    printed_head,
    row_hash,
    row_hashes,
    rows_digest,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1f"), max_size=12)
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=6,
)
BODIES = st.dictionaries(PLAIN, VALUES, max_size=3)
EVENTS = st.builds(
    lambda texts, numbers, body, prev: Event(
        texts[0], numbers[0], numbers[1], texts[1], texts[2], numbers[2],
        texts[3], texts[4], texts[5], texts[6], canonical(body), prev, b"",
    ),
    st.tuples(*[PLAIN] * 7),
    st.tuples(*[st.integers(1, 2**62)] * 3),
    BODIES,
    st.binary(min_size=32, max_size=32),
)  # fmt: skip


def same(one: object, other: object) -> bool:
    """Equal as JSON: in Python True equals 1 and 1.0 equals 1, which are three spellings."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@given(BODIES, BODIES)
def test_the_canonical_form_is_injective(one: dict[str, object], other: dict[str, object]) -> None:
    assert (canonical(one) == canonical(other)) == same(one, other)  # type: ignore[arg-type]


@given(BODIES)
def test_the_canonical_form_reads_back_and_has_no_separator(body: dict[str, object]) -> None:
    spelled = canonical(body)  # type: ignore[arg-type]
    assert same(json.loads(spelled), body)
    assert SEPARATOR not in spelled
    assert canonical(json.loads(spelled)) == spelled
    assert canonical(dict(reversed(body.items()))) == spelled  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_have_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"n": number})


@given(EVENTS, EVENTS)
def test_two_events_have_two_hashes(one: Event, other: Event) -> None:
    assert (one.computed_hash() == other.computed_hash()) == (one == other)


@given(EVENTS, st.sampled_from([f.name for f in fields(Event) if f.name != "hash"]), st.data())
def test_a_change_of_any_field_changes_the_hash(
    event: Event, name: str, data: st.DataObject
) -> None:
    kept = getattr(event, name)
    other: object
    if isinstance(kept, bytes):
        other = data.draw(st.binary(min_size=32, max_size=32))
    elif isinstance(kept, int):
        other = data.draw(st.integers(1, 2**62))
    else:
        # Whoever tampers may also write the separator.
        other = data.draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
    assume(other != kept)
    assert replace(event, **{name: other}).computed_hash() != event.computed_hash()  # type: ignore[arg-type]


@given(st.lists(EVENTS, min_size=2, max_size=5), st.data())
def test_a_chain_tells_where_it_was_broken(events: list[Event], data: st.DataObject) -> None:
    chain: list[Event] = []
    for event in events:
        linked = replace(event, prev=chain[-1].hash if chain else GENESIS)
        chain.append(replace(linked, hash=linked.computed_hash()))
    at = data.draw(st.integers(0, len(chain) - 2))
    forged = replace(chain[at], mono=chain[at].mono + 1)
    assert forged.computed_hash() != chain[at].hash
    resealed = replace(forged, hash=forged.computed_hash())
    assert chain[at + 1].prev != resealed.hash


@given(st.lists(WORDS, min_size=4, max_size=4), st.lists(WORDS, min_size=4, max_size=4))
def test_two_rows_have_two_hashes(one: list[str], other: list[str]) -> None:
    salt = b"s" * 16
    equal = row_hash(salt, tuple(one)) == row_hash(salt, tuple(other))
    assert equal == (one == other)


def test_a_row_cannot_move_its_borders() -> None:
    """Two rows of one joined form: refused when written, and no match when read."""
    honest = row_hash(b"", ("A", "B C"))
    assert row_hash(b"", ("A B", "C")) != honest
    with pytest.raises(ValueError, match="separator"):
        row_hash(b"", ("A" + SEPARATOR + "B", "C"))


@given(st.lists(st.lists(st.text(max_size=9), min_size=3, max_size=3), max_size=6), st.randoms())
def test_many_rows_are_hashed_as_one_by_one(rows: list[list[str]], dice: random.Random) -> None:
    salts = [dice.randbytes(16) for _ in rows]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], []]
    if any(SEPARATOR in field for row in rows for field in row):
        with pytest.raises(ValueError, match="separator"):
            row_hashes(salts, columns)
    else:
        expected = [row_hash(salt, tuple(row)) for salt, row in zip(salts, rows, strict=True)]
        assert row_hashes(salts, columns) == expected


def test_no_row_among_many_can_move_its_borders() -> None:
    with pytest.raises(ValueError, match="separator"):
        row_hashes([b"", b"", b""], [["A", "B", "C"], ["D", f"E{SEPARATOR}F", "G"]])


def test_the_salt_is_part_of_the_hash() -> None:
    assert row_hash(b"a" * 16, ("x",)) != row_hash(b"b" * 16, ("x",))


def test_the_event_hash_is_what_the_decision_says() -> None:
    """The form is written down in decision 0011: another program can check a file by it."""
    event = Event("w", 2, 3, "u", "l", 4, "scan", "s", "p", "d", '{"a":1}', GENESIS, b"")
    joined = 'w|2|3|u|l|4|scan|s|p|d|{"a":1}|'.replace("|", "\x1f").encode() + GENESIS
    assert event.computed_hash() == hashlib.sha256(joined).digest()
    assert event_hash(*astuple(event)[:12]) == event.computed_hash()


def test_the_digest_of_rows_depends_on_their_order() -> None:
    one, two = row_hash(b"", ("1",)), row_hash(b"", ("2",))
    assert rows_digest([one, two]) != rows_digest([two, one])
    assert rows_digest([one, two]) == hashlib.sha256(one + two).hexdigest()


@given(st.text(max_size=30))
def test_control_characters_are_seen(text: str) -> None:
    assert has_control(text) == any(ord(c) < 32 or ord(c) == 127 for c in text)


def test_a_head_is_printed_in_groups() -> None:
    assert printed_head(bytes(range(32))) == "0001 0203 0405 0607 0809 0a0b 0c0d 0e0f"
