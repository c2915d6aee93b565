"""What is ready and what is not: one form for the readiness list and for `ikrar doctor`."""

from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.messages import Message


class State(StrEnum):
    """OK works, WARN works with something to know, FAIL does not work."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    `name` is a plain word that programs may go by; `title` names it for people, `says` tells
    how it is, `remedy` what to do, where there is something to do.
    """

    name: str
    state: State
    title: Message
    says: Message
    remedy: Message | None = None
