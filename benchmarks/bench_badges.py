"""10,000 badges to PDF, against the plainest loop that prints the same badge.

The floor is what one would write first: reportlab's canvas, embedded faces, three lines of
text, the code written by zxing-cpp and drawn run by run, ten a page, in one process. It draws
neither cut marks nor heading, wraps nothing and fits no name.
"""

import io
import tempfile
from pathlib import Path
from typing import Any

import zxingcpp
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Row, compare, show
from ceremony_app.documents.badges import make_badges
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import BadgePrint, BadgeSheet
from ceremony_app.domain.token import new_token
from ceremony_app.locator import installed

BADGES = 10_000
LIMIT = 0.8

_NAMES = ("Siti Nur'aini, S.H.", "Suparto", "I Gusti Ayu Made Widyastuti, S.Kom., M.T.I.")
_POSTS = ("Analis Keimigrasian Ahli Muda", "Penjaga Tahanan", "Pranata Komputer Ahli Pertama")
_DIVISIONS = ("Divisi Administrasi", "Divisi Keimigrasian", "Divisi Pemasyarakatan")


def made_up(count: int) -> tuple[BadgePrint, ...]:
    """Badges of made-up people."""
    return tuple(
        BadgePrint(
            f"{_NAMES[index % 3]} {index}",
            _POSTS[index % 3],
            _DIVISIONS[index * 3 // count],
            new_token(),
        )
        for index in range(count)
    )


def rows(count: int = BADGES) -> list[Row]:
    """Our time against the floor's."""
    badges = made_up(count)
    stationery = Stationery.of(installed())
    sheet = BadgeSheet(badges, heading="Ikrar Netralitas Pegawai")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "badges.pdf"
        return [
            compare(
                f"{count:,} badges to PDF, against reportlab canvas and zxing-cpp",
                lambda: make_badges(stationery, sheet, out, Paper.A4),
                lambda: out.with_name("floor.pdf").write_bytes(_floor(badges)),
                LIMIT,
            )
        ]


def _floor(badges: tuple[BadgePrint, ...]) -> bytes:
    fonts = installed().fonts
    pdfmetrics.registerFont(TTFont("floor", str(fonts / "Arimo-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("floor-bold", str(fonts / "Arimo-Bold.ttf")))
    canvas = Canvas(io.BytesIO(), pageCompression=1)
    for index, badge in enumerate(badges):
        place = index % 10
        if index and not place:
            canvas.showPage()
        x, y = (15 + place % 2 * 90) * mm, (11 + place // 2 * 55) * mm
        canvas.setFont("floor-bold", 13)
        canvas.drawString(x + 37 * mm, y + 30 * mm, badge.name)
        canvas.setFont("floor", 9)
        canvas.drawString(x + 37 * mm, y + 25 * mm, badge.post)
        canvas.drawString(x + 37 * mm, y + 20 * mm, badge.division)
        _draw_code(canvas, x + 5 * mm, y + 40 * mm, badge.token)
    canvas.showPage()
    data: bytes = canvas.getpdfdata()
    return data


def _draw_code(canvas: Canvas, x: float, y: float, token: str) -> None:
    code = zxingcpp.create_barcode(token, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    picture: Any = memoryview(image).tolist()
    unit = 1.2 * mm
    path = canvas.beginPath()
    for row, values in enumerate(picture):
        start = None
        for column, value in enumerate([*values, 255]):
            if not value and start is None:
                start = column
            elif value and start is not None:
                width = (column - start) * unit
                path.rect(x + start * unit, y - row * unit, width, unit)
                start = None
    canvas.drawPath(path, stroke=0, fill=1)


if __name__ == "__main__":
    show(rows())
