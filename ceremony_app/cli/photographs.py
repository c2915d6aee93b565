"""`ikrar photos`: photographs of the ceremony brought in, listed, captioned."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.output import emit
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
from ceremony_app.domain.attachments import Attachment
from ceremony_app.services.photographs import Photographs


@group("photos", about="photographs.cli.about")
def photos() -> None:
    """Bring photographs in, look at them, put words below them."""


@command("add", about="photographs.cli.add")
@ceremony_file
@argument(
    "pictures",
    type=FILE,
    nargs=-1,
    required=True,
    metavar="PHOTO...",
    about="photographs.cli.pictures",
)
@option("--caption", default="", metavar="T", about="photographs.cli.caption_option")
@operator_option
@json_option
@click.pass_obj
def add(
    call: Call,
    file: Path,
    pictures: tuple[Path, ...],
    caption: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    with at_work(call, file, operator) as ceremony:
        kept = Photographs(ceremony)
        for picture in pictures:
            kept.add(picture, caption)
        shown = kept.all()
    _tell(call, shown, as_json=as_json)


@command("list", about="photographs.cli.list")
@ceremony_file
@json_option
@click.pass_obj
def list_photographs(call: Call, file: Path, *, as_json: bool) -> None:
    with looked_at(call, file) as ceremony:
        shown = Photographs(ceremony).all()
    _tell(call, shown, as_json=as_json)


@command("caption", about="photographs.cli.caption")
@ceremony_file
@argument("number", type=int, metavar="NUMBER", about="photographs.cli.number")
@argument("words", metavar="TEXT", about="photographs.cli.words")
@operator_option
@json_option
@click.pass_obj
def caption(
    call: Call, file: Path, number: int, words: str, operator: str | None, *, as_json: bool
) -> None:
    with at_work(call, file, operator) as ceremony:
        kept = Photographs(ceremony)
        kept.describe(kept.numbered(number), words)
        shown = kept.all()
    _tell(call, shown, as_json=as_json)


def _tell(call: Call, shown: Sequence[Attachment], *, as_json: bool) -> None:
    data = {"photographs": [_photograph(at, one) for at, one in enumerate(shown, start=1)]}
    emit(data, _lines(call, shown), as_json=as_json)


def _lines(call: Call, shown: Sequence[Attachment]) -> Iterator[str]:
    if not shown:
        yield call.say("photographs.cli.none")
    for at, one in enumerate(shown, start=1):
        yield f"{at}  {one.name}  {one.caption or '-'}"


def _photograph(number: int, one: Attachment) -> dict[str, Any]:
    known = {"number": number, "file": one.name, "caption": one.caption, "size": one.size}
    return known | {"sha256": one.sha256, "original": one.original}


photos.add_command(add)
photos.add_command(list_photographs)
photos.add_command(caption)
