"""Sessions of a ceremony."""

import pytest

from ceremony_app.domain.errors import Refused
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import tokens


def test_the_main_session_is_open_from_the_start(file: CeremonyFile) -> None:
    (main,) = Sessions(file).all()
    assert (main.number, main.name, main.open, main.main) == (1, "utama", True, True)


def test_a_follow_up_session(file: CeremonyFile) -> None:
    added = Sessions(file).add("  Susulan  pos jaga ")
    assert (added.number, added.name, added.open, added.main) == (
        2,
        "Susulan pos jaga",
        True,
        False,
    )
    sessions = Sessions(file)
    assert [session.number for session in sessions.all()] == [1, 2]
    assert sessions.find("") == sessions.find("1") == sessions.find("UTAMA") == sessions.main()
    assert sessions.find("2") == sessions.find("susulan pos jaga") == added
    assert verify(file).ok


@pytest.mark.parametrize(
    ("name", "key"),
    [("", "session.no_name"), (" \t", "session.no_name"), ("Utama", "session.exists")],
)
def test_names_that_are_refused(file: CeremonyFile, name: str, key: str) -> None:
    with pytest.raises(Refused) as caught:
        Sessions(file).add(name)
    assert caught.value.message.key == key
    assert len(Sessions(file).all()) == 1


def test_an_unknown_one_names_those_that_there_are(file: CeremonyFile) -> None:
    Sessions(file).add("susulan")
    with pytest.raises(Refused) as caught:
        Sessions(file).find("besok")
    assert caught.value.message.values == {"name": "besok", "known": "1 utama, 2 susulan"}


def test_closing_and_opening_is_recorded_once(file: CeremonyFile) -> None:
    sessions, journal = Sessions(file), Journal(file)
    sessions.close(sessions.main())
    events = journal.count()
    assert not sessions.main().open
    sessions.close(sessions.main())
    assert journal.count() == events
    sessions.open(sessions.main())
    sessions.open(sessions.main())
    assert journal.count() == events + 1
    assert sessions.main().open
    assert verify(file).ok


def test_each_session_has_its_own_counts(file: CeremonyFile) -> None:
    sessions = Sessions(file)
    later = sessions.add("susulan")
    badges = tokens(file)
    for badge in badges[:3]:
        CheckIn(file, sessions.main(), "").scan(badge)
    CheckIn(file, later, "").scan(badges[0])
    counted = sessions.counted()
    assert [(one.session.number, one.present, one.pledged) for one in counted] == [
        (1, 3, 0),
        (2, 1, 0),
    ]
    assert sessions.by_id(later.id) == later
    with pytest.raises(LookupError):
        sessions.by_id("nobody")
