"""Any data makes papers without an overlap, a cut, or a signature block that stands alone.

`tests/soak/test_papers.py` does the same some hundreds of times.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from tests.helpers.paper_checks import KINDS, AnyPaper


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data(), paper=st.sampled_from(Paper))
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_data_makes_a_sound_paper(
    stationery: Stationery, tmp_path: Path, kind: str, data: st.DataObject, paper: Paper
) -> None:
    made_from, check = KINDS[kind]
    check(AnyPaper(stationery, tmp_path), data.draw(made_from), paper)
