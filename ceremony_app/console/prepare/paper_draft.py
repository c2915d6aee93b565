"""What the forms of papers have, kept or not: one draft for all, and what is wrong in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.ceremony import Details, Pact
from ceremony_app.domain.messages import message
from ceremony_app.domain.mistakes import Mistake
from ceremony_app.domain.paper_checks import mistakes
from ceremony_app.domain.people import Party
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.tools import Tools

_FIELDS = (
    "title",
    "event",
    "unit",
    "date",
    "time",
    "place",
    "city",
    "zone",
    "paper",
    "letterhead",
    "parties",
    "legal_bases",
    "pacts",
    "archive_code",
    "stamp_duty",
)
"""What the forms of papers change; look, programme and sessions have forms of their own."""


@dataclass(frozen=True, slots=True)
class Place:
    """A field: of the details, or of the party or pact with the id `owner`."""

    field: str
    owner: str = ""


_Texts = tuple[tuple[Text, bool], ...]
"""Texts, and whether they are approved."""


@dataclass(frozen=True, slots=True)
class _Kept:
    details: Details
    texts: _Texts
    signed: frozenset[str]
    logos: dict[str, str]


class PaperDraft(QObject):
    """Details in the making. Nothing is kept before `keep`.

    `shown` tells that they were read anew, so that forms fill themselves; `changed` that
    somebody typed; both that pages and marks are to follow. `edited` is where. `wanted` carries
    a Place that somebody is to be led to. `hindrances` are asked before anything is kept.
    """

    shown = Signal()
    changed = Signal()
    looked_at = Signal()
    wanted = Signal(object)

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        self._kept = _Kept(Details(template="", title=""), (), frozenset(), {})
        self._now: Details | None = None
        self._found: tuple[tuple[Details, _Texts], tuple[Mistake, ...]] | None = None
        self._unread: set[Place] = set()
        self.edited: Place | None = None
        self.hindrances: list[Callable[[], Place | None]] = []

    @property
    def details(self) -> Details:
        """The details as the forms have them."""
        return self._now or self._kept.details

    @property
    def is_read(self) -> bool:
        """Whether the file's details are there yet."""
        return self._now is not None

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return bool(self._unread) or (self._now is not None and self._now != self._kept.details)

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What is wrong with the papers as they would be; looked for once after each change."""
        looked_at = (self.details, self._kept.texts)
        if self._found is None or self._found[0] != looked_at:
            self._found = looked_at, mistakes(*looked_at, date.today())
        return self._found[1]

    def is_signed(self, pact: Pact) -> bool:
        """Whether somebody has signed a pact, so that its words stand."""
        return pact.id in self._kept.signed

    def logo_name(self) -> str:
        """The name of the letterhead's picture; empty where there is none."""
        return self._kept.logos.get(self.details.look.logo, "")

    def read(self) -> None:
        """Read the file's details, unless somebody has typed until they are there."""
        self._desk.ask(_read, self._show)

    def drop(self) -> None:
        """Let go of what was typed and not kept, and read the file's details."""
        self._now = None
        self._unread.clear()
        self.read()

    def change(self, details: Details, edited: Place) -> None:
        """What somebody typed, and where."""
        self.edited = edited
        if self._now is not None and details != self._now:
            self._now = details
            self.changed.emit()

    def hold(self, place: Place, *, unread: bool) -> None:
        """Whether a field has words that cannot be read, and so are not in the details."""
        if unread != (place in self._unread):
            (self._unread.add if unread else self._unread.discard)(place)
            self.changed.emit()

    def look_at(self, place: Place) -> None:
        """Somebody has gone into a field."""
        if place != self.edited:
            self.edited = place
            self.looked_at.emit()

    def use_logo(self, identity: str, name: str) -> None:
        """Take an attachment as the office's logo, or none with an empty id."""
        if name:
            self._kept.logos[identity] = name
        look = replace(self.details.look, logo=identity)
        self.change(replace(self.details, look=look), Place("logo"))

    def change_party(self, party: Party, field: str) -> None:
        """One of those with a part, changed."""
        parties = (party if one.id == party.id else one for one in self.details.parties)
        self.change(replace(self.details, parties=tuple(parties)), Place(field, party.id))

    def change_pact(self, pact: Pact, field: str) -> None:
        """One of the pacts, changed."""
        pacts = (pact if one.id == pact.id else one for one in self.details.pacts)
        self.change(replace(self.details, pacts=tuple(pacts)), Place(field, pact.id))

    def keep(self) -> None:
        """Keep what was typed; what others changed meanwhile stays as they left it.

        What could not be read leads there, and nothing is kept.
        """
        for hindered in self.hindrances:
            place = hindered()
            if place is not None:
                self.wanted.emit(place)
                return
        before, typed = self._kept.details, self.details

        def work(services: Services) -> _Kept:
            now = services.preparation.details()
            touched = {
                name: getattr(typed, name)
                for name in _FIELDS
                if getattr(typed, name) != getattr(before, name)
            }
            if typed.look.logo != before.look.logo:
                touched["look"] = replace(now.look, logo=typed.look.logo)
            services.preparation.change_details(replace(now, **touched))
            return _read(services)

        self._desk.ask(work, lambda kept: self._have_kept(kept, typed))

    def _have_kept(self, kept: _Kept, typed: Details) -> None:
        has_typed_on = self.details != typed or bool(self._unread)
        self._kept = kept
        if has_typed_on:
            self.changed.emit()
        else:
            self._now = kept.details
            self.shown.emit()
        self._tools.channel.done(message("prepare.details.kept"))
        self._desk.details_changed.emit()

    def _show(self, kept: _Kept) -> None:
        if not self.unsaved:
            self._kept, self._now = kept, kept.details
            self.shown.emit()


def remarks(found: Iterable[Mistake], owner: str) -> dict[str, list[Mistake]]:
    """The mistakes of one party, pact or, with an empty id, of the details, by field."""
    by_field: dict[str, list[Mistake]] = {}
    for mistake in found:
        if mistake.owner == owner:
            by_field.setdefault(mistake.field, []).append(mistake)
    return by_field


def _read(services: Services) -> _Kept:
    preparation = services.preparation
    details = preparation.details()
    texts = tuple((state.text, state.approved) for state in preparation.texts())
    signed = (pact.id for pact in details.pacts if services.signing.signed(pact))
    names = {one.id: one.name for one in services.attachments.all()}
    return _Kept(details, texts, frozenset(signed), names)
