"""The one way to standard output: a JSON document or lines for people, in UTF-8.

Sentences about troubles go to standard error.
"""

import dataclasses
import errno
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ceremony_app.domain.errors import DiskTrouble, FileTrouble


class OutputGoneError(Exception):
    """Whoever read standard output has gone; there is nobody to tell."""


def emit(data: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Print `data` as one JSON document, or `lines` for people.

    Raises OutputGoneError, DiskTrouble or FileTrouble when standard output does not take it.
    """
    _write(to_json(data, indent=2) if as_json else "\n".join(lines))


def emit_line(data: object) -> None:
    """Print one JSON document on a line of its own, at once: an answer in a stream."""
    _write(to_json(data))


def tell(sentence: str) -> None:
    """Say it on standard error; where that is gone too there is nobody left to tell."""
    try:
        click.echo(sentence, err=True)
    except OSError:
        sys.stderr = None


def to_json(data: object, indent: int | None = None) -> str:
    """JSON with letters as they are; dataclasses as objects, paths as strings, sets sorted."""
    return json.dumps(data, ensure_ascii=False, indent=indent, default=_plain)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells as lines with aligned columns, two blanks between them."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def speak_utf8() -> None:
    """Set the three standard streams to UTF-8, whatever the console's code page is.

    What cannot be said in UTF-8 (a file name of stray bytes) is escaped on the way out and kept
    on the way in. A windowed program on Windows has no streams at all.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def _write(text: str) -> None:
    try:
        click.echo(text)
    except OSError as error:
        _let_go_of_output()
        # Windows says EINVAL, not EPIPE, of a pipe whose reader has gone.
        if error.errno in (errno.EPIPE, errno.EINVAL):
            raise OutputGoneError from error
        if error.errno == errno.ENOSPC:
            raise DiskTrouble("cli.output.full") from error
        raise FileTrouble("cli.output.refused") from error


def _let_go_of_output() -> None:
    """Point standard output nowhere, so that Python's last flush does not fail again."""
    try:
        number = sys.stdout.fileno()
    except (AttributeError, OSError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def _plain(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {part.name: getattr(value, part.name) for part in dataclasses.fields(value)}
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")
