"""Findings while they gather."""

from collections.abc import Iterable

from ceremony_app.domain.messages import Message
from ceremony_app.domain.roster import Field, Finding
from ceremony_app.roster.cells import shown
from ceremony_app.roster.columns import Columns


class Report:
    """Refusals and warnings, and the rows that will not become people, by index of `columns`.

    `passed_over` are rows that hold no person; `refused` hold one that cannot be taken in.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._rejected: list[Finding] = []
        self._warnings: list[Finding] = []
        self.refused: set[int] = set()
        self.passed_over: set[int] = set()

    def refuse(self, at: int, name: Field, reason: Message) -> None:
        """The row cannot be taken in, because of this cell."""
        self.refused.add(at)
        self._rejected.append(self._finding(at, name, reason))

    def warn(self, at: int, name: Field | None, reason: Message) -> None:
        """Somebody should look at this cell."""
        self._warnings.append(self._finding(at, name, reason))

    def pass_over(self, at: int, reason: Message | None = None) -> None:
        """The row holds no person; a reason is given where one may have been meant."""
        self.passed_over.add(at)
        if reason:
            filled = (shown(cell) for cell in self._columns.row(at))
            text = next((cell for cell in filled if cell), "")
            self._warnings.append(Finding(self._columns.number(at), "", None, text, reason))

    @property
    def rejected(self) -> list[Finding]:
        return _in_order(self._rejected)

    @property
    def warnings(self) -> list[Finding]:
        return _in_order(self._warnings)

    @property
    def dropped(self) -> set[int]:
        """The rows that give no person."""
        return self.refused | self.passed_over

    def _finding(self, at: int, name: Field | None, reason: Message) -> Finding:
        columns = self._columns
        value = "" if name is None else shown(columns.of_one(name, at))
        return Finding(columns.number(at), columns.letter(name), name, value, reason)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: (one.row, len(one.column), one.column))
