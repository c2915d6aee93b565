"""Mistakes on papers: what is wrong, in which field, and which sheets are drafts because of it.

A blank that is filled in by hand on purpose is no mistake: a number comes late, the letterhead
may be printed on the paper already, a NIP may be written in. Whoever signs has to have a name
and a post in print, a paper has to say where and when, and what it states has to be in force.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ceremony_app.domain.blanks import Blank, blanks, pact_fields
from ceremony_app.domain.ceremony import Details, Pact
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.mistakes import Mistake, PaperKind, Topic
from ceremony_app.domain.signer_checks import signer_mistakes
from ceremony_app.domain.template import BLANK
from ceremony_app.domain.texts import Text

_PACTS = frozenset({PaperKind.REPRESENTATIVES, PaperKind.INDIVIDUAL})
_LISTS = frozenset({PaperKind.ATTENDANCE, PaperKind.MINUTES})
_DETAILS = {
    "date": (_PACTS | _LISTS, message("mistakes.date")),
    "place": (_LISTS, message("mistakes.place")),
    "city": (_PACTS | _LISTS, message("mistakes.city")),
}
"""Of what a ceremony says of itself that on which a paper depends, and which papers do."""


def mistakes(
    details: Details, texts: Iterable[tuple[Text, bool]], today: date
) -> tuple[Mistake, ...]:
    """Everything that is wrong, in the order of the forms.

    `texts` come with whether they are approved; `today` is the day on which id numbers are read.
    """
    empty = blanks(details, ())
    return (
        *_of_the_day(empty),
        *_laws(details),
        *(mistake for pact in details.pacts for mistake in _pact(pact)),
        *signer_mistakes(details, empty, today),
        *(_unapproved(text) for text, approved in texts if not approved),
    )


def on_paper(found: Iterable[Mistake], kind: PaperKind, pact: str = "") -> tuple[Mistake, ...]:
    """The mistakes that make a draft of one paper; `pact` is the id of the pact that it is of."""
    return tuple(one for one in found if kind in one.papers and one.pact in ("", pact))


def _of_the_day(empty: Iterable[Blank]) -> Iterator[Mistake]:
    about = message("mistakes.about.details")
    for blank in empty:
        if not blank.owner and blank.field in _DETAILS:
            papers, says = _DETAILS[blank.field]
            yield Mistake(Topic.DETAILS, about, says, papers, field=blank.field)


def _laws(details: Details) -> Iterator[Mistake]:
    about = message("mistakes.about.law")
    for basis in details.legal_bases:
        if basis.is_superseded(details.date):
            says = message("mistakes.law", law=basis.citation, by=basis.superseded_by)
            papers = _PACTS | {PaperKind.MINUTES}
            yield Mistake(Topic.LAW, about, says, papers, field="legal_bases")


def _pact(pact: Pact) -> Iterator[Mistake]:
    open_ones = [name for name, words in pact_fields(pact) if BLANK in words]
    open_ones += [f"points.{at}" for at, words in enumerate(pact.points, 1) if not words.strip()]
    if not pact.points:
        yield _in_pact(pact, "points", message("mistakes.no_points"))
    for name in open_ones:
        number = name.partition(".")[2]
        says = message("mistakes.point", number=number) if number else message("mistakes.words")
        yield _in_pact(pact, name, says)


def _in_pact(pact: Pact, field: str, says: Message) -> Mistake:
    about = message("mistakes.about.pact", pact=pact.title)
    return Mistake(Topic.PACT, about, says, _PACTS, pact.id, field, pact.id, pact.optional)


def _unapproved(text: Text) -> Mistake:
    about, says = message("mistakes.about.text", text=text.title), message("mistakes.text")
    papers = {PaperKind.READING} if text.optional else {PaperKind.READING, PaperKind.MINUTES}
    return Mistake(Topic.TEXT, about, says, frozenset(papers), text.id, optional=text.optional)
