"""The clock may lie: it is noticed, said with what is kept, recorded, and the order holds."""

from datetime import timedelta
from pathlib import Path

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Catalogue
from ceremony_app.services.clock_watch import ClockWatch, doubts_at_start, record_jump
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.papers import Papers
from ceremony_app.services.record import Seal
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, door, main_session, new_file, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.pdf_pages import text_of

INDONESIAN = Catalogue.read(LOCATOR.translations, "id")
HOURS = {Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}


@pytest.mark.parametrize("zone", list(Zone))
@pytest.mark.parametrize(
    ("to", "key", "by"),
    [
        ("2023-02-12T23:30:00+00:00", "clock.set_back", "60 menit"),
        ("2023-02-13T00:31:00+00:00", "clock.set_forward", "60 detik"),
        ("2023-02-13T03:30:00+00:00", "clock.set_forward", "3 jam"),
        ("2010-01-01T00:00:00+00:00", "clock.set_back", "4791 hari"),
    ],
)
def test_a_set_clock_is_said_once(to: str, key: str, by: str, zone: Zone) -> None:
    clock = FakeClock()
    watch = ClockWatch(clock)
    clock.set_wall(to)
    doubt = watch.look(zone)
    assert doubt is not None
    said = INDONESIAN.say(doubt.said)
    assert doubt.said.key == key
    assert f"{by};" in said
    assert f" {zone.value}" in said
    assert "tetap tersimpan" in said
    assert watch.look(zone) is None


def test_a_time_server_that_pulls_slowly_is_no_jump() -> None:
    clock = FakeClock()
    watch = ClockWatch(clock)
    for _ in range(30):
        clock.run(1)
        clock.set_wall((clock.now() + timedelta(seconds=0.5)).isoformat())
        assert watch.look(Zone.WIB) is None


@pytest.mark.parametrize("zone", list(Zone))
def test_a_flat_battery_is_said_at_start(tmp_path: Path, zone: Zone) -> None:
    path = tmp_path / "upacara.ikrar"
    with new_file(path) as file:
        door(file).scan(tokens(file)[0])
    flat = FakeClock("2010-01-01T00:00:00+00:00")
    offset = timedelta(hours=HOURS[zone])
    with opener(flat).open(path) as file:
        (doubt,) = doubts_at_start(file, flat, zone, offset)
        assert doubt.said.key == "clock.behind"
        assert f"0{HOURS[zone]}.00 {zone.value}" in INDONESIAN.say(doubt.said)
        answer = door(file).scan(tokens(file)[1])
        newest = Journal(file).latest(1)[0]
        assert newest.name == answer.event
        assert verify(file).ok


def test_a_clock_that_is_right_has_nothing_said(file: CeremonyFile, clock: FakeClock) -> None:
    door(file).scan(tokens(file)[0])
    assert doubts_at_start(file, clock, Zone.WIB, timedelta(hours=7)) == []
    clock.set_wall("2023-02-13T00:29:00+00:00")
    assert doubts_at_start(file, clock, Zone.WIB, timedelta(hours=7)) == []


def test_another_zone_is_a_remark(file: CeremonyFile, clock: FakeClock) -> None:
    (remark,) = doubts_at_start(file, clock, Zone.WITA, timedelta(hours=7))
    assert (remark.is_grave, remark.said.key) == (False, "clock.other_zone")


def test_a_jump_is_recorded_at_once_and_only_once(file: CeremonyFile, clock: FakeClock) -> None:
    first = door(file).scan(tokens(file)[0])
    clock.set_wall("2023-02-12T00:30:00+00:00")
    record_jump(file)
    record_jump(file)
    second = door(file).scan(tokens(file)[1])
    (jump,) = Journal(file).of_kind(EventKind.CLOCK_JUMPED)
    assert body_of(jump)["milliseconds"] == -86_400_000
    order = [event.name for event in reversed(Journal(file).latest(3))]
    assert order == [first.event, jump.name, second.event]
    assert verify(file).ok


def test_the_minutes_say_what_happened_to_the_clock(
    file: CeremonyFile, clock: FakeClock, tmp_path: Path
) -> None:
    """What was set before the first arrival concerns nobody."""
    clock.set_wall("2023-02-13T00:20:00+00:00")
    door(file).scan(tokens(file)[0])
    clock.set_wall("2023-02-13T03:20:00+00:00")
    door(file).scan(tokens(file)[1])
    choice = Choice(main_session(file))
    (jump,) = Facts(file).minutes(choice, Seal("", 0)).clock_jumps
    assert jump.seconds == 10_800
    out = tmp_path / "berita-acara.pdf"
    Papers(file, Stationery.of(LOCATOR)).minutes(out, choice)
    words = " ".join(text_of(out).split())
    assert "dimajukan 3 jam, menjadi Senin, 13 Februari 2023 pukul 10.20 WIB" in words
