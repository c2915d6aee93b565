"""What is settled before the ceremony: its details, its texts and their approval."""

from dataclasses import dataclass, replace

from ceremony_app.domain.blanks import has_blanks
from ceremony_app.domain.ceremony import Cue, Details
from ceremony_app.domain.ceremony_json import (
    details_from_dict,
    details_to_dict,
    text_from_dict,
    text_to_dict,
)
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.texts import Text
from ceremony_app.services.hall_record import HallRecord
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.rows import DETAILS, TEXT, Brought, Item
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class TextState:
    """A text and its approval; `by` is what somebody typed, `at` local ISO; empty if none."""

    text: Text
    approved: bool
    by: str = ""
    at: str = ""


class Preparation:
    """Details and texts of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def details(self) -> Details:
        """The details that count now; blank ones where they were erased."""
        item = self._details_item()
        return details_from_dict(dict(item.data)) if item.data else Details(template="", title="")

    def change_details(self, details: Details) -> None:
        """Keep new details as a new version.

        Raises Refused where that would skip, take out or change the item of the programme that
        stands on the hall's screen, or the words of a pact that somebody has signed.
        """
        self._refuse_on_screen(details.programme)
        self._refuse_signed(details)
        # What a rehearsal's copy is does not change with what somebody types into it.
        details = replace(details, rehearsal=self.details().rehearsal)
        item = Item(self._details_item().id, DETAILS, details_to_dict(details))
        with self._file.transaction():
            self._file.append(Entry(EventKind.DETAILS_CHANGED, {}), Brought(items=(item,)))
        self._file.writer.zone = details.zone

    def change_programme(self, programme: tuple[Cue, ...]) -> Details:
        """Keep another programme, also while the hall is live, and answer the new details.

        Raises Refused as `change_details` does; the texts stay as they were approved.
        """
        details = replace(self.details(), programme=programme)
        self.change_details(details)
        return details

    def texts(self) -> list[TextState]:
        """Every text in the order of the template."""
        approvals = Attendance(self._file).approvals()
        states = []
        for item in Items(self._file).of_kind(TEXT):
            text = text_from_dict(dict(item.data))
            approved, sha256, event = approvals.get(text.id, (False, "", ""))
            by, at = self._approval(event) if approved else ("", "")
            states.append(TextState(text, approved and sha256 == text.sha256, by, at))
        return states

    def text(self, asked: str) -> TextState:
        """By id, key or title; an empty one asks for the first. Raises Refused."""
        states = self.texts()
        if not asked:
            return states[0]
        for state in states:
            if asked in (state.text.id, state.text.key, state.text.title):
                return state
        known = ", ".join(state.text.key for state in states)
        raise Refused("text.unknown", name=asked, known=known)

    def change_text(self, text: Text) -> None:
        """Keep a new version of a text; an approved one must be reopened first.

        Raises Refused for one that is approved, or that stands on the hall's screen. Regrouping
        phrases keeps an approval's hash but still needs the text to be open: the hall must not
        see another grouping than the leader rehearsed.
        """
        if self.text(text.id).approved:
            raise Refused("text.locked", title=text.title)
        self._refuse_live(text)
        item = Item(text.id, TEXT, text_to_dict(text))
        with self._file.transaction():
            changed = Entry(EventKind.TEXT_CHANGED, {"text": text.id, "sha256": text.sha256})
            self._file.append(changed, Brought(items=(item,)))

    def approve(self, state: TextState, by: str) -> None:
        """Lock a text in somebody's name; raises Refused where it has blanks or nobody is named."""
        if not by.strip():
            raise Refused("text.no_approver", title=state.text.title)
        if not any(part.words for part in state.text.parts):
            raise Refused("text.empty", title=state.text.title)
        if has_blanks(state.text):
            raise Refused("text.blank", title=state.text.title)
        if not state.approved:
            self._turn(state.text, EventKind.TEXT_APPROVED, "by", by)

    def reopen(self, state: TextState, by: str, reason: str) -> None:
        """Unlock a text; the old approval stays in the record.

        Raises Refused without a reason, and while the text stands on the hall's screen: what
        people are swearing is not changed under them.
        """
        if not reason.strip():
            raise Refused("text.no_reason", title=state.text.title)
        if state.approved:
            self._refuse_live(state.text)
            self._turn(state.text, EventKind.TEXT_REOPENED, "reason", f"{by}: {reason}")

    def _refuse_live(self, text: Text) -> None:
        if any(standing.text == text.id for standing in HallRecord(self._file).on_screen()):
            raise Refused("text.on_screen", title=text.title)

    def _refuse_on_screen(self, programme: tuple[Cue, ...]) -> None:
        shown = {standing.cue for standing in HallRecord(self._file).on_screen()}
        after = {cue.id: cue for cue in programme}
        for cue in self.details().programme:
            changed = after.get(cue.id)
            if cue.id in shown and (changed is None or _picture(changed) != _picture(cue)):
                raise Refused("programme.on_screen", cue=cue.title)

    def _refuse_signed(self, details: Details) -> None:
        after = {pact.id: pact.wording for pact in details.pacts}
        for pact in self.details().pacts:
            if after.get(pact.id) != pact.wording and Attendance(self._file).signed(pact.id):
                raise Refused("signing.locked", pact=pact.title)

    def _turn(self, text: Text, kind: EventKind, name: str, words: str) -> None:
        note = Item.note(" ".join(words.split()))
        with self._file.transaction():
            body = {"text": text.id, "sha256": text.sha256, name: note.id}
            self._file.append(Entry(kind, body), Brought(items=(note,)))

    def _approval(self, event: str) -> tuple[str, str]:
        approved = Journal(self._file).event(event)
        note = str(body_of(approved).get("by", ""))
        return Items(self._file).note(note), approved.local

    def _details_item(self) -> Item:
        return Items(self._file).of_kind(DETAILS)[0]


def _picture(cue: Cue) -> Cue:
    """A cue as far as the hall sees anything of it."""
    return replace(cue, minutes=0, speaker="", note="", sound="")
