"""What preparation sees of the hall before there is a show."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from ceremony_app.domain.ceremony import Cue, CueKind, Details, Look, Theme
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.texts import Pace, Phrase, Point, Text
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.trial import USUAL, PaintedTrial
from ceremony_app.projector.views import View, picture_of
from tests.unit.projector.conftest import WORDS, show_of

DETAILS = Details("t", "T", look=Look(hall_depth_m=18, picture_height_m=2.5))
LONG = " ".join(["menjaga netralitas pegawai dan pelayanan publik"] * 14)


@pytest.fixture(scope="module")
def trial(letters: Letters) -> PaintedTrial:
    return PaintedTrial(letters, WORDS)


def png(colour: str) -> bytes:
    """The bytes of a small picture, half of it in a colour."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(20):
        for y in range(30):
            image.setPixelColor(x, y, QColor(colour))
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(data, "PNG")
    return data.data().data()


def text_of(*points: str, pace: Pace = Pace.PHRASE) -> Text:
    return Text("t", "ikrar", "Ikrar", tuple(map(suggested_point, points)), pace=pace)


def test_a_picture_is_what_the_hall_will_see(trial: PaintedTrial, letters: Letters) -> None:
    show = show_of("banten")
    text = show.texts()[0]
    # Qt sets letters by a sixtieth of a pixel differently once it has drawn others.
    for _ in range(2):
        picture = trial.picture(show.details, text, 2, 1, USUAL[0])
    cue = next(index for index, one in enumerate(show.cues) if one.text == text.id)
    state = show.jump(show.first(), cue, 2, 1)
    assert picture == Painter(show, letters, WORDS).image(picture_of(View.HALL, USUAL, show, state))
    small = trial.picture(show.details, text, 2, 1, 480)
    assert (small.width(), small.height()) == (480, 270)


def test_each_theme_has_its_own_ground(trial: PaintedTrial) -> None:
    text = text_of("Setia.")
    grounds = {
        QColor(
            trial.picture(Details("t", "T", look=Look(theme)), text, 0, 0, 320).pixel(2, 90)
        ).name()
        for theme in Theme
    }
    assert len(grounds) == len(Theme)


def test_the_tightest_place_is_the_longest_breath_of_the_longest_point(
    trial: PaintedTrial,
) -> None:
    point = Point((Phrase("Setia."), Phrase("menjaga netralitas pegawai"), Phrase("dan jujur.")))
    reach = trial.reach(DETAILS, replace(text_of("Setia.", "Jujur."), closing=point))
    assert (reach.part, reach.phrase, reach.pages) == (2, 1, 1)


def test_letters_grow_for_a_deeper_hall_as_far_as_that_goes(trial: PaintedTrial) -> None:
    text = text_of(LONG)
    reaches = [
        trial.reach(replace(DETAILS, look=Look(hall_depth_m=depth, picture_height_m=2)), text)
        for depth in (0, 8, 14, 18, 60)
    ]
    metres = [reach.metres(2) for reach in reaches]
    assert metres[0] == pytest.approx(metres[1])
    assert metres[2] >= 14
    assert metres[3] >= 18
    assert metres[4] < 60
    assert reaches[4].pages > reaches[3].pages > reaches[1].pages


def test_one_breath_that_is_too_long_brings_the_whole_text_down(trial: PaintedTrial) -> None:
    by_point = trial.reach(DETAILS, text_of(LONG, pace=Pace.POINT))
    by_phrase = trial.reach(DETAILS, text_of(LONG, pace=Pace.PHRASE))
    assert by_point.metres(2.5) < 12 < 18 <= by_phrase.metres(2.5)
    assert by_point.height_for(18) > 2.5 * 1.5


def test_signs_that_no_face_has_are_named(trial: PaintedTrial) -> None:
    assert trial.reach(DETAILS, text_of("Setia 🤝 وَاللَّهِ")).missing == ("🤝",)


def test_a_place_that_is_gone_shows_the_first(trial: PaintedTrial) -> None:
    text = text_of("Setia kepada bangsa.", "Jujur.")
    first = trial.picture(DETAILS, text, 0, 0, 320)
    assert trial.picture(DETAILS, text, 7, 0, 320) == first
    assert trial.picture(DETAILS, text, 0, 9, 320) == first


def test_a_text_without_words_is_refused(trial: PaintedTrial) -> None:
    empty = Text("t", "k", "T", (Point(()),))
    with pytest.raises(Refused):
        trial.reach(DETAILS, empty)
    with pytest.raises(Refused):
        trial.picture(DETAILS, empty, 0, 0, 320)


def test_pictures_are_brought_once_and_bad_ones_are_named(letters: Letters) -> None:
    trial = PaintedTrial(letters, WORDS)
    assert trial.bring({"a": png("black"), "b": b"no picture"}) == ("b",)
    assert trial.bring({"a": b"not looked at again"}) == ()
    details = replace(DETAILS, look=Look(background="a"))
    picture = trial.picture(details, text_of("Setia."), 0, 0, 320)
    assert isinstance(picture, QImage)
    assert picture != trial.picture(DETAILS, text_of("Setia."), 0, 0, 320)


def test_an_item_of_the_programme_is_what_the_hall_will_see(
    trial: PaintedTrial, letters: Letters
) -> None:
    show = show_of("banten")
    closing = replace(show.cues[-1], skipped=True)
    # Qt sets letters by a sixtieth of a pixel differently once it has drawn others.
    for _ in range(2):
        picture = trial.cue_picture(show.details, show.texts(), closing, USUAL[0])
    state = show.jump(show.first(), len(show.cues) - 1)
    assert picture == Painter(show, letters, WORDS).image(picture_of(View.HALL, USUAL, show, state))
    assert trial.cue_picture(show.details, show.texts(), closing, 480).width() == 480


def test_an_item_without_its_text_is_refused(trial: PaintedTrial) -> None:
    with pytest.raises(Refused):
        trial.cue_picture(DETAILS, (), Cue("c", CueKind.TEXT, "Ikrar", text="t"), 480)
