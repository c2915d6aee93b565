"""Scans that come in as lines, each answered by a line before the next is read."""

import sys
from collections.abc import Callable
from typing import Any

from ceremony_app.cli.output import emit_line
from ceremony_app.cli.signals import Stop
from ceremony_app.domain.verdicts import Seen
from ceremony_app.scanning.lines import LineReader


def answer_all(stop: Stop, answer: Callable[[str], dict[str, Any]]) -> None:
    """Answer every line of standard input until it ends or the program is asked to stop."""
    # A program started without a standard input has none to read from.
    if sys.stdin is None:
        return
    lines = LineReader(sys.stdin.buffer)
    while (line := stop.while_waiting(lines.next)) is not None:
        emit_line(answer(line))


def seen_person(seen: Seen | None) -> dict[str, str] | None:
    """Whose badge it was, as answers have it; null where it was nobody's."""
    if seen is None:
        return None
    return {"id_number": seen.id_number, "name": seen.name, "division": seen.division}
