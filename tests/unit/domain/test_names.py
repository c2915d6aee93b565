"""Titles off for sorting and searching; the name itself is never changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.names import (
    NameParts,
    join_titles,
    matches,
    search_key,
    sort_key,
    split_titles,
)
from ceremony_app.domain.people import Person


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Dr. H. Nama, S.H., M.H.", ("Dr. H.", "Nama", "S.H., M.H.")),
        ("dr. Nama Lain, Sp.A", ("dr.", "Nama Lain", "Sp.A")),
        ("Suharyanto", ("", "Suharyanto", "")),
        ("Ida Bagus Putu Alit, S.E.", ("", "Ida Bagus Putu Alit", "S.E.")),
        ("Ni Made Ayu", ("", "Ni Made Ayu", "")),
        ("I Wayan Sudarma", ("", "I Wayan Sudarma", "")),
        ("I", ("", "I", "")),
        ("Ni", ("", "Ni", "")),
        ("Dr", ("", "Dr", "")),
        ("H.", ("", "H.", "")),
        ("H.Ahmad", ("H.", "Ahmad", "")),
        ("H Ahmad", ("H", "Ahmad", "")),
        ("Hasan", ("", "Hasan", "")),
        ("Irwan", ("", "Irwan", "")),
        ("Dr.H.Ahmad Yani", ("Dr. H.", "Ahmad Yani", "")),
        ("Prof. Dr. (H.C.) Bambang", ("Prof. Dr. (H.C.)", "Bambang", "")),
        ("Komjen Pol. Andap Budhi", ("Komjen Pol.", "Andap Budhi", "")),
        ("Komjen Pol. (Purn.) Andap", ("Komjen Pol. (Purn.)", "Andap", "")),
        ("AKBP Budi", ("AKBP", "Budi", "")),
        ("BUDI SANTOSO SH, MH", ("", "BUDI SANTOSO", "SH, MH")),
        ("Budi Santoso S.H.", ("", "Budi Santoso", "S.H.")),
        ("Budi Sip", ("", "Budi Sip", "")),
        ("Andi Ma", ("", "Andi Ma", "")),
        ("Hj. Ma’rifah", ("Hj.", "Ma’rifah", "")),
        ("R. Agus", ("", "R. Agus", "")),
        ("H. Muh. Nur, Lc.", ("H.", "Muh. Nur", "Lc.")),
        ("K.H. Zainal", ("K.H.", "Zainal", "")),
        ("", ("", "", "")),
        (", S.H.", ("", "", "S.H.")),
    ],
)
def test_titles_before_and_after(full: str, parts: tuple[str, str, str]) -> None:
    assert split_titles(full) == NameParts(*parts)


@pytest.mark.parametrize(
    ("columns", "full"),
    [
        (("Dr.", "Budi", "S.H., M.H."), "Dr. Budi, S.H., M.H."),
        (("", "Budi", ""), "Budi"),
        (("", "Dr. Budi, S.H.", "S.H."), "Dr. Budi, S.H."),
        (("Dr.", "Dr. Budi", ""), "Dr. Budi"),
        (("Dr.", "Drajat", ""), "Dr. Drajat"),
        (("Dr.", "DR. BUDI", ""), "DR. BUDI"),
        (("Dr. H.", "H. Budi, S.H.", "S.H., M.H."), "Dr. H. Budi, S.H., M.H."),
        (("dr.", "Ani ", ", Sp.A"), "dr. Ani, Sp.A"),
        (("", "Budi S.H.", "S.H."), "Budi S.H."),
    ],
)
def test_columns_of_titles_are_joined_once(columns: tuple[str, str, str], full: str) -> None:
    assert join_titles(*columns) == full


def test_people_are_sorted_without_titles_capitals_and_marks() -> None:
    people = [
        "Zainal",
        "Dr. H. Budi, S.H.",
        "dr. André",
        "AGUS, S.E.",
        "Ma'ruf",
        "Maria",
        "’Aisyah",
    ]
    assert sorted(people, key=sort_key) == [
        "AGUS, S.E.",
        "’Aisyah",
        "dr. André",
        "Dr. H. Budi, S.H.",
        "Maria",
        "Ma'ruf",
        "Zainal",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soekardjo", "Sukarjo"),
        ("Djoko Tjahjono", "Joko Cahjono"),
        ("Sjafruddin", "Syafruddin"),
        ("SOETRISNO", "sutrisno"),
        ("Ma'ruf", "Ma’ruf"),
        ("Ma'ruf", "Maruf"),
        ("André", "Andre"),
        ("Dr. H. Budi, S.H.", "Budi"),
        ("Al-Idrus", "Al Idrus"),
    ],
)
def test_spellings_that_a_search_does_not_tell_apart(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


ONE = Person("a", "Dr. H. Djoko Soekardjo Ma'ruf, S.H., M.H.", "196608011988031001")
NOEL = Person("b", "Noel Fernandez", "")


@pytest.mark.parametrize(
    "query",
    [
        *("djoko", "joko", "JOKO", "sukar", "soek", "maruf", "ma’ruf", "joko suk", "suk jok"),
        *("001", "31001", "1988 03 1 001", "dr. h. djoko", "196608011988031001"),
    ],
)
def test_whom_a_search_finds(query: str) -> None:
    assert matches(query, ONE)


@pytest.mark.parametrize(
    "query", ["", "  ", "oko", "01", "1966", "budi", "djoko budi", "S.H., M.H."]
)
def test_whom_a_search_does_not_find(query: str) -> None:
    assert not matches(query, ONE)


@pytest.mark.parametrize("query", ["n", "no", "noe", "noel", "nul", "noel f"])
def test_a_search_finds_while_it_is_typed(query: str) -> None:
    assert matches(query, NOEL)


@given(st.text(max_size=60))
def test_any_text_can_be_taken_apart_and_has_keys(full: str) -> None:
    parts = split_titles(full)
    assert search_key(full) == search_key(full.upper().casefold()) or not full.isascii()
    kept = "".join((parts.before + parts.name + parts.after).split())
    assert sorted(kept.replace(",", "")) == sorted("".join(full.split()).replace(",", ""))


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=1))
def test_a_name_of_one_word_stays_whole(name: str) -> None:
    assert split_titles(name) == NameParts("", name, "")
