"""The door page: scan, see, hear; or find by name, mark, take back, write down a guest."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.door.answers import (
    GUEST_KEY,
    SEARCH_KEY,
    at_rest,
    not_kept,
    noticed,
    shown,
    sound_of,
)
from ceremony_app.console.door.attendance_view import ATTENDANCE_KEY, AttendanceView
from ceremony_app.console.door.away import AwayStrip
from ceremony_app.console.door.by_hand import ByHand
from ceremony_app.console.door.camera_tab import CameraTab
from ceremony_app.console.door.crowd import Crowd
from ceremony_app.console.door.division_bars import DivisionBars
from ceremony_app.console.door.header import DoorHeader
from ceremony_app.console.door.in_line import InLine, arrivals_of
from ceremony_app.console.door.last import LastAnswers
from ceremony_app.console.door.locking import Locking
from ceremony_app.console.door.menu import DoorMenu
from ceremony_app.console.door.other_day import OtherDay
from ceremony_app.console.door.others import OthersWatch
from ceremony_app.console.door.paper_entry import PaperEntry
from ceremony_app.console.door.reissue import Printing, ReissueCard
from ceremony_app.console.door.scan_field import ScanField, StrayKeys
from ceremony_app.console.door.scanner_test import ScannerTest
from ceremony_app.console.door.search import SearchPanel
from ceremony_app.console.page import Page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.scanning.burst import why_no_code
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.services.checkin import PersonState
from ceremony_app.services.other_doors import News
from ceremony_app.services.revocation import Revocation, revocation_of
from ceremony_app.storage.attendance import Arrival
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, row, scrolled
from ceremony_app.ui_kit.widgets.verdict import Answer, VerdictPanel

_TABS_HIGH, _TABS_LOW = 260, 190
"""Pixels that the tabs need, and that they make do with while a question stands above them."""


class DoorPage(Page):
    """One door. Scans are answered in the order in which they came, each only once durable.

    They come here from the moment the page is made, whatever is in front of it.
    """

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        scanners: Scanners,
        sounds: Sounds,
        door: str,
        stationery: Callable[[], Stationery] | None = None,
        printing: Printing | None = None,
    ) -> None:
        super().__init__(tools, desk, tools.say("door.title"))
        self._scanners = scanners
        self._sounds = sounds
        self._crowd = Crowd(())
        self._line = InLine(self._follow)
        self.header = DoorHeader(tools, desk, door, lambda: scanners.gate.leads_show)
        self.other_day = OtherDay(tools, desk)
        self.rehearsal_wanted = self.other_day.wanted
        self.scan_field = ScanField(self.say("door.scan.name"), self.say("door.scan.placeholder"))
        self.panel = VerdictPanel(tools, at_rest(self.say))
        self.last = LastAnswers(tools)
        self.menu = DoorMenu(tools, sounds)
        self.locking = Locking(self, scanners, lambda: self.header.door, lambda: self._crowd)
        self.search = SearchPanel(tools)
        self.reissue = ReissueCard(tools, desk, stationery, printing)
        self.search.below.addWidget(self.reissue)
        self.paper = PaperEntry(tools, desk, lambda: self.header.door, stationery)
        self.by_hand = ByHand(self, lambda: self.header.door, self._changed)
        self.bars = DivisionBars(tools)
        self.others = OthersWatch(desk)
        self.tabs = QTabWidget()
        self.attendance = AttendanceView(
            self,
            (self.header, self.other_day),
            lambda: self.header.door,
            stationery,
            self.scan_field.setFocus,
        )
        self._lay_out()
        self._join()

    def arrive(self) -> None:
        self.header.read()
        self.other_day.read()
        self.read()
        self.scan_field.setFocus()
        if not self._sounds.muted:
            QTimer.singleShot(0, self, self._sounds.prepare)

    def read(self) -> None:
        """Read everybody's state again; scans go on meanwhile."""
        session, name = self.desk.session, self.header.door

        def crowd(services: Services) -> Crowd:
            late = services.preparation.details().late_rule(session.id)
            return Crowd(services.door(session, name).states(), late)

        self.desk.ask(crowd, self._show_crowd)

    def scan(self, scan: Scan) -> None:
        """Put one scan in line."""
        session, name = self.desk.session, self.header.door

        def record(services: Services) -> tuple[ScanAnswer, Revocation | None]:
            answer = services.door(session, name).scan(scan.text)
            return answer, revocation_of(services.file, answer)

        self._line.joined()
        self.desk.ask(record, lambda found: self._answered(scan, *found), self._failed)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Lead to the scan field; a focus proxy would keep the Tab key out of the header."""
        super().mousePressEvent(event)
        self.scan_field.setFocus()

    def _answered(self, scan: Scan, answer: ScanAnswer, revoked: Revocation | None) -> None:
        why = scan.why
        if why is None and answer.verdict is Verdict.MALFORMED:
            why = why_no_code(scan.text)
        self._show_answer(shown(self.say, answer, why, revoked))
        self._sounds.play(sound_of(answer.verdict))
        self.menu.greet(answer)
        if not self.isVisible() and self.locking.kiosk is None:
            self.tools.channel.tell(noticed(answer))
        self._line.left(answer)

    def _follow(self, answers: Sequence[ScanAnswer]) -> None:
        for answer in answers:
            self.last.add(answer)
        if came := arrivals_of(answers):
            self._arrived(came)

    def _arrived(self, arrivals: Sequence[Arrival]) -> None:
        """Somebody came, here or at another door at this file."""
        if any(self._crowd.get(one.person) is None for one in arrivals):
            self.read()
        for one in arrivals:
            self._crowd.arrived(one.person, one.local, one.door, one.event)
            self.search.arrived(one.person)
        self._show_counts()
        self.desk.attendance_changed.emit()

    def _others_wrote(self, news: News) -> None:
        here = news.arrivals.get(self.desk.session.id)
        if news.whole:
            self.header.read()
            self.read()
            self.desk.attendance_changed.emit()
        elif here:
            self._arrived(here)

    def _show_answer(self, answer: Answer) -> None:
        self.panel.show_answer(answer)
        self.attendance.tell(answer)
        self.locking.show_answer(answer)

    def _failed(self, error: KnownError) -> None:
        self._show_answer(not_kept(self.say, self.say.say(error.message)))
        self._sounds.play("not_kept")
        self.tools.channel.refuse(error)
        self._line.left()

    def _show_crowd(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self.search.show_crowd(crowd)
        self._show_counts()

    def _show_counts(self) -> None:
        total = self._crowd.total()
        self.header.show_counts(total.here, total.people, self._crowd.guests())
        self.bars.show_crowd(self._crowd)

    def _undo_last(self) -> None:
        self.by_hand.ask_undo_of(self.last.to_take_back())

    def _ask_badge(self, state: PersonState) -> None:
        self.confirm.ask(
            self.say("reissue.question", name=state.person.name),
            self.say("reissue.do"),
            lambda _: self.reissue.issue(state.person),
        )

    def _test_scanner(self) -> None:
        ScannerTest(self, self.tools, self._scanners, self._sounds).open()

    def _changed(self, key: str, name: str) -> None:
        self.tools.channel.done(message(key, name=name))
        self.read()
        self.desk.attendance_changed.emit()
        self.scan_field.setFocus()

    def _make_room(self, *, asked: bool) -> None:
        """A question and the rest of the door fit a screen of 768 lines together."""
        self.other_day.give_way(to_other=asked)
        self.tabs.setMinimumHeight(_TABS_LOW if asked else _TABS_HIGH)

    def _search(self) -> None:
        self.attendance.close()
        self.tabs.setCurrentWidget(self.search)
        self.search.field.setFocus()
        self.search.field.selectAll()

    def _lay_out(self) -> None:
        """The answer over the whole width; below it what the door did, and what it can do."""
        self.heading.setVisible(False)
        lock = icon_button(self.tools, "shield", self.say("lock.open"), self.locking.ask)
        self.header.put_aside(lock, self.menu.button)
        for at, part in enumerate((self.header, self.other_day, AwayStrip(self.tools), self.panel)):
            self.column.insertWidget(at, part)
        self.column.setStretch(3, 4)
        done = column(self.scan_field, self._deeds(), self.last, gap=8)
        done.setStretch(2, 1)
        body = row(gap=18)
        body.addLayout(done, 5)
        body.addWidget(self._make_tabs(), 4)
        self.column.addLayout(body, 5)

    def _deeds(self) -> QHBoxLayout:
        say, tools = self.say, self.tools
        return row(
            icon_button(tools, "undo", say("door.undo.open"), self._undo_last),
            icon_button(
                tools, "guest", say("door.guest.open"), self.by_hand.ask_guest, tip=GUEST_KEY
            ),
            icon_button(
                tools, "people", say("missing.open"), self.attendance.open, tip=ATTENDANCE_KEY
            ),
            icon_button(tools, "scan", say("scan.test.open"), self._test_scanner),
            None,
        )

    def _make_tabs(self) -> QTabWidget:
        say, tabs = self.say, self.tabs
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.addTab(self.search, say("door.search.tab"))
        tabs.setTabToolTip(0, SEARCH_KEY)
        tabs.addTab(scrolled(self.bars), say("door.divisions.tab"))
        camera = CameraTab(self.tools, self._scanners)
        tabs.addTab(camera, say("scan.camera.name"))
        tabs.addTab(self.paper, say("paper_list.tab.title"))
        tabs.currentChanged.connect(lambda at: camera.open() if tabs.widget(at) is camera else None)
        tabs.tabBar().setExpanding(False)
        tabs.setMinimumSize(360, _TABS_HIGH)
        return tabs

    def _join(self) -> None:
        self.scan_field.submitted.connect(lambda text: self.scan(Scan(text, Source.HAND)))
        self.search.mark_wanted.connect(self.by_hand.mark)
        self.search.undo_wanted.connect(
            lambda state: self.by_hand.ask_undo(state.newest, state.person.name)
        )
        self.search.badge_wanted.connect(self._ask_badge)
        self.reissue.appeared.connect(self.search.make_room)
        self.confirm.asked.connect(lambda: self.search.step_aside(asked=True))
        self.confirm.answered.connect(lambda: self.search.step_aside(asked=False))
        self.search.field.textEdited.connect(lambda _: self.reissue.dismiss())
        self.tabs.currentChanged.connect(lambda _: self.paper.read())
        self.paper.recorded.connect(self.read)
        self.paper.recorded.connect(self.desk.attendance_changed)
        self.search.left.connect(lambda: self.scan_field.setFocus())
        self.header.door_changed.connect(self.read)
        self.header.adding_wanted.connect(lambda: self.header.keeper.ask_name(self.confirm))
        self.desk.session_changed.connect(self.read)
        self.desk.people_changed.connect(self.read)
        self.desk.details_changed.connect(self.read)
        QShortcut(QKeySequence(SEARCH_KEY), self, self._search)
        QShortcut(QKeySequence(GUEST_KEY), self, self.by_hand.ask_guest)
        StrayKeys(self, self.scan_field)
        self._scanners.inlet.receive(self, self.scan)
        self.others.news.connect(self._others_wrote)
        self.confirm.asked.connect(lambda: self._make_room(asked=True))
        self.confirm.answered.connect(lambda: self._make_room(asked=False))
        self.locking.opened.connect(self.arrive)
        self.desk.closing.connect(self.menu.close_visitor)
        self.desk.closing.connect(lambda: self._scanners.inlet.release(self))
