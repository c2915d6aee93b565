"""Windows are tested on Qt's offscreen platform unless the environment names another."""

from tests.helpers.gate_room import room, show
from tests.helpers.windows import english_tools, fonts, make_lane, refused, tools

__all__ = ["english_tools", "fonts", "make_lane", "refused", "room", "show", "tools"]
