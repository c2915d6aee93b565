"""What a picture is of: a view, a size, a state of the show, and what changes meanwhile."""

from dataclasses import dataclass, replace
from enum import StrEnum

from ceremony_app.domain.live import NOTHING_LIVE, Live
from ceremony_app.domain.show import Cover, ShowState


class View(StrEnum):
    """For whom a picture is: everybody in the hall, or the leader at the podium."""

    HALL = "hall"
    PODIUM = "podium"


@dataclass(frozen=True, slots=True)
class Picture:
    """The name of one picture: equal names mean equal pixels.

    Width and height are in pixels of the screen itself, not scaled ones.
    """

    view: View
    width: int
    height: int
    state: ShowState
    live: Live = NOTHING_LIVE


def picture_of(
    view: View, size: tuple[int, int], state: ShowState, live: Live = NOTHING_LIVE
) -> Picture:
    """The picture for a state, without what does not show in it.

    A cover hides where the hall is; the podium is never covered, since the leader needs the
    words most when the hall is dark.
    """
    shown = replace(state, frozen=False)
    if view is View.PODIUM:
        shown = replace(shown, cover=Cover.NONE)
    elif shown.cover is not Cover.NONE:
        shown, live = ShowState(cover=shown.cover), NOTHING_LIVE
    return Picture(view, *size, shown, live)
