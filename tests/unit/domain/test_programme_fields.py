"""What items of each kind have, and how long they take."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.programme import (
    double,
    own_field,
    planned_minutes,
    planned_starts,
    without_foreign,
)

FULL = Cue(
    "a",
    CueKind.TITLE,
    "Acara",
    subtitle="Baris",
    text="t",
    pact="p",
    minutes=5,
    until="08:00",
    picture="g",
    sound="s",
    speaker="MC",
    note="catatan",
    skipped=True,
)


@given(st.sampled_from(CueKind))
def test_an_item_keeps_what_its_kind_has_and_what_all_have(kind: CueKind) -> None:
    plain = without_foreign(replace(FULL, kind=kind))
    kept = {name for name in ("until", "text", "pact", "picture") if getattr(plain, name)}
    assert kept == ({own_field(kind)} - {""})
    assert without_foreign(plain) == plain
    common = ("subtitle", "minutes", "sound", "speaker", "note", "skipped")
    assert all(getattr(plain, name) == getattr(FULL, name) for name in common)


def test_skipped_items_take_no_time() -> None:
    programme = (replace(FULL, skipped=False), FULL, replace(FULL, minutes=7, skipped=False))
    assert planned_minutes(programme) == 12


def test_a_copy_comes_after_its_item_under_its_own_id() -> None:
    other = Cue("b", CueKind.BLANK, "Kosong")
    doubled = double((FULL, other), "a", "c")
    assert doubled == (FULL, replace(FULL, id="c"), other)
    with pytest.raises(ValueError, match="already"):
        double(doubled, "a", "b")
    with pytest.raises(LookupError):
        double(doubled, "z", "d")


def timed(kind: CueKind, identity: str, minutes: int, *, skipped: bool = False) -> Cue:
    return Cue(identity, kind, identity, minutes=minutes, skipped=skipped)


def test_times_are_added_up_from_the_first_item_for_which_nobody_waits() -> None:
    programme = (
        timed(CueKind.HOLDING, "tunggu", 30),
        timed(CueKind.COUNTDOWN, "mundur", 5),
        timed(CueKind.TITLE, "buka", 2),
        timed(CueKind.ANTHEM, "lagu", 3, skipped=True),
        timed(CueKind.TEXT, "ikrar", 5),
        timed(CueKind.SIGNING, "tanda", 0),
        timed(CueKind.CLOSING, "tutup", 1),
    )
    starts = planned_starts(programme, "08:00")
    assert starts == {
        "tunggu": "07.25",
        "mundur": "07.55",
        "buka": "08.00",
        "ikrar": "08.02",
        "tanda": "08.07",
    }, "nothing is known after an item of unknown length"
    assert planned_starts(programme, "") == {}
