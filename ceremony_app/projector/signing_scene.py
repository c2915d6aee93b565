"""The signing: who signs now in large letters, and all who sign, with those who have."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF

from ceremony_app.domain.ceremony import Cue, Details, PactForm
from ceremony_app.domain.live import Live
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.show import Step
from ceremony_app.domain.signing import signing_order
from ceremony_app.domain.template import BLANK
from ceremony_app.projector.figures import pen
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import foot, heading, outlined
from ceremony_app.projector.items import Item, Shape
from ceremony_app.projector.people_list import Mark, Row, people_list
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.title_scene import titled
from ceremony_app.projector.typeset import Align

_WITH_POSTS = 4


def signing_scene(step: Step, live: Live, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The representatives, or, where everybody signs a sheet of their own, that they do."""
    cue = step.cue
    signers = signers_of(cue, live, stage.details)
    if not signers:
        everybody = stage.words("show.screen.individual")
        yield from titled(cue.title, cue.subtitle or everybody, stage, frame)
        return
    yield from heading(cue.title, frame, 5.6, stage)
    now = next((party for party in signers if party.id == live.signing), None)
    room = frame.part(0.08, 0.27, 0.92, 0.89)
    if now is not None:
        following = _after(now, live, stage.details)
        yield from _at_the_table(now, following, frame.part(0.08, 0.265, 0.92, 0.57), stage, frame)
        room = frame.part(0.08, 0.61, 0.92, 0.895)
    # Beside the post of who signs now, those of many others would be too small to read.
    has_posts = now is None or len(signers) <= _WITH_POSTS
    rows = [
        Row(name_of(party), post_of(party) if has_posts else "", _mark(party, live))
        for party in signers
    ]
    yield from people_list(rows, room, stage, frame)
    yield from foot(stage, frame)


def signers_of(cue: Cue, live: Live, details: Details) -> tuple[Party, ...]:
    """Who signs at a cue: the representatives, then others that the table has named."""
    pact = next((pact for pact in details.pacts if pact.id == cue.pact), None)
    if pact is None or pact.form is PactForm.INDIVIDUAL:
        return ()
    representatives = details.with_role(Role.REPRESENTATIVE)
    at_work = {*live.signed, live.signing}
    others = (one for one in details.parties if one not in representatives and one.id in at_work)
    signers = (*representatives, *others) if representatives else ()
    return tuple(_as_they_sign(party, live) for party in signers)


def _as_they_sign(party: Party, live: Live) -> Party:
    """A party, or who stands in for it."""
    found = next((one for one in live.standing_in if one.party == party.id), None)
    return replace(party, name=found.name, post=found.post, prefix="") if found else party


def _after(now: Party, live: Live, details: Details) -> Party | None:
    """Who comes to the table after the one who signs now; witnesses are not called there."""
    order = [party for party in signing_order(details) if party.role is not Role.WITNESS]
    ids = [party.id for party in order]
    behind = order[ids.index(now.id) + 1 :] if now.id in ids else []
    settled = live.signed | live.absent
    waiting = (party for party in behind if party.id not in settled)
    return next((_as_they_sign(party, live) for party in waiting), None)


def name_of(party: Party) -> str:
    """A name, or a blank to be filled in."""
    return party.name or BLANK


def post_of(party: Party) -> str:
    """The post with its prefix, else the division; a blank where neither is known."""
    return replace(party, post=party.post or party.division or BLANK).styled_post


def _mark(party: Party, live: Live) -> Mark:
    if party.id in live.signed:
        return Mark.DONE
    return Mark.NOW if party.id == live.signing else Mark.OPEN


def _at_the_table(
    party: Party, following: Party | None, box: QRectF, stage: Stage, frame: Frame
) -> Iterator[Item]:
    """Who signs now, large enough for the last row and for a photograph, and who is next."""
    colours, setter, unit = stage.colours, stage.typesetter, frame.unit
    yield from outlined(box, colours.raised, colours.mark, 1.6 * unit, 0.35 * unit)
    side = min(box.height() * 0.4, box.width() * 0.12)
    left = box.left() + side * 0.55
    yield Shape(pen(QRectF(left, box.center().y() - side / 2, side, side)), colours.mark)
    room = box.adjusted(side * 2.1, box.height() * 0.1, -side * 0.4, -box.height() * 0.1)
    high = room.height()
    over = QRectF(room.left(), room.top(), room.width(), high * 0.2)
    name = QRectF(room.left(), over.bottom(), room.width(), high * 0.5)
    post = QRectF(room.left(), name.bottom(), room.width(), high * 0.3)
    said = stage.words("show.screen.signs_now")
    small = int(min(3 * unit, over.height() * 0.8))
    half = over.width() * 0.4
    yield setter.line(said, over.adjusted(0, 0, -over.width() + half, 0), small, colours.quiet)
    yield from setter.centred(name_of(party), name, int(8.4 * unit), colours.current, bold=True)
    yield from setter.centred(post_of(party), post, int(4.4 * unit), colours.settled)
    if following is not None:
        said = stage.words("show.screen.signs_next", name=name_of(following))
        beside = over.adjusted(half, 0, 0, 0)
        yield setter.line(said, beside, small, colours.quiet, align=Align.RIGHT)
