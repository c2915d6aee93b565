"""What was sent to printers, and where it is: one line a document."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.printing import JobState
from ceremony_app.ui_kit.print_desk import PrintDesk, Sent
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, clear, column, label, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip

_SHOWN = 4
_TONES = {
    JobState.DONE: "good",
    JobState.SENT: "good",
    JobState.OUT_OF_PAPER: "bad",
    JobState.ATTENTION: "bad",
    JobState.OFFLINE: "bad",
    JobState.STOPPED: "bad",
    JobState.FAILED: "bad",
    JobState.GONE: "warn",
    JobState.HELD: "warn",
}


class JobsStrip(QWidget):
    """The newest documents; hidden where nothing was printed yet."""

    def __init__(self, tools: Tools, desk: PrintDesk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        self._confirm = confirm
        self._lines = column(gap=4)
        self.setLayout(self._lines)
        self.setAccessibleName(tools.say("printing.jobs.title"))
        desk.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        documents = self._desk.documents[:_SHOWN]
        for sent in documents:
            self._lines.addLayout(self._line(sent))
        self.setVisible(bool(documents))

    def _line(self, sent: Sent) -> QHBoxLayout:
        say = self._tools.say
        words = say(
            "printing.jobs.line", title=sent.title, pages=sent.pages, printer=sent.wish.printer
        )
        state = label(say.say(state_words(sent.state)), tone=_TONES.get(sent.state, ""))
        actions = [button(words, do) for words, do in self._actions(sent)]
        return row(label(words), state, None, *actions, gap=12)

    def _actions(self, sent: Sent) -> list[tuple[str, Callable[[], object]]]:
        say = self._tools.say
        if not sent.state.is_over:
            return [(say("printing.jobs.cancel"), lambda: self._desk.cancel(sent))]
        return [
            (say("printing.jobs.again"), lambda: self._again(sent)),
            (say("printing.jobs.forget"), lambda: self._desk.forget(sent)),
        ]

    def _again(self, sent: Sent) -> None:
        """What has come out already, whole or in part, is printed twice only after a question;
        of several pages those that are missing can be named."""
        may_be_in_part = sent.state.may_be_in_part and sent.pages > 1
        if not (sent.state.is_on_paper or may_be_in_part):
            self._send_again(sent, sent.wish.pages)
            return
        say = self._tools.say
        self._confirm.ask(
            say.say(_again_question(sent)),
            say("printing.jobs.again"),
            lambda values: self._send_again(sent, values.get("pages", "")),
            [("pages", say("printing.jobs.which_pages"))] if sent.pages > 1 else [],
            values={"pages": sent.wish.pages} if sent.pages > 1 else {},
            optional={"pages"},
        )

    def _send_again(self, sent: Sent, pages: str) -> None:
        self._desk.forget(sent)
        self._desk.send(
            sent.path,
            replace(sent.wish, pages=pages),
            sent.title,
            sent.pages,
            lambda again: self._tools.channel.done(told_sent(again)),
        )


def told_sent(sent: Sent) -> Message:
    """That a document is on its way."""
    return message("printing.jobs.sent", title=sent.title, printer=sent.wish.printer)


def _again_question(sent: Sent) -> Message:
    """What is known of the first printing, and whether to print once more."""
    title, printer = sent.title, sent.wish.printer
    if sent.state is JobState.GONE:
        return message("printing.jobs.again_gone", title=title, printer=printer)
    if sent.state.may_be_in_part:
        return message("printing.jobs.again_part", title=title, printer=printer)
    return message("printing.jobs.again_question", title=title, printer=printer)


def state_words(state: JobState) -> Message:
    """Where a document is, in words."""
    return {
        JobState.WAITING: message("printing.state.waiting"),
        JobState.HELD: message("printing.state.held"),
        JobState.PRINTING: message("printing.state.printing"),
        JobState.OUT_OF_PAPER: message("printing.state.out_of_paper"),
        JobState.ATTENTION: message("printing.state.attention"),
        JobState.OFFLINE: message("printing.state.offline"),
        JobState.STOPPED: message("printing.state.stopped"),
        JobState.DONE: message("printing.state.done"),
        JobState.CANCELLED: message("printing.state.cancelled"),
        JobState.FAILED: message("printing.state.failed"),
        JobState.GONE: message("printing.state.gone"),
        JobState.SENT: message("printing.state.sent"),
    }[state]
