"""The commands that open windows: `ikrar` alone, `ikrar open`, `ikrar door`."""

import os
import sys
from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.spoken import ceremony_file, command, option
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.launch import Launch, Page


def no_command(call: Call) -> int:
    """`ikrar` alone: the start page."""
    return _start(call, Launch())


@command("open", about="cli.open.about")
@ceremony_file
@option("--page", type=click.Choice([page.value for page in Page]), about="cli.open.page")
@option("--live", is_flag=True, about="cli.open.live")
@option("--rehearsal", is_flag=True, about="cli.open.rehearsal")
@operator_option
@click.pass_obj
def open_ceremony(
    call: Call, file: Path, page: str | None, operator: str | None, *, live: bool, rehearsal: bool
) -> int:
    first, who = Page(page) if page else None, operator or ""
    return _start(call, Launch(file, first, live=live, rehearsal=rehearsal, operator=who))


@command("door", about="cli.door.about")
@ceremony_file
@option("--door", "name", default="", metavar="NAME", about="cli.door.name")
@option("--kiosk", is_flag=True, about="cli.door.kiosk")
@operator_option
@click.pass_obj
def door(call: Call, file: Path, name: str, operator: str | None, *, kiosk: bool) -> int:
    launch = Launch(file, door_only=True, door=name, kiosk=kiosk, operator=operator or "")
    return _start(call, launch)


def _start(call: Call, launch: Launch) -> int:
    # Qt ends the whole process when it finds no display; a sentence is kinder.
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if sys.platform == "linux" and not any(os.environ.get(name) for name in shown):
        raise Refused("cli.open.no_display")
    return call.start(launch, call.catalogue, call.locator)
