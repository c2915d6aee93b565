"""Everybody with three facts; pledges set by hand for one and for several."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.record.page import PEOPLE, RecordPage
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.pledges import Pledge
from ceremony_app.storage.writer import Entry
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.archives import stationery
from tests.helpers.desks import Desks


def hold_the_pledge(services: Services) -> list[str]:
    """Four of six were there for all of the text."""
    main, everyone = services.sessions.main(), services.people.everyone()
    door, badges = services.door(main, "Utara"), services.people.badges()
    for person in everyone[:4]:
        door.scan(badges[person.id].token)
    text = services.preparation.text("").text.id
    file = services.file
    with file.transaction():
        entry = Entry(EventKind.ATTENDANCE_FROZEN, {"text": text}, session=main.id)
        frozen = file.append(entry)
        at = [frozen.writer, frozen.seq]
        body = {"text": text, "frozen": list(at), "how": "shown"}
        file.append(Entry(EventKind.TEXT_COMPLETED, body, session=main.id))
    return [person.name for person in everyone[:4]]


class Page:
    """The participants of the record in sight."""

    def __init__(
        self, qtbot: QtBot, desks: Desks, tools: Tools, template: str = "banten", people: int = 6
    ) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(people, template)
        self.here = desks.find(self.desk, hold_the_pledge) if people else []
        self.page = RecordPage(tools, self.desk, stationery)
        self.bar = NoticeBar(tools)
        for widget in (self.page, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.show_tab(PEOPLE)
        self.panel, self.card = self.page.people, self.page.people.card
        self.table = self.panel.table
        if people:
            qtbot.waitUntil(lambda: self.table.rows_model.rowCount() == people)

    def choose(self, sieve: str) -> None:
        field = self.panel.sieve
        field.setCurrentIndex(field.findData(sieve))

    def pledges(self) -> dict[str, str]:
        """What the list says of everybody's pledge, by name."""
        model = self.table.rows_model
        return {
            str(model.data(model.index(row, 0))): str(model.data(model.index(row, 3)))
            for row in range(model.rowCount())
        }

    def select(self, name: str) -> None:
        names = [one.person.name for one in self.table.rows_model.rows]
        self.table.selectRow(names.index(name))

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: any(words in said for said in self.bar.words()))


@pytest.fixture
def page(qtbot: QtBot, desks: Desks, tools: Tools) -> Page:
    return Page(qtbot, desks, tools)


def test_the_list_tells_three_facts_and_is_sieved(page: Page) -> None:
    said = page.pledges()
    assert {name for name in said if said[name] == "Hadir saat diucapkan"} == set(page.here)
    assert page.panel.count.text() == "6 dari 6 orang, sesi utama"
    page.choose("away")
    assert set(page.pledges()) == set(said) - set(page.here)
    page.choose("signed")
    assert page.panel._list.currentIndex() == 1
    page.choose("all")
    page.panel.search.setText(page.here[0].split()[0])
    assert page.here[0] in page.pledges()


def test_the_card_says_where_a_pledge_is_known_from(page: Page) -> None:
    page.select(page.here[0])
    assert page.card.isVisible()
    assert page.card.facts["pledges.came"].text().endswith(", Utara")
    assert "ketika kehadiran dibekukan pukul" in page.card.facts["pledges.said"].text()
    assert not page.card.undo.isEnabled()


def test_one_person_is_set_by_keys_and_taken_back(page: Page) -> None:
    name = page.here[1]
    page.select(name)
    page.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.card.how.field.hasFocus()
    page.card.how.value = Pledge.LEFT_EARLY.value
    page.card.reason.field.setFocus()
    page.qtbot.keyClick(page.card.reason.field, Qt.Key.Key_Return)
    page.wait_for("Tercatat untuk 1 orang")
    page.qtbot.waitUntil(lambda: page.pledges()[name] == "Pulang lebih awal")
    assert [one.person.name for one in page.table.all_selected()] == [name]
    assert "Dicatat" in page.card.facts["pledges.said"].text()
    page.card.undo.click()
    page.page.confirm.rows["reason"].value = "keliru"
    page.page.confirm.agree.click()
    page.qtbot.waitUntil(lambda: page.pledges()[name] == "Hadir saat diucapkan")


def test_several_who_were_not_here_are_asked_about_and_need_a_reason(page: Page) -> None:
    page.choose("away")
    page.table.selectAll()
    assert page.card.heading.text() == "2 orang dipilih"
    page.card.how.value = Pledge.SPOKEN.value
    page.card.set.click()
    assert page.card.reason.complaint
    page.card.reason.value = "berikrar di pos jaga"
    page.card.set.click()
    asked = page.page.confirm.accessibleName()
    assert "untuk 2 orang" in asked
    assert "tidak tercatat hadir di sesi ini: 2 orang" in asked
    page.page.confirm.agree.click()
    page.wait_for("Tercatat untuk 2 orang")
    page.choose("by_hand")
    page.qtbot.waitUntil(lambda: set(page.pledges().values()) == {"Mengucapkan ikrar"})
    page.table.selectRow(0)
    assert "berikrar di pos jaga" in page.card.facts["pledges.said"].text()


def test_somebody_alone_who_was_not_here_is_asked_about_by_name(page: Page) -> None:
    page.choose("away")
    page.table.selectRow(0)
    name = page.table.all_selected()[0].person.name
    page.card.how.value = Pledge.NOT_FOLLOWED.value
    page.card.set.click()
    assert name in page.page.confirm.accessibleName()


def test_of_several_texts_one_is_chosen(qtbot: QtBot, desks: Desks, tools: Tools) -> None:
    page = Page(qtbot, desks, tools, template="setjen")
    assert page.panel.text.isVisible()
    assert "Hadir saat diucapkan" in page.pledges().values()
    page.panel.text.field.setCurrentIndex(1)
    qtbot.waitUntil(lambda: set(page.pledges().values()) == {""})
    assert page.page.minimumSizeHint().height() <= 700


def test_nobody_yet_is_said(qtbot: QtBot, desks: Desks, tools: Tools) -> None:
    page = Page(qtbot, desks, tools, people=0)
    qtbot.waitUntil(lambda: page.panel._known is not None)
    assert page.panel._stack.currentIndex() == 0
