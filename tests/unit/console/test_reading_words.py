"""One line for each text: what the record says of its reading."""

import pytest

from ceremony_app.console.record.reading_words import reading_words
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.reading import Place, Reading
from ceremony_app.domain.texts import Phrase, Point, Text
from ceremony_app.services.readings import TextReading

TEXT = Text("t", "ikrar", "Ikrar", (Point((Phrase("satu"), Phrase("dua"), Phrase("tiga"))),))
SOME = Reading((Place(0, 0),), (Place(0, 1),), (Place(0, 1),), (Place(0, 2),))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (TextReading(TEXT, Completion.NOT_READ), "belum dibacakan pada sesi ini"),
        (
            TextReading(TEXT, Completion.SHOWN, Reading((), (), (), (Place(0, 2),))),
            "tayang lengkap dan berurutan, 3 penggal; 1 di antaranya diulang",
        ),
        (TextReading(TEXT, Completion.CONFIRMED, SOME), "2 dari 3 penggal tidak tampil"),
        (TextReading(TEXT, Completion.PARTIAL, SOME), "tidak tercatat sampai selesai; 2 dari 3"),
        (
            TextReading(
                TEXT, Completion.ON_PAPER, reader="Regu B", at="2022-10-17T07:40:00+07:00[WIB]"
            ),
            "dibacakan dari naskah oleh Regu B mulai pukul 07.40; kelengkapannya tidak dicatat",
        ),
    ],
)
def test_it_says_what_is_known(indonesian: Catalogue, told: TextReading, says: str) -> None:
    words = indonesian.say(reading_words(told))
    assert words.startswith("Ikrar: ")
    assert says in words
