"""The sign over the console: in words, what the hall sees now, and how to change that."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QPushButton

from ceremony_app.console.hall.key_map import Deed, KeyMap, key_words
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.show import Cover
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, label, restyle, row


@dataclass(frozen=True, slots=True)
class Air:
    """What the hall sees: one word in capitals, the tone of the sign, and a sentence."""

    word: Message
    tone: str
    sentence: Message


def air_of(show: RunningShow, keys: KeyMap, advice: Message | None = None) -> Air:
    """What the hall sees of a running show; a cover lies over a frozen picture too.

    `advice` says why the hall has no screen of its own, where it has none.
    """
    state = show.state
    if not show.is_open(Place.HALL):
        return _told("hall.state.off", "calm", "hall.air.off", keys, Deed.LIVE)
    if show.is_lost(Place.HALL):
        return Air(message("hall.state.lost"), "bad", advice or message("hall.air.lost"))
    if show.is_lent:
        return _told("hall.state.lent", "warn", "hall.air.lent", keys, Deed.LEND)
    if state.cover is Cover.BLACK:
        return _told("hall.state.black", "warn", "hall.air.black", keys, Deed.BLACK)
    if state.cover is Cover.LOGO:
        return _told("hall.state.logo", "warn", "hall.air.logo", keys, Deed.LOGO)
    if state.frozen:
        return _told("hall.state.frozen", "warn", "hall.air.frozen", keys, Deed.FREEZE)
    screen = show.screen_of(Place.HALL)
    windowed = advice or message("hall.air.windowed")
    where = message("hall.air.on_screen", screen=screen) if screen else windowed
    return Air(message("hall.state.live"), "good", where)


def _told(word: str, tone: str, sentence: str, keys: KeyMap, deed: Deed) -> Air:
    return Air(message(word), tone, message(sentence, press=first_key(keys, deed)))


def first_key(keys: KeyMap, deed: Deed) -> Message:
    """The foremost key of a deed, in words; a dash where it has none."""
    found = keys.of(deed)
    return key_words(found[0]) if found else message("hall.key.none")


class AirSign(QFrame):
    """Large enough to be read from the corner of an eye: the word, the sentence, the clock."""

    def __init__(self, tools: Tools, live: QPushButton) -> None:
        super().__init__()
        self._say = tools.say
        self.setProperty("kind", "sign")
        self.word = label("", "signword")
        self.sentence = label("", wrap=True)
        self.rehearsal = label(self._say("hall.air.rehearsal"), "rehearsal")
        self.rehearsal.setVisible(False)
        self.clock = label("", "signclock")
        words = column(self.sentence, gap=0)
        line = row(self.rehearsal, self.word, 8, gap=10)
        line.addLayout(words, 1)
        line.addWidget(live)
        line.addSpacing(8)
        line.addWidget(self.clock)
        line.setContentsMargins(18, 6, 18, 6)
        self.setLayout(line)
        self.setFixedHeight(60)

    def show_air(self, air: Air) -> None:
        """The hall sees something else."""
        self.word.setText(self._say.say(air.word))
        self.sentence.setText(self._say.say(air.sentence))
        self.setAccessibleName(f"{self.word.text()}. {self.sentence.text()}")
        self.sentence.setToolTip(self.sentence.text())
        restyle(self, tone=air.tone)

    def show_rehearsal(self, *, on: bool) -> None:
        """Say beside the word that nothing of this is recorded."""
        self.rehearsal.setVisible(on)
