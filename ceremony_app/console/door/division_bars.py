"""How many of each division are here, as bars."""

from ceremony_app.console.door.crowd import Crowd
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.bars import BarList, Share


class DivisionBars(BarList):
    """One bar a division."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._nowhere = tools.say("door.no_division")

    def show_crowd(self, crowd: Crowd) -> None:
        """Show the counts as they are now."""
        counts = crowd.divisions()
        self.show_shares(
            [
                Share(one.name or self._nowhere, one.here, one.people, f"{one.here} / {one.people}")
                for one in counts
            ]
        )
