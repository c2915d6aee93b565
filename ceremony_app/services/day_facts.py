"""The facts of the smaller papers of the day, gathered from one open file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.day_papers import (
    GuestSheet,
    Photograph,
    PhotographSheet,
    ReadingSheet,
    ReportSheet,
    RundownRow,
    RundownSheet,
)
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.papers import AttendanceSheet
from ceremony_app.domain.people import PersonKind, Role
from ceremony_app.domain.programme import planned_starts
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.hall_figures import HallCounts
from ceremony_app.services.photographs import Photographs
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile


class DayFacts:
    """Reads what the smaller papers need; makes nothing and records nothing."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._facts = Facts(file)

    def by_rank(self, choice: Choice) -> AttendanceSheet:
        """The attendance list in the order of ranks."""
        return self._facts.attendance_sheet(choice, by_rank=True)

    def without_times(self, choice: Choice) -> AttendanceSheet:
        """The attendance list by division, statuses without the minute."""
        return replace(self._facts.attendance_sheet(choice), with_times=False)

    def blank_list(self, choice: Choice) -> AttendanceSheet:
        """The attendance list as it is before anybody came, whatever is recorded by now."""
        sheet = self._facts.attendance_sheet(choice)
        rows = tuple(replace(row, status=None, time="") for row in sheet.rows)
        return replace(sheet, rows=rows)

    def guests(self, choice: Choice) -> GuestSheet:
        """The guests in the order of the attendance list."""
        states = CheckIn(self._file, choice.session, "").states()
        count = sum(1 for state in states if state.person.kind is PersonKind.GUEST)
        listed = self._facts.attendance_sheet(choice).rows
        last = listed[len(listed) - count :]
        rows = tuple(replace(row, no=no) for no, row in enumerate(last, start=1))
        return GuestSheet(self._facts.occasion(choice), rows)

    def photographs(self, choice: Choice) -> PhotographSheet:
        """The photographs in their order, with their captions; raises Refused without any."""
        kept = Photographs(self._file)
        if not kept.all():
            raise Refused("photographs.none")
        shown = tuple(Photograph(kept.content(one), one.caption) for one in kept.all())
        return PhotographSheet(self._facts.occasion(choice), shown)

    def reading(self, choice: Choice) -> ReadingSheet:
        """The texts that the programme reads, in its order; all of them where it names none."""
        texts = {state.text.id: state.text for state in Preparation(self._file).texts()}
        cues = self._facts.details.programme
        named = dict.fromkeys(cue.text for cue in cues if cue.text in texts and not cue.skipped)
        read = tuple(texts[name] for name in named) or tuple(texts.values())
        return ReadingSheet(self._facts.occasion(choice), read)

    def rundown(self, choice: Choice) -> RundownSheet:
        """The programme with planned times and persons."""
        details = self._facts.details
        starts = planned_starts(details.programme, details.time)
        cues = [cue for cue in details.programme if not cue.skipped]
        rows = tuple(
            RundownRow(no, cue.title, starts.get(cue.id, ""), cue.minutes, cue.speaker, cue.note)
            for no, cue in enumerate(cues, start=1)
        )
        return RundownSheet(self._facts.occasion(choice), rows)

    def report(self, choice: Choice, status_names: Mapping[Status, str]) -> ReportSheet:
        """The counts of a session, those of its hall included."""
        details = self._facts.details
        states = CheckIn(self._file, choice.session, "").states()
        staff = [state for state in states if state.person.kind is PersonKind.STAFF]
        counts = Counter(state.status for state in staff if state.status)
        pacts = [pact.id for pact in details.pacts]
        figures = HallCounts(self._file).read(choice.session, pacts)
        representatives = {party.id for party in details.with_role(Role.REPRESENTATIVE)}
        people = {state.person.id for state in staff}
        signers = {PactForm.REPRESENTATIVES: representatives, PactForm.INDIVIDUAL: people}
        return ReportSheet(
            occasion=self._facts.occasion(choice),
            people=len(staff),
            present=sum(1 for state in staff if state.status and state.status.is_here),
            guests=sum(1 for s in states if s.status and s.person.kind is PersonKind.GUEST),
            counts=tuple(
                (status_names[status], counts[status])
                for status in Status
                if counts[status] and status is not Status.PRESENT
            ),
            divisions=figures.divisions,
            arrivals=figures.arrivals,
            signed=tuple(
                (
                    pact.title,
                    len(signers[pact.form] & figures.signed[pact.id]),
                    len(signers[pact.form]),
                )
                for pact in details.pacts
            ),
            signers=details.with_role(Role.ACKNOWLEDGER) or details.with_role(Role.PRESIDER),
        )
