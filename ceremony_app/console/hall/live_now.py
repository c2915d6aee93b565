"""Puts together what changes while a picture is shown, for the step that is live."""

from dataclasses import dataclass
from datetime import datetime

from ceremony_app.console.hall.timing import planned_seconds, seconds_until
from ceremony_app.domain.ceremony import CueKind, Details, Pact, PactForm
from ceremony_app.domain.live import Live, Pacing
from ceremony_app.domain.people import Role
from ceremony_app.domain.show import Step
from ceremony_app.domain.signing import signing_order
from ceremony_app.services.hall_figures import HallFigures


@dataclass(frozen=True, slots=True)
class Moment:
    """Now: the ceremony's local time, the seconds of the live cue, and what the operator tells
    the leader."""

    local: datetime
    elapsed: int = 0
    message: str = ""


def live_now(step: Step, details: Details, figures: HallFigures, moment: Moment) -> Live:
    """Everything that the pictures of a step may say beside its words."""
    signed = _signed(step, figures)
    absent = figures.absent.get(step.cue.pact, frozenset())
    return Live(
        present=figures.present,
        expected=figures.expected,
        divisions=figures.divisions,
        arrivals=figures.arrivals,
        signed=signed,
        signing=_whose_turn(step, details, signed | absent),
        absent=absent,
        standing_in=figures.standing_in.get(step.cue.pact, ()),
        witnessed=figures.witnessed,
        remaining=_remaining(step, details, moment.local),
        message=moment.message,
        pacing=Pacing(
            clock=f"{moment.local:%H.%M}",
            elapsed=moment.elapsed,
            planned=planned_seconds(step.cue),
        ),
    )


def _signed(step: Step, figures: HallFigures) -> frozenset[str]:
    """Who has signed the pact that is being signed; elsewhere, any."""
    if step.cue.pact in figures.signed:
        return figures.signed[step.cue.pact]
    return frozenset(who for signed in figures.signed.values() for who in signed)


def _whose_turn(step: Step, details: Details, settled: frozenset[str]) -> str:
    """The first who has not signed and is not away: the representatives in their order, then the
    head who takes note."""
    pact = _pact(step, details)
    if pact is None or pact.form is PactForm.INDIVIDUAL:
        return ""
    if not details.with_role(Role.REPRESENTATIVE):
        return ""
    order = (one for one in signing_order(details) if one.role is not Role.WITNESS)
    return next((one.id for one in order if one.id not in settled), "")


def _pact(step: Step, details: Details) -> Pact | None:
    if step.cue.kind is not CueKind.SIGNING:
        return None
    return next((pact for pact in details.pacts if pact.id == step.cue.pact), None)


def _remaining(step: Step, details: Details, local: datetime) -> int | None:
    if step.cue.kind is not CueKind.COUNTDOWN:
        return None
    return seconds_until(step.cue.until or details.time, local)
