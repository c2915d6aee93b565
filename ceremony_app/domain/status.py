"""What an attendance list says of a person (keterangan)."""

from enum import StrEnum


class MarkSource(StrEnum):
    """How a mark by hand came about, as its event says; without one a hand judged it.

    NOW: somebody has just come without a badge, so its moment is that of the arrival. PAPER: read
    from a list afterwards; when the person came nobody knows.
    """

    NOW = "now"
    PAPER = "paper"


class Status(StrEnum):
    """The statuses of Indonesian attendance lists; the value is the code that is stored."""

    PRESENT = "hadir"
    LATE = "terlambat"
    ASSIGNED_ELSEWHERE = "dl"
    LEAVE = "cuti"
    SICK = "sakit"
    EXCUSED = "izin"
    STUDY = "tb"
    ON_DUTY = "piket"
    OFF_DUTY = "lepas_jaga"
    UNEXPLAINED = "tk"

    @property
    def is_here(self) -> bool:
        """Whether a person with this status is in the hall."""
        return self in (Status.PRESENT, Status.LATE)

    @property
    def takes_note(self) -> bool:
        """Whether words may stand beside it. "Sakit" is stored bare: whatever is written there
        says, sooner or later, what somebody suffers from."""
        return self is not Status.SICK
