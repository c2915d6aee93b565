"""Golongan and pangkat in all their spellings."""

import pytest

from ceremony_app.domain.ranks import GOLONGAN, looks_like_golongan, rank_order, read_rank


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("III/c", "Penata, III/c"),
        ("III/C", "Penata, III/c"),
        ("III.c", "Penata, III/c"),
        ("IIIc", "Penata, III/c"),
        ("iii c", "Penata, III/c"),
        ("III - c", "Penata, III/c"),
        ("Gol. III/c", "Penata, III/c"),
        ("Penata (III/c)", "Penata, III/c"),
        ("Penata Tk. I (III/d)", "Penata Tingkat I, III/d"),
        ("Penata Tk.I / III d", "Penata Tingkat I, III/d"),
        ("Juru Muda Tk. I (I/b)", "Juru Muda Tingkat I, I/b"),
        ("PENATA MUDA TK.I", "Penata Muda Tingkat I, III/b"),
        ("Penata Muda Tingkat 1", "Penata Muda Tingkat I, III/b"),
        ("Pembina Utama Madya", "Pembina Utama Madya, IV/d"),
        ("Pembina Utama", "Pembina Utama, IV/e"),
        ("Pembina", "Pembina, IV/a"),
        ("IX", "IX"),
        ("Golongan v", "V"),
        ("XVII", "XVII"),
    ],
)
def test_spellings_read_as_one(text: str, printed: str) -> None:
    rank = read_rank(text)
    assert rank is not None
    assert rank.printed == printed


@pytest.mark.parametrize(
    "text",
    ["", "III/f", "I/e", "XVIII", "IIII", "Komisaris Besar Polisi", "Penata Laporan Keuangan", "-"],
)
def test_what_is_no_rank(text: str) -> None:
    assert read_rank(text) is None
    assert rank_order(text) == 0


def test_both_ladders_are_whole() -> None:
    assert [rank for rank in GOLONGAN if "/" in rank] == [
        *("I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d"),
        *("III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"),
    ]
    assert len([rank for rank in GOLONGAN if "/" not in rank]) == 17


@pytest.mark.parametrize("golongan", GOLONGAN)
def test_every_rank_reads_its_own_printing(golongan: str) -> None:
    rank = GOLONGAN[golongan]
    assert read_rank(rank.printed) == read_rank(rank.golongan) == rank
    assert rank.pangkat == "" or read_rank(rank.pangkat) == rank


def test_ranks_are_sorted_by_the_ladder() -> None:
    texts = ["II/d", "Pembina, IV/a", "III.a", "Pengemudi", "iv/E"]
    assert sorted(texts, key=rank_order) == ["Pengemudi", "II/d", "III.a", "Pembina, IV/a", "iv/E"]


@pytest.mark.parametrize(
    ("text", "is_like"),
    [("III/f", True), ("V.a", True), ("Penata (III/f)", True), ("AKBP", False), ("Iptu", False)],
)
def test_what_was_meant_as_golongan(text: str, is_like: bool) -> None:
    assert looks_like_golongan(text) is is_like
