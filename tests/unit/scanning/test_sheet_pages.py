"""The code at the foot of a sheet is read from what copiers and faxes make of it."""

from collections.abc import Callable

import pytest
from PIL import Image

from ceremony_app.documents.qr import MODULES, modules
from ceremony_app.domain.paper_code import SheetCode, spelled
from ceremony_app.scanning.sheet_pages import read_page
from tests.helpers.scanned_sheets import dotted, faxed, scanned

Machine = Callable[[Image.Image], Image.Image]

_MODULE = 2.8
"""Pixels of a module at about 150 dots to the inch."""

_TONER = 70
"""How grey the black of a tired printer is, of 255."""


def sheet_with(code: SheetCode) -> Image.Image:
    """A page of A4 with a code at its foot, whose modules end between pixels."""
    rows = b"".join(modules(spelled(code))).translate(bytes((255, _TONER)) + bytes(254))
    square = Image.frombytes("L", (MODULES, MODULES), rows)
    large = square.resize((MODULES * 16, MODULES * 16), Image.Resampling.NEAREST)
    side = round(MODULES * _MODULE)
    page = Image.new("L", (1240, 1754), "white")
    page.paste(large.resize((side, side), Image.Resampling.BOX), (120, 1600))
    return page


@pytest.mark.parametrize("machine", [faxed, dotted])
@pytest.mark.parametrize("code", ["7KQ29XMD", "00000000", "ZZZZZZZZ", "A1B2C3D4"])
def test_codes_of_black_and_white_pages(
    machine: Callable[[Image.Image], Image.Image], code: str
) -> None:
    asked = [SheetCode(code, sheet, 1) for sheet in (1, 12)]
    for one in asked:
        page = machine(scanned(sheet_with(one))).convert("L")
        assert read_page(page, lambda: None).codes == (one,)
