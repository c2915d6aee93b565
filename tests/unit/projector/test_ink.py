"""Nothing that must be seen leaves the safe area, whatever the size, the scale, or the words."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from ceremony_app.domain.live import DivisionCount, Live, Pacing
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.show import Show
from ceremony_app.domain.texts import Phrase, Point
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill, Image, Item, Shape, Words
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter, draw_words, painting
from ceremony_app.projector.views import View, picture_of
from tests.helpers.cue_gallery import LATE, LIVE, gallery
from tests.unit.projector.conftest import WORDS, show_of

TEMPLATES = ["banten", "setjen", "ntt", "banyuwangi", "jatim", "generic", "blank"]
SCREENS = [(1366, 768), (1024, 768), (1920, 1080), (800, 1280)]
SCALES = [1.25, 1.5, 2.0]
_FAINT = 60

PIXELS = [(round(w * scale), round(h * scale)) for (w, h) in SCREENS for scale in SCALES]

ODD = [
    " ".join(["kata"] * 500),
    "x" * 80,
    "Demi Allah, وَاللَّهِ الْعَظِيمِ saya bersumpah",
    "Setia 🤝 jujur 🇮🇩 👨‍👩‍👧",
    "é" * 40 + " " + "n̈" * 40,
    "A",
    "iiiiii WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "Ἀλήθεια Правда Ḥaḍramawt",
]


def ink(item: Item, size: tuple[int, int]) -> QRectF | None:
    """Where an item leaves ink; None for grounds and bands, which fill the screen on purpose."""
    if isinstance(item, Shape):
        reach = item.pen / 2
        return item.path.boundingRect().adjusted(-reach, -reach, reach, reach)
    if isinstance(item, Words) and not item.rect.width():
        # A mark without a letter takes no room.
        return None
    if isinstance(item, Fill | Image) and item.rect.width() >= size[0]:
        return None
    return item.rect


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_step_of_every_template_stays_within_the_safe_area(
    painter_for: Callable[[Show], Painter], template: str, view: View
) -> None:
    show = show_of(template)
    painter = painter_for(show)
    for size in PIXELS:
        safe = Frame(*size).safe.adjusted(-1, -1, 1, 1)
        for step in show.steps():
            for item in painter.items(picture_of(view, size, show, step.state, LATE)):
                place = ink(item, size)
                assert place is None or safe.contains(place), (size, step.code, item)


@pytest.mark.parametrize("view", View)
def test_every_kind_of_item_stays_within_the_safe_area(letters: Letters, view: View) -> None:
    show = gallery(rehearsal=True)
    painter = Painter(show, letters, WORDS)
    for size, step in itertools.product((*SCREENS, *PIXELS), show.steps()):
        safe = Frame(*size).safe.adjusted(-1, -1, 1, 1)
        for item in painter.items(picture_of(view, size, show, step.state, LATE)):
            place = ink(item, size)
            assert place is None or safe.contains(place), (size, step.code, item)


@pytest.mark.parametrize("view", View)
def test_the_pixels_outside_the_safe_area_are_ground_or_band(letters: Letters, view: View) -> None:
    """The rectangles say so; the paint does too."""
    show = gallery(rehearsal=True)
    painter = Painter(show, letters, WORDS)
    size = (320, 240)
    for step in show.steps():
        picture = picture_of(view, size, show, step.state, LATE)
        bands = {
            item.colour
            for item in painter.items(picture)
            if isinstance(item, Fill) and item.rect.width() >= size[0]
        }
        assert _margins(painter.image(picture)) <= bands, step.code


def _margins(image: QImage) -> set[str]:
    """The colours outside the safe area; bands may end between two rows, and blend there."""
    safe = Frame(image.width(), image.height()).safe.adjusted(-1, -1, 1, 1).toAlignedRect()
    rows = [
        {QColor(image.pixel(x, y)).name() for x in range(image.width()) if not safe.contains(x, y)}
        for y in range(image.height())
    ]
    # A row of one colour is a band, or the blend at its edge: letters never make one.
    return set().union(*(row for row in rows if len(row) > 1), rows[0], rows[-1])


@pytest.mark.parametrize("words", ODD)
@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920)])
def test_odd_words_leave_ink_in_their_own_rooms(
    letters: Letters, words: str, size: tuple[int, int]
) -> None:
    """Not only the rectangles: what the fonts really draw is there, and stays inside."""
    show = odd_show(words)
    painter = Painter(show, letters, WORDS)
    for view, step in itertools.product(View, show.steps()[2:6]):
        picture = picture_of(view, size, show, step.state)
        for line in painter.items(picture):
            if isinstance(line, Words):
                drawn = drawn_by(letters, line)
                reach = 0.12 * line.size + 1
                assert not drawn.isEmpty(), (step.code, line)
                room = line.rect.adjusted(-reach, -reach, reach, reach)
                assert room.contains(drawn), (step.code, line, drawn)


def drawn_by(letters: Letters, line: Words) -> QRectF:
    """The ink of a line as it comes out, in the picture's own pixels."""
    margin = 2 * line.size + 20
    high = int(line.rect.height()) + 2 * margin
    sheet = QImage(int(line.rect.width()) + 2 * margin, high, QImage.Format.Format_Grayscale8)
    sheet.fill(0)
    left, top = line.rect.left() - margin, line.rect.top() - margin
    with painting(sheet) as brush:
        brush.translate(-left, -top)
        brush.setPen(QColor("white"))
        brush.setFont(letters.font(line.size, bold=line.bold))
        draw_words(brush, line)
    rows = bytes(sheet.constBits())
    grey = PIL.Image.frombuffer(
        "L", (sheet.width(), high), rows, "raw", "L", sheet.bytesPerLine(), 1
    )
    box = grey.point(lambda value: value if value > _FAINT else 0).getbbox()
    if box is None:
        return QRectF()
    return QRectF(left + box[0], top + box[1], box[2] - box[0], box[3] - box[1])


def odd_show(words: str) -> Show:
    """The gallery with odd words in every place where people write."""
    show = gallery()
    short = words[:400]
    programme = tuple(
        replace(cue, title=short, subtitle=short, speaker=short[:80])
        for cue in show.details.programme
    )
    parties = tuple(
        replace(party, name=short[:120], post=short[:120], institution=short[:120])
        for party in show.details.parties
    )
    details = replace(
        show.details, title=short, unit=short, place=short, programme=programme, parties=parties
    )
    (text,) = show.texts()
    points = (Point((Phrase(words, aid=short[:120]),)), suggested_point(f"{words} {words}"))
    return Show(details, [replace(text, title=short, points=points)])


def live_with(words: str) -> Live:
    divisions = tuple(DivisionCount(words[:120], at, 9) for at in range(5))
    return replace(LIVE, divisions=divisions, message=words[:120], pacing=Pacing("08.31", 9, 5))


# Latin, Greek, Cyrillic, Hebrew, Arabic: what is written in Indonesian offices, and around it.
word = st.text(
    st.characters(max_codepoint=0x6FF, exclude_categories=("C", "Z", "M")), min_size=1, max_size=24
)
anything = st.sampled_from(ODD) | st.lists(word, min_size=1, max_size=60).map(" ".join)


@given(anything, st.sampled_from([(1366, 768), (1024, 768), (1080, 1920), (2560, 1600)]))
@settings(max_examples=25, deadline=None)
def test_no_words_overflow_or_vanish_wherever_they_are_written(
    letters: Letters, words: str, size: tuple[int, int]
) -> None:
    show, live = odd_show(words), live_with(words)
    painter = Painter(show, letters, WORDS)
    safe = Frame(*size).safe.adjusted(-1, -1, 1, 1)
    for view, step in itertools.product(View, show.steps()):
        items = painter.items(picture_of(view, size, show, step.state, live))
        lines = [item for item in items if isinstance(item, Words)]
        for item in items:
            place = ink(item, size)
            assert place is None or safe.contains(place), (step.code, item)
        shown = _letters_of(" ".join(line.words for line in lines))
        expected = step.words or (step.cue.title if step.code[3:] != "blank" else "")
        if view is View.PODIUM or step.code[3:] not in ("holding", "countdown", "witness", "blank"):
            assert _letters_of(expected) in shown, (view, step.code)


def _letters_of(words: str) -> str:
    return "".join(words.split())
