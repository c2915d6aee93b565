"""What other doors wrote is told one by one, or as a whole; what this one wrote is no news."""

from ceremony_app.domain.status import Status
from ceremony_app.services.other_doors import MOST_ONE_BY_ONE, NOTHING, OtherDoors
from ceremony_app.services.people import PeopleDesk
from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import (
    bring_in,
    door,
    made_up_staff,
    main_session,
    opener,
    tokens,
)


def test_only_what_others_wrote_is_news(file: CeremonyFile) -> None:
    here = OtherDoors(file)
    badges = tokens(file)
    assert here.look() == NOTHING
    first = door(file).scan(badges[0])
    assert here.look() == NOTHING
    with opener().open(file.path) as east:
        came = door(east, "Timur").scan(badges[1])
        door(east, "Timur").scan(badges[1])
        door(east, "Timur").scan("salah baca")
        news = here.look()
        (arrival,) = news.arrivals[main_session(file).id]
        assert (arrival.event, arrival.door, news.whole) == (came.event, "Timur", False)
        assert here.look() == NOTHING
        here_already = {one.person.name for one in (first, came) if one.person}
        missing = (p for p in PeopleDesk(east).everyone() if p.name not in here_already)
        door(east, "Timur").mark(next(missing), Status.LEAVE)
        assert here.look().whole


def test_thousands_that_come_home_at_once_are_read_as_a_whole(file: CeremonyFile) -> None:
    bring_in(file, made_up_staff(MOST_ONE_BY_ONE + 10))
    here = OtherDoors(file)
    with opener().open(file.path) as east:
        for badge in tokens(east)[: MOST_ONE_BY_ONE + 1]:
            door(east, "Timur").scan(badge)
    assert here.look().whole
