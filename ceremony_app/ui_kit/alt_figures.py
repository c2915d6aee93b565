"""Figures on the number pad while Alt is held, of which a scanner makes each character."""

from PySide6.QtGui import QKeyEvent

from ceremony_app.scanning.alt_codes import QUICK_MS, alt_character
from ceremony_app.scanning.wedge import GAP_MS, Key, KeyKind, pause_between
from ceremony_app.ui_kit.held_key import Fate, Press
from ceremony_app.ui_kit.key_events import alt_digit, key_for, kind_of


class AltFigures:
    """Keeps the figures of one character until Alt is let go of.

    `composes` says whether the system itself makes a character of them, as Windows does; then
    the figures are only kept away, and the character that follows is known for a scanner's.
    """

    def __init__(self, *, composes: bool) -> None:
        self._composes = composes
        self._composed_at: int | None = None
        self._figures: list[Press] = []

    def add(self, press: Press) -> None:
        """A figure went down. Older ones, whose end went to another program, make nothing."""
        if self._figures:
            before = self._figures[-1].event.timestamp()
            if pause_between(before, press.event.timestamp()) > QUICK_MS:
                self._figures.clear()
        self._figures.append(press)

    def lifted(self, at: int) -> tuple[list[Press], Key | None]:
        """Alt is up: figures that a person struck, to be given back, or a scanner's character."""
        figures, self._figures = self._figures, []
        if not figures:
            return [], None
        digits = "".join(alt_digit(press.event) for press in figures)
        text = alt_character(digits, figures[0].event.timestamp(), at)
        if not text:
            return figures, None
        for press in figures:
            press.fate = Fate.KEPT
        if self._composes:
            self._composed_at = at
            return [], None
        made = key_for(text, at)
        kind = kind_of(made) or KeyKind.CONTROL
        return [], Key(at, text, kind, Press(figures[0].window, made), coded=True)

    def made(self, event: QKeyEvent) -> bool:
        """Whether the system made this character of the figures just struck."""
        at, self._composed_at = self._composed_at, None
        return at is not None and pause_between(at, event.timestamp()) <= GAP_MS
