"""What a line keeps together, and what it may part."""

import pytest

from ceremony_app.documents.faces import NO_BREAK
from ceremony_app.documents.holding import together
from ceremony_app.documents.lines import Measure, justified, ragged
from ceremony_app.documents.stationery import Stationery

HELD = (
    "Dr. H. Nama",
    "dr. Siti",
    "Komjen Pol. Andap",
    "A. Warits,",
    "Nama, S.H., M.H.",
    "Widyastuti, A.Md.I.P., S.H.",
    "NIP 196608011988031001",
    "NIP ........................",
    "NI PPPK 198503272014032001",
    "NRP 12345678",
    "pukul 08.30 WIB,",
    "15 menit",
    "83 (delapan",
    "tiga) orang",
    "Pasal 5",
    "ayat (1)",
    "huruf a",
    "Nomor 5",
    "Tahun 2014;",
    "Kelas IIA",
    "13 Februari 2023",
    "Plt. Kepala",
    "a.n. Kepala",
    "s.d. selesai",
    "Jl. Kenari",
)
PARTED = (
    "Kantor Wilayah",
    "Kepala Divisi",
    "Siti Nur'aini",
    "pukul pagi",
    "nomor surat",
    "wayan, sudah",
    "2023, bertempat",
    "laut lepas",
    "mayor kota",
)


@pytest.mark.parametrize("words", HELD)
def test_what_is_said_in_one_breath_is_held(words: str) -> None:
    assert [" ".join(held) for held in together(words)] == [words]


@pytest.mark.parametrize("words", PARTED)
def test_other_words_part(words: str) -> None:
    assert [" ".join(held) for held in together(words)] == words.split()


@pytest.mark.parametrize("held", HELD)
def test_no_line_ends_within_it_where_it_fits(stationery: Stationery, held: str) -> None:
    words = f"Demikian yang tercatat di kantor ini {held} dan seterusnya sampai selesai."
    for width in range(60, 460, 9):
        measure = Measure(stationery.faces.regular, 12.0, float(width))
        if measure.of(held) <= width:
            assert any(held in line.words for line in justified(words, measure))
            lines = ragged(words, measure)
            tied = ragged(words.replace(held, held.replace(" ", NO_BREAK)), measure)
            assert any(held in line.words for line in lines) or len(tied) > len(lines)


def test_what_does_not_fit_parts_and_is_not_cut(stationery: Stationery) -> None:
    measure = Measure(stationery.faces.regular, 12.0, 70.0)
    lines = [line.words for line in ragged("Komjen Pol. Andap, S.I.K., M.H.", measure)]
    assert lines == ["Komjen Pol.", "Andap,", "S.I.K., M.H."]
