"""Signature blocks: post, room for a hand and a stamp, name, number.

A representative is headed "Perwakilan ...", never "a.n.", which means delegated authority.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ceremony_app.documents.blocks import Column, baseline_in, headline
from ceremony_app.documents.lines import ragged
from ceremony_app.documents.pdf import MM, Ink
from ceremony_app.documents.stationery import BLANK, SHORT_BLANK
from ceremony_app.documents.strips import Glue, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.papers import Occasion
from ceremony_app.domain.people import BY_MANDATE, ON_BEHALF, IdKind, Party, Role
from ceremony_app.domain.signing import StandIn

_BETWEEN_MM = 7.0
_ROOM_LINES = 4.5
_TIGHT_ROOM_LINES = 3.5
_AFTER_HEADING = 2.0
_LINES_ABOVE = 3
_STAMP_MM, _STAMP_AIR, _STAMP_SIZE, _STAMP_RULE = 24.0, 6.0, 7.0, 0.4


@dataclass(frozen=True, slots=True)
class Signature:
    """A block to sign: the lines above the room, the name, the lines under it.

    `stamp_duty` is the word in the box for the meterai, at the left of the room; empty for no
    box.
    """

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()
    stamp_duty: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """How blocks are set: text column, blocks side by side at most, little room or much."""

    column: Column
    most_columns: int = 3
    tight: bool = False

    def columns_for(self, count: int) -> int:
        """How many blocks stand side by side: two rows of two read better than three and one."""
        return 2 if count in (0, 1, 2, 4) else self.most_columns

    @property
    def between(self) -> float:
        """The height between two rows of blocks, in points."""
        return self.column.leading * (0.5 if self.tight else 1.0)

    @property
    def room(self) -> float:
        """The height left for signature and stamp, in points."""
        return self.column.leading * (_TIGHT_ROOM_LINES if self.tight else _ROOM_LINES)


def signature_of(party: Party, words: Catalogue, stand_in: StandIn | None = None) -> Signature:
    """The block of somebody with a part in the ceremony, headed by the part.

    Who stands in signs under their own name and post, and the block says in whose place: that
    is not "a.n.", since nobody delegated authority.
    """
    heading = _heading(party, words)
    if stand_in:
        heading = (*heading, words("papers.sign.stand_in", name=party.name or BLANK))
        party = stand_in.in_place_of(party)
    return Signature(
        above=(*heading, *_in_whose_name(party), *_post_lines(party)),
        name=party.name or BLANK,
        below=number_lines(party.id_kind, party.id_number, words),
    )


def number_lines(kind: IdKind, number: str, words: Catalogue) -> tuple[str, ...]:
    """The line under a name: none where the signer has no number, a blank where it is unknown."""
    shown = wording.shown_number(number) or BLANK
    labels = {
        IdKind.NIP: words("papers.number.nip", number=shown),
        IdKind.NI_PPPK: words("papers.number.ni_pppk", number=shown),
        IdKind.NRP: words("papers.number.nrp", number=shown),
        IdKind.LOCAL: words("papers.number.local", number=shown),
    }
    return (labels[kind],) if kind in labels else ()


def place_and_date(occasion: Occasion, words: Catalogue) -> str:
    """ "Serang, 17 Oktober 2022", with blanks for what is not known."""
    day = wording.date_words(occasion.date) if occasion.date else words("papers.blank_date")
    return words("papers.place_and_date", city=occasion.city or SHORT_BLANK, date=day)


def date_strip(words: str, signing: Signing, columns: int, gap: float) -> Strip:
    """Place and date above the last column; a long one begins further left."""
    column = signing.column
    right = column.left + column.width
    x = min(_left_of(columns - 1, signing, columns), right - column.measure().of(words))
    rise = baseline_in(column.leading, column.size)

    def paint(ink: Ink, top: float) -> None:
        ink.text(x, top + rise, words, column.faces.regular, column.size)

    return Strip(column.leading, paint, gap, Glue.FIRM)


def with_signatures(text: Sequence[Strip]) -> list[Strip]:
    """Text whose last lines go with the signatures below it, which never stand alone."""
    return [*text[:-_LINES_ABOVE], *glued(text[-_LINES_ABOVE:])]


def continued_line(words: str, column: Column) -> Strip:
    """The line above signatures that begin a page of their own, with air below it."""
    line = headline(words, column, column.faces.italic)[0]
    return replace(line, height=line.height + column.leading)


def signature_rows(
    blocks: Sequence[Signature], signing: Signing, columns: int, gap: float, *, lone_right: bool
) -> tuple[Strip, ...]:
    """Rows of blocks in reading order; rows wish to stay together, none is split.

    A row that is not full stands in the middle; where it is the only one and `lone_right` is
    set it stands on the right, as a single signature does.
    """
    rows = [blocks[start : start + columns] for start in range(0, len(blocks), columns)]
    strips = []
    for index, row in enumerate(rows):
        free = columns - len(row)
        first = free if lone_right and len(rows) == 1 else free / 2
        placed = [(first + place, block) for place, block in enumerate(row)]
        glue = Glue.WISHED if index < len(rows) - 1 else Glue.NONE
        above = max(gap, signing.between) if index else gap
        strips.append(_row(placed, signing, columns, above, glue))
    return tuple(strips)


def _block_width(signing: Signing, columns: int) -> float:
    return (signing.column.width - _BETWEEN_MM * MM * (columns - 1)) / columns


def _left_of(slot: float, signing: Signing, columns: int) -> float:
    return signing.column.left + slot * (_block_width(signing, columns) + _BETWEEN_MM * MM)


def _row(
    placed: Sequence[tuple[float, Signature]],
    signing: Signing,
    columns: int,
    gap: float,
    glue: Glue,
) -> Strip:
    column = signing.column
    width = _block_width(signing, columns)
    cell = Column(column.faces, column.left, width, column.size, column.leading)
    above = [_stacked(block.above, cell) for _, block in placed]
    under = [_stacked((block.name, *block.below), cell) for _, block in placed]
    name_at = max(stack.height for stack in above) + signing.room
    height = name_at + max(stack.height for stack in under)

    def paint(ink: Ink, top: float) -> None:
        for (slot, block), heads, feet in zip(placed, above, under, strict=True):
            x = _left_of(slot, signing, columns)
            if block.stamp_duty:
                _box(ink, x, top + name_at - signing.room, signing.room, block.stamp_duty, cell)
            heads.paint(ink, x, top, cell)
            feet.paint(ink, x, top + name_at, cell)

    return Strip(height, paint, gap, glue)


def _box(ink: Ink, x: float, top: float, room: float, label: str, cell: Column) -> None:
    """The box for the meterai, with air above and below it."""
    width, height, face = _STAMP_MM * MM, room - 2 * _STAMP_AIR, cell.faces.regular
    ink.box(x, top + _STAMP_AIR, width, height, _STAMP_RULE)
    middle = x + (width - face.width(label, _STAMP_SIZE)) / 2
    ink.text(middle, top + room / 2 + _STAMP_SIZE / 3, label, face, _STAMP_SIZE)


@dataclass(frozen=True, slots=True)
class _Stack:
    """Wrapped lines with the distances of their tops from that of the first."""

    lines: tuple[tuple[float, str], ...]
    height: float

    def paint(self, ink: Ink, x: float, top: float, cell: Column) -> None:
        rise = baseline_in(cell.leading, cell.size)
        for down, words in self.lines:
            ink.text(x, top + down + rise, words, cell.faces.regular, cell.size)


def _stacked(items: Sequence[str], cell: Column) -> _Stack:
    """Items under each other, a little apart; an empty one keeps its place."""
    lines: list[tuple[float, str]] = []
    down = 0.0
    for item in items:
        down += _AFTER_HEADING if lines else 0.0
        for words in [line.words for line in ragged(item, cell.measure())] or [""]:
            lines.append((down, words))
            down += cell.leading
    return _Stack(tuple(lines), down)


def _heading(party: Party, words: Catalogue) -> tuple[str, ...]:
    if party.role is Role.REPRESENTATIVE:
        return (words("papers.sign.representative", division=party.division or BLANK),)
    if party.role is Role.WITNESS:
        return (words("papers.sign.witness"),)
    if party.role is Role.ACKNOWLEDGER:
        return (words("papers.sign.acknowledger"),)
    return ()


def _in_whose_name(party: Party) -> tuple[str, ...]:
    """The lines above the post of one who signs for another; without a comma."""
    if party.prefix == ON_BEHALF:
        return (f"{ON_BEHALF} {party.on_behalf_of or BLANK}",)
    if party.prefix == BY_MANDATE:
        whose = f"{ON_BEHALF} {party.on_behalf_of or BLANK}"
        return (whose, party.mandated_by or BLANK, BY_MANDATE)
    return ()


def _post_lines(party: Party) -> tuple[str, ...]:
    """The post and, unless the post names it, the institution; a comma closes them."""
    post = replace(party, post=party.post or BLANK).styled_post
    if party.institution and party.institution.casefold() not in post.casefold():
        return (post, f"{party.institution},")
    return (f"{post},",)
