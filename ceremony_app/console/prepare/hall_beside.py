"""The hall's picture beside what is being prepared, and how far it is read."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ceremony_app.console.legible import judged_by
from ceremony_app.console.preview import USUAL_SHAPE, Preview
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.hall_trial import HallTrial
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, label, restyle

MakeTrial = Callable[[], HallTrial]


class HallBeside(QWidget):
    """Follows each change of a text: the picture where a phrase is led, and the text's reach."""

    def __init__(self, tools: Tools, make_trial: MakeTrial) -> None:
        super().__init__()
        self._say = tools.say
        self._make_trial = make_trial
        self.preview = Preview(tools, tools.say("look.picture"))
        self.reach = label("", wrap=True)
        self.advice = label("", "quiet", wrap=True)
        self.setLayout(column(self.preview, self.reach, self.advice, None, gap=6))

    def show_place(self, details: Details, text: Text, part: int, phrase: int) -> None:
        """Show where a phrase is led, in the look of the details."""
        trial = self._make_trial()
        try:
            judged = judged_by(trial, details, text)
        except Refused as error:
            self.reach.setText(self._say.say(error.message))
            self.advice.setVisible(False)
            return
        self.preview.show_picture(
            lambda size: trial.picture(details, text, part, phrase, size.width()), USUAL_SHAPE
        )
        self.reach.setText(self._say.say(judged.says))
        restyle(self.reach, tone="good" if judged.is_good else "warn")
        self.advice.setText("\n".join(self._say.say(advice) for advice in judged.advice))
        self.advice.setVisible(bool(judged.advice))
