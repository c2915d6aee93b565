"""Badges for other programs: a list for label printing, a picture for each person."""

import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ceremony_app.documents import qr
from ceremony_app.documents.atomic import make_folder, save_whole
from ceremony_app.documents.badge_forms import LINE_MODULE, form_of
from ceremony_app.documents.badge_layout import BadgeWords
from ceremony_app.documents.badges import in_print_order
from ceremony_app.documents.cells import plain_csv_bytes
from ceremony_app.documents.faces import Face
from ceremony_app.documents.file_names import numbered_name
from ceremony_app.documents.line_code import bars
from ceremony_app.documents.stationery import Report, Stationery, unreported
from ceremony_app.domain.papers import BadgePrint, BadgeSheet, Made

_DPI = 300
_PIXELS = _DPI / 72

Font = ImageFont.FreeTypeFont


def make_badge_csv(sheet: BadgeSheet, out: Path) -> Made:
    """Write id_number, name, division, token: as label programs read it.

    Raises FileTrouble and DiskTrouble as `save_whole` does.
    """
    rows = [("id_number", "name", "division", "token")]
    rows.extend(
        (badge.id_number, badge.name, badge.division, badge.token)
        for badge in in_print_order(sheet.badges)
    )
    return Made(1, save_whole(out, plain_csv_bytes(rows)))


def make_badge_pictures(
    stationery: Stationery, sheet: BadgeSheet, folder: Path, report: Report = unreported
) -> Made:
    """Write one PNG a badge into `folder`, which is made where it is missing.

    Each file is written whole or not at all; a file of the same name is replaced. The SHA-256
    is over the lines "HEX  NAME" of all files. Raises FileTrouble and DiskTrouble as
    `save_whole` does.
    """
    make_folder(folder)
    painter = _Painter(stationery, sheet)
    badges = in_print_order(sheet.badges)
    manifest = hashlib.sha256()
    for index, badge in enumerate(badges):
        name = file_name(index + 1, len(badges), badge)
        digest = save_whole(folder / name, painter.png(badge))
        manifest.update(f"{digest}  {name}\n".encode())
        report(index + 1, len(badges))
    return Made(len(badges), manifest.hexdigest())


def file_name(number: int, total: int, badge: BadgePrint) -> str:
    """A name that every file system takes: "007 Siti Nur'aini, S.H.png"."""
    return numbered_name(number, total, badge.name, ".png")


class _Painter:
    def __init__(self, stationery: Stationery, sheet: BadgeSheet) -> None:
        self._form = form_of(sheet.layout, line_codes=sheet.line_codes)
        self._words = BadgeWords(stationery.faces, stationery.marked(sheet.heading), self._form)
        self._fonts: dict[tuple[Path, float], Font] = {}
        self._size = (_px(self._form.width), _px(self._form.height))

    def png(self, badge: BadgePrint) -> bytes:
        picture = Image.new("L", self._size, 255)
        draw = ImageDraw.Draw(picture)
        form = self._form
        for line in self._words.of(badge):
            at = (line.x * _PIXELS, line.baseline * _PIXELS)
            draw.text(at, line.words, fill=0, font=self._font(line.face, line.size), anchor="ls")
        edge, rule = _px(form.edge), _px(form.rule)
        draw.line((edge, rule, self._size[0] - edge, rule), fill=0, width=2)
        self._draw_code(draw, badge.token)
        if form.line_top is not None:
            self._draw_lines(draw, badge.token, _px(form.line_top))
        written = io.BytesIO()
        picture.save(written, "PNG", dpi=(_DPI, _DPI))
        return written.getvalue()

    def _draw_code(self, draw: ImageDraw.ImageDraw, token: str) -> None:
        unit = _px(self._form.module)
        corner = (_px(self._form.code_left), _px(self._form.code_top))
        for left, top, width, height in qr.rectangles(token):
            _fill(draw, corner, (left * unit, top * unit, width * unit, height * unit))

    def _draw_lines(self, draw: ImageDraw.ImageDraw, token: str, top: int) -> None:
        code = bars(token)
        unit, height = _px(LINE_MODULE), _px(self._form.line_height)
        corner = ((self._size[0] - code.width * unit) // 2, top)
        for at, width in code.bars:
            _fill(draw, corner, (at * unit, 0, width * unit, height))

    def _font(self, face: Face, size: float) -> Font:
        key = (face.path, size)
        if key not in self._fonts:
            engine = ImageFont.Layout.BASIC
            self._fonts[key] = ImageFont.truetype(
                io.BytesIO(face.path.read_bytes()), size * _PIXELS, layout_engine=engine
            )
        return self._fonts[key]


def _px(points: float) -> int:
    return round(points * _PIXELS)


def _fill(draw: ImageDraw.ImageDraw, corner: tuple[int, int], box: Sequence[int]) -> None:
    left, top, width, height = box
    x, y = corner[0] + left, corner[1] + top
    draw.rectangle((x, y, x + width - 1, y + height - 1), fill=0)
