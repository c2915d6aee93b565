"""Names found by what clerks type: parts, numbers, old spellings, slips."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.name_index import NameIndex
from ceremony_app.domain.names import matches, search_key
from ceremony_app.domain.people import Person

NAMES = [
    "Dr. H. Soekardjo Wirjawan, S.H., M.H.",
    "Sukarjo",
    "Ni Made Ayu Tjandra, S.E.",
    "Siti Nurhaliza",
    "Siti Aminah Nur",
    "Abdurrahman Wahid",
    "Muhammad Yusuf",
    "O'Brien Situmorang",
    "I Gusti Ngurah Rai",
]
NUMBERS = [f"19800101200501{1 + at % 2}{at:03d}" for at in range(len(NAMES))]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(NAMES, NUMBERS)


def found(index: NameIndex, typed: str) -> list[str]:
    return [NAMES[row] for row in index.find(typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("   ", []),
        ("siti", ["Siti Nurhaliza", "Siti Aminah Nur"]),
        ("nur siti", ["Siti Nurhaliza", "Siti Aminah Nur"]),
        ("SITI A", ["Siti Aminah Nur"]),
        ("haliza", ["Siti Nurhaliza"]),
        ("rahman", ["Abdurrahman Wahid"]),
        ("sukarjo", ["Sukarjo", "Dr. H. Soekardjo Wirjawan, S.H., M.H."]),
        ("soek", ["Dr. H. Soekardjo Wirjawan, S.H., M.H.", "Sukarjo"]),
        ("candra", ["Ni Made Ayu Tjandra, S.E."]),
        ("obrien", ["O'Brien Situmorang"]),
        ("nurhalisa", ["Siti Nurhaliza"]),
        ("nruhaliza", ["Siti Nurhaliza"]),
        ("muhamad", ["Muhammad Yusuf"]),
        ("mohammad yusup", ["Muhammad Yusuf"]),
        ("abdurahman wahd", ["Abdurrahman Wahid"]),
        ("situmor", ["O'Brien Situmorang"]),
        ("zzz", []),
        ("zzzzzz", []),
    ],
)
def test_what_clerks_type(index: NameIndex, typed: str, expected: list[str]) -> None:
    assert found(index, typed)[: len(expected) or 1] == expected


def test_titles_count_for_nothing(index: NameIndex) -> None:
    assert found(index, "S.H.") == []
    assert found(index, "dr. soekardjo") == found(index, "soekardjo")


def test_the_end_of_a_number(index: NameIndex) -> None:
    assert found(index, NUMBERS[3][-4:]) == [NAMES[3]]
    assert found(index, "1 003") == [NAMES[3]] or found(index, "2 003") == [NAMES[3]]
    assert found(index, "99") == []


def test_the_limit_keeps_the_first() -> None:
    index = NameIndex([f"Siti {at:03d}a" for at in range(200)], [""] * 200)
    assert index.find("siti", limit=5) == [0, 1, 2, 3, 4]


@given(st.sampled_from(NAMES), st.data())
def test_whoever_is_meant_is_found(name: str, data: st.DataObject) -> None:
    """Whatever `matches` says of one person, the index says of a hundred thousand."""
    words = search_key(name).split()
    word = data.draw(st.sampled_from(words))
    typed = word[: data.draw(st.integers(1, len(word)))]
    assert matches(typed, Person("x", name))
    assert name in [NAMES[row] for row in NameIndex(NAMES, NUMBERS).find(typed)]


@given(st.integers(0, 10_000))
def test_a_slip_in_a_long_word_is_forgiven(seed: int) -> None:
    dice = random.Random(seed)
    word = list("nurhaliza")
    at = dice.randrange(1, len(word) - 1)
    match dice.randrange(4):
        case 0:
            word[at], word[at + 1] = word[at + 1], word[at]
        case 1:
            word[at] = "x"
        case 2:
            del word[at]
        case _:
            word.insert(at, "x")
    assert "Siti Nurhaliza" in [NAMES[row] for row in NameIndex(NAMES, NUMBERS).find("".join(word))]
