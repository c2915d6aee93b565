"""The form of the look: theme, the office's pictures, fades, the hall's measures."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QToolButton, QWidget

from ceremony_app.console.prepare.picture_row import PictureRow
from ceremony_app.domain.ceremony import Look, Theme
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.legibility import read_metres
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.wording import number
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, line

LOGO, BACKGROUND = "logo", "background"
SAMPLE = QSize(112, 63)

_THEMES = {
    Theme.NAVY: message("look.theme.navy"),
    Theme.WHITE: message("look.theme.white"),
    Theme.PLAIN: message("look.theme.plain"),
}


class LookForm(QWidget):
    """What can be chosen; `changed` tells that the look is another one.

    `picture_wanted` carries LOGO or BACKGROUND, for which a file is to be chosen.
    """

    changed = Signal()
    picture_wanted = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._look = Look()
        say = self._say
        self.themes = {theme: self._theme_button(words) for theme, words in _THEMES.items()}
        group = QButtonGroup(self)
        for made in self.themes.values():
            group.addButton(made)
        self.logo = PictureRow(tools, say("look.logo"), say("look.logo_hint"))
        self.background = PictureRow(tools, say("look.background"), say("look.background_hint"))
        self.fades = QCheckBox(say("look.fades"))
        self.hall_depth = FormRow(say("look.depth"), line("18"), say("look.depth_hint"))
        self.picture_height = FormRow(say("look.height"), line("2,5"), say("look.height_hint"))
        self._lay_out()
        group.buttonClicked.connect(lambda _: self.changed.emit())
        self.fades.toggled.connect(lambda _: self.changed.emit())
        for name, part in ((LOGO, self.logo), (BACKGROUND, self.background)):
            part.choose.clicked.connect(lambda _=False, name=name: self.picture_wanted.emit(name))
            part.remove.clicked.connect(lambda _=False, name=name: self.use_picture(name, "", ""))
        for field in (self.hall_depth, self.picture_height):
            field.on_change(self.changed.emit)

    @property
    def look(self) -> Look:
        """The look as the form has it; a measure that cannot be read counts as none."""
        return replace(
            self._look,
            theme=next(theme for theme, made in self.themes.items() if made.isChecked()),
            fades=self.fades.isChecked(),
            hall_depth_m=self._metres(self.hall_depth),
            picture_height_m=self._metres(self.picture_height),
        )

    def checked(self) -> Look | None:
        """The look, or None where a row complains."""
        for field in (self.hall_depth, self.picture_height):
            try:
                read_metres(field.value)
            except Refused as error:
                field.complain(self._say.say(error.message))
                field.field.setFocus()
                return None
        return self.look

    def show_look(self, look: Look, names: Mapping[str, str]) -> None:
        """Fill the form; `names` are those of attachments, by their ids."""
        self.blockSignals(True)
        self._look = look
        self.themes[look.theme].setChecked(True)
        self.fades.setChecked(look.fades)
        self.hall_depth.value = _words(look.hall_depth_m)
        self.picture_height.value = _words(look.picture_height_m)
        self.logo.show_name(names.get(look.logo, ""))
        self.background.show_name(names.get(look.background, ""))
        self.blockSignals(False)

    def use_picture(self, which: str, identity: str, name: str) -> None:
        """Take an attachment as logo or background, or none with an empty id."""
        if which == LOGO:
            self._look = replace(self._look, logo=identity)
            self.logo.show_name(name)
        else:
            self._look = replace(self._look, background=identity)
            self.background.show_name(name)
        self.changed.emit()

    def show_sample(self, theme: Theme, image: QImage) -> None:
        """A small picture of the hall in a theme."""
        self.themes[theme].setIcon(QIcon(QPixmap.fromImage(image)))

    @staticmethod
    def _metres(field: FormRow) -> float:
        try:
            return read_metres(field.value)
        except Refused:
            return 0.0

    def _theme_button(self, words: Message) -> QToolButton:
        made = QToolButton()
        said = self._say.say(words)
        made.setText(said)
        made.setAccessibleName(said)
        made.setCheckable(True)
        made.setIconSize(SAMPLE)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _lay_out(self) -> None:
        say = self._say
        measures = row(self.hall_depth, self.picture_height, gap=14)
        for field in (self.hall_depth, self.picture_height):
            measures.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        whole = column(
            column(label(say("look.themes"), "caption"), row(*self.themes.values(), None), gap=4),
            self.logo,
            self.background,
            self.fades,
            measures,
            None,
            gap=14,
        )
        whole.setContentsMargins(0, 0, 10, 0)
        self.setLayout(whole)


def _words(metres: float) -> str:
    return number(metres) if metres else ""
