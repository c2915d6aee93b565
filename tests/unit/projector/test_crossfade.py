"""One picture turns into the next by the clock that it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from ceremony_app.projector.crossfade import Crossfade, can_fade, paint_exactly

SIZE = QSize(40, 30)


def plain(colour: int, size: QSize = SIZE) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFF000000 | colour)
    return image


BLACK, WHITE = plain(0x000000), plain(0xFFFFFF)


def grey(fade: Crossfade, now: float) -> int:
    frame = fade.image(now)
    assert frame.size() == SIZE
    corners = {frame.pixel(0, 0), frame.pixel(SIZE.width() - 1, SIZE.height() - 1)}
    assert len(corners) == 1
    return corners.pop() & 0xFF


def test_a_fade_begins_with_the_one_and_ends_with_the_other() -> None:
    fade = Crossfade(BLACK, WHITE, began=100.0, length=0.4)
    assert (grey(fade, 100.0), grey(fade, 100.4), grey(fade, 180.0)) == (0, 255, 255)
    assert not fade.is_over(100.39)
    assert fade.is_over(100.41)
    assert 110 < grey(fade, 100.2) < 145


def test_a_clock_that_has_not_begun_shows_the_first() -> None:
    assert grey(Crossfade(BLACK, WHITE, began=5.0), 1.0) == 0


def test_a_fade_without_length_is_over_at_once() -> None:
    fade = Crossfade(BLACK, WHITE, began=5.0, length=0.0)
    assert fade.is_over(5.0)
    assert grey(fade, 5.0) == 255


@given(st.lists(st.floats(0, 1), min_size=2, max_size=8))
def test_the_later_picture_never_grows_weaker(moments: list[float]) -> None:
    fade = Crossfade(BLACK, WHITE, began=0.0, length=1.0)
    shares = [fade.share(moment) for moment in sorted(moments)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_a_fade_that_breaks_in_goes_on_from_what_is_seen() -> None:
    first = Crossfade(BLACK, WHITE, began=0.0, length=1.0)
    second = Crossfade(first.image(0.5), BLACK, began=0.5, length=1.0)
    assert grey(second, 0.5) == grey(first, 0.5)


@pytest.mark.parametrize("other", [QImage(), plain(0, QSize(41, 30))])
def test_there_is_no_fade_between_pictures_of_two_sizes(other: QImage) -> None:
    assert not can_fade(BLACK, other)
    assert not can_fade(other, BLACK)
    with pytest.raises(ValueError, match="one size"):
        Crossfade(BLACK, other, began=0.0)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_pixels_are_the_screens_own_at_every_scale(ratio: float) -> None:
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    for y in range(SIZE.height()):
        for x in range(SIZE.width()):
            picture.setPixel(x, y, 0xFF000000 | (x * 6 << 16) | (y * 8 << 8) | (x * y % 256))
    screen = plain(0)
    screen.setDevicePixelRatio(ratio)
    painter = QPainter(screen)
    paint_exactly(painter, picture)
    painter.end()
    screen.setDevicePixelRatio(1)
    assert screen == picture
