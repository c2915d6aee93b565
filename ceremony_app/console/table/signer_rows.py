"""Those who sign a pact, as the table lists them: whose turn it is, and what is known of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ceremony_app.console.desk import Services
from ceremony_app.console.words import day_and_hour, hour, role_words
from ceremony_app.domain.ceremony import Details, Pact, PactForm
from ceremony_app.domain.clock import local_text
from ceremony_app.domain.messages import Catalogue, Message, message
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import Party, Person, PersonKind, Role
from ceremony_app.domain.signing import UNSIGNED, SignatureSource, SignerState, signing_order
from ceremony_app.ui_kit.palette import Palette
from ceremony_app.ui_kit.widgets.table import Column


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign; `present` is the event that says that a witness is there."""

    who: Party | Person
    part: str
    state: SignerState = UNSIGNED
    present: str = ""
    is_now: bool = False

    @property
    def signed(self) -> str:
        """The event of the signature; empty where there is none."""
        return self.state.signed

    @property
    def name(self) -> str:
        """Who signs: the stand-in, where there is one."""
        return self.state.stand_in.name if self.state.stand_in else self.who.name

    @property
    def is_witness(self) -> bool:
        return isinstance(self.who, Party) and self.who.role is Role.WITNESS

    @property
    def is_representative(self) -> bool:
        return isinstance(self.who, Party) and self.who.role is Role.REPRESENTATIVE

    @property
    def has_block(self) -> bool:
        """Whether the sheet has a place for this signature: not every witness is to sign."""
        return not (isinstance(self.who, Party) and self.is_witness) or self.who.signs

    @property
    def latest(self) -> str:
        """The event that is taken back first."""
        return self.state.latest or self.present


@dataclass(frozen=True, slots=True)
class Known:
    """The pacts of a ceremony, and the signers of the chosen one in the order of signing.

    `calls` says whether they come to the table one after the other. `today` is the day of the
    ceremony's own zone (ISO).
    """

    pacts: tuple[Pact, ...] = ()
    pact: Pact | None = None
    signers: tuple[Signer, ...] = ()
    today: str = ""

    @property
    def calls(self) -> bool:
        return self.pact is not None and self.pact.form is PactForm.REPRESENTATIVES

    @property
    def turns(self) -> list[Signer]:
        """Those whom the table waits for, in order; nobody where all sign as they come."""
        if not self.calls:
            return []
        return [one for one in self.signers if one.has_block and one.state.is_open]

    @property
    def counted(self) -> list[Signer]:
        """Those whose signatures make the sheet whole."""
        return [one for one in self.signers if one.has_block or one.signed]


def read_signers(services: Services, chosen: str, say: Catalogue) -> Known:
    """The signers of a pact by its id; of the first one where there is none of that id."""
    details = services.preparation.details()
    pact = next((one for one in details.pacts if one.id == chosen), None)
    pact = pact or next(iter(details.pacts), None)
    states = services.signing.states(pact) if pact else {}
    there = services.signing.witnesses()
    signers = tuple(
        Signer(who, _part(who, say), states.get(who.id, UNSIGNED), there.get(who.id, ""))
        for who in _who(services, details, pact)
    )
    clock, zone = services.file.opener.opening.clock, services.file.writer.zone
    return Known(details.pacts, pact, signers, local_text(clock.now(), zone)[:10])


def with_turn(known: Known) -> Known:
    """The same with a mark on the one whose turn it is."""
    turns = known.turns
    now = turns[0].who.id if turns else ""
    return replace(
        known, signers=tuple(replace(one, is_now=one.who.id == now) for one in known.signers)
    )


def _who(services: Services, details: Details, pact: Pact | None) -> list[Party | Person]:
    order = signing_order(details)
    if pact is None or pact.form is PactForm.REPRESENTATIVES:
        return [*order]
    people = [
        person
        for person in services.people.everyone()
        if person.active and person.kind is PersonKind.STAFF
    ]
    people.sort(key=lambda one: sort_key(one.name))
    return [*people, *(one for one in order if one.role is not Role.REPRESENTATIVE)]


def _part(who: Party | Person, say: Catalogue) -> str:
    if isinstance(who, Person):
        return who.division
    words = say.say(role_words(who.role))
    return f"{words} {who.division}".strip() if who.division else words


def name_words(signer: Signer, say: Catalogue) -> str:
    """Who signs, and in whose place."""
    blank = say("prepare.party.blank")
    if signer.state.stand_in:
        name = signer.name or say("archive.erased_name")
        return say("signing_table.name.stand_in", name=name, of=signer.who.name or blank)
    return signer.who.name or blank


def state_words(signer: Signer, today: str) -> Message | None:
    """What is known of a signature, in a few words; `today` is the ISO day of now."""
    state = signer.state
    if state.signed:
        at = hour(state.at) if state.at[:10] == today else day_and_hour(state.at)
        return {
            None: message("signing_table.state.signed", at=at),
            SignatureSource.OPERATOR: message("signing_table.state.signed", at=at),
            SignatureSource.SCANNED: message("signing_table.state.scanned", at=at),
            SignatureSource.RETURNED_SHEET: message("signing_table.state.later", at=at),
        }[state.source]
    if state.absent:
        return message("signing_table.state.absent")
    if signer.is_now:
        return message("signing_table.state.now")
    return message("table.sign.no") if signer.has_block else None


def told_words(signer: Signer) -> list[Message]:
    """What stands below the list of the chosen one: who signs in whose place, why nobody does."""
    state, told = signer.state, list[Message]()
    if state.stand_in and state.reason:
        told.append(
            message(
                "signing_table.told.stand_in",
                name=state.stand_in.name,
                of=signer.who.name or "?",
                reason=state.reason,
            )
        )
    elif state.absent:
        told.append(
            message("signing_table.told.absent", name=signer.who.name or "?", reason=state.reason)
        )
    if state.is_later:
        told.append(message("signing_table.told.later", at=day_and_hour(state.at)))
    return told


def signer_columns(
    say: Catalogue, colours: Palette, today: Callable[[], str]
) -> Sequence[Column[Signer]]:
    """The columns of the list."""

    def state(signer: Signer) -> str:
        words = state_words(signer, today())
        return say.say(words) if words else "–"

    def present(signer: Signer) -> str:
        if not signer.is_witness:
            return ""
        return say("table.sign.present" if signer.present else "table.sign.absent")

    def colour(signer: Signer) -> str:
        if signer.signed:
            return colours.good_ink
        if signer.state.absent:
            return colours.warn_ink
        return colours.calm_ink if signer.is_now else colours.quiet

    return [
        Column(say("table.sign.name"), lambda one: name_words(one, say)),
        Column(say("table.sign.part"), lambda signer: signer.part, width=300),
        Column(say("table.sign.there"), present, width=96),
        Column(say("table.sign.signed"), state, width=220, colour=colour),
    ]
