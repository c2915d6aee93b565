"""The preparation page: whatever is settled before the day; and a roster on its way in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QTabWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.page import Page
from ceremony_app.console.prepare.details import DetailsForm
from ceremony_app.console.prepare.hall_beside import MakeTrial
from ceremony_app.console.prepare.look import LookPanel
from ceremony_app.console.prepare.parties import PartiesPanel
from ceremony_app.console.prepare.people import PeoplePanel
from ceremony_app.console.prepare.programme import ProgrammePanel
from ceremony_app.console.prepare.roster_import import RosterImportPanel
from ceremony_app.console.prepare.sessions import SessionsPanel
from ceremony_app.console.prepare.texts import TextsPanel
from ceremony_app.domain.messages import message
from ceremony_app.ui_kit.choose_file import ask_open, ask_save
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.pile import Pile

DETAILS, TEXTS, PROGRAMME, LOOK, PEOPLE, PARTIES, SESSIONS = range(7)


class PreparePage(Page):
    """Everything that is settled before the day; `to_badges` leads to the badges' paper.

    `make_trial` gives what paints the hall's picture beside texts and look.
    """

    def __init__(
        self, tools: Tools, desk: Desk, to_badges: Callable[[], object], make_trial: MakeTrial
    ) -> None:
        super().__init__(tools, desk, tools.say("console.page.prepare"))
        say = self.say
        self.details = DetailsForm(tools, desk)
        self.texts = TextsPanel(tools, desk, self.confirm, make_trial)
        self.programme = ProgrammePanel(tools, desk, make_trial)
        self.look = LookPanel(tools, desk, make_trial)
        self.people = PeoplePanel(tools, desk, self.confirm)
        self.parties = PartiesPanel(tools, desk)
        self.sessions = SessionsPanel(tools, desk, self.confirm)
        self.roster = RosterImportPanel(tools, desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.details, say("prepare.tab.details"))
        self.tabs.addTab(self.texts, say("prepare.tab.texts"))
        self.tabs.addTab(self.programme, say("prepare.tab.programme"))
        self.tabs.addTab(self.look, say("prepare.tab.look"))
        self.tabs.addTab(self.people, say("prepare.tab.people"))
        self.tabs.addTab(self.parties, say("prepare.tab.parties"))
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

    def arrive(self) -> None:
        self._open_tab(self.tabs.currentIndex())
        self._take_keys()

    def may_leave(self) -> bool:
        forms = (
            (DETAILS, self.details),
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
        if number == DETAILS and not self.details.unsaved:
            self.details.read()
        elif number == TEXTS and not self.texts.unsaved:
            self.texts.read()
        elif number == PROGRAMME and not self.programme.unsaved:
            self.programme.read()
        elif number == LOOK and not self.look.unsaved:
            self.look.read()
        elif number == PEOPLE:
            self.people.read()
        elif number == PARTIES:
            self.parties.read()
        elif number == SESSIONS:
            self.sessions.read()

    def _drop(self) -> None:
        self.details.read()
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
