"""Lines that fit a width, and fonts that must be there."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.projector.letters import Letters

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


def test_a_missing_font_is_told_in_a_sentence(qapp: object, tmp_path: Path) -> None:
    assert qapp
    with pytest.raises(FileTrouble) as trouble:
        Letters(tmp_path)
    assert trouble.value.message.key == "show.no_font"
