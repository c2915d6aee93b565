"""Whether the last row can read a text, in words, and what to do where it cannot."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from ceremony_app.domain.ceremony import Look
from ceremony_app.domain.checks import Check, State
from ceremony_app.domain.legibility import Reach, is_measured
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.show import part_label
from ceremony_app.domain.texts import Pace, Text
from ceremony_app.domain.wording import number

_BETTER = 1.05
"""Advice that brings less than this much is not worth the trouble."""

_ROUNDED = 0.9999


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a text: how far it is read, and what would help.

    `reaches` is whether the last row can read it, None where nobody has measured the hall.
    """

    reach: Reach
    says: Message
    advice: tuple[Message, ...] = ()
    reaches: bool | None = None

    @property
    def is_good(self) -> bool:
        """Whether the last row can read it, every sign of it."""
        return self.reaches is True and not self.reach.missing


def judge(text: Text, look: Look, reach_of: Callable[[Text], Reach]) -> Judgement:
    """A text in a look; `reach_of` tells how this or another setting of it comes out."""
    reach = reach_of(text)
    height, depth = look.picture_height_m, look.hall_depth_m
    far = reach.metres(height)
    signs = tuple(_signs(reach))
    if not height:
        return Judgement(reach, message("look.unmeasured"), signs)
    if not depth:
        return Judgement(reach, message("look.reads_to", metres=_down(far)), signs)
    if far >= depth * _ROUNDED:
        says = message("look.enough", metres=_down(far), depth=number(depth))
        return Judgement(reach, says, signs, reaches=True)
    says = message("look.too_far", metres=_down(far), depth=number(depth))
    advice = (*_advice(text, reach, look, reach_of), *signs)
    return Judgement(reach, says, advice, reaches=False)


def readiness(look: Look, judged: Sequence[tuple[Text, Judgement]], odd: Sequence[str]) -> Check:
    """All texts in one line; `odd` are signs elsewhere in the show that no face has."""
    title, remedy = message("look.ready.title"), message("look.ready.remedy")
    signs = dict.fromkeys((*(sign for _, one in judged for sign in one.reach.missing), *odd))
    if not is_measured(look):
        return Check("legible", State.WARN, title, message("look.unmeasured"), remedy)
    short = [(text, one) for text, one in judged if one.reaches is False]
    if short:
        text, one = min(short, key=lambda pair: pair[1].reach.capital)
        metres = _down(one.reach.metres(look.picture_height_m))
        says = message(
            "look.ready.too_far",
            title=text.title,
            metres=metres,
            depth=number(look.hall_depth_m),
        )
        return Check("legible", State.WARN, title, says, remedy)
    if signs:
        says = message("look.missing_signs", signs=" ".join(signs))
        return Check("legible", State.WARN, title, says)
    says = message("look.ready.ok", depth=number(look.hall_depth_m))
    return Check("legible", State.OK, title, says)


def _advice(
    text: Text, reach: Reach, look: Look, reach_of: Callable[[Text], Reach]
) -> Iterator[Message]:
    if text.pace is not Pace.PHRASE:
        by_phrase = reach_of(replace(text, pace=Pace.PHRASE))
        if by_phrase.capital > reach.capital * _BETTER:
            yield message("look.by_phrase", metres=_down(by_phrase.metres(look.picture_height_m)))
            reach = by_phrase
    if not reach.is_largest:
        place = part_label(text, reach.part)
        yield message("look.shorter", part=place, phrase=reach.phrase + 1)
    higher = ceil(reach.height_for(look.hall_depth_m) * 10) / 10
    yield message("look.larger_picture", height=number(higher, 1))


def _signs(reach: Reach) -> Iterator[Message]:
    if reach.missing:
        yield message("look.missing_signs", signs=" ".join(reach.missing))


def _down(metres: float) -> str:
    """A distance to a tenth of a metre, never more than it is but for a rounding error."""
    return number(floor(metres * 10 + 1e-6) / 10, 1)
