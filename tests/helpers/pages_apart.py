"""Pages of two PDFs held against each other as pictures."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

_DPI, _COARSER = 300, 5
"""Pages are rendered as fine as printers are and then made coarser, so that a hair line is as
grey where it was painted as where it still is a line."""

_MOST_UNLIKE = 0.006
"""Part of the pixels that edges may set otherwise; a page that is 0.4 mm off has thrice that."""


def assert_same_pages(made: Path, printed: Path, pages: tuple[int, ...] | None = None) -> None:
    """The same pages, of the same size, with ink in the same places; `pages` are the numbers of
    those of `made` that were printed, in order, else all."""
    ours, theirs = pypdfium2.PdfDocument(made), pypdfium2.PdfDocument(printed)
    try:
        wanted = [ours[number - 1] for number in pages or range(1, len(ours) + 1)]
        assert len(wanted) == len(theirs)
        for one, other in zip(wanted, theirs, strict=True):
            assert other.get_size() == pytest.approx(one.get_size(), abs=1.5)
            first, second = (
                page.render(scale=_DPI / 72, grayscale=True).to_pil().reduce(_COARSER)
                for page in (one, other)
            )
            apart = ImageChops.difference(first, second.resize(first.size))
            unlike = sum(apart.histogram()[128:])
            part = unlike / first.width / first.height
            assert part < _MOST_UNLIKE, part
    finally:
        ours.close()
        theirs.close()
