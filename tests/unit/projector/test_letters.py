"""Lines that fit a width, and fonts that must be there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from ceremony_app.projector.letters import LINE, Letters, is_leftward
from tests.unit.projector.conftest import PLACES

words = st.lists(st.text("abcdefghijklmnopqrstuvwxyzMW.,-", min_size=1, max_size=30), max_size=30)


@given(words, st.integers(8, 120), st.integers(150, 2000), st.booleans())
@settings(max_examples=60, deadline=None)
def test_lines_fit_and_hold_every_letter_in_order(
    letters: Letters, row: list[str], size: int, width: int, bold: bool
) -> None:
    for lines in (
        letters.wrap(" ".join(row), size, width, bold=bold),
        letters.balanced(" ".join(row), size, width, bold=bold),
    ):
        assert "".join("".join(lines).split()) == "".join(row)
        metrics = QFontMetricsF(letters.font(size, bold=bold))
        assert all(metrics.horizontalAdvance(line) <= width or len(line) == 1 for line in lines)


@given(words, st.integers(8, 120), st.integers(150, 2000))
@settings(max_examples=40, deadline=None)
def test_balancing_never_takes_more_lines(
    letters: Letters, row: list[str], size: int, width: int
) -> None:
    plain = letters.wrap(" ".join(row), size, width, bold=True)
    assert len(letters.balanced(" ".join(row), size, width, bold=True)) == len(plain)


def test_balanced_lines_leave_no_word_alone_at_the_end(letters: Letters) -> None:
    title = "Ikrar dan Penandatanganan Pakta Integritas Netralitas Pegawai"
    width = letters.width("Ikrar dan Penandatanganan Pakta", 100, bold=True)
    assert letters.balanced(title, 100, width, bold=True) == (
        "Ikrar dan Penandatanganan",
        "Pakta Integritas",
        "Netralitas Pegawai",
    )


def test_a_word_wider_than_the_line_is_broken_and_not_lost(letters: Letters) -> None:
    lines = letters.wrap("x" * 80, 50, 600, bold=True)
    assert len(lines) > 1
    assert "".join(lines) == "x" * 80


def test_widths_grow_in_proportion_to_the_size(letters: Letters) -> None:
    line = "tidak melakukan praktik-praktik intimidasi dan ancaman"
    for size in (12, 37, 64, 141):
        real = QFontMetricsF(letters.font(size, bold=True)).horizontalAdvance(line)
        assert letters.width(line, size, bold=True) == pytest.approx(real, rel=0.01)


OATH = "وَأَوْفُوا بِالْعَهْدِ إِنَّ الْعَهْدَ كَانَ مَسْئُولًا"


def test_lines_of_our_own_letters_are_all_of_one_height(letters: Letters) -> None:
    leads = {letters.lead(line) for line in ("menjaga", "“ÂÇ gjpqy” – ½", "IKRAR", "")}
    assert [lead.high for lead in leads] == [LINE]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "line", [OATH, "Demi Allah, وَاللَّهِ الْعَظِيمِ saya", "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ", "ẤỒṨ̣"]
)
def test_a_line_that_reaches_further_has_the_room(letters: Letters, line: str, bold: bool) -> None:
    lead = letters.lead(line)
    for size in (23, 80, 160):
        path = QPainterPath()
        path.addText(QPointF(0, 0), letters.font(size, bold=bold), line)
        ink = path.boundingRect()
        assert -ink.top() <= lead.rise * size + 1
        assert ink.bottom() <= (lead.high - lead.rise) * size + 1
    assert lead.high >= LINE


def test_the_lines_of_a_phrase_have_one_height(letters: Letters) -> None:
    assert letters.depth(["a", "b"]) == 2 * LINE
    assert letters.depth(["a", OATH, "b"]) == pytest.approx(3 * letters.lead(OATH).high)
    assert letters.depth([]) == 0


def test_what_somebody_pasted_by_mistake_is_measured_sign_by_sign(qapp: object) -> None:
    assert qapp
    letters = Letters(PLACES.fonts)
    for size in range(10, 80):
        lines = letters.wrap("Ikrar" * 2_000, size, 900, bold=True)
        assert "".join(lines) == "Ikrar" * 2_000
    # The word and the blank, and I, k, r, a.
    assert letters.measured == 2 + len(set("Ikrar"))


def test_a_long_word_is_broken_between_whole_signs(letters: Letters) -> None:
    signs = ["👨‍👩‍👧", "🇮🇩", "n̈", "ẹ́", "x", "خَ"]
    word = "".join(signs) * 12
    lines = letters.wrap(word, 50, 170, bold=True)
    assert "".join(lines) == word
    starts = {line[0] for line in lines}
    assert starts <= {sign[0] for sign in signs}
    assert not any(line.endswith("‍") for line in lines)


@pytest.mark.parametrize(
    ("words", "leftward"),
    [
        (OATH, True),
        (OATH + " 12.", True),
        ("Demi Allah " + OATH, False),
        ("ikrar", False),
        ("", False),
    ],
)
def test_only_words_of_one_way_run_from_right_to_left(words: str, leftward: bool) -> None:
    assert is_leftward(words) is leftward
