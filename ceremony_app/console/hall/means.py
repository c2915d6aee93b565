"""What the hall's console is given beside tools and desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.clock import Clock
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.player import SoundPlayer
from ceremony_app.ui_kit.running_show import RunningShow
from ceremony_app.ui_kit.scan_gate import KeyGate

MakeShow = Callable[[Details, Sequence[Text]], RunningShow]


@dataclass(frozen=True, slots=True)
class HallMeans:
    """How a show is made, the time, the keys of all windows, a player of sounds, and a folder for
    the copies that it plays."""

    make_show: MakeShow
    clock: Clock
    gate: KeyGate
    player: SoundPlayer
    folder: Path
