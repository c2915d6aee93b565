"""What the record holds, in five figures, and how far the texts were read."""

from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.record.reading_words import reading_words
from ceremony_app.domain.papers import Completion
from ceremony_app.services.readings import Readings, TextReading
from ceremony_app.services.record import Record, Summary
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import label, row
from ceremony_app.ui_kit.widgets.figure import Figure


class SummaryStrip(QWidget):
    """Attended, pledged and signed stand apart: they are three facts.

    `readings` is a line for each text, to be put where the page has room for it.
    """

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
        self.readings = label("", "quiet", wrap=True)
        self._say = say
        self.setLayout(row(*figures, gap=10))

    def read(self) -> None:
        """Read the figures of the session that is worked on."""
        session = self._desk.session

        def work(file: CeremonyFile, _: Reporter) -> tuple[Summary, list[TextReading]]:
            summary = Record(file).summary(str(session.number))
            return summary, Readings(file, session.id).all()

        self._desk.draw(work, lambda found: self._show(*found))

    def _show(self, summary: Summary, readings: list[TextReading]) -> None:
        lines = [
            self._say.say(reading_words(one))
            for one in readings
            if one.completion is not Completion.NOT_READ or not one.text.optional
        ]
        self.readings.setText("\n".join(lines))
        self.people.show_figure(str(summary.people))
        self.present.show_figure(str(summary.present))
        self.pledged.show_figure(str(summary.pledged))
        self.signed.show_figure(str(summary.signed))
        self.events.show_figure(str(summary.events))
