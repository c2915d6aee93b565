"""The table: papers looked at, saved, and signatures recorded."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.table.page import TablePage
from ceremony_app.console.table.papers import Kind, day_sheets
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.papers import Made
from ceremony_app.scanning.pages import read_badges
from ceremony_app.services.paper_list import PaperLists
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.hall_photographs import bring
from tests.helpers.windows import LOCATOR


class Table:
    """A table page in sight."""

    def __init__(
        self, qtbot: QtBot, desks: Desks, tools: Tools, folder: Path, template: str = "banten"
    ) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(people=6, template=template)
        self.page = TablePage(
            tools,
            self.desk,
            lambda: Stationery.of(LOCATOR),
            folder,
            desks.printing(),
            ScanInlet(tools.channel),
            Sounds(LOCATOR.sounds, muted=True),
        )
        self.bar = NoticeBar(tools)
        for widget in (self.page, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.arrive()
        qtbot.waitUntil(lambda: self.page.papers.list.count() > 0)

    def made(self) -> list[str]:
        """The kinds of the papers that the record knows."""

        def read(services: Services) -> list[str]:
            events = Journal(services.file).of_kind(EventKind.DOCUMENT_MADE)
            return [str(body_of(event)["kind"]) for event in events]

        return self.desks.find(self.desk, read)

    def wait_for_pages(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.papers.view.page_count > 0, timeout=15_000)

    def make(self, kind: Kind, out: Path) -> Made:
        done: list[Made] = []
        self.page.papers.choose(kind)
        self.page.papers.maker.make(out, lambda _, made: done.append(made))
        self.qtbot.waitUntil(lambda: bool(done), timeout=15_000)
        return done[0]


@pytest.fixture
def table(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Table:
    return Table(qtbot, desks, tools, tmp_path)


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.value)
def test_every_paper_is_looked_at_without_a_trace(table: Table, kind: Kind) -> None:
    table.page.papers.choose(kind)
    table.page.papers._draft()
    table.wait_for_pages()
    assert table.made() == []


@pytest.mark.parametrize("paper", list(DayPaper), ids=lambda paper: paper.value)
def test_every_smaller_paper_is_looked_at_and_made(
    table: Table, paper: DayPaper, tmp_path: Path
) -> None:
    panel = table.page.papers
    table.desks.find(table.desk, lambda services: bring(services.file, tmp_path))
    rows = [panel.list.item(row).text() for row in range(panel.list.count())]
    titles = {sheet.day: panel._say.say(sheet.title) for sheet in day_sheets()}
    panel.list.setCurrentRow(rows.index(titles[paper]))
    panel._draft()
    table.wait_for_pages()
    assert table.made() == []
    done: list[Made] = []
    panel.maker.make(tmp_path / "a.pdf", lambda _, made: done.append(made))
    table.qtbot.waitUntil(lambda: bool(done), timeout=15_000)
    assert table.made() == [paper.value.replace("-", "_")]


def test_a_saved_paper_is_recorded(table: Table, tmp_path: Path) -> None:
    out = tmp_path / "daftar-hadir.pdf"
    made = table.make(Kind.ATTENDANCE, out)
    assert len(PdfDocument(out)) == made.pages
    assert table.made() == ["attendance_pdf"]


def test_why_a_paper_would_be_a_draft_is_said_before_it_is_printed(
    table: Table, tmp_path: Path
) -> None:
    papers = table.page.papers
    papers.choose(Kind.MINUTES)  # of a ceremony whose text nobody has approved
    table.qtbot.waitUntil(lambda: "belum disahkan" in papers.mistakes.words)
    assert "DRAF" in papers.mistakes.words
    papers.choose(Kind.PACT)
    table.qtbot.waitUntil(lambda: not papers.mistakes.words)
    assert table.make(Kind.MINUTES, tmp_path / "a.pdf").mistakes


def test_a_question_does_not_follow_to_another_tab(table: Table) -> None:
    page = table.page
    page.papers.choose(Kind.MINUTES)
    page.papers.save.click()
    assert page.confirm.isVisible()
    page.tabs.setCurrentWidget(page.signing)
    assert not page.confirm.isVisible()


def test_the_minutes_ask_before_they_seal(table: Table, tmp_path: Path) -> None:
    papers = table.page.papers
    papers.choose(Kind.MINUTES)
    sheet = papers.sheet
    assert sheet is not None
    asked: list[bool] = []
    papers.maker.unless_unsealed(sheet, lambda: asked.append(True))
    assert asked == []
    assert "Segel" in table.page.confirm.accessibleName()
    table.page.confirm.agree.click()
    assert asked == [True]
    table.make(Kind.MINUTES, tmp_path / "berita-acara.pdf")
    assert table.made() == ["minutes"]


def test_signatures_are_recorded_and_taken_back_with_a_reason(table: Table) -> None:
    table.page.tabs.setCurrentIndex(1)
    signing = table.page.signing
    table.qtbot.waitUntil(lambda: "0 dari 3" in signing.count.text())
    first = signing.table.rows_model.rows[0].who.name
    signing.table.selectRow(0)
    with table.qtbot.waitSignal(table.page.desk.attendance_changed):
        signing.sign.click()
    table.qtbot.waitUntil(lambda: "1 dari 3" in signing.count.text())
    assert f"Tanda tangan {first} tercatat." in table.bar.words()
    signing.undo.click()
    table.page.confirm.rows["reason"].value = "salah baris"
    table.page.confirm.agree.click()
    table.qtbot.waitUntil(lambda: "0 dari 3" in signing.count.text())


def test_a_witness_who_is_there_has_not_signed(
    qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path
) -> None:
    table = Table(qtbot, desks, tools, tmp_path, "jatim")
    table.page.tabs.setCurrentIndex(1)
    signing = table.page.signing
    qtbot.waitUntil(lambda: signing.table.rows_model.rowCount() > 0)
    rows = signing.table.rows_model.rows
    at = next(number for number, row in enumerate(rows) if row.is_witness)
    signing.table.selectRow(at)
    signing.witness.click()
    qtbot.waitUntil(lambda: bool(signing.table.rows_model.rows[at].present))
    assert signing.table.rows_model.rows[at].signed == ""


def test_a_table_without_signers_says_what_to_do(
    qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path
) -> None:
    table = Table(qtbot, desks, tools, tmp_path, "blank")
    table.page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not table.page.signing.empty.isHidden())
    assert table.page.signing.empty.accessibleName() == "Belum ada penanda tangan"


def test_what_cannot_be_made_says_why_in_its_place(
    qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path
) -> None:
    table = Table(qtbot, desks, tools, tmp_path, "banyuwangi")
    papers = table.page.papers
    titles = [papers.list.item(row).text() for row in range(papers.list.count())]
    at = next(number for number, title in enumerate(titles) if title.endswith("lembar perwakilan"))
    papers.list.setCurrentRow(at)
    qtbot.waitUntil(lambda: "belum memiliki perwakilan" in papers.preview.reason, timeout=15_000)
    assert table.bar.words() == []
    papers.choose(Kind.ATTENDANCE)
    table.wait_for_pages()
    assert papers.preview.reason == ""


def test_badges_go_to_label_programs_and_to_telephones(table: Table, tmp_path: Path) -> None:
    papers = table.page.papers
    papers.choose(Kind.BADGES)
    assert not papers.others.csv.isHidden()
    assert papers.others.excel.isHidden()
    table.make(Kind.BADGES, tmp_path / "kartu.csv")
    made = table.make(Kind.BADGES, tmp_path / "kartu-gambar")
    assert made.pages == 6
    assert len(list((tmp_path / "kartu-gambar").glob("*.png"))) == 6
    assert len((tmp_path / "kartu.csv").read_text("utf-8-sig").splitlines()) == 7


@pytest.mark.parametrize(
    ("layout", "pages"), [("grid", 1), ("lanyard", 2), ("label", 6), ("label-small", 6)]
)
def test_every_layout_of_badges_is_looked_at_and_made(
    table: Table, tmp_path: Path, layout: str, pages: int
) -> None:
    papers = table.page.papers
    papers.choose(Kind.BADGES)
    papers.options.layout_of_badges.value = layout
    papers._draft()
    table.qtbot.waitUntil(lambda: papers.view.page_count == pages, timeout=15_000)
    assert table.made() == []
    assert table.make(Kind.BADGES, tmp_path / "kartu.pdf").pages == pages
    assert len(read_badges(tmp_path / "kartu.pdf")) == 6


def test_the_next_paper_is_offered_where_the_last_one_went(table: Table, tmp_path: Path) -> None:
    papers = table.page.papers
    assert papers.maker.last_folder() == table.desk.path.parent
    (stick := tmp_path / "stick").mkdir()
    papers.choose(Kind.ATTENDANCE)
    papers.maker.make(stick / "daftar.xlsx", papers.maker.saved)
    table.qtbot.waitUntil(lambda: any(str(stick) in words for words in table.bar.words()))
    assert papers.maker.last_folder() == stick


def test_individual_sheets_are_made_of_one_division(table: Table, tmp_path: Path) -> None:
    panel = table.page.papers
    titles = [panel.list.item(row).text() for row in range(panel.list.count())]
    at = next(number for number, title in enumerate(titles) if title.endswith("perorangan"))
    panel.list.setCurrentRow(at)
    panel.options.division.value = "Divisi Administrasi"
    done: list[Made] = []
    panel.maker.make(tmp_path / "a.pdf", lambda _, made: done.append(made))
    panel.maker.make(tmp_path / "satu-satu", lambda _, made: done.append(made))
    table.qtbot.waitUntil(lambda: len(done) == 2, timeout=15_000)
    assert done[0].pages == done[1].pages == len(list((tmp_path / "satu-satu").glob("*.pdf"))) < 6


@pytest.mark.parametrize(
    ("kind", "division", "number"),
    [
        (Kind.BADGES, True, False),
        (Kind.MISSING, True, False),
        (Kind.MINUTES, False, True),
        (Kind.ATTENDANCE, False, False),
        (Kind.NUMBERED, False, False),
    ],
)
def test_only_the_fields_of_the_paper_are_seen_and_count(
    table: Table, kind: Kind, division: bool, number: bool
) -> None:
    panel = table.page.papers
    panel.options.division.value = "Divisi Administrasi"
    panel.options.number.value = "W.1-23"
    panel.choose(kind)
    assert panel.options.division.isVisible() is division
    assert panel.options.number.isVisible() is number
    choice = panel.wish().choice
    assert choice.division == ("Divisi Administrasi" if division else "")
    assert choice.number == ("W.1-23" if number else "")


def test_a_numbered_list_of_the_table_is_known_at_the_door(table: Table, tmp_path: Path) -> None:
    table.make(Kind.NUMBERED, tmp_path / "daftar.pdf")
    lists = table.desks.find(table.desk, lambda services: PaperLists(services.file).all())
    assert len(lists) == 1
    assert len(lists[0].people) == 6


def test_signers_are_searched_and_those_who_wait_are_listed(
    qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path
) -> None:
    table = Table(qtbot, desks, tools, tmp_path, "banyuwangi")
    table.page.tabs.setCurrentIndex(1)
    signing = table.page.signing
    qtbot.waitUntil(lambda: "0 dari 6" in signing.count.text())
    names = [row.who.name for row in signing.table.rows_model.rows]
    signing.search.setText(names[2].split(",")[0])
    found = [row.who.name for row in signing.table.rows_model.rows]
    assert names[2] in found
    assert len(found) < 6
    signing.table.selectRow(found.index(names[2]))
    signing.sign.click()
    qtbot.waitUntil(lambda: "1 dari 6" in signing.count.text())
    signing.search.clear()
    signing.waiting.click()
    assert [row.who.name for row in signing.table.rows_model.rows] == [
        name for name in names if name != names[2]
    ]


def test_a_word_draft_seals_nothing_and_the_buttons_follow_the_paper(
    table: Table, tmp_path: Path
) -> None:
    panel = table.page.papers
    panel.choose(Kind.MINUTES)
    assert [button.isVisible() for button in panel.others.all] == [False] * 3 + [True, False]
    table.make(Kind.MINUTES, tmp_path / "berita.docx")
    assert table.made() == ["minutes_docx"]
    panel.choose(Kind.ATTENDANCE)
    assert [button.isVisible() for button in panel.others.all] == [True] + [False] * 4


def test_the_list_of_the_missing_is_saved_for_spreadsheets_too(
    table: Table, tmp_path: Path
) -> None:
    table.page.papers.choose(Kind.MISSING)
    assert table.page.papers.others.csv.isVisible()
    table.make(Kind.MISSING, tmp_path / "belum.csv")
    assert (tmp_path / "belum.csv").read_text("utf-8-sig").count("\n") > 6
