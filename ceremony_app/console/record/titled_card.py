"""The cards of Record: a heading, and what belongs to it."""

from PySide6.QtWidgets import QFrame

from ceremony_app.ui_kit.widgets.basics import Part, box, column, label


def titled_card(heading: str, *parts: Part) -> QFrame:
    """A card with its heading and the parts below it."""
    inside = column(label(heading, "heading"), *parts, gap=10)
    inside.setContentsMargins(18, 14, 18, 16)
    return box(inside)
