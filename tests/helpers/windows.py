"""What tests of windows are built with: tools in a language, lanes that end with the test."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import installed
from ceremony_app.ui_kit.icons import Icons
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.palette import BRIGHT
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.theme import Theme, load_fonts
from ceremony_app.ui_kit.tools import Tools

LOCATOR = installed()


@cache
def _icons() -> Icons:
    return Icons(LOCATOR.icons)


def make_tools(folder: Path, language: str = "id") -> Tools:
    """Tools as the program has them, with settings in `folder`."""
    return Tools(
        say=Catalogue.read(LOCATOR.translations, language),
        theme=Theme(LOCATOR),
        icons=_icons(),
        channel=MessageChannel(),
        settings=Settings(folder / "settings.json"),
        palette=BRIGHT,
    )


@pytest.fixture(scope="session")
def fonts(qapp: object) -> object:
    load_fonts(LOCATOR.fonts)
    return qapp


@pytest.fixture
def tools(fonts: object, tmp_path: Path) -> Tools:
    """Tools in Indonesian."""
    return make_tools(tmp_path)


@pytest.fixture
def english_tools(fonts: object, tmp_path: Path) -> Tools:
    return make_tools(tmp_path, "en")


@pytest.fixture
def refused() -> list[KnownError]:
    """The known errors that nobody else took."""
    return []


@pytest.fixture
def make_lane(fonts: object, refused: list[KnownError]) -> Iterator[Callable[[], Lane]]:
    made: list[Lane] = []

    def make() -> Lane:
        made.append(Lane("test", refused.append))
        return made[-1]

    yield make
    for lane in made:
        lane.close()


@pytest.fixture
def scanners(qapp: QApplication, tmp_path: Path) -> Iterator[Scanners]:
    """Scanners as the program has them; nobody listens to their channel."""
    made = Scanners(qapp, MessageChannel(), Settings(tmp_path / "scanners.json"))
    yield made
    made.close()
