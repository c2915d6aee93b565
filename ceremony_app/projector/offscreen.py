"""Painting where there is no screen: the command line's pictures and the rehearsal."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import Show
from ceremony_app.locator import Locator
from ceremony_app.projector.art import Art
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.trial import PaintedTrial

HALL_LANGUAGE = "id"
"""The hall reads Indonesian, whatever language the operator's windows have."""


def offscreen_application() -> QCoreApplication:
    """The running application, or a new one that needs no screen; the caller holds on to it."""
    return QGuiApplication.instance() or QGuiApplication(["ikrar", "-platform", "offscreen"])


def painter_of(
    show: Show, locator: Locator, pictures: Mapping[str, bytes] = MappingProxyType({})
) -> Painter:
    """The painter of a show with the letters and words that ship with the program.

    `pictures` are the office's own, by the ids of their attachments; they are decoded here, so
    that no key press has to.
    """
    words = Catalogue.read(locator.translations, HALL_LANGUAGE)
    return Painter(show, Letters(locator.fonts), words, Art.of(pictures))


def trial_of(locator: Locator) -> PaintedTrial:
    """What paints texts before there is a show."""
    return PaintedTrial(Letters(locator.fonts), Catalogue.read(locator.translations, HALL_LANGUAGE))
