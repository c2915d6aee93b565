"""Sessions: the ceremony itself, and the ones that follow for those on duty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Session:
    """One gathering. `number` counts from 1; the main session is the first.

    `open`: whether the door takes people in.
    """

    id: str
    number: int
    name: str
    open: bool

    @property
    def main(self) -> bool:
        return self.number == 1
