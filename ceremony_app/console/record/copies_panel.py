"""Copies: made now, saved to a stick, brought back, and taken in from another laptop."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Message, message
from ceremony_app.services.record import Record, backup, bring_back
from ceremony_app.storage.backup import Backup, BackupFolder, Moment
from ceremony_app.storage.merge import Difference
from ceremony_app.ui_kit.choose_file import ask_folder, ask_open, ask_save
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_LOOK_AGAIN_MS = 1200


@dataclass(frozen=True, slots=True)
class _Merge:
    other: Path
    difference: Difference


class CopiesPanel(QWidget):
    """Restoring makes another file and opens it: the one in use is never overwritten."""

    open_wanted = Signal(Path)

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        say = self._say
        self.now = icon_button(tools, "backup", say("archive.copy.now"), self._now, kind="primary")
        self.stick = icon_button(tools, "save", say("archive.copy.stick"), self._ask_stick)
        self.back = icon_button(tools, "undo", say("archive.copy.back"), self._ask_back)
        self.merge = icon_button(tools, "join", say("archive.copy.merge"), self._ask_merge)
        self.busy = BusyStrip(tools)
        self.table: DataTable[Backup] = DataTable(
            say("archive.copy.table"),
            [
                Column(
                    say("archive.copy.at"),
                    lambda one: f"{one.at.astimezone():%d-%m-%Y %H.%M}",
                    width=170,
                    order=lambda one: one.at,
                ),
                Column(say("archive.copy.moment"), lambda one: say.say(_words(one.moment))),
                Column(say("archive.copy.name"), lambda one: one.path.name),
            ],
        )
        words = label(say("archive.copy.about"), "quiet", wrap=True)
        actions = row(self.now, self.stick, self.back, self.merge, None, gap=10)
        self.setLayout(column(words, actions, self.busy, self.table, gap=10))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AGAIN_MS)
        self._later.timeout.connect(self.read)

    def read(self) -> None:
        """Look what copies there are beside the file."""
        path = self._desk.path
        self._desk.pictures.ask(lambda: BackupFolder.beside(path).all(), self.table.show_rows)

    def _now(self) -> None:
        self._desk.guard.ask(Moment.SESSION)
        self._tools.channel.info(message("archive.copy.asked"))
        self._later.start()

    def _ask_stick(self) -> None:
        ask_folder(self, self._say("archive.copy.stick"), self.save_to)

    def save_to(self, folder: Path) -> None:
        """Save a checked copy into a folder, also while the file is in use."""
        path = self._desk.path
        running = self._desk.pictures.ask(lambda: backup(path, folder), self._saved, self._failed)
        self.busy.watch(self._say("archive.copy.saving"), running, can_stop=False)

    def _saved(self, target: Path) -> None:
        self.busy.rest()
        self._tools.channel.done(message("archive.copy.saved", file=str(target)))

    def _ask_back(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._ask_target(chosen.path)
            return
        ask_open(
            self, self._say("archive.copy.back"), self._say("archive.copy.kinds"), self._ask_target
        )

    def _ask_target(self, copy: Path) -> None:
        now = self._desk.path
        suggestion = now.with_name(f"{now.stem}-{self._say('archive.copy.restored_name')}.ikrar")
        ask_save(
            self,
            self._say("archive.copy.back_as"),
            self._say("archive.copy.kinds"),
            suggestion,
            lambda target: self.restore(copy, target),
        )

    def restore(self, copy: Path, target: Path) -> None:
        """Bring a copy back under another name, and offer to open it."""
        running = self._desk.pictures.ask(
            lambda: bring_back(copy, target), lambda _: self._restored(target), self._failed
        )
        self.busy.watch(self._say("archive.copy.restoring"), running, can_stop=False)

    def _restored(self, target: Path) -> None:
        self.busy.rest()
        self._confirm.ask(
            self._say("archive.copy.restored", file=target.name),
            self._say("archive.copy.open"),
            lambda _: self.open_wanted.emit(target),
            tone="good",
        )

    def _ask_merge(self) -> None:
        title, kinds = self._say("archive.copy.merge"), self._say("archive.copy.kinds")
        ask_open(self, title, kinds, self.compare)

    def compare(self, other: Path) -> None:
        """Say what another copy would bring, and ask before it is taken in."""
        running = self._desk.draw(
            lambda file, _: _Merge(other, Record(file).compare(other)), self._ask, self._failed
        )
        self.busy.watch(self._say("archive.copy.comparing"), running, can_stop=False)

    def _ask(self, merge: _Merge) -> None:
        self.busy.rest()
        found = merge.difference
        if not found.events:
            self._tools.channel.info(message("archive.merge.nothing", file=merge.other.name))
            return
        question = self._say(
            "archive.merge.question",
            file=merge.other.name,
            events=found.events,
            scans=found.scans,
            people=found.people,
            both=found.both,
        )
        self._confirm.ask(
            question, self._say("archive.merge.do"), lambda _: self._take_in(merge.other)
        )

    def _take_in(self, other: Path) -> None:
        def work(services: Services) -> Difference:
            return services.record.merge(other)

        self._desk.ask(work, self._merged)

    def _merged(self, found: Difference) -> None:
        self._tools.channel.done(message("archive.merge.done", events=found.events))
        self._desk.people_changed.emit()
        self._desk.attendance_changed.emit()

    def _failed(self, error: KnownError) -> None:
        self.busy.rest()
        self._tools.channel.refuse(error)


def _words(moment: Moment) -> Message:
    return {
        Moment.OPENED: message("archive.moment.opened"),
        Moment.SESSION: message("archive.moment.session"),
        Moment.RUNNING: message("archive.moment.running"),
        Moment.BEFORE_MIGRATION: message("archive.moment.migration"),
    }[moment]
