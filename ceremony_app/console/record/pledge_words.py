"""What the record says of one person's attendance, pledge and signature, in words."""

from collections.abc import Callable
from dataclasses import dataclass

from ceremony_app.console.words import hour, status_words
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.pledges import Pledge
from ceremony_app.services.pledges import Overview, SetByHand, ThreeFacts


@dataclass(frozen=True, slots=True)
class Sieve:
    """A choice of people: its name in settings of the list, its words, and whom it leaves."""

    name: str
    words: Message
    leaves: Callable[[ThreeFacts], bool]


SIEVES = (
    Sieve("all", message("pledges.sieve.all"), lambda _: True),
    Sieve("here", message("pledges.sieve.here"), lambda one: one.is_here),
    Sieve("away", message("pledges.sieve.away"), lambda one: not one.is_here),
    Sieve("pledged", message("pledges.sieve.pledged"), lambda one: one.pledged),
    Sieve(
        "unpledged", message("pledges.sieve.unpledged"), lambda one: one.is_here and not one.pledged
    ),
    Sieve("by_hand", message("pledges.sieve.by_hand"), lambda one: one.by_hand is not None),
    Sieve("signed", message("pledges.sieve.signed"), lambda one: one.signed > 0),
)


def sieve_named(name: str) -> Sieve:
    """The choice with this name."""
    return next(sieve for sieve in SIEVES if sieve.name == name)


def how_words(how: Pledge) -> Message:
    """What somebody did while a text was spoken."""
    return {
        Pledge.SPOKEN: message("pledges.how.spoken"),
        Pledge.NOT_FOLLOWED: message("pledges.how.not_followed"),
        Pledge.LEFT_EARLY: message("pledges.how.left_early"),
    }[how]


def attended_words(one: ThreeFacts) -> Message:
    """Whether somebody came, when and where."""
    status = status_words(one.state.status)
    if not one.is_here:
        return status if one.state.status else message("pledges.nothing")
    if not one.is_timed:
        return message("pledges.came_paper", status=status)
    time = hour(one.state.at)
    if one.state.door:
        return message("pledges.came_at_door", status=status, time=time, door=one.state.door)
    return message("pledges.came_at", status=status, time=time)


def also_seen_words(one: ThreeFacts) -> list[Message]:
    """Where else somebody was recorded, by a door that did not know of the first time."""
    return [
        message("pledges.also_seen", time=hour(seen.local), door=seen.door)
        if seen.door
        else message("pledges.also_seen_somewhere", time=hour(seen.local))
        for seen in one.state.also
    ]


def pledge_in_short(one: ThreeFacts, overview: Overview) -> Message | None:
    """The pledge in a few words; None where the record says nothing of it."""
    if one.by_hand is not None:
        return how_words(one.by_hand.how)
    if one.pledged:
        return message("pledges.present")
    if one.is_here and overview.completed and overview.frozen_at:
        return message("pledges.late" if one.is_timed else "pledges.untimed")
    return None


def pledge_words(one: ThreeFacts, overview: Overview) -> Message:
    """The pledge with where it is known from: presence at the freeze, or somebody's hand."""
    if one.by_hand is not None:
        return _by_hand(one.by_hand)
    time = hour(overview.frozen_at)
    if one.pledged:
        return message("pledges.present_at", time=time)
    if not overview.completed:
        return message("pledges.not_completed")
    if one.is_here and time:
        key = "pledges.late_at" if one.is_timed else "pledges.untimed_at"
        return message(key, time=time)
    return message("pledges.nothing")


def signed_words(one: ThreeFacts) -> Message:
    """How many pacts bear the person's own signature."""
    return message("pledges.signed", count=one.signed) if one.signed else message("pledges.nothing")


def _by_hand(hand: SetByHand) -> Message:
    how, at = how_words(hand.how), hour(hand.at)
    if hand.by and hand.reason:
        return message("pledges.by_hand_of_why", how=how, by=hand.by, time=at, reason=hand.reason)
    if hand.by:
        return message("pledges.by_hand_of", how=how, by=hand.by, time=at)
    if hand.reason:
        return message("pledges.by_hand_why", how=how, time=at, reason=hand.reason)
    return message("pledges.by_hand", how=how, time=at)
