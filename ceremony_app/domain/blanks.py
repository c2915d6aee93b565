"""What a ceremony still lacks: the blanks that somebody has to fill in before the day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremony_app.domain.ceremony import Details, Pact
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.template import BLANK
from ceremony_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to be filled in; `optional` where it belongs to a text or pact that is.

    `owner` is the id of the party, text or pact that it belongs to, empty for the details;
    `field` is the name of its field there, empty where it is not one field alone.
    """

    what: Message
    optional: bool = False
    owner: str = ""
    field: str = ""


def blanks(details: Details, texts: Iterable[Text]) -> tuple[Blank, ...]:
    """Everything that is still blank on screen or paper, in the order of the papers."""
    return (
        *_details(details),
        *(blank for party in details.parties for blank in _party(party, details)),
        *(blank for text in texts for blank in _text(text)),
        *(blank for pact in details.pacts for blank in _pact(pact)),
    )


def has_blanks(text: Text) -> bool:
    """Whether some words of a text are still to be filled in; then nobody can swear it."""
    return BLANK in text.title or any(BLANK in part.words for part in text.parts)


def pact_has_blanks(pact: Pact) -> bool:
    """Whether some words of a pact are still to be filled in."""
    return any(BLANK in words for _, words in pact_fields(pact))


def pact_fields(pact: Pact) -> Iterator[tuple[str, str]]:
    """Everything that is written in a pact, each with the name of its field; points by number."""
    yield "title", pact.title
    yield "opening", pact.opening
    for number, words in enumerate(pact.points, start=1):
        yield f"points.{number}", words
    yield "sanction", pact.sanction
    yield "closing", pact.closing


def _details(details: Details) -> Iterator[Blank]:
    # In full, so that every key stands here literally.
    values = (
        ("title", message("templates.blank.title"), details.title),
        ("unit", message("templates.blank.unit"), details.unit),
        ("date", message("templates.blank.date"), details.date),
        ("time", message("templates.blank.time"), details.time),
        ("place", message("templates.blank.place"), details.place),
        ("city", message("templates.blank.city"), details.city),
        ("ministry", message("templates.blank.ministry"), details.letterhead.ministry),
        ("office", message("templates.blank.office"), details.letterhead.office),
    )
    for field, what, value in values:
        if not value or BLANK in value:
            yield Blank(what, field=field)


def _party(party: Party, details: Details) -> Iterator[Blank]:
    values = (
        ("name", _name(party, details), party.name),
        ("post", _post(party, details), party.post),
    )
    for field, what, value in values:
        if not value or BLANK in value:
            yield Blank(what, owner=party.id, field=field)


def _name(party: Party, details: Details) -> Message:
    match party.role:
        case Role.PRESIDER:
            return message("templates.blank.presider_name")
        case Role.READER:
            return message("templates.blank.reader_name")
        case Role.REPRESENTATIVE:
            number = _number(party, details)
            return message("templates.blank.representative_name", number=number)
        case Role.WITNESS:
            return message("templates.blank.witness_name", number=_number(party, details))
        case Role.ACKNOWLEDGER:
            return message("templates.blank.acknowledger_name")


def _post(party: Party, details: Details) -> Message:
    match party.role:
        case Role.PRESIDER:
            return message("templates.blank.presider_post")
        case Role.READER:
            return message("templates.blank.reader_post")
        case Role.REPRESENTATIVE:
            number = _number(party, details)
            return message("templates.blank.representative_post", number=number)
        case Role.WITNESS:
            return message("templates.blank.witness_post", number=_number(party, details))
        case Role.ACKNOWLEDGER:
            return message("templates.blank.acknowledger_post")


def _number(party: Party, details: Details) -> int:
    return details.with_role(party.role).index(party) + 1


def _text(text: Text) -> Iterator[Blank]:
    if BLANK in text.title:
        yield Blank(message("templates.blank.text_title", text=text.key), text.optional, text.id)
    for number, point in enumerate(text.points, start=1):
        if BLANK in point.words:
            what = message("templates.blank.point", text=text.title, number=number)
            yield Blank(what, text.optional, text.id)
    if any(end is not None and BLANK in end.words for end in (text.opening, text.closing)):
        yield Blank(message("templates.blank.ends", text=text.title), text.optional, text.id)


def _pact(pact: Pact) -> Iterator[Blank]:
    if pact_has_blanks(pact):
        yield Blank(message("templates.blank.pact", pact=pact.title), pact.optional, pact.id)
