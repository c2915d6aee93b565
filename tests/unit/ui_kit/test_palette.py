import pytest

from ceremony_app.ui_kit.palette import BRIGHT, DARK, Palette, contrast
from ceremony_app.ui_kit.theme import Theme
from tests.helpers.windows import LOCATOR


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_the_published_formula(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("palette", [BRIGHT, DARK], ids=lambda palette: palette.name)
def test_every_pair_that_carries_words_can_be_read(palette: Palette) -> None:
    colours = palette.colours()
    weak = {
        pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2)
        for pair in palette.pairs()
        if contrast(colours[pair[0]], colours[pair[1]]) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("palette", [BRIGHT, DARK], ids=lambda palette: palette.name)
def test_outlines_of_fields_and_the_focus_can_be_seen(palette: Palette) -> None:
    for outline in (palette.field_line, palette.focus):
        assert contrast(outline, palette.surface) >= 3.0
        assert contrast(outline, palette.ground) >= 3.0


@pytest.mark.parametrize("palette", [BRIGHT, DARK], ids=lambda palette: palette.name)
def test_the_sheet_has_every_name_filled_in(palette: Palette) -> None:
    sheet = Theme(LOCATOR).sheet(palette)
    assert "@" not in sheet
    assert palette.bar in sheet
    assert (LOCATOR.icons / f"chevron-down-{palette.name}.svg").exists()
