"""The minutes claim what the record says, and no more."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.documents.minutes import make_minutes
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import PactForm, Paper
from ceremony_app.domain.papers import (
    Completion,
    CountsByHand,
    MinutesData,
    Occasion,
    PactSigning,
    RepresentativeSigning,
    TextRead,
    WitnessFact,
)
from ceremony_app.domain.people import IdKind, Party, Role
from ceremony_app.domain.status import Status
from tests.helpers.pdf_pages import embedded_faces, read_pages, text_of

HEAD = "0123456789abcdef0123456789abcdef"
PRESIDER = Party(
    id="1",
    role=Role.PRESIDER,
    name="Marciana Dominika Jone",
    post="Kepala Kantor Wilayah",
    id_number="196608011988032001",
    id_kind=IdKind.NIP,
)
READER = Party(id="2", role=Role.READER, name="Yohanes Usfunan", post="Kepala Bagian Umum")
WITNESS = Party(
    id="3",
    role=Role.WITNESS,
    name="A. Warits",
    post="Ketua Bawaslu Jawa Timur",
    institution="Bawaslu Jawa Timur",
)
FIRST = Party(
    id="4",
    role=Role.REPRESENTATIVE,
    name="Masjuno",
    post="Kepala Divisi Pemasyarakatan",
    division="Divisi Pemasyarakatan",
)
SECOND = replace(FIRST, id="5", name="Ujo Sujoto", division="Divisi Keimigrasian", prefix="Plh.")
PLEDGE = TextRead("Ikrar Netralitas", Completion.SHOWN, READER, 17, present=70, latecomers=3)


@pytest.fixture
def minutes(occasion: Occasion) -> MinutesData:
    return MinutesData(
        occasion=occasion,
        head=HEAD,
        events=1234,
        presider=PRESIDER,
        people=83,
        counts=((Status.PRESENT, 70), (Status.LATE, 3), (Status.SICK, 2)),
        texts=(PLEDGE,),
    )


def told(stationery: Stationery, minutes: MinutesData, folder: Path) -> str:
    make_minutes(stationery, minutes, folder / "minutes.pdf", Paper.A4)
    return text_of(folder / "minutes.pdf")


def test_day_place_and_persons(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    text = told(stationery, minutes, tmp_path)
    assert "BERITA ACARA IKRAR DAN PENANDATANGANAN" in text
    assert (
        "Pada hari ini Senin tanggal tiga belas bulan Februari tahun dua ribu dua puluh tiga, "
        "mulai pukul 08.30 WITA, bertempat di Aula Kanwil, Kupang,"
    ) in text
    assert "dipimpin oleh Marciana Dominika Jone, Kepala Kantor Wilayah selaku pembina" in text
    assert "dibacakan oleh Yohanes Usfunan, Kepala Bagian Umum." in text
    assert "Nomor: ...." in text
    assert "Demikian berita acara ini dibuat dengan sebenarnya" in text
    assert "NIP 196608011988032001" in text
    assert "Halaman 1 dari" in text


def test_counts_stand_in_figures_and_words_by_status(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    text = told(stationery, minutes, tmp_path)
    assert "berjumlah 83 (delapan puluh tiga) orang" in text
    assert "Hadir : 70 (tujuh puluh) orang" in text
    assert "Terlambat : 3 (tiga) orang" in text
    assert "Sakit : 2 (dua) orang" in text
    assert "Belum ada keterangan : 8 (delapan) orang" in text
    assert "Cuti" not in text


def test_latecomers_are_counted_apart(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    text = told(stationery, minutes, tmp_path)
    assert "Hadir saat ikrar diucapkan: 70 (tujuh puluh) orang." in text
    assert "setelah pembacaan dimulai: 3 (tiga) orang, dihitung tersendiri." in text
    assert (
        "Kelengkapan pembacaan: Seluruh penggal naskah, 17 (tujuh belas) penggal, tampil di layar "
        "aula menurut urutannya, masing-masing tidak kurang dari waktu bacanya."
    ) in text


def test_a_reading_from_paper_says_when_it_began(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    read = replace(PLEDGE, completion=Completion.ON_PAPER, at="2023-02-13T08:07:59.000+08:00[WITA]")
    text = told(stationery, replace(minutes, texts=(read,)), tmp_path)
    assert "dibacakan dari kertas oleh Yohanes Usfunan, mulai pukul 08.07 WITA." in text


@pytest.mark.parametrize(
    ("text", "says", "does_not_say"),
    [
        (
            replace(PLEDGE, completion=Completion.CONFIRMED, reason="listrik padam."),
            "dinyatakan selesai oleh operator dengan alasan: listrik padam.",
            "Seluruh penggal",
        ),
        (
            replace(PLEDGE, completion=Completion.ON_PAPER, present=None),
            "Tidak dicatat, karena naskah dibacakan dari kertas tanpa layar.",
            "Seluruh penggal",
        ),
        (
            replace(PLEDGE, completion=Completion.PARTIAL, present=None),
            "tidak tercatat sampai selesai",
            "saat ikrar diucapkan",
        ),
        (
            replace(PLEDGE, completion=Completion.NOT_READ, present=None),
            "tidak dibacakan pada sesi ini",
            "saat ikrar diucapkan",
        ),
        (
            replace(PLEDGE, by_hand=CountsByHand(spoken=2, left_early=1)),
            "sebagai mengucapkan: 2 (dua) orang. Dicatat pulang lebih awal: 1 (satu) orang.",
            "tidak mengikuti",
        ),
        (
            replace(PLEDGE, completion=Completion.NOT_READ, by_hand=CountsByHand(not_followed=1)),
            "tidak dibacakan pada sesi ini. Dicatat tidak mengikuti: 1 (satu) orang.",
            "mengucapkan",
        ),
        (replace(PLEDGE, is_pledge=False), "Hadir saat naskah diucapkan", "saat ikrar"),
        (replace(PLEDGE, reader=None), "dibacakan oleh ....", "Usfunan"),
    ],
)
def test_completeness_is_claimed_only_where_it_was_recorded(
    stationery: Stationery,
    minutes: MinutesData,
    tmp_path: Path,
    text: TextRead,
    says: str,
    does_not_say: str,
) -> None:
    read = told(stationery, replace(minutes, texts=(text,)), tmp_path)
    assert says in read
    assert does_not_say not in read


def test_who_signed_and_who_is_not_known_to_have(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    pact = PactSigning(
        "Pakta Integritas",
        PactForm.REPRESENTATIVES,
        (RepresentativeSigning(FIRST, signed=True), RepresentativeSigning(SECOND, signed=False)),
    )
    text = told(stationery, replace(minutes, pacts=(pact,)), tmp_path)
    assert (
        "a. Perwakilan Divisi Pemasyarakatan, Masjuno, Kepala Divisi Pemasyarakatan: "
        "tercatat telah menandatangani;"
    ) in text
    assert "Plh. Kepala Divisi Pemasyarakatan: belum tercatat menandatangani." in text
    assert "a.n." not in text


def test_individual_sheets_are_counted(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    pact = PactSigning("Pakta", PactForm.INDIVIDUAL, people=83, people_signed=40)
    text = told(stationery, replace(minutes, pacts=(pact,)), tmp_path)
    assert "oleh 40 (empat puluh) orang dari 83 (delapan puluh tiga) orang." in text


@pytest.mark.parametrize(
    ("present", "signed", "says"),
    [
        (True, True, "tercatat hadir dan tercatat telah menandatangani"),
        (True, False, "tercatat hadir; tidak tercatat menandatangani"),
        (False, True, "tidak tercatat hadir; tercatat telah menandatangani"),
        (False, False, "tidak tercatat hadir dan tidak tercatat menandatangani"),
    ],
)
def test_a_witness_was_present_and_signed_as_two_facts(
    stationery: Stationery,
    minutes: MinutesData,
    tmp_path: Path,
    *,
    present: bool,
    signed: bool,
    says: str,
) -> None:
    fact = WitnessFact(WITNESS, present, signed)
    text = told(stationery, replace(minutes, witnesses=(fact,)), tmp_path)
    assert f"A. Warits, Ketua Bawaslu Jawa Timur: {says}." in text
    assert "Saksi," not in text


def test_a_witness_gets_a_block_only_where_it_was_asked_for(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    fact = WitnessFact(WITNESS, present=True, signed=False, signs=True)
    text = told(stationery, replace(minutes, witnesses=(fact,)), tmp_path)
    assert "Saksi," in text
    assert text.count("A. Warits") == 2


def test_the_head_is_printed_by_fours_with_the_number_of_events(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    text = told(stationery, minutes, tmp_path)
    assert "0123 4567 89ab cdef 0123 4567 89ab cdef" in text
    assert "1.234 (seribu dua ratus tiga puluh empat) peristiwa" in text
    assert "elektronik" not in text


def test_a_draft_without_a_head_has_a_blank(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    text = told(stationery, replace(minutes, head="", events=0), tmp_path)
    assert "dengan sidik rekaman: ...." in text


def test_guests_bases_and_the_session_are_told_where_there_are_any(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    text = told(stationery, minutes, tmp_path)
    assert "Tamu" not in text
    assert "berpedoman" not in text
    full = replace(
        minutes,
        guests=4,
        legal_bases=("Undang-Undang Nomor 5 Tahun 2014",),
        occasion=replace(minutes.occasion, session="Susulan"),
        number="W.22.UM.01.01-1473",
    )
    text = told(stationery, full, tmp_path)
    assert "Tamu yang tercatat hadir berjumlah 4 (empat) orang." in text
    assert "berpedoman pada: Undang-Undang Nomor 5 Tahun 2014." in text
    assert "(sesi Susulan)" in text
    assert "Nomor: W.22.UM.01.01-1473" in text


def test_everything_unknown_is_a_blank(stationery: Stationery, tmp_path: Path) -> None:
    text = told(stationery, MinutesData(Occasion(), HEAD, 1), tmp_path)
    assert "Pada hari ini ................ tanggal" in text
    assert "dipimpin oleh ...." in text
    assert "0 (nol) orang" in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("witnesses", range(7))
def test_signatures_are_never_alone_and_within_the_margins(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path, paper: Paper, witnesses: int
) -> None:
    facts = tuple(
        WitnessFact(replace(WITNESS, id=str(number)), present=True, signed=True, signs=True)
        for number in range(witnesses)
    )
    full = replace(
        minutes,
        witnesses=facts,
        texts=(PLEDGE,) * (1 + witnesses),
        signers=(PRESIDER, READER),
    )
    made = make_minutes(stationery, full, tmp_path / "a.pdf", paper)
    pages = read_pages(tmp_path / "a.pdf")
    assert made.pages == len(pages)
    for page in pages:
        assert max(box.bottom for box in page.body) <= paper.size_mm[1] - 25
    (signed,) = (page for page in pages if "NIP 1966" in page.text)
    assert "Demikian berita acara" in signed.text


def test_same_data_same_bytes_and_fonts_are_embedded(
    stationery: Stationery, minutes: MinutesData, tmp_path: Path
) -> None:
    first = make_minutes(stationery, minutes, tmp_path / "a.pdf", Paper.A4)
    assert first == make_minutes(stationery, minutes, tmp_path / "b.pdf", Paper.A4)
    fonts, files = embedded_faces((tmp_path / "a.pdf").read_bytes())
    assert fonts == files == 2
