"""Devices are asked for in a process of its own, which may die of it."""

import sys

import pytest

from ceremony_app.ui_kit.probe import devices, has_display


def test_the_offscreen_platform_has_a_screen() -> None:
    found = devices()
    assert found.screens
    assert "x" in found.screens[0]
    assert found.printers is not None


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux may there be no display")
def test_no_display_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    assert devices().screens == ()


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux does Qt end the process")
def test_a_display_that_does_not_answer_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":4711")
    found = devices()
    assert (found.screens, found.printers) == (None, None)
