"""The quorum of a session: by office and division, with the moment at which it was reached."""

from collections.abc import Sequence

from ceremony_app.domain.attendance import Quorum, QuorumLine, QuorumReport
from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.sessions import Session
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.turnout import RosterCount, Turnout


class QuorumCount:
    """Computed from the record each time, so that what a merge brings home counts where it
    belongs, and what is taken back counts no more. Decision 0091 says against which roster."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def read(self, session: Session, rule: Quorum) -> QuorumReport:
        """The quorum of one session by a rule; without one only the counts."""
        frozen = self._frozen(session)
        tick = frozen.tick if frozen else None
        turnout = Turnout(self._file, session.id)
        roster = turnout.roster(tick)
        whole = _whole(roster)
        needed = {one.division: rule.needed(one.people) for one in roster}
        reached = turnout.reached(tick, rule.needed(whole.people), needed)
        return QuorumReport(
            rule=rule,
            frozen=frozen.local if frozen else "",
            office=_line(whole, rule, reached.office),
            divisions=tuple(
                _line(one, rule, reached.divisions.get(one.division, "")) for one in roster
            ),
        )

    def _frozen(self, session: Session) -> Event | None:
        """What froze the roster: the first freeze that a completed text counts from, else the
        last one, else nothing."""
        kinds = (EventKind.ATTENDANCE_FROZEN, EventKind.TEXT_COMPLETED)
        events = [e for e in Journal(self._file).of_kind(*kinds) if e.session == session.id]
        freezes = {(e.writer, e.seq): e for e in events if e.kind == EventKind.ATTENDANCE_FROZEN}
        undone = Attendance(self._file).undone()
        counted = [
            freezes[named]
            for event in events
            if event.kind == EventKind.TEXT_COMPLETED and (event.writer, event.seq) not in undone
            if (named := _named(event)) in freezes
        ]
        if counted:
            return min(counted, key=_order)
        return max(freezes.values(), key=_order, default=None)


def _named(completed: Event) -> tuple[str, int]:
    """The freeze that a completion names."""
    named = body_of(completed).get("frozen")
    if not isinstance(named, list):
        return "", 0
    writer, seq = named
    return str(writer), int(str(seq))


def _order(event: Event) -> tuple[int, str, int]:
    return event.tick, event.writer, event.seq


def _line(count: RosterCount, rule: Quorum, reached: str) -> QuorumLine:
    needed = rule.needed(count.people)
    return QuorumLine(count.division, count.people, count.present, needed, reached, count.untimed)


def _whole(roster: Sequence[RosterCount]) -> RosterCount:
    """All divisions as one, without a name."""
    return RosterCount(
        "",
        sum(one.people for one in roster),
        sum(one.present for one in roster),
        sum(one.untimed for one in roster),
    )
