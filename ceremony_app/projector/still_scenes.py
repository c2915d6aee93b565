"""The picture of a cue without a text, by its kind."""

from collections.abc import Iterable

from ceremony_app.domain.ceremony import CueKind
from ceremony_app.domain.live import Live
from ceremony_app.domain.show import Step
from ceremony_app.projector.countdown_scene import countdown_scene
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.holding_scene import holding_scene
from ceremony_app.projector.items import Item
from ceremony_app.projector.picture_scene import picture_scene
from ceremony_app.projector.signing_scene import signing_scene
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.title_scene import (
    anthem_scene,
    closing_scene,
    prayer_scene,
    title_scene,
)
from ceremony_app.projector.witness_scene import witness_scene


def still_scene(
    step: Step, live: Live, stage: Stage, frame: Frame, *, runs: bool
) -> Iterable[Item]:
    """What the hall sees; `runs` leaves the place of a countdown's figures free."""
    match step.cue.kind:
        case CueKind.BLANK:
            return ()
        case CueKind.HOLDING:
            return holding_scene(step, live, stage, frame)
        case CueKind.COUNTDOWN:
            return countdown_scene(step, stage, frame, runs=runs)
        case CueKind.SIGNING:
            return signing_scene(step, live, stage, frame)
        case CueKind.WITNESS:
            return witness_scene(step, live, stage, frame)
        case CueKind.ANTHEM:
            return anthem_scene(step, stage, frame)
        case CueKind.PRAYER:
            return prayer_scene(step, stage, frame)
        case CueKind.PICTURE:
            return picture_scene(step, stage, frame)
        case CueKind.CLOSING:
            return closing_scene(step, stage, frame)
        case _:
            return title_scene(step, stage, frame)
