"""Which pact is meant, by what somebody typed."""

from ceremony_app.domain.ceremony import Details, Pact
from ceremony_app.domain.errors import Refused


def pact_named(details: Details, asked: str) -> Pact:
    """By id, key or title; an empty name asks for the first. Raises Refused."""
    if not details.pacts:
        raise Refused("papers_desk.no_pact")
    for pact in details.pacts if asked else details.pacts[:1]:
        if asked in ("", pact.id, pact.key, pact.title):
            return pact
    known = ", ".join(pact.key for pact in details.pacts)
    raise Refused("papers_desk.unknown_pact", name=asked, known=known)
