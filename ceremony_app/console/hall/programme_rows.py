"""The rows of the programme, from the show as it stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ceremony_app.console.hall.programme_list import ProgrammeRow, Standing
from ceremony_app.console.hall.timing import over_by
from ceremony_app.domain.ceremony import Cue
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.programme import planned_starts
from ceremony_app.domain.show import Show
from ceremony_app.domain.wording import timer_figures


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a show is: the cue that it stands at and the one looked at (or -1), by number from 0;
    whether the hall's screen is ours to show it; and for how many seconds a cue has been live."""

    show: Show
    cue: int
    looked_at: int
    is_shown: bool
    seconds: Callable[[str], int]


def programme_rows(stand: Stand, say: Catalogue) -> Iterator[ProgrammeRow]:
    """Every item that the show has, and those that are skipped."""
    details = stand.show.details
    starts = planned_starts(details.programme, details.time)
    numbers = {cue.id: number for number, cue in enumerate(stand.show.cues)}
    for cue in details.programme:
        if cue.skipped or cue.id in numbers:
            yield _row(cue, numbers.get(cue.id), starts.get(cue.id, ""), stand, say)


def _row(cue: Cue, number: int | None, start: str, stand: Stand, say: Catalogue) -> ProgrammeRow:
    spent = stand.seconds(cue.id)
    over = over_by(cue, spent)
    standing = _standing(number, stand.cue)
    return ProgrammeRow(
        cue=cue.id,
        number="" if number is None else f"{number + 1}.",
        title=cue.title or say("hall.row.untitled"),
        standing=standing,
        about=_about(cue, start, say),
        spent=timer_figures(spent) if spent else "",
        over=say("hall.cue.over", length=timer_figures(over)) if over else "",
        tag=_tag(number, stand, say),
        looked_at=number is not None and number == stand.looked_at,
    )


def _standing(number: int | None, live: int) -> Standing:
    if number is None:
        return Standing.SKIPPED
    if number == live:
        return Standing.LIVE
    return Standing.PAST if number < live else Standing.COMING


def _about(cue: Cue, start: str, say: Catalogue) -> tuple[str, ...]:
    if cue.skipped:
        return (say("hall.row.skip"),)
    length = say("hall.row.minutes", count=cue.minutes) if cue.minutes else ""
    return tuple(part for part in (start, length, cue.speaker) if part)


def _tag(number: int | None, stand: Stand, say: Catalogue) -> str:
    if number is None:
        return ""
    if number == stand.cue and stand.is_shown:
        return say("hall.row.live")
    return say("hall.row.looked_at") if number == stand.looked_at else ""
