"""Whether a text is approved, and the way to lock it or to open it again."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.words import day_and_hour
from ceremony_app.domain.messages import message
from ceremony_app.domain.template import BLANK
from ceremony_app.services.preparation import TextState
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import icon_button, label, restyle, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip


class ApprovalRow(QWidget):
    """Says who approved a text and when; `changed` tells that somebody did, or opened it.

    `is_unsaved` tells whether there are changes that an approval would not see.
    """

    changed = Signal()

    def __init__(
        self, tools: Tools, desk: Desk, confirm: ConfirmStrip, is_unsaved: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._is_unsaved = is_unsaved
        self._state: TextState | None = None
        self.state = label("", "heading", wrap=True)
        self.approve = icon_button(
            tools, "lock", self._say("prepare.text.approve"), self._ask_approve, kind="primary"
        )
        self.reopen = icon_button(
            tools, "unlock", self._say("prepare.text.reopen"), self._ask_reopen
        )
        line = row(self.state, self.reopen, self.approve, gap=10)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_state(self, state: TextState) -> None:
        """Show another text, or the same one after something was done."""
        self._state = state
        if state.approved:
            when = day_and_hour(state.at)
            words = self._say("prepare.text.approved", by=state.by, at=when)
        elif any(BLANK in part.words for part in state.text.parts):
            words = self._say("prepare.text.has_blanks")
        else:
            words = self._say("prepare.text.open")
        self.state.setText(words)
        restyle(self.state, tone="good" if state.approved else "warn")
        self.approve.setVisible(not state.approved)
        self.reopen.setVisible(state.approved)

    def _ask_approve(self) -> None:
        state = self._state
        if self._is_unsaved():
            self._tools.channel.warn(message("prepare.text.save_first"))
        elif state is not None:
            self._confirm.ask(
                self._say("prepare.text.approve_question", title=state.text.title),
                self._say("prepare.text.approve"),
                lambda values: self._approve(state, values),
                [("by", self._say("prepare.text.by"))],
                tone="calm",
            )

    def _approve(self, state: TextState, values: Mapping[str, str]) -> None:
        by = values["by"]

        def approve(services: Services) -> None:
            services.preparation.approve(state, by)

        self._desk.ask(approve, lambda _: self._told("prepare.text.approve_done"))

    def _ask_reopen(self) -> None:
        state = self._state
        if state is not None:
            self._confirm.ask(
                self._say("prepare.text.reopen_question", title=state.text.title),
                self._say("prepare.text.reopen"),
                lambda values: self._reopen(state, values),
                [
                    ("by", self._say("prepare.text.by")),
                    ("reason", self._say("prepare.text.reason")),
                ],
            )

    def _reopen(self, state: TextState, values: Mapping[str, str]) -> None:
        by, reason = values["by"], values["reason"]

        def reopen(services: Services) -> None:
            services.preparation.reopen(state, by, reason)

        self._desk.ask(reopen, lambda _: self._told("prepare.text.reopen_done"))

    def _told(self, key: str) -> None:
        self._tools.channel.done(message(key))
        self.changed.emit()
