"""A door that is left to itself: what strangers can do there, and what they cannot."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.door.kiosk import KioskWindow
from ceremony_app.console.door.page import DoorPage
from ceremony_app.console.door.pin_strip import in_words
from ceremony_app.console.window import Window
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.events import EventKind
from ceremony_app.services.lock import FREE_GUESSES, Lock
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.writer import Entry
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.keyboard import Hands
from tests.helpers.pins import quick_hasher
from tests.helpers.windows import LOCATOR

PIN = "2468"


class Locked:
    """A door's window, and whoever stands before it."""

    def __init__(
        self, qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners, desk: Desk
    ) -> None:
        self.qtbot, self.desks, self.desk = qtbot, desks, desk
        self.hands = Hands()
        self.window = Window(tools, "door")
        sounds = Sounds(LOCATOR.sounds, muted=True)
        self.page = DoorPage(tools, desk, scanners, sounds, "Pintu Utara")
        self.window.show_page(self.page)
        qtbot.addWidget(self.window)
        self.window.show()
        self.page.arrive()
        qtbot.waitUntil(lambda: self.page.header._figure.text() == "0 / 12")

    @property
    def kiosk(self) -> KioskWindow:
        found = self.page.locking.kiosk
        assert found is not None
        return found

    def set_pin(self) -> None:
        def work(services: Services) -> int:
            Lock(services.file, SystemClock(), "Pintu Utara", quick_hasher).set(PIN)
            return len(PIN)

        self.desks.find(self.desk, work)

    def lock(self) -> None:
        self.set_pin()
        self.page.locking.begin()
        self.qtbot.waitUntil(lambda: self.page.locking.kiosk is not None)
        self.kiosk.activateWindow()
        self.qtbot.waitUntil(self.kiosk.isActiveWindow)

    def guess(self, pin: str) -> None:
        self.kiosk.pin.pin.value = pin
        self.kiosk.pin.agree.click()

    def wait_for_answer(self, words: str) -> None:
        """The question stands again, and says what was wrong."""

        def said() -> bool:
            asked = self.page.confirm.rows.get("pin")
            return asked is not None and words in asked.complaint

        self.qtbot.waitUntil(said)

    def wait_for_complaint(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.kiosk.pin.pin.complaint)


@pytest.fixture
def door(qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners) -> Iterator[Locked]:
    made = Locked(qtbot, desks, tools, scanners, desks.open(12))
    yield made
    made.page.locking._release()


def test_a_locked_door_scans_and_says_its_verdict(door: Locked) -> None:
    tokens = door.desks.tokens(door.desk)
    name = next(iter(tokens))
    door.lock()
    assert not door.window.isVisible()
    door.hands.scan(tokens[name])
    door.qtbot.waitUntil(lambda: door.kiosk.panel.answer.name == name)
    assert door.kiosk.panel.answer.word == "HADIR"
    assert door.kiosk.panel.answer.keys == ()


def test_nothing_but_search_and_the_lock_can_be_reached(door: Locked) -> None:
    door.lock()
    buttons = [b.text() for b in door.kiosk.findChildren(QPushButton) if b.isVisible()]
    fields = [f for f in door.kiosk.findChildren(QLineEdit) if f.isVisible()]
    assert buttons == ["Buka kunci…"]
    assert fields == [door.kiosk.field]
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
        door.hands.press("", key=int(key))
    assert not door.page.confirm.isVisible()


def test_names_are_shown_after_three_letters_only(door: Locked) -> None:
    name = next(name for name in door.desks.tokens(door.desk) if name.startswith("Sri"))
    door.lock()
    for typed, some in (("", False), ("sr", False), ("196", False), ("sri", True)):
        door.kiosk.field.setText(typed)
        assert bool(door.kiosk.names.rows_model.rows) is some, typed
    assert name in [state.person.name for state in door.kiosk.names.rows_model.rows]
    door.kiosk.show_answer(door.kiosk.panel.answer)
    assert not door.kiosk.names.rows_model.rows


def test_a_name_that_nobody_has_is_said(door: Locked) -> None:
    door.lock()
    assert door.kiosk.names.accessibleDescription() == ""
    door.kiosk.field.setText("zzzz")
    assert "Tidak ada nama yang cocok" in door.kiosk.names.accessibleDescription()


@pytest.mark.parametrize("way", ["button", "escape", "close"])
def test_every_way_out_asks_for_the_pin(door: Locked, way: str) -> None:
    door.lock()
    kiosk: QWidget = door.kiosk
    if way == "button":
        door.kiosk.leave.click()
    elif way == "escape":
        door.hands.press("", key=int(Qt.Key.Key_Escape))
    else:
        assert not kiosk.close()
    assert door.kiosk.pin.isVisible()
    assert kiosk.isVisible()
    door.guess(PIN)
    with door.qtbot.waitSignal(door.page.locking.opened):
        pass
    assert door.window.isVisible()
    assert door.page.locking.kiosk is None


def lock_events(door: Locked) -> list[str]:
    kinds = (EventKind.LOCK_REFUSED, EventKind.LOCK_OPENED)
    return door.desks.find(
        door.desk, lambda services: [one.kind for one in Journal(services.file).of_kind(*kinds)]
    )


@pytest.mark.parametrize("waits", [False, True])
def test_a_badge_in_front_of_the_pin_is_a_scan_and_no_guess(door: Locked, waits: bool) -> None:
    """Whoever stands there scans on; what the scanner types never reaches the field."""
    tokens = door.desks.tokens(door.desk)
    name = next(iter(tokens))
    door.lock()
    door.kiosk.leave.click()
    if waits:
        door.kiosk.pin.wait_for(60, wrong=True)
    else:
        door.qtbot.waitUntil(door.kiosk.pin.field.hasFocus)
        door.hands.type("24")
    for code in (tokens[name], "8991234567890"):
        door.hands.scan(code)
    door.qtbot.waitUntil(lambda: door.kiosk.panel.answer.word == "TIDAK TERBACA")
    assert door.page._crowd.total().here == 1
    assert door.kiosk.pin.pin.value == ("" if waits else "24")
    assert lock_events(door) == []
    if not waits:
        door.hands.type("68\r")
        door.qtbot.waitUntil(door.window.isVisible)
        assert lock_events(door) == ["lock_opened"]


_CTRL, _ALT, _META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


_KEYS = (
    *((Qt.Key(Qt.Key.Key_F1 + number), Qt.KeyboardModifier.NoModifier) for number in range(12)),
    *((key, _CTRL) for key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_N, Qt.Key.Key_O)),
    *((key, _CTRL) for key in (Qt.Key.Key_Z, Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_5)),
    *((key, _ALT) for key in (Qt.Key.Key_F4, Qt.Key.Key_Space, Qt.Key.Key_Tab)),
    (Qt.Key.Key_D, _META),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
)


def test_no_key_leads_out(door: Locked) -> None:
    door.lock()
    for key, held in _KEYS:
        door.hands.press("", after=500, key=int(key), held=held)
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert shown == [door.kiosk], key
        assert door.kiosk.isFullScreen(), key
    assert not door.page.confirm.isVisible()
    assert door.kiosk.pin.isHidden()


def test_a_window_that_was_made_small_fills_the_screen_again(door: Locked) -> None:
    door.lock()
    for made in (door.kiosk.showMinimized, door.kiosk.showNormal, door.kiosk.showMaximized):
        made()
        door.qtbot.waitUntil(lambda: door.kiosk.isFullScreen() and not door.kiosk.isMinimized())


def test_guessing_is_slowed_down_in_words(door: Locked) -> None:
    door.lock()
    door.kiosk.leave.click()
    for number in range(FREE_GUESSES):
        door.guess(f"000{number}")
        door.wait_for_complaint("PIN salah. Coba lagi.")
        door.kiosk.pin.pin.forgive()
    door.guess("9999")
    door.wait_for_complaint("detik")
    assert not door.kiosk.pin.agree.isEnabled()
    door.kiosk.pin._try()
    assert door.kiosk.isVisible()
    door.qtbot.waitUntil(door.kiosk.pin.agree.isEnabled, timeout=8000)
    door.guess(PIN)
    door.qtbot.waitUntil(door.window.isVisible)


def test_a_new_start_does_not_shorten_the_wait(
    door: Locked, qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners
) -> None:
    door.set_pin()

    def guessed(services: Services) -> int:
        """So many wrong PINs that the wait outlasts this test on the slowest machine."""
        with services.file.transaction():
            for _ in range(FREE_GUESSES + 7):
                services.file.append(Entry(EventKind.LOCK_REFUSED, {}))
        return Lock(services.file, SystemClock(), "").wait()

    assert desks.find(door.desk, guessed) > 60
    again = Locked(qtbot, desks, tools, scanners, desks.open_file(door.desk.path))
    again.page.locking.begin()
    qtbot.waitUntil(lambda: again.page.locking.kiosk is not None)
    again.kiosk.leave.click()
    again.wait_for_complaint("menit")
    again.page.locking._release()


def test_a_door_without_a_pin_asks_for_one_first(door: Locked) -> None:
    door.page.locking.begin()
    door.qtbot.waitUntil(lambda: "pin" in door.page.confirm.rows)
    for pin, again, said in (("12", "12", "PIN terdiri"), ("1234", "4321", "tidak sama")):
        rows = door.page.confirm.rows
        rows["pin"].value, rows["again"].value = pin, again
        door.page.confirm.agree.click()
        door.wait_for_answer(said)
    rows = door.page.confirm.rows
    rows["pin"].value = rows["again"].value = PIN
    door.page.confirm.agree.click()
    door.qtbot.waitUntil(lambda: door.page.locking.kiosk is not None)


def test_a_live_hall_keeps_the_door_from_being_locked(door: Locked, scanners: Scanners) -> None:
    class Keys:
        def deed(self, _: object) -> str:
            return ""

        def do(self, deed: str) -> None:
            raise AssertionError(deed)

    keys = Keys()
    scanners.gate.lend(keys)
    door.set_pin()
    told: list[str] = []
    door.page.tools.channel.told.connect(lambda notice: told.append(notice.text.key))
    door.page.tools.channel.listen()
    door.page.locking.begin()
    door.qtbot.waitUntil(lambda: told == ["lock.hall_live"])
    assert door.page.locking.kiosk is None
    scanners.gate.take_back(keys)


def test_a_time_is_said_as_people_say_it(tools: Tools) -> None:
    said = [in_words(tools.say, seconds) for seconds in (0, 4, 60, 125)]
    assert said == ["0 detik", "4 detik", "1 menit", "2 menit 5 detik"]
