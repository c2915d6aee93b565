"""Pact and minutes for the letter system, as .docx drafts.

Letter systems take Word files and give the number, the date and the signature themselves; these
have fields for them. A draft carries neither head nor archive code: only the PDF does, and it
is the PDF that the record knows as the paper.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.letter import BOTTOM_MM, LEFT_MM, RIGHT_MM, TOP_MM
from ceremony_app.documents.minutes_items import MinutesItem, minutes_items, minutes_title
from ceremony_app.documents.minutes_words import MinutesWords
from ceremony_app.documents.signatures import Signature, signature_of
from ceremony_app.documents.stationery import BLANK, SHORT_BLANK, Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import Made, MinutesData, Occasion, PactSheet

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

DOCX = ".docx"

_NUMBER_FIELD, _DATE_FIELD = "${nomor_naskah}", "${tanggal_naskah}"
_SIGNATURE_FIELD = "${ttd_pengirim}"
"""The places that a letter system fills in."""

_FACE, _SIZE = "Arial", 12
_EPOCH = datetime(2000, 1, 1)
_ZIP_EPOCH = (2000, 1, 1, 0, 0, 0)


def make_pact_docx(stationery: Stationery, sheet: PactSheet, out: Path, paper: Paper) -> Made:
    """Write the representatives' sheet; raises FileTrouble and DiskTrouble as `save_whole` does."""
    words, pact = stationery.words, sheet.pact
    page = _Page(stationery, sheet.occasion, paper)
    page.title(pact.title.upper())
    for basis in sheet.legal_bases:
        page.paragraph(basis)
    unit = sheet.occasion.unit or BLANK
    page.paragraph(pact.opening or words("papers.pact.opening_representatives", unit=unit))
    page.points(pact.points or (BLANK,))
    page.paragraph(pact.sanction or words("papers.pact.sanction"))
    if pact.closing:
        page.paragraph(pact.closing)
    page.signatures(
        signature_of(party, words, sheet.stand_ins.get(party.id)) for party in sheet.representatives
    )
    page.signatures(signature_of(p, words) for p in (*sheet.acknowledgers, *sheet.witnesses))
    return Made(1, save_whole(out, page.written()))


def make_minutes_docx(
    stationery: Stationery, minutes: MinutesData, out: Path, paper: Paper
) -> Made:
    """Write the minutes without the record's head; raises as `save_whole` does."""
    words, told = stationery.words, MinutesWords(stationery.words, minutes)
    page = _Page(stationery, minutes.occasion, paper)
    page.title(minutes_title(words, minutes), (minutes.occasion.title or BLANK).upper())
    page.paragraph(told.opening())
    page.points(tuple(map(_in_one, minutes_items(words, minutes))))
    page.paragraph(words("papers.minutes.closing"))
    witnesses = (fact.party for fact in minutes.witnesses if fact.signs)
    page.signatures(signature_of(party, words) for party in (*minutes.signers, *witnesses))
    return Made(1, save_whole(out, page.written()))


def _in_one(item: MinutesItem) -> str:
    """An item with what belongs under it in one point: Word numbers points, and no more."""
    under = [*item.listed, *(f"{label}: {count}" for label, count in item.counts)]
    listed = "; ".join(words.rstrip(".;") for words in under)
    return " ".join(filter(None, (item.words, f"{listed}." if listed else "", item.remark)))


class _Page:
    """One letter in the making, from top to bottom."""

    def __init__(self, stationery: Stationery, occasion: Occasion, paper: Paper) -> None:
        # Late: no other paper waits for it.
        from docx import Document
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm, Pt

        self._words, self._city, self._dated = stationery.words, occasion.city, False
        letterhead = occasion.letterhead
        self._centre, self._flush = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
        self._pt = Pt
        self._document: DocxDocument = Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = (Mm(side) for side in paper.size_mm)
        section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
        section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = _FACE, Pt(_SIZE)
        section.header.paragraphs[0].text = stationery.marked(self._words("day_papers.word.draft"))
        for words in (letterhead.ministry.upper(), letterhead.office.upper(), *letterhead.address):
            if words:
                self._centred(words)

    def title(self, *lines: str) -> None:
        """The title and the field for the number."""
        for line in lines:
            self._centred(line, bold=True)
        number = _NUMBER_FIELD
        self._centred(self._words("papers.number_line", number=number))

    def paragraph(self, words: str) -> None:
        """Running text, flush at both edges."""
        self._document.add_paragraph(words).alignment = self._flush

    def points(self, points: tuple[str, ...]) -> None:
        """Numbered points with Word's own numbering and hanging indents."""
        for words in points:
            self._document.add_paragraph(words, style="List Number").alignment = self._flush

    def signatures(self, blocks: Iterator[Signature]) -> None:
        """Blocks two in a row, with the field for the signature in each."""
        signed = list(blocks)
        if not signed:
            return
        field = _SIGNATURE_FIELD
        city = self._city or SHORT_BLANK
        date = _DATE_FIELD
        if not self._dated:
            self.paragraph(self._words("papers.place_and_date", city=city, date=date))
            self._dated = True
        table = self._document.add_table(rows=0, cols=2)
        for start in range(0, len(signed), 2):
            cells = table.add_row().cells
            for cell, block in zip(cells, signed[start : start + 2], strict=False):
                lines = (*block.above, "", field, "", block.name, *block.below)
                cell.text = "\n".join(lines)

    def written(self) -> bytes:
        """The file, the same bytes for the same letter: it carries no date of its own."""
        properties = self._document.core_properties
        properties.author, properties.comments = "Ikrar", ""
        properties.created = properties.modified = _EPOCH
        raw = io.BytesIO()
        self._document.save(raw)
        return _undated(raw.getvalue())

    def _centred(self, words: str, *, bold: bool = False) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = self._centre
        paragraph.paragraph_format.space_after = self._pt(0)
        paragraph.add_run(words).bold = bold


def _undated(data: bytes) -> bytes:
    """The same archive with its entries' times set to one moment."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
