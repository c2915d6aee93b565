"""Who works at a door is typed there, and stands beside everything that is written from then on."""

from ceremony_app.console.desk import Services
from ceremony_app.domain.events import EventKind
from ceremony_app.services.operators import Operators
from ceremony_app.storage.journal import Journal
from ceremony_app.ui_kit.scanners import Scanners
from tests.helpers.door_room import Door


def scanned_by(services: Services) -> list[str]:
    """The operators of all scans, the newest first."""
    names = Operators(services.file)
    scans = Journal(services.file).newest(20, {EventKind.SCAN.value})
    return [names[event.writer] for event in scans]


def test_the_clerk_who_takes_over_is_named(door: Door) -> None:
    field = door.page.header.operator
    door.scan(door.tokens[door.names[0]])
    door.wait_for_count("1 / 12")
    field.setFocus()
    door.hands.type("Siti Petugas\r")
    door.qtbot.waitUntil(lambda: door.desk.operator == "Siti Petugas")
    door.scan(door.tokens[door.names[1]])
    door.wait_for_count("2 / 12")
    assert door.desks.find(door.desk, scanned_by) == ["Siti Petugas", ""]
    field.setText("  ")
    field.editingFinished.emit()
    assert field.text() == "Siti Petugas", "an empty name takes nobody's place"


def test_papers_are_made_in_the_same_name(door: Door) -> None:
    """The lane of pictures has a chain of its own, opened before or after."""
    made: list[str] = []
    for name in ("Siti", "Rini"):
        door.page.header.operator.setText(name)
        door.page.header.operator.editingFinished.emit()
        door.desk.draw(lambda file, _: file.opener.opening.operator, made.append)
    door.qtbot.waitUntil(lambda: made == ["Siti", "Rini"])


def test_nobody_takes_over_while_the_hall_is_live(door: Door, scanners: Scanners) -> None:
    class Keys:
        def deed(self, _: object) -> str:
            return ""

        def do(self, deed: str) -> None:
            raise AssertionError(deed)

    keys = Keys()
    scanners.gate.lend(keys)
    told: list[str] = []
    door.tools.channel.told.connect(lambda notice: told.append(notice.text.key))
    door.tools.channel.listen()
    door.page.header.operator.setText("Siti")
    door.page.header.operator.editingFinished.emit()
    assert told == ["door.operator.hall_live"]
    assert (door.desk.operator, door.page.header.operator.text()) == ("", "")
    scanners.gate.take_back(keys)
