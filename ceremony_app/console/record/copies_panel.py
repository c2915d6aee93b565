"""Copies: made by themselves, made now, saved to a stick, kept on a second drive, brought back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.record.backups_list import BackupsList, Kept, kept_copies
from ceremony_app.console.record.drives import Drive, drives, remember_second_drive
from ceremony_app.console.record.titled_card import titled_card
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Message, message
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record, bring_back
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_folder, ask_open
from ceremony_app.ui_kit.tasks import Reporter, Running
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    button,
    column,
    holder,
    icon_button,
    label,
    row,
    scrolled,
)
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.form import FormRow, choice

_LEFT_WIDTH = 400
_GIGABYTE = 1e9
_LOOK_AGAIN_MS = 3000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found on the disks; `there` says whether the second drive answers."""

    kept: list[Kept]
    drives: list[Drive]
    second: Path | None
    there: bool


class CopiesPanel(QWidget):
    """Restoring makes another file and opens it: the one in use is never overwritten.

    `find_drives` looks for sticks; it is called off the window's thread.
    """

    open_wanted = Signal(Path)

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        confirm: ConfirmStrip,
        find_drives: Callable[[], Sequence[Drive]] = drives,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._find_drives = find_drives
        say = self._say
        self.now = icon_button(
            tools, "backup", say("archive.copy.now"), self.back_up, kind="primary"
        )
        self.drive = FormRow(say("archive.copy.drive"), choice([]))
        self.stick = icon_button(tools, "save", say("archive.copy.stick"), self._ask_stick)
        self.second = button(say("archive.copy.second"), self._ask_second)
        self.second_words = label("", "quiet", wrap=True)
        self.let_go = button(say("archive.copy.let_go"), self._let_go)
        self.let_go.setVisible(False)
        self.busy = BusyStrip(tools)
        self.list = BackupsList(tools)
        self.list.back_wanted.connect(self._ask_back)
        self.list.other_wanted.connect(self._ask_other)
        self.list.mirror_wanted.connect(self._ask_mirror)
        self._options: list[tuple[str, str]] = []
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._again.start()
        desk.closing.connect(self._again.stop)
        self._lay_out()

    def read(self) -> None:
        """Look what copies there are, and what drives."""
        guard, find_drives = self._desk.guard, self._find_drives

        def look(file: CeremonyFile, _: Reporter) -> _Seen:
            second = guard.places.drive
            there = second is not None and second.is_dir()
            zone = Preparation(file).details().zone
            kept = kept_copies(file.path, second if there else None, zone)
            return _Seen(kept, list(find_drives()), second, there)

        self._desk.draw(look, self._show)

    def back_up(self) -> None:
        """Have a copy made beside the file, and on the second drive."""
        guard = self._desk.guard
        running = self._desk.pictures.ask(guard.make, self._backed_up, self._failed)
        self._watch(message("archive.copy.saving"), running)

    def save_to(self, folder: Path) -> None:
        """Save a checked copy into a folder, also while the file is in use."""

        def work(file: CeremonyFile, _: Reporter) -> Path:
            return Record(file).copy_into(folder, SystemClock().now())

        self._watch(
            message("archive.copy.saving"), self._desk.draw(work, self._saved, self._failed)
        )

    def keep_on(self, drive: Path | None) -> None:
        """Keep copies and a mirror on a second drive from now on, and remember it."""

        def work(services: Services) -> Path | None:
            services.guard.keep_on(drive)
            return drive

        self._desk.ask(work, self._kept_on)

    def restore(self, copy: Path) -> None:
        """Bring a copy, or a mirror's folder, back as a new file beside the one in use."""
        target = _free_name(self._desk.path, self._say("archive.copy.restored_name"))
        running = self._desk.pictures.ask(
            lambda: bring_back(copy, target), lambda _: self._restored(target), self._failed
        )
        self._watch(message("archive.copy.restoring"), running)

    def _show(self, seen: _Seen) -> None:
        self.list.show_copies(seen.kept)
        options = [(str(one.path), self._drive_words(one)) for one in seen.drives]
        self._offer([*options, ("", self._say("archive.copy.elsewhere"))])
        self.let_go.setVisible(seen.second is not None)
        self.second_words.setText(self._say.say(_second_words(seen)))

    def _look_again(self) -> None:
        """Copies are made by themselves, and sticks come and go."""
        if self.isVisible() and not self.busy.isVisible():
            self.read()

    def _offer(self, options: list[tuple[str, str]]) -> None:
        if options != self._options:
            chosen, self._options = self.drive.value, options
            self.drive.refill(options)
            self.drive.value = chosen or options[0][0]

    def _drive_words(self, drive: Drive) -> str:
        free = f"{drive.free / _GIGABYTE:.1f}".replace(".", self._say("archive.copy.decimal"))
        return self._say("archive.copy.drive_free", name=drive.name, free=free)

    def _ask_stick(self) -> None:
        self._in_folder("archive.copy.stick", self.save_to)

    def _ask_second(self) -> None:
        self._in_folder("archive.copy.second", self.keep_on)

    def _in_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        """The drive that is chosen, or one that is asked for."""
        if self.drive.value:
            chosen(Path(self.drive.value))
        else:
            ask_folder(self, self._say(title), chosen)

    def _let_go(self) -> None:
        self.keep_on(None)

    def _kept_on(self, drive: Path | None) -> None:
        remember_second_drive(self._tools.settings, self._desk.path, drive)
        if drive is None:
            self._tools.channel.done(message("archive.copy.second_gone"))
        else:
            self._tools.channel.done(message("archive.copy.second_set", folder=str(drive)))
        self.read()

    def _backed_up(self, made: tuple[Path, ...]) -> None:
        self.busy.rest()
        both = len(made) > 1
        self._tools.channel.done(message("archive.copy.made_both" if both else "archive.copy.made"))
        self.read()

    def _saved(self, target: Path) -> None:
        self.busy.rest()
        self._tools.channel.done(message("archive.copy.saved", file=str(target)))

    def _ask_back(self, kept: Kept) -> None:
        question = self._say("archive.copy.back_question", at=kept.at, file=self._desk.path.name)
        self._confirm.ask(
            question,
            self._say("archive.copy.back"),
            lambda _: self.restore(kept.path),
            tone="calm",
        )

    def _ask_other(self) -> None:
        title, kinds = self._say("archive.copy.other"), self._say("archive.copy.kinds")
        ask_open(self, title, kinds, self.restore)

    def _ask_mirror(self) -> None:
        ask_folder(self, self._say("archive.copy.mirror"), self.restore)

    def _restored(self, target: Path) -> None:
        self.busy.rest()
        self.read()
        self._confirm.ask(
            self._say("archive.copy.restored", file=target.name),
            self._say("archive.copy.open"),
            lambda _: self.open_wanted.emit(target),
            tone="good",
        )

    def _failed(self, error: KnownError) -> None:
        self.busy.rest()
        self._tools.channel.refuse(error)

    def _watch(self, words: Message, running: Running) -> None:
        self.busy.watch(self._say.say(words), running, can_stop=False)

    def _lay_out(self) -> None:
        say = self._say
        now = titled_card(
            say("archive.copy.beside"),
            label(say("archive.copy.about"), "quiet", wrap=True),
            row(self.now, None),
        )
        elsewhere = titled_card(
            say("archive.copy.drives"),
            self.drive,
            row(self.stick, None),
            row(self.second, self.let_go, None),
            self.second_words,
        )
        side = scrolled(holder(column(now, elsewhere, self.busy, None, gap=12)))
        side.setFixedWidth(_LEFT_WIDTH)
        whole = row(side, self.list, gap=16)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)


def _second_words(seen: _Seen) -> Message:
    if seen.second is None:
        return message("archive.copy.second_none")
    if not seen.there:
        return message("archive.copy.second_away", folder=str(seen.second))
    return message("archive.copy.second_here", folder=str(seen.second))


def _free_name(path: Path, word: str) -> Path:
    """A name beside `path` that nobody has yet."""
    target, number = path.with_name(f"{path.stem}-{word}.ikrar"), 2
    while target.exists():
        target = path.with_name(f"{path.stem}-{word}-{number}.ikrar")
        number += 1
    return target
