"""Mistakes in signature blocks: names, posts, numbers, prefixes, and how many there are."""

from collections.abc import Iterable, Iterator
from datetime import date

from ceremony_app.domain.blanks import Blank
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.id_numbers import NIP_LENGTH, NRP_LENGTH, IdRules
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.mistakes import Mistake, PaperKind, Topic
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import BY_MANDATE, ON_BEHALF, IdKind, Party, Role

MOST_REPRESENTATIVES, MOST_WITNESSES = 12, 6
"""As many signature blocks as one sheet holds in good order."""

_ON_PACTS = frozenset({PaperKind.REPRESENTATIVES, PaperKind.INDIVIDUAL})
_LENGTHS = {IdKind.NIP: NIP_LENGTH, IdKind.NI_PPPK: NIP_LENGTH, IdKind.NRP: NRP_LENGTH}


def signer_mistakes(details: Details, empty: Iterable[Blank], today: date) -> Iterator[Mistake]:
    """What is wrong with those who have a part; `empty` are the blanks of the ceremony."""
    rules, blank = IdRules(today), {(one.owner, one.field) for one in empty}
    for role in Role:
        parties = details.with_role(role)
        for at, party in enumerate(parties):
            papers = papers_of(party, details)
            for field, says in _of_one(party, parties[:at], blank, rules):
                about = who(party, at + 1)
                yield Mistake(Topic.SIGNER, about, says, papers, party.id, field)
        yield from _too_many(role, len(parties))


def papers_of(party: Party, details: Details) -> frozenset[PaperKind]:
    """The papers on which somebody has a signature block."""
    match party.role:
        case Role.REPRESENTATIVE:
            return frozenset({PaperKind.REPRESENTATIVES})
        case Role.ACKNOWLEDGER:
            return _ON_PACTS | {PaperKind.ATTENDANCE}
        case Role.WITNESS if party.signs:
            return _ON_PACTS | {PaperKind.MINUTES}
        case Role.PRESIDER if details.with_role(Role.ACKNOWLEDGER):
            return frozenset({PaperKind.MINUTES})
        case Role.PRESIDER:
            return frozenset({PaperKind.MINUTES, PaperKind.ATTENDANCE})
    return frozenset()


def who(party: Party, number: int) -> Message:
    """What a list of mistakes calls somebody, `number` among those with the same part."""
    return {
        Role.PRESIDER: message("mistakes.about.presider"),
        Role.READER: message("mistakes.about.reader"),
        Role.REPRESENTATIVE: message("mistakes.about.representative", number=number),
        Role.WITNESS: message("mistakes.about.witness", number=number),
        Role.ACKNOWLEDGER: message("mistakes.about.acknowledger"),
    }[party.role]


def _of_one(
    party: Party, earlier: Iterable[Party], blank: set[tuple[str, str]], rules: IdRules
) -> Iterator[tuple[str, Message]]:
    if (party.id, "name") in blank:
        yield "name", message("mistakes.name")
    elif any(_same(party, other) for other in earlier):
        yield "name", message("mistakes.twice")
    if (party.id, "post") in blank:
        yield "post", message("mistakes.post")
    yield from _prefix(party)
    yield from _number(party, rules)


def _same(one: Party, other: Party) -> bool:
    """Whether two blocks are for one person."""
    if one.role is not Role.REPRESENTATIVE:
        return False
    if one.id_number and other.id_number:
        return one.id_number == other.id_number
    return sort_key(one.name) == sort_key(other.name)


def _prefix(party: Party) -> Iterator[tuple[str, Message]]:
    typed = party.post.casefold().replace(" ", "")
    in_a_name = party.prefix in (ON_BEHALF, BY_MANDATE)
    if party.role is Role.REPRESENTATIVE and (in_a_name or typed.startswith(ON_BEHALF)):
        yield "prefix" if in_a_name else "post", message("mistakes.on_behalf")
    elif in_a_name and not party.on_behalf_of.strip():
        yield "on_behalf_of", message("mistakes.in_whose_name")
    if party.prefix == BY_MANDATE and not party.mandated_by.strip():
        yield "mandated_by", message("mistakes.by_whom")


def _number(party: Party, rules: IdRules) -> Iterator[tuple[str, Message]]:
    digits, kind = party.id_number, party.id_kind
    if not digits or kind is IdKind.NONE:
        return
    length = _LENGTHS.get(kind, 0)
    if length and (len(digits) != length or not digits.isdecimal()):
        says = {
            IdKind.NIP: message("mistakes.nip", digits=len(digits)),
            IdKind.NI_PPPK: message("mistakes.ni_pppk", digits=len(digits)),
            IdKind.NRP: message("mistakes.nrp", digits=len(digits)),
        }
        yield "id_number", says[kind]
    elif kind is not IdKind.NRP and (refusals := rules.read(digits).refusals):
        yield "id_number", refusals[0]


def _too_many(role: Role, count: int) -> Iterator[Mistake]:
    limits = {
        Role.REPRESENTATIVE: (
            MOST_REPRESENTATIVES,
            frozenset({PaperKind.REPRESENTATIVES}),
            message("mistakes.about.representatives"),
        ),
        Role.WITNESS: (MOST_WITNESSES, _ON_PACTS, message("mistakes.about.witnesses")),
    }
    if role in limits and count > limits[role][0]:
        most, papers, about = limits[role]
        says = message("mistakes.too_many", count=count, most=most)
        yield Mistake(Topic.SIGNER, about, says, papers)
