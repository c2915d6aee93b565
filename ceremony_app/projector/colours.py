"""The colours of the hall's screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#rrggbb`: deep navy, white and one gold; none of them a party's sign.

    `current` is for the words of the moment, `settled` for those said, `coming` for those to
    come, `quiet` for titles and counts. `raised` lies under the current words and under the
    sign of somebody else's turn; `accent` under that of the viewer's own, with `on_accent`.
    """

    ground: str = "#0b1c3d"
    raised: str = "#17315f"
    line: str = "#2b4373"
    current: str = "#ffffff"
    settled: str = "#b4c2dc"
    coming: str = "#8698bb"
    quiet: str = "#a9b8d4"
    accent: str = "#dcb64c"
    on_accent: str = "#14213f"
    black: str = "#000000"

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (words, ground) that a picture puts together."""
        on_ground = [
            (words, self.ground)
            for words in (self.current, self.settled, self.coming, self.quiet, self.accent)
        ]
        return (*on_ground, (self.current, self.raised), (self.on_accent, self.accent))


NAVY = Colours()
