"""The keys of the hall as the running program has them, whichever window has the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ceremony_app.console.hall.key_map import Deed, KeyMap
from ceremony_app.ui_kit.scan_gate import KeyGate
from ceremony_app.ui_kit.show_keys import ShowKeys

_CLICKERS = frozenset({"PgDown", "PgUp", "B", "."})
"""What the buttons of most clickers send. They work over every page of the console; there tables
and boxes want arrows and Space for themselves."""
_TAKE = ("Return", "Enter")


class HallKeys(QObject):
    """Tells by `pressed` which deed a key stands for.

    On the hall's page and in the show's own windows every key counts, over another page of the
    console only those of a clicker. `rest` while a question needs the keys.
    """

    pressed = Signal(object)

    def __init__(self, gate: KeyGate, page: QWidget, keys: KeyMap) -> None:
        super().__init__(page)
        self._page = page
        self._keys = keys
        self._wanted, self._resting, self._taking = False, False, False
        self._show_keys = ShowKeys(gate, {}, self)
        self._show_keys.pressed.connect(lambda name: self.pressed.emit(Deed(name)))
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._bind)

    def bind(self, keys: KeyMap) -> None:
        """Use other keys from now on."""
        self._keys = keys
        self._bind()

    def want(self, *, on: bool) -> None:
        """Whether there is a show to be moved: its page is in sight, or one of its windows."""
        self._wanted = on
        self._bind()

    def rest(self, *, on: bool) -> None:
        """Leave the keys to a question, and take them again."""
        self._resting = on
        self._bind()

    def take_by_enter(self, *, on: bool) -> None:
        """Whether Enter goes live with what is looked at."""
        self._taking = on
        self._bind()

    def _bind(self) -> None:
        here = self._page.isVisible()
        every = here or not self._page.window().isActiveWindow()
        bound = {
            key: deed.value
            for deed, keys in self._keys.keys.items()
            for key in keys
            if every or key in _CLICKERS
        }
        if self._taking and here:
            bound |= dict.fromkeys(_TAKE, Deed.TAKE.value)
        self._show_keys.bind(bound)
        self._show_keys.live = self._wanted and not self._resting
