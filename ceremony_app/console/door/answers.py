"""How the door says its verdicts: colour, icon, word, the person, and what to do."""

from dataclasses import dataclass

from ceremony_app.console.words import hour, verdict_words
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.ui_kit.widgets.verdict import Answer


@dataclass(frozen=True, slots=True)
class _Look:
    tone: str
    icon: str
    sound: str


_LOOKS = {
    Verdict.RECORDED: _Look("good", "check-circle", "recorded"),
    Verdict.ALREADY: _Look("warn", "repeat", "already"),
    Verdict.UNKNOWN: _Look("bad", "question", "refused"),
    Verdict.REVOKED: _Look("bad", "revoked", "refused"),
    Verdict.CLOSED: _Look("calm", "lock", "refused"),
    Verdict.MALFORMED: _Look("bad", "broken", "refused"),
}


def shown(say: Catalogue, answer: ScanAnswer) -> Answer:
    """What the big panel shows for an answer."""
    look = _LOOKS[answer.verdict]
    name = answer.person.name if answer.person else ""
    return Answer(
        look.tone, look.icon, say.say(verdict_words(answer.verdict)), name, _lines(say, answer)
    )


def sound_of(verdict: Verdict) -> str:
    """The sound that goes with a verdict."""
    return _LOOKS[verdict].sound


def tone_of(verdict: Verdict) -> str:
    return _LOOKS[verdict].tone


def at_rest(say: Catalogue) -> Answer:
    """What stands on the panel before the first scan."""
    return Answer("calm", "scan", say("door.rest.word"), "", (say("door.rest.hint"),))


def not_kept(say: Catalogue, sentence: str) -> Answer:
    """The scan could not be written: nobody may be let in as recorded."""
    return Answer("bad", "warning", say("door.not_kept"), "", (sentence,))


def _lines(say: Catalogue, answer: ScanAnswer) -> tuple[str, ...]:
    match answer.verdict:
        case Verdict.RECORDED:
            return _who(answer)
        case Verdict.ALREADY:
            first, door = hour(answer.first_at), answer.first_door
            said = (
                say("door.first.at_door", time=first, door=door)
                if door
                else say("door.first.somewhere", time=first)
            )
            return (said, *_who(answer))
        case Verdict.UNKNOWN:
            return (say("door.hint.unknown"),)
        case Verdict.REVOKED:
            return (say("door.hint.revoked"),)
        case Verdict.CLOSED:
            return (say("door.hint.closed"),)
        case Verdict.MALFORMED:
            return (say("door.hint.malformed"),)


def _who(answer: ScanAnswer) -> tuple[str, ...]:
    person = answer.person
    if person is None:
        return ()
    return tuple(part for part in (person.post, person.division) if part)
