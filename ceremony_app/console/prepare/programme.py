"""The programme (susunan acara): its items in order, and the form of the one chosen."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.prepare.hall_beside import MakeTrial
from ceremony_app.console.prepare.programme_card import ProgrammeCard
from ceremony_app.console.prepare.programme_desk import KeptProgramme, ProgrammeDesk
from ceremony_app.console.prepare.programme_table import CueRow, ProgrammeTable
from ceremony_app.domain.attachments import AttachmentKind
from ceremony_app.domain.ceremony import Cue
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.messages import message
from ceremony_app.domain.programme import (
    Programme,
    add,
    change,
    double,
    move,
    planned_minutes,
    skip,
    take_out,
)
from ceremony_app.ui_kit.choose_file import ask_open
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, holder, icon_button, label, only_icon, row
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.pile import Pile


class ProgrammePanel(QWidget):
    """Order, skipping, copies and removals are kept at once; what is typed, with "save" or when
    another item is chosen."""

    def __init__(self, tools: Tools, desk: Desk, make_trial: MakeTrial) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._after = ""
        self._wanted = ""
        self.keeper = ProgrammeDesk(tools, desk)
        self.table = ProgrammeTable(tools)
        self.card = ProgrammeCard(tools, make_trial)
        self.plan = label("", "quiet", wrap=True)
        self.buttons = self._make_buttons()
        self._stack = Pile()
        self._lay_out()
        self._join()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.card.unsaved

    def read(self) -> None:
        """Show the programme as it is kept; what was typed and not kept is lost."""
        self.card.forget()
        self.keeper.read()

    def start_new(self) -> None:
        """Open the form for a new item after the chosen one, or at the end."""
        if self.unsaved and not self.card.keep(follow=False):
            return
        rows, chosen = self.table.rows_model.rows, self.table.current()
        last = rows[-1].cue.id if rows else ""
        self._after = chosen.cue.id if chosen else last
        self.table.clearSelection()
        self._stack.setCurrentIndex(1)
        self.card.start_new()
        self._show_buttons()

    def _show(self, kept: KeptProgramme) -> None:
        self.card.follow(kept)
        programme = kept.details.programme
        self._stack.setCurrentIndex(1 if programme or self.card.is_new else 0)
        self.table.show_details(kept.details)
        wanted, self._wanted = self._wanted, ""
        found = bool(wanted) and self.table.choose(wanted)
        if not found and self.table.current() is None and not self.card.is_new:
            self.table.selectRow(0)
        self.card.setVisible(bool(programme) or self.card.is_new)
        self._show_plan(kept)
        self._show_buttons()

    def _show_plan(self, kept: KeptProgramme) -> None:
        """How long everything takes, or what is missing for the times to be known."""
        programme, minutes = kept.details.programme, planned_minutes(kept.details.programme)
        if not minutes:
            self.plan.setText(self._say("programme.plan_none"))
        elif kept.details.time:
            count = sum(not cue.skipped for cue in programme)
            self.plan.setText(self._say("programme.plan", count=count, minutes=minutes))
        else:
            self.plan.setText(self._say("programme.plan_no_time", minutes=minutes))

    def _choose(self, chosen: CueRow | None) -> None:
        if chosen is None:
            return
        if self.unsaved and chosen.cue.id != self.card.cue and not self.card.keep(follow=False):
            # What is wrong stays in sight, beside its item.
            QTimer.singleShot(0, self._stay)
            return
        if not self.unsaved:
            self.card.show_cue(chosen.cue)
        self._show_buttons()

    def _stay(self) -> None:
        if not self.table.choose(self.card.cue):
            self.table.clearSelection()
        self._show_buttons()

    def _leave_form(self) -> None:
        """What was typed is not wanted: show the item as it is kept."""
        if not self.table.choose(self.card.cue or self._after):
            self._stack.setCurrentIndex(0)
        chosen = self.table.current()
        if chosen is not None:
            self.card.show_cue(chosen.cue)
        self.table.setFocus()

    def _keep(self, typed: Cue, follow: bool) -> None:  # noqa: FBT001 - a signal's value
        if typed.id:
            self.keeper.change(
                lambda programme: change(programme, _as_now(programme, typed)),
                typed.id if follow else "",
                message("programme.kept", title=typed.title),
            )
            return
        made, after = replace(typed, id=new_id()), self._after
        self.keeper.change(
            lambda programme: add(programme, made, after),
            made.id if follow else "",
            message("programme.added", title=made.title),
        )

    def _move(self, by: int) -> None:
        chosen = self.table.current()
        if chosen is not None:
            cue = chosen.cue.id
            self.keeper.change(lambda programme: move(programme, cue, by), cue)

    def _skip(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            cue, skipped = chosen.cue.id, not chosen.cue.skipped
            self.keeper.change(lambda programme: skip(programme, cue, skipped=skipped), cue)

    def _double(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            cue, made = chosen.cue.id, new_id()
            self.keeper.change(lambda programme: double(programme, cue, made), made)

    def _remove(self) -> None:
        chosen, place = self.table.current(), self.table.place
        if chosen is None:
            return
        rows = self.table.rows_model.rows
        beside = rows[place + 1 : place + 2] or rows[max(place - 1, 0) : place]
        self.card.forget()
        self.keeper.change(
            lambda programme: take_out(programme, chosen.cue.id),
            beside[0].cue.id if beside else "",
            message("programme.removed", title=chosen.cue.title),
        )

    def _follow(self, cue: str) -> None:
        self._wanted = cue

    def _ask_file(self, kind: AttachmentKind) -> None:
        is_picture = kind is AttachmentKind.PICTURE
        say = self._say
        ask_open(
            self,
            say("programme.file.picture" if is_picture else "programme.file.sound"),
            say("look.kinds" if is_picture else "programme.file.sounds"),
            lambda path: self.keeper.bring(kind, path),
        )

    def _show_buttons(self) -> None:
        chosen, place = self.table.current(), self.table.place
        last = self.table.rows_model.rowCount() - 1
        self.buttons["up"].setEnabled(place > 0)
        self.buttons["down"].setEnabled(0 <= place < last)
        for name in ("skip", "double", "remove"):
            self.buttons[name].setEnabled(chosen is not None)
        self.buttons["undo"].setEnabled(self.keeper.can_undo)
        skipped = chosen is not None and chosen.cue.skipped
        words = self._say("programme.unskip" if skipped else "programme.skip")
        self.buttons["skip"].setText(words)
        self.buttons["skip"].setAccessibleName(words)

    def _look_again(self) -> None:
        """Somebody else changed the details; what is being typed here is left alone."""
        if self.isVisible() and not self.unsaved and not self.keeper.is_telling:
            self.keeper.read()

    def _make_buttons(self) -> dict[str, QPushButton]:
        tools, say, keeper = self._tools, self._say, self.keeper
        made = {
            "add": icon_button(tools, "plus", say("programme.add"), self.start_new),
            "up": only_icon(tools, "up", say("programme.up"), lambda: self._move(-1)),
            "down": only_icon(tools, "chevron-down", say("programme.down"), lambda: self._move(+1)),
            "skip": icon_button(tools, "next", say("programme.skip"), self._skip),
            "double": icon_button(tools, "copy", say("programme.double"), self._double),
            "remove": icon_button(
                tools, "close", say("programme.remove"), self._remove, kind="danger"
            ),
            "undo": icon_button(tools, "undo", say("programme.undo"), keeper.undo),
        }
        for name, keys in (
            ("add", "Insert"),
            ("skip", "Space"),
            ("double", "Ctrl+D"),
            ("remove", "Del"),
            ("undo", "Ctrl+Z"),
        ):
            made[name].setToolTip(QKeySequence(keys).toString(_NATIVE))
        return made

    def _join(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.card.form.rows["title"].field.setFocus())
        self.table.on_key("Ctrl+Up", lambda: self._move(-1))
        self.table.on_key("Ctrl+Down", lambda: self._move(+1))
        self.table.on_key("Space", self._skip)
        self.table.on_key("Ctrl+D", self._double)
        self.table.on_key("Del", self._remove)
        self.table.on_key("Insert", self.start_new)
        self.table.on_key("Ctrl+Z", self.keeper.undo)
        self.card.typed.connect(self._keep)
        self.card.dropped.connect(self._leave_form)
        self.card.form.file_wanted.connect(self._ask_file)
        self.keeper.chosen.connect(self._follow)
        self.keeper.kept.connect(self._show)
        self.keeper.undo_changed.connect(self._show_buttons)
        self.keeper.brought.connect(self.card.use)
        self._desk.details_changed.connect(self._look_again)

    def _lay_out(self) -> None:
        tools, say = self._tools, self._say
        empty = EmptyState(
            tools,
            "list",
            say("programme.empty"),
            say("programme.empty_hint"),
            icon_button(tools, "plus", say("programme.add"), self.start_new, kind="primary"),
        )
        names = ("up", "down", "skip", "double", "remove", "undo")
        foot = row(*(self.buttons[name] for name in names), None, gap=8)
        left = column(row(self.plan, self.buttons["add"], gap=12), self.table, foot, gap=10)
        page = row(gap=14)
        page.addLayout(left, 1)
        page.addWidget(self.card)
        page.setContentsMargins(0, 8, 0, 0)
        self._stack.addWidget(empty)
        self._stack.addWidget(holder(page))
        self.setLayout(column(self._stack))


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _as_now(programme: Programme, typed: Cue) -> Cue:
    """What was typed, skipped or not as the item is now: that is not in the form."""
    return next(
        (replace(typed, skipped=cue.skipped) for cue in programme if cue.id == typed.id), typed
    )
