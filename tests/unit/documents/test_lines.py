"""Lines: nothing hyphenated, nothing cut, flush where they can be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ceremony_app.documents.faces import tidy
from ceremony_app.documents.lines import Measure, justified, ragged
from ceremony_app.documents.stationery import Stationery

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
