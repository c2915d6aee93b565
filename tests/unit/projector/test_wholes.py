"""Pictures as wholes: the rehearsal's mark, logo and background, clocks over still pictures."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from ceremony_app.domain.ceremony import Cue, CueKind, Look, Theme
from ceremony_app.domain.show import Show, ShowState
from ceremony_app.projector.art import Art
from ceremony_app.projector.colours import THEMES
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.views import View, picture_of
from tests.helpers.cue_gallery import LATE, LIVE, TITLE, attachments, gallery
from tests.unit.projector.conftest import WORDS
from tests.unit.projector.shown import HD, Paint, Shown, changed

DRESSED = Look(logo="logo", background="busy")


@pytest.mark.parametrize("size", [HD, (1024, 768), (800, 1280)])
@pytest.mark.parametrize("cover", ["none", "black", "logo"])
def test_every_picture_of_a_rehearsal_says_so(
    letters: Letters, cover: str, size: tuple[int, int]
) -> None:
    show = gallery(DRESSED, rehearsal=True)
    painter = Painter(show, letters, WORDS, Art.of(attachments()))
    covers = {"black": ShowState.with_black, "logo": ShowState.with_logo}
    for view in View:
        for step in show.steps():
            state = covers[cover](step.state) if cover in covers else step.state
            shown = Shown(painter, picture_of(view, size, show, state, LIVE))
            mark = shown.line("GLADI")
            assert mark.size > 2.5 * Frame(*size).unit
            others = [line for line in shown.lines if line != mark]
            assert not any(mark.rect.intersects(line.rect) for line in others), step.code
            assert not any(
                mark.rect.intersects(image.rect)
                for image in shown.images
                if image.rect.width() < size[0] and step.cue.kind is not CueKind.PICTURE
            )


def test_no_picture_of_the_ceremony_itself_says_rehearsal(paint: Paint) -> None:
    assert "GLADI" not in paint("title").said


def test_logo_and_background_are_there_where_they_belong(paint: Paint) -> None:
    show = gallery(DRESSED)
    for cue, images in {"title": 2, "holding": 2, "text": 1, "picture": 1, "blank": 0}.items():
        assert len(paint(cue, show=show).images) == images, cue
    assert paint("text", LIVE, View.PODIUM, show=show).images == []
    logo = paint("title", show=show, state=show.first().with_logo())
    assert len(logo.images) == 2
    assert logo.images[1].rect.height() > 0.25 * HD[1]
    black = paint("title", show=show, state=show.first().with_black())
    assert black.images == []


def test_clocks_painted_over_a_still_picture_are_the_whole_picture(letters: Letters) -> None:
    show = gallery()
    painter = Painter(show, letters, WORDS)
    for view in View:
        for step in show.steps():
            picture = picture_of(view, (320, 180), show, step.state, LATE)
            whole = painter.image(picture)
            ticked = painter.ticked(painter.image(picture.still), picture)
            assert _alike(whole, ticked), step.code
            assert (ticked.cacheKey() == whole.cacheKey()) is False


def test_what_does_not_tick_is_handed_on_as_it_is(letters: Letters) -> None:
    show = gallery()
    painter = Painter(show, letters, WORDS)
    picture = picture_of(View.HALL, (320, 180), show, show.first(), LIVE)
    image = painter.image(picture)
    assert painter.ticked(image, picture) is image


def test_a_change_of_the_programme_keeps_pictures_and_another_theme_does_not(
    letters: Letters,
) -> None:
    show = gallery()
    painter = Painter(show, letters, WORDS)
    later = changed(show, "speech", title="Sambutan")
    assert painter.change_programme(later)
    assert painter.show is later
    bright = Show(replace(later.details, look=Look(Theme.WHITE)), later.texts())
    assert not painter.change_programme(bright)
    shown = Shown(painter, picture_of(View.HALL, HD, bright, bright.first(), LIVE))
    assert isinstance(shown.items[0], Fill)
    assert shown.items[0].colour == THEMES[Theme.WHITE].ground


def test_a_title_alone_is_in_the_middle_of_the_screen(paint: Paint) -> None:
    show = Show(replace(gallery().details, programme=(Cue("t", CueKind.TITLE, TITLE),)), ())
    lines = [line for line in paint("t", show=show).lines if line.bold]
    middle = (lines[0].rect.top() + lines[-1].rect.bottom()) / 2
    assert 0.38 * HD[1] < middle < 0.54 * HD[1]


def _alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same to the eye: Qt sets letters by a sixtieth of a pixel
    differently once it has drawn others."""
    return all(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) < 40
        for x in range(0, one.width(), 2)
        for y in range(0, one.height(), 2)
    )
