"""Pictures on papers: read once, laid on white, held in a file once."""

import io
from dataclasses import dataclass

LONGEST = 900
"""Pixels: 25 mm at more than 600 to the inch, more than an office printer shows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels row by row from the top, three bytes each."""

    width: int
    height: int
    rgb: bytes

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of the same shape within a box."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def read_picture(data: bytes, longest: int = LONGEST) -> Picture:
    """A PNG or JPEG of the file's attachments, which were checked when they were brought in."""
    # Late: papers without pictures do not wait for it.
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGBA")
    picture.thumbnail((longest, longest))
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    flat = ground.convert("RGB")
    return Picture(flat.width, flat.height, flat.tobytes())
