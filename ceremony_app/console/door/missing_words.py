"""What the attendance window says of counts, quorum and curve."""

from ceremony_app.console.words import hour
from ceremony_app.domain.attendance import Quorum, QuorumReport, Tally
from ceremony_app.domain.messages import Catalogue, Message, message
from ceremony_app.services.attendance_picture import AttendancePicture
from ceremony_app.services.quorum_words import quorum_message
from ceremony_app.ui_kit.widgets.chart import Curve, Line
from ceremony_app.ui_kit.widgets.stacks import Stack


def quorum_words(rule: Quorum) -> Message:
    """What a quorum is called."""
    return {
        Quorum.NONE: message("missing.rule.none"),
        Quorum.HALF: message("missing.rule.half"),
        Quorum.MORE_THAN_HALF: message("missing.rule.more_than_half"),
        Quorum.TWO_THIRDS: message("missing.rule.two_thirds"),
        Quorum.THREE_QUARTERS: message("missing.rule.three_quarters"),
    }[rule]


def quorum_told(say: Catalogue, report: QuorumReport) -> tuple[str, str]:
    """What stands of the quorum, and its tone."""
    if report.rule is Quorum.NONE:
        tone = "calm"
    else:
        tone = "good" if report.office.reached or report.office.is_complete else "warn"
    return say.say(quorum_message(report)), tone


def stack_of(say: Catalogue, tally: Tally, picture: AttendancePicture) -> Stack:
    """A division's bar, with its quorum and the moment at which it was reached."""
    lines = {line.name: line for line in picture.quorum.divisions}
    line = lines.get(tally.name)
    words = say(
        "missing.counts",
        present=tally.present,
        late=tally.late,
        excused=tally.excused,
        missing=tally.missing,
    )
    if line is not None and line.reached:
        at_least = "missing.counts_reached_by" if line.untimed else "missing.counts_reached"
        words = say(at_least, counts=words, time=hour(line.reached))
    elif line is not None and line.is_complete:
        words = say("missing.counts_complete", counts=words)
    return Stack(
        tally.name or say("door.no_division"),
        (tally.present, tally.late, tally.excused),
        tally.people,
        words,
        line.needed if line is not None else 0,
    )


def curve_of(say: Catalogue, picture: AttendancePicture) -> tuple[Curve | None, str]:
    """The curve of arrivals, and what it shows in words."""
    found, office = picture.arrivals, picture.quorum.office
    if found is None:
        paper = picture.untimed
        return None, say("missing.chart.paper", paper=paper) if paper else say(
            "missing.chart.empty"
        )
    total = picture.total
    moments = []
    if picture.late.since:
        late = say("missing.chart.late", time=picture.late.since.replace(":", "."))
        moments.append(Line(_of_day(picture.late.since), late))
    level = say("missing.chart.quorum", needed=office.needed)
    curve = Curve(
        found.start,
        found.minutes,
        found.counts,
        max(total.people, office.needed, found.counts[-1]),
        Line(office.needed, level) if office.needed else None,
        tuple(moments),
    )
    start = f"{found.start // 60:02}.{found.start % 60:02}"
    told = say("missing.chart.told", start=start, here=found.counts[-1], people=total.people)
    if picture.untimed:
        told = say("missing.chart.and_paper", told=told, paper=picture.untimed)
    return curve, told


def _of_day(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:5])
