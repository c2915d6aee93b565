"""The minutes (berita acara): what the record says of one session, and nothing more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, headline, labelled, paragraph, point
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.lists import lettered
from ceremony_app.documents.minutes_items import MinutesItem, minutes_items, minutes_title
from ceremony_app.documents.minutes_words import MinutesWords
from ceremony_app.documents.pdf import Book
from ceremony_app.documents.signatures import (
    Signing,
    continued_line,
    date_strip,
    place_and_date,
    signature_of,
    signature_rows,
    with_signatures,
)
from ceremony_app.documents.stationery import BLANK, Stationery
from ceremony_app.documents.strips import Glue, Placed, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import Made, MinutesData
from ceremony_app.domain.people import Party, Role

_HANGING = 2.0
_STATUS_LABELS = 11.0
"""The widths of a number and of a status, as multiples of the size."""


@dataclass(frozen=True, slots=True)
class _Setting:
    size: float
    leading: float
    tight: bool = False


_SETTINGS = (
    _Setting(12, 1.25),
    _Setting(11, 1.25),
    _Setting(11, 1.2),
    _Setting(11, 1.15, tight=True),
)
"""From airy to close; the letters are of 12 points where that costs no page."""


def make_minutes(stationery: Stationery, minutes: MinutesData, out: Path, paper: Paper) -> Made:
    """Write the minutes as PDF, the head of the record printed on them.

    Raises FileTrouble and DiskTrouble as `save_whole` does.
    """
    book = minutes_book(stationery, minutes, paper)
    return Made(book.pages, save_whole(out, book.finish()))


def minutes_book(stationery: Stationery, minutes: MinutesData, paper: Paper) -> Book:
    """The minutes before they are written."""
    book = stationery.book(stationery.words("papers.minutes.name"))
    letter = Letter(stationery, paper, minutes.occasion.letterhead)
    letter.write(book, _best(letter, stationery, minutes), stationery.words("papers.minutes.name"))
    return book


def _best(letter: Letter, stationery: Stationery, minutes: MinutesData) -> list[list[Placed]]:
    """The airiest setting of those with the fewest pages."""
    tried = []
    for setting in _SETTINGS:
        column = letter.frame.column(stationery, setting.size, setting.leading)
        strips = _Minutes(stationery, minutes, column, tight=setting.tight).strips()
        tried.append(letter.pages(strips))
        if len(tried[-1]) == 1:
            break
    return min(tried, key=len)


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered item: its sentence and the strips that belong under it."""

    words: str
    under: tuple[Strip, ...] = ()


class _Minutes:
    def __init__(
        self, stationery: Stationery, minutes: MinutesData, column: Column, *, tight: bool
    ) -> None:
        self._faces = stationery.faces
        self._words = stationery.words
        self._told = MinutesWords(stationery.words, minutes)
        self._minutes = minutes
        self._column = column
        self._tight = tight
        self._inner = column.indented(_HANGING * column.size)

    def strips(self) -> list[Strip]:
        column, half = self._column, self._column.leading / 2
        strips = [
            *self._head(),
            *glued(paragraph(self._told.opening(), column, column.leading)),
        ]
        for index, item in enumerate(self._items()):
            words = point(f"{index + 1}.", item.words, column, _HANGING * column.size, half)
            strips.extend(glued(words) if item.under else words)
            strips.extend(item.under)
        closing = paragraph(self._words("papers.minutes.closing"), column, column.leading)
        strips.extend(closing)
        return [*with_signatures(strips), *self._signatures()]

    def _head(self) -> Iterator[Strip]:
        column, number = self._column, self._minutes.number or BLANK
        title = self._minutes.occasion.title or BLANK
        kind = minutes_title(self._words, self._minutes)
        yield from headline(kind, column, self._faces.bold)
        yield from headline(title.upper(), column, self._faces.bold)
        line = self._words("papers.number_line", number=number)
        yield from headline(line, column, self._faces.regular)

    def _items(self) -> Iterator[_Item]:
        for item in minutes_items(self._words, self._minutes):
            yield _Item(item.words, tuple(self._under(item)))
        yield _Item(self._told.record(), tuple(self._record()))

    def _under(self, item: MinutesItem) -> Iterator[Strip]:
        yield from self._statuses(item.counts)
        if item.listed:
            yield from lettered(item.listed, self._inner)
        if item.remark:
            yield from paragraph(item.remark, self._inner)

    def _statuses(self, counts: Sequence[tuple[str, str]]) -> Iterator[Strip]:
        for index, (label, count) in enumerate(counts):
            row = labelled(label, count, self._inner, _STATUS_LABELS * self._inner.size)
            yield from row if index == len(counts) - 1 else glued(row)

    def _record(self) -> Iterator[Strip]:
        head = wording.grouped_head(self._minutes.head) or BLANK
        for line in headline(head, self._inner, self._faces.bold, gap=4.0):
            yield replace(line, glue=Glue.NONE)
        yield from paragraph(self._words("papers.minutes.record_note"), self._inner, 4.0)

    def _signatures(self) -> list[Strip]:
        signing = Signing(replace(self._column, leading=self._column.size * 1.2), tight=self._tight)
        signers = [signature_of(party, self._words) for party in self._signers()]
        witnesses = [
            signature_of(fact.party, self._words) for fact in self._minutes.witnesses if fact.signs
        ]
        gap = signing.column.leading
        if len(signers) == len(witnesses) == 1:
            signers, witnesses = [*witnesses, *signers], []
        columns = signing.columns_for(len(signers))
        date = place_and_date(self._minutes.occasion, self._words)
        rows = [
            *signature_rows(signers, signing, columns, 4.0, lone_right=True),
            *signature_rows(witnesses, signing, 3, gap, lone_right=False),
        ]
        return [date_strip(date, signing, columns, gap), *self._continued(rows, signing)]

    def _signers(self) -> Sequence[Party]:
        presider = self._minutes.presider
        default = presider or Party(id="", role=Role.PRESIDER)
        return self._minutes.signers or (default,)

    def _continued(self, rows: Sequence[Strip], signing: Signing) -> Iterator[Strip]:
        title = self._words("papers.sign.continued", title=self._words("papers.minutes.name"))
        heading = continued_line(title, signing.column)
        for index, row in enumerate(rows):
            glue = Glue.NONE if index == len(rows) - 1 else Glue.WISHED
            yield replace(row, heading=heading, glue=glue)
