"""Scans that stand in line, and what may wait until they are answered."""

from collections.abc import Callable, Sequence

from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.storage.attendance import Arrival

TOGETHER = 10
"""As many answers as are in sight among the last ones."""


class InLine:
    """Says when lists and counts are to follow the answers.

    They are painted with the next answer, and would hold it up: where many stand in line, they
    follow at every tenth and at the last. `follow` gets the answers since it was last called.
    """

    def __init__(self, follow: Callable[[Sequence[ScanAnswer]], object]) -> None:
        self._follow = follow
        self._waiting = 0
        self._answers: list[ScanAnswer] = []

    def joined(self) -> None:
        """A scan was put in line."""
        self._waiting += 1

    def left(self, *answers: ScanAnswer) -> None:
        """One was answered, or could not be kept."""
        self._waiting -= 1
        self._answers += answers
        if not self._waiting or len(self._answers) >= TOGETHER:
            answered, self._answers = self._answers, []
            self._follow(answered)


def arrivals_of(answers: Sequence[ScanAnswer]) -> list[Arrival]:
    """Those of the answers by which somebody came."""
    return [
        Arrival(answer.person.id, answer.at, answer.door, answer.event)
        for answer in answers
        if answer.verdict is Verdict.RECORDED and answer.person is not None
    ]
