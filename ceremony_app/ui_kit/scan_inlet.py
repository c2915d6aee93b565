"""Where scans of every kind come together, and who gets them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ceremony_app.domain.messages import message
from ceremony_app.scanning.scan import Scan
from ceremony_app.ui_kit.messages import MessageChannel

Take = Callable[[Scan], object]


class ScanInlet(QObject):
    """Hands each scan to whoever asked for scans most recently and has not let go since.

    `wanted_changed` says whether anybody wants scans; while nobody does, scanners are left
    alone, and a badge scanned into a text field is typed there.
    """

    wanted_changed = Signal(bool)
    ended = Signal(str)
    """What a scanner sent after its code: "enter", "tab" or "lf"; for the scanner test."""

    def __init__(self, channel: MessageChannel) -> None:
        super().__init__()
        self._channel = channel
        self._receivers: list[tuple[QObject, Take]] = []

    @property
    def wanted(self) -> bool:
        """Whether anybody wants scans now."""
        return bool(self._receivers)

    def receive(self, owner: QObject, take: Take) -> None:
        """Give scans to `take` from now on, until `owner` releases them or is deleted."""
        before = self.wanted
        self._drop(owner)
        self._receivers.append((owner, take))
        self._tell(before=before)

    def release(self, owner: QObject) -> None:
        """Let go: whoever asked before gets the scans again."""
        before = self.wanted
        self._drop(owner)
        self._tell(before=before)

    def take(self, scan: Scan) -> None:
        """A scan has come in."""
        before = self.wanted
        self._drop()
        self._tell(before=before)
        if self._receivers:
            self._receivers[-1][1](scan)
        else:
            self._channel.warn(message("scan.nobody"))

    def _drop(self, owner: QObject | None = None) -> None:
        """Forget an owner, and all that were deleted."""
        self._receivers = [
            one for one in self._receivers if one[0] is not owner and isValid(one[0])
        ]

    def _tell(self, *, before: bool) -> None:
        if self.wanted != before:
            self.wanted_changed.emit(self.wanted)
