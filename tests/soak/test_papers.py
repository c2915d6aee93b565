"""Papers from hundreds of ceremonies that nobody would make by hand."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.locator import Locator
from tests.helpers.paper_checks import KINDS, AnyPaper
from tests.helpers.soak import part_of

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def stationery(locator: Locator) -> Stationery:
    """One for all: faces are large, and what was laid out is remembered by them."""
    return Stationery.of(locator)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data(), paper=st.sampled_from(Paper))
@settings(max_examples=part_of(500), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_data_makes_a_sound_paper(
    stationery: Stationery, tmp_path: Path, kind: str, data: st.DataObject, paper: Paper
) -> None:
    made_from, check = KINDS[kind]
    check(AnyPaper(stationery, tmp_path), data.draw(made_from), paper)
