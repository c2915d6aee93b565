"""Whether the hall's last row can read the show: a line of the readiness list."""

from collections.abc import Sequence

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.checks import Check
from ceremony_app.domain.legible import Judgement, judge, readiness
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.hall_trial import HallTrial


def judged_by(trial: HallTrial, details: Details, text: Text) -> Judgement:
    """A text in the look of the details; raises Refused where it has no phrase."""
    return judge(text, details.look, lambda one: trial.reach(details, one))


def legible_check(trial: HallTrial, details: Details, texts: Sequence[Text]) -> Check:
    """Every text that has words, and the signs in whatever else the hall reads."""
    spoken = [text for text in texts if any(part.words for part in text.parts)]
    judged = [(text, judged_by(trial, details, text)) for text in spoken]
    return readiness(details.look, judged, trial.missing(_shown_words(details)))


def _shown_words(details: Details) -> str:
    cues = (words for cue in details.programme for words in (cue.title, cue.subtitle))
    parties = (words for party in details.parties for words in (party.name, party.post))
    own = (details.title, details.event, details.unit, details.place, details.city)
    return " ".join((*own, *cues, *parties))
