"""Which minutes are made: the first, a copy of the signed ones, or a new version (0123)."""

from dataclasses import dataclass, replace

from ceremony_app.domain.papers import MinutesData
from ceremony_app.services.document_facts import DocumentFact, DocumentFacts
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.record import Seal
from ceremony_app.services.seals import Seals
from ceremony_app.storage.ceremony_file import CeremonyFile

_NONE = Seal("", 0)


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """What is to be laid out, under which seal; `copy_of` is the signed one that it copies."""

    data: MinutesData
    seal: Seal
    choice: Choice
    copy_of: DocumentFact | None = None


class MinutesDesk:
    """Puts together the minutes of one open file; `drafting` neither seals nor prints a head."""

    def __init__(self, file: CeremonyFile, facts: Facts, *, drafting: bool = False) -> None:
        self._file = file
        self._facts = facts
        self._seals = Seals(file)
        self._drafting = drafting

    def paper(self, choice: Choice, seal: Seal | None = None) -> MinutesPaper:
        """The minutes of a session as they stand now.

        Where they are signed and nothing that they state was added since, a copy: the same head,
        and the number that was given since. Else a new version, which names the signed ones and is
        sealed anew, under `seal` where one is given.
        """
        original = DocumentFacts(self._file).original("minutes", choice.session.id)
        stands = self._seals.standing(original.head) if original and original.head else None
        if original and stands:
            choice = replace(choice, number=choice.number or original.number)
            shown = _NONE if self._drafting else stands
            return MinutesPaper(self._facts.minutes(choice, shown), shown, choice, original)
        seal = _NONE if self._drafting else seal or self._seals.current()
        data = self._facts.minutes(choice, seal)
        if original:
            data = replace(data, updates=original.as_earlier)
        return MinutesPaper(data, seal, choice)
