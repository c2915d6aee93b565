"""Pictures as a camera at the door takes them, made without one."""

from collections.abc import Mapping
from typing import Any

import zxingcpp
from PIL import Image

SIZE = (1280, 720)


def badge(
    token: str, kind: zxingcpp.BarcodeFormat = zxingcpp.BarcodeFormat.QRCode, module: int = 6
) -> Image.Image:
    """A code on white, `module` pixels a module, by a writer that shares nothing with ours."""
    code: Any = zxingcpp.create_barcode(token, kind)
    image: Any = memoryview(code.to_image(scale=module))
    height, width = image.shape
    picture = Image.frombytes("L", (width, height), image.tobytes())
    if kind is zxingcpp.BarcodeFormat.Code128:
        picture = picture.resize((width // 2, 90))
    return picture


def scene(
    codes: Mapping[tuple[int, int], Image.Image], size: tuple[int, int] = SIZE
) -> Image.Image:
    """Codes at their places (left, top) before a grey wall with the noise of a lens."""
    wall = Image.effect_noise(size, 30).convert("L")
    picture = Image.blend(Image.new("L", size, 190), wall, 0.3)
    for place, code in codes.items():
        picture.paste(code, place)
    return picture
