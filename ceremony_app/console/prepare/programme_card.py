"""One item of the programme: its form, and the hall's picture of it as it stands in the form."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.prepare.cue_form import CueChoices, CueForm
from ceremony_app.console.prepare.hall_beside import MakeTrial
from ceremony_app.console.prepare.programme_desk import KeptProgramme
from ceremony_app.console.preview import USUAL_SHAPE, Preview
from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import message
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    button,
    column,
    holder,
    icon_button,
    label,
    row,
    scrolled,
)

_TYPING_MS = 150
_WIDTH = 400
_NEW = Cue("", CueKind.TITLE, "")


class ProgrammeCard(QWidget):
    """`typed` carries the item once nothing is wrong with it, without an id where it is new, and
    whether the list is to follow it; `dropped` says that what was typed is not wanted."""

    typed = Signal(object, bool)
    dropped = Signal()

    def __init__(self, tools: Tools, make_trial: MakeTrial) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._make_trial = make_trial
        self._kept: KeptProgramme | None = None
        self._cue = _NEW
        self._touched = False
        say = self._say
        self.form = CueForm(tools)
        self.preview = Preview(tools, say("look.picture"))
        self.doubt = label("", "small", tone="warn", wrap=True)
        self.save = icon_button(tools, "check", say("programme.save"), self.keep, kind="primary")
        self.cancel = button(say("ui.cancel"), self._drop)
        # The picture is painted anew when somebody has stopped typing.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPING_MS)
        self._later.timeout.connect(self._paint)
        self._lay_out()
        self.form.changed.connect(self._look)
        self.form.entered.connect(self.keep)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._touched and not self.isHidden()

    @property
    def cue(self) -> str:
        """The id of the item in the form; empty for a new one."""
        return self._cue.id

    @property
    def is_new(self) -> bool:
        """Whether a new item is being written."""
        return not self._cue.id and not self.isHidden()

    def follow(self, kept: KeptProgramme) -> None:
        """What the file has now; pictures that cannot be shown are told of."""
        names = dict(kept.named(AttachmentKind.PICTURE))
        for identity in self._make_trial().bring(kept.pictures):
            self._tools.channel.warn(message("look.bad_picture", file=names.get(identity, "")))
        self._kept = kept

    def show_cue(self, cue: Cue) -> None:
        """Show an item; what was typed before is lost."""
        self._cue, self._touched = cue, False
        kept = self._kept
        if kept is not None:
            choices = CueChoices(
                [(text.id, text.title) for text in kept.texts],
                [(pact.id, pact.title) for pact in kept.details.pacts],
                kept.named(AttachmentKind.PICTURE),
                kept.named(AttachmentKind.SOUND),
            )
            self.form.show_cue(cue, choices)
        self.save.setText(self._say("programme.save" if cue.id else "programme.add_do"))
        self.save.setAccessibleName(self.save.text())
        self.setVisible(True)
        self._look()
        self._paint()

    def start_new(self) -> None:
        """Write a new item."""
        self.show_cue(_NEW)
        self.form.rows["kind"].field.setFocus()

    def keep(self, *, follow: bool = True) -> bool:
        """Hand on what was typed; whether nothing is wrong with it."""
        typed = self.form.checked()
        if typed is None:
            return False
        self._touched = False
        self.typed.emit(typed, follow)
        return True

    def forget(self) -> None:
        """Nothing that was typed matters any more."""
        self._touched = False

    def use(self, added: Attachment, content: bytes) -> None:
        """Take a picture or a sound that was just brought into the file."""
        if content and self._make_trial().bring({added.id: content}):
            self._tools.channel.warn(message("look.bad_picture", file=added.name))
            return
        self.form.use(added.kind, added.id, added.name)

    def _drop(self) -> None:
        self._touched = False
        self.dropped.emit()

    def _look(self) -> None:
        self._touched = self.form.cue != self._cue
        self.save.setEnabled(self._touched or not self._cue.id)
        self.cancel.setVisible(self._touched or not self._cue.id)
        self._later.start()

    def _paint(self) -> None:
        """Show what the hall would see of the item as it stands in the form."""
        self._later.stop()
        if self._kept is None:
            return
        trial, kept = self._make_trial(), self._kept
        try:
            image = trial.cue_picture(kept.details, kept.texts, self.form.cue, 2 * _WIDTH)
        except Refused as error:
            self.doubt.setText(self._say.say(error.message))
        else:
            self.doubt.setText("")
            smooth = Qt.TransformationMode.SmoothTransformation
            self.preview.show_picture(
                lambda size: image.scaledToWidth(size.width(), smooth), USUAL_SHAPE
            )
        self.doubt.setVisible(bool(self.doubt.text()))
        self.preview.setVisible(not self.doubt.text())

    def _lay_out(self) -> None:
        fields = column(self.preview, self.doubt, self.form, None, gap=10)
        fields.setContentsMargins(0, 0, 10, 0)
        inside = column(scrolled(holder(fields)), row(self.cancel, None, self.save), gap=8)
        inside.setContentsMargins(14, 12, 8, 12)
        self.setLayout(column(box(inside)))
        self.setFixedWidth(_WIDTH)
        self.setVisible(False)
