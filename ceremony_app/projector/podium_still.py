"""The leader's picture of an item without a text: what is on, who speaks, what comes next."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSizeF

from ceremony_app.domain.ceremony import CueKind
from ceremony_app.domain.live import Live
from ceremony_app.domain.people import Role
from ceremony_app.domain.show import Step, Turn
from ceremony_app.domain.wording import number, timer_figures
from ceremony_app.projector.countdown_scene import begins_at, steady_figures
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.holding_scene import present_of
from ceremony_app.projector.items import Fill, Item
from ceremony_app.projector.podium_furniture import band_line, coming, next_label
from ceremony_app.projector.sign import figure
from ceremony_app.projector.signing_scene import name_of, signers_of
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align
from ceremony_app.projector.views import Picture


def podium_still(
    step: Step, following: Step | None, picture: Picture, stage: Stage, frame: Frame
) -> Iterator[Item]:
    """What stands still; `following` is the next item, if any."""
    cue, setter, colours, unit = step.cue, stage.typesetter, stage.colours, frame.unit
    yield from _now(stage, frame)
    room = frame.row(0.265, 0.6)
    title = setter.fitted(cue.title, QSizeF(room.width(), 0.2 * frame.height), int(9 * unit))
    yield from setter.block(title.lines, room, title.size, colours.current, bold=True)
    room.setTop(room.top() + title.height + 0.5 * unit)
    if cue.subtitle:
        row = QRectF(room.left(), room.top(), room.width(), 6 * unit)
        yield from setter.centred(cue.subtitle, row, int(4 * unit), colours.settled)
        room.setTop(row.bottom())
    if cue.speaker:
        row = QRectF(room.left(), room.top(), room.width(), 7 * unit)
        yield from _speaks(cue.speaker, row, stage)
    said = _detail(step, picture, stage)
    if said:
        yield from setter.centred(
            said, _detail_room(frame), int(4.8 * unit), colours.mark, bold=True
        )
    words = following.cue.title if following else ""
    yield from coming(words, next_label(following, stage), int(5 * unit), stage, frame)


def podium_countdown(remaining: int, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The time that is left, for the podium."""
    room, colour = _detail_room(frame), stage.colours.mark
    if remaining <= 0:
        said = stage.words("show.screen.begins")
        yield stage.typesetter.line(said, room, int(4.8 * frame.unit), colour, bold=True)
        return
    figures = timer_figures(remaining)
    narrow = QRectF(room.left(), room.top(), 4.8 * frame.unit * len(figures) * 0.7, room.height())
    yield from steady_figures(figures, narrow, stage, colour)


def _now(stage: Stage, frame: Frame) -> Iterator[Item]:
    """The band that says that this is on now."""
    line, colours = band_line(stage, frame), stage.colours
    said = stage.words("show.screen.now")
    text = stage.typesetter.line(
        said, line, int(line.height() * 0.56), colours.current, bold=True, align=Align.CENTRE
    )
    pad = line.height() * 0.5
    pill = QRectF(text.rect.left() - pad, line.top(), text.rect.width() + 2 * pad, line.height())
    yield Fill(pill, colours.raised, line.height() / 2)
    yield text


def _speaks(name: str, row: QRectF, stage: Stage) -> Iterator[Item]:
    side, ink = row.height() * 0.72, stage.colours.current
    yield from figure(Turn.LEADER, QRectF(row.left(), row.center().y() - side / 2, side, side), ink)
    room = row.adjusted(side * 1.5, 0, 0, 0)
    yield from stage.typesetter.centred(name, room, int(row.height() * 0.63), ink, bold=True)


def _detail_room(frame: Frame) -> QRectF:
    return frame.row(0.625, 0.705)


def _detail(step: Step, picture: Picture, stage: Stage) -> str:
    """What the leader may want to know of an item while it lasts."""
    live = picture.live
    match step.cue.kind:
        case CueKind.HOLDING if live.present is not None:
            return f"{number(live.present)} {present_of(live, stage)}"
        case CueKind.COUNTDOWN:
            return "" if picture.bare else begins_at(step, stage)
        case CueKind.ANTHEM:
            return stage.words("show.screen.stand")
        case CueKind.SIGNING:
            return _signing(step, live, stage)
        case CueKind.WITNESS:
            ids = {one.id for one in stage.details.with_role(Role.WITNESS)}
            return stage.words(
                "show.screen.witnesses", count=len(ids & live.witnessed), total=len(ids)
            )
        case _:
            return ""


def _signing(step: Step, live: Live, stage: Stage) -> str:
    signers = signers_of(step.cue, live, stage.details)
    if not signers:
        return ""
    done = sum(party.id in live.signed for party in signers)
    counts = stage.words("show.screen.signed_of", count=done, total=len(signers))
    now = next((party for party in signers if party.id == live.signing), None)
    return f"{name_of(now)} · {counts}" if now else counts
