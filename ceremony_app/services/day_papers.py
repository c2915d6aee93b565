"""Making the smaller papers of the day, each an event like the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.documents.attendance import make_attendance
from ceremony_app.documents.card import make_card
from ceremony_app.documents.card_words import clerk_cases, operator_cases
from ceremony_app.documents.listing import make_guests, make_rundown
from ceremony_app.documents.photographs import make_photographs
from ceremony_app.documents.reading_sheet import make_reading_sheet
from ceremony_app.documents.report import make_report
from ceremony_app.documents.stationery import Stationery
from ceremony_app.documents.status_words import full_status_words
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import CardSheet, DayPaper
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Message
from ceremony_app.domain.mistakes import PaperKind
from ceremony_app.domain.papers import AttendanceSheet, Made
from ceremony_app.services.day_facts import DayFacts
from ceremony_app.services.facts import Choice
from ceremony_app.services.paperwork import Paperwork, Told
from ceremony_app.storage.ceremony_file import CeremonyFile

Keys = Sequence[tuple[Message, Sequence[Message]]]
"""What is done, with the keys that do it."""

_CHECKED = {
    DayPaper.BY_RANK: PaperKind.ATTENDANCE,
    DayPaper.WITHOUT_TIMES: PaperKind.ATTENDANCE,
    DayPaper.BLANK_LIST: PaperKind.ATTENDANCE,
    DayPaper.READING: PaperKind.READING,
}
"""Those that are drafts while they have mistakes."""

_Make = Callable[[Stationery], Made]


@dataclass(frozen=True, slots=True)
class CardKeys:
    """The keys of the hall, as the operator's own map has them, and those of the door."""

    hall: Keys = ()
    door: Keys = ()


class DayPapers:
    """The smaller papers of one open file; `keys` stand on the cards."""

    def __init__(
        self,
        file: CeremonyFile,
        stationery: Stationery,
        keys: CardKeys | None = None,
        *,
        drafting: bool = False,
        held: list[Told] | None = None,
    ) -> None:
        self._work = Paperwork(file, stationery, drafting=drafting, held=held)
        self._facts = DayFacts(file)
        self._keys = keys or CardKeys()

    def make(self, kind: DayPaper, out: Path, choice: Choice, paper: Paper | None = None) -> Made:
        """Write one as PDF.

        Raises Refused where it would be empty, FileTrouble and DiskTrouble where it cannot be
        written; then nothing is recorded.
        """
        name = kind.value.replace("-", "_")
        original = self._work.original(name, choice)
        document = self._work.begin(_CHECKED.get(kind), copy_of=original)
        size = paper or self._work.facts.details.paper
        made = self._maker(kind, out, choice, size)(document.stationery)
        return self._work.record(document, name, made, choice)

    def _maker(self, kind: DayPaper, out: Path, choice: Choice, paper: Paper) -> _Make:
        facts = self._facts
        match kind:
            case DayPaper.BY_RANK | DayPaper.WITHOUT_TIMES | DayPaper.BLANK_LIST:
                sheet = self._list(kind, choice)
                return lambda stationery: make_attendance(stationery, sheet, out, paper)
            case DayPaper.GUESTS:
                guests = facts.guests(choice)
                return lambda stationery: make_guests(stationery, guests, out, paper)
            case DayPaper.READING:
                reading = facts.reading(choice)
                if not reading.texts:
                    raise Refused("day_papers.no_texts")
                return lambda stationery: make_reading_sheet(stationery, reading, out, paper)
            case DayPaper.RUNDOWN:
                rundown = facts.rundown(choice)
                if not rundown.rows:
                    raise Refused("day_papers.no_programme")
                return lambda stationery: make_rundown(stationery, rundown, out, paper)
            case DayPaper.PHOTOGRAPHS:
                shown = facts.photographs(choice)
                return lambda stationery: make_photographs(stationery, shown, out, paper)
            case DayPaper.REPORT:
                names = full_status_words(self._work.stationery.words)
                report = facts.report(choice, names)
                return lambda stationery: make_report(stationery, report, out, paper)
            case DayPaper.OPERATOR_CARD | DayPaper.CLERK_CARD:
                card = self._card(kind, choice)
                return lambda stationery: make_card(stationery, card, out, paper)

    def _list(self, kind: DayPaper, choice: Choice) -> AttendanceSheet:
        facts = self._facts
        lists = {
            DayPaper.BY_RANK: facts.by_rank,
            DayPaper.WITHOUT_TIMES: facts.without_times,
            DayPaper.BLANK_LIST: facts.blank_list,
        }
        return lists[kind](choice)

    def _card(self, kind: DayPaper, choice: Choice) -> CardSheet:
        words, occasion = self._work.stationery.words, self._work.facts.occasion(choice)
        if kind is DayPaper.OPERATOR_CARD:
            title, keys = words("day_papers.card.operator"), self._keys.hall
            cases = operator_cases(words)
        else:
            title, keys = words("day_papers.card.clerk"), self._keys.door
            cases = clerk_cases(words)
        said = ((words.say(does), [words.say(key) for key in known]) for does, known in keys)
        return CardSheet(
            occasion, title, tuple((does, ", ".join(known)) for does, known in said), cases
        )
