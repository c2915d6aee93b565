"""The words by which a field of the forms is found on a page."""

from collections.abc import Sequence

from ceremony_app.console.prepare.paper_draft import Place
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Details, Pact
from ceremony_app.domain.people import Party
from ceremony_app.ui_kit.widgets.live_pages import Sought

_FIRST_WORDS = 6
"""Enough of a clause to know it by where the whole of it is not found in one piece."""


def sought(details: Details, place: Place, *, near: bool = True) -> Sought | None:
    """What to look for; None where the field stands on no page.

    With `near`, what stands before an empty one will do.
    """
    for party in details.parties:
        if party.id == place.owner:
            alike = details.with_role(party.role) if near else ()
            return _of_party(party, place.field, alike)
    for pact in details.pacts:
        if pact.id == place.owner:
            return _of_pact(pact, place.field)
    return _of_details(details, place.field)


def _of_party(party: Party, field: str, alike: Sequence[Party]) -> Sought:
    """Signatures stand at the end; an empty field is known by its neighbours."""
    before = [one.name for one in reversed(alike[: alike.index(party)])] if alike else []
    typed = str(getattr(party, field, ""))
    if field == "division" and typed:
        typed = f"Perwakilan {typed}"
    return Sought((typed, party.name, party.post, party.division, *before), last=True)


def _of_pact(pact: Pact, field: str) -> Sought | None:
    name, _, number = field.partition(".")
    if name == "points":
        at = int(number or 1) - 1
        nearest = [*pact.points[at : at + 1], *reversed(pact.points[:at])]
        return Sought(_pieces(nearest))
    return Sought(_pieces([str(getattr(pact, name, "")), pact.title]))


def _of_details(details: Details, field: str) -> Sought | None:
    head, city = details.letterhead, f"{details.city}," if details.city else ""
    bases = [basis.citation for basis in details.legal_bases]
    day = wording.date_words(details.date) if details.date else ""
    hour = wording.clock(details.time, details.zone) if details.time else ""
    found = {
        "title": Sought((details.title,)),
        "unit": Sought((details.unit,)),
        "date": Sought((day, city), last=True),
        "time": Sought((hour,)),
        "zone": Sought((hour,)),
        "place": Sought((details.place,)),
        "city": Sought((city, day), last=True),
        "ministry": Sought((head.ministry, head.office)),
        "office": Sought((head.office, head.ministry)),
        "address": Sought((*reversed(head.address), head.office)),
        "logo": Sought((head.ministry, head.office)),
        "bases": Sought(_pieces(bases)),
        "legal_bases": Sought(_pieces(bases)),
    }
    return found.get(field)


def _pieces(texts: Sequence[str]) -> tuple[str, ...]:
    """Each text whole, and then by its first words."""
    return tuple(
        piece for words in texts for piece in (words, " ".join(words.split()[:_FIRST_WORDS]))
    )
