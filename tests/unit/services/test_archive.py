"""The archive folder: what it holds, under which seal, and that it is whole or not there."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.archive import EVENTS, MANIFEST, PAGE, Part, read_event, read_manifest
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.errors import DiskTrouble, FileTrouble
from ceremony_app.domain.events import EventKind, printed_head
from ceremony_app.domain.papers import Made
from ceremony_app.locator import installed
from ceremony_app.services.archive_check import check_folder
from ceremony_app.services.archive_folder import new_folder
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record
from ceremony_app.services.signed_sheets import SignedSheets
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of
from tests.helpers import scanned_sheets as sheets
from tests.helpers.archives import names_in, write_archive
from tests.helpers.day import Day, begin
from tests.helpers.scanned_sheets import bring
from tests.helpers.small_disk import can_mount, small_disk

PAPERS = {
    "dokumen/susunan-acara.pdf",
    "dokumen/lembar-baca.pdf",
    "dokumen/daftar-tamu.pdf",
    "dokumen/laporan-pelaksanaan.pdf",
    "dokumen/pakta-01-pakta-perwakilan.pdf",
    "dokumen/daftar-hadir.pdf",
    "dokumen/berita-acara.pdf",
    "kehadiran/daftar-hadir.xlsx",
    "kehadiran/daftar-hadir.csv",
}


class StoppedError(Exception):
    """Stands for whoever cancels."""


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return begin(tmp_path / "a.ikrar")


def minutes(day: Day, out: Path, number: str = "") -> Made:
    papers = Papers(day.file, Stationery.of(installed()))
    return papers.minutes(out, Choice(day.session, number))


def test_everything_is_there_and_named_with_its_hash(day: Day, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "navy").save(tmp_path / "Foto Aula.jpg")
    Attachments(day.file).add_picture(tmp_path / "Foto Aula.jpg")
    made = write_archive(day.file, tmp_path / "arsip")
    there = names_in(tmp_path / "arsip")
    assert there >= {*PAPERS, "gambar/001-foto-aula.jpg", EVENTS, PAGE, MANIFEST}
    manifest = read_manifest((tmp_path / "arsip" / MANIFEST).read_bytes())
    assert [one.path for one in manifest.files] == sorted(there - {MANIFEST})
    assert made.files == len(there)
    for one in manifest.files:
        data = (tmp_path / "arsip" / one.path).read_bytes()
        assert (one.size, one.sha256) == (len(data), sha256(data).hexdigest())
        assert bool(one.event) == (one.path in PAPERS or one.path.startswith("gambar/"))


def test_the_events_are_those_of_the_record(day: Day, tmp_path: Path) -> None:
    write_archive(day.file, tmp_path / "arsip")
    lines = (tmp_path / "arsip" / EVENTS).read_bytes().splitlines()
    events = [read_event(line) for line in lines]
    assert all(event.computed_hash() == event.hash for event in events)
    after = list(Journal(day.file).everything())
    assert events == [event for event in after if body_of(event).get("kind") != "archive"]


def test_the_seal_stands_until_something_is_added(day: Day, tmp_path: Path) -> None:
    first = write_archive(day.file, tmp_path / "1")
    again = write_archive(day.file, tmp_path / "2")
    assert first.head == again.head
    day.arrive(day.people[0])
    later = write_archive(day.file, tmp_path / "3")
    assert later.head != first.head
    assert len(Journal(day.file).of_kind(EventKind.SEALED)) == 2


def test_sheets_that_came_back_leave_the_signed_head_as_it_is(day: Day, tmp_path: Path) -> None:
    pact = sheets.make_pact(day.file, tmp_path / "pakta.pdf", PactForm.REPRESENTATIVES)
    made = minutes(day, tmp_path / "berita.pdf")
    scans = [sheets.drawn(pact), sheets.without_code(sheets.drawn(pact))]
    bring(day.file, sheets.save_pages(scans, tmp_path / "Pindaian Ruang TU.pdf"))
    desk = SignedSheets(day.file)
    first, second = desk.all()
    desk.turn(second, 2)
    desk.unmatch(first, "salah")
    write_archive(day.file, tmp_path / "arsip")
    (seal,) = Journal(day.file).of_kind(EventKind.SEALED)
    manifest = read_manifest((tmp_path / "arsip" / MANIFEST).read_bytes())
    assert manifest.head == printed_head(seal.hash).replace(" ", "")
    assert made.pages == 1
    scanned = [one.path for one in manifest.files if one.part is Part.SHEET]
    assert scanned == [
        "pindaian/001-belum-dicocokkan-pindaian-ruang-tu.jpg",
        "pindaian/002-belum-dicocokkan-pindaian-ruang-tu.jpg",
    ]
    assert check_folder(tmp_path / "arsip", record=day.file).ok


def test_papers_carry_the_number_they_were_last_given(day: Day, tmp_path: Path) -> None:
    minutes(day, tmp_path / "b.pdf", "BA-12/2022")
    write_archive(day.file, tmp_path / "arsip")
    made = Journal(day.file).of_kind(EventKind.DOCUMENT_MADE)
    numbers = [body_of(one)["number"] for one in made if body_of(one)["kind"] == "minutes"]
    assert len(numbers) == 2
    assert {Items(day.file).note(str(one)) for one in numbers} == {"BA-12/2022"}


def test_a_folder_that_holds_something_is_left_alone(day: Day, tmp_path: Path) -> None:
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "surat.txt").write_text("x")
    before = Journal(day.file).count()
    with pytest.raises(FileTrouble, match="not_empty"):
        write_archive(day.file, tmp_path / "arsip")
    assert names_in(tmp_path / "arsip") == {"surat.txt"}
    assert Journal(day.file).count() == before


def test_an_empty_folder_is_filled(day: Day, tmp_path: Path) -> None:
    (tmp_path / "arsip").mkdir()
    write_archive(day.file, tmp_path / "arsip")
    assert names_in(tmp_path / "arsip") >= PAPERS


@pytest.mark.parametrize("last", [1, 4, 8])
def test_cancelled_leaves_nothing(day: Day, tmp_path: Path, last: int) -> None:
    def report(done: int, _total: int) -> None:
        if done == last:
            raise StoppedError

    before, events = set(tmp_path.iterdir()), Journal(day.file).count()
    with pytest.raises(StoppedError):
        write_archive(day.file, tmp_path / "arsip", report)
    assert {one for one in tmp_path.iterdir() if "part" in one.name or "arsip" in one.name} == set()
    assert set(tmp_path.iterdir()) >= before
    assert Journal(day.file).count() == events


@pytest.mark.skipif(not can_mount(), reason="needs a disk of its own")
@pytest.mark.parametrize("kilobytes", [16, 60, 120])
def test_a_full_disk_is_told_and_nothing_stays(day: Day, tmp_path: Path, kilobytes: int) -> None:
    with small_disk(tmp_path / "stick", kilobytes) as stick:
        with pytest.raises(DiskTrouble, match=r"export\.disk_full\(folder=arsip\)"):
            write_archive(day.file, stick / "arsip")
        assert list(stick.iterdir()) == []
    assert Record(day.file).verify().ok


def test_progress_reaches_its_end(day: Day, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_archive(day.file, tmp_path / "arsip", lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len({total for _, total in told}) == 1
    assert told[-1][0] == told[-1][1]


def test_a_paper_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    day = begin(tmp_path / "a.ikrar", people=0)
    preparation = Preparation(day.file)
    preparation.change_details(replace(preparation.details(), parties=()))
    made = write_archive(day.file, tmp_path / "arsip")
    assert [one.key for one in made.left_out] == ["papers_desk.no_representatives"]
    assert "perwakilan" in (tmp_path / "arsip" / PAGE).read_text(encoding="utf-8")


def test_a_file_over_the_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "arsip").write_text("x")
    with pytest.raises(FileTrouble, match="not_a_folder"), new_folder(tmp_path / "arsip"):
        raise AssertionError("nothing is begun")


def test_the_manifest_is_json_that_others_can_read(day: Day, tmp_path: Path) -> None:
    write_archive(day.file, tmp_path / "arsip")
    data = json.loads((tmp_path / "arsip" / MANIFEST).read_text(encoding="utf-8"))
    assert data["format"] == "ikrar-archive"
    assert {one["path"] for one in data["files"]} >= PAPERS
