"""The test page keeps to the millimetres that it claims."""

from pathlib import Path

import pypdfium2
import pytest

from ceremony_app.documents.ruler_page import make_ruler_page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from tests.helpers.ceremony_files import LOCATOR
from tests.helpers.pdf_pages import text_of

_PER_MM = 10


@pytest.mark.parametrize("paper", list(Paper))
def test_rulers_and_lines_measure_what_they_say(paper: Paper, tmp_path: Path) -> None:
    out = tmp_path / "uji.pdf"
    assert make_ruler_page(Stationery.of(LOCATOR), out, paper).pages == 1
    document = pypdfium2.PdfDocument(out)
    width, height = paper.size_mm
    assert document[0].get_size() == pytest.approx((width / 25.4 * 72, height / 25.4 * 72))
    image = document[0].render(scale=_PER_MM * 25.4 / 72).to_pil().convert("L")
    document.close()

    def dark(x: float, y: float) -> bool:
        return bool(image.getpixel((round(x * _PER_MM), round(y * _PER_MM))) < 128)

    left, across, down = 38.0, 56.0, 66.0
    assert all(dark(left + at, across) for at in range(1, 100))
    assert not dark(left - 1, across)
    assert not dark(left + 101, across)
    assert all(dark(left, down + at) for at in range(1, 100))
    assert not dark(left, down + 101)
    for at in (20, 100, 180):
        assert dark(at, 10), "a mark of the scale at the top"
        assert dark(10, at), "a mark of the scale at the left"
        assert dark(at, height - 10)
        assert dark(width - 10, at)
    assert f"{width:g} × {height:g} mm" in text_of(out)
