"""Three copies of one ceremony, used at will, come home in every order: one and the same answer."""

import shutil
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ceremony_app.domain.events import EventKind
from ceremony_app.services.checkin import PersonState
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.merge import take_in
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, new_file, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.other_laptops import copy_with

_PEOPLE = 4
_STARTS = (
    "2023-02-13T00:30:00+00:00",
    "2023-02-13T00:31:30+00:00",
    "2010-01-01T00:00:00+00:00",
    "2040-01-01T00:00:00+00:00",
)
"""Two clocks that are right, a flat battery, and a laptop that lives in the future."""

deeds = st.lists(
    st.tuples(st.sampled_from(["scan", "undo", "wait"]), st.integers(0, _PEOPLE - 1)), max_size=6
)
laptops = st.tuples(*(st.tuples(st.sampled_from(_STARTS), deeds) for _ in range(3)))

Known = tuple[dict[str, str], list[PersonState]]


def used(file: CeremonyFile, name: str, clock: FakeClock, doing: list[tuple[str, int]]) -> None:
    north, badges = door(file, name), tokens(file)
    recorded: list[str] = []
    for deed, number in doing:
        clock.run(1)
        if deed == "scan":
            answer = north.scan(badges[number])
            recorded += [answer.event] if answer.verdict == "recorded" else []
        elif deed == "undo" and recorded:
            north.undo(recorded.pop(), "keliru")
        else:
            clock.run(45)


def come_home(origin: Path, home: Path, others: tuple[Path, ...]) -> Known:
    """Everything that others recorded, by name and hash, and who came when and where."""
    shutil.copy(origin, home)
    with opener().open(home) as file:
        for other in (*others, others[0]):
            take_in(file, other)
        assert verify(file).ok
        events = Journal(file).latest(10_000)
        merging = {one.writer for one in events if one.kind == EventKind.COPY_MERGED}
        foreign = {one.name: one.hash.hex() for one in events if one.writer not in merging}
        return foreign, door(file).states()


@settings(max_examples=6, deadline=None)
@given(laptops)
def test_any_order_gives_the_same_events_and_answers(
    each: tuple[tuple[str, list[tuple[str, int]]], ...],
) -> None:
    with TemporaryDirectory() as folder:
        origin = Path(folder) / "upacara.ikrar"
        with new_file(origin, _PEOPLE):
            pass
        copies = []
        for number, (start, doing) in enumerate(each):
            clock, name = FakeClock(start), f"Pintu {number}"
            copies.append(
                copy_with(
                    origin,
                    f"copy-{number}.ikrar",
                    lambda file, n=name, c=clock, d=doing: used(file, n, c, d),  # type: ignore[misc]
                    clock,
                )
            )
        known = [
            come_home(origin, Path(folder) / f"home-{number}.ikrar", order)
            for number, order in enumerate(permutations(copies))
        ]
    assert all(one == known[0] for one in known)


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
