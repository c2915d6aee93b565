"""What stands of a quorum, as one sentence for window and command line."""

from ceremony_app.domain.attendance import Quorum, QuorumReport
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.wording import local_hour


def quorum_message(report: QuorumReport) -> Message:
    """Whether and when it was reached, and against which roster."""
    line = report.office
    if report.rule is Quorum.NONE:
        return message("missing.quorum.none")
    roster = (
        message("missing.quorum.frozen", time=local_hour(report.frozen))
        if report.frozen
        else message("missing.quorum.open")
    )
    key, more = "missing.quorum.not_yet", dict[str, str | int]()
    if line.reached:
        key = "missing.quorum.by" if line.untimed else "missing.quorum.reached"
        more = {"time": local_hour(line.reached)}
    elif line.is_complete:
        key, more = "missing.quorum.untimed", {"paper": line.untimed}
    return message(
        key,
        roster=roster,
        present=line.present,
        needed=line.needed,
        people=line.people,
        **more,
    )
