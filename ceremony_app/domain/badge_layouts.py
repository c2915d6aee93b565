"""The layouts in which badges are printed."""

from enum import StrEnum

from ceremony_app.domain.ceremony import Paper


class BadgeLayout(StrEnum):
    """Ten a page to cut, large ones to hang round the neck, or one a label."""

    GRID = "grid"
    LANYARD = "lanyard"
    LABEL = "label"
    SMALL_LABEL = "label-small"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of one badge."""
        return {
            BadgeLayout.GRID: (90.0, 55.0),
            BadgeLayout.LANYARD: (90.0, 130.0),
            BadgeLayout.LABEL: (100.0, 50.0),
            BadgeLayout.SMALL_LABEL: (62.0, 29.0),
        }[self]

    @property
    def is_label(self) -> bool:
        """Whether each badge is a page of its own, for label printers."""
        return self in (BadgeLayout.LABEL, BadgeLayout.SMALL_LABEL)

    @property
    def takes_line_codes(self) -> bool:
        """Whether a line code of a badge, 61 mm and its quiet zones, has room."""
        return self is not BadgeLayout.SMALL_LABEL

    def page_mm(self, paper: Paper) -> tuple[float, float]:
        """Width and height of the page: a label's own, else the paper's."""
        return self.size_mm if self.is_label else paper.size_mm
