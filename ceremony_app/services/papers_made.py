"""The papers that a record tells of: what was made, when, under which number, of whom."""

from collections.abc import Iterator

from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.paper_code import code_of
from ceremony_app.domain.signed_sheets import PaperMade
from ceremony_app.services.document_facts import DocumentFacts
from ceremony_app.services.document_words import ARCHIVE
from ceremony_app.services.operators import readable
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.rows import SHEET_ORDER

_NEVER_SIGNED = frozenset(
    {
        ARCHIVE,
        "attendance_xlsx",
        "attendance_csv",
        "badge",
        "badges",
        "minutes_docx",
        "operator_card",
        "clerk_card",
        "pact_docx",
        "photographs",
    }
)
"""Documents of which no sheet with a code comes back."""


def papers_made(file: CeremonyFile) -> list[PaperMade]:
    """Every paper of which a sheet may come back signed, in the order of their making."""
    return list(_read(file))


def _read(file: CeremonyFile) -> Iterator[PaperMade]:
    items = Items(file)
    documents = DocumentFacts(file)
    orders = {item.id: item.data.get("sheets") for item in items.of_kind(SHEET_ORDER)}
    for event in Journal(file).of_kind(EventKind.DOCUMENT_MADE):
        body: dict[str, object] = dict(readable(event))
        order = orders.get(str(body.get("sheets", "")))
        people = tuple(map(str, order)) if isinstance(order, list) else ()
        number = documents.number(str(body.get("document", "")), str(body.get("number", "")))
        paper = _paper(event, body, number, people)
        if paper is not None:
            yield paper


def _paper(
    event: Event, body: dict[str, object], number: str, people: tuple[str, ...]
) -> PaperMade | None:
    """None where the event was changed into what nobody understands; verifying says so."""
    document, kind, pages = (body.get(name) for name in ("document", "kind", "pages"))
    if not (isinstance(document, str) and isinstance(kind, str) and isinstance(pages, int)):
        return None
    if kind in _NEVER_SIGNED:
        return None
    try:
        code = code_of(document)
    except ValueError:
        return None
    return PaperMade(
        id=document,
        code=code,
        kind=kind,
        number=number,
        made=event.local,
        session=event.session,
        event=event.name,
        pages=pages,
        pact=str(body.get("pact", "")),
        people=people,
    )
