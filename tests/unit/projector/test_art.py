"""The office's own pictures: fitted whole, toned so that words can be read, kept within bounds."""

from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from ceremony_app.domain.ceremony import Look, Theme
from ceremony_app.projector.art import Art, farthest_ground
from ceremony_app.projector.colours import THEMES
from ceremony_app.ui_kit.palette import contrast
from tests.helpers.cue_gallery import attachments, busy_picture, gallery


@pytest.fixture
def art(qapp: object) -> Art:
    assert qapp
    return Art.of(attachments())


def test_a_ceremony_names_the_pictures_that_it_shows(art: Art) -> None:
    details = gallery(Look(logo="logo", background="grey")).details
    assert art.missing(details) == ("grey",)
    assert Art().missing(details) == ("logo", "grey", "photo")


def test_what_is_no_picture_is_left_out(qapp: object) -> None:
    assert qapp
    art = Art.of({"broken": b"no picture", "photo": attachments()["photo"]})
    assert "broken" not in art
    assert "photo" in art


@pytest.mark.parametrize("room", [(1000, 200), (200, 1000), (90, 120), (3000, 3000)])
def test_a_picture_is_fitted_whole_in_its_own_proportions(art: Art, room: tuple[int, int]) -> None:
    image = art.fitted("photo", QSize(*room))
    assert image.width() == room[0] or image.height() == room[1]
    assert image.width() <= room[0]
    assert image.height() <= room[1]
    assert image.width() / image.height() == pytest.approx(900 / 1200, rel=0.02)
    # Both ends of it are there: the sky at the top, the grass at the bottom.
    assert QColor(image.pixel(image.width() // 2, 1)).blue() > 150
    assert QColor(image.pixel(image.width() // 2, image.height() - 2)).blue() < 100


@pytest.mark.parametrize(("theme", "strength"), list(product(Theme, (1.0, 0.5))))
def test_every_dot_of_a_busy_background_leaves_words_readable(
    qapp: object, theme: Theme, strength: float
) -> None:
    assert qapp
    art, colours = Art.of({"busy": busy_picture(480, 300)}), THEMES[theme]
    image = art.background("busy", QSize(320, 180), colours, strength)
    assert (image.width(), image.height()) == (320, 180)
    dots = {QColor(image.pixel(*at)).name() for at in product(range(320), range(180))}
    assert len(dots) > 8
    for dot, (words, least) in product(dots, colours.on_ground):
        assert contrast(words, dot) >= least, (dot, words)


@pytest.mark.parametrize("theme", Theme)
def test_a_quieter_background_is_nearer_to_the_ground(qapp: object, theme: Theme) -> None:
    assert qapp
    art, colours = Art.of({"busy": busy_picture(480, 300)}), THEMES[theme]
    reaches = []
    for strength in (0.5, 1.0):
        image = art.background("busy", QSize(64, 40), colours, strength)
        dots = {QColor(image.pixel(*at)).name() for at in product(range(64), range(40))}
        reaches.append(max(contrast(dot, colours.ground) for dot in dots))
    assert 1.0 < reaches[0] < reaches[1]
    assert farthest_ground(colours) != colours.ground


def test_a_dark_logo_gets_a_plate_on_dark_ground_alone(art: Art) -> None:
    assert art.needs_plate("logo", THEMES[Theme.NAVY])
    assert not art.needs_plate("logo", THEMES[Theme.WHITE])
    # What covers its whole room has an edge of its own.
    assert not art.needs_plate("photo", THEMES[Theme.NAVY])


def test_a_picture_is_fitted_once_for_each_size(art: Art) -> None:
    first = art.fitted("photo", QSize(300, 300))
    assert art.fitted("photo", QSize(300, 300)).cacheKey() == first.cacheKey()
    assert art.fitted("photo", QSize(301, 301)).cacheKey() != first.cacheKey()


def test_memory_of_fitted_pictures_is_bounded(qapp: object) -> None:
    assert qapp
    art = Art(limit=400_000)
    art.add("photo", attachments()["photo"])
    for side in range(100, 300, 10):
        image = art.fitted("photo", QSize(side, side))
        assert isinstance(image, QImage)
        assert art.size <= 400_000
