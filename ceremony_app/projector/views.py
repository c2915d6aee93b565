"""What a picture is of: a view, a size, a step of the show, and what changes meanwhile.

A picture's name holds all that shows in it and nothing else, so pictures that were painted once
stay good: when somebody comes in during the oath, when the clock ticks, and when the programme
is changed around a text.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from ceremony_app.domain.ceremony import CueKind
from ceremony_app.domain.live import NOTHING_LIVE, Live, Pacing
from ceremony_app.domain.show import Cover, Show, ShowState, Step


class View(StrEnum):
    """For whom a picture is: everybody in the hall, or the leader at the podium."""

    HALL = "hall"
    PODIUM = "podium"


@dataclass(frozen=True, slots=True)
class Picture:
    """The name of one picture: equal names mean equal pixels.

    Width and height are in pixels of the screen itself, not scaled ones. `step` is None under a
    cover; `following` is what comes after it, told to the podium alone. Neither knows the place
    of its cue in the programme. `bare` leaves out what ticks, and leaves its place free.
    """

    view: View
    width: int
    height: int
    cover: Cover
    step: Step | None
    following: Step | None = None
    live: Live = NOTHING_LIVE
    bare: bool = False

    def __hash__(self) -> int:
        """Over ids and places: hashing the words of a whole text would take longer than showing
        the picture."""
        place = _place(self.step)
        return hash((self.view, self.width, self.height, self.cover, place, self.live, self.bare))

    @property
    def still(self) -> "Picture":
        """The picture without what ticks: one that can be kept."""
        live = replace(self.live, pacing=Pacing(), remaining=None)
        return self if live == self.live else replace(self, live=live, bare=True)

    @property
    def ticks(self) -> bool:
        """Whether a clock or a countdown is painted over the still picture."""
        return self.still is not self


def picture_of(
    view: View, size: tuple[int, int], show: Show, state: ShowState, live: Live = NOTHING_LIVE
) -> Picture:
    """The picture for a state, without what does not show in it.

    A cover hides where the hall is; the podium is never covered, since the leader needs the
    words most when the hall is dark.
    """
    if view is View.HALL and state.cover is not Cover.NONE:
        return Picture(view, *size, state.cover, None)
    step = show.step(state)
    shown = _shown_in(view, step.cue.kind, live)
    following = _anywhere(_following(show, step)) if view is View.PODIUM else None
    return Picture(view, *size, Cover.NONE, _anywhere(step), following, shown)


def _shown_in(view: View, kind: CueKind, live: Live) -> Live:
    """What of the live things a picture shows."""
    if live is NOTHING_LIVE:
        return live
    shown = Live()
    match kind:
        case CueKind.HOLDING:
            shown = Live(live.present, live.expected)
            if view is View.HALL:
                shown = replace(shown, divisions=live.divisions, arrivals=live.arrivals)
        case CueKind.COUNTDOWN:
            shown = Live(remaining=live.remaining)
        case CueKind.SIGNING:
            shown = Live(
                signed=live.signed,
                signing=live.signing,
                absent=live.absent,
                standing_in=live.standing_in,
            )
        case CueKind.WITNESS:
            shown = Live(witnessed=live.witnessed)
    if view is View.PODIUM:
        return replace(shown, message=live.message, pacing=live.pacing)
    return shown


def _following(show: Show, step: Step) -> Step | None:
    """The step where something new is said or shown after this one; None at the end."""
    last, here = step.state, (step.state.cue, step.unit)
    while (after := show.next(last)) != last:
        later = show.step(after)
        if (later.state.cue, later.unit) != here:
            return later
        last = after
    return None


def _anywhere(step: Step | None) -> Step | None:
    """A step without the place of its cue in the programme."""
    return None if step is None else replace(step, state=replace(step.state, cue=0))


def _place(step: Step | None) -> object:
    if step is None:
        return None
    return step.cue.id, step.state.part, step.state.phrase, step.state.phase
