"""The one gate that all keys of the program pass: bursts stay in it, typing goes through.

It stands before every window and dialog of ours while somebody wants scans or a show is live,
and is not there at all otherwise. What is a burst is decided by `scanning.wedge`.
"""

import sys
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ceremony_app.scanning.wedge import (
    Key,
    KeyKind,
    Outcome,
    Scanned,
    Typed,
    Wedge,
)
from ceremony_app.ui_kit.alt_figures import AltFigures
from ceremony_app.ui_kit.held_key import Fate, Press
from ceremony_app.ui_kit.key_events import (
    ENDS,
    alt_digit,
    code_of,
    copy_of,
    kind_of,
    take_out,
)
from ceremony_app.ui_kit.scan_inlet import ScanInlet

_GRACE_MS = 5
"""Once more round the event loop before a pause is believed: keys that came while the window was
busy lie in the system's queue until then."""

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_TYPES = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class ShowTaker(Protocol):
    """Who may take single keys for a live show (`ui_kit.show_keys`)."""

    def deed(self, event: QKeyEvent) -> str:
        """The name of what the key does now; empty where it does nothing."""

    def do(self, name: str) -> None:
        """Have it done."""


class KeyGate(QObject):
    """Holds characters for a moment, gives typing back, hands scans to the inlet.

    Built once, with the application whose keys it watches. `composes` says whether the system
    itself makes characters of numbers struck with Alt, as Windows does.
    """

    def __init__(
        self,
        application: QApplication,
        inlet: ScanInlet,
        *,
        composes: bool = sys.platform == "win32",
    ) -> None:
        super().__init__()
        self._application = application
        self._alt = AltFigures(composes=composes)
        self._inlet = inlet
        self._wedge = Wedge()
        self._shows: list[ShowTaker] = []
        self._down: dict[int, Press] = {}
        self._giving = False
        self._stands = False
        self._in_grace = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._paused)
        inlet.wanted_changed.connect(self._stand)
        self._stand()

    def lend(self, keys: ShowTaker) -> None:
        """Offer keys to a live show first; the most recent one has them."""
        self.take_back(keys)
        self._shows.append(keys)
        self._stand()

    def take_back(self, keys: ShowTaker) -> None:
        """The show is no longer live."""
        self._shows = [one for one in self._shows if one is not keys]
        self._stand()

    @property
    def leads_show(self) -> bool:
        """Whether keys pressed in any window of ours may move a live show."""
        return any(isValid(one) for one in self._shows)

    def close(self) -> None:
        """Give back what is held and leave the keys alone from now on."""
        self._settle()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress and not self._wedge.is_burst:
            self._settle()  # what was typed before the click belongs where the focus was
        if kind not in _TYPES or self._giving:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        if kind is QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        if kind is QEvent.Type.KeyRelease:
            return self._released(event)
        is_held = (
            kind_of(event) is KeyKind.CHARACTER
            or self._may_be_scanners(event)
            or bool(alt_digit(event))
        )
        if is_held or self._deed(event):
            # No shortcut may run ahead of the hold, and no list choose its line by this.
            event.accept()
            return True
        return False

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        code, kind = code_of(event), kind_of(event)
        before = self._down.pop(code, None)
        if event.isAutoRepeat():
            return self._repeated(code, before)
        if alt_digit(event) and event.timestamp():
            return self._alt_pressed(window, event)
        if kind is not KeyKind.CHARACTER and not self._may_be_scanners(event):
            return self._passed(window, event, code)
        if kind is None or not event.timestamp():
            return False
        press = Press(window, copy_of(event))
        self._down[code] = press
        coded = self._alt.made(event)
        self._decided(self._wedge.press(Key(event.timestamp(), event.text(), kind, press, coded)))
        self._wait()
        return True

    def _alt_pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        """A figure on the number pad with Alt held: part of one character of a scanner."""
        press = Press(window, copy_of(event))
        self._down[code_of(event)] = press
        self._alt.add(press)
        if self._wedge.is_open:
            self._wait()
        return True

    def _alt_released(self, at: int) -> None:
        given, key = self._alt.lifted(at)
        for press in given:
            self._give_back(press)
        if key is not None:
            self._decided(self._wedge.press(key))
            self._wait()

    def _may_be_scanners(self, event: QKeyEvent) -> bool:
        """Whether a key without a letter belongs to a burst: around it, or about to begin."""
        kind = kind_of(event)
        if kind is KeyKind.CONTROL:
            return bool(event.timestamp())
        if kind is None:
            return False
        return self._wedge.is_open or self._wedge.follows_scan(event.timestamp())

    def _passed(self, window: QWindow, event: QKeyEvent, code: int) -> bool:
        """A key that is never held: a deed of the show, or the business of whoever has the focus.

        What was typed before it comes before it; a burst goes on around it.
        """
        if not self._wedge.is_burst and event.key() not in _MODIFIERS:
            self._settle()
        deed = self._deed(event)
        if deed:
            self._down[code] = Press(window, copy_of(event), Fate.KEPT)
            self._shows[-1].do(deed)
        return bool(deed)

    def _repeated(self, code: int, before: Press | None) -> bool:
        """A key held down: it does a deed once, and types as often as it repeats."""
        if before is None:
            return False
        self._down[code] = before
        if before.fate is Fate.HELD:
            self._settle()
        return before.fate is Fate.KEPT

    def _released(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            before = self._down.get(code_of(event))
            return before is not None and before.fate is Fate.KEPT
        if event.key() == Qt.Key.Key_Alt:
            self._alt_released(event.timestamp())
        before = self._down.pop(code_of(event), None)
        if before is not None and before.fate is Fate.HELD:
            before.releases.append(copy_of(event))
        return before is not None and before.fate is not Fate.GIVEN

    def _decided(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Typed):
                for key in outcome.keys:
                    is_chord = key.kind is KeyKind.CONTROL
                    self._give(key, may_be_deed=outcome.alone or is_chord)
                continue
            for key in outcome.keys:
                if isinstance(key.ref, Press):
                    key.ref.fate = Fate.KEPT
            if isinstance(outcome, Scanned):
                take_out(outcome.given)
                self._inlet.take(outcome.scan)
            else:
                self._say_end(outcome.keys)

    def _give(self, key: Key, *, may_be_deed: bool) -> None:
        """Do the deed of a typed key, or send it where it would have gone."""
        press = key.ref
        if not isinstance(press, Press):
            raise TypeError("a key that did not come from here")
        deed = self._deed(press.event) if may_be_deed else ""
        if deed:
            press.fate = Fate.KEPT
            self._shows[-1].do(deed)
            return
        self._give_back(press)

    def _give_back(self, press: Press) -> None:
        press.fate = Fate.GIVEN
        if isValid(press.window):
            self._send(press)

    def _send(self, press: Press) -> None:
        self._giving = True
        try:
            for event in (press.event, *press.releases):
                QCoreApplication.sendEvent(press.window, event)
        finally:
            self._giving = False

    def _say_end(self, keys: tuple[Key, ...]) -> None:
        for key in keys:
            if key.kind is KeyKind.END and isinstance(key.ref, Press):
                self._inlet.ended.emit(ENDS.get(Qt.Key(key.ref.event.key()), "lf"))

    def _deed(self, event: QKeyEvent) -> str:
        self._shows = [one for one in self._shows if isValid(one)]
        return self._shows[-1].deed(event) if self._shows else ""

    def _wait(self) -> None:
        self._in_grace = False
        if self._wedge.wait_ms:
            self._pause.start(self._wedge.wait_ms)
        else:
            self._pause.stop()

    def _paused(self) -> None:
        if self._in_grace:
            self._settle()
        else:
            self._in_grace = True
            self._pause.start(_GRACE_MS)

    def _settle(self) -> None:
        self._pause.stop()
        self._decided(self._wedge.rest())

    def _stand(self, *_: object) -> None:
        """Stand before the keys, or step aside."""
        needed = self._inlet.wanted or bool(self._shows)
        if needed and not self._stands:
            self._application.installEventFilter(self)
        elif self._stands and not needed:
            self.close()
        self._stands = needed
