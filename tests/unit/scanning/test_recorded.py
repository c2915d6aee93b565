"""Kinds of scanners as they were recorded: each gives what it has to, and nothing else."""

import pytest

from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.scanning.stream import QUIET_MS, ByteStream
from tests.helpers.scanners import Keyboard, Recorded, recorded_bytes, recorded_keys

_ENDS = {"\r": "enter", "\t": "tab", "\n": "lf"}


def reasons(scans: list[Scan]) -> str:
    """The one reason that was given, if any."""
    return "".join(sorted({scan.why.key for scan in scans if scan.why is not None}))


@pytest.mark.parametrize("stream", recorded_keys(), ids=lambda one: one.name)
def test_keys(stream: Recorded) -> None:
    keyboard = Keyboard()
    for pause, text in stream.keys:
        keyboard.press(text, pause)
    keyboard.rest()
    assert keyboard.texts == stream.scans
    assert keyboard.typed == stream.typed
    assert [_ENDS[end] for end in keyboard.ends] == stream.ends
    assert reasons(keyboard.scans) == stream.why


@pytest.mark.parametrize("stream", recorded_bytes(), ids=lambda one: one.name)
def test_bytes(stream: Recorded) -> None:
    reader, found = ByteStream(), []
    for pause, data in stream.chunks:
        if pause > QUIET_MS:
            found += reader.rest()
        found += reader.feed(data)
    found += reader.rest()
    assert [scan.text for scan in found] == stream.scans
    assert {scan.source for scan in found} == {Source.SERIAL}
    assert reasons(found) == stream.why
