"""The door: verdicts in their order, what is taken back, who is written down."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.status import Status
from ceremony_app.domain.token import new_token
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, main_session, new_file, opener, tokens
from tests.helpers.clocks import FakeClock


def named(file: CeremonyFile) -> list[Person]:
    return sorted(PeopleDesk(file).everyone(), key=lambda person: person.name)


def refusal(work: object, *arguments: object) -> str:
    with pytest.raises(Refused) as caught:
        work(*arguments)  # type: ignore[operator]
    return caught.value.message.key


def test_the_order_of_the_verdicts(file: CeremonyFile) -> None:
    """Each is decided before those that follow it, whatever else holds too."""
    badges, people, desk = tokens(file), named(file), PeopleDesk(file)
    north = door(file)
    arrived = north.scan(badges[0])
    desk.revoke(people[0])
    Sessions(file).close(main_session(file))
    assert north.scan(badges[0][:-1]).verdict is Verdict.MALFORMED
    assert north.scan(new_token()).verdict is Verdict.UNKNOWN
    revoked = north.scan(badges[0])
    assert revoked.verdict is Verdict.REVOKED, "before closed and already"
    assert revoked.first_at == arrived.at
    closed = north.scan(badges[1])
    assert closed.verdict is Verdict.CLOSED
    assert closed.person is not None
    Sessions(file).open(main_session(file))
    assert north.scan(badges[1]).verdict is Verdict.RECORDED
    scans = [event for event in reversed(Journal(file).latest(100)) if event.kind == "scan"]
    said = [str(body_of(event)["verdict"]) for event in scans]
    assert said == ["recorded", "malformed", "unknown", "revoked", "closed", "recorded"]


@pytest.mark.parametrize(
    ("scanned", "shape"),
    [
        ("3578011212700001", "digits"),
        ("rahasia", "letters"),
        ("", "empty"),
        ("IK12", "near_token"),
        ("https://contoh.id/?q=1", "address"),
        ("p4ssword!", "mixed"),
        ("\ud800", "mixed"),
    ],
)
def test_what_was_mistyped_is_never_kept(file: CeremonyFile, scanned: str, shape: str) -> None:
    answer = door(file).scan(scanned)
    assert (answer.verdict, answer.token, answer.person) == (Verdict.MALFORMED, "", None)
    event = Journal(file).event(answer.event)
    body = body_of(event)
    assert (body["length"], body["shape"]) == (len(scanned), shape)
    if len(scanned) > 4:
        assert scanned not in event.body
    again = body_of(Journal(file).event(door(file).scan(scanned).event))
    assert again["salted"] != body["salted"], "two equal slips do not look equal"


def test_an_answer_says_where_its_event_is(file: CeremonyFile) -> None:
    answer = door(file, " Pintu  Utara ").scan(tokens(file)[0])
    event = Journal(file).event(answer.event)
    assert (event.seq, event.kind, event.door) == (answer.seq, "scan", "Pintu Utara")
    assert event.person == named(file)[0].id


def test_a_door_with_control_characters(file: CeremonyFile) -> None:
    assert refusal(CheckIn, file, main_session(file), "a\x00b") == "checkin.door_name"


# Taking back


def test_undo_and_scan_again(file: CeremonyFile, clock: FakeClock) -> None:
    badge, north = tokens(file)[0], door(file)
    first = north.scan(badge)
    already = north.scan(badge)
    clock.run(10)
    north.undo(first.event, "kartu orang lain")
    assert north.present_count() == 0
    again = north.scan(badge)
    assert again.verdict is Verdict.RECORDED
    assert again.first_at == again.at != first.at
    assert refusal(north.undo, first.event, "lagi") == "checkin.undone_already"
    assert refusal(north.undo, already.event, "x") == "checkin.nothing_to_undo"
    assert refusal(north.undo, again.event, "  ") == "checkin.no_reason"
    assert refusal(north.undo, "x:99", "x") == "storage.no_such_event"
    assert verify(file).ok


def test_after_an_undo_the_first_time_that_still_stands(
    file: CeremonyFile, clock: FakeClock
) -> None:
    person, badge, north = named(file)[0], tokens(file)[0], door(file)
    first = north.scan(badge)
    clock.run(60)
    by_hand = door(file, "Meja").mark(person, Status.LATE)
    north.undo(first.event, "keliru")
    answer = north.scan(badge)
    assert answer.verdict is Verdict.ALREADY
    assert (answer.first_at, answer.first_door) == (by_hand.local, "Meja")
    assert verify(file).ok


def test_undo_of_a_mark_brings_the_one_before_back(file: CeremonyFile) -> None:
    person, north = named(file)[0], door(file)
    north.mark(person, Status.LEAVE)
    second = north.mark(person, Status.SICK)
    assert state_of(file, person).status is Status.SICK
    north.undo(second.name, "salah orang")
    assert state_of(file, person).status is Status.LEAVE
    assert verify(file).ok


def test_a_number_alone_is_enough_where_it_is_clear(file: CeremonyFile) -> None:
    answer = door(file).scan(tokens(file)[0])
    door(file).undo(str(answer.seq), "keliru")
    assert door(file).present_count() == 0


def state_of(file: CeremonyFile, person: Person):  # type: ignore[no-untyped-def]
    return next(state for state in door(file).states() if state.person.id == person.id)


# By hand


def test_an_absence_is_no_arrival(file: CeremonyFile) -> None:
    person, north = named(file)[0], door(file)
    north.mark(person, Status.ASSIGNED_ELSEWHERE, "ST-12/2023")
    assert state_of(file, person).status is Status.ASSIGNED_ELSEWHERE
    assert north.present_count() == 0
    assert north.scan(tokens(file)[0]).verdict is Verdict.RECORDED
    assert state_of(file, person).status is Status.PRESENT
    assert refusal(north.mark, person, Status.SICK) == "checkin.is_present"
    north.mark(person, Status.LATE)
    assert state_of(file, person).status is Status.LATE
    assert verify(file).ok


def test_a_note_is_not_in_the_events(file: CeremonyFile) -> None:
    event = door(file).mark(named(file)[0], Status.EXCUSED, "  mengantar  anak ")
    assert "mengantar" not in event.body


def test_a_guest(file: CeremonyFile) -> None:
    guest, event = door(file, "Timur").guest(" A.  Warits ", "Ketua", "Bawaslu")
    assert (guest.name, guest.kind) == ("A. Warits", PersonKind.GUEST)
    assert state_of(file, guest).status is Status.PRESENT
    assert guest.name not in event.body
    assert door(file).present_count() == 1
    held = PeopleDesk(file).badge(guest)
    assert held is not None
    assert door(file).scan(held.token).verdict is Verdict.ALREADY
    assert sum(division.people for division in door(file).divisions()) == 6, "guests have none"
    assert refusal(door(file).guest, "  ", "Ketua") == "checkin.guest_name"


def test_a_guest_after_another_door_closed_the_session(file: CeremonyFile) -> None:
    north = door(file)
    with opener().open(file.path) as other:
        Sessions(other).close(main_session(other))
    assert refusal(north.guest, "Tamu", "Ketua") == "checkin.closed"


def test_counts_by_division(file: CeremonyFile) -> None:
    for badge in tokens(file)[:4]:
        door(file).scan(badge)
    found = {d.name: (d.people, d.present) for d in door(file).divisions()}
    assert found == {"Divisi 0": (2, 2), "Divisi 1": (2, 1), "Divisi 2": (2, 1)}


class Hands:
    """Somebody who does one thing after the other at a ceremony of five."""

    def __init__(self, file: CeremonyFile) -> None:
        self.file = file
        self.people, self.badges = named(file), tokens(file)
        self.desk, self.north = PeopleDesk(file), door(file)
        self.events: list[str] = []

    def scan(self, who: int) -> None:
        self.events.append(self.north.scan(self.badges[who]).event)

    def mark(self, who: int) -> None:
        self.events.append(self.north.mark(self.people[who], list(Status)[who]).name)

    def undo(self, which: int) -> None:
        if self.events:
            self.north.undo(self.events[which % len(self.events)], "x")

    def join(self, who: int) -> None:
        self.desk.join(self.people[who], self.people[(who + 1) % 5])

    def reissue(self, who: int) -> None:
        self.desk.reissue(self.people[who])

    def turn(self, _: int) -> None:
        sessions = Sessions(self.file)
        turn = sessions.close if sessions.main().open else sessions.open
        turn(sessions.main())

    def guest(self, _: int) -> None:
        self.events.append(self.north.guest("Tamu", "Ketua")[1].name)

    def correct(self, who: int) -> None:
        self.desk.correct(self.people[who]._replace(active=who % 2 == 0))


DEEDS = [Hands.scan, Hands.mark, Hands.undo, Hands.join, Hands.reissue, Hands.turn, Hands.guest]
STEPS = st.lists(
    st.tuples(st.sampled_from([*DEEDS, Hands.correct]), st.integers(0, 4)), max_size=14
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_happens_the_derived_tables_agree(
    steps: list[tuple[Callable[[Hands, int], None], int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Any order of scans and corrections leaves a record that verifies."""
    with new_file(tmp_path_factory.mktemp("any") / "a.ikrar", 5) as file:
        hands = Hands(file)
        for deed, which in steps:
            with suppress(Refused):
                deed(hands, which)
        found = verify(file)
        assert found.ok, found.problems
