"""How the door says its verdicts: colour, icon, word, the person, and what to do."""

from dataclasses import dataclass

from ceremony_app.console.words import day_and_hour, hour, verdict_words
from ceremony_app.domain.messages import Catalogue, Message, message
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.services.revocation import Revocation
from ceremony_app.ui_kit.messages import Level, Notice
from ceremony_app.ui_kit.widgets.verdict import Answer


@dataclass(frozen=True, slots=True)
class _Look:
    tone: str
    icon: str
    sound: str


SEARCH_KEY, GUEST_KEY = "F2", "F3"
"""No scanner sends these, and they are reached without looking."""


_LOOKS = {
    Verdict.RECORDED: _Look("good", "check-circle", "recorded"),
    Verdict.ALREADY: _Look("warn", "repeat", "already"),
    Verdict.UNKNOWN: _Look("bad", "question", "refused"),
    Verdict.REVOKED: _Look("bad", "revoked", "refused"),
    Verdict.CLOSED: _Look("calm", "lock", "refused"),
    Verdict.MALFORMED: _Look("bad", "broken", "again"),
}


def shown(
    say: Catalogue,
    answer: ScanAnswer,
    why: Message | None = None,
    revoked: Revocation | None = None,
) -> Answer:
    """What the big panel shows for an answer; `why` explains a code that is none."""
    look = _LOOKS[answer.verdict]
    return Answer(
        look.tone,
        look.icon,
        say.say(verdict_words(answer.verdict)),
        answer.person.name if answer.person else "",
        _lines(say, answer, why, revoked),
        _keys(say, answer.verdict),
        answer.at[11:19].replace(":", "."),
    )


def sound_of(verdict: Verdict) -> str:
    """The sound that goes with a verdict."""
    return _LOOKS[verdict].sound


def tone_of(verdict: Verdict) -> str:
    return _LOOKS[verdict].tone


def noticed(answer: ScanAnswer) -> Notice:
    """What is told where another page than the door's is in sight."""
    name = answer.person.name if answer.person else ""
    match answer.verdict:
        case Verdict.RECORDED:
            return Notice(Level.GOOD, message("scan.elsewhere.recorded", name=name))
        case Verdict.ALREADY:
            if not answer.first_timed:
                return Notice(Level.INFO, message("scan.elsewhere.already_paper", name=name))
            first = hour(answer.first_at)
            says = message("scan.elsewhere.already", name=name, time=first)
            return Notice(Level.INFO, says)
        case _:
            says = message("scan.elsewhere.refused", word=verdict_words(answer.verdict))
            return Notice(Level.WARNING, says)


def at_rest(say: Catalogue) -> Answer:
    """What stands on the panel before the first scan."""
    return Answer("calm", "scan", say("door.rest.word"), "", (say("door.rest.hint"),))


def not_kept(say: Catalogue, sentence: str) -> Answer:
    """The scan could not be written: nobody may be let in as recorded."""
    return Answer("bad", "warning", say("door.not_kept"), "", (sentence,))


def _lines(
    say: Catalogue, answer: ScanAnswer, why: Message | None, revoked: Revocation | None
) -> tuple[str, ...]:
    match answer.verdict:
        case Verdict.RECORDED:
            return _who(answer)
        case Verdict.ALREADY:
            return (_first(say, answer), *_who(answer))
        case Verdict.UNKNOWN:
            return (say("door.hint.unknown"),)
        case Verdict.REVOKED:
            return (_revoked(say, revoked), *_arrived_before(say, answer))
        case Verdict.CLOSED:
            return (say("door.hint.closed"), *_arrived_before(say, answer))
        case Verdict.MALFORMED:
            return (say.say(why or message("door.hint.malformed")),)


def _keys(say: Catalogue, verdict: Verdict) -> tuple[tuple[str, str], ...]:
    """What may be done for somebody who is not let in by this badge."""
    search = (SEARCH_KEY, say("door.search.tab"))
    match verdict:
        case Verdict.UNKNOWN:
            return (search, (GUEST_KEY, say("door.guest.do")))
        case Verdict.REVOKED | Verdict.MALFORMED:
            return (search,)
        case _:
            return ()


def _first(say: Catalogue, answer: ScanAnswer) -> str:
    first, door = hour(answer.first_at), answer.first_door
    if not answer.first_timed:
        return say("door.first.paper", time=first)
    if door:
        return say("door.first.at_door", time=first, door=door)
    return say("door.first.somewhere", time=first)


def _arrived_before(say: Catalogue, answer: ScanAnswer) -> tuple[str, ...]:
    """Said where a badge is not taken although its holder is here already."""
    return (say("door.first.still", said=_first(say, answer)),) if answer.first_at else ()


def _revoked(say: Catalogue, revoked: Revocation | None) -> str:
    if revoked is None:
        return say("door.hint.revoked")
    at = day_and_hour(revoked.at)
    return say("door.hint.replaced" if revoked.replaced else "door.hint.not_replaced", at=at)


def _who(answer: ScanAnswer) -> tuple[str, ...]:
    person = answer.person
    if person is None:
        return ()
    said = " · ".join(part for part in (person.post, person.division) if part)
    return (said,) if said else ()
