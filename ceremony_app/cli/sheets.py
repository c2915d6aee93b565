"""`ikrar sheets`: scans of signed sheets brought in, listed, and matched by hand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.output import columns, emit
from ceremony_app.cli.spoken import (
    FILE,
    argument,
    ceremony_file,
    command,
    group,
    json_option,
    option,
)
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.errors import InputRefused, Refused
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.paper_code import read_code, shown
from ceremony_app.domain.signed_sheets import REFUSED, Fate, PageBrought, SheetPage
from ceremony_app.services.document_words import document_words
from ceremony_app.services.sheet_intake import SheetIntake
from ceremony_app.services.signed_sheets import SignedSheets, Target

_FATES: dict[Fate, Message] = {
    Fate.MATCHED: message("sheets.fate.matched"),
    Fate.WAITING: message("sheets.fate.waiting"),
    Fate.KNOWN: message("sheets.fate.known"),
    Fate.BLANK: message("sheets.fate.blank"),
    Fate.FOREIGN: message("sheets.fate.foreign"),
    Fate.DAMAGED: message("sheets.fate.damaged"),
}


@group("sheets", about="sheets.cli.about")
def sheets() -> None:
    """Bring scans in, look at them, match them."""


@command("add", about="sheets.cli.add")
@ceremony_file
@argument("scans", type=FILE, nargs=-1, required=True, metavar="SCAN...", about="sheets.cli.scans")
@operator_option
@json_option
@click.pass_obj
def add(
    call: Call, file: Path, scans: tuple[Path, ...], operator: str | None, *, as_json: bool
) -> None:
    with at_work(call, file, operator) as ceremony:
        brought = SheetIntake(ceremony).bring(scans, lambda _done, _total: None)
    counts = Counter(one.fate for one in brought)
    data = {
        "counts": {fate.value: counts[fate] for fate in Fate},
        "pages": [_brought(call, one) for one in brought],
    }
    emit(data, _told(call, brought, counts), as_json=as_json)
    refused = sum(counts[fate] for fate in REFUSED)
    if refused:
        raise InputRefused("sheets.cli.refused", count=refused)


@command("list", about="sheets.cli.list")
@ceremony_file
@json_option
@click.pass_obj
def list_sheets(call: Call, file: Path, *, as_json: bool) -> None:
    with looked_at(call, file) as ceremony:
        pages = SignedSheets(ceremony).all()
    rows = [_row(call, at, page) for at, page in enumerate(pages, start=1)]
    lines = columns(rows) if rows else [call.say("sheets.cli.none")]
    shown_pages = [_page(call, at, page) for at, page in enumerate(pages, start=1)]
    emit({"pages": shown_pages}, lines, as_json=as_json)


@command("match", about="sheets.cli.match")
@ceremony_file
@argument("number", type=int, metavar="NUMBER", about="sheets.cli.number")
@argument("code", metavar="CODE", about="sheets.cli.code")
@option("--sheet", type=int, default=1, metavar="N", about="sheets.cli.sheet")
@operator_option
@json_option
@click.pass_obj
def match(
    call: Call,
    file: Path,
    number: int,
    code: str,
    sheet: int,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    with at_work(call, file, operator) as ceremony:
        desk = SignedSheets(ceremony)
        page, paper = _numbered(desk.all(), number), _plain_code(code)
        found = next((one for one in desk.papers() if one.code == paper), None)
        if found is None:
            raise Refused("sheets.foreign", code=code)
        matched = desk.match(page, Target(found, sheet))
    emit(_page(call, number, matched), ["  ".join(_row(call, number, matched))], as_json=as_json)


def _numbered(pages: Sequence[SheetPage], number: int) -> SheetPage:
    if not 1 <= number <= len(pages):
        raise Refused("sheets.cli.no_such_page", number=number)
    return pages[number - 1]


def _plain_code(typed: str) -> str:
    """A code as it is kept, from what somebody read off a paper: "7kq2-9xmd"."""
    plain = typed.replace("-", "").replace(" ", "").upper()
    read = read_code(plain) or read_code(f"IKD{plain}")
    return read.code if read else plain


def _told(call: Call, brought: Sequence[PageBrought], counts: Counter[Fate]) -> Iterator[str]:
    for one in brought:
        name = call.say("sheets.cli.page", file=one.file, page=one.number)
        what = call.catalogue.say(_FATES[one.fate])
        if one.page and one.page.place and one.fate is Fate.MATCHED:
            yield f"{name}: {_where(call, one.page)}"
        elif one.number and one.reason:
            yield f"{name}: {what}: {call.catalogue.say(one.reason)}"
        elif one.reason:
            yield call.catalogue.say(one.reason)
        else:
            yield f"{name}: {what}"
    yield call.say(
        "sheets.cli.done",
        pages=sum(counts.values()),
        matched=counts[Fate.MATCHED],
        waiting=counts[Fate.WAITING],
    )


def _brought(call: Call, one: PageBrought) -> dict[str, Any]:
    data: dict[str, Any] = {"file": one.file, "page": one.number, "fate": one.fate.value}
    data["reason"] = call.catalogue.say(one.reason) if one.reason else ""
    return data | _place(call, one.page)


def _page(call: Call, number: int, page: SheetPage) -> dict[str, Any]:
    scan = page.scan
    data = {"number": number, "file": scan.name, "page": scan.page, "size": scan.size}
    hashes = {"sha256": scan.sha256, "original": scan.original, "event": page.event}
    return data | hashes | _place(call, page)


def _place(call: Call, page: SheetPage | None) -> dict[str, Any]:
    place = page.place if page else None
    if place is None:
        return {"document": None}
    paper = place.paper
    return {
        "document": {
            "code": paper.code,
            "name": call.catalogue.say(document_words(paper.kind)),
            "number": paper.number,
            "made": paper.made,
            "sheet": place.sheet,
            "page": place.page,
            "how": place.how.value,
            "match": place.event,
        }
    }


def _row(call: Call, number: int, page: SheetPage) -> list[str]:
    where = _where(call, page) if page.place else call.say("sheets.fate.waiting")
    return [str(number), page.scan.name, str(page.scan.page), where]


def _where(call: Call, page: SheetPage) -> str:
    place = page.place
    assert place is not None  # noqa: S101 - asked for matched pages only
    key = "sheets.place_with_page" if place.page else "sheets.place"
    return call.say(
        key,
        name=document_words(place.paper.kind),
        code=shown(place.paper.code),
        sheet=place.sheet,
        page=place.page,
    )


sheets.add_command(add)
sheets.add_command(list_sheets)
sheets.add_command(match)
