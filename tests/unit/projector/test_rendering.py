"""The whole show as files, with no screen."""

import time
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from ceremony_app.domain.errors import DiskTrouble, Refused
from ceremony_app.projector.offscreen import offscreen_application, painter_of
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.rendering import render_pdf, render_pngs
from ceremony_app.projector.views import View
from tests.unit.projector.conftest import PLACES, show_of


def test_every_step_becomes_a_numbered_picture_of_the_size(banten: Painter, tmp_path: Path) -> None:
    out = tmp_path / "gambar" / "aula"
    files = render_pngs(banten, out, (640, 360))
    assert len(files) == len(banten.show.steps())
    assert files[0].name == "001-01-holding.png"
    assert files[7].name == "008-07-text-1.1-repeat.png"
    assert sorted(out.iterdir()) == list(files)
    for file in files[::7]:
        image = QImage(str(file))
        assert (image.width(), image.height()) == (640, 360)


def test_four_points_are_painted_in_seconds(banten: Painter, tmp_path: Path) -> None:
    started = time.monotonic()
    render_pngs(banten, tmp_path, (1920, 1080))
    assert time.monotonic() - started < 30  # about three on two idle cores


@pytest.mark.parametrize("view", View)
def test_the_pdf_has_a_page_for_each_step_with_its_words(
    banten: Painter, tmp_path: Path, view: View
) -> None:
    out = tmp_path / "ikrar.pdf"
    assert render_pdf(banten, out, (1366, 768), view) == len(banten.show.steps())
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == len(banten.show.steps())
        page = document[12]
        assert page.get_size() == pytest.approx((1366, 768), abs=0.5)
        text = page.get_textpage()
        assert "dalam melaksanakan" in text.get_text_range()
        text.close()
        page.close()
    assert [path.name for path in tmp_path.iterdir()] == ["ikrar.pdf"]


def test_pictures_and_pages_show_the_same(banten: Painter, tmp_path: Path) -> None:
    (first, *_) = render_pngs(banten, tmp_path / "p", (640, 360))
    render_pdf(banten, tmp_path / "p.pdf", (640, 360))
    with pypdfium2.PdfDocument(tmp_path / "p.pdf") as document:
        page = document[0]
        drawn = page.render(scale=1).to_pil().convert("L").resize((64, 36))
        page.close()
    image = QImage(str(first)).scaled(64, 36)
    differences = [
        abs(drawn.getpixel((x, y)) - (image.pixelColor(x, y).lightness()))
        for x in range(64)
        for y in range(36)
    ]
    assert sum(differences) / len(differences) < 16


@pytest.mark.parametrize("size", [(0, 0), (100, 1080), (1920, 20_000)])
def test_a_size_that_cannot_be_is_refused(
    banten: Painter, tmp_path: Path, size: tuple[int, int]
) -> None:
    with pytest.raises(Refused, match=r"show\.bad_size"):
        render_pngs(banten, tmp_path / "p", size)
    with pytest.raises(Refused, match=r"show\.bad_size"):
        render_pdf(banten, tmp_path / "p.pdf", size)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(
    banten: Painter, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(DiskTrouble, match=r"show\.not_painted"):
        render_pngs(banten, tmp_path / "berkas", (320, 240))
    with pytest.raises(DiskTrouble, match=r"show\.not_painted"):
        render_pdf(banten, tmp_path / "berkas" / "p.pdf", (320, 240))
    assert (tmp_path / "berkas").read_text() == "x"


def test_a_folder_in_the_place_of_the_pdf_is_kept(banten: Painter, tmp_path: Path) -> None:
    (tmp_path / "p.pdf").mkdir()
    with pytest.raises(DiskTrouble):
        render_pdf(banten, tmp_path / "p.pdf", (320, 240))
    assert [path.name for path in tmp_path.iterdir()] == ["p.pdf"]


def test_a_painter_of_the_shipped_letters_and_words(qapp: object) -> None:
    assert offscreen_application() is qapp
    assert painter_of(show_of("jatim"), PLACES).show.steps()
