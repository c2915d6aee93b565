"""The look, and the hall's picture that follows what is being prepared."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.prepare.look_form import BACKGROUND, LOGO
from ceremony_app.console.prepare.page import DETAILS, LOOK, TEXTS, PreparePage
from ceremony_app.console.ready import ReadyPage
from ceremony_app.domain.ceremony import Details, Look, Theme
from ceremony_app.domain.checks import State
from ceremony_app.domain.legibility import Reach
from ceremony_app.domain.texts import Pace, PhraseRole, Text
from ceremony_app.ui_kit.hall_trial import HallTrial
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.record_page import words_of
from tests.helpers.trials import make_trial, stationery
from tests.helpers.windows import LOCATOR


class Sketch(HallTrial):
    """Paints nothing, and remembers what it was asked for; letters shrink by the point."""

    def __init__(self) -> None:
        self.shown: list[tuple[Details, Text, int, int]] = []
        self.brought: dict[str, bytes] = {}
        self.bad: tuple[str, ...] = ()

    def bring(self, pictures: Mapping[str, bytes]) -> tuple[str, ...]:
        self.brought.update(pictures)
        return self.bad

    def missing(self, words: str) -> tuple[str, ...]:
        return tuple(sign for sign in words if sign == "🤝")

    def reach(self, details: Details, text: Text) -> Reach:
        assert details.template
        return Reach(0.05 if text.pace is Pace.PHRASE else 0.02, part=2, phrase=1, pages=1)

    def picture(self, details: Details, text: Text, part: int, phrase: int, width: int) -> QImage:
        self.shown.append((details, text, part, phrase))
        return QImage(width, width * 9 // 16, QImage.Format.Format_RGB32)


class Bench:
    """A preparation page in sight, with the bar for its messages."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools, trial: HallTrial) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(people=2)
        self.page = PreparePage(tools, self.desk, lambda: None, lambda: trial, stationery)
        self.bar = NoticeBar(tools)
        for widget in (self.page, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.arrive()
        qtbot.waitUntil(lambda: bool(self.page.details.rows["title"].value))

    def open_look(self) -> None:
        self.page.show_tab(LOOK)
        self.qtbot.waitUntil(lambda: self.page.look._kept is not None)

    def open_texts(self) -> None:
        self.page.show_tab(TEXTS)
        self.qtbot.waitUntil(lambda: bool(self.page.texts._cards))

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: any(words in said for said in self.bar.words()))

    def wait_to_read(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in words_of(self.page))

    def measure(self, look: Look) -> None:
        """Keep a look, as another tab would."""

        def work(services: Services) -> None:
            now = services.preparation.details()
            services.preparation.change_details(replace(now, look=look))

        self.desks.find(self.desk, work)

    def kept(self) -> Details:
        return self.desks.find(self.desk, lambda services: services.preparation.details())


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


@pytest.fixture
def bench(qtbot: QtBot, desks: Desks, tools: Tools, sketch: Sketch) -> Bench:
    return Bench(qtbot, desks, tools, sketch)


def photograph(folder: Path) -> Path:
    """A picture on the disk."""
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("seagreen"))
    path = folder / "gedung.png"
    assert image.save(str(path))
    return path


def test_measures_tell_how_far_a_text_is_read(bench: Bench) -> None:
    bench.open_look()
    form = bench.page.look.form
    bench.wait_to_read("Jarak baca belum diketahui")
    form.picture_height.value = "2,5"
    bench.wait_to_read("Terbaca sampai 19,3 m. Isi kedalaman aula")
    form.hall_depth.value = "18"
    bench.wait_to_read("Terbaca sampai 19,3 m, cukup untuk aula sedalam 18 m.")
    form.hall_depth.value = "25 m"
    bench.wait_to_read("baris terakhir duduk 25 m dari layar")
    assert "Butir 3, penggal 2" in words_of(bench.page)
    assert "setinggi 3,3 m" in words_of(bench.page)


def test_the_look_is_kept_as_chosen(bench: Bench) -> None:
    bench.open_look()
    look = bench.page.look
    assert not look.unsaved
    look.form.themes[Theme.WHITE].click()
    look.form.fades.click()
    look.form.hall_depth.value = "12,5"
    look.form.picture_height.value = "2"
    assert look.unsaved
    look.save.click()
    bench.wait_for("Tampilan tersimpan")
    bench.qtbot.waitUntil(lambda: not look.unsaved)
    wanted = Look(Theme.WHITE, fades=True, hall_depth_m=12.5, picture_height_m=2.0)
    assert bench.kept().look == wanted == look.form.look


def test_the_picture_is_in_the_look_that_is_chosen_where_the_text_is_tightest(
    bench: Bench, sketch: Sketch
) -> None:
    bench.open_look()
    bench.page.look.form.themes[Theme.PLAIN].click()
    bench.qtbot.waitUntil(
        lambda: (
            bool(sketch.shown)
            and sketch.shown[-1][0].look.theme is Theme.PLAIN
            and sketch.shown[-1][2:] == (2, 1)
        )
    )


def test_what_is_no_length_is_said_beside_its_field(bench: Bench) -> None:
    bench.open_look()
    look = bench.page.look
    look.form.hall_depth.value = "dua belas"
    look.form.fades.click()
    look.save.click()
    assert "meter" in look.form.hall_depth.complaint
    assert look.unsaved
    assert bench.kept().look == Look()


def test_an_unsaved_look_holds_the_page(bench: Bench) -> None:
    bench.open_look()
    bench.page.look.form.fades.click()
    assert not bench.page.may_leave()
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: not bench.page.look.unsaved)
    assert bench.page.may_leave()


def test_details_that_wait_do_not_undo_a_look_kept_meanwhile(bench: Bench) -> None:
    bench.page.details.rows["place"].value = "Aula Kanwil"
    bench.open_look()
    bench.page.look.form.themes[Theme.WHITE].click()
    bench.page.look.save.click()
    bench.wait_for("Tampilan tersimpan")
    bench.page.show_tab(DETAILS)
    bench.page.paper_tabs[DETAILS].save.click()
    bench.wait_for("Keterangan upacara tersimpan")
    kept = bench.kept()
    assert (kept.place, kept.look.theme) == ("Aula Kanwil", Theme.WHITE)


def test_pictures_are_brought_into_the_file(bench: Bench, sketch: Sketch, tmp_path: Path) -> None:
    bench.open_look()
    look = bench.page.look
    path = photograph(tmp_path)
    look.bring(LOGO, path)
    look.bring(BACKGROUND, path)
    bench.qtbot.waitUntil(lambda: bool(look.form.look.logo and look.form.look.background))
    assert look.form.logo.name.text() == "gedung.png"
    assert set(sketch.brought) == {look.form.look.logo}
    look.form.logo.remove.click()
    assert look.form.look.logo == ""
    look.save.click()
    bench.wait_for("Tampilan tersimpan")

    def content(services: Services) -> bytes:
        return services.attachments.content(services.preparation.details().look.background)

    assert bench.desks.find(bench.desk, content) in sketch.brought.values()


def test_a_picture_that_cannot_be_shown_is_not_taken(
    bench: Bench, sketch: Sketch, tmp_path: Path
) -> None:
    bench.open_look()
    sketch.bad = ("any",)
    bench.page.look.bring(LOGO, photograph(tmp_path))
    bench.wait_for("gedung.png")
    assert not bench.page.look.form.look.logo


def test_the_halls_picture_follows_each_break(bench: Bench, sketch: Sketch) -> None:
    bench.open_texts()
    editor = bench.page.texts._cards[1].phrases
    editor.setFocus()
    bench.qtbot.waitUntil(lambda: bool(sketch.shown) and sketch.shown[-1][2:] == (1, 0))
    bench.qtbot.keyClick(editor, Qt.Key.Key_Right)
    bench.qtbot.keyClick(editor, Qt.Key.Key_Space)
    broken = editor.point
    bench.qtbot.waitUntil(lambda: sketch.shown[-1][1].parts[1] == broken)
    bench.qtbot.keyClick(editor, Qt.Key.Key_Down)
    bench.qtbot.waitUntil(lambda: sketch.shown[-1][2:] == (1, 1))


def test_the_halls_picture_follows_what_is_being_typed(bench: Bench, sketch: Sketch) -> None:
    bench.open_texts()
    texts = bench.page.texts
    card = texts._cards[3]
    card.edit.click()
    card.words.setPlainText("Menolak politik uang.")
    bench.qtbot.waitUntil(
        lambda: bool(sketch.shown) and sketch.shown[-1][1].parts[3].words == "Menolak politik uang."
    )
    assert not texts.unsaved
    card.edit.click()
    assert texts.unsaved


def test_a_phrase_has_somebody_who_says_it_and_a_note_for_the_podium(
    bench: Bench, sketch: Sketch
) -> None:
    bench.open_texts()
    texts = bench.page.texts
    texts._cards[1].phrases.setFocus()
    bench.qtbot.keyClick(texts._cards[1].phrases, Qt.Key.Key_Down)
    texts.phrase.aid.value = "kon-flik"
    texts.phrase.role.value = PhraseRole.LEADER.value
    changed = texts._cards[1].phrases.point.phrases[1]
    assert (changed.aid, changed.role) == ("kon-flik", PhraseRole.LEADER)
    bench.qtbot.waitUntil(
        lambda: bool(sketch.shown) and sketch.shown[-1][1].parts[1].phrases[1] == changed
    )
    texts.save.click()
    bench.qtbot.waitUntil(lambda: not texts.unsaved)
    kept = bench.desks.find(bench.desk, lambda services: services.preparation.text(""))
    assert kept.text.points[1].phrases[1] == changed
    assert kept.text.points[1].phrases[0].aid == ""


def test_looking_at_a_phrase_changes_nothing(bench: Bench) -> None:
    bench.open_texts()
    texts = bench.page.texts
    for card in texts._cards:
        card.phrases.setFocus()
        for _ in card.phrases.point.phrases:
            bench.qtbot.keyClick(card.phrases, Qt.Key.Key_Down)
    assert not texts.unsaved


def test_the_pace_is_seen_and_what_it_costs(bench: Bench) -> None:
    bench.measure(Look(hall_depth_m=18, picture_height_m=2.5))
    bench.open_texts()
    bench.wait_to_read("Terbaca sampai 19,3 m, cukup untuk aula sedalam 18 m.")
    bench.page.texts.pace.value = Pace.POINT.value
    bench.wait_to_read("Baca per penggal: terbaca sampai 19,3 m.")


def test_arrows_go_from_line_to_line_and_leave_at_the_ends(bench: Bench) -> None:
    bench.open_texts()
    editor = bench.page.texts._cards[0].phrases
    looked: list[int] = []
    editor.looked_at.connect(looked.append)
    for _ in range(len(editor.point.phrases) + 2):
        bench.qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert looked == list(range(1, len(editor.point.phrases)))
    for _ in range(len(editor.point.phrases) + 2):
        bench.qtbot.keyClick(editor, Qt.Key.Key_Up)
    assert looked[-1] == 0


@pytest.mark.parametrize("width", [300, 620])
def test_every_gap_is_reached_by_key(bench: Bench, width: int) -> None:
    bench.open_texts()
    editor = bench.page.texts._cards[0].phrases
    editor.resize(width, editor.height())
    words = len(editor.point.words.split())
    for gap in range(words - 1):
        before = editor.point
        bench.qtbot.keyClick(editor, Qt.Key.Key_Space)
        assert editor.point != before
        bench.qtbot.keyClick(editor, Qt.Key.Key_Space)
        assert editor.point == before
        if gap < words - 2:
            bench.qtbot.keyClick(editor, Qt.Key.Key_Right)


def test_the_real_picture_comes_within_a_blink(qtbot: QtBot, desks: Desks, tools: Tools) -> None:
    bench = Bench(qtbot, desks, tools, make_trial())
    bench.open_texts()
    preview = bench.page.texts.beside.preview
    before = preview.grab().toImage()
    editor = bench.page.texts._cards[0].phrases
    editor.setFocus()
    bench.qtbot.keyClick(editor, Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: preview.grab().toImage() != before)


def test_the_readiness_list_says_whether_the_last_row_can_read(
    bench: Bench, sketch: Sketch, tools: Tools, desks: Desks
) -> None:
    page = ReadyPage(
        tools, bench.desk, Sounds(LOCATOR.sounds), {}, lambda: sketch, desks.printing()
    )
    bench.qtbot.addWidget(page)

    def legible() -> list[tuple[State, str]]:
        return [(one.state, one.says.key) for one in page.checks if one.name == "legible"]

    page.arrive()
    bench.qtbot.waitUntil(lambda: legible() == [(State.WARN, "look.unmeasured")])
    bench.measure(Look(hall_depth_m=18, picture_height_m=2.5))
    page.arrive()
    bench.qtbot.waitUntil(lambda: legible() == [(State.OK, "look.ready.ok")])
