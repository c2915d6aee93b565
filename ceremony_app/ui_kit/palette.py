"""The colours of Ikrar: deep navy, white, one gold accent; bright at the door, dark in the hall.

Every pair of colours that carries words is listed in `Palette.pairs`, and a test holds each to
a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`, named for what they do.

    `ground` lies under cards (`surface`); `ink` is for words and `quiet` for lesser ones on
    both; `line` parts, `field_line` outlines what can be typed into. `action` fills the one
    button that leads on. `bar` is the window's side with `bar_ink` on it. `accent` is gold and
    never carries words on white. `good`, `warn`, `bad` and `calm` are verdict grounds with
    `on_verdict` words; each `..._soft` is the ground of a notice, with `..._ink` words.
    """

    name: str
    ground: str
    surface: str
    sunken: str
    ink: str
    quiet: str
    line: str
    field_line: str
    action: str
    action_hover: str
    on_action: str
    selection: str
    focus: str
    bar: str
    bar_raised: str
    bar_ink: str
    bar_quiet: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    calm: str
    on_verdict: str
    good_soft: str
    good_ink: str
    warn_soft: str
    warn_ink: str
    bad_soft: str
    bad_ink: str
    calm_soft: str
    calm_ink: str

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (words, ground) by the names of the colours."""
        grounds = ("ground", "surface", "sunken", "selection")
        on_grounds = [(ink, ground) for ink in ("ink", "quiet") for ground in grounds]
        on_bar = [(ink, bar) for ink in ("bar_ink", "bar_quiet") for bar in ("bar", "bar_raised")]
        verdicts = [("on_verdict", tone) for tone in ("good", "warn", "bad", "calm")]
        soft = [(f"{tone}_ink", f"{tone}_soft") for tone in ("good", "warn", "bad", "calm")]
        plain = [(f"{tone}_ink", "surface") for tone in ("good", "warn", "bad", "calm")]
        buttons = [
            ("on_action", "action"),
            ("on_action", "action_hover"),
            ("on_accent", "accent"),
            ("accent", "bar"),
        ]
        return tuple(on_grounds + on_bar + verdicts + soft + plain + buttons)

    def colours(self) -> dict[str, str]:
        """All colours by name."""
        return {item.name: getattr(self, item.name) for item in fields(self) if item.name != "name"}


BRIGHT = Palette(
    name="bright",
    ground="#f3f5f9",
    surface="#ffffff",
    sunken="#e9edf4",
    ink="#13233f",
    quiet="#4d5c76",
    line="#d6dde9",
    field_line="#7c8aa3",
    action="#14305c",
    action_hover="#1f4480",
    on_action="#ffffff",
    selection="#dde7f6",
    focus="#2563c9",
    bar="#0e2246",
    bar_raised="#1b3564",
    bar_ink="#ffffff",
    bar_quiet="#b9c6de",
    accent="#d9b44a",
    on_accent="#1d1603",
    good="#14693a",
    warn="#8a5300",
    bad="#a11d1d",
    calm="#3b4a66",
    on_verdict="#ffffff",
    good_soft="#e2f3e8",
    good_ink="#0f5a30",
    warn_soft="#fdf1d6",
    warn_ink="#6f4300",
    bad_soft="#fbe6e4",
    bad_ink="#8f1717",
    calm_soft="#e6edf8",
    calm_ink="#1d3f74",
)

DARK = Palette(
    name="dark",
    ground="#0a1222",
    surface="#111c32",
    sunken="#0d1729",
    ink="#e4eaf5",
    quiet="#9fadc6",
    line="#24324e",
    field_line="#5f7094",
    action="#2a4a80",
    action_hover="#365b9b",
    on_action="#ffffff",
    selection="#1d3157",
    focus="#7fb0ff",
    bar="#070d1a",
    bar_raised="#16233e",
    bar_ink="#e4eaf5",
    bar_quiet="#9fadc6",
    accent="#d9b44a",
    on_accent="#1d1603",
    good="#14693a",
    warn="#8a5300",
    bad="#a11d1d",
    calm="#3b4a66",
    on_verdict="#ffffff",
    good_soft="#10301f",
    good_ink="#8fdcae",
    warn_soft="#33260b",
    warn_ink="#f0cd82",
    bad_soft="#3a1618",
    bad_ink="#ffb3ac",
    calm_soft="#15294b",
    calm_ink="#b5cdf7",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
