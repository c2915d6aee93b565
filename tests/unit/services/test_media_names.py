"""The names of paper sizes as queues give them, read and asked for."""

import pytest

from ceremony_app.domain.ceremony import Paper
from ceremony_app.services.media_names import media_list, media_name

OFFICE = (
    "iso_a4_210x297mm",
    "na_legal_8.5x14in",
    "custom_148.52x209.9mm_148.52x209.9mm",
    "custom_min_3x5in",
    "custom_max_8.5x14in",
    "auto",
)


def test_a_queues_words_become_millimetres() -> None:
    known = media_list(OFFICE)
    assert [(one.words, *one.size_mm) for one in known.named] == [
        ("A4", 210, 297),
        ("Legal", pytest.approx(215.9), pytest.approx(355.6)),
        ("", 148.52, 209.9),
    ]
    assert known.least == pytest.approx((76.2, 127))
    assert known.most == pytest.approx((215.9, 355.6))


def test_a_size_is_asked_for_by_the_queues_own_name_or_by_its_measures() -> None:
    assert media_name(media_list(OFFICE), Paper.A4.size_mm) == "iso_a4_210x297mm"
    assert media_name(media_list(OFFICE), Paper.F4.size_mm) == "custom_215x330mm_215x330mm"
    same = media_list(["na_foolscap_8.5x13in"])
    assert media_name(same, Paper.F4.size_mm) == "na_foolscap_8.5x13in"
    assert media_name(media_list([]), (62.0, 29.0)) == "custom_62x29mm_62x29mm"
