"""F4 and what is taken for it."""

import pytest

from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.media import Fit, Media, MediaList, SizeMm

A4 = Media("a4", "A4", (210, 297))
FOLIO = Media("folio", "Folio", (210, 330))
FOOLSCAP = Media("foolscap", "Foolscap", (215.9, 330.2))
LEGAL = Media("legal", "Legal", (215.9, 355.6))
F4, A4_MM = Paper.F4.size_mm, Paper.A4.size_mm


@pytest.mark.parametrize(
    ("named", "size", "fit"),
    [
        ((A4, FOLIO, LEGAL), A4_MM, Fit.NAMED),
        ((A4, FOLIO, LEGAL), F4, Fit.ABSENT),
        ((A4, FOOLSCAP), F4, Fit.NAMED),
        ((), F4, Fit.UNTOLD),
    ],
)
def test_only_the_same_size_counts(named: tuple[Media, ...], size: SizeMm, fit: Fit) -> None:
    assert MediaList(named).fit(size) is fit


@pytest.mark.parametrize(
    ("most", "fit"), [((216.0, 356.0), Fit.CUSTOM), ((215.0, 329.0), Fit.ABSENT)]
)
def test_some_printers_take_a_size_by_its_measures(most: SizeMm, fit: Fit) -> None:
    assert MediaList((A4,), (76, 127), most).fit(F4) is fit


def test_the_near_misses_of_f4_are_named_nearest_first() -> None:
    known = MediaList((A4, LEGAL, FOOLSCAP, FOLIO))
    assert known.near_misses(F4) == (FOLIO, LEGAL)
    assert known.like(F4) is FOOLSCAP
    assert known.near_misses(A4_MM) == ()
