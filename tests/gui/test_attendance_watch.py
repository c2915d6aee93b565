"""The attendance is read beside the scans: at most once a pause, and only while it is in sight."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.door.attendance_watch import AttendanceWatch, Seen
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks

PAUSE_MS = 60


def test_a_crowd_is_read_in_few_pictures_and_the_last_is_right(
    qtbot: QtBot, desks: Desks, tools: Tools
) -> None:
    """Forty arrivals told one by one: fewer readings, and none of them is missing in the end."""
    desk = desks.open(40)
    tokens, session = list(desks.tokens(desk).values()), desk.session
    watch = AttendanceWatch(tools, desk, PAUSE_MS)
    seen: list[Seen] = []
    watch.changed.connect(seen.append)
    with qtbot.waitSignal(watch.changed):
        watch.start()
    readings = QSignalSpy(desks.pictures.busy_changed)

    def scan(token: str) -> None:
        def work(services: Services) -> None:
            services.door(session, "").scan(token)

        desk.ask(work, lambda _: desk.attendance_changed.emit())

    for token in tokens:
        scan(token)
    qtbot.waitUntil(lambda: seen[-1].picture.total.here == 40)
    assert len(seen[-1].away.missing()) == 0
    # Every reading makes the lane busy and idle again.
    assert readings.count() / 2 < len(tokens) / 2
    watch.stop()


def test_what_another_door_wrote_is_seen_without_a_word(
    qtbot: QtBot, desks: Desks, tools: Tools
) -> None:
    desk = desks.open(4)
    tokens = list(desks.tokens(desk).values())
    watch = AttendanceWatch(tools, desk, PAUSE_MS)
    with qtbot.waitSignal(watch.changed):
        watch.start()
    other = desks.open_file(desk.path)
    with qtbot.waitSignal(watch.changed) as found:
        desks.find(other, lambda services: services.door(other.session, "").scan(tokens[0]))
    assert found.args[0].picture.total.here == 1
    watch.stop()


def test_out_of_sight_nothing_is_read(qtbot: QtBot, desks: Desks, tools: Tools) -> None:
    desk = desks.open(4)
    watch = AttendanceWatch(tools, desk, PAUSE_MS)
    busy = QSignalSpy(desks.pictures.busy_changed)
    desk.attendance_changed.emit()
    desks.tokens(desk)
    assert busy.count() == 0
    with qtbot.waitSignal(watch.changed):
        watch.start()
    watch.stop()
    before = busy.count()
    desk.attendance_changed.emit()
    done: list[bool] = []
    desk.draw(lambda _file, _report: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    # Only what this test asked for made the lane busy and idle again.
    assert busy.count() == before + 2
