"""The witnesses: names, posts, institutions, and who of them is there.

Being there is not signing: nothing here says that a witness has signed.
"""

from collections.abc import Iterator

from ceremony_app.domain.live import Live
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.show import Step
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import foot, heading
from ceremony_app.projector.items import Item
from ceremony_app.projector.people_list import Mark, Row, people_list
from ceremony_app.projector.signing_scene import name_of
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.title_scene import titled


def witness_scene(step: Step, live: Live, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The witnesses in rows, or the item's title where none is named."""
    cue, witnesses = step.cue, stage.details.with_role(Role.WITNESS)
    if not witnesses:
        yield from titled(cue.title, cue.subtitle, stage, frame)
        return
    yield from heading(cue.title, frame, 5.6, stage)
    rows = [Row(name_of(one), _who(one), _mark(one, live)) for one in witnesses]
    yield from people_list(rows, frame.part(0.08, 0.27, 0.92, 0.89), stage, frame)
    yield from foot(stage, frame)


def _who(party: Party) -> str:
    return ", ".join(part for part in (party.styled_post, party.institution) if part)


def _mark(party: Party, live: Live) -> Mark:
    return Mark.DONE if party.id in live.witnessed else Mark.OPEN
