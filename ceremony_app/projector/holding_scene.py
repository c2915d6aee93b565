"""The holding screen: how many have come, division by division, and how the hall filled."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from ceremony_app.domain.live import Arrivals, DivisionCount, Live
from ceremony_app.domain.show import Step
from ceremony_app.domain.wording import number
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import foot, heading, is_upright
from ceremony_app.projector.items import Fill, Item
from ceremony_app.projector.letters import LINE
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.title_scene import titled
from ceremony_app.projector.typeset import Align

_ROW = 7.6
_LEAST_ROW = 4.8
"""Heights of a division's row in hundredths of the height: the usual, and the least."""

_NAME = 0.45
_LEAST_NAME = 0.62
"""The size of a division's name in heights of its row, and the least in parts of that."""

_SPACE = 0.3
"""The room between two bars of the arrivals, in parts of a bar with its room."""


def holding_scene(step: Step, live: Live, stage: Stage, frame: Frame) -> Iterator[Item]:
    """Counts where somebody counts; else the item's title."""
    if live.present is None:
        yield from titled(step.cue.title, step.cue.subtitle, stage, frame)
        return
    unit = frame.unit
    yield from heading(stage.details.title, frame, 4.2, stage)
    divisions, arrivals = _rooms(live, frame)
    yield from _count(live, _count_room(live, frame), stage, frame)
    if divisions:
        yield from _divisions(
            _shown(live.divisions, divisions, stage, frame), divisions, stage, frame
        )
    if arrivals and live.arrivals:
        yield from _filling(live.arrivals, live.expected, arrivals, stage, frame)
    invitation = " · ".join(part for part in (step.cue.title, step.cue.subtitle) if part)
    yield from stage.typesetter.centred(
        invitation,
        frame.row(0.85, 0.905),
        int(3.8 * unit),
        stage.colours.current,
        align=Align.CENTRE,
    )
    yield from foot(stage, frame)


def present_of(live: Live, stage: Stage) -> str:
    """What stands under the count."""
    if live.expected:
        return stage.words("show.screen.present_of", total=number(live.expected))
    return stage.words("show.screen.present")


def _rooms(live: Live, frame: Frame) -> tuple[QRectF | None, QRectF | None]:
    """Where divisions and arrivals stand; None where there are none to show."""
    has_divisions = len(live.divisions) > 1
    has_arrivals = live.arrivals is not None and len(live.arrivals.counts) > 1
    end = 0.62 if has_arrivals else 0.81
    divisions = (
        frame.part(0.07, 0.44, 0.93, end)
        if is_upright(frame)
        else frame.part(0.43, 0.25, 0.93, end)
    )
    arrivals = frame.part(0.07, 0.665 if has_divisions else 0.62, 0.93, 0.825)
    return divisions if has_divisions else None, arrivals if has_arrivals else None


def _count_room(live: Live, frame: Frame) -> QRectF:
    divisions, arrivals = _rooms(live, frame)
    if divisions is None:
        return frame.part(0.07, 0.24, 0.93, 0.6 if arrivals else 0.78)
    if is_upright(frame):
        return frame.part(0.07, 0.22, 0.93, 0.42)
    return frame.part(0.07, divisions.top() / frame.height, 0.38, divisions.bottom() / frame.height)


def _count(live: Live, room: QRectF, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The number of those who have come, and of how many."""
    setter, colours = stage.typesetter, stage.colours
    figures = QRectF(room.left(), room.top(), room.width(), room.height() * 0.76)
    under = QRectF(room.left(), figures.bottom(), room.width(), room.height() * 0.2)
    high = int(min(26 * frame.unit, figures.height() / LINE))
    yield setter.line(
        number(live.present or 0), figures, high, colours.mark, bold=True, align=Align.CENTRE
    )
    size = int(min(4.2 * frame.unit, under.height() / LINE))
    yield setter.line(present_of(live, stage), under, size, colours.settled, align=Align.CENTRE)


def _columns(room: QRectF, count: int, frame: Frame) -> tuple[int, int, float]:
    """Columns, rows in each, and the height of a row: one column, while its rows are readable."""
    for columns in (1, 2):
        rows = -(-count // columns)
        high = room.height() / rows
        if high >= _LEAST_ROW * frame.unit:
            return columns, rows, min(high, _ROW * frame.unit)
    rows = max(int(room.height() / (_LEAST_ROW * frame.unit)), 1)
    return 2, rows, room.height() / rows


def _shown(
    divisions: Sequence[DivisionCount], room: QRectF, stage: Stage, frame: Frame
) -> list[DivisionCount]:
    """The divisions in rows, those without a name last; what there is no room for in one row."""
    named = [one for one in divisions if one.name]
    others = [one for one in divisions if not one.name]
    without = stage.words("show.screen.no_division")
    rows = named + [DivisionCount(without, one.present, one.people) for one in others]
    columns, high, _ = _columns(room, len(rows), frame)
    most = columns * high
    if len(rows) <= most:
        return rows
    rest = rows[most - 1 :]
    said = stage.words("show.screen.other_divisions", count=len(rest))
    together = DivisionCount(
        said, sum(one.present for one in rest), sum(one.people for one in rest)
    )
    return [*rows[: most - 1], together]


def _divisions(
    divisions: list[DivisionCount], room: QRectF, stage: Stage, frame: Frame
) -> Iterator[Item]:
    """A row for each division: its name, how many of how many, and a bar under both."""
    columns, rows, high = _columns(room, len(divisions), frame)
    gap = 4 * frame.unit
    wide = (room.width() - gap * (columns - 1)) / columns
    top = room.top() + (room.height() - rows * high) / 2
    size = _name_size(divisions, wide, high, stage)
    for at, division in enumerate(divisions):
        left = room.left() + (at // rows) * (wide + gap)
        row = QRectF(left, top + (at % rows) * high, wide, high)
        yield from _division(division, row, size, stage)


def _name_size(divisions: list[DivisionCount], wide: float, high: float, stage: Stage) -> int:
    """One size for all names, the largest at which they stand beside their counts.

    For the sake of one long name the others do not become too small to read.
    """
    letters, most = stage.typesetter.letters, int(high * _NAME)
    longest = max(letters.width(one.name, 1, bold=False) for one in divisions)
    counts = max(letters.width(_figures(one), 1, bold=False) for one in divisions) + 1
    fitting = (wide - counts * most) / (longest * 1.02) if longest else most
    return int(min(max(fitting, most * _LEAST_NAME), most))


def _division(division: DivisionCount, row: QRectF, size: int, stage: Stage) -> Iterator[Item]:
    setter, colours = stage.typesetter, stage.colours
    over = QRectF(row.left(), row.top(), row.width(), row.height() * 0.66)
    counts = setter.line(_figures(division), over, size, colours.settled, align=Align.RIGHT)
    yield counts
    room = QRectF(over.left(), over.top(), counts.rect.left() - size - over.left(), over.height())
    yield from setter.centred(division.name, room, size, colours.current)
    thick = row.height() * 0.13
    bar = QRectF(row.left(), over.bottom() + thick * 0.2, row.width(), thick)
    yield Fill(bar, colours.line, thick / 2)
    share = min(division.present / division.people, 1.0) if division.people else 0.0
    if share:
        filled = QRectF(bar.left(), bar.top(), max(bar.width() * share, thick), thick)
        yield Fill(filled, colours.mark, thick / 2)


def _filling(
    arrivals: Arrivals, expected: int, room: QRectF, stage: Stage, frame: Frame
) -> Iterator[Item]:
    """How the hall filled: a bar for each span of time, as high as those who had come by then."""
    setter, colours = stage.typesetter, stage.colours
    label = 2.6 * frame.unit
    bars = room.adjusted(0, 0, 0, -label * 1.6)
    counts = arrivals.counts
    highest = max(expected, *counts, 1)
    step = bars.width() / len(counts)
    for at, count in enumerate(counts):
        high = bars.height() * count / highest
        left = bars.left() + at * step + step * _SPACE / 2
        bar = QRectF(left, bars.bottom() - high, step * (1 - _SPACE), high)
        if high:
            yield Fill(bar, colours.mark if at == len(counts) - 1 else colours.quiet)
    line = max(0.15 * frame.unit, 1.0)
    yield Fill(QRectF(bars.left(), bars.bottom(), bars.width(), line), colours.line)
    under = QRectF(room.left(), bars.bottom() + label * 0.3, room.width(), label * LINE)
    ends = (
        (arrivals.start, Align.LEFT),
        (arrivals.start + arrivals.minutes * len(counts), Align.RIGHT),
    )
    for minute, align in ends:
        yield setter.line(_hour(minute), under, int(label), colours.quiet, align=align)
    caption = stage.words("show.screen.arrivals")
    yield setter.line(caption, under, int(label), colours.quiet, align=Align.CENTRE)


def _figures(division: DivisionCount) -> str:
    return f"{number(division.present)} / {number(division.people)}"


def _hour(minute: int) -> str:
    """Minutes of the day as "08.05"."""
    hours, minutes = divmod(minute, 60)
    return f"{hours % 24:02}.{minutes:02}"
