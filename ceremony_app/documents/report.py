"""The page for the head office: how many came, when, from where, and who signed."""

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, baseline_in, headline, labelled, paragraph
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.lines import Measure, ragged
from ceremony_app.documents.listing import occasion_lines
from ceremony_app.documents.pdf import MM, Ink
from ceremony_app.documents.signatures import (
    Signing,
    date_strip,
    place_and_date,
    signature_of,
    signature_rows,
)
from ceremony_app.documents.stationery import Stationery
from ceremony_app.documents.strips import Glue, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import ReportSheet
from ceremony_app.domain.live import Arrivals
from ceremony_app.domain.papers import Made

_SIZE, _SMALL, _LABELS = 11.0, 8.0, 16.0
_BAR_MM, _NAMES, _FIGURES_MM = 4.2, 0.36, 24.0
_CURVE_MM, _WIDEST = 34.0, 42.0
_GREY, _PALE = 0.35, 0.86


def make_report(stationery: Stationery, sheet: ReportSheet, out: Path, paper: Paper) -> Made:
    """Write the report with its charts; raises as `save_whole` does."""
    name = stationery.words("day_papers.report.name")
    book = stationery.book(name)
    letter = Letter(stationery, paper, sheet.occasion.letterhead)
    column = letter.frame.column(stationery, _SIZE)
    strips = [
        *headline(name.upper(), column, stationery.faces.bold),
        *(strip for lines in occasion_lines(sheet.occasion, stationery, column) for strip in lines),
        *_figures(sheet, stationery, column),
        *_divisions(sheet, stationery, column),
        *_arrivals(sheet, stationery, column),
        *_signatures(sheet, stationery, column),
    ]
    letter.write(book, letter.pages(strips), name)
    return Made(book.pages, save_whole(out, book.finish()))


def _figures(sheet: ReportSheet, stationery: Stationery, column: Column) -> Iterator[Strip]:
    words, counted = stationery.words, wording.counted
    share = 100 * sheet.present / sheet.people if sheet.people else 0.0
    present = words(
        "day_papers.report.share",
        count=counted(sheet.present),
        share=wording.number(share, 1),
    )
    rows = [
        (words("day_papers.report.people"), counted(sheet.people)),
        (words("day_papers.report.present"), present),
        *((name, counted(count)) for name, count in sheet.counts),
    ]
    if sheet.guests:
        rows.append((words("day_papers.report.guests"), counted(sheet.guests)))
    for title, done, whole in sheet.signed:
        told = words("day_papers.report.signed_of", done=counted(done), whole=counted(whole))
        rows.append((words("day_papers.report.signed", pact=title), told))
    yield _heading(words("day_papers.report.figures"), column)
    for label, value in rows:
        yield from labelled(label, value, column, _LABELS * column.size)


def _divisions(sheet: ReportSheet, stationery: Stationery, column: Column) -> Iterator[Strip]:
    if not sheet.divisions:
        return
    yield _heading(stationery.words("day_papers.report.divisions"), column)
    without = stationery.words("papers.attendance.no_division")
    for division in sheet.divisions:
        name = division.name or without
        yield _bar(name, division.present, division.people, column)


def _bar(name: str, present: int, expected: int, column: Column) -> Strip:
    """A division's name, its bar within that of all its people, and the figures."""
    face, size = column.faces.regular, 9.0
    names, figures = column.width * _NAMES, _FIGURES_MM * MM
    lines = ragged(name, Measure(face, size, names - 6))
    leading, thick = size * 1.2, _BAR_MM * MM
    height = max(len(lines) * leading, thick) + 3
    left, room = column.left + names, column.width - names - figures
    told = f"{wording.number(present)}/{wording.number(expected)}"

    def paint(ink: Ink, top: float) -> None:
        for index, line in enumerate(lines):
            start = top + index * leading + baseline_in(leading, size)
            ink.text(column.left, start, line.words, face, size)
        ink.block(left, top + 1, room, thick, _PALE)
        if present and expected:
            ink.block(left, top + 1, room * min(present / expected, 1.0), thick, _GREY)
        ink.text(left + room + 6, top + baseline_in(leading, size), told, face, size)

    return Strip(height, paint)


def _arrivals(sheet: ReportSheet, stationery: Stationery, column: Column) -> Iterator[Strip]:
    arrivals = sheet.arrivals
    if arrivals is None or not arrivals.counts:
        return
    words = stationery.words
    yield _heading(words("day_papers.report.arrivals", minutes=arrivals.minutes), column)
    yield _columns(arrivals, column)


def _columns(arrivals: Arrivals, column: Column) -> Strip:
    """How many came in each span, as columns with their count above and their time below."""
    earlier = (0, *arrivals.counts[:-1])
    came = [now - then for then, now in zip(earlier, arrivals.counts, strict=True)]
    room = min(column.width / len(came), _WIDEST)
    most, tall = max(*came, 1), _CURVE_MM * MM
    apart = ceil(column.faces.regular.width("00.00 ", _SMALL) / room)

    def paint(ink: Ink, top: float) -> None:
        foot = top + _SMALL * 1.4 + tall
        for index, count in enumerate(came):
            left, high = column.left + index * room, tall * count / most
            if count:
                ink.block(left + room * 0.14, foot - high, room * 0.72, high, _GREY)
                _centred(ink, str(count), left, room, foot - high - 3, column)
            at = arrivals.start + index * arrivals.minutes
            if index % apart == 0:
                label = f"{at // 60:02}.{at % 60:02}"
                _centred(ink, label, left, room, foot + _SMALL * 1.3, column)
        ink.line(column.left, foot, column.left + column.width, foot)

    return Strip(tall + _SMALL * 3.2, paint)


def _centred(
    ink: Ink, words: str, left: float, room: float, baseline: float, column: Column
) -> None:
    """Words in the middle of a span, or beside it where the column ends."""
    face = column.faces.regular
    width, right = face.width(words, _SMALL), column.left + column.width
    x = max(column.left, min(left + (room - width) / 2, right - width))
    ink.text(x, baseline, words, face, _SMALL)


def _heading(words: str, column: Column) -> Strip:
    face, rise = column.faces.bold, baseline_in(column.leading, column.size)

    def paint(ink: Ink, top: float) -> None:
        ink.text(column.left, top + rise, words, face, column.size)

    return Strip(column.leading + 3, paint, gap=column.leading * 0.8, glue=Glue.FIRM)


def _signatures(sheet: ReportSheet, stationery: Stationery, column: Column) -> Sequence[Strip]:
    words = stationery.words
    note = paragraph(words("day_papers.report.note"), column, column.leading)
    if not sheet.signers:
        return note
    signing = Signing(column)
    blocks = [signature_of(party, words) for party in sheet.signers[:1]]
    date = date_strip(place_and_date(sheet.occasion, words), signing, 2, column.leading)
    return [*glued(note), date, *signature_rows(blocks, signing, 2, 4.0, lone_right=True)]
