"""The smaller papers from any data."""

from hypothesis import strategies as st

from ceremony_app.domain.day_papers import (
    CardSheet,
    GuestSheet,
    ReadingSheet,
    ReportSheet,
    RundownRow,
    RundownSheet,
)
from ceremony_app.domain.live import Arrivals, DivisionCount
from ceremony_app.domain.numbered_sheet import NumberedSheet
from ceremony_app.domain.papers import AttendanceRow, MissingRow, MissingSheet
from ceremony_app.domain.phrases import suggest
from ceremony_app.domain.texts import Phrase, PhraseRole, Point, Text
from tests.helpers.odd_papers import NAMES, OCCASIONS, POSTS, SENTENCES, SIGNERS, TITLES

MOMENT = "2023-02-13T07:31:00.000+07:00[WIB]"
_MANY = 60
"""Rows that are drawn; lists repeat them."""


@st.composite
def guest_sheets(draw: st.DrawFn) -> GuestSheet:
    """From no guest to sixty."""
    drawn = draw(st.lists(st.tuples(NAMES, POSTS, TITLES, st.booleans()), max_size=_MANY))
    rows = tuple(
        AttendanceRow(no, name, post=post, division=from_, time=MOMENT if came else "")
        for no, (name, post, from_, came) in enumerate(drawn, start=1)
    )
    return GuestSheet(draw(OCCASIONS), rows)


@st.composite
def rundown_sheets(draw: st.DrawFn) -> RundownSheet:
    """Programmes of one to thirty items."""
    row = st.tuples(TITLES, NAMES, st.one_of(st.just(""), SENTENCES), st.integers(0, 120))
    rows = tuple(
        RundownRow(
            no, title, start="08.05" if minutes else "", minutes=minutes, speaker=speaker, note=note
        )
        for no, (title, speaker, note, minutes) in enumerate(
            draw(st.lists(row, min_size=1, max_size=30)), start=1
        )
    )
    return RundownSheet(draw(OCCASIONS), rows)


@st.composite
def reading_sheets(draw: st.DrawFn) -> ReadingSheet:
    """One to three texts, their points in phrases as the program suggests them."""
    roles = st.sampled_from(PhraseRole)
    texts = []
    for number in range(draw(st.integers(1, 3))):
        points = []
        for words in draw(st.lists(SENTENCES, min_size=1, max_size=12)):
            role, aid = draw(roles), draw(st.sampled_from(["", "pelan, lalu jeda"]))
            phrases = tuple(Phrase(phrase, role, aid) for phrase in suggest(words))
            points.append(Point(phrases))
        texts.append(Text(f"t{number}", f"ikrar{number}", draw(TITLES), tuple(points)))
    return ReadingSheet(draw(OCCASIONS), tuple(texts))


@st.composite
def report_sheets(draw: st.DrawFn) -> ReportSheet:
    """With any number of divisions and spans of arrivals."""
    people = draw(st.integers(0, 5000))
    divisions = draw(st.lists(st.tuples(TITLES, st.integers(0, 400)), max_size=20))
    came = draw(st.lists(st.integers(0, 90), max_size=30))
    counts = tuple(sum(came[: index + 1]) for index in range(len(came)))
    return ReportSheet(
        draw(OCCASIONS),
        people=people,
        present=draw(st.integers(0, people)),
        guests=draw(st.integers(0, 9)),
        counts=(("Terlambat", 4), ("Dinas luar", 12)),
        divisions=tuple(DivisionCount(name, there, 400) for name, there in divisions),
        arrivals=Arrivals(7 * 60, 5, counts) if counts else None,
        signed=tuple((title, 3, 4) for title in draw(st.lists(TITLES, max_size=3))),
        signers=draw(SIGNERS),
    )


CASES = st.lists(st.tuples(TITLES, SENTENCES.map(lambda words: words[:140])), max_size=7)


@st.composite
def card_sheets(draw: st.DrawFn) -> CardSheet:
    """Cards with some keys and cases."""
    keys = draw(st.lists(st.tuples(TITLES, st.just("F2, Ctrl+F")), max_size=12))
    cases = draw(CASES)
    return CardSheet(draw(OCCASIONS), "Kartu operator aula", tuple(keys), tuple(cases))


@st.composite
def missing_sheets(draw: st.DrawFn) -> MissingSheet:
    """Up to three hundred who have not come."""
    drawn = draw(st.lists(st.tuples(NAMES, POSTS), max_size=_MANY)) * draw(st.integers(1, 5))
    rows = tuple(
        MissingRow(no, name, post, f"Divisi {no // 20}")
        for no, (name, post) in enumerate(drawn, start=1)
    )
    return MissingSheet(draw(OCCASIONS), MOMENT, rows)


@st.composite
def numbered_sheets(draw: st.DrawFn) -> NumberedSheet:
    """Up to three hundred on a list with numbers."""
    drawn = draw(st.lists(st.tuples(NAMES, POSTS), max_size=_MANY)) * draw(st.integers(1, 5))
    rows = tuple(
        MissingRow(no, name, post, f"Divisi {no // 20}")
        for no, (name, post) in enumerate(drawn, start=1)
    )
    return NumberedSheet(draw(OCCASIONS), "7KQ2", MOMENT, rows)
