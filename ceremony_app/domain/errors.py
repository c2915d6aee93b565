"""Known errors: what can go wrong with the user's file, disk, printer or input.

Each carries a message key, so that window and command line say the same sentence: what
happened, what was kept, what to do. Anything that is not a KnownError is a bug.
"""

from ceremony_app.domain.messages import Message, Value


class KnownError(Exception):
    """A trouble that the program understands; `message` is its sentence for the user."""

    exit_code = 1

    def __init__(self, key: str, **values: Value | Message) -> None:
        self.message = Message(key, values)
        super().__init__(str(self.message))


class FileTrouble(KnownError):
    """The ceremony's file, or another file that was asked for, cannot be used."""


class DiskTrouble(KnownError):
    """The disk is full, failing or gone; what was answered before is kept."""


class DeviceTrouble(KnownError):
    """A scanner or a camera that is plugged in cannot be used."""


class Refused(KnownError):
    """The ceremony's own rules do not allow the step."""


class InputRefused(KnownError):
    """Input that was read and refused, with a report of what is wrong where."""

    exit_code = 3


class VerificationFailed(KnownError):
    """The record does not agree with itself, or with the head it was held against."""

    exit_code = 4
