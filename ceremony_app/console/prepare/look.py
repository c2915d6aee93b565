"""How the show looks, and how far from the screen every text can be read."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.legible import judged_by
from ceremony_app.console.prepare.hall_beside import MakeTrial
from ceremony_app.console.prepare.look_form import SAMPLE, LookForm
from ceremony_app.console.preview import USUAL_SHAPE, Preview
from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.ceremony import Details, Theme
from ceremony_app.domain.messages import message
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.choose_file import ask_open
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    button,
    clear,
    column,
    holder,
    icon_button,
    label,
    picture,
    row,
    scrolled,
)

_TYPING_MS = 120


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file has: the details, its texts, the office's pictures and those in use."""

    details: Details
    texts: tuple[Text, ...]
    names: dict[str, str]
    contents: dict[str, bytes]


class LookPanel(QWidget):
    """The look beside the hall's picture in it; nothing is kept before "save" is pressed."""

    def __init__(self, tools: Tools, desk: Desk, make_trial: MakeTrial) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._make_trial = make_trial
        self._kept: _Kept | None = None
        self._shown = ""
        self._sampled: tuple[str, str] | None = None
        self.form = LookForm(tools)
        self.preview = Preview(tools, self._say("look.picture"))
        self.save = icon_button(tools, "check", self._say("look.save"), self.keep, kind="primary")
        self.save.setEnabled(False)
        self._state = label("", "quiet")
        self._texts = QVBoxLayout()
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.setSpacing(8)
        # Letters are fitted anew when somebody has stopped typing, not at every figure.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPING_MS)
        self._later.timeout.connect(self._try)
        self._lay_out()
        self.form.changed.connect(self._touched)
        self.form.picture_wanted.connect(self._ask_picture)

    @property
    def unsaved(self) -> bool:
        """Whether something was chosen that is not kept yet."""
        return self.save.isEnabled()

    def read(self) -> None:
        """Show the look as it is kept; what was chosen and not kept is lost."""
        self._desk.ask(_read, self._show)

    def keep(self) -> None:
        """Check what was typed and keep it."""
        look = self.form.checked()
        if look is None:
            return

        def work(services: Services) -> None:
            # As the details are now: another tab may have changed them meanwhile.
            now = services.preparation.details()
            services.preparation.change_details(replace(now, look=look))

        self._desk.ask(work, lambda _: self._have_kept())

    def _have_kept(self) -> None:
        self._tools.channel.done(message("look.kept"))
        self.read()
        self._desk.details_changed.emit()

    def _show(self, kept: _Kept) -> None:
        self._kept = kept
        bad = self._make_trial().bring(kept.contents)
        for identity in bad:
            self._tools.channel.warn(message("look.bad_picture", file=kept.names[identity]))
        self.form.show_look(kept.details.look, kept.names)
        self.save.setEnabled(False)
        self._state.setText("")
        self._try()

    def _touched(self) -> None:
        if self._kept is not None:
            changed = self.form.look != self._kept.details.look
            self.save.setEnabled(changed)
            self._state.setText(self._say("prepare.unsaved") if changed else "")
            self._later.start()

    def _ask_picture(self, which: str) -> None:
        ask_open(
            self,
            self._say("look.choose_title"),
            self._say("look.kinds"),
            lambda path: self.bring(which, path),
        )

    def bring(self, which: str, path: Path) -> None:
        """Bring a picture into the file and use it as LOGO or BACKGROUND."""

        def work(services: Services) -> tuple[Attachment, bytes]:
            added = services.attachments.add_picture(path)
            return added, services.attachments.content(added.id)

        self._desk.ask(work, lambda brought: self._brought(which, *brought))

    def _brought(self, which: str, added: Attachment, content: bytes) -> None:
        if self._make_trial().bring({added.id: content}):
            self._tools.channel.warn(message("look.bad_picture", file=added.name))
            return
        self.form.use_picture(which, added.id, added.name)

    def _try(self) -> None:
        """Show every text in the look that the form has."""
        self._later.stop()
        clear(self._texts)
        if self._kept is None:
            return
        details = replace(self._kept.details, look=self.form.look)
        spoken = [text for text in self._kept.texts if any(part.words for part in text.parts)]
        if not spoken:
            self._texts.addWidget(label(self._say("look.no_texts"), "quiet", wrap=True))
            return
        for text in spoken:
            self._texts.addWidget(self._text_card(details, text, alone=len(spoken) == 1))
        shown = next((text for text in spoken if text.id == self._shown), spoken[0])
        self._show_text(details, shown)
        self._show_samples(details, spoken[0])

    def _show_text(self, details: Details, text: Text) -> None:
        """The picture of a text where it is tightest."""
        self._shown = text.id
        trial = self._make_trial()
        reach = trial.reach(details, text)
        self.preview.show_picture(
            lambda size: trial.picture(details, text, reach.part, reach.phrase, size.width()),
            USUAL_SHAPE,
        )

    def _show_samples(self, details: Details, text: Text) -> None:
        pictures = (details.look.logo, details.look.background)
        if self._sampled == pictures:
            return
        self._sampled = pictures
        for theme in Theme:
            look = replace(details.look, theme=theme)
            image = self._make_trial().picture(
                replace(details, look=look), text, 0, 0, 2 * SAMPLE.width()
            )
            self.form.show_sample(theme, image)

    def _text_card(self, details: Details, text: Text, *, alone: bool) -> QWidget:
        judged = judged_by(self._make_trial(), details, text)
        tone, icon = ("good", "check-circle") if judged.is_good else ("warn", "warning")
        colour = self._tools.palette.colours()[f"{tone}_ink"]
        words = column(
            label(text.title, "heading", wrap=True),
            label(self._say.say(judged.says), wrap=True),
            gap=2,
        )
        for advice in judged.advice:
            words.addWidget(label(self._say.say(advice), "quiet", wrap=True))
        line = row(picture(self._tools, icon, colour, 24), gap=12)
        line.addLayout(words, 1)
        if not alone:
            show = button(self._say("look.show"), lambda: self._show_text(details, text))
            show.setAccessibleName(f"{self._say('look.show')}: {text.title}")
            line.addWidget(show)
        line.setContentsMargins(14, 8, 12, 8)
        return box(line)

    def _lay_out(self) -> None:
        right = column(
            self.preview,
            label(self._say("look.texts"), "caption"),
            scrolled(holder(column(self._texts, None))),
            gap=8,
        )
        right.setStretch(2, 1)
        whole = row(scrolled(self.form), gap=22)
        whole.addLayout(right)
        whole.setStretch(0, 5)
        whole.setStretch(1, 7)
        foot = row(self._state, None, self.save)
        outside = column(gap=8)
        outside.addLayout(whole, 1)
        outside.addLayout(foot)
        self.setLayout(outside)


def _read(services: Services) -> _Kept:
    details = services.preparation.details()
    pictures = services.attachments.all(AttachmentKind.PICTURE)
    names = {one.id: one.name for one in pictures}
    used = [one for one in (details.look.logo, details.look.background) if one in names]
    return _Kept(
        details,
        tuple(state.text for state in services.preparation.texts()),
        names,
        {identity: services.attachments.content(identity) for identity in used},
    )
