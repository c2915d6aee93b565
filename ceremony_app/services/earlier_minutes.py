"""The minutes that a follow-up session's own are a supplement to."""

from ceremony_app.domain.papers import EarlierMinutes
from ceremony_app.domain.sessions import Session
from ceremony_app.services.document_facts import DocumentFacts
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile


def earlier_minutes(file: CeremonyFile, session: Session) -> EarlierMinutes | None:
    """The main session's minutes: the signed ones, else the latest, with the number that they
    have by now; None for that session itself, or where none were made."""
    if session.main:
        return None
    main, documents = Sessions(file).main().id, DocumentFacts(file)
    found = [one for one in documents.all if (one.kind, one.session) == ("minutes", main)]
    if not found:
        return None
    # A draft is cited only where there is no original.
    originals = [one for one in found if not one.is_draft]
    cited = documents.original("minutes", main) or (originals or found)[-1]
    return cited.as_earlier
