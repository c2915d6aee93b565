"""The signature sheet of an integrity pact: one for representatives, or one for each person."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_app.documents.atomic import make_folder, save_whole
from ceremony_app.documents.blocks import Column, headline, labelled, paragraph, point
from ceremony_app.documents.file_names import numbered_name
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.lists import lettered
from ceremony_app.documents.pdf import Book
from ceremony_app.documents.signatures import (
    Signature,
    Signing,
    continued_line,
    date_strip,
    number_lines,
    place_and_date,
    signature_of,
    signature_rows,
    with_signatures,
)
from ceremony_app.documents.stationery import BLANK, Report, Stationery, unreported
from ceremony_app.documents.strips import Glue, Placed, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import PactForm, Paper
from ceremony_app.domain.papers import Made, PactSheet
from ceremony_app.domain.people import IdKind, Party, Person, PersonKind, Role

_HANGING = 1.9
_LABELS = 9.5
"""The widths of a point's number and of a label, as multiples of the size."""


@dataclass(frozen=True, slots=True)
class _Setting:
    size: float
    leading: float
    columns: int
    tight: bool


_SETTINGS = (
    _Setting(12, 1.5, columns=2, tight=False),
    _Setting(12, 1.25, columns=2, tight=False),
    _Setting(12, 1.25, columns=3, tight=False),
    _Setting(12, 1.2, columns=3, tight=True),
    _Setting(11, 1.2, columns=3, tight=False),
    _Setting(11, 1.15, columns=3, tight=True),
)
"""From airy to close."""


def make_pact(
    stationery: Stationery,
    sheet: PactSheet,
    out: Path,
    paper: Paper,
    report: Report = unreported,
) -> Made:
    """Write the sheet, or all individual sheets in one file, as PDF.

    `report` is told of individual sheets. Raises FileTrouble and DiskTrouble as `save_whole`
    does; the old file, if any, stays as it was.
    """
    book = pact_book(stationery, sheet, paper, report)
    return Made(book.pages, save_whole(out, book.finish()))


def pact_book(
    stationery: Stationery, sheet: PactSheet, paper: Paper, report: Report = unreported
) -> Book:
    """The sheet, or all individual sheets, before they are written."""
    book = stationery.book(sheet.pact.title)
    press = _Press(stationery, sheet, paper)
    if sheet.form is PactForm.REPRESENTATIVES:
        press.write(book, None)
    else:
        for index, person in enumerate(sheet.people):
            press.write(book, person)
            report(index + 1, len(sheet.people))
    if not book.pages:
        press.write(book, _UNKNOWN)
    return book


def make_pact_files(
    stationery: Stationery,
    sheet: PactSheet,
    folder: Path,
    paper: Paper,
    report: Report = unreported,
) -> Made:
    """Write the individual sheets as a PDF each into `folder`, made where it is missing.

    They are numbered as the sheets of one document are. Each file is written whole or not at
    all; the SHA-256 is over the lines "HEX  NAME" of all files. Raises as `save_whole` does.
    """
    make_folder(folder)
    press, manifest, total = _Press(stationery, sheet, paper), hashlib.sha256(), len(sheet.people)
    for index, person in enumerate(sheet.people):
        book = stationery.book(sheet.pact.title)
        press.write(book, person)
        name = numbered_name(index + 1, total, person.name, ".pdf")
        manifest.update(f"{save_whole(folder / name, book.finish())}  {name}\n".encode())
        report(index + 1, total)
    return Made(total, manifest.hexdigest())


_UNKNOWN = Person(id="", name="", id_kind=IdKind.NIP)
"""With nobody on the roster the individual form is one sheet of blanks."""


_UNKNOWN_REPRESENTATIVE = Party(id="", role=Role.REPRESENTATIVE)


@dataclass(frozen=True, slots=True)
class _Fixed:
    """What all sheets of one setting have in common."""

    before: tuple[Strip, ...]
    declares: tuple[Strip, ...]
    points: tuple[Strip, ...]
    continued: Strip


class _Press:
    def __init__(self, stationery: Stationery, sheet: PactSheet, paper: Paper) -> None:
        self._stationery = stationery
        self._words = stationery.words
        self._sheet = sheet
        self._letter = Letter(stationery, paper, sheet.occasion.letterhead)
        self._fixed: dict[_Setting, _Fixed] = {}

    def write(self, book: Book, person: Person | None) -> None:
        signers = {person.id} if person else {party.id for party in self._sheet.representatives}
        is_copy = not signers.isdisjoint(self._sheet.signed)
        name = self._words("papers.pact.name")
        self._letter.write(book, self._best(person), name, is_copy=is_copy)

    def _best(self, person: Person | None) -> list[list[Placed]]:
        """The airiest setting of those with the fewest pages and the fewest parted signatures."""
        best: list[list[Placed]] = []
        least = (0, 0)
        for setting in _SETTINGS:
            pages = self._letter.pages(self._strips(setting, person))
            needed = (len(pages), self._parted(pages, setting))
            if not best or needed < least:
                best, least = pages, needed
            if least == (1, 0):
                break
        return best

    def _parted(self, pages: Sequence[Sequence[Placed]], setting: _Setting) -> int:
        continued = self._fixed[setting].continued
        return sum(place.strip is continued for page in pages for place in page)

    def _strips(self, setting: _Setting, person: Person | None) -> list[Strip]:
        column = self._letter.frame.column(self._stationery, setting.size, setting.leading)
        signing = Signing(
            replace(column, leading=setting.size * 1.2), setting.columns, setting.tight
        )
        if setting not in self._fixed:
            self._fixed[setting] = _Fixed(
                tuple(self._before(column)),
                glued(paragraph(self._words("papers.pact.declares"), column, column.leading / 2)),
                tuple(self._points(column)),
                self._continued(signing),
            )
        fixed = self._fixed[setting]
        signers = self._individual(signing, person) if person else self._collective(signing)
        signatures = self._held(signers, fixed.continued)
        if person:
            declarer = (*glued(tuple(self._who(column, person))), *fixed.declares)
            return [*fixed.before, *declarer, *fixed.points, *signatures]
        return [*fixed.before, *fixed.points, *signatures]

    def _before(self, column: Column) -> Iterator[Strip]:
        """Title, number, legal bases and the opening sentence."""
        faces, number = self._stationery.faces, self._sheet.number or BLANK
        yield from headline(self._sheet.pact.title.upper(), column, faces.bold)
        line = self._words("papers.number_line", number=number)
        yield from headline(line, column, faces.regular)
        if self._sheet.legal_bases:
            yield from glued(paragraph(self._words("papers.pact.bases"), column, column.leading))
            yield from lettered(self._sheet.legal_bases, column)
        yield from glued(paragraph(_opening(self._sheet, self._stationery), column, column.leading))

    def _points(self, column: Column) -> list[Strip]:
        """Points, sanction and closing; the last lines hold on to the signatures."""
        pact, half = self._sheet.pact, column.leading / 2
        hanging = _HANGING * column.size
        strips: list[Strip] = []
        for index, words in enumerate(pact.points or (BLANK,)):
            strips.extend(point(f"{index + 1}.", words, column, hanging, half))
        for words in (pact.sanction or self._words("papers.pact.sanction"), pact.closing):
            strips.extend(paragraph(words, column, half))
        return with_signatures(strips)

    def _who(self, column: Column, person: Person) -> Iterator[Strip]:
        gap = column.leading / 2
        for label, value in _particulars(person, self._sheet.occasion.unit, self._stationery):
            yield from labelled(label, value, column, _LABELS * column.size, gap)
            gap = 0.0

    def _collective(self, signing: Signing) -> list[Strip]:
        words, gap = self._words, signing.column.leading
        stand_ins = self._sheet.stand_ins
        blocks = [
            signature_of(party, words, stand_ins.get(party.id))
            for party in self._sheet.representatives
        ]
        blocks = blocks or [signature_of(_UNKNOWN_REPRESENTATIVE, words)]
        blocks[0] = replace(blocks[0], stamp_duty=self._stamp_duty())
        columns = signing.columns_for(len(blocks))
        date = date_strip(place_and_date(self._sheet.occasion, words), signing, columns, gap)
        rows = signature_rows(blocks, signing, columns, gap / 2, lone_right=True)
        return [date, *rows, *self._others(signing)]

    def _individual(self, signing: Signing, person: Person) -> list[Strip]:
        words, gap = self._words, signing.column.leading
        number = number_lines(person.id_kind, person.id_number, words)
        date = place_and_date(self._sheet.occasion, words)
        above = (date, words("papers.sign.declarer"))
        signer = Signature(above, person.name or BLANK, number, self._stamp_duty())
        known, *more = self._sheet.acknowledgers or (None,)
        first = [signer]
        if known:
            block = signature_of(known, words)
            first = [replace(block, above=("", *block.above)), signer]
        rows = signature_rows(first, signing, 2, gap, lone_right=True)
        return [*rows, *self._others(signing, tuple(more))]

    def _stamp_duty(self) -> str:
        return self._words("papers.sign.stamp_duty") if self._sheet.stamp_duty else ""

    def _others(
        self, signing: Signing, acknowledgers: Sequence[Party] | None = None
    ) -> list[Strip]:
        """Witnesses and those who take note, below the ones who pledge."""
        words, gap = self._words, signing.column.leading
        known = self._sheet.acknowledgers if acknowledgers is None else acknowledgers
        witnesses = [signature_of(party, words) for party in self._sheet.witnesses]
        noted = [signature_of(party, words) for party in known]
        if len(noted) == len(witnesses) == 1:
            return list(signature_rows([*witnesses, *noted], signing, 2, gap, lone_right=True))
        return [
            strip
            for blocks in (noted, witnesses)
            for strip in signature_rows(blocks, signing, 3, gap, lone_right=False)
        ]

    def _continued(self, signing: Signing) -> Strip:
        """The line above signatures that begin a page of their own."""
        title = self._words("papers.sign.continued", title=self._sheet.pact.title)
        return continued_line(title, signing.column)

    @staticmethod
    def _held(rows: Sequence[Strip], continued: Strip) -> Iterator[Strip]:
        """Rows that wish to stay together, each told what it belongs to on another page."""
        for index, row in enumerate(rows):
            glue = Glue.NONE if index == len(rows) - 1 else max(row.glue, Glue.WISHED)
            yield replace(row, heading=continued, glue=glue)


def _opening(sheet: PactSheet, stationery: Stationery) -> str:
    """The pact's own opening where the sheet has the pact's form, else the usual one."""
    if sheet.pact.opening and sheet.form is sheet.pact.form:
        return sheet.pact.opening
    if sheet.form is PactForm.INDIVIDUAL:
        return stationery.words("papers.pact.opening_individual")
    unit = sheet.occasion.unit or BLANK
    return stationery.words("papers.pact.opening_representatives", unit=unit)


def _particulars(person: Person, unit: str, stationery: Stationery) -> Iterator[tuple[str, str]]:
    """Label and value of who declares; a number and a rank only for those who have one."""
    words = stationery.words
    labels = {
        IdKind.NIP: words("papers.field.nip"),
        IdKind.NI_PPPK: words("papers.field.ni_pppk"),
        IdKind.NRP: words("papers.field.nrp"),
        IdKind.LOCAL: words("papers.field.local"),
    }
    yield words("papers.field.name"), person.name or BLANK
    if person.id_kind in labels:
        yield labels[person.id_kind], wording.shown_number(person.id_number) or BLANK
    if person.rank or person.id_kind in _RANKED:
        yield words("papers.field.rank"), person.rank or BLANK
    yield words("papers.field.post"), person.post or BLANK
    if person.kind is PersonKind.GUEST:
        yield words("papers.field.institution"), person.institution or BLANK
    else:
        place = ", ".join(part for part in (person.division, unit) if part)
        yield words("papers.field.unit"), place or BLANK


_RANKED = frozenset({IdKind.NIP, IdKind.NI_PPPK, IdKind.NRP})
