"""The start page and the pages that it leads to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ceremony_app.console.new import NewPage
from ceremony_app.console.rehearse import Rehearsed, RehearsePage
from ceremony_app.console.start import StartPage
from ceremony_app.services.templates import Templates
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.card import CardButton
from tests.helpers.windows import LOCATOR

MakeLane = Callable[[], Lane]


def words_on(widget: QLabel | StartPage | NewPage | RehearsePage) -> set[str]:
    return {found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)}


def card(page: StartPage, title: str) -> CardButton:
    return next(found for found in page.findChildren(CardButton) if found.title == title)


def test_an_empty_start_says_what_to_do(qtbot: QtBot, tools: Tools, make_lane: MakeLane) -> None:
    page = StartPage(tools, make_lane())
    qtbot.addWidget(page)
    assert "Belum ada berkas yang pernah dibuka di sini" in words_on(page)
    for title, signal in (
        ("Upacara baru", page.new_wanted),
        ("Buka berkas", page.file_wanted),
        ("Gladi bersih", page.rehearsal_wanted),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(card(page, title), Qt.Key.Key_Space)


def test_recent_files_are_opened_forgotten_and_missed(
    qtbot: QtBot, english_tools: Tools, make_lane: MakeLane, tmp_path: Path
) -> None:
    here, gone = tmp_path / "Banten.ikrar", tmp_path / "Kupang.ikrar"
    here.write_text("")
    for path in (gone, here):
        english_tools.settings.remember_file(path)
    page = StartPage(english_tools, make_lane())
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.recent_wanted) as opened:
        card(page, "Banten").click()
    assert opened.args == [here]
    qtbot.waitUntil(lambda: "Not found" in card(page, "Kupang").accessibleDescription())
    assert "Not found" not in card(page, "Banten").accessibleDescription()
    forget = next(
        found
        for found in page.findChildren(QPushButton)
        if found.accessibleName().startswith("Leave Kupang.ikrar out")
    )
    forget.click()
    assert english_tools.settings.now.recent == (str(here),)


def test_the_other_language_is_found_by_its_own_name(
    qtbot: QtBot, tools: Tools, make_lane: MakeLane
) -> None:
    page = StartPage(tools, make_lane())
    qtbot.addWidget(page)
    english = next(b for b in page.findChildren(QPushButton) if b.text() == "English")
    with qtbot.waitSignal(page.language_wanted) as wanted:
        english.click()
    assert wanted.args == ["en"]


@pytest.fixture
def new(qtbot: QtBot, tools: Tools, make_lane: MakeLane) -> NewPage:
    page = NewPage(tools, make_lane(), LOCATOR.templates)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.list.count() >= 7)
    return page


def test_every_template_can_be_chosen(new: NewPage) -> None:
    templates = Templates(LOCATOR.templates).all()
    assert [new.list.item(at).text() for at in range(new.list.count())] == [
        template.title for template in templates
    ]
    for at, template in enumerate(templates):
        new.list.setCurrentRow(at)
        assert template.source in words_on(new)
        assert new.make.isEnabled()


def test_what_was_typed_becomes_settings_with_an_iso_date(new: NewPage) -> None:
    new.rows["unit"].value = "Lapas Kelas I"
    new.rows["date"].value = "7/2/2026"
    new.rows["time"].value = "8.30"
    assert new._typed() == {"unit": "Lapas Kelas I", "date": "2026-02-07", "time": "08:30"}


def test_a_day_that_does_not_exist_is_said_in_its_row(new: NewPage) -> None:
    new.rows["date"].value = "31-02-2026"
    assert new._typed() is None
    assert "31-02-2026" in new.rows["date"].complaint or new.rows["date"].complaint


def test_a_rehearsal_tells_what_it_did(
    qtbot: QtBot, tools: Tools, make_lane: MakeLane, tmp_path: Path
) -> None:
    def rehearse(folder: Path, template: str, people: int) -> Rehearsed:
        assert template == "banten"
        return Rehearsed(folder, people, people, people, 30, 5, sound=True)

    page = RehearsePage(tools, make_lane(), Templates(LOCATOR.templates).all, rehearse)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.template.value == "banten")
    page.people.setValue(25)
    page.run(tmp_path)
    qtbot.waitUntil(lambda: "25 orang" in page.result.text())
    with qtbot.waitSignal(page.opened) as opened:
        page.open.click()
    assert opened.args == [tmp_path / "rehearsal.ikrar"]
