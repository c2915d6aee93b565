"""Forms of papers beside the page: it follows what is typed, and says what is wrong where."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.prepare.page import DETAILS, PACTS, PARTIES
from ceremony_app.domain.people import IdKind, Role
from ceremony_app.services.signing import SignatureSource
from ceremony_app.ui_kit.pdf_pages import OpenPdf, Spot
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.prepare_bench import Bench

REPRESENTATIVE = 2
"""The row of the first of three, below presider and reader."""


class Forms(Bench):
    """The forms with the representatives' sheet drawn beside them."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools) -> None:
        super().__init__(qtbot, desks, tools)
        self.draft, self.paper, self.pages = self.page.draft, self.page.paper, self.page.paper.pages
        qtbot.waitUntil(lambda: self.pages.page_count > 0)

    def open(self, tab: int) -> None:
        self.page.show_tab(tab)

    def find(self, words: str) -> Spot | None:
        """Where words stand on the pages that are shown."""
        found: list[Spot | None] = []
        opened = self.pages._opened
        assert isinstance(opened, OpenPdf)
        self.desk.pictures.ask(lambda: opened.find(words), found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def wait_drawn(self) -> None:
        """Until nothing is being read or drawn any more."""
        self.desks.find(self.desk, lambda _: None)
        self.qtbot.waitUntil(lambda: not self.paper._drawing)

    def choose_representative(self, number: int = 0) -> None:
        self.open(PARTIES)
        self.page.parties.table.selectRow(REPRESENTATIVE + number)
        self.wait_drawn()

    def told(self) -> list[str]:
        return [self.paper.list.item(at).text() for at in range(self.paper.list.count())]


@pytest.fixture
def forms(qtbot: QtBot, desks: Desks, tools: Tools) -> Forms:
    return Forms(qtbot, desks, tools)


def test_the_page_follows_every_keystroke_and_nothing_is_kept(forms: Forms) -> None:
    forms.choose_representative()
    field = forms.page.parties.form.rows["name"].field
    field.setFocus()
    for letters in (" Putra", ", S.H."):
        before = field.text()
        forms.qtbot.keyClick(field, Qt.Key.Key_End)
        with forms.qtbot.waitSignal(forms.pages.shown):
            forms.qtbot.keyClicks(field, letters)
        forms.wait_drawn()
        assert forms.find(before + letters) is not None
    assert forms.draft.unsaved
    assert "Putra" not in forms.kept().with_role(Role.REPRESENTATIVE)[0].name
    forms.save(PARTIES)
    assert forms.kept().with_role(Role.REPRESENTATIVE)[0].name == "Masjuno Putra, S.H."


def test_only_the_newest_is_drawn_and_the_old_page_stays_until_then(forms: Forms) -> None:
    forms.choose_representative()
    drawn: list[None] = []
    forms.pages.shown.connect(lambda: drawn.append(None))
    row = forms.page.parties.form.rows["post"]
    for number in range(30):
        row.value = f"Kepala Divisi {number}"
        assert not forms.pages._pages[0].pixmap().isNull()
    forms.wait_drawn()
    assert forms.find("Kepala Divisi 29") is not None
    assert 0 < len(drawn) <= 3


def test_ctrl_z_takes_back_what_was_typed_in_a_field(forms: Forms) -> None:
    forms.choose_representative()
    field = forms.page.parties.form.rows["name"].field
    field.setFocus()
    forms.qtbot.keyClick(field, Qt.Key.Key_End)
    forms.qtbot.keyClicks(field, " Lain")
    forms.wait_drawn()
    forms.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert forms.page.parties.party is not None
    assert forms.page.parties.party.name == "Masjuno"
    assert not forms.draft.unsaved


def test_mistakes_stand_beside_their_fields_in_a_list_and_on_the_page(forms: Forms) -> None:
    forms.choose_representative(1)
    form = forms.page.parties.form
    form.rows["post"].value = ""
    form.rows["id_number"].value = "19660801 198803 100"
    forms.wait_drawn()
    assert form.rows["post"].remark == "Jabatan belum diisi."
    assert form.rows["id_number"].remark == "NIP berisi 17 angka, seharusnya 18."
    assert not form.rows["post"]._icon.isHidden()
    assert "Perwakilan 2: jabatan belum diisi." in forms.told()
    assert "DRAF" in forms.paper.verdict.text()
    assert forms.find("DRAF") is not None
    assert len(forms.pages._pages[0]._marks) == 2
    form.rows["post"].value = "Kepala Divisi Administrasi"
    form.rows["id_number"].value = "196608011988031001"
    forms.wait_drawn()
    assert not form.rows["post"].remark
    assert forms.find("DRAF") is None
    assert "Tidak ada kesalahan" in forms.paper.verdict.text()


def test_a_wrong_number_is_kept_and_a_nik_is_not(forms: Forms) -> None:
    forms.choose_representative()
    row = forms.page.parties.form.rows["id_number"]
    row.value = "3201012345678901"
    assert "NIK" in row.complaint
    assert forms.draft.unsaved
    forms.page.paper_tabs[PARTIES].save.click()
    assert forms.kept().with_role(Role.REPRESENTATIVE)[0].id_number == ""
    row.value = "19660801198803100"
    forms.save(PARTIES)
    kept = forms.kept().with_role(Role.REPRESENTATIVE)[0]
    assert (kept.id_number, kept.id_kind) == ("19660801198803100", IdKind.NIP)


def test_eighteen_digits_tell_what_they_are(forms: Forms) -> None:
    forms.choose_representative()
    form = forms.page.parties.form
    form.rows["id_kind"].value = IdKind.NONE.value
    form.rows["id_number"].value = "199001012021211001"
    assert form.rows["id_kind"].value == IdKind.NI_PPPK.value
    form.rows["id_number"].value = "78091234"
    form.rows["id_kind"].value = IdKind.NRP.value
    assert not form.rows["id_number"].remark
    forms.wait_drawn()
    assert forms.find("NRP 78091234") is not None


def test_who_signs_for_another_says_for_whom_and_no_representative_does(forms: Forms) -> None:
    forms.open(PARTIES)
    form = forms.page.parties.form
    form.rows["prefix"].value = "u.b."
    assert not form.rows["on_behalf_of"].isHidden()
    assert "belum diisi" in form.rows["mandated_by"].remark
    form.rows["on_behalf_of"].value = "Menteri"
    form.rows["mandated_by"].value = "Sekretaris Jenderal"
    forms.save(PARTIES)
    presider = forms.kept().with_role(Role.PRESIDER)[0]
    assert (presider.prefix, presider.mandated_by) == ("u.b.", "Sekretaris Jenderal")
    forms.choose_representative()
    offered = [form.rows["prefix"].field.itemText(at) for at in range(3)]
    assert offered == ["—", "Plt.", "Plh."]
    assert form.rows["prefix"].field.count() == 3


def test_as_many_are_added_as_a_sheet_holds_moved_and_removed(forms: Forms) -> None:
    forms.open(PARTIES)
    parties = forms.page.parties
    while parties.add_representative.isEnabled():
        parties.add_representative.click()
    assert len(forms.draft.details.with_role(Role.REPRESENTATIVE)) == 12
    assert QApplication.focusWidget() is parties.form.rows["name"].field
    parties.form.rows["name"].value = "Nama Terakhir"
    parties.up.click()
    parties.remove.click()
    names = [one.name for one in forms.draft.details.with_role(Role.REPRESENTATIVE)]
    assert len(names) == 11
    assert "Nama Terakhir" not in names
    while parties.add_witness.isEnabled():
        parties.add_witness.click()
    assert len(forms.draft.details.with_role(Role.WITNESS)) == 6
    assert all(one.signs for one in forms.draft.details.with_role(Role.WITNESS))


def test_the_place_stays_until_what_is_edited_is_out_of_sight(forms: Forms) -> None:
    forms.open(PARTIES)
    for _ in range(9):
        forms.page.parties.add_representative.click()
    forms.pages.set_zoom(1.25)
    forms.page.parties.form.rows["name"].value = "Nama Baru"
    forms.wait_drawn()
    assert forms.pages.zoom == 1.25
    bar = forms.pages.verticalScrollBar()
    at = bar.value()
    assert at > 0  # led to the new one, at the end of the sheet
    forms.page.parties.form.rows["name"].value = "Nama Baru Lagi"
    forms.wait_drawn()
    assert bar.value() == at
    forms.open(DETAILS)
    forms.page.details.rows["office"].value = "Kantor Lain"
    forms.wait_drawn()
    assert bar.value() < at


def test_points_are_added_moved_and_taken_out(forms: Forms) -> None:
    forms.open(PACTS)
    pacts = forms.page.pacts
    forms.qtbot.waitUntil(lambda: len(pacts.points) == 4)
    second = pacts.points[1].words
    pacts.add.click()
    assert pacts.points[4].row.remark == "Butir 5 masih kosong."
    pacts.points[4].row.value = "Menolak\nsegala pemberian."
    pacts.points[4].up.click()
    pacts.points[0].remove.click()
    pacts.rows["sanction"].value = "Bersedia menerima sanksi."
    pacts.rows["number"].value = "W.1/2"
    forms.wait_drawn()
    assert forms.find("Menolak segala pemberian.") is not None
    forms.save(PACTS)
    (pact,) = forms.kept().pacts
    assert (pact.points[0], pact.points[2]) == (second, "Menolak segala pemberian.")
    assert (len(pact.points), pact.number) == (4, "W.1/2")


def test_the_words_of_a_signed_pact_stand(forms: Forms) -> None:
    details = forms.kept()
    pact, signer = details.pacts[0], details.with_role(Role.REPRESENTATIVE)[0]
    forms.desks.find(
        forms.desk,
        lambda s: s.signing.sign(pact, signer, s.sessions.main(), SignatureSource.OPERATOR),
    )
    forms.draft.read()
    forms.open(PACTS)
    pacts = forms.page.pacts
    forms.qtbot.waitUntil(lambda: not pacts.add.isEnabled())
    assert pacts.points[0].row.field.isReadOnly()
    assert not pacts.rows["number"].field.isReadOnly()
    pacts.rows["number"].value = "W.1/2"
    forms.save(PACTS)
    assert forms.kept().pacts[0].number == "W.1/2"


def test_a_mistake_in_the_list_leads_to_its_field(forms: Forms) -> None:
    forms.open(PARTIES)
    forms.choose_representative(2)
    forms.page.parties.form.rows["post"].value = ""
    forms.open(DETAILS)
    forms.qtbot.waitUntil(lambda: forms.paper.list.count() > 0)
    item = next(
        forms.paper.list.item(at)
        for at, words in enumerate(forms.told())
        if words == "Perwakilan 3: jabatan belum diisi."
    )
    forms.paper.list.itemClicked.emit(item)
    assert forms.page.tabs.currentIndex() == PARTIES
    assert QApplication.focusWidget() is forms.page.parties.form.rows["post"].field


def test_a_superseded_law_is_marked_at_the_laws(forms: Forms) -> None:
    forms.page.details.rows["city"].value = ""
    assert "belum diisi" in forms.page.details.rows["city"].remark
    assert "DRAF" in forms.paper.verdict.text()


def test_every_paper_can_be_looked_at(forms: Forms) -> None:
    titles = {
        "lembar perorangan": "Yang bertanda tangan",
        "Daftar": "DAFTAR HADIR",
        "acara": "BERITA",
    }
    for number in range(forms.paper.chooser.count()):
        forms.paper.chooser.setCurrentIndex(number)
        forms.wait_drawn()
        expected = next(
            (w for t, w in titles.items() if t in forms.paper.chooser.itemText(number)), "Pakta"
        )
        assert forms.find(expected) is not None, expected


def test_the_logo_stands_in_the_letterhead(forms: Forms, tmp_path: Path) -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "lambang.png"))
    forms.page.details.bring_logo(tmp_path / "lambang.png")
    forms.qtbot.waitUntil(lambda: forms.page.details.logo.name.text() == "lambang.png")
    forms.save(DETAILS)
    assert forms.kept().look.logo


def test_only_what_was_typed_here_is_kept(forms: Forms) -> None:
    """A programme or a look that was changed meanwhile stays as it was left."""
    forms.page.details.rows["place"].value = "Aula"

    def change(services: object) -> None:
        from dataclasses import replace

        preparation = services.preparation  # type: ignore[attr-defined]
        preparation.change_details(replace(preparation.details(), late_from={"a": "08:00"}))

    forms.desks.find(forms.desk, change)
    forms.save(DETAILS)
    kept = forms.kept()
    assert (kept.place, kept.late_from) == ("Aula", {"a": "08:00"})
