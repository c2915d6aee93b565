"""Log lines that nobody expected."""

import logging
import re
from types import TracebackType
from typing import Self


class Surprises(logging.Handler):
    """Collects log lines of WARNING and above while it is entered."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []
        self._expected: list[str] = []

    def expect(self, pattern: str) -> None:
        """A line with this regular expression in it is due; the test fails without it."""
        self._expected.append(pattern)

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def check(self) -> None:
        """Raise AssertionError for lines that were not expected, and for missing ones."""
        unexpected = [
            line
            for line in self._lines
            if not any(re.search(pattern, line) for pattern in self._expected)
        ]
        missing = [
            pattern
            for pattern in self._expected
            if not any(re.search(pattern, line) for line in self._lines)
        ]
        assert not unexpected, f"logged and not expected: {unexpected}"
        assert not missing, f"expected and not logged: {missing}; logged: {self._lines}"

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        logging.getLogger().removeHandler(self)
