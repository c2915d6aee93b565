"""The minutes that a follow-up session's own are a supplement to."""

from ceremony_app.domain.events import EventKind
from ceremony_app.domain.papers import EarlierMinutes
from ceremony_app.domain.sessions import Session
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of


def earlier_minutes(file: CeremonyFile, session: Session) -> EarlierMinutes | None:
    """The main session's latest minutes; None for that session itself, or where none were made."""
    if session.main:
        return None
    main = Sessions(file).main().id
    found = [
        (event, body_of(event))
        for event in Journal(file).of_kind(EventKind.DOCUMENT_MADE)
        if event.session == main and body_of(event)["kind"] == "minutes"
    ]
    if not found:
        return None
    # A draft is cited only where there is no original.
    originals = [one for one in found if not one[1].get("draft")]
    event, body = (originals or found)[-1]
    number = Items(file).note(str(body["number"]))
    return EarlierMinutes(number, str(body["head"]).replace(" ", ""), event.local[:10])
