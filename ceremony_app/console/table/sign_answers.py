"""How the table answers a scanned badge: as the door does, in words of its own."""

from dataclasses import dataclass

from ceremony_app.console.words import day_and_hour, hour, verdict_words
from ceremony_app.domain.messages import Catalogue, Message, message
from ceremony_app.domain.signing import SignAnswer, SignVerdict
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.ui_kit.widgets.verdict import Answer


@dataclass(frozen=True, slots=True)
class _Look:
    tone: str
    icon: str
    sound: str


_LOOKS = {
    SignVerdict.SIGNED: _Look("good", "check-circle", "recorded"),
    SignVerdict.ALREADY: _Look("warn", "repeat", "already"),
    SignVerdict.NOT_A_SIGNER: _Look("bad", "question", "refused"),
    SignVerdict.UNKNOWN: _Look("bad", "question", "refused"),
    SignVerdict.REVOKED: _Look("bad", "revoked", "refused"),
    SignVerdict.MALFORMED: _Look("bad", "broken", "again"),
}


def at_rest(say: Catalogue, pact: str) -> Answer:
    """What stands there before the first scan."""
    hint = say("signing_table.scan.hint", pact=pact)
    return Answer("calm", "scan", say("door.rest.word"), "", (hint,))


def shown(say: Catalogue, answer: SignAnswer, why: Message | None = None) -> Answer:
    """What the panel shows; `why` explains a code that is none."""
    look = _LOOKS[answer.verdict]
    return Answer(
        look.tone,
        look.icon,
        say.say(_word(answer.verdict)),
        answer.person.name if answer.person else "",
        tuple(say.say(line) for line in _lines(answer, why)),
        moment=answer.at[11:19].replace(":", "."),
    )


def sound_of(verdict: SignVerdict) -> str:
    """The sound that goes with a verdict: the door's."""
    return _LOOKS[verdict].sound


def _word(verdict: SignVerdict) -> Message:
    return {
        SignVerdict.SIGNED: message("signing_table.verdict.signed"),
        SignVerdict.ALREADY: message("signing_table.verdict.already"),
        SignVerdict.NOT_A_SIGNER: message("signing_table.verdict.not_a_signer"),
        SignVerdict.UNKNOWN: verdict_words(Verdict.UNKNOWN),
        SignVerdict.REVOKED: verdict_words(Verdict.REVOKED),
        SignVerdict.MALFORMED: verdict_words(Verdict.MALFORMED),
    }[verdict]


def _lines(answer: SignAnswer, why: Message | None) -> tuple[Message, ...]:
    match answer.verdict:
        case SignVerdict.SIGNED:
            return (*_who(answer), *_attended(answer))
        case SignVerdict.ALREADY:
            same_day = answer.first_at[:10] == answer.at[:10]
            at = hour(answer.first_at) if same_day else day_and_hour(answer.first_at)
            return (message("signing_table.scan.first", at=at), *_who(answer))
        case SignVerdict.NOT_A_SIGNER:
            return (message("signing_table.scan.not_a_signer"), *_who(answer))
        case SignVerdict.UNKNOWN:
            return (message("door.hint.unknown"),)
        case SignVerdict.REVOKED:
            key = "replaced" if answer.replaced else "not_replaced"
            at = day_and_hour(answer.revoked_at)
            return (_REVOKED[key](at),)
        case SignVerdict.MALFORMED:
            return (why or message("signing_table.scan.malformed"),)


_REVOKED = {
    "replaced": lambda at: message("door.hint.replaced", at=at),
    "not_replaced": lambda at: message("signing_table.scan.not_replaced", at=at),
}


def _who(answer: SignAnswer) -> tuple[Message, ...]:
    person = answer.person
    said = " · ".join(part for part in (person.post, person.division) if part) if person else ""
    return (message("signing_table.scan.who", who=said),) if said else ()


def _attended(answer: SignAnswer) -> tuple[Message, ...]:
    """Signing without an arrival is worth a word, and no refusal."""
    return () if answer.attended else (message("signing_table.scan.not_attended"),)
