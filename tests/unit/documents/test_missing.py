"""The list of the missing: everybody once, by division, and no number of anybody."""

import csv
import io
from pathlib import Path

import pytest

from ceremony_app.documents.missing import make_missing, make_missing_csv
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import MissingRow, MissingSheet, Occasion
from tests.helpers.pdf_pages import read_pages, text_of

AT = "2023-02-13T08:10:00.000+08:00[WITA]"


def sheet(occasion: Occasion, count: int) -> MissingSheet:
    people = tuple(
        MissingRow(no, f"Pegawai Nomor{no:04}", "Analis Hukum", f"Divisi {(no - 1) // 40}")
        for no in range(1, count + 1)
    )
    return MissingSheet(occasion, AT, people)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("count", [0, 1, 130])
def test_everybody_stands_once_under_a_division(
    stationery: Stationery, occasion: Occasion, tmp_path: Path, count: int, paper: Paper
) -> None:
    made = make_missing(stationery, sheet(occasion, count), tmp_path / "a.pdf", paper)
    pages = read_pages(tmp_path / "a.pdf")
    assert made.pages == len(pages)
    text = " ".join(page.text for page in pages).replace(" ", "")
    assert text.count("PegawaiNomor") == count
    assert text.count("Divisi1") == (1 if count > 40 else 0)
    told = text_of(tmp_path / "a.pdf")
    assert "DAFTAR PEGAWAI YANG BELUM HADIR" in told
    assert "Senin, 13 Februari 2023 pukul 08.10 WITA" in told
    assert f"tanpa keterangan: {count} (" in told


def test_the_csv_has_a_row_each(stationery: Stationery, occasion: Occasion, tmp_path: Path) -> None:
    make_missing_csv(stationery, sheet(occasion, 3), tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[0] == ["No", "Nama", "Jabatan", "Divisi"]
    assert rows[3] == ["3", "Pegawai Nomor0003", "Analis Hukum", "Divisi 0"]
