"""What was asked of the windows when the program was started."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Page(StrEnum):
    """The pages of the ceremony window, by the name that `--page` takes."""

    PREPARE = "prepare"
    DOOR = "door"
    HALL = "hall"
    TABLE = "table"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Launch:
    """One start of the windows.

    Without `file` the start page opens; without `page` the ceremony opens on its readiness
    list. `live` puts the hall window on its screen at once, `rehearsal` leaves the record of
    the day untouched. `door_only` opens nothing but a door window, named `door`; `kiosk` takes
    the whole screen for it. `operator` is who works, as typed; empty for whoever is logged in.
    """

    file: Path | None = None
    page: Page | None = None
    live: bool = False
    rehearsal: bool = False
    door_only: bool = False
    door: str = ""
    kiosk: bool = False
    operator: str = ""
