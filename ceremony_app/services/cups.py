"""The print system of Linux and macOS, by its own library (CUPS 1.7 or newer).

Only what Ikrar needs of libcups is declared here; `services/print_queue.py` gives it meaning.
Every call may wait for the system, so none is made on the window's thread.
"""

import ctypes
import ctypes.util
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CONTINUE = 100
_SUCCESSFUL = 0x00FF
"""The last of the IPP status codes that mean that a request was carried out (RFC 8011, 4.1.8)."""

_ALL_JOBS = -1
_PIECE = 65_536


class _Option(ctypes.Structure):
    _fields_ = (("name", c_char_p), ("value", c_char_p))


class _Destination(ctypes.Structure):
    _fields_ = (
        ("name", c_char_p),
        ("instance", c_char_p),
        ("is_default", c_int),
        ("num_options", c_int),
        ("options", POINTER(_Option)),
    )


class _Job(ctypes.Structure):
    _fields_ = (
        ("id", c_int),
        ("dest", c_char_p),
        ("title", c_char_p),
        ("user", c_char_p),
        ("format", c_char_p),
        ("state", c_int),
        ("size", c_int),
        ("priority", c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


_SIGNATURES: Mapping[str, tuple[Any, tuple[Any, ...]]] = {
    "cupsGetDests2": (c_int, (c_void_p, POINTER(POINTER(_Destination)))),
    "cupsGetNamedDest": (POINTER(_Destination), (c_void_p, c_char_p, c_char_p)),
    "cupsFreeDests": (None, (c_int, POINTER(_Destination))),
    "cupsGetOption": (c_char_p, (c_char_p, c_int, POINTER(_Option))),
    "cupsAddOption": (c_int, (c_char_p, c_char_p, c_int, POINTER(POINTER(_Option)))),
    "cupsFreeOptions": (None, (c_int, POINTER(_Option))),
    "cupsCopyDestInfo": (c_void_p, (c_void_p, POINTER(_Destination))),
    "cupsFreeDestInfo": (None, (c_void_p,)),
    "cupsFindDestSupported": (
        c_void_p,
        (c_void_p, POINTER(_Destination), c_void_p, c_char_p),
    ),
    "cupsCreateDestJob": (
        c_int,
        (
            c_void_p,
            POINTER(_Destination),
            c_void_p,
            POINTER(c_int),
            c_char_p,
            c_int,
            POINTER(_Option),
        ),
    ),
    "cupsStartDestDocument": (
        c_int,
        (
            c_void_p,
            POINTER(_Destination),
            c_void_p,
            c_int,
            c_char_p,
            c_char_p,
            c_int,
            POINTER(_Option),
            c_int,
        ),
    ),
    "cupsWriteRequestData": (c_int, (c_void_p, c_char_p, c_size_t)),
    "cupsFinishDestDocument": (c_int, (c_void_p, POINTER(_Destination), c_void_p)),
    "cupsCancelJob2": (c_int, (c_void_p, c_char_p, c_int, c_int)),
    "cupsGetJobs2": (c_int, (c_void_p, POINTER(POINTER(_Job)), c_char_p, c_int, c_int)),
    "cupsFreeJobs": (None, (c_int, POINTER(_Job))),
    "cupsLastErrorString": (c_char_p, ()),
    "ippGetCount": (c_int, (c_void_p,)),
    "ippGetString": (c_char_p, (c_void_p, c_int, c_void_p)),
}


class CupsError(Exception):
    """What the print system said when it did not do what was asked."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job as the system lists it; `state` is the number of RFC 8011, 5.3.7."""

    number: int
    title: str
    state: int


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue as the system describes it: its state (RFC 8011, 5.4.11) and the reasons."""

    state: int
    reasons: tuple[str, ...]
    accepts: bool


class Cups:
    """The calls, with Python's values. Raises OSError where the machine has no libcups."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(ctypes.util.find_library("cups") or "libcups.so.2")
        for name, (result, arguments) in _SIGNATURES.items():
            call = getattr(self._library, name)
            call.restype, call.argtypes = result, arguments

    def names(self) -> list[str]:
        """The queues of this machine, the default one first."""
        listed: Any = POINTER(_Destination)()
        count = self._library.cupsGetDests2(None, byref(listed))
        try:
            found = [listed[at] for at in range(count)]
            whole = [one for one in found if not one.instance]  # an instance is a queue's settings
            whole.sort(key=lambda one: not one.is_default)
            return [one.name.decode(errors="replace") for one in whole]
        finally:
            self._library.cupsFreeDests(count, listed)

    def printer(self, name: str) -> Printer | None:
        """How a queue is doing; None where there is none of that name."""
        with self._destination(name) as dest:
            if dest is None:
                return None
            state = self._option(dest, b"printer-state")
            reasons = self._option(dest, b"printer-state-reasons")
            accepts = self._option(dest, b"printer-is-accepting-jobs")
            told = tuple(one for one in reasons.split(",") if one not in ("", "none"))
            return Printer(int(state or 0), told, accepts != "false")

    def supported(self, name: str, option: str) -> tuple[str, ...]:
        """The keywords that a queue takes for an option, in its own order; none where it does
        not say."""
        with self._destination(name) as dest, self._information(dest) as information:
            if dest is None or information is None:
                return ()
            found = self._library.cupsFindDestSupported(None, dest, information, option.encode())
            if not found:
                return ()
            count = self._library.ippGetCount(found)
            words = (self._library.ippGetString(found, at, None) for at in range(count))
            return tuple(word.decode(errors="replace") for word in words if word)

    def create_job(self, name: str, title: str, options: Mapping[str, str]) -> int:
        """Announce a job; its number. Nothing is printed before `send`."""
        number = c_int(0)
        with (
            self._needed(name) as dest,
            self._information(dest) as information,
            self._options(options) as (count, spelled),
        ):
            status = self._library.cupsCreateDestJob(
                None, dest, information, byref(number), title.encode(), count, spelled
            )
            self._check(status)
        return number.value

    def send(self, name: str, job: int, title: str, path: Path) -> None:
        """Send the one document of an announced job."""
        none: Any = POINTER(_Option)()
        with self._needed(name) as dest, self._information(dest) as information:
            begun = self._library.cupsStartDestDocument(
                None, dest, information, job, title.encode(), b"application/pdf", 0, none, 1
            )
            if begun != _CONTINUE:
                raise CupsError(self._words())
            with path.open("rb") as file:
                while piece := file.read(_PIECE):
                    if self._library.cupsWriteRequestData(None, piece, len(piece)) != _CONTINUE:
                        raise CupsError(self._words())
            self._check(self._library.cupsFinishDestDocument(None, dest, information))

    def cancel(self, name: str, job: int) -> None:
        self._check(self._library.cupsCancelJob2(None, name.encode(), job, 0))

    def jobs(self, name: str) -> dict[int, Job]:
        """Every job of a queue that the system still knows of, by number."""
        listed: Any = POINTER(_Job)()
        count = self._library.cupsGetJobs2(None, byref(listed), name.encode(), 0, _ALL_JOBS)
        if count < 0:
            raise CupsError(self._words())
        try:
            found = [listed[at] for at in range(count)]
            return {
                one.id: Job(one.id, (one.title or b"").decode(errors="replace"), one.state)
                for one in found
            }
        finally:
            self._library.cupsFreeJobs(count, listed)

    @contextmanager
    def _destination(self, name: str) -> Iterator[Any]:
        dest = self._library.cupsGetNamedDest(None, name.encode(), None)
        try:
            yield dest or None
        finally:
            if dest:
                self._library.cupsFreeDests(1, dest)

    @contextmanager
    def _needed(self, name: str) -> Iterator[Any]:
        with self._destination(name) as dest:
            if dest is None:
                raise CupsError(self._words())
            yield dest

    @contextmanager
    def _information(self, dest: Any) -> Iterator[Any]:
        information = self._library.cupsCopyDestInfo(None, dest) if dest is not None else None
        try:
            yield information
        finally:
            if information:
                self._library.cupsFreeDestInfo(information)

    @contextmanager
    def _options(self, options: Mapping[str, str]) -> Iterator[tuple[int, Any]]:
        count, spelled = 0, POINTER(_Option)()
        for name, value in options.items():
            count = self._library.cupsAddOption(
                name.encode(), value.encode(), count, byref(spelled)
            )
        try:
            yield count, spelled
        finally:
            self._library.cupsFreeOptions(count, spelled)

    def _option(self, dest: Any, name: bytes) -> str:
        one = dest.contents
        value = self._library.cupsGetOption(name, one.num_options, one.options)
        return value.decode(errors="replace") if value else ""

    def _check(self, status: int) -> None:
        if status > _SUCCESSFUL:
            raise CupsError(self._words())

    def _words(self) -> str:
        words = self._library.cupsLastErrorString()
        return words.decode(errors="replace") if words else ""
