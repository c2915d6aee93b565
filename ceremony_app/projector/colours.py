"""The colours of the hall's screen, by theme."""

from dataclasses import dataclass

from ceremony_app.domain.ceremony import Theme

READABLE = 4.5
CLEAR = 7.0
"""Least contrasts: of any words (WCAG 2.2, 1.4.3), and of the words of the moment (1.4.6)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#rrggbb`; none of them a party's sign.

    `current` is for the words of the moment, `settled` for those said, `coming` for those to
    come, `quiet` for titles and counts, `mark` for what guides the eye. `raised` lies under what
    is somebody else's turn; `accent` under what is the viewer's own, with `on_accent`.
    """

    ground: str
    raised: str
    line: str
    current: str
    settled: str
    coming: str
    quiet: str
    mark: str
    accent: str
    on_accent: str
    black: str = "#000000"

    @property
    def on_ground(self) -> tuple[tuple[str, float], ...]:
        """The colours that words have on the ground, each with the contrast that it needs."""
        lesser = (self.settled, self.coming, self.quiet, self.mark)
        return ((self.current, CLEAR), *((colour, READABLE) for colour in lesser))

    def pairs(self) -> tuple[tuple[str, str, float], ...]:
        """Every (words, ground) that a picture puts together, with the contrast it needs."""
        return (
            *((words, self.ground, least) for words, least in self.on_ground),
            (self.current, self.raised, CLEAR),
            (self.settled, self.raised, READABLE),
            (self.quiet, self.raised, READABLE),
            (self.on_accent, self.accent, CLEAR),
            (self.ground, self.current, CLEAR),
        )


THEMES = {
    Theme.NAVY: Colours(
        ground="#0b1c3d",
        raised="#17315f",
        line="#2b4373",
        current="#ffffff",
        settled="#b9c6df",
        coming="#8fa0c2",
        quiet="#a9b8d4",
        mark="#dcb64c",
        accent="#dcb64c",
        on_accent="#101d38",
    ),
    Theme.WHITE: Colours(
        ground="#ffffff",
        raised="#e6ecf6",
        line="#c1cbdc",
        current="#0b1c3d",
        settled="#3d4c68",
        coming="#56647e",
        quiet="#4d5b75",
        mark="#8c5e00",
        accent="#14305c",
        on_accent="#ffffff",
    ),
    Theme.PLAIN: Colours(
        ground="#000000",
        raised="#242424",
        line="#4a4a4a",
        current="#ffffff",
        settled="#c6c6c6",
        coming="#9c9c9c",
        quiet="#b8b8b8",
        mark="#ffffff",
        accent="#ffffff",
        on_accent="#000000",
    ),
}
"""Navy for dark halls, white for bright ones, plain for a weak projector: black and white."""
