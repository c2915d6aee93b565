"""Photographs of printed badges as a webcam at the door takes them, made from the printed page.

The page is rendered, a card is cut out of it, bent, tilted or turned, put before a wall as large
as a camera of 1280 x 720 sees it, and blurred, shaded or spoilt. Everything is drawn by dice, so
that a rate can be told from many.
"""

import math
import random
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from ceremony_app.documents.badges import make_badges
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import BadgePrint, BadgeSheet
from ceremony_app.scanning.pictures import Grey, read_codes
from tests.helpers.badge_pictures import SIZE

Place = tuple[float, float]
Cards = dict[str, Image.Image]

_DPI = 200
_NEAR, _FAR = 4.4, 2.4
"""Pixels a millimetre at 25 cm and at 45 cm, of a lens that sees 60 degrees."""
_CELL = 24
_ANY = 255
_WALL = 150


class Damage(StrEnum):
    """What happens to a card between the printer and the lens."""

    HELD = "held as asked"
    FAR = "held far away"
    TURNED = "turned, at any angle"
    TILTED = "tilted by up to 50 degrees"
    BENT = "bent round a hand"
    BLURRED = "out of focus"
    MOVED = "moved while it was taken"
    SHADED = "half in shadow, in a dark hall"
    GLARE = "with glare on its sleeve"
    CREASED = "creased and stained"
    PALE = "printed by an empty cartridge"
    EVERYTHING = "a little of everything"


def printed_cards(stationery: Stationery, tokens: Sequence[str], folder: Path) -> Cards:
    """Each token's card, cut out of the rendered page."""
    badges = tuple(BadgePrint("Siti Nur'aini, S.H.", "Analis", "Divisi 1", one) for one in tokens)
    out = folder / "kartu.pdf"
    make_badges(stationery, BadgeSheet(badges, heading="Ikrar Netralitas"), out, Paper.A4)
    cards: Cards = {}
    with pypdfium2.PdfDocument(out) as pages:
        for page in pages:
            picture = page.render(scale=_DPI / 72, grayscale=True).to_pil()
            squares = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
            for code in zxingcpp.read_barcodes(picture, formats=squares):
                cards[code.text] = picture.crop(_around(code))
    return cards


def photograph(card: Image.Image, damage: Damage, dice: random.Random) -> Image.Image:
    """The card before the lens; the same dice give the same picture."""
    scale = _FAR if damage is Damage.FAR else _NEAR * dice.uniform(0.8, 1.1)
    per_mm = _DPI / 25.4
    size = (round(card.width * scale / per_mm), round(card.height * scale / per_mm))
    small = card.resize(size, Image.Resampling.LANCZOS)
    small, mask = _shaped(_spoilt(small, damage, dice), damage, dice)
    angle = dice.uniform(0, 360) if damage is Damage.TURNED else dice.uniform(-8, 8)
    turned = [one.rotate(angle, Image.Resampling.BICUBIC, expand=True) for one in (small, mask)]
    wall = Image.new("L", SIZE, _WALL)
    left = round(dice.uniform(0.3, 0.7) * (SIZE[0] - turned[0].width))
    top = round(dice.uniform(0.3, 0.7) * (SIZE[1] - turned[0].height))
    wall.paste(turned[0], (left, top), turned[1])
    return _noisy(_taken(wall, damage, dice), dice)


def read(picture: Image.Image) -> list[str]:
    """What the door's camera reads in one picture."""
    grey = picture.convert("L")
    return read_codes(Grey(memoryview(grey.tobytes()), grey.width, grey.height, grey.width))


def _around(code: zxingcpp.Barcode) -> tuple[int, int, int, int]:
    """The code and what is printed near it, as far as the card goes."""
    corner, other = code.position.top_left, code.position.bottom_right
    room = (other.x - corner.x) // 4
    wide = (other.x - corner.x) // 2
    return (corner.x - room, corner.y - room, other.x + wide, other.y + room)


def _spoilt(card: Image.Image, damage: Damage, dice: random.Random) -> Image.Image:
    """What lies on the paper itself."""
    if damage is Damage.PALE:
        return card.point(lambda value: 110 + value * 145 // 255)
    if damage in (Damage.CREASED, Damage.EVERYTHING):
        card = card.copy()
        pen = ImageDraw.Draw(card)
        for _ in range(1 if damage is Damage.EVERYTHING else 2):
            across = dice.uniform(0, card.height), dice.uniform(0, card.height)
            pen.line((0, across[0], card.width, across[1]), fill=_ANY - 40, width=1)
        x, y = dice.uniform(0, card.width), dice.uniform(0, card.height)
        pen.ellipse((x - 7, y - 7, x + 7, y + 7), fill=120)
    return card


def _shaped(
    card: Image.Image, damage: Damage, dice: random.Random
) -> tuple[Image.Image, Image.Image]:
    """The card and where it is, as a lens sees a plane that is tilted or bent."""
    mask = Image.new("L", card.size, _ANY)
    seen: Callable[[float, float], Place]
    if damage in (Damage.TILTED, Damage.EVERYTHING):
        most = 20 if damage is Damage.EVERYTHING else 50
        tilt = math.radians(dice.uniform(most / 2, most) * dice.choice((-1, 1)))
        seen = _tilted(tilt, away=1100)
    elif damage is Damage.BENT:
        seen = _bent(card.width * dice.uniform(0.45, 0.7))
    else:
        return card, mask
    return _drawn(card, seen), _drawn(mask, seen)


def _tilted(tilt: float, away: float) -> Callable[[float, float], Place]:
    """Where on the card a point of the picture lies; both are counted from the middle."""

    def seen(x: float, y: float) -> Place:
        across = x / (math.cos(tilt) - x * math.sin(tilt) / away)
        return across, y * (1 + across * math.sin(tilt) / away)

    return seen


def _bent(radius: float) -> Callable[[float, float], Place]:
    """The same of a card that is bent round a hand of that radius, seen from above."""

    def seen(x: float, y: float) -> Place:
        return radius * math.asin(max(-0.99, min(0.99, x / radius))), y

    return seen


def _drawn(card: Image.Image, seen: Callable[[float, float], Place]) -> Image.Image:
    half = card.width / 2, card.height / 2

    def source(x: int, y: int) -> Place:
        found = seen(x - half[0], y - half[1])
        return found[0] + half[0], found[1] + half[1]

    cells = []
    for left in range(0, card.width, _CELL):
        for top in range(0, card.height, _CELL):
            box = (left, top, min(left + _CELL, card.width), min(top + _CELL, card.height))
            corners = ((box[0], box[1]), (box[0], box[3]), (box[2], box[3]), (box[2], box[1]))
            cells.append((box, tuple(value for one in corners for value in source(*one))))
    return card.transform(card.size, Image.Transform.MESH, cells, Image.Resampling.BICUBIC)


def _taken(picture: Image.Image, damage: Damage, dice: random.Random) -> Image.Image:
    """What light and lens do to it."""
    match damage:
        case Damage.BLURRED:
            return picture.filter(ImageFilter.GaussianBlur(dice.uniform(1.5, 2.5)))
        case Damage.MOVED:
            return picture.filter(ImageFilter.BoxBlur((dice.uniform(2, 3.5), 0)))
        case Damage.SHADED:
            return ImageChops.multiply(picture, _shadow(dice, 0.45))
        case Damage.GLARE:
            return ImageChops.add(picture, _glare(dice))
        case Damage.EVERYTHING:
            shaded = ImageChops.multiply(picture, _shadow(dice, 0.7))
            return shaded.filter(ImageFilter.GaussianBlur(dice.uniform(0.5, 1.2)))
        case _:
            return picture


def _shadow(dice: random.Random, light: float) -> Image.Image:
    """A soft edge across the picture: beyond it a third of the light is left, or less."""
    shadow = Image.new("L", SIZE, round(_ANY * light))
    edge, lean = dice.uniform(0.4, 0.6) * SIZE[0], dice.uniform(-200, 200)
    corners = ((0, 0), (edge, 0), (edge + lean, SIZE[1]), (0, SIZE[1]))
    ImageDraw.Draw(shadow).polygon(corners, fill=round(_ANY * light * 0.35))
    return shadow.filter(ImageFilter.GaussianBlur(6))


def _glare(dice: random.Random) -> Image.Image:
    """A lamp that is mirrored in a plastic sleeve, somewhere near the card."""
    light = Image.new("L", SIZE, 0)
    x, y = (dice.uniform(0.4, 0.6) * side for side in SIZE)
    wide, high = dice.uniform(20, 60), dice.uniform(10, 22)
    ImageDraw.Draw(light).ellipse((x - wide, y - high, x + wide, y + high), fill=_ANY)
    return light.filter(ImageFilter.GaussianBlur(9))


def _noisy(picture: Image.Image, dice: random.Random) -> Image.Image:
    """The noise of a small sensor."""
    noise = Image.frombytes("L", SIZE, dice.randbytes(SIZE[0] * SIZE[1]))
    return Image.blend(picture, noise, dice.uniform(0.05, 0.12))
