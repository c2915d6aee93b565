"""Photographs as a camera or a telephone brings them."""

from pathlib import Path

from PIL import Image, ImageDraw

from ceremony_app.domain.attachments import Attachment
from ceremony_app.services.photographs import Photographs
from ceremony_app.storage.ceremony_file import CeremonyFile

WIDE, UPRIGHT, SQUARE = (640, 480), (480, 640), (500, 500)


def take(path: Path, size: tuple[int, int] = WIDE, tone: int = 120) -> Path:
    """A picture of a hall, as it were: a floor, a wall, heads."""
    wide, high = size
    picture = Image.new("RGB", size, (tone, tone + 20, tone + 60))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, high * 0.7, wide, high), (tone // 2, tone // 3, 40))
    for at in range(6):
        x, y, half = wide * (at + 0.5) / 6, high * 0.55, wide / 20
        pen.ellipse((x - half, y, x + half, y + 2 * half), (60, 40, 30))
    picture.save(path, quality=80)
    return path


def bring(file: CeremonyFile, folder: Path, *sizes: tuple[int, int]) -> list[Attachment]:
    """Bring photographs of these sizes, each with a caption; one wide one where none is named."""
    kept = Photographs(file)
    for at, size in enumerate(sizes or (WIDE,), start=1):
        kept.add(take(folder / f"foto-{at}.jpg", size, 60 + 15 * at), f"Foto ke-{at}")
    return kept.all()
