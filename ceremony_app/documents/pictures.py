"""Pictures on papers: read once, laid on white, held in a file once."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

LONGEST = 900
"""Pixels: 25 mm at more than 600 to the inch, more than an office printer shows."""

_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels row by row from the top, three bytes each; or a photograph as JPEG."""

    width: int
    height: int
    rgb: bytes = b""
    jpeg: bytes = b""

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of the same shape within a box."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def read_picture(data: bytes, longest: int = LONGEST) -> Picture:
    """A PNG or JPEG of the file's attachments, which were checked when they were brought in."""
    flat = _flat(data, longest)
    return Picture(flat.width, flat.height, flat.tobytes())


def read_photograph(data: bytes, longest: int) -> Picture:
    """A photograph, no side longer than `longest` pixels, as JPEG: what shows nature is ten times
    as large without loss."""
    flat, out = _flat(data, longest), io.BytesIO()
    flat.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Picture(flat.width, flat.height, jpeg=out.getvalue())


def _flat(data: bytes, longest: int) -> "Image.Image":
    # Late: papers without pictures do not wait for it.
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGBA")
    picture.thumbnail((longest, longest))
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return ground.convert("RGB")
