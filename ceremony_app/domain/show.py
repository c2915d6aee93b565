"""The show: what the hall sees, step by step, as plain values.

A text cue goes phrase by phrase: the leader says it, the hall repeats it. One press takes the
show from one settled state to the next, and no press is spent on anything else. Every settled
state is listed beforehand, so moving is a look-up and pictures can be painted before they are
asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ceremony_app.domain.blanks import has_blanks, pact_has_blanks
from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.texts import Pace, PhraseRole, Text

SECONDS_A_WORD = 0.25
"""A calm reader needs at least this long for one word."""


class Phase(StrEnum):
    """Where a phrase is: led, or repeated. DONE is the one phase of cues without phrases."""

    SAY = "say"
    REPEAT = "repeat"
    DONE = "done"


class Cover(StrEnum):
    """What lies over the hall's picture."""

    NONE = "none"
    BLACK = "black"
    LOGO = "logo"


class Turn(StrEnum):
    """Who speaks now."""

    LEADER = "leader"
    HALL = "hall"
    ALL = "all"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ShowState:
    """Where the show is: indexes into the show's cues, the text's parts, the part's phrases.

    Where several phrases are read in one go, `phrase` is the first of them. `frozen` keeps the
    hall's picture as it was while everything else goes on.
    """

    cue: int = 0
    part: int = 0
    phrase: int = 0
    phase: Phase = Phase.DONE
    cover: Cover = Cover.NONE
    frozen: bool = False

    def with_black(self) -> "ShowState":
        """The black cover on, or off where it was on; it takes the place of the logo."""
        return self._covered(Cover.BLACK)

    def with_logo(self) -> "ShowState":
        """The logo cover on, or off where it was on; it takes the place of the black."""
        return self._covered(Cover.LOGO)

    def with_freeze(self) -> "ShowState":
        """The hall frozen, or let go where it was frozen."""
        return replace(self, frozen=not self.frozen)

    def _covered(self, cover: Cover) -> "ShowState":
        return replace(self, cover=Cover.NONE if self.cover is cover else cover)


@dataclass(frozen=True, slots=True)
class StepIdentity:
    """What an event keeps of a step: ids, places, and the hash of the text; no words.

    `text_sha256` is empty for cues without a text.
    """

    cue: str
    part: int
    phrase: int
    phase: Phase
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Unit:
    """Phrases of one part that are read in one breath: `first` to `last`, both included."""

    part: int
    first: int
    last: int
    role: PhraseRole


@dataclass(frozen=True, slots=True)
class Step:
    """One settled state of the show and all that a picture of it needs.

    `text` and `unit` are None for cues without a text. `position` of `total` counts the units
    of the text, from 1.
    """

    state: ShowState
    cue: Cue
    turn: Turn = Turn.NOBODY
    text: Text | None = None
    unit: Unit | None = None
    position: int = 0
    total: int = 0

    @property
    def identity(self) -> StepIdentity:
        """The step as events record it."""
        sha256 = self.text.sha256 if self.text else ""
        state = self.state
        return StepIdentity(self.cue.id, state.part, state.phrase, state.phase, sha256)

    @property
    def words(self) -> str:
        """What is said at this step; empty for cues without a text."""
        if self.text is None or self.unit is None:
            return ""
        said = self.text.parts[self.unit.part].phrases[self.unit.first : self.unit.last + 1]
        return " ".join(phrase.words for phrase in said)

    @property
    def minimum_seconds(self) -> float:
        """How long the step must be visible to count as shown."""
        return minimum_seconds(self.words)

    @property
    def number(self) -> int:
        """The number of the point, from 1; zero for opening, closing, and cues without a text."""
        return point_number(self.text, self.state.part) if self.text else 0

    @property
    def label(self) -> Message:
        """The step in words for lists; the same for the same step of the same ceremony."""
        if self.text is None or self.unit is None:
            return message("show.label.cue", number=self.state.cue + 1, title=self.cue.title)
        turns = {
            Turn.LEADER: message("show.turn.leader"),
            Turn.HALL: message("show.turn.hall"),
            Turn.ALL: message("show.turn.all"),
        }
        return message(
            "show.label.phrase",
            number=self.state.cue + 1,
            title=self.cue.title,
            part=part_label(self.text, self.state.part),
            phrase=self.unit.first + 1,
            turn=turns[self.turn],
        )

    @property
    def code(self) -> str:
        """A short plain name for files: `07-text-1.2-say`, `01-holding`."""
        head = f"{self.state.cue + 1:02d}-{self.cue.kind}"
        if self.text is None or self.unit is None:
            return head
        part = self.number or ("opening" if self.state.part == 0 else "closing")
        return f"{head}-{part}.{self.unit.first + 1}-{self.state.phase}"


class Show:
    """The programme of a ceremony as steps.

    A cue that is skipped is left out, and so is one that belongs to an optional text or pact as
    long as that still has blanks: nobody can swear a text that is not written. Raises Refused
    where nothing can be shown, and where a cue names a text that the ceremony does not have.
    """

    def __init__(self, details: Details, texts: Iterable[Text]) -> None:
        self.details = details
        self._texts = {text.id: text for text in texts}
        self.cues = tuple(
            cue for cue in details.programme if not cue.skipped and self._is_shown(cue)
        )
        self._steps = tuple(step for index in range(len(self.cues)) for step in self._of(index))
        if not self._steps:
            raise Refused("show.empty")
        self._places = {_place(step.state): at for at, step in enumerate(self._steps)}

    def steps(self) -> tuple[Step, ...]:
        """Every settled state in order, uncovered."""
        return self._steps

    def step(self, state: ShowState) -> Step:
        """The step that a state stands at, whatever covers it."""
        return self._steps[self._at(state)]

    def first(self) -> ShowState:
        return self._steps[0].state

    def next(self, state: ShowState) -> ShowState:
        """The following settled state, covers as they are; at the end, the same."""
        return self._moved(state, +1)

    def back(self, state: ShowState) -> ShowState:
        """The settled state before; at the beginning, the same."""
        return self._moved(state, -1)

    def jump(self, state: ShowState, cue: int, part: int = 0, phrase: int = 0) -> ShowState:
        """To the first state of a cue, or to where the phrase is led; covers as they are.

        Raises LookupError where there is no such place.
        """
        for step in self._steps:
            unit = step.unit
            if step.state.cue != cue or (unit and unit.part != part):
                continue
            if unit is None or unit.first <= phrase <= unit.last:
                return replace(step.state, cover=state.cover, frozen=state.frozen)
        raise LookupError(f"no cue {cue} with phrase {phrase} of part {part}")

    def steps_of(self, cue: int) -> tuple[Step, ...]:
        """The steps of one cue: all must have been shown, in order, for a text to be complete."""
        return tuple(step for step in self._steps if step.state.cue == cue)

    def texts(self) -> tuple[Text, ...]:
        """The texts that the programme shows, in its order, each once."""
        used = (step.text for step in self._steps if step.text)
        return tuple({text.id: text for text in used}.values())

    def _at(self, state: ShowState) -> int:
        return self._places[_place(state)]

    def _moved(self, state: ShowState, by: int) -> ShowState:
        at = min(max(self._at(state) + by, 0), len(self._steps) - 1)
        return replace(self._steps[at].state, cover=state.cover, frozen=state.frozen)

    def _is_shown(self, cue: Cue) -> bool:
        if cue.kind is CueKind.TEXT:
            text = self._text(cue)
            return not (text.optional and has_blanks(text))
        if cue.kind is CueKind.SIGNING:
            return not any(
                pact.optional and pact_has_blanks(pact)
                for pact in self.details.pacts
                if pact.id == cue.pact
            )
        return True

    def _text(self, cue: Cue) -> Text:
        if cue.text not in self._texts:
            raise Refused("show.no_text", cue=cue.title)
        return self._texts[cue.text]

    def _of(self, index: int) -> Iterator[Step]:
        cue = self.cues[index]
        if cue.kind is not CueKind.TEXT:
            yield Step(ShowState(index), cue)
            return
        text = self._text(cue)
        all_units = units(text)
        for position, unit in enumerate(all_units, start=1):
            for phase, turn in _phases(unit.role, text.pace):
                state = ShowState(index, unit.part, unit.first, phase)
                yield Step(state, cue, turn, text, unit, position, len(all_units))


def units(text: Text) -> tuple[Unit, ...]:
    """What is read in one breath: a phrase, or at the pace of points all that has one role."""
    found: list[Unit] = []
    for part, point in enumerate(text.parts):
        for index, phrase in enumerate(point.phrases):
            last = found[-1] if found else None
            if text.pace is Pace.POINT and last and (last.part, last.role) == (part, phrase.role):
                found[-1] = replace(last, last=index)
            else:
                found.append(Unit(part, index, index, phrase.role))
    return tuple(found)


def minimum_seconds(words: str) -> float:
    """How long words must be visible for a calm reader, in seconds."""
    return SECONDS_A_WORD * len(words.split())


def point_number(text: Text, part: int) -> int:
    """The number of a part of a text, from 1; zero for its opening and closing."""
    number = part + 1 - (1 if text.opening else 0)
    return number if 0 < number <= len(text.points) else 0


def part_label(text: Text, part: int) -> Message:
    """A part of a text in words: its opening, one of its points, its closing."""
    number = point_number(text, part)
    if number:
        return message("show.part.point", number=number)
    return message("show.part.opening") if part == 0 else message("show.part.closing")


def _phases(role: PhraseRole, pace: Pace) -> tuple[tuple[Phase, Turn], ...]:
    if pace is Pace.LEADER or role is PhraseRole.LEADER:
        return ((Phase.SAY, Turn.LEADER),)
    if role is PhraseRole.ALL:
        return ((Phase.SAY, Turn.ALL),)
    return ((Phase.SAY, Turn.LEADER), (Phase.REPEAT, Turn.HALL))


def _place(state: ShowState) -> tuple[int, int, int, Phase]:
    return state.cue, state.part, state.phrase, state.phase
