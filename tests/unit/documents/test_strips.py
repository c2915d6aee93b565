"""How strips are laid on pages: in order, within the frame, together where they hold on."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.documents.pdf import Ink
from ceremony_app.documents.strips import Glue, Strip, kept_together, lay_out

FIRST, OTHER = 60.0, 100.0


def nothing(_ink: Ink, _top: float) -> None:
    """Paints nothing: only places are looked at."""


def strip(height: float, glue: Glue = Glue.NONE, gap: float = 0.0) -> Strip:
    return Strip(height, nothing, gap, glue)


STRIPS = st.lists(
    st.builds(
        strip,
        st.floats(min_value=1, max_value=60),
        st.sampled_from(list(Glue)),
        st.floats(min_value=0, max_value=10),
    ),
    max_size=40,
)


@given(STRIPS)
def test_every_strip_is_placed_once_in_order_within_the_frame(strips: list[Strip]) -> None:
    pages = lay_out(strips, FIRST, OTHER)
    assert [id(place.strip) for page in pages for place in page] == [id(one) for one in strips]
    for number, page in enumerate(pages):
        below = 0.0
        for place in page:
            assert place.top >= below - 1e-6
            below = place.top + place.strip.height
        assert below <= (OTHER if number else FIRST) + 1e-6


def test_strips_that_hold_together_go_over_together() -> None:
    pages = lay_out([strip(30), strip(25, Glue.FIRM), strip(20)], FIRST, OTHER)
    assert [len(page) for page in pages] == [1, 2]


def test_wished_glue_yields_before_firm_glue() -> None:
    chain = [strip(60, Glue.FIRM), strip(20, Glue.WISHED), strip(60, Glue.FIRM), strip(20)]
    pages = lay_out(chain, OTHER, OTHER)
    assert [len(page) for page in pages] == [2, 2]


def test_a_heading_is_repeated_where_its_strip_begins_a_page() -> None:
    heading = strip(10)
    rows = [replace(strip(30), heading=heading) for _ in range(5)]
    pages = lay_out([heading, *rows], OTHER, OTHER)
    assert [len(page) for page in pages] == [4, 3]
    assert pages[1][0].strip is heading


def test_gaps_fall_away_at_the_top_of_a_page() -> None:
    pages = lay_out([strip(60), strip(60, gap=20)], FIRST, OTHER)
    assert [page[0].top for page in pages] == [0.0, 0.0]


def test_kept_together_leaves_the_last_one_free() -> None:
    held = kept_together([strip(1), strip(1)])
    assert [one.glue for one in held] == [Glue.FIRM, Glue.NONE]


def test_no_strips_make_one_page() -> None:
    assert lay_out([], FIRST, OTHER) == [[]]
