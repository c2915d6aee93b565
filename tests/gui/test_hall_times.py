"""What runs beside the picture: times, counts, words to the leader."""

from PySide6.QtCore import Qt

from ceremony_app.console.desk import Services
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.domain.people import Role
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.ui_kit.running_show import Place
from tests.helpers.hall_room import HallRoom, room

__all__ = ["room"]


def test_times_run_by_the_clock_and_overruns_are_said(room: HallRoom) -> None:
    room.go_live()
    room.clock.run(61)
    room.page.teller.tick()
    assert room.page.face.beside.cue.timer.text() == "01:01"
    assert room.page.face.beside.cue.planned.text() == "dari 05:00"
    room.do(Deed.NEXT)
    room.clock.run(335)
    room.page.teller.tick()
    rows = room.page.face.programme.rows()
    assert (rows[0].spent, rows[0].over) == ("01:01", "")
    assert (rows[1].spent, rows[1].over) == ("05:35", "lewat 00:35")
    assert room.page.face.beside.cue.over.text() == "lewat 00:35"
    assert room.page.face.air.clock.text() == "08.06"
    assert rows[1].about[0] == "08.00"


def test_a_cue_says_who_speaks_and_what_not_to_forget(room: HallRoom) -> None:
    room.jump(room.text_cue())
    cue = room.page.face.beside.cue
    assert cue.speaker.text() == "Pembicara: Tejo"
    assert cue.note.text() == "Mikrofon dua"
    room.jump(0)
    assert cue.speaker.isHidden()
    assert cue.note.isHidden()


def test_words_reach_the_leader_and_are_cleared_by_key(room: HallRoom) -> None:
    room.press(Qt.Key.Key_1, "1")
    room.qtbot.waitUntil(lambda: room.fake.told[-1].message == "Lebih pelan")
    shown = room.page.face.beside.cue.message
    assert (shown.text(), shown.isVisible()) == ("Podium melihat: Lebih pelan", True)
    room.press(Qt.Key.Key_0, "0")
    room.qtbot.waitUntil(lambda: room.fake.told[-1].message == "")
    assert not shown.isVisible()
    room.press(Qt.Key.Key_M, "m")
    sheet = room.page.sheets.message
    room.qtbot.waitUntil(sheet.isVisible)
    assert sheet.missing.isVisible()
    room.type("Ulangi butir dua")
    field = sheet.own
    room.qtbot.waitUntil(lambda: field.value == "Ulangi butir dua")
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.fake.told[-1].message == "Ulangi butir dua")
    assert sheet.shown.text() == "Podium melihat: Ulangi butir dua"
    room.page.sheets.screens.podium.click()
    assert room.fake.is_open(Place.PODIUM)
    assert sheet.missing.isHidden()
    sheet.clear.click()
    assert room.fake.told[-1].message == ""


def test_what_ticks_paints_no_picture_again(room: HallRoom) -> None:
    room.go_live()
    room.do(Deed.NEXT)
    room.qtbot.waitUntil(lambda: room.fake.told[-1].expected == 5)
    told = len(room.fake.told)
    changed: list[int] = []
    room.page.teller.pictured.connect(lambda: changed.append(1))
    for _ in range(5):
        room.clock.run(1)
        room.page.teller.tick()
    assert len(room.fake.told) == told + 5
    assert room.fake.told[-1].pacing.elapsed == 5
    room.page.teller.tick()
    assert len(room.fake.told) == told + 5, "nothing new, nothing told"
    assert changed == []


def test_arrivals_reach_the_hall(room: HallRoom) -> None:
    def come(services: Services) -> None:
        door = services.door(services.sessions.main(), "Timur")
        for token in [badge.token for badge in services.people.badges().values()][:3]:
            door.scan(token)

    room.find(come)
    room.desk.attendance_changed.emit()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].present == 3)
    live = room.fake.told[-1]
    assert live.arrivals is not None
    assert live.arrivals.counts[-1] == 3
    assert sum(division.present for division in live.divisions) == 3


def test_what_another_door_wrote_is_found_while_the_hall_counts(room: HallRoom) -> None:
    room.go_live()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].expected == 5)

    def come(services: Services) -> None:
        person = services.people.everyone()[0]
        services.door(services.sessions.main(), "Barat").guest("Tamu", "Bawaslu")
        services.people.add(person._replace(id="another", id_number=""))

    room.find(come)
    for _ in range(4):
        room.clock.run(1)
        room.page.teller.tick()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].expected == 6)


def test_the_hall_shows_who_signs_as_the_table_marks_it(room: HallRoom) -> None:
    """The one whose turn it is comes by itself."""
    details = room.show.show.details
    first, second, *_ = details.with_role(Role.REPRESENTATIVE)
    room.jump(next(at for at, cue in enumerate(room.show.show.cues) if cue.pact))
    room.go_live()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].signing == first.id)
    assert room.fake.told[-1].signed == frozenset()

    def sign(services: Services) -> None:
        session = services.sessions.main()
        services.signing.sign(details.pacts[0], first, session, SignatureSource.OPERATOR)

    room.find(sign)
    room.desk.attendance_changed.emit()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].signing == second.id)
    assert room.fake.told[-1].signed == {first.id}
