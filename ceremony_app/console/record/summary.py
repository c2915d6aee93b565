"""What the record holds, in five figures."""

from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.services.record import Record, Summary
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import row
from ceremony_app.ui_kit.widgets.figure import Figure


class SummaryStrip(QWidget):
    """Attended, pledged and signed stand apart: they are three facts."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        say = tools.say
        self._desk = desk
        self.people = Figure("", say("archive.figure.people"))
        self.present = Figure("", say("archive.figure.present"))
        self.pledged = Figure("", say("archive.figure.pledged"))
        self.signed = Figure("", say("archive.figure.signed"))
        self.events = Figure("", say("archive.figure.events"))
        figures = (self.people, self.present, self.pledged, self.signed, self.events)
        layout = row(*figures, gap=10)
        self.setLayout(layout)

    def read(self) -> None:
        """Read the figures of the session that is worked on."""
        session = str(self._desk.session.number)

        def work(file: CeremonyFile, _: Reporter) -> Summary:
            return Record(file).summary(session)

        self._desk.draw(work, self._show)

    def _show(self, summary: Summary) -> None:
        self.people.show_figure(str(summary.people))
        self.present.show_figure(str(summary.present))
        self.pledged.show_figure(str(summary.pledged))
        self.signed.show_figure(str(summary.signed))
        self.events.show_figure(str(summary.events))
