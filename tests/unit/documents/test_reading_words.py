"""The minutes tell what the screen showed of a text, and claim nothing beyond it."""

import pytest

from ceremony_app.documents.reading_words import ReadingWords
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.papers import Completion, TextRead
from ceremony_app.domain.reading import Place, Reading
from ceremony_app.domain.texts import Pace, Phrase, Point, Text

TEXT = Text(
    id="t",
    key="ikrar",
    title="Ikrar",
    opening=Point((Phrase("Kami berikrar:"),)),
    points=(
        Point((Phrase("satu"), Phrase("dua"), Phrase("tiga"))),
        Point((Phrase("empat"), Phrase("lima"))),
    ),
    closing=Point((Phrase("Demikian."),)),
)
WHOLE = Reading((), (), (), ())
SOME = Reading(
    skipped=(Place(0, 0), Place(2, 0), Place(2, 1)),
    short=(Place(1, 0), Place(1, 2)),
    early=(Place(3, 0),),
    repeated=(Place(1, 1),),
)


def told(
    indonesian: Catalogue, how: Completion, reading: Reading | None = None, text: Text = TEXT
) -> str:
    read = TextRead("Ikrar", how, phrases=7, reason="listrik padam.", text=text, reading=reading)
    return ReadingWords(indonesian).completeness(read)


def test_a_text_that_was_shown_whole(indonesian: Catalogue) -> None:
    assert told(indonesian, Completion.SHOWN, WHOLE) == (
        "Kelengkapan pembacaan: Seluruh penggal naskah, 7 (tujuh) penggal, tampil di layar aula "
        "menurut urutannya, masing-masing tidak kurang dari waktu bacanya."
    )


def test_going_back_is_told_and_takes_nothing_away(indonesian: Catalogue) -> None:
    reading = Reading((), (), (), (Place(1, 0), Place(1, 1)))
    words = told(indonesian, Completion.SHOWN, reading)
    assert "Seluruh penggal" in words
    assert words.endswith("Tampil kembali: butir 1 penggal 1 dan 2.")


def test_what_is_missing_is_named_place_by_place(indonesian: Catalogue) -> None:
    assert told(indonesian, Completion.CONFIRMED, SOME) == (
        "Kelengkapan pembacaan: Dari 7 (tujuh) penggal, yang tampil di layar aula 4 (empat) "
        "penggal. Tidak tampil: pembuka dan butir 2. Tampil lebih singkat daripada waktu bacanya: "
        "butir 1 penggal 1 dan 3. Tampil mendahului urutannya: penutup. Tampil kembali: butir 1 "
        "penggal 2. Pembacaan dinyatakan selesai oleh operator dengan alasan: listrik padam."
    )


@pytest.mark.parametrize("reading", [None, WHOLE, SOME])
def test_what_was_not_completed_is_not_called_so(
    indonesian: Catalogue, reading: Reading | None
) -> None:
    words = told(indonesian, Completion.PARTIAL, reading)
    assert words.endswith("Pembacaan tidak tercatat sampai selesai.")
    assert "dinyatakan selesai" not in words


def test_reading_from_paper_claims_nothing(indonesian: Catalogue) -> None:
    words = told(indonesian, Completion.ON_PAPER)
    assert words == (
        "Kelengkapan pembacaan: Tidak dicatat, karena naskah dibacakan dari kertas tanpa layar."
    )


def test_what_was_not_read_is_not_judged(indonesian: Catalogue) -> None:
    assert told(indonesian, Completion.NOT_READ) == ""


def test_a_text_led_by_points_is_counted_by_its_parts(indonesian: Catalogue) -> None:
    by_point = Text("t", "ikrar", "Ikrar", TEXT.points, pace=Pace.POINT)
    read = TextRead(
        "Ikrar",
        Completion.PARTIAL,
        phrases=2,
        text=by_point,
        reading=Reading((Place(1, 0),), (), (), ()),
    )
    words = ReadingWords(indonesian).completeness(read)
    assert "Dari 2 (dua) bagian, yang tampil di layar aula 1 (satu) bagian." in words
    assert "Tidak tampil: butir 2." in words
