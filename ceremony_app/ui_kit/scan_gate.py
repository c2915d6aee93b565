"""The one gate that all keys of the program pass: bursts stay in it, typing goes through.

It stands before every window and dialog of ours while somebody wants scans or a show is live,
and is not there at all otherwise. What is a burst is decided by `scanning.wedge`.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ceremony_app.scanning.wedge import Key, KeyKind, Outcome, Scanned, Typed, Wedge
from ceremony_app.ui_kit.scan_inlet import ScanInlet

_GRACE_MS = 5
"""Once more round the event loop before a pause is believed: keys that came while the window was
busy lie in the system's queue until then."""

_ENDS = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "tab",
}
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
_FIELDS = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


class _Fate(Enum):
    HELD = "held"
    GIVEN = "given"
    KEPT = "kept"


@dataclass(eq=False, slots=True)
class _Press:
    """A key that went down, and what has become of it."""

    window: QWindow
    event: QKeyEvent
    fate: _Fate = _Fate.HELD
    releases: list[QKeyEvent] = field(default_factory=list)


class ShowTaker(Protocol):
    """Who may take single keys for a live show (`ui_kit.show_keys`)."""

    def deed(self, event: QKeyEvent) -> str:
        """The name of what the key does now; empty where it does nothing."""

    def do(self, name: str) -> None:
        """Have it done."""


class KeyGate(QObject):
    """Holds characters for a moment, gives typing back, hands scans to the inlet.

    Built once, with the application whose keys it watches.
    """

    def __init__(self, application: QApplication, inlet: ScanInlet) -> None:
        super().__init__()
        self._application = application
        self._inlet = inlet
        self._wedge = Wedge()
        self._shows: list[ShowTaker] = []
        self._down: dict[int, _Press] = {}
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
        is_held = _kind(event) is KeyKind.CHARACTER or self._may_be_scanners(event)
        if is_held or self._deed(event):
            # No shortcut may run ahead of the hold, and no list choose its line by this.
            event.accept()
            return True
        return False

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        code, kind = _code(event), _kind(event)
        before = self._down.pop(code, None)
        if event.isAutoRepeat():
            return self._repeated(code, before)
        if kind is not KeyKind.CHARACTER and not self._may_be_scanners(event):
            return self._passed(window, event, code)
        if kind is None or not event.timestamp():
            return False
        press = _Press(window, _copy(event))
        self._down[code] = press
        self._decided(self._wedge.press(Key(event.timestamp(), event.text(), kind, press)))
        self._wait()
        return True

    def _may_be_scanners(self, event: QKeyEvent) -> bool:
        """Whether a key without a letter belongs to the burst around it."""
        if _kind(event) is None:
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
            self._down[code] = _Press(window, _copy(event), _Fate.KEPT)
            self._shows[-1].do(deed)
        return bool(deed)

    def _repeated(self, code: int, before: _Press | None) -> bool:
        """A key held down: it does a deed once, and types as often as it repeats."""
        if before is None:
            return False
        self._down[code] = before
        if before.fate is _Fate.HELD:
            self._settle()
        return before.fate is _Fate.KEPT

    def _released(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            before = self._down.get(_code(event))
            return before is not None and before.fate is _Fate.KEPT
        before = self._down.pop(_code(event), None)
        if before is not None and before.fate is _Fate.HELD:
            before.releases.append(_copy(event))
        return before is not None and before.fate is not _Fate.GIVEN

    def _decided(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Typed):
                for key in outcome.keys:
                    self._give(key, may_be_deed=outcome.alone)
                continue
            for key in outcome.keys:
                if isinstance(key.ref, _Press):
                    key.ref.fate = _Fate.KEPT
            if isinstance(outcome, Scanned):
                _take_out(outcome.given)
                self._inlet.take(outcome.scan)
            else:
                self._say_end(outcome.keys)

    def _give(self, key: Key, *, may_be_deed: bool) -> None:
        """Do the deed of a typed key, or send it where it would have gone."""
        press = key.ref
        if not isinstance(press, _Press):
            raise TypeError("a key that did not come from here")
        deed = self._deed(press.event) if may_be_deed else ""
        if deed:
            press.fate = _Fate.KEPT
            self._shows[-1].do(deed)
            return
        press.fate = _Fate.GIVEN
        if isValid(press.window):
            self._send(press)

    def _send(self, press: _Press) -> None:
        self._giving = True
        try:
            for event in (press.event, *press.releases):
                QCoreApplication.sendEvent(press.window, event)
        finally:
            self._giving = False

    def _say_end(self, keys: tuple[Key, ...]) -> None:
        for key in keys:
            if key.kind is KeyKind.END and isinstance(key.ref, _Press):
                self._inlet.ended.emit(_ENDS.get(Qt.Key(key.ref.event.key()), "lf"))

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


def is_typed_into(widget: QWidget | None) -> bool:
    """Whether characters typed on this widget are text."""
    return isinstance(widget, _FIELDS) or (isinstance(widget, QComboBox) and widget.isEditable())


def _kind(event: QKeyEvent) -> KeyKind | None:
    """What a scanner would mean by the key; None for a key that it does not send."""
    text, held = event.text(), event.modifiers()
    if event.key() in _ENDS or text in ("\n", "\r"):
        return KeyKind.END
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if not text or control != alt or held & Qt.KeyboardModifier.MetaModifier:
        # Ctrl and Alt together are AltGr on Windows.
        return KeyKind.CONTROL if control and len(text) == 1 and text < " " else None
    return KeyKind.CHARACTER if text.isprintable() else None


def _copy(event: QKeyEvent) -> QKeyEvent:
    """A key event of our own; what `QEvent.clone` makes is deleted by nobody (PySide 6.11)."""
    made = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
        event.device(),
    )
    made.setTimestamp(event.timestamp())
    return made


def _code(event: QKeyEvent) -> int:
    """The same for press and release, whatever Shift does in between."""
    return event.nativeScanCode() or event.key()


def _take_out(given: str) -> None:
    """Take what a slow scanner typed out of the field that has the focus."""
    field = QApplication.focusWidget()
    if not given or not isinstance(field, QLineEdit):
        return
    end = field.cursorPosition()
    if field.text()[:end].endswith(given):
        field.setSelection(end - len(given), len(given))
        field.insert("")
