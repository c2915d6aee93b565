"""The layout of badges and the printers that were chosen last: at the table, and so at the door."""

from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.messages import Catalogue
from ceremony_app.ui_kit.settings import Settings

_LAYOUT = "badge_layout"
_PRINTER, _LABEL_PRINTER = "printer", "label_printer"


def layout_names(say: Catalogue) -> list[tuple[str, str]]:
    """Every layout with its name, as a field of choices takes them."""
    names = {
        BadgeLayout.GRID: say("badge_layouts.grid"),
        BadgeLayout.LANYARD: say("badge_layouts.lanyard"),
        BadgeLayout.LABEL: say("badge_layouts.label"),
        BadgeLayout.SMALL_LABEL: say("badge_layouts.small_label"),
    }
    return [(layout.value, names[layout]) for layout in BadgeLayout]


def remembered_layout(settings: Settings) -> BadgeLayout:
    """The layout that was chosen last, else ten a page."""
    kept = settings.now.choices.get(_LAYOUT, "")
    return BadgeLayout(kept) if kept in tuple(BadgeLayout) else BadgeLayout.GRID


def remember_layout(settings: Settings, layout: BadgeLayout) -> None:
    """Keep the choice for the next time, on this computer."""
    settings.remember_choice(_LAYOUT, layout.value)


def printer_choice(*, labels: bool) -> str:
    """Under which name the printer is remembered: labels come from another one than letters."""
    return _LABEL_PRINTER if labels else _PRINTER
