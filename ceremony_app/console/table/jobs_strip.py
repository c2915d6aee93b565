"""What was sent to printers, and where it is: one line a document."""

from collections.abc import Callable

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
        """What has come out already is printed twice only after a question."""
        if not sent.state.is_on_paper:
            self._send_again(sent)
            return
        self._confirm.ask(
            self._tools.say(
                "printing.jobs.again_question", title=sent.title, printer=sent.wish.printer
            ),
            self._tools.say("printing.jobs.again"),
            lambda _: self._send_again(sent),
        )

    def _send_again(self, sent: Sent) -> None:
        self._desk.forget(sent)
        self._desk.send(
            sent.path,
            sent.wish,
            sent.title,
            sent.pages,
            lambda again: self._tools.channel.done(told_sent(again)),
        )


def told_sent(sent: Sent) -> Message:
    """That a document is on its way."""
    return message("printing.jobs.sent", title=sent.title, printer=sent.wish.printer)


def state_words(state: JobState) -> Message:
    """Where a document is, in words."""
    return {
        JobState.WAITING: message("printing.state.waiting"),
        JobState.HELD: message("printing.state.held"),
        JobState.PRINTING: message("printing.state.printing"),
        JobState.OUT_OF_PAPER: message("printing.state.out_of_paper"),
        JobState.STOPPED: message("printing.state.stopped"),
        JobState.DONE: message("printing.state.done"),
        JobState.CANCELLED: message("printing.state.cancelled"),
        JobState.FAILED: message("printing.state.failed"),
        JobState.GONE: message("printing.state.gone"),
        JobState.SENT: message("printing.state.sent"),
    }[state]
