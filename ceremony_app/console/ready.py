"""The readiness list: what is ready, what is not, and the button that leads to its remedy."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QGridLayout

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.devices import device_checks, scanner_check
from ceremony_app.console.legible import legible_check
from ceremony_app.console.page import Page
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.checks import Check, State
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.texts import Text
from ceremony_app.services.readiness import Readiness
from ceremony_app.ui_kit.hall_trial import HallTrial
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.sound import Sounds
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
    restyle,
    row,
    scrolled,
)

_ICONS = {State.OK: "check-circle", State.WARN: "warning", State.FAIL: "cross"}
_TONES = {State.OK: "good", State.WARN: "warn", State.FAIL: "bad"}

_SOON_MS = 1500

Remedy = tuple[Message, Callable[[], object]]
Found = tuple[list[Check], Details, list[Text]]


class ReadyPage(Page):
    """Looks at everything when it is opened, and again whenever something has changed.

    `remedies` holds for each check's name the words and the deed of its button; `make_trial`
    gives what tells how far the texts can be read; `printing` knows the printers.
    """

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        sounds: Sounds,
        remedies: Mapping[str, Remedy],
        make_trial: Callable[[], HallTrial],
        printing: PrintDesk,
    ) -> None:
        super().__init__(tools, desk, tools.say("console.page.ready"))
        self._sounds = sounds
        self._remedies = dict(remedies)
        self._make_trial = make_trial
        self._printing = printing
        self._printers: list[str] | None = None
        self._found: Found | None = None
        self.checks: list[Check] = []
        self.verdict = label("", "lead", wrap=True)
        again = icon_button(tools, "repeat", self.say("ready.again"), self.arrive)
        self.column.addLayout(row(self.verdict, again, gap=12))
        self._list = QGridLayout()
        self._list.setSpacing(10)
        self._list.setContentsMargins(0, 0, 10, 0)
        self.column.addWidget(scrolled(holder(self._list)), 1)
        # The first copy is made while the file is being opened: look for it once more.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.arrive)
        self._soon.start()

    def arrive(self) -> None:
        """Look at everything again."""

        def work(services: Services) -> Found:
            preparation = services.preparation
            texts = [state.text for state in preparation.texts()]
            checks = Readiness(services.file, SystemClock()).checks()
            return checks, preparation.details(), texts

        self.desk.ask(work, self._take)
        self._printing.find_printers(self._take_printers)

    def _take(self, found: Found) -> None:
        self._found = found
        self._show(*found)

    def _take_printers(self, names: list[str]) -> None:
        if names != self._printers:
            self._printers = names
            if self._found is not None:
                self._show(*self._found)

    def _show(self, checks: list[Check], details: Details, texts: list[Text]) -> None:
        at = next((n for n, check in enumerate(checks) if check.name == "backup"), len(checks))
        self.checks = [
            *checks[:at],
            legible_check(self._make_trial(), details, texts),
            *device_checks(self._printers, self._sounds),
            scanner_check(self.tools.settings),
            *checks[at:],
        ]
        clear(self._list)
        half = (len(self.checks) + 1) // 2
        for number, check in enumerate(self.checks):
            self._list.addWidget(self._row(check), number % half, number // half)
        self._list.setRowStretch(half, 1)
        failed = sum(check.state is State.FAIL for check in self.checks)
        warned = sum(check.state is State.WARN for check in self.checks)
        if failed:
            words, tone = self.say("ready.verdict.failed", count=failed), "bad"
        elif warned:
            words, tone = self.say("ready.verdict.warned", count=warned), "warn"
        else:
            words, tone = self.say("ready.verdict.ready"), "good"
        self.verdict.setText(words)
        restyle(self.verdict, tone=tone)

    def _row(self, check: Check) -> QFrame:
        tone = _TONES[check.state]
        colour = self.tools.palette.colours()[f"{tone}_ink"]
        said = self.say.say(check.says)
        if check.remedy is not None:
            said = f"{said} {self.say.say(check.remedy)}"
        words = column(
            row(
                label(self.say.say(check.title), "heading"),
                label(self._state_words(check.state), "caption", tone=tone),
                None,
                gap=10,
            ),
            label(said, "quiet", wrap=True),
            None,
            gap=2,
        )
        line = row(picture(self.tools, _ICONS[check.state], colour, 26), gap=14)
        line.addLayout(words, 1)
        line.setContentsMargins(16, 9, 14, 9)
        remedy = self._remedies.get(check.name)
        if remedy is not None:
            line.addWidget(button(self.say.say(remedy[0]), remedy[1]))
        made = box(line)
        made.setAccessibleName(self.say.say(check.title))
        made.setAccessibleDescription(f"{self._state_words(check.state)}. {said}")
        return made

    def _state_words(self, state: State) -> str:
        return self.say.say(
            {
                State.OK: message("ready.state.ok"),
                State.WARN: message("ready.state.warn"),
                State.FAIL: message("ready.state.fail"),
            }[state]
        )
