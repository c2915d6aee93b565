"""The preparation page: whatever is settled before the day; and a roster on its way in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QTabWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.page import Page
from ceremony_app.console.prepare.details import DetailsForm
from ceremony_app.console.prepare.hall_beside import MakeTrial
from ceremony_app.console.prepare.live_paper import LivePaper
from ceremony_app.console.prepare.look import LookPanel
from ceremony_app.console.prepare.pact_form import PactForm
from ceremony_app.console.prepare.paper_draft import PaperDraft, Place
from ceremony_app.console.prepare.paper_tab import PaperTab
from ceremony_app.console.prepare.parties import PartiesPanel
from ceremony_app.console.prepare.people import PeoplePanel
from ceremony_app.console.prepare.programme import ProgrammePanel
from ceremony_app.console.prepare.roster_import import RosterImportPanel
from ceremony_app.console.prepare.sessions import SessionsPanel
from ceremony_app.console.prepare.texts import TextsPanel
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.messages import message
from ceremony_app.ui_kit.choose_file import ask_open, ask_save
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.pile import Pile

DETAILS, PACTS, PARTIES, TEXTS, PROGRAMME, LOOK, PEOPLE, SESSIONS = range(8)


class PreparePage(Page):
    """Everything that is settled before the day; `to_badges` leads to the badges' paper.

    `make_trial` gives what paints the hall's picture beside texts and look, `stationery` what
    papers are made with.
    """

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        to_badges: Callable[[], object],
        make_trial: MakeTrial,
        stationery: Callable[[], Stationery],
    ) -> None:
        super().__init__(tools, desk, tools.say("console.page.prepare"))
        say = self.say
        self.draft = PaperDraft(tools, desk)
        self.details = DetailsForm(tools, desk, self.draft)
        self.pacts = PactForm(tools, self.draft)
        self.parties = PartiesPanel(tools, self.draft)
        self.paper = LivePaper(tools, desk, self.draft, stationery)
        self.paper_tabs = {
            DETAILS: PaperTab(tools, self.draft, self.details),
            PACTS: PaperTab(tools, self.draft, self.pacts),
            PARTIES: PaperTab(tools, self.draft, self.parties),
        }
        self.texts = TextsPanel(tools, desk, self.confirm, make_trial)
        self.programme = ProgrammePanel(tools, desk, make_trial)
        self.look = LookPanel(tools, desk, make_trial)
        self.people = PeoplePanel(tools, desk, self.confirm)
        self.sessions = SessionsPanel(tools, desk, self.confirm)
        self.roster = RosterImportPanel(tools, desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.paper_tabs[DETAILS], say("prepare.tab.details"))
        self.tabs.addTab(self.paper_tabs[PACTS], say("prepare.tab.pacts"))
        self.tabs.addTab(self.paper_tabs[PARTIES], say("prepare.tab.parties"))
        self.tabs.addTab(self.texts, say("prepare.tab.texts"))
        self.tabs.addTab(self.programme, say("prepare.tab.programme"))
        self.tabs.addTab(self.look, say("prepare.tab.look"))
        self.tabs.addTab(self.people, say("prepare.tab.people"))
        self.tabs.addTab(self.sessions, say("prepare.tab.sessions"))
        self._stack = Pile()
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self.roster)
        self.column.addWidget(self._stack, 1)
        self.people.import_wanted.connect(self.choose_roster)
        self.people.form_wanted.connect(self._save_form)
        self.people.badges_wanted.connect(lambda: to_badges())
        self.roster.finished.connect(self._leave_import)
        self.tabs.currentChanged.connect(self._open_tab)
        self.draft.wanted.connect(self.go_to)
        self.paper.wanted.connect(self.go_to)
        self.pacts.opened.connect(self.paper.show_pact)

    def arrive(self) -> None:
        self._open_tab(self.tabs.currentIndex())
        self._take_keys()

    def may_leave(self) -> bool:
        at = self.tabs.currentIndex()
        forms = (
            (at if at in self.paper_tabs else DETAILS, self.draft),
            (TEXTS, self.texts),
            (PROGRAMME, self.programme),
            (LOOK, self.look),
        )
        unsaved = [place for place, form in forms if form.unsaved]
        if unsaved:
            self.tabs.setCurrentIndex(unsaved[0])
            self.confirm.ask(
                self.say("prepare.leave.question"),
                self.say("prepare.leave.drop"),
                lambda _: self._drop(),
            )
            return False
        return True

    def show_tab(self, number: int) -> None:
        """Open one of the tabs, by DETAILS and the others of this module."""
        self._stack.setCurrentIndex(0)
        self.tabs.setCurrentIndex(number)

    def go_to(self, place: Place) -> None:
        """Lead to a field of the papers' forms, or to the text that has to be approved."""
        details = self.draft.details
        if not place.owner:
            self.show_tab(DETAILS)
            self.details.take_keys(place.field)
        elif any(place.owner == pact.id for pact in details.pacts):
            self.show_tab(PACTS)
            self.pacts.take_keys(place)
        elif any(place.owner == party.id for party in details.parties):
            self.show_tab(PARTIES)
            self.parties.take_keys(place)
        else:
            self.show_tab(TEXTS)

    def choose_roster(self) -> None:
        """Ask for a roster file and show its preview."""
        ask_open(
            self, self.say("prepare.import.choose"), self.say("prepare.import.kinds"), self.import_
        )

    def import_(self, path: Path) -> None:
        """Show the preview of a roster file."""
        self.show_tab(PEOPLE)
        self._stack.setCurrentWidget(self.roster)
        self.roster.start(path)

    def _take_keys(self) -> None:
        """The keys are on the tabs: arrows choose one, Tab goes into it."""
        if self._stack.currentWidget() is self.tabs:
            self.tabs.tabBar().setFocus()

    def _leave_import(self) -> None:
        self._stack.setCurrentIndex(0)
        self._take_keys()

    def _open_tab(self, number: int) -> None:
        """Read what the tab shows, unless something typed there is not kept yet."""
        if number in self.paper_tabs:
            self.paper_tabs[number].take(self.paper)
            if not self.draft.unsaved:
                self.draft.read()
        elif number == TEXTS and not self.texts.unsaved:
            self.texts.read()
        elif number == PROGRAMME and not self.programme.unsaved:
            self.programme.read()
        elif number == LOOK and not self.look.unsaved:
            self.look.read()
        elif number == PEOPLE:
            self.people.read()
        elif number == SESSIONS:
            self.sessions.read()

    def _drop(self) -> None:
        self.draft.drop()
        self.texts.read()
        if self.programme.unsaved:
            self.programme.read()
        self.look.read()
        self.tools.channel.info(message("prepare.leave.dropped"))

    def _save_form(self) -> None:
        def write(path: Path) -> None:
            from ceremony_app.roster.form import write_roster_form

            self.desk.pictures.ask(
                lambda: write_roster_form(path, replace=True),
                lambda _: self.tools.channel.done(
                    message("prepare.people.form_saved", file=str(path))
                ),
            )

        suggestion = self.desk.path.with_name(self.say("prepare.people.form_name"))
        ask_save(
            self,
            self.say("prepare.people.form"),
            self.say("prepare.import.xlsx"),
            suggestion,
            write,
        )
