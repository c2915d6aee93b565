"""Windows are tested on Qt's offscreen platform unless the environment names another."""

from tests.helpers.desks import desks
from tests.helpers.door_room import door
from tests.helpers.running import run
from tests.helpers.windows import english_tools, fonts, make_lane, refused, scanners, tools

__all__ = [
    "desks",
    "door",
    "english_tools",
    "fonts",
    "make_lane",
    "refused",
    "run",
    "scanners",
    "tools",
]
