"""Times as the record spells them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import SystemClock, local_text, moment_of, utc_text

MOMENT = datetime(2023, 2, 13, 0, 30, 15, 123_456, tzinfo=UTC)


def test_utc_has_milliseconds_and_a_z() -> None:
    assert utc_text(MOMENT) == "2023-02-13T00:30:15.123Z"
    assert utc_text(MOMENT.astimezone(timezone(timedelta(hours=9)))) == "2023-02-13T00:30:15.123Z"


@pytest.mark.parametrize(
    ("zone", "spelled"),
    [
        (Zone.WIB, "2023-02-13T07:30:15.123+07:00[WIB]"),
        (Zone.WITA, "2023-02-13T08:30:15.123+08:00[WITA]"),
        (Zone.WIT, "2023-02-13T09:30:15.123+09:00[WIT]"),
    ],
)
def test_local_time_is_the_ceremonys_zone(zone: Zone, spelled: str) -> None:
    assert local_text(MOMENT, zone) == spelled


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), st.sampled_from(Zone))
def test_both_spellings_name_the_same_moment(naive: datetime, zone: Zone) -> None:
    moment = naive.replace(tzinfo=UTC)
    shown = moment_of(local_text(moment, zone))
    assert shown == moment_of(utc_text(moment))
    assert timedelta(0) <= moment - shown < timedelta(milliseconds=1)


def test_the_systems_clocks_go_forward() -> None:
    clock = SystemClock()
    first, then = clock.monotonic_ns(), clock.monotonic_ns()
    assert first <= then
    assert clock.now().tzinfo is UTC
