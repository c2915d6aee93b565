"""Locks a door's window and opens it again: asks for PINs, and keeps the locked window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from ceremony_app.console.desk import Services
from ceremony_app.console.door.crowd import Crowd
from ceremony_app.console.door.kiosk import KioskWindow
from ceremony_app.console.page import Page
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.services.lock import Answer as PinAnswer
from ceremony_app.services.lock import Lock
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.widgets.verdict import Answer


class Locking(QObject):
    """One door's lock. While it is locked, nothing of the program but `kiosk` is in sight.

    `opened` says that the door is the clerk's again.
    """

    opened = Signal()

    def __init__(
        self,
        page: Page,
        scanners: Scanners,
        door: Callable[[], str],
        crowd: Callable[[], Crowd],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._say = page.say
        self._scanners = scanners
        self._door = door
        self._crowd = crowd
        self.kiosk: KioskWindow | None = None
        page.desk.closing.connect(self._release)

    def begin(self) -> None:
        """Lock at once; where there is no PIN yet, ask for one first."""
        self._page.desk.ask(
            lambda services: self._lock(services).is_set,
            lambda is_set: self._close() if is_set else self._ask_pin(is_set=False),
        )

    def ask(self) -> None:
        """Ask whether to lock, and with which PIN."""
        self._page.desk.ask(
            lambda services: self._lock(services).is_set,
            lambda is_set: self._ask_pin(is_set=is_set),
        )

    def show_answer(self, answer: Answer) -> None:
        """A scan was answered."""
        if self.kiosk is not None:
            self.kiosk.show_answer(answer)

    def _ask_pin(self, *, is_set: bool, complaint: str = "") -> None:
        confirm = self._page.confirm
        fields = [("pin", self._say("lock.new_pin")), ("again", self._say("lock.again"))]
        confirm.ask(
            self._say("lock.question.known" if is_set else "lock.question.new"),
            self._say("lock.do"),
            lambda values: self._agreed(values, is_set=is_set),
            fields,
            optional=("pin", "again") if is_set else (),
            tone="calm",
        )
        for entry in confirm.rows.values():
            if isinstance(entry.field, QLineEdit):
                entry.field.setEchoMode(QLineEdit.EchoMode.Password)
        if complaint:
            confirm.rows["pin"].complain(complaint)

    def _agreed(self, values: Mapping[str, str], *, is_set: bool) -> None:
        pin = values["pin"]
        if pin != values["again"]:
            self._ask_pin(is_set=is_set, complaint=self._say("lock.differ"))
        elif not pin:
            self._close()
        else:
            self._page.desk.ask(
                lambda services: self._lock(services).set(pin),
                lambda _: self._close(),
                lambda error: self._ask_pin(is_set=is_set, complaint=self._say.say(error.message)),
            )

    def _close(self) -> None:
        """Put the locked window in the place of everything else of ours at this desk."""
        if self.kiosk is not None:
            return
        if self._scanners.gate.leads_show:
            # The keys of a live show move the hall from any window of ours.
            self._page.tools.channel.warn(message("lock.hall_live"))
            return
        window = self._page.window()
        kiosk = KioskWindow(self._page.tools, self._crowd)
        self.kiosk = kiosk
        kiosk.setWindowTitle(self._say("door.window_title", door=self._door()).strip())
        kiosk.leaving.connect(self._ask_to_leave)
        kiosk.pin.tried.connect(self._try)
        kiosk.setScreen(window.screen())
        kiosk.setGeometry(window.screen().geometry())
        kiosk.showFullScreen()
        kiosk.activateWindow()
        window.hide()

    def _ask_to_leave(self) -> None:
        if self.kiosk is not None and not self.kiosk.pin.isVisible():
            self.kiosk.pin.ask()
            self._page.desk.ask(
                lambda services: self._lock(services).wait(), lambda wait: self._wait(wait)
            )

    def _wait(self, seconds: int) -> None:
        if self.kiosk is not None and seconds:
            self.kiosk.pin.wait_for(seconds, wrong=False)

    def _try(self, pin: str) -> None:
        self._page.desk.ask(
            lambda services: self._lock(services).try_pin(pin), self._tried, self._not_tried
        )

    def _tried(self, answer: PinAnswer) -> None:
        if self.kiosk is None:
            return
        if answer.opened:
            self._page.window().show()
            self._page.window().activateWindow()
            self._release()
            self.opened.emit()
            if answer.unrecorded is not None:
                self._page.tools.channel.refuse(answer.unrecorded)
        else:
            self.kiosk.pin.wait_for(answer.wait, wrong=True)

    def _not_tried(self, error: KnownError) -> None:
        if self.kiosk is not None:
            self.kiosk.pin.complain(self._say.say(error.message))

    def _release(self) -> None:
        if self.kiosk is not None:
            self.kiosk.release()
            self.kiosk.deleteLater()
            self.kiosk = None

    def _lock(self, services: Services) -> Lock:
        return Lock(services.file, SystemClock(), self._door())
