"""Pictures of cues without a text: titles, the holding screen, the signing, and the covers."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSizeF

from ceremony_app.domain.ceremony import CueKind, Details, Pact, PactForm
from ceremony_app.domain.live import Live
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.show import Step
from ceremony_app.domain.template import BLANK
from ceremony_app.domain.wording import day_and_date
from ceremony_app.projector.figures import check
from ceremony_app.projector.fitting import largest_size
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align

_TWO_COLUMNS = 5
"""More representatives than this stand in two columns."""

_SMALLER = 0.68
"""The size of a post in parts of that of the name above it."""

_INDENT = 2.7
"""How far names stand from the left of their rows, in sizes of their letters."""


def still_scene(step: Step, live: Live, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The picture of a cue without a text."""
    yield Fill(frame.whole, stage.colours.ground)
    match step.cue.kind:
        case CueKind.BLANK:
            return
        case CueKind.HOLDING:
            yield from _holding(step, live, stage, frame)
        case CueKind.SIGNING:
            yield from _signing(step, live, stage, frame)
        case _:
            yield from _title(step.cue.title, step.cue.subtitle, stage, frame)


def black_cover(stage: Stage, frame: Frame) -> Iterator[Item]:
    """Nothing, and no light."""
    yield Fill(frame.whole, stage.colours.black)


def logo_cover(stage: Stage, frame: Frame) -> Iterator[Item]:
    """The office's name: what the hall sees while something is put right."""
    yield Fill(frame.whole, stage.colours.ground)
    details, setter = stage.details, stage.typesetter
    office = details.unit or details.letterhead.office or details.title
    yield from setter.centred(
        office,
        frame.part(0.12, 0.3, 0.88, 0.53),
        int(6.2 * frame.unit),
        stage.colours.current,
        bold=True,
        align=Align.CENTRE,
    )
    yield _rule(frame, stage, 0.57)
    if details.title != office:
        yield from setter.centred(
            details.title,
            frame.part(0.15, 0.61, 0.85, 0.74),
            int(3.4 * frame.unit),
            stage.colours.quiet,
            align=Align.CENTRE,
        )


def _title(title: str, subtitle: str, stage: Stage, frame: Frame) -> Iterator[Item]:
    setter, colours = stage.typesetter, stage.colours
    yield from setter.centred(
        title,
        frame.part(0.08, 0.2, 0.92, 0.56),
        int(9.5 * frame.unit),
        colours.current,
        bold=True,
        align=Align.CENTRE,
    )
    yield _rule(frame, stage, 0.6)
    if subtitle:
        yield from setter.centred(
            subtitle,
            frame.part(0.12, 0.64, 0.88, 0.8),
            int(4.6 * frame.unit),
            colours.settled,
            align=Align.CENTRE,
        )
    yield from _foot(stage, frame)


def _rule(frame: Frame, stage: Stage, top: float) -> Item:
    return Fill(frame.part(0.46, top, 0.54, top + 0.005), stage.colours.accent)


def _foot(stage: Stage, frame: Frame) -> Iterator[Item]:
    """Place and day, small: it tells one recording of a ceremony from another."""
    said = _place_and_day(stage.details)
    if said:
        row, size = frame.row(0.9, 0.95), int(2.7 * frame.unit)
        yield stage.typesetter.line(said, row, size, stage.colours.quiet, align=Align.CENTRE)


def _place_and_day(details: Details) -> str:
    place = ", ".join(part for part in (details.place, details.city) if part)
    day = day_and_date(details.date) if details.date else ""
    return " · ".join(part for part in (place, day) if part)


def _holding(step: Step, live: Live, stage: Stage, frame: Frame) -> Iterator[Item]:
    if live.present is None:
        yield from _title(step.cue.title, step.cue.subtitle, stage, frame)
        return
    setter, colours, unit = stage.typesetter, stage.colours, frame.unit
    yield from setter.centred(
        stage.details.title,
        frame.part(0.08, 0.08, 0.92, 0.25),
        int(4.6 * unit),
        colours.current,
        bold=True,
        align=Align.CENTRE,
    )
    yield _rule(frame, stage, 0.285)
    yield setter.line(
        _figures(live.present),
        frame.row(0.31, 0.64),
        int(26 * unit),
        colours.accent,
        bold=True,
        align=Align.CENTRE,
    )
    yield setter.line(
        _of_expected(live, stage),
        frame.row(0.64, 0.71),
        int(4.2 * unit),
        colours.settled,
        align=Align.CENTRE,
    )
    invitation = " · ".join(part for part in (step.cue.title, step.cue.subtitle) if part)
    yield setter.line(
        invitation, frame.row(0.775, 0.845), int(3.8 * unit), colours.current, align=Align.CENTRE
    )
    yield from _foot(stage, frame)


def _of_expected(live: Live, stage: Stage) -> str:
    if live.expected:
        return stage.words("show.screen.present_of", total=_figures(live.expected))
    return stage.words("show.screen.present")


def _figures(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _signing(step: Step, live: Live, stage: Stage, frame: Frame) -> Iterator[Item]:
    details, setter = stage.details, stage.typesetter
    pact = next((pact for pact in details.pacts if pact.id == step.cue.pact), None)
    signers = _signers(details, pact)
    if not signers:
        everybody = stage.words("show.screen.individual")
        yield from _title(step.cue.title, step.cue.subtitle or everybody, stage, frame)
        return
    yield from setter.centred(
        step.cue.title,
        frame.part(0.08, 0.07, 0.92, 0.25),
        int(6.2 * frame.unit),
        stage.colours.current,
        bold=True,
        align=Align.CENTRE,
    )
    yield _rule(frame, stage, 0.275)
    yield from _signer_list(signers, live, stage, frame)
    yield from _foot(stage, frame)


def _signers(details: Details, pact: Pact | None) -> tuple[Party, ...]:
    if pact is None or pact.form is PactForm.INDIVIDUAL:
        return ()
    return details.with_role(Role.REPRESENTATIVE)


def _signer_list(
    signers: tuple[Party, ...], live: Live, stage: Stage, frame: Frame
) -> Iterator[Item]:
    """The signers in their order, down the first column and then the second."""
    room = frame.part(0.08, 0.33, 0.92, 0.87)
    columns = 1 if len(signers) <= _TWO_COLUMNS else 2
    rows = max(-(-len(signers) // columns), 3)
    wide, high = room.width() / columns, room.height() / rows
    size = _size_for(signers, wide, high, stage, frame)
    widest = max(_widths(signers, size, stage))
    left = room.left() + (wide - widest) / 2 if columns == 1 else room.left()
    for at, party in enumerate(signers):
        place = QRectF(left + wide * (at // rows), room.top() + high * (at % rows), wide, high)
        width = min(widest, wide)
        yield from _signer(
            at + 1, party, QRectF(place.topLeft(), QSizeF(width, high)), size, live, stage
        )


def _size_for(
    signers: tuple[Party, ...], wide: float, high: float, stage: Stage, frame: Frame
) -> int:
    """One size for all names, so that nobody's is larger than another's."""
    most = min(int(5.4 * frame.unit), int(high * 0.4))
    return largest_size(most, lambda size: max(_widths(signers, size, stage)) <= wide)


def _widths(signers: tuple[Party, ...], size: int, stage: Stage) -> Iterator[float]:
    """How wide each signer's row is: the disc, and the longer of name and post."""
    letters = stage.typesetter.letters
    for party in signers:
        name = letters.width(party.name or BLANK, size, bold=True)
        post = letters.width(_post(party), size * _SMALLER, bold=False)
        yield max(name, post) * 1.01 + _INDENT * size


def _signer(
    number: int, party: Party, room: QRectF, size: int, live: Live, stage: Stage
) -> Iterator[Item]:
    colours, setter = stage.colours, stage.typesetter
    has_signed = party.id in live.signed
    circle = size * 1.9
    disc = QRectF(room.left(), room.center().y() - circle / 2, circle, circle)
    yield Fill(disc, colours.accent if has_signed else colours.raised, circle / 2)
    if has_signed:
        inset = circle * 0.28
        tick = disc.adjusted(inset, inset, -inset, -inset)
        yield Shape(check(tick), colours.on_accent, pen=circle * 0.1)
    else:
        yield setter.line(
            str(number), disc, int(circle * 0.5), colours.current, bold=True, align=Align.CENTRE
        )
    lines = room.adjusted(_INDENT * size, 0, 0, 0)
    middle = room.center().y() + size * 0.16
    name = QRectF(lines.left(), middle - size * 1.3, lines.width(), size * 1.3)
    post = QRectF(lines.left(), middle, lines.width(), size * 0.95)
    yield setter.line(party.name or BLANK, name, size, colours.current, bold=True)
    yield setter.line(_post(party), post, int(size * _SMALLER), colours.settled)


def _post(party: Party) -> str:
    return " ".join(part for part in (party.prefix, party.post or party.division or BLANK) if part)
