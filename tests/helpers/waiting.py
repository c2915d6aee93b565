"""Waiting for what another process does: looked at again and again, up to a deadline."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_BETWEEN_LOOKS = 0.02


def wait_until(look: Callable[[], T], what: str, seconds: float = 20.0) -> T:
    """The first answer of `look` that is true; TimeoutError naming `what` where none comes."""
    deadline, pause = time.monotonic() + seconds, threading.Event()
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds:g} s: {what}")
        pause.wait(_BETWEEN_LOOKS)
