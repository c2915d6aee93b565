"""The smaller papers: what each says, that each is an event, and what is refused."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.console.hall.key_map import Deed, KeyMap
from ceremony_app.console.table.card_keys import card_keys
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Cue, CueKind, Paper
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.services.day_papers import DayPapers
from ceremony_app.services.facts import Choice
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from tests.helpers.ceremony_files import LOCATOR, door, main_session, new_file, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.hall_photographs import UPRIGHT, WIDE, bring
from tests.helpers.pdf_pages import plain, read_pages, text_of

STATIONERY = Stationery.of(LOCATOR)
KEYS = card_keys(KeyMap())
TEMPLATES = ("banten", "setjen", "ntt", "banyuwangi", "jatim")


@pytest.fixture
def day(tmp_path: Path, clock: FakeClock) -> Iterator[CeremonyFile]:
    """Six people, four of them there."""
    with new_file(tmp_path / "hari.ikrar", 6, clock, "ntt") as file:
        Sessions(file).open(main_session(file))
        for token in tokens(file)[:4]:
            door(file).scan(token)
        bring(file, tmp_path)
        yield file


def made(file: CeremonyFile, kind: DayPaper, out: Path) -> str:
    DayPapers(file, STATIONERY, KEYS).make(kind, out, Choice(main_session(file)))
    return text_of(out)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_keeps_its_margins_on_both_papers(
    tmp_path: Path, clock: FakeClock, template: str, paper: Paper
) -> None:
    width, height = paper.size_mm
    with new_file(tmp_path / "hari.ikrar", 40, clock, template) as file:
        papers, choice = DayPapers(file, STATIONERY, KEYS), Choice(main_session(file))
        bring(file, tmp_path, WIDE, UPRIGHT, WIDE)
        for kind in DayPaper:
            papers.make(kind, tmp_path / "a.pdf", choice, paper)
            for page in read_pages(tmp_path / "a.pdf"):
                assert page.width == pytest.approx(width, abs=0.1)
                assert min(box.left for box in page.boxes) >= 30 - 0.5, kind
                assert max(box.right for box in page.boxes) <= width - 20 + 0.2, kind
                assert max(box.bottom for box in page.body) <= height - 25, kind
                assert "Halaman" in page.text


@pytest.mark.parametrize("kind", list(DayPaper))
def test_each_is_an_event_and_a_draft_is_none(
    day: CeremonyFile, tmp_path: Path, kind: DayPaper
) -> None:
    choice = Choice(main_session(day))
    DayPapers(day, STATIONERY, KEYS, drafting=True).make(kind, tmp_path / "a.pdf", choice)
    assert Journal(day).of_kind(EventKind.DOCUMENT_MADE) == []
    paper = DayPapers(day, STATIONERY, KEYS).make(kind, tmp_path / "a.pdf", choice)
    (event,) = Journal(day).of_kind(EventKind.DOCUMENT_MADE)
    assert body_of(event)["kind"] == kind.value.replace("-", "_")
    assert body_of(event)["sha256"] == paper.sha256


def test_lists_with_and_without_what_is_recorded(day: CeremonyFile, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert "Hadir 08.30" in made(day, DayPaper.BY_RANK, out)
    without = made(day, DayPaper.WITHOUT_TIMES, out)
    assert "Hadir" in without.replace("Daftar Hadir", "")
    assert "08.30" not in without
    blank = made(day, DayPaper.BLANK_LIST, out)
    assert "Jumlah yang tercatat hadir" not in blank
    for text in (without, blank):
        for person in PeopleDesk(day).everyone():
            assert person.name in text


def test_the_list_by_rank_begins_with_the_highest(day: CeremonyFile, tmp_path: Path) -> None:
    people = PeopleDesk(day)
    ranks = ("Penata Muda, III/a", "Pembina, IV/a", "", "Penata, III/c", "Pengatur, II/c", "")
    for person, rank in zip(people.everyone(), ranks, strict=True):
        people.correct(person._replace(rank=rank))
    text = made(day, DayPaper.BY_RANK, tmp_path / "a.pdf")
    heads = ("Pembina, IV/a", "Penata, III/c", "Penata Muda, III/a", "Pengatur, II/c", "Tanpa")
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_guests_stand_on_a_list_of_their_own(day: CeremonyFile, tmp_path: Path) -> None:
    door(day).guest("Ketua Lembaga", "Ketua", "Bawaslu")
    text = made(day, DayPaper.GUESTS, tmp_path / "a.pdf")
    assert "1 Ketua Lembaga Ketua Bawaslu 08.30" in text
    assert "Pegawai 00" not in text


def test_the_reading_sheet_has_a_breath_a_line_at_eighteen_points(
    day: CeremonyFile, tmp_path: Path
) -> None:
    text = made(day, DayPaper.READING, tmp_path / "a.pdf")
    (state,) = Preparation(day).texts()
    for point in state.text.parts:
        for phrase in point.phrases:
            assert plain(phrase.words) in text
    (page, *_) = read_pages(tmp_path / "a.pdf")
    capitals = [box.bottom - box.top for box in page.body if box.text in "DIMPH"]
    assert min(capitals) == pytest.approx(18 * 0.716 * 25.4 / 72, abs=0.35)


def test_the_rundown_has_times_and_persons(day: CeremonyFile, tmp_path: Path) -> None:
    preparation = Preparation(day)
    programme = (
        Cue("a", CueKind.TITLE, "Pembukaan", minutes=5, speaker="Pembawa Acara"),
        Cue("b", CueKind.PRAYER, "Doa", minutes=3, note="Berdiri"),
        Cue("c", CueKind.CLOSING, "Tidak jadi", skipped=True),
    )
    details = replace(preparation.details(), programme=programme, time="08:00")
    preparation.change_details(details)
    text = made(day, DayPaper.RUNDOWN, tmp_path / "a.pdf")
    assert "1 08.00 5 menit Pembukaan Pembawa Acara" in text
    assert "2 08.05 3 menit Doa - Berdiri" in text
    assert "Tidak jadi" not in text


def test_an_empty_programme_makes_no_rundown(day: CeremonyFile, tmp_path: Path) -> None:
    preparation = Preparation(day)
    preparation.change_details(replace(preparation.details(), programme=()))
    with pytest.raises(Refused, match="no_programme"):
        made(day, DayPaper.RUNDOWN, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_the_cards_are_one_page_with_the_keys_that_count(day: CeremonyFile, tmp_path: Path) -> None:
    out, choice = tmp_path / "a.pdf", Choice(main_session(day))
    own = card_keys(KeyMap().with_key(Deed.BLACK, "F9"))
    card = DayPapers(day, STATIONERY, own).make(DayPaper.OPERATOR_CARD, out, choice)
    assert card.pages == 1
    assert "F9" in text_of(out)
    clerk = made(day, DayPaper.CLERK_CARD, out)
    assert len(read_pages(out)) == 1
    for words in ("F2", "F3", "F4", "KARTU DICABUT", "SUDAH HADIR"):
        assert words in clerk


def test_the_report_counts_as_the_record_does(day: CeremonyFile, tmp_path: Path) -> None:
    text = made(day, DayPaper.REPORT, tmp_path / "a.pdf")
    assert "Pegawai terdaftar : 6 (enam) orang" in text
    assert "4 (empat) orang, 66,7 persen" in text
    assert "Kedatangan tiap" in text
    assert "2/2" in text
