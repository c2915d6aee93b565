"""Copies used at will come home in every order, many times over: always the same answer."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings

from tests.helpers.soak import part_of
from tests.helpers.used_copies import Used, laptops, tables, ways_home

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]


@settings(max_examples=part_of(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(laptops | tables)
def test_any_order_gives_the_same_events_and_answers(each: Sequence[Used]) -> None:
    found = ways_home(each)
    assert all(one == found[0] for one in found)
