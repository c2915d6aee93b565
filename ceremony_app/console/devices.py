"""What hangs on this machine: screens, printers, sound; each as a check with its remedy."""

from PySide6.QtGui import QGuiApplication

from ceremony_app.domain.checks import Check, State
from ceremony_app.domain.messages import message
from ceremony_app.domain.wording import date_words
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.sound import Sounds

SCANNER_TESTED = "scanner_tested"
"""The choice that keeps the day on which a scanner was last tested here."""


def device_checks(printers: list[str] | None, sounds: Sounds) -> list[Check]:
    """Screen, printer and sound as they are now; asked on the window's thread."""
    return [screen_check(), printer_check(printers), sound_check(sounds)]


def screen_check() -> Check:
    """A second screen means that the hall and the operator do not share one."""
    screens = QGuiApplication.screens()
    title = message("ready.screen.title")
    if len(screens) > 1:
        size = screens[1].size() * screens[1].devicePixelRatio()
        says = message(
            "ready.screen.second",
            name=screens[1].name(),
            width=round(size.width()),
            height=round(size.height()),
        )
        return Check("screen", State.OK, title, says)
    remedy = message("ready.screen.remedy")
    return Check("screen", State.WARN, title, message("ready.screen.one"), remedy)


def printer_check(names: list[str] | None) -> Check:
    """Papers can also be saved as PDF, so a missing printer is no failure; None where the print
    system has not answered yet."""
    title = message("ready.printer.title")
    if names is None:
        return Check("printer", State.WARN, title, message("ready.printer.asked"))
    if names:
        return Check("printer", State.OK, title, message("ready.printer.found", name=names[0]))
    remedy = message("ready.printer.remedy")
    return Check("printer", State.WARN, title, message("ready.printer.none"), remedy)


def sound_check(sounds: Sounds) -> Check:
    """The door is heard as well as seen."""
    title = message("ready.sound.title")
    if sounds.possible:
        return Check("sound", State.OK, title, message("ready.sound.found"))
    remedy = message("ready.sound.remedy")
    return Check("sound", State.WARN, title, message("ready.sound.none"), remedy)


def scanner_check(settings: Settings) -> Check:
    """Whether a scanner plugged into a keyboard port works is known only by trying it."""
    title = message("scan.check.title")
    day = settings.now.choices.get(SCANNER_TESTED, "")
    if day:
        return Check("scanner", State.OK, title, message("scan.check.ok", date=date_words(day)))
    remedy = message("scan.check.remedy")
    return Check("scanner", State.WARN, title, message("scan.check.never"), remedy)
