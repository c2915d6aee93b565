"""Which screens there are, told whenever it changes: the system's, or a test's."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from ceremony_app.projector.screen_match import ScreenIdentity
from ceremony_app.projector.seating import SeenScreen


class Screens(QObject):
    """The screens of a machine. `changed` says that one came or went, or lies elsewhere now."""

    changed = Signal()

    def all(self) -> tuple[SeenScreen, ...]:
        """What is plugged in now, in the system's order."""
        raise NotImplementedError

    def screen(self, number: int) -> QScreen:
        """Qt's own of a screen that is there; raises LookupError for one that is not."""
        raise NotImplementedError

    def number_of(self, screen: QScreen) -> int | None:
        """The number of a screen; None for one that is gone."""
        raise NotImplementedError


class SystemScreens(Screens):
    """The screens as Qt tells of them."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__()
        self._present: dict[int, QScreen] = {}
        self._next = 1
        for screen in application.screens():
            self._add(screen)
        application.screenAdded.connect(self._on_added)
        application.screenRemoved.connect(self._on_removed)

    def all(self) -> tuple[SeenScreen, ...]:
        return tuple(
            SeenScreen(number, identity_of(screen)) for number, screen in self._present.items()
        )

    def screen(self, number: int) -> QScreen:
        return self._present[number]

    def number_of(self, screen: QScreen) -> int | None:
        found = (number for number, present in self._present.items() if present is screen)
        return next(found, None)

    def _add(self, screen: QScreen) -> None:
        self._present[self._next] = screen
        self._next += 1
        screen.geometryChanged.connect(self._on_moved)

    def _on_added(self, screen: QScreen) -> None:
        self._add(screen)
        self.changed.emit()

    def _on_moved(self) -> None:
        self.changed.emit()

    def _on_removed(self, screen: QScreen) -> None:
        number = self.number_of(screen)
        if number is not None:
            # Qt moves the windows that are left on it as soon as this has been told.
            del self._present[number]
            self.changed.emit()


def identity_of(screen: QScreen) -> ScreenIdentity:
    """By what a screen can be known again."""
    box = screen.geometry()
    return ScreenIdentity(
        screen.manufacturer().strip(),
        screen.model().strip(),
        screen.serialNumber().strip(),
        screen.name(),
        (box.x(), box.y(), box.width(), box.height()),
    )


def words_for(identity: ScreenIdentity, pixels: tuple[int, int]) -> str:
    """What people call a screen: its maker and model where known, its connector, its size."""
    known = " ".join(part for part in (identity.make, identity.model) if part)
    names = dict.fromkeys(part for part in (known, identity.name) if part)
    return _GAP.join((*names, f"{pixels[0]} × {pixels[1]}"))


_GAP: Final = " · "


def pixels_of(screen: QScreen) -> tuple[int, int]:
    """Width and height of a screen in pixels of its own."""
    size, ratio = screen.geometry().size(), screen.devicePixelRatio()
    return exact_length(size.width(), ratio), exact_length(size.height(), ratio)


def exact_length(scaled: int, ratio: float) -> int:
    """The pixels of a screen's side that the system tells as `scaled` units of `ratio` pixels.

    The system rounds: at a ratio of 1.5 it says 683 both for 1024 and for 1025. Of all lengths
    that it would say so, the one that divides by two most often is the screen's.
    """
    about = round(scaled * ratio)
    near = range(max(1, about - 3), about + 4)
    fitting = [length for length in near if int(length / ratio + 0.5) == scaled]
    return max(fitting, key=lambda length: (length & -length, -abs(length - about)), default=about)
