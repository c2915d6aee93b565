"""Verify: heads, seals, events since, and what it never claims."""

import hashlib

import pytest

from ceremony_app.domain.events import EventKind, printed_head
from ceremony_app.services.documents import Documents
from ceremony_app.services.record import Record
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.rows import TABLES
from ceremony_app.storage.verify import MOST_PROBLEMS, verify
from tests.helpers.ceremony_files import append, door, opener, tokens
from tests.unit.storage.conftest import Rich


def keys(file: CeremonyFile, head: str = "") -> list[str]:
    return [problem.key for problem in verify(file, head).problems]


def test_the_whole_file_holds_what_happens_at_the_table(rich: Rich) -> None:
    """What tampering is tried on, and what every verifying looks through."""
    with opener().read(rich.path) as file:
        kinds = {event.kind for event in Journal(file).latest(10_000)}
        documents = Documents(file).all()
    assert kinds >= {
        EventKind.SIGNED,
        EventKind.SIGNER_SUBSTITUTED,
        EventKind.SIGNER_ABSENT,
        EventKind.SIGN_REFUSED,
        EventKind.NUMBER_GIVEN,
        EventKind.DOCUMENT_SIGNED,
        EventKind.ATTACHED,
        EventKind.ATTACHMENT_CHANGED,
        EventKind.SHEET_MATCHED,
        EventKind.LOCK_SET,
        EventKind.LOCK_OPENED,
        EventKind.LOCK_REFUSED,
    }
    assert any(one.is_draft for one in documents)


def test_the_head_of_the_paper(rich: Rich) -> None:
    with opener().read(rich.path) as file:
        found = verify(file, rich.head)
        assert found.ok
        assert found.head == rich.head
        (sealed,) = Journal(file).of_kind(EventKind.SEALED)
        assert found.since == {sealed.writer: 1}
        for spelled in (rich.head.replace(" ", ""), rich.head.upper(), f" {rich.head} "):
            assert verify(file, spelled).since == found.since


def test_a_head_that_is_not_there(rich: Rich) -> None:
    with opener().read(rich.path) as file:
        other = printed_head(hashlib.sha256(b"x").digest())
        assert keys(file, other) == ["verify.no_such_head"]
        assert keys(file, rich.head[:34]) == ["verify.no_such_head"], "too short to be one"
        unsealed = Journal(file).latest(1)[0]
        assert keys(file, printed_head(unsealed.hash)) == ["verify.no_such_head"]


def test_sealing_again(rich: Rich) -> None:
    with opener().open(rich.path) as file:
        door(file).scan(tokens(file)[0])
        second = Record(file).seal()
        append(file, EventKind.DOCUMENT_MADE)
        third_writer = file.writer.id
        first, again = verify(file, rich.head), verify(file, second.head)
        assert first.ok
        assert again.ok
        assert second.head != rich.head
        assert again.since == {third_writer: 1}
        assert first.since is not None
        assert first.since[third_writer] == 4
        assert verify(file).head == second.head


def test_a_new_writer_counts_as_a_whole(rich: Rich) -> None:
    with opener().open(rich.path) as file:
        append(file, EventKind.DETAILS_CHANGED)
        since = verify(file, rich.head).since
        assert since is not None
        assert since[file.writer.id] == 2


def test_a_seal_lists_every_chain_and_counts_right(rich: Rich) -> None:
    with opener().read(rich.path) as file:
        (sealed,) = Journal(file).of_kind(EventKind.SEALED)
        body = body_of(sealed)
        heads = body["heads"]
        assert isinstance(heads, dict)
        assert heads.keys() == {head.writer for head in Journal(file).heads()}
        assert sum(seq for seq, _ in heads.values()) == body["events"]  # type: ignore[union-attr,misc]


def test_a_seal_that_counts_wrong(small: CeremonyFile) -> None:
    heads = {head.writer: [head.seq, head.hash.hex()] for head in Journal(small).heads()}
    append(small, EventKind.SEALED, heads=heads, events=99)  # type: ignore[arg-type]
    assert keys(small) == ["verify.seal_count"]


def test_a_seal_that_names_what_is_not_there(small: CeremonyFile) -> None:
    append(small, EventKind.SEALED, heads={"x": [3, "00"]}, events=3)
    assert keys(small) == ["verify.lost"]


@pytest.mark.parametrize("kind", [EventKind.SEALED, EventKind.ERASED, EventKind.FILE_OPENED])
def test_events_that_say_nothing_sensible(small: CeremonyFile, kind: EventKind) -> None:
    append(small, kind)
    assert keys(small) == ["verify.not_understood"]


def test_rows_that_say_nothing_sensible(small: CeremonyFile) -> None:
    append(small, EventKind.DETAILS_CHANGED, rows={"event": [1, "x"]})
    append(small, EventKind.DETAILS_CHANGED, rows=7)
    append(small, EventKind.DETAILS_CHANGED, rows={"person": 1})
    assert keys(small) == ["verify.rows", "verify.not_understood", "verify.not_understood"]


def test_a_report_ends_somewhere(small: CeremonyFile) -> None:
    for _ in range(MOST_PROBLEMS + 5):
        append(small, EventKind.SEALED)
    assert len(keys(small)) == MOST_PROBLEMS


def test_verify_sees_one_moment(small: CeremonyFile) -> None:
    """While it runs another door may write; nothing of that is a problem."""
    with opener().open(small.path) as other:
        reader = verify(other)
        door(small).scan(tokens(small)[0])
        assert reader.ok
        assert verify(other).ok
        assert not other.connection.in_transaction


def test_every_bound_table_is_named() -> None:
    assert TABLES == ("badge", "item", "person")
