"""One size for a whole text, nothing cut, whatever people write."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.show import units
from ceremony_app.domain.texts import Pace, Phrase, Point, Text
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.text_layout import Page, TextLayout, lay_out
from tests.unit.projector.conftest import show_of

ROOM = QRectF(200, 150, 1560, 720)


def text_of(*points: str, pace: Pace = Pace.PHRASE) -> Text:
    return Text("t", "ikrar", "Ikrar", tuple(map(suggested_point, points)), pace=pace)


def pages(layout: TextLayout) -> Iterator[Page]:
    for part in layout.parts:
        yield from part


def check(text: Text, layout: TextLayout, letters: Letters, room: QRectF) -> None:
    """Every word is on a page, in order, inside the room, no phrase over another."""
    for part, own in zip(text.parts, layout.parts, strict=True):
        boxes = [box for page in own for box in page.boxes]
        assert [box.phrase for box in boxes] == list(range(len(part.phrases)))
        for box, phrase in zip(boxes, part.phrases, strict=True):
            assert "".join("".join(box.lines).split()) == "".join(phrase.words.split())
    for page in pages(layout):
        bottom = room.top() - 0.5
        for box in page.boxes:
            assert box.rect.top() >= bottom
            assert box.rect.height() == pytest.approx(letters.depth(box.lines) * layout.size)
            bottom = box.rect.bottom()
        assert bottom <= room.bottom() + 0.5


def test_banten_is_read_whole_points_at_one_good_size(letters: Letters) -> None:
    text = show_of("banten").texts()[0]
    layout = lay_out(text, letters, ROOM, 82, 54)
    check(text, layout, letters, ROOM)
    assert layout.size >= 54
    assert all(len(part) == 1 for part in layout.parts)


def test_short_texts_stop_at_the_largest_size(letters: Letters) -> None:
    assert lay_out(text_of("Setia."), letters, ROOM, 82, 54).size == 82


def test_a_point_too_long_goes_over_pages_at_the_readable_size(letters: Letters) -> None:
    text = text_of(" ".join(["Menjaga netralitas pegawai,"] * 25), "Setia.")
    layout = lay_out(text, letters, ROOM, 82, 54)
    check(text, layout, letters, ROOM)
    assert layout.size == 54
    counts = [len(page.boxes) for page in layout.parts[0]]
    assert len(counts) > 1
    assert max(counts) - min(counts) <= 2
    assert [page.number for page in layout.parts[0]] == list(range(1, len(counts) + 1))
    assert len(layout.parts[1]) == 1


def test_pages_are_broken_between_breaths_only(letters: Letters) -> None:
    text = text_of(" ".join(["Menjaga netralitas pegawai,"] * 40), pace=Pace.POINT)
    layout = lay_out(text, letters, ROOM, 82, 54)
    check(text, layout, letters, ROOM)
    for unit in units(text):
        page = layout.page(unit.part, unit.first)
        assert all(page.holds(phrase) for phrase in range(unit.first, unit.last + 1))


@pytest.mark.parametrize(
    "words",
    [
        " ".join(["kata"] * 500),
        "x" * 80,
        "Demi Allah, وَاللَّهِ الْعَظِيمِ saya bersumpah",
        "Setia 🤝 jujur 🇮🇩 👨‍👩‍👧",
        "é" * 40 + " " + "n̈" * 40,
        "A",
    ],
)
def test_odd_texts_neither_overflow_nor_vanish(letters: Letters, words: str) -> None:
    text = Text("t", "k", "T", (Point((Phrase(words),)), suggested_point(words)))
    for room in (ROOM, QRectF(40, 40, 500, 260), QRectF(10, 10, 260, 700)):
        check(text, lay_out(text, letters, room, int(room.height() / 8), 20), letters, room)


@given(
    st.lists(
        st.lists(st.text("abcdefgh.,Tn", min_size=1, max_size=14), min_size=1, max_size=70),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(Pace),
    st.sampled_from([(1560, 720), (850, 520), (820, 1300), (3100, 1450)]),
)
@settings(max_examples=40, deadline=None)
def test_any_text_fits_any_room_in_one_size(
    letters: Letters, points: list[list[str]], pace: Pace, size: tuple[int, int]
) -> None:
    text = text_of(*(" ".join(point) for point in points), pace=pace)
    room = QRectF(20, 20, *size)
    check(text, lay_out(text, letters, room, size[1] // 9, size[1] // 14), letters, room)
