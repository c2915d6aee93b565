"""What is said when the show leaves a text: that it is complete, or what was missing."""

from PySide6.QtCore import QObject

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.reading_words import reading_words
from ceremony_app.console.hall.recorder import Recorder
from ceremony_app.domain.messages import message
from ceremony_app.domain.texts import Text
from ceremony_app.services.readings import Readings, TextReading
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip


class Leaving(QObject):
    """Asks the operator about texts that the screen did not show whole; the show goes on
    meanwhile."""

    def __init__(self, tools: Tools, desk: Desk, recorder: Recorder, confirm: ConfirmStrip) -> None:
        super().__init__(confirm)
        self._say = tools.say
        self._channel = tools.channel
        self._desk = desk
        self._recorder = recorder
        self._confirm = confirm
        self._is_over = False
        recorder.completed.connect(self._tell)
        recorder.unfinished.connect(self._look)
        desk.closing.connect(self._end)

    def _end(self) -> None:
        """The file is being closed: nobody is there to be asked, and nothing to be read."""
        self._is_over = True

    def _tell(self, text: Text) -> None:
        self._channel.done(message("hall.completed", title=text.title))
        if self._is_over:
            return
        self._desk.attendance_changed.emit()

    def _look(self, text: Text) -> None:
        if self._is_over:
            return
        session = self._desk.session

        def read(services: Services) -> TextReading:
            return Readings(services.file, session.id).of(text)

        self._desk.ask(read, lambda found: self._ask(text, found))

    def _ask(self, text: Text, found: TextReading) -> None:
        faults = reading_words(text, found.reading, self._say) if found.reading else ""
        self._confirm.ask(
            self._say("hall.unfinished", title=text.title, faults=faults),
            self._say("hall.confirm"),
            lambda values: self._recorder.confirm(text, values["reason"], lambda: self._tell(text)),
            [("reason", self._say("hall.reason"))],
        )
