"""The programme in preparation: ordered, skipped, copied, removed, undone, written anew."""

import wave
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.prepare.page import PROGRAMME, PreparePage
from ceremony_app.domain.attachments import AttachmentKind
from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.errors import KnownError
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.trials import make_trial, stationery

CTRL, BARE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def plan(services: Services) -> list[str]:
    """Five items with their lengths, from eight o'clock."""
    preparation = services.preparation
    details = preparation.details()
    few = tuple(
        replace(cue, minutes=minutes)
        for cue, minutes in zip(details.programme[:5], (30, 2, 3, 3, 5), strict=True)
    )
    preparation.change_details(replace(details, programme=few, time="08:00"))
    return [cue.title for cue in few]


class Bench:
    """The programme in sight."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(people=0)
        self.titles = desks.find(self.desk, plan)
        self.page = PreparePage(tools, self.desk, lambda: None, make_trial, stationery)
        self.bar = NoticeBar(tools)
        for widget in (self.page, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.show_tab(PROGRAMME)
        self.panel = self.page.programme
        self.table, self.card = self.panel.table, self.panel.card
        self.form = self.card.form
        self.wait_for_titles(self.titles)

    def shown(self) -> list[str]:
        return [one.cue.title for one in self.table.rows_model.rows]

    def wait_for_titles(self, titles: list[str]) -> None:
        self.qtbot.waitUntil(lambda: self.shown() == titles)

    def kept(self) -> tuple[Cue, ...]:
        """The programme in the file."""
        return self.desks.find(self.desk, lambda s: s.preparation.details().programme)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = BARE) -> None:
        self.qtbot.keyClick(self.table, key, held)

    def set(self, **values: str) -> None:
        for name, value in values.items():
            self.form.rows[name].value = value

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: any(words in said for said in self.bar.words()))


@pytest.fixture
def bench(qtbot: QtBot, desks: Desks, tools: Tools) -> Bench:
    return Bench(qtbot, desks, tools)


def test_planned_times_stand_beside_the_items(bench: Bench) -> None:
    starts = [one.start for one in bench.table.rows_model.rows]
    assert starts == ["07.30", "08.00", "08.02", "08.05", "08.08"]
    assert bench.panel.plan.text().startswith("5 acara, seluruhnya 43 menit")


def test_items_are_moved_by_keys_and_stay_chosen(bench: Bench) -> None:
    first, second, *others = bench.titles
    bench.table.selectRow(0)
    bench.press(Qt.Key.Key_Down, CTRL)
    bench.press(Qt.Key.Key_Down, CTRL)
    third, *rest = others
    bench.wait_for_titles([second, third, first, *rest])
    chosen = bench.table.current()
    assert chosen is not None
    assert chosen.cue.title == first
    bench.press(Qt.Key.Key_Up, CTRL)
    bench.wait_for_titles([second, first, third, *rest])
    assert [cue.title for cue in bench.kept()] == bench.shown()


def test_an_item_is_skipped_and_takes_no_time(bench: Bench) -> None:
    bench.table.selectRow(2)
    bench.press(Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: bench.table.rows_model.rows[2].cue.skipped)
    rows = bench.table.rows_model.rows
    assert [one.start for one in rows] == ["07.30", "08.00", "", "08.02", "08.05"]
    assert bench.panel.buttons["skip"].text() == "Tampilkan lagi"
    bench.panel.buttons["skip"].click()
    bench.qtbot.waitUntil(lambda: not bench.table.rows_model.rows[2].cue.skipped)


def test_an_item_is_copied_removed_and_brought_back(bench: Bench) -> None:
    bench.table.selectRow(1)
    bench.press(Qt.Key.Key_D, CTRL)
    copied = [*bench.titles[:2], bench.titles[1], *bench.titles[2:]]
    bench.wait_for_titles(copied)
    assert len({cue.id for cue in bench.kept()}) == 6
    assert bench.table.place == 2
    bench.table.selectRow(0)
    bench.press(Qt.Key.Key_Delete)
    bench.wait_for_titles(copied[1:])
    bench.wait_for("dihapus")
    bench.press(Qt.Key.Key_Z, CTRL)
    bench.wait_for_titles(copied)
    assert bench.table.place == 0, "what came back is chosen"
    bench.press(Qt.Key.Key_Z, CTRL)
    bench.wait_for_titles(bench.titles)
    assert not bench.panel.buttons["undo"].isEnabled()


def test_nothing_is_undone_that_was_changed_elsewhere_since(
    bench: Bench, refused: list[KnownError]
) -> None:
    bench.table.selectRow(0)
    bench.press(Qt.Key.Key_Delete)
    bench.wait_for_titles(bench.titles[1:])

    def elsewhere(services: Services) -> list[int]:
        programme = services.preparation.details().programme
        services.preparation.change_programme(programme[:2])
        return [1]

    bench.desks.find(bench.desk, elsewhere)
    bench.panel.keeper.undo()
    bench.wait_for("sudah diubah di tempat lain")
    bench.wait_for_titles(bench.titles[1:3])
    assert not refused


def test_an_item_is_written_in_the_form(bench: Bench) -> None:
    bench.table.selectRow(4)
    bench.press(Qt.Key.Key_Return)
    assert bench.form.rows["title"].field.hasFocus()
    bench.set(title="Laporan  ketua", minutes="7", speaker="Ketua panitia", note="sambutan")
    assert bench.panel.unsaved
    bench.qtbot.keyClick(bench.form.rows["title"].field, Qt.Key.Key_Return)
    bench.wait_for("Laporan ketua")
    cue = bench.kept()[4]
    assert (cue.title, cue.minutes, cue.speaker, cue.note) == (
        "Laporan ketua",
        7,
        "Ketua panitia",
        "sambutan",
    )
    bench.qtbot.waitUntil(lambda: not bench.panel.unsaved)


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"title": ""}, "title"),
        ({"minutes": "sebentar"}, "minutes"),
        ({"minutes": "601"}, "minutes"),
        ({"kind": "countdown", "until": "jam delapan"}, "until"),
        ({"kind": "text"}, "text"),
        ({"kind": "signing"}, "pact"),
        ({"kind": "picture"}, "picture"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    bench: Bench, values: dict[str, str], wrong: str
) -> None:
    before = bench.kept()
    bench.table.selectRow(4)
    bench.set(**values)
    bench.card.save.click()
    assert bench.form.rows[wrong].complaint
    assert bench.kept() == before


def test_another_item_is_chosen_and_what_was_typed_is_kept(bench: Bench) -> None:
    bench.table.selectRow(3)
    bench.set(title="Mars Kemenkumham")
    bench.table.selectRow(1)
    bench.qtbot.waitUntil(lambda: bench.shown()[3] == "Mars Kemenkumham")
    assert bench.table.place == 1, "the list does not jump back"
    assert bench.form.rows["title"].value == bench.titles[1]


def test_what_is_wrong_holds_its_item(bench: Bench) -> None:
    bench.table.selectRow(3)
    bench.set(title="")
    bench.table.selectRow(1)
    bench.qtbot.waitUntil(lambda: bench.table.place == 3)
    assert bench.form.rows["title"].complaint
    bench.card.cancel.click()
    assert bench.form.rows["title"].value == bench.titles[3]
    assert not bench.panel.unsaved


def test_a_text_is_added_after_the_chosen_item_and_named_after_it(bench: Bench) -> None:
    bench.table.selectRow(1)
    bench.press(Qt.Key.Key_Insert)
    assert bench.form.rows["kind"].field.hasFocus()
    bench.set(kind="text")
    assert bench.form.rows["text"].isVisible()
    assert not bench.form.rows["subtitle"].isVisible()
    bench.form.rows["text"].field.setCurrentIndex(1)
    assert bench.form.rows["title"].value
    bench.card.save.click()
    bench.wait_for("ditambahkan")
    kept = bench.kept()
    assert kept[2].kind is CueKind.TEXT
    assert kept[2].text
    assert len(kept) == 6
    bench.qtbot.waitUntil(lambda: bench.table.place == 2)


def test_a_new_item_that_nobody_wrote_is_left_without_a_question(bench: Bench) -> None:
    bench.panel.start_new()
    assert not bench.panel.unsaved
    bench.table.selectRow(3)
    assert bench.form.rows["title"].value == bench.titles[3]
    assert len(bench.kept()) == 5


def test_the_picture_of_the_hall_follows_what_is_typed(bench: Bench) -> None:
    bench.table.selectRow(4)
    before = bench.card.preview.grab().toImage()
    bench.set(title="Sambutan", subtitle="Kepala Kantor Wilayah")
    bench.qtbot.waitUntil(lambda: bench.card.preview.grab().toImage() != before)
    bench.set(kind="text")
    bench.qtbot.waitUntil(lambda: not bench.card.preview.isVisible())
    assert bench.card.doubt.text()


def test_the_offices_own_picture_and_sound_are_brought_in(bench: Bench, tmp_path: Path) -> None:
    picture, sound = tmp_path / "gedung.png", tmp_path / "mars.wav"
    Image.new("RGB", (64, 36), "white").save(picture)
    with wave.open(str(sound), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(b"\0\0" * 80)
    bench.table.selectRow(3)
    bench.set(kind="picture")
    bench.panel.keeper.bring(AttachmentKind.PICTURE, picture)
    bench.qtbot.waitUntil(lambda: bench.form.rows["picture"].value != "")
    bench.panel.keeper.bring(AttachmentKind.SOUND, sound)
    bench.qtbot.waitUntil(lambda: bench.form.rows["sound"].value != "")
    bench.card.save.click()
    bench.wait_for("tersimpan")
    cue = bench.kept()[3]
    assert cue.picture
    assert cue.sound
    assert cue.kind is CueKind.PICTURE


def test_a_file_that_is_no_sound_is_one_sentence(
    bench: Bench, tmp_path: Path, refused: list[KnownError]
) -> None:
    path = tmp_path / "mars.wav"
    path.write_bytes(b"no sound")
    bench.panel.keeper.bring(AttachmentKind.SOUND, path)
    bench.qtbot.waitUntil(lambda: [one.message.key for one in refused] == ["attachments.no_sound"])


def test_what_is_not_kept_holds_the_page(bench: Bench) -> None:
    bench.table.selectRow(2)
    bench.set(title="Lagu")
    assert not bench.page.may_leave()
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: not bench.panel.unsaved)
    bench.qtbot.waitUntil(lambda: bench.form.rows["title"].value == bench.titles[2])


def test_an_empty_programme_says_what_to_do(bench: Bench) -> None:
    bench.desks.find(bench.desk, lambda s: [s.preparation.change_programme(())])
    bench.panel.read()
    bench.qtbot.waitUntil(lambda: bench.panel._stack.currentIndex() == 0)
    bench.panel.start_new()
    bench.set(title="Pembukaan")
    bench.card.save.click()
    bench.wait_for_titles(["Pembukaan"])


def test_the_page_still_fits(bench: Bench) -> None:
    assert bench.page.minimumSizeHint().width() <= 1100
    assert bench.page.minimumSizeHint().height() <= 560
