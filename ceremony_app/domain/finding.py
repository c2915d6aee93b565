"""Finding a place in a show: where it stood, after its programme or a text has changed; where an
event says that it stood; where words are that somebody looks for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ceremony_app.domain.show import Show, ShowState, Step, StepIdentity
from ceremony_app.domain.texts import Text

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def carried(state: ShowState, before: Show, after: Show) -> ShowState:
    """Where `state` of one show stands in another of the same ceremony; covers as they are.

    At the same cue, and in a text that still says the same at the phrase with the same word,
    however it was grouped since; a text that says something else is begun anew. Where the cue is
    gone or skipped, at the nearest one that follows; where none does, at the end.
    """
    left = before.step(state)
    found = _same_cue(left, after) or _following(left.cue.id, before, after)
    return replace(found.state, cover=state.cover, frozen=state.frozen)


def place_of(show: Show, where: StepIdentity) -> ShowState | None:
    """The uncovered state that an event names: the beginning of the cue where its text has
    changed, None where the cue is not shown any more."""
    first = None
    for step in show.steps():
        if step.cue.id == where.cue:
            first = first or step.state
            if step.identity == where:
                return step.state
    return first


def search(show: Show, asked: str) -> tuple[Step, ...]:
    """Where to jump for something typed: a piece of a phrase or of a title, the number of a point
    or of a cue; in the order of the show, each phrase where it is led.

    Case and punctuation do not count, and words may run on into the next phrase.
    """
    wanted = _bare(asked)
    return tuple(step for step in _led(show) if wanted and _answers(step, wanted))


def _same_cue(left: Step, after: Show) -> Step | None:
    steps = [step for step in after.steps() if step.cue.id == left.cue.id]
    if not steps:
        return None
    same_words = [step for step in steps if _says_the_same(step, left)]
    same_phase = [step for step in same_words if step.state.phase is left.state.phase]
    return (same_phase or same_words or steps)[0]


def _says_the_same(step: Step, left: Step) -> bool:
    """Whether a step holds the word with which `left` begins, in a text that is still the same."""
    if step.text is None or left.text is None or step.unit is None:
        return step.text is left.text
    if (step.text.id, step.text.sha256) != (left.text.id, left.text.sha256):
        return False
    if step.text == left.text:
        return (step.state.part, step.state.phrase) == (left.state.part, left.state.phrase)
    begin = _words_before(step.text, step.state.part, step.unit.first)
    end = _words_before(step.text, step.state.part, step.unit.last + 1)
    return begin <= _words_before(left.text, left.state.part, left.state.phrase) < end


def _words_before(text: Text, part: int, phrase: int) -> int:
    """How many words of a text come before a phrase."""
    phrases = [phrase for point in text.parts[:part] for phrase in point.phrases]
    phrases += text.parts[part].phrases[:phrase]
    return sum(len(phrase.words.split()) for phrase in phrases)


def _following(gone: str, before: Show, after: Show) -> Step:
    """The first step of the nearest cue after one that is not shown any more, or the last step.

    A skipped cue still has its place in the new programme; one that was taken out had it in the
    old.
    """
    orders = [[cue.id for cue in show.details.programme] for show in (after, before)]
    order = next(order for order in orders if gone in order)
    first = {step.cue.id: step for step in reversed(after.steps())}
    for cue in order[order.index(gone) + 1 :]:
        if cue in first:
            return first[cue]
    return after.steps()[-1]


def _led(show: Show) -> Iterator[Step]:
    """One step for each thing that is said: where it is led."""
    last = None
    for step in show.steps():
        place = (step.state.cue, step.state.part, step.state.phrase)
        if place != last:
            yield step
        last = place


def _answers(step: Step, wanted: str) -> bool:
    in_title = any(wanted in _bare(title) for title in _titles(step))
    return in_title or wanted in _numbers(step) or _says(step, wanted)


def _titles(step: Step) -> tuple[str, ...]:
    """The titles of the cue that begins with a step."""
    if step.position > 1:
        return ()
    return step.cue.title, step.cue.subtitle, step.text.title if step.text else ""


def _numbers(step: Step) -> Iterator[str]:
    """The numbers of the cue and of the point that begin with a step."""
    if step.position <= 1:
        yield str(step.state.cue + 1)
    if step.number and step.state.phrase == 0:
        yield str(step.number)


def _says(step: Step, wanted: str) -> bool:
    """Whether the words begin within a step; they may run on to the end of its point."""
    if step.text is None or step.unit is None:
        return False
    phrases = step.text.parts[step.unit.part].phrases[step.unit.first :]
    said_on = _bare(" ".join(phrase.words for phrase in phrases))
    return 0 <= said_on.find(wanted) < len(_bare(step.words))


def _bare(words: str) -> str:
    return _BETWEEN_WORDS.sub(" ", words).strip().casefold()
