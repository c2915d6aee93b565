"""The last answers of a door, newest above, in sight without scrolling."""

from ceremony_app.console.door.answers import tone_of
from ceremony_app.console.words import hour, verdict_words
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.table import Column, DataTable

KEPT = 30
_ROW = 25


class LastAnswers(DataTable[ScanAnswer]):
    """Ten answers in sight and some below; a chosen one stays chosen while others come in."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.say("door.last.name"), _columns(tools), sortable=False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.say_when_empty(tools.say("door.last.empty"), tools.palette.quiet)

    def add(self, answer: ScanAnswer) -> None:
        """A scan was answered."""
        self.put_first(answer, KEPT)

    def to_take_back(self) -> ScanAnswer | None:
        """The arrival that is meant: the chosen row, or else the newest arrival."""
        found = self.current() or next(
            (answer for answer in self.rows_model.rows if _is_arrival(answer)), None
        )
        return found if found is not None and _is_arrival(found) else None


def _is_arrival(answer: ScanAnswer) -> bool:
    return answer.verdict is Verdict.RECORDED and answer.person is not None


def _columns(tools: Tools) -> list[Column[ScanAnswer]]:
    say, colours = tools.say, tools.palette.colours()
    return [
        Column(say("door.column.time"), lambda answer: hour(answer.at), width=64),
        Column(
            say("door.column.verdict"),
            lambda answer: say.say(verdict_words(answer.verdict)),
            width=160,
            colour=lambda answer: colours[f"{tone_of(answer.verdict)}_ink"],
        ),
        Column(say("door.column.name"), lambda answer: answer.person.name if answer.person else ""),
        Column(
            say("door.column.division"),
            lambda answer: answer.person.division if answer.person else "",
        ),
    ]
