"""The keys of the hall: which key does what, and how an operator changes that.

Clickers send PageDown and PageUp, some of them arrows; a full stop or B for black; and Esc or F5
from their start button. So Esc and F5 can never be given anything to do.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Message, message


class Deed(StrEnum):
    """What a key does."""

    NEXT = "next"
    BACK = "back"
    BLACK = "black"
    LOGO = "logo"
    FREEZE = "freeze"
    LEND = "lend"
    UNDO = "undo"
    SEARCH = "search"
    LOOK_BACK = "look_back"
    LOOK_ON = "look_on"
    SOUND = "sound"
    FADE = "fade"
    SILENCE = "silence"
    SLOWER = "slower"
    LOUDER = "louder"
    WAIT = "wait"
    WRITE = "write"
    CLEAR = "clear"
    KEYS = "keys"
    LIVE = "live"
    TAKE = "take"


DEFAULTS: Mapping[Deed, tuple[str, ...]] = {
    Deed.NEXT: ("PgDown", "Right", "Down", "Space"),
    Deed.BACK: ("PgUp", "Left", "Up", "Backspace"),
    Deed.BLACK: ("B", "."),
    Deed.LOGO: ("L",),
    Deed.FREEZE: ("F",),
    Deed.LEND: ("P",),
    Deed.UNDO: ("Z",),
    Deed.SEARCH: ("/", "Ctrl+F"),
    Deed.LOOK_BACK: ("Ctrl+Up",),
    Deed.LOOK_ON: ("Ctrl+Down",),
    Deed.SOUND: ("S",),
    Deed.FADE: ("D",),
    Deed.SILENCE: ("X",),
    Deed.SLOWER: ("1",),
    Deed.LOUDER: ("2",),
    Deed.WAIT: ("3",),
    Deed.WRITE: ("M",),
    Deed.CLEAR: ("0",),
    Deed.KEYS: ("?", "F1"),
    Deed.LIVE: ("Ctrl+T",),
}
"""Keys by the names that Qt writes down, which no language changes. Going live takes two at once,
since one alone is pressed by accident. TAKE is not among them: it is always Enter, and only while
something is looked at."""

_PAGES = tuple(f"Ctrl+{number}" for number in range(10))
_NEVER = frozenset(("Esc", "F5", "Tab", "Backtab", "Return", "Enter", "Alt+F4", *_PAGES))
"""Esc and F5 are a clicker's start button, Enter ends a scan, Ctrl with a figure opens a page."""

_MAY_NOT_BE_BARE = (Deed.NEXT, Deed.BACK)


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Every deed with its keys; no key has two deeds."""

    keys: Mapping[Deed, tuple[str, ...]] = field(default_factory=lambda: dict(DEFAULTS))

    def deed(self, key: str) -> Deed | None:
        """What a key does, by its name."""
        return next((deed for deed, keys in self.keys.items() if key in keys), None)

    def of(self, deed: Deed) -> tuple[str, ...]:
        """The keys of a deed, the foremost first."""
        return self.keys.get(deed, ())

    def with_key(self, deed: Deed, key: str) -> "KeyMap":
        """The map with one more key for a deed.

        Raises Refused for a key that is taken, and for one that never does anything here.
        """
        if key in _NEVER:
            raise Refused("hall.keys.never", which=key_words(key))
        taken = self.deed(key)
        if taken is not None and taken is not deed:
            raise Refused("hall.keys.taken", which=key_words(key), deed=deed_words(taken))
        return self._with(deed, dict.fromkeys((*self.of(deed), key)))

    def without_key(self, deed: Deed, key: str) -> "KeyMap":
        """The map without a key; raises Refused where the show could not be moved any more."""
        kept = [one for one in self.of(deed) if one != key]
        if not kept and deed in _MAY_NOT_BE_BARE:
            raise Refused("hall.keys.last", which=key_words(key), deed=deed_words(deed))
        return self._with(deed, kept)

    def as_text(self) -> str:
        """What differs from the defaults, to be remembered; empty where nothing does."""
        changed = {deed: keys for deed, keys in self.keys.items() if keys != DEFAULTS[deed]}
        return json.dumps(changed) if changed else ""

    def _with(self, deed: Deed, keys: Iterable[str]) -> "KeyMap":
        return KeyMap({**self.keys, deed: tuple(keys)})


def remembered_keys(text: str) -> KeyMap:
    """The map that `as_text` wrote; what cannot be understood, or clashes, is left out."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = {}
    wanted = {
        Deed(name): tuple(str(key) for key in keys)
        for name, keys in (found.items() if isinstance(found, dict) else ())
        if name in DEFAULTS and isinstance(keys, list)
    }
    made = KeyMap({**DEFAULTS, **dict.fromkeys(wanted, ())})
    for deed, keys in wanted.items():
        for key in keys:
            if key not in _NEVER and made.deed(key) is None:
                made = made.with_key(deed, key)
    for deed in _MAY_NOT_BE_BARE:
        if not made.of(deed):
            return KeyMap()
    return made


def deed_words(deed: Deed) -> Message:
    """What a deed is called where keys are listed."""
    return {
        Deed.NEXT: message("hall.deed.next"),
        Deed.BACK: message("hall.deed.back"),
        Deed.BLACK: message("hall.deed.black"),
        Deed.LOGO: message("hall.deed.logo"),
        Deed.FREEZE: message("hall.deed.freeze"),
        Deed.LEND: message("hall.deed.lend"),
        Deed.UNDO: message("hall.deed.undo"),
        Deed.SEARCH: message("hall.deed.search"),
        Deed.LOOK_BACK: message("hall.deed.look_back"),
        Deed.LOOK_ON: message("hall.deed.look_on"),
        Deed.SOUND: message("hall.deed.sound"),
        Deed.FADE: message("hall.deed.fade"),
        Deed.SILENCE: message("hall.deed.silence"),
        Deed.SLOWER: message("hall.deed.slower"),
        Deed.LOUDER: message("hall.deed.louder"),
        Deed.WAIT: message("hall.deed.wait"),
        Deed.WRITE: message("hall.deed.write"),
        Deed.CLEAR: message("hall.deed.clear"),
        Deed.KEYS: message("hall.deed.keys"),
        Deed.LIVE: message("hall.deed.live"),
        Deed.TAKE: message("hall.deed.take"),
    }[deed]


_SPELLED = {
    "PgDown": message("hall.key.page_down"),
    "PgUp": message("hall.key.page_up"),
    "Right": message("hall.key.right"),
    "Left": message("hall.key.left"),
    "Down": message("hall.key.down"),
    "Up": message("hall.key.up"),
    "Space": message("hall.key.space"),
    ".": message("hall.key.full_stop"),
    "Return": message("hall.key.enter"),
    "Enter": message("hall.key.enter"),
}


def key_words(key: str) -> Message:
    """A key as people call it: "Page Down", "Ctrl + panah atas"."""
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-1].split("+")[:-1], "+"]
    said = _SPELLED.get(last, message("hall.key.plain", which=last))
    for modifier in reversed(held):
        said = message("hall.key.held", held=modifier, which=said)
    return said
