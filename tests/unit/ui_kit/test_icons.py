"""Icons as pictures: drawn once, for those that are painted again and again."""

from pytestqt.qtbot import QtBot

from ceremony_app.ui_kit.icons import Icons
from tests.helpers.ceremony_files import LOCATOR


def test_a_picture_is_drawn_once_for_each_colour_size_and_scale(qtbot: QtBot) -> None:
    icons = Icons(LOCATOR.icons)
    first = icons.pixmap("lock", "#ffffff", 40)
    assert icons.pixmap("lock", "#ffffff", 40).cacheKey() == first.cacheKey()
    for other in (("lock", "#000000", 40), ("scan", "#ffffff", 40), ("lock", "#ffffff", 41)):
        assert icons.pixmap(*other).cacheKey() != first.cacheKey()
    assert icons.pixmap("lock", "#ffffff", 40, 2.0).width() == 2 * first.width()


def test_a_window_drawn_larger_and_larger_keeps_no_picture_for_ever(qtbot: QtBot) -> None:
    icons = Icons(LOCATOR.icons)
    first = icons.pixmap("lock", "#ffffff", 40).cacheKey()
    for size in range(41, 341):
        icons.pixmap("lock", "#ffffff", size)
    assert icons.pixmap("lock", "#ffffff", 40).cacheKey() != first
