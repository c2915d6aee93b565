"""The numbered list for a door without a laptop, as it is printed."""

from dataclasses import dataclass

from ceremony_app.domain.papers import MissingRow, Occasion


@dataclass(frozen=True, slots=True)
class NumberedSheet:
    """Printed at a local moment `at` (ISO); its `code` tells one printing from another, since
    only within it a number means a person."""

    occasion: Occasion
    code: str
    at: str
    rows: tuple[MissingRow, ...]
