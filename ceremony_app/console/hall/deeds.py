"""What each key and each button of the hall does."""

from collections.abc import Callable, Mapping

from ceremony_app.console.hall.driver import Driver
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.console.hall.message_sheet import ready_words
from ceremony_app.console.hall.sheet_desk import SheetDesk
from ceremony_app.console.hall.sounds import CueSounds
from ceremony_app.console.hall.teller import Teller
from ceremony_app.domain.messages import Catalogue
from ceremony_app.ui_kit.running_show import Place


def deeds_of(
    driver: Driver, teller: Teller, sounds: CueSounds, sheets: SheetDesk, say: Catalogue
) -> Mapping[Deed, Callable[[], object]]:
    """Every deed but going live, which the page asks about first."""
    running = driver.running

    def tell(deed: Deed) -> Callable[[], object]:
        words = ready_words(deed)
        return lambda: teller.tell_leader(say.say(words) if words else "")

    return {
        Deed.NEXT: driver.go_next,
        Deed.BACK: driver.go_back,
        Deed.BLACK: running.go_black,
        Deed.LOGO: running.go_logo,
        Deed.FREEZE: running.freeze,
        Deed.LEND: lambda: _lend(driver),
        Deed.UNDO: driver.undo,
        Deed.TAKE: driver.take,
        Deed.LOOK_BACK: lambda: driver.look_by(-1),
        Deed.LOOK_ON: lambda: driver.look_by(+1),
        Deed.SEARCH: sheets.open_search,
        Deed.SOUND: sounds.play,
        Deed.FADE: sounds.fade,
        Deed.SILENCE: sounds.stop,
        **{deed: tell(deed) for deed in (Deed.SLOWER, Deed.LOUDER, Deed.WAIT, Deed.CLEAR)},
        Deed.WRITE: sheets.open_message,
        Deed.KEYS: sheets.open_keys,
    }


def _lend(driver: Driver) -> None:
    """Lend the hall's screen, or take it back; there has to be one."""
    running = driver.running
    if running.is_lent:
        running.take_back()
    elif running.is_open(Place.HALL):
        running.lend()
