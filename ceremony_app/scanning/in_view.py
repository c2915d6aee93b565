"""A code held before a camera is one scan, however many pictures show it."""

from collections.abc import Iterable

AWAY_MS = 1500
"""A code that was in no picture for so long has gone; when it comes again, it is scanned again.
Long enough for a hand that trembles or a face that passes before the lens."""


class InView:
    """Remembers which codes are in sight. Times are milliseconds of one clock."""

    def __init__(self, away_ms: int = AWAY_MS) -> None:
        self._away_ms = away_ms
        self._seen_at: dict[str, int] = {}

    def new(self, codes: Iterable[str], at: int) -> list[str]:
        """Those of a picture's codes that have come into sight with it, each once."""
        gone = [code for code, last in self._seen_at.items() if at - last > self._away_ms]
        for code in gone:
            del self._seen_at[code]
        found = []
        for code in codes:
            if code not in self._seen_at:
                found.append(code)
            self._seen_at[code] = at
        return found
