"""What id numbers are, and which are refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.id_numbers import IdReading, IdRules, clean_id_number, mask_private
from ceremony_app.domain.people import IdKind

TODAY = date(2026, 11, 22)
PUBLISHED = "196608011988031001"


def keys(text: str) -> tuple[IdKind, list[str], list[str]]:
    reading = IdRules(TODAY).read(text)
    return (
        reading.kind,
        [refusal.key.removeprefix("roster.id.") for refusal in reading.refusals],
        [warning.key.removeprefix("roster.id.") for warning in reading.warnings],
    )


def nip(
    born: str = "19660801", start: str = "198803", sex: str = "1", sequence: str = "001"
) -> str:
    return f"{born}{start}{sex}{sequence}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PUBLISHED, IdKind.NIP),
        ("19660801 198803 1 001", IdKind.NIP),
        ("19660801.198803.1.001", IdKind.NIP),
        ("'196608011988031001", IdKind.NIP),
        ("’196608011988031001", IdKind.NIP),
        ("19660801\u00a0198803\u00a01\u00a0001", IdKind.NIP),
        ("\ufeff196608011988031001\u200b\t", IdKind.NIP),
        ("NIP. 19660801 198803 1 001", IdKind.NIP),
        ("nip: 196608011988031001", IdKind.NIP),
        ('="196608011988031001"', IdKind.NIP),
        ("199411052023211003", IdKind.NI_PPPK),
        ("199009132025242014", IdKind.NI_PPPK),
        ("66080123", IdKind.NRP),
        ("NRP 66080123", IdKind.NRP),
        ("PPNPN-001", IdKind.LOCAL),
        ("ppnpn/07/001", IdKind.LOCAL),
        ("0012", IdKind.LOCAL),
        ("1234567", IdKind.LOCAL),
        ("", IdKind.NONE),
        ("  -  ", IdKind.NONE),
        ("–", IdKind.NONE),
        ("Tidak ada", IdKind.NONE),
        ("nihil", IdKind.NONE),
        ("0", IdKind.NONE),
    ],
)
def test_what_a_number_is(text: str, kind: IdKind) -> None:
    assert keys(text) == (kind, [], [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (PUBLISHED[:-1], "length"),
        (PUBLISHED + "1", "length"),
        ("060045678", "length"),
        ("19660801", "length"),
        (nip(born="19660230"), "birth"),
        (nip(born="19661301"), "birth"),
        (nip(born="00000801"), "birth"),
        (nip(start="198800"), "appointment"),
        (nip(start="198813"), "appointment"),
        (nip(start="198820"), "appointment"),
        (nip(sex="0"), "sex"),
        (nip(sex="3"), "sex"),
        (nip(sequence="000"), "sequence"),
        ("199411052023213000", "sex"),
        ("1.97310282016051E+17", "scientific"),
        ("1,97310282016051E+17", "scientific"),
        ("1.97E+17", "scientific"),
        ("2E+17", "scientific"),
        ("3175091203900001", "nik"),
        ("3175 0912 0390 0001", "nik"),
        ("NIK 3175091203900001", "nik"),
        ("196608011988O31001", "characters"),
        ("19660801-198803-1-001", "characters"),
        ("١٩٦٦٠٨٠١١٩٨٨٠٣١٠٠١", "characters"),
        ("A" * 25, "too_long"),
        ("=A1+B1", "characters"),
    ],
)
def test_what_is_refused(text: str, reason: str) -> None:
    kind, refusals, _ = keys(text)
    assert reason in refusals
    assert kind in (IdKind.NONE, IdKind.NIP, IdKind.NI_PPPK)


def test_every_fault_of_one_number_is_named() -> None:
    assert keys("196613011988133000")[1] == ["birth", "appointment", "sex", "sequence"]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (nip(born="19551122"), "age"),
        (nip(born="20081123", start="202612"), "age"),
        (nip(start="202612"), "future"),
        (nip(start="198307"), "too_young"),
        ("199411052027211003", "future"),
        ("199411052023311003", "pppk_code"),
    ],
)
def test_what_is_only_doubted(text: str, doubt: str) -> None:
    kind, refusals, doubts = keys(text)
    assert kind in (IdKind.NIP, IdKind.NI_PPPK)
    assert refusals == []
    assert doubt in doubts


@pytest.mark.parametrize("born", ["19551123", "20081122"])
def test_the_ages_of_18_and_70_are_not_doubted(born: str) -> None:
    assert keys(nip(born=born, start="202601"))[1] == []
    assert "age" not in keys(nip(born=born, start="202601"))[2]


def test_the_day_of_judgement_is_handed_in() -> None:
    young = nip(born="20001231", start="201901")
    assert [one.key for one in IdRules(date(2018, 12, 30)).read(young).warnings] == [
        "roster.id.age",
        "roster.id.future",
    ]
    assert IdRules(date(2019, 1, 1)).read(young).warnings == ()


def test_a_nik_is_never_shown_whole() -> None:
    reading = IdRules(TODAY).read("3175091203900001")
    assert reading.number == "************0001"
    assert mask_private("KTP 3175 0912 0390 0001 baru") == "KTP ************0001 baru"
    assert mask_private(PUBLISHED) == PUBLISHED
    assert mask_private("19660801 198803 1 001") == "19660801 198803 1 001"


def test_a_local_number_has_one_spelling() -> None:
    rules = IdRules(TODAY)
    assert rules.read("ppnpn. 001").number == rules.read("PPNPN001").number == "PPNPN001"


births = st.dates(date(1957, 1, 1), date(2006, 12, 31))
marks = st.text(alphabet=" .'’\u00a0\t", max_size=2)


@st.composite
def right_numbers(draw: st.DrawFn) -> tuple[str, IdKind]:
    """A number that nothing can be said against."""
    born = draw(births)
    start = draw(st.dates(born + timedelta(days=18 * 366), TODAY))
    is_pppk = draw(st.booleans())
    code = f"{draw(st.integers(21, 29))}" if is_pppk else f"{start.month:02}"
    sequence = draw(st.integers(1, 999))
    sex = draw(st.sampled_from("12"))
    kind = IdKind.NI_PPPK if is_pppk else IdKind.NIP
    return f"{born:%Y%m%d}{start.year}{code}{sex}{sequence:03}", kind


@given(right_numbers())
def test_right_numbers_pass_on_both_ways(one: tuple[str, IdKind]) -> None:
    number, kind = one
    rules = IdRules(TODAY)
    assert rules.plain_kinds([number]) == [kind]
    reading = rules.read(number)
    assert reading == IdReading(number, kind)


@given(right_numbers(), st.lists(marks, min_size=19, max_size=19))
def test_blanks_dots_and_apostrophes_change_nothing(
    one: tuple[str, IdKind], between: list[str]
) -> None:
    number, _ = one
    dressed = "".join(mark + digit for mark, digit in zip(between, number + " ", strict=True))
    assert clean_id_number(dressed) == number


@given(st.one_of(st.text(max_size=24), st.text(alphabet="0123456789", min_size=15, max_size=19)))
def test_the_short_way_passes_only_what_the_long_way_passes(text: str) -> None:
    rules = IdRules(TODAY)
    (short,) = rules.plain_kinds([text])
    reading = rules.read(text)
    if short is not IdKind.NONE:
        assert reading == IdReading(text, short)
    elif text.isascii() and text.isdigit() and len(text) == 18:
        assert reading.refusals or reading.warnings


@given(right_numbers(), st.integers(0, 17))
def test_a_digit_left_out_is_refused(one: tuple[str, IdKind], at: int) -> None:
    number, _ = one
    assert IdRules(TODAY).read(number[:at] + number[at + 1 :]).refusals


@given(st.text(alphabet="0123456789", min_size=16, max_size=16))
def test_sixteen_digits_are_never_taken(digits: str) -> None:
    reading = IdRules(TODAY).read(digits)
    assert reading.refusals
    assert digits not in reading.number
