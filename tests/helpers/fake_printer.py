"""A printer made by hand, in the place of the system's own queue."""

from collections.abc import Mapping
from pathlib import Path
from threading import Event

from ceremony_app.services.cups import CupsError, Job, Printer

IDLE = Printer(3, (), accepts=True)


class FakePrinter:
    """One queue named AULA; `trouble` names the calls that fail."""

    def __init__(self, *trouble: str) -> None:
        self.trouble = set(trouble)
        self.now: Printer | None = IDLE
        self.listed: dict[int, Job] = {}
        self.options: Mapping[str, str] = {}
        self.sent: list[int] = []
        self.taken_back: list[int] = []
        self.is_there = True
        self.answers = Event()
        self.answers.set()
        self.media: tuple[str, ...] = (
            "iso_a4_210x297mm",
            "na_legal_8.5x14in",
            "om_folio_210x330mm",
        )

    def names(self) -> list[str]:
        """The queues of the machine, told once `answers` is set."""
        self.answers.wait()
        return ["AULA"] if self.is_there else []

    def printer(self, name: str) -> Printer | None:
        return self.now if name == "AULA" else None

    def supported(self, _name: str, option: str) -> tuple[str, ...]:
        says = {
            "sides": ("one-sided", "two-sided-long-edge", "of-its-own"),
            "media-source": ("auto", "tray-2"),
            "media": self.media,
        }
        return says[option]

    def create_job(self, name: str, title: str, options: Mapping[str, str]) -> int:
        self._may("create_job")
        if name != "AULA":
            raise CupsError("no such printer")
        self.options = options
        number = len(self.listed) + 1
        self.listed[number] = Job(number, title, 3)
        return number

    def send(self, _name: str, job: int, _title: str, _path: Path) -> None:
        self._may("send")
        self.sent.append(job)

    def cancel(self, _name: str, job: int) -> None:
        self._may("cancel")
        self.taken_back.append(job)

    def jobs(self, _name: str) -> dict[int, Job]:
        self._may("jobs")
        return self.listed

    def become(self, state: int) -> None:
        """The one job is in another state."""
        (number,) = self.listed
        self.listed[number] = Job(number, self.listed[number].title, state)

    def _may(self, call: str) -> None:
        if call in self.trouble:
            raise CupsError("connection lost")
