"""`ikrar present`: every step of the show as pictures, where no window is wanted."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import emit, tell
from ceremony_app.cli.spoken import FILE, ceremony_file, command, json_option, option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import looked_at
from ceremony_app.domain.show import Show
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.preparation import Preparation

_SIZE = re.compile(r"([1-9][0-9]{1,4})[xX]([1-9][0-9]{1,4})")
_VIEWS = ("hall", "podium")


def _size(ctx: click.Context, _parameter: click.Parameter, given: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(given.strip())
    if found is None:
        raise WrongUsage("cli.present.not_a_size", ctx, value=given)
    return int(found[1]), int(found[2])


def _pdf(ctx: click.Context, _parameter: click.Parameter, out: Path | None) -> Path | None:
    if out is not None and out.suffix.lower() != ".pdf":
        raise WrongUsage("cli.usage.ending", ctx, file=out.name, endings=".pdf")
    return out


@command("present", about="cli.present.about")
@ceremony_file
@option("--out", "folder", type=FILE, metavar="DIR", about="cli.present.out")
@option("--pdf", type=FILE, metavar="OUT.pdf", callback=_pdf, about="cli.present.pdf")
@option("--size", default="1920x1080", metavar="WxH", callback=_size, about="cli.present.size")
@option("--view", type=click.Choice(_VIEWS), default="hall", about="cli.present.view")
@json_option
@click.pass_context
def present(
    ctx: click.Context,
    file: Path,
    folder: Path | None,
    pdf: Path | None,
    size: tuple[int, int],
    view: str,
    *,
    as_json: bool,
) -> None:
    call: Call = ctx.obj
    if (folder is None) is (pdf is None):
        raise WrongUsage("cli.present.one_of_two", ctx)
    with looked_at(call, file) as ceremony:
        preparation = Preparation(ceremony)
        states = preparation.texts()
        details = preparation.details()
        show = Show(details, [state.text for state in states])
        pictures = Attachments(ceremony).pictures(details)
    for state in states:
        if not state.approved and state.text in show.texts():
            tell(call.say("cli.present.draft", title=state.text.title))
    with _no_screen():
        data = _painted(call, _Shown(show, pictures, size, view), folder, pdf)
    place = str(folder or pdf)
    emit(data, [call.say("cli.present.made", count=data["steps"], place=place)], as_json=as_json)


@contextmanager
def _no_screen() -> Iterator[None]:
    # Late, here and below, so that no other command waits for Qt.
    from ceremony_app.projector.offscreen import offscreen_application

    application = offscreen_application()
    yield
    # Qt paints no letters without it, and everything painted with is gone by now.
    del application


@dataclass(frozen=True)
class _Shown:
    """What is painted, and how."""

    show: Show
    pictures: dict[str, bytes]
    size: tuple[int, int]
    view: str


def _painted(call: Call, shown: _Shown, folder: Path | None, pdf: Path | None) -> dict[str, Any]:
    from ceremony_app.projector.offscreen import painter_of
    from ceremony_app.projector.rendering import render_pdf, render_pngs
    from ceremony_app.projector.views import View

    painter, view = painter_of(shown.show, call.locator, shown.pictures), View(shown.view)
    if pdf is not None:
        return {"file": str(pdf), "steps": render_pdf(painter, pdf, shown.size, view)}
    files = render_pngs(painter, folder or Path(), shown.size, view)
    return {"files": [str(file) for file in files], "steps": len(files)}
