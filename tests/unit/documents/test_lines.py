"""Lines: nothing hyphenated, nothing cut, flush where they can be."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremony_app.documents.faces import tidy
from ceremony_app.documents.lines import Measure, justified, ragged
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.template import BLANK, fill
from ceremony_app.locator import installed
from ceremony_app.services.templates import Templates

WORDS = st.text(
    alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F, categories=("L", "N", "P", "Zs")),
    max_size=200,
)


@given(words=WORDS, width=st.floats(min_value=20, max_value=450))
@settings(deadline=None, max_examples=200)
def test_lines_hold_every_letter_and_keep_within_the_width(
    stationery: Stationery, words: str, width: float
) -> None:
    measure = Measure(stationery.faces.regular, 11.0, width)
    for lines in (ragged(words, measure), justified(words, measure)):
        set_words = "".join(line.words for line in lines).replace(" ", "")
        assert set_words == tidy(words).replace(" ", "")
        for line in lines:
            assert line.width <= width + 0.01 or len(line.words) == 1


def test_lines_of_a_paragraph_are_flush(stationery: Stationery) -> None:
    words = "Menjaga dan menegakkan prinsip netralitas pegawai di lingkungan kantor wilayah " * 4
    measure = Measure(stationery.faces.regular, 12.0, 453.5)
    *full, last = justified(words, measure)
    assert all(abs(line.width - measure.width) < 0.01 for line in full)
    assert last.spacing == 0.0


def test_a_long_word_breaks_after_a_mark_first(stationery: Stationery) -> None:
    measure = Measure(stationery.faces.regular, 10.0, 90.0)
    lines = ragged("Pranata-Keuangan/Bendaharawan.Penerimaan", measure)
    assert [line.words for line in lines] == ["Pranata-Keuangan/", "Bendaharawan.", "Penerimaan"]


def test_no_text_makes_no_line(stationery: Stationery) -> None:
    measure = Measure(stationery.faces.regular, 10.0, 90.0)
    assert ragged(" \n", measure) == justified("", measure) == ()


def test_text_is_tidied() -> None:
    assert tidy("  Siti \t Nur\u2019aini\u200b\ufeff ") == "Siti Nur\u2019aini"
    assert tidy("e\u0301") == "\u00e9"


def sworn_texts() -> list[str]:
    """Every point of every pledge and pact that ships, and what the papers add to them."""
    found = []
    for template in Templates(installed().templates).all():
        details, texts = fill(template, {}, new_id)
        found.extend(point.words for text in texts for point in text.parts)
        for pact in details.pacts:
            found.extend((*pact.points, pact.opening, pact.sanction, pact.closing))
    return [words for words in found if words and BLANK not in words]


@pytest.mark.parametrize("size", [11.0, 12.0])
@pytest.mark.parametrize("room_mm", [165.0, 160.0, 151.5])
def test_a_sworn_text_is_flush_and_has_no_rivers(
    stationery: Stationery, size: float, room_mm: float
) -> None:
    measure = Measure(stationery.faces.regular, size, room_mm * 72 / 25.4)
    blank = measure.of(" ")
    torn = set()
    for words in sworn_texts():
        *full, last = justified(words, measure)
        gaps = [line.spacing / blank for line in full]
        torn.update(line.words for line in full if line.width != measure.width)
        assert all(-0.13 <= gap <= 2.5 for gap in gaps), words
        assert all(-0.0081 <= line.tracking / size <= 0.0201 for line in full), words
        assert all(min(pair) < 1.3 for pair in pairwise(gaps)), f"a river: {words}"
        assert last.spacing <= 0
    assert len(torn) <= 1, torn


def test_a_line_is_left_ragged_rather_than_torn(stationery: Stationery) -> None:
    word = "pertanggungjawabannyasekalian"
    width = stationery.faces.regular.width(word, 12.0) + 1
    first, *_ = justified(f"ini {word} dan lagi", Measure(stationery.faces.regular, 12.0, width))
    assert (first.words, first.spacing, first.tracking) == ("ini", 0.0, 0.0)
