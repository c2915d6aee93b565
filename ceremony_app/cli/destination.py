"""Where a command writes: `-o`, with an ending that says what is made."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.spoken import FILE, option
from ceremony_app.cli.usage import WrongUsage


def out_option(
    *endings: str, metavar: str, about: str, folder: bool = False, required: bool = True
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`-o OUT` for a file with one of `endings`, or for a folder too.

    Another ending is refused before anything is done: a paper written over a ceremony's file
    would be the end of it.
    """

    def check(ctx: click.Context, _parameter: click.Parameter, out: Path | None) -> Path | None:
        if out is None:
            return None
        ending = out.suffix.lower()
        if ending in endings or (folder and (not ending or out.is_dir())):
            return out
        raise WrongUsage("cli.usage.ending", ctx, file=out.name, endings=", ".join(endings))

    return option(
        "-o", "out", type=FILE, required=required, metavar=metavar, callback=check, about=about
    )
