"""Indonesian dates, times and numbers, whatever the machine's own language is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Zone

UNITS = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
SCALES = {"ribu": 1_000, "juta": 1_000_000}


def read_number(words: str) -> int:
    """Read Indonesian number words, independently of the library that writes them."""
    total, group = 0, 0
    plain = words.replace("seribu", "satu ribu").replace("seratus", "satu ratus")
    plain = plain.replace("sepuluh", "satu puluh").replace("sebelas", "satu belas")
    unit = 0
    for word in plain.split():
        if word in UNITS:
            unit = UNITS[word]
            group += unit
        elif word == "belas":
            group += 10
        elif word == "puluh":
            group += unit * 9
        elif word == "ratus":
            group += unit * 99
        else:
            total, group = total + group * SCALES[word], 0
    return total + group


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_words_says_the_number(value: int) -> None:
    assert read_number(wording.in_words(value)) == value


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_figures_have_dots_between_thousands(value: int) -> None:
    written = wording.number(value)
    assert int(written.replace(".", "")) == value
    groups = written.lstrip("-").split(".")
    assert all(len(group) == 3 for group in groups[1:])
    assert 1 <= len(groups[0]) <= 3


def test_fractions_have_a_comma() -> None:
    assert wording.number(1234.5) == "1.234,5"
    assert wording.number(1234.5, decimals=2) == "1.234,50"
    assert wording.number(1234.4, decimals=0) == "1.234"


def test_counts_stand_in_figures_and_words() -> None:
    assert wording.counted(83) == "83 (delapan puluh tiga) orang"
    assert wording.counted(0) == "0 (nol) orang"
    assert wording.counted(1100, "peristiwa") == "1.100 (seribu seratus) peristiwa"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2023-02-13", "Senin, 13 Februari 2023"),
        ("2022-10-17", "Senin, 17 Oktober 2022"),
        ("2023-01-30", "Senin, 30 Januari 2023"),
        ("2024-08-09", "Jumat, 9 Agustus 2024"),
        ("2023-05-07", "Minggu, 7 Mei 2023"),
    ],
)
def test_dates(day: str, words: str) -> None:
    assert wording.day_and_date(day) == words
    assert wording.date_words(day) == words.split(", ")[1]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_spelled_date_says_the_date(day: date) -> None:
    weekday, rest = wording.spelled_date(day.isoformat()).split(" tanggal ")
    number, rest = rest.split(" bulan ")
    month, year = rest.split(" tahun ")
    assert read_number(number) == day.day
    assert read_number(year) == day.year
    assert wording.day_and_date(day.isoformat()) == f"{weekday}, {day.day} {month} {day.year}"


def test_the_spelled_date_of_a_real_ceremony() -> None:
    spelled = "Senin tanggal tiga belas bulan Februari tahun dua ribu dua puluh tiga"
    assert wording.spelled_date("2023-02-13") == spelled


@pytest.mark.parametrize("text", ["", "2023-02-30", "13-02-2023", "besok"])
def test_what_is_no_date_is_a_bug(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        wording.date_words(text)


@pytest.mark.parametrize("zone", list(Zone))
def test_clock_times_name_their_zone(zone: Zone) -> None:
    assert wording.clock("08:30", zone) == f"pukul 08.30 {zone}"
    assert wording.clock("08:30:59", zone) == f"pukul 08.30 {zone}"


@pytest.mark.parametrize("text", ["", "25:00", "8.30", "pagi"])
def test_what_is_no_time_is_a_bug(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        wording.clock(text, Zone.WIB)


def test_a_moment_is_told_in_the_ceremonys_zone() -> None:
    moment = "2023-02-13T23:50:00.000+07:00[WIB]"
    assert wording.clock_figures(moment, Zone.WIB) == "23.50"
    assert wording.clock_figures(moment, Zone.WIT) == "01.50"
    assert wording.moment_words(moment, Zone.WIT) == "Selasa, 14 Februari 2023 pukul 01.50 WIT"
    assert wording.moment_words("2023-02-13T00:30:15.123Z", Zone.WITA).endswith("08.30 WITA")


def test_a_moment_without_an_offset_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no offset"):
        wording.clock_figures("2023-02-13T08:00:00", Zone.WIB)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "00:00"), (245, "04:05"), (3599, "59:59"), (3750, "1:02:30")]
)
def test_lengths_are_read_off_a_timer(seconds: int, said: str) -> None:
    assert wording.timer_figures(seconds) == said


def test_lists_are_joined_in_indonesian() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b"]) == "a dan b"
    assert wording.listed(["a", "b", "c"]) == "a, b, dan c"


def test_a_head_is_grouped_by_four() -> None:
    head = "0123456789abcdef" * 2
    assert wording.grouped_head(head) == "0123 4567 89ab cdef 0123 4567 89ab cdef"
    assert wording.grouped_head("") == ""


def test_a_nik_shows_only_its_last_four_digits() -> None:
    assert wording.shown_number("3273010101800001") == "************0001"
    assert wording.shown_number("196608011988031001") == "196608011988031001"
    assert wording.shown_number("PPNPN-0007") == "PPNPN-0007"
    assert wording.shown_number("") == ""
