"""A serial scanner on a pseudo terminal: read, pulled out, plugged in again."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.domain.errors import DeviceTrouble
from ceremony_app.domain.token import new_token
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.ui_kit.messages import MessageChannel, Notice
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.serial_ports import Port, SystemPorts
from ceremony_app.ui_kit.settings import Settings
from tests.helpers.scanners import Recorded, recorded_bytes

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="only on systems with ptys")


class Cable:
    """A scanner on its cable: plugged in as a pseudo terminal behind a name that stays."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ends: tuple[int, ...] = ()
        self.plug_in()

    def plug_in(self) -> None:
        self._ends = os.openpty()
        self.place.symlink_to(os.ttyname(self._ends[1]))

    def pull_out(self) -> None:
        self.place.unlink(missing_ok=True)
        for end in self._ends:
            os.close(end)
        self._ends = ()

    def send(self, data: bytes) -> None:
        os.write(self._ends[0], data)


class Desk(SystemPorts):
    """The one port of a desk; opened as the system's are."""

    def __init__(self, cable: Cable) -> None:
        self.cable = cable

    def all(self) -> list[Port]:
        place = self.cable.place
        return [Port(str(place), "Pemindai uji")] if place.exists() else []


class Reader:
    """Scanners on such a desk, and what they told."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.cable = Cable(folder / "ttyTEST")
        self.settings = Settings(folder / "settings.json")
        self.channel = MessageChannel()
        self.notices: list[Notice] = []
        self.channel.told.connect(self.notices.append)
        self.channel.listen()
        self.scanners = Scanners(application, self.channel, self.settings, Desk(self.cable))
        self.scans: list[Scan] = []
        self.page = QObject()
        self.scanners.inlet.receive(self.page, self.scans.append)

    @property
    def name(self) -> str:
        return str(self.cable.place)

    @property
    def said(self) -> list[str]:
        return [notice.text.key for notice in self.notices]


@pytest.fixture
def reader(qapp: QApplication, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(qapp, tmp_path)
    yield made
    made.scanners.close()
    made.cable.pull_out()


@pytest.mark.parametrize("stream", recorded_bytes(), ids=lambda one: one.name)
def test_kinds_of_serial_scanners(qtbot: QtBot, reader: Reader, stream: Recorded) -> None:
    reader.scanners.use_port(reader.name, 9600)
    for pause, data in stream.chunks:
        if pause > 100:
            qtbot.waitUntil(lambda: not reader.scanners.serial._stream.is_open)
        reader.cable.send(data)
    qtbot.waitUntil(lambda: [scan.text for scan in reader.scans] == stream.scans)
    assert {scan.source for scan in reader.scans} == {Source.SERIAL}


def test_a_port_that_is_pulled_out_is_said_and_comes_back(qtbot: QtBot, reader: Reader) -> None:
    reader.scanners.use_port(reader.name, 9600)
    token = new_token()
    reader.cable.pull_out()
    qtbot.waitUntil(lambda: reader.said == ["scan.serial.gone"])
    assert not reader.scanners.serial.is_open
    reader.cable.plug_in()
    qtbot.waitUntil(lambda: reader.said == ["scan.serial.gone", "scan.serial.there"])
    reader.cable.send(token.encode() + b"\r")
    qtbot.waitUntil(lambda: [scan.text for scan in reader.scans] == [token])


def test_the_port_of_the_last_time_is_read_when_scans_are_wanted(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.scanners.use_port(reader.name, 19200)
    reader.scanners.inlet.release(reader.page)
    assert not reader.scanners.serial.is_open
    reader.scanners.inlet.receive(reader.page, reader.scans.append)
    qtbot.waitUntil(lambda: reader.scanners.serial.is_open)
    assert reader.scanners.baud == 19200


def test_a_port_that_is_not_there_is_refused_in_a_sentence(reader: Reader) -> None:
    with pytest.raises(DeviceTrouble) as refused:
        reader.scanners.use_port("ttyNOWHERE", 9600)
    assert refused.value.message.key == "scan.serial.refused"
    assert not reader.scanners.serial.is_open


def test_no_port_is_a_choice(reader: Reader) -> None:
    reader.scanners.use_port(reader.name, 9600)
    reader.scanners.use_port("", 9600)
    assert not reader.scanners.serial.is_open
    assert reader.settings.now.choices["scanner_port"] == ""


def test_ports_of_this_machine_can_be_listed() -> None:
    assert all(port.name for port in SystemPorts().all())
