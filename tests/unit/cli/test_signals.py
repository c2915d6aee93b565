"""Requests to end, and when they are heeded."""

import os
import signal
import threading

import pytest

from ceremony_app.cli.signals import Stop, Stopped

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="only on POSIX does a process signal itself"
)


def ask(number: int = signal.SIGTERM) -> None:
    os.kill(os.getpid(), number)


def ask_and_read() -> str:
    ask()
    return "never read"


def test_a_request_waits_until_the_program_waits() -> None:
    stop = Stop()
    with stop.heeded():
        assert stop.while_waiting(lambda: "a scan") == "a scan"
        ask()
        with pytest.raises(Stopped) as stopped:
            stop.while_waiting(lambda: "never read")
    assert stopped.value.number == signal.SIGTERM


def test_a_request_ends_the_waiting_at_once() -> None:
    stop = Stop()
    with stop.heeded(), pytest.raises(Stopped):
        stop.while_waiting(ask_and_read)


def test_afterwards_everything_is_as_it_was() -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    with Stop().heeded():
        assert signal.getsignal(signal.SIGTERM) != before[signal.SIGTERM]
    assert {number: signal.getsignal(number) for number in before} == before


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        stop = Stop()
        with stop.heeded():
            ask(signal.SIGHUP)
            assert stop.while_waiting(lambda: "a scan") == "a scan"
    finally:
        signal.signal(signal.SIGHUP, before)


def test_on_another_thread_nothing_is_changed() -> None:
    said: list[str | None] = []

    def run() -> None:
        with Stop().heeded():
            said.append("ran")

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert said == ["ran"]
