"""What paints texts beside the forms of preparation."""

from functools import lru_cache

from ceremony_app.documents.stationery import Stationery
from ceremony_app.projector.offscreen import trial_of
from ceremony_app.projector.trial import PaintedTrial
from tests.helpers.windows import LOCATOR


@lru_cache(maxsize=1)
def make_trial() -> PaintedTrial:
    """One for all tests: letters are loaded once."""
    return trial_of(LOCATOR)


@lru_cache(maxsize=1)
def stationery() -> Stationery:
    """What papers beside the forms are made with; faces are read once."""
    return Stationery.of(LOCATOR)
