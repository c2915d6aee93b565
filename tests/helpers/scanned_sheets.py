"""Scans of signed sheets as an office makes them: printed, signed, fed crooked, photographed."""

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.signed_sheets import PageBrought
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.services.sheet_intake import SheetIntake
from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import LOCATOR, main_session

INK = (28, 46, 138)


def make_pact(file: CeremonyFile, out: Path, form: PactForm = PactForm.INDIVIDUAL) -> Path:
    """The pact of an open ceremony as PDF, made and recorded."""
    papers = Papers(file, Stationery.of(LOCATOR))
    papers.pact(out, papers.pact_named(""), Choice(main_session(file)), form)
    return out


def bring(file: CeremonyFile, *paths: Path) -> list[PageBrought]:
    """Bring files into an open ceremony, watched by nobody."""
    return SheetIntake(file).bring(paths, lambda _done, _total: None)


def drawn(pdf: Path, page: int = 1, dpi: int = 150) -> Image.Image:
    """A page of a PDF as a printer would lay it on paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture: Image.Image = document[page - 1].render(scale=dpi / 72).to_pil()
        return picture.convert("RGB")


def signed(sheet: Image.Image) -> Image.Image:
    """The sheet with a scribble of blue ink in its lower half."""
    made = sheet.copy()
    wide, high = made.size
    at = [(0.55 + 0.03 * step, 0.70 + (0.05, -0.01, 0.02)[step % 3]) for step in range(10)]
    line = [(x * wide, y * high) for x, y in at]
    ImageDraw.Draw(made).line(line, INK, width=max(2, wide // 400))
    return made


def scanned(sheet: Image.Image, *, blur: float = 0.8, quarters: int = 0) -> Image.Image:
    """The sheet as a feeder sees it: not quite sharp, perhaps turned by quarters."""
    made = sheet.filter(ImageFilter.GaussianBlur(blur)) if blur else sheet
    return made.rotate(-90 * quarters, expand=True)


def faxed(sheet: Image.Image) -> Image.Image:
    """The sheet in black and white, with no dots for what lies between."""
    return sheet.convert("1", dither=Image.Dither.NONE)


def dotted(sheet: Image.Image) -> Image.Image:
    """The sheet in black and white, every grey dissolved into dots."""
    return sheet.convert("1", dither=Image.Dither.FLOYDSTEINBERG)


def photographed(sheet: Image.Image) -> Image.Image:
    """The sheet on a dark table, a little crooked."""
    table = Image.new("RGB", (round(sheet.width * 1.2), round(sheet.height * 1.15)), (70, 55, 45))
    crooked = sheet.convert("RGBA").rotate(3.5, expand=True, resample=Image.Resampling.BICUBIC)
    table.paste(crooked, (40, 30), crooked)
    return table.filter(ImageFilter.GaussianBlur(0.7))


def without_code(sheet: Image.Image) -> Image.Image:
    """The sheet with coffee on its code."""
    made = sheet.copy()
    wide, high = made.size
    ImageDraw.Draw(made).ellipse((0.12 * wide, 0.92 * high, 0.25 * wide, high), (120, 90, 60))
    return made


def save(picture: Image.Image, path: Path, quality: int = 70) -> Path:
    """A picture as the file that its ending says; a PDF holds it as a scanner's would."""
    if path.suffix == ".jpg":
        picture.save(path, quality=quality)
    else:
        picture.save(path)
    return path


def save_pages(pictures: list[Image.Image], path: Path) -> Path:
    """Several pictures in one PDF or TIFF."""
    first, *others = [_compressed(one) for one in pictures] if path.suffix == ".pdf" else pictures
    more = {"resolution": 150.0} if path.suffix == ".pdf" else {"compression": "tiff_deflate"}
    first.save(path, save_all=True, append_images=others, **more)
    return path


def _compressed(picture: Image.Image) -> Image.Image:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    return Image.open(io.BytesIO(out.getvalue()))
