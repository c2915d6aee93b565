"""Three facts about everybody, and pledges set by hand."""

import pytest

from ceremony_app.console.record.pledge_words import attended_words, pledge_words
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import Person
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.paper_list import PaperLists
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.pledges import Overview, Pledges, Tally, ThreeFacts
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Seal
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.erase import erase_persons
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.rows import Brought
from ceremony_app.storage.verify import verify
from ceremony_app.storage.writer import Entry
from tests.helpers.ceremony_files import append, door, main_session, tokens
from tests.helpers.clocks import FakeClock


class Morning:
    """Four people came before the text was spoken, one came late, one not at all."""

    def __init__(self, file: CeremonyFile, clock: FakeClock) -> None:
        self.file, self.session = file, main_session(file)
        self.people = sorted(PeopleDesk(file).everyone(), key=lambda one: one.name)
        self.text = Preparation(file).text("").text
        self.pledges = Pledges(file)
        badges = tokens(file)
        for badge in badges[:4]:
            clock.run(2)
            door(file).scan(badge)
        clock.run(60)
        frozen = append(file, EventKind.ATTENDANCE_FROZEN, self.session.id, text=self.text.id)
        clock.run(60)
        door(file).scan(badges[4])
        append(
            file,
            EventKind.TEXT_COMPLETED,
            self.session.id,
            frozen=[frozen.writer, frozen.seq],
            how="shown",
            text=self.text.id,
        )

    def set(self, how: Pledge, *people: Person, reason: str = "") -> list[str]:
        events = self.pledges.set(people, how, self.text, self.session, reason)
        return [event.name for event in events]

    def overview(self) -> Overview:
        return self.pledges.overview(self.text, self.session)

    def of(self, person: Person) -> ThreeFacts:
        (found,) = (one for one in self.overview().facts if one.person.id == person.id)
        return found


@pytest.fixture
def morning(file: CeremonyFile, clock: FakeClock) -> Morning:
    return Morning(file, clock)


def test_presence_at_the_freeze_is_a_pledge_and_coming_late_is_none(morning: Morning) -> None:
    overview = morning.overview()
    assert overview.completed
    assert overview.frozen_at[11:16] == "07:31"
    assert [(one.is_here, one.pledged) for one in map(morning.of, morning.people)] == [
        *[(True, True)] * 4,
        (True, False),
        (False, False),
    ]
    assert morning.pledges.tally(morning.text, morning.session) == Tally(4, 1, 0, 0, 0)


def test_of_who_was_read_from_paper_nobody_claims_when_they_came(
    morning: Morning, clock: FakeClock
) -> None:
    """Typed in after the oath: neither pledged nor late, and counted apart."""
    clock.run(3600)
    lists = PaperLists(morning.file)
    printed, _ = lists.draft(new_id())
    with morning.file.transaction():
        made = Entry(EventKind.DOCUMENT_MADE, {"kind": "paper_list"})
        morning.file.append(made, Brought(items=(printed.item,)))
    number = printed.people.index(morning.people[5].id) + 1
    lists.record(printed, str(number), morning.session)
    one = morning.of(morning.people[5])
    assert (one.is_here, one.is_timed, one.pledged) == (True, False, False)
    assert morning.pledges.tally(morning.text, morning.session) == Tally(4, 1, 0, 0, 0, untimed=1)
    (read,) = Facts(morning.file).minutes(Choice(morning.session), Seal("", 0)).texts
    assert (read.present, read.latecomers, read.untimed) == (4, 1, 1)
    said = pledge_words(one, morning.overview())
    assert said.key == "pledges.untimed_at"
    assert attended_words(one).key == "pledges.came_paper"
    assert verify(morning.file).ok


def test_a_pledge_by_hand_says_who_when_and_why(morning: Morning) -> None:
    late = morning.people[4]
    (event,) = morning.set(Pledge.SPOKEN, late, reason="  berikrar di  pos jaga ")
    hand = morning.of(late).by_hand
    assert hand is not None
    assert (hand.how, hand.reason, hand.event) == (Pledge.SPOKEN, "berikrar di pos jaga", event)
    assert morning.of(late).pledged
    assert verify(morning.file).ok


def test_a_pledge_is_claimed_for_nobody_without_a_reason(morning: Morning) -> None:
    before = Journal(morning.file).count()
    with pytest.raises(Refused) as refused:
        morning.set(Pledge.SPOKEN, *morning.people[4:], reason=" ")
    assert refused.value.message.key == "pledges.no_reason"
    assert Journal(morning.file).count() == before


@pytest.mark.parametrize("how", [Pledge.NOT_FOLLOWED, Pledge.LEFT_EARLY])
def test_what_is_neutral_needs_no_reason_and_takes_the_pledge_away(
    morning: Morning, how: Pledge
) -> None:
    first = morning.people[0]
    morning.set(how, first)
    one = morning.of(first)
    assert one.by_hand is not None
    assert (one.pledged, one.by_hand.how, one.by_hand.reason) == (False, how, "")
    assert one.is_here, "attended and pledged are two facts"
    assert verify(morning.file).ok


def test_several_are_set_at_once_and_the_latest_counts(morning: Morning) -> None:
    first, second, third = morning.people[:3]
    morning.set(Pledge.LEFT_EARLY, first, second, third)
    morning.set(Pledge.NOT_FOLLOWED, second)
    (event,) = morning.set(Pledge.SPOKEN, third, reason="terlihat oleh protokol")
    morning.set(Pledge.SPOKEN, morning.people[5], reason="di pos jaga")
    assert morning.pledges.tally(morning.text, morning.session) == Tally(
        present=1, late=1, spoken=2, not_followed=1, left_early=1
    )
    CheckIn(morning.file, morning.session, "").undo(event, "salah orang")
    hand = morning.of(third).by_hand
    assert hand is not None
    assert hand.how is Pledge.LEFT_EARLY, "what was set before counts again"


def test_taking_everything_back_leaves_presence(morning: Morning) -> None:
    (event,) = morning.set(Pledge.NOT_FOLLOWED, morning.people[0])
    CheckIn(morning.file, morning.session, "").undo(event, "keliru")
    one = morning.of(morning.people[0])
    assert (one.pledged, one.by_hand) == (True, None)
    assert verify(morning.file).ok


def test_another_text_and_another_session_know_nothing_of_it(morning: Morning) -> None:
    later = Sessions(morning.file).add("susulan")
    morning.set(Pledge.NOT_FOLLOWED, morning.people[0])
    assert morning.pledges.by_hand(morning.text, later) == {}
    overview = morning.pledges.overview(morning.text, later)
    assert (overview.frozen_at, overview.completed) == ("", False)


def test_a_row_that_was_joined_hands_its_pledge_on(morning: Morning) -> None:
    absent, guest = morning.people[5], door(morning.file).guest("Tamu", "")[0]
    morning.set(Pledge.SPOKEN, guest, reason="terlihat")
    PeopleDesk(morning.file).join(guest, absent)
    one = morning.of(absent)
    assert one.pledged
    assert one.by_hand is not None
    assert verify(morning.file).ok


def test_signatures_are_a_third_fact(morning: Morning) -> None:
    pact = Preparation(morning.file).details().pacts[0]
    absent = morning.people[5]
    Signing(morning.file).sign(pact, absent, morning.session, SignatureSource.RETURNED_SHEET)
    one = morning.of(absent)
    assert (one.is_here, one.pledged, one.signed) == (False, False, 1)


def test_a_reason_is_erased_with_its_person(morning: Morning) -> None:
    late = morning.people[4]
    morning.set(Pledge.SPOKEN, late, reason="berikrar di pos jaga")
    erase_persons(morning.file, [late.id], "masa simpan berakhir")
    hand = morning.pledges.by_hand(morning.text, morning.session)[late.id]
    assert (hand.how, hand.reason) == (Pledge.SPOKEN, "")
    assert late.id in Attendance(morning.file).pledged(morning.session.id, morning.text.id)
    assert verify(morning.file).ok
