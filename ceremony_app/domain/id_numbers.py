"""Id numbers of Indonesian offices: what each one is, and whether it can be right.

A NIP has 18 digits: birth date YYYYMMDD, appointment YYYYMM, sex 1 or 2, sequence 001 to 999; it
has no check digit. The NI of contract staff (PPPK) has 18 digits as well: birth date, year of
appointment, a code of two digits from 21 up in the place of the month, sex, sequence. The NRP of
the police has 8 digits. A local number is whatever an office gives to staff without any of these
(PPNPN): letters and digits, or at most seven digits. A NIK (16 digits) is private and is
refused wherever it turns up.

Nothing that a number says of its holder (age, sex) is ever shown; it is only held against itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.people import IdKind
from ceremony_app.domain.remembered import Remembered

NIP_LENGTH = 18
NIK_LENGTH = 16
NRP_LENGTH = 8
LOCAL_LENGTH = 24

_YOUNGEST = 18
_OLDEST = 70
_LEAST_MONTHS = 17 * 12
# With more of them it is a NIP with a letter in it (O for 0) rather than a local number.
_MOST_DIGITS_BESIDE_LETTERS = 11
_NEVER = 1_000_000
_FIRST_PPPK_CODE = 21
_LAST_USUAL_PPPK_CODE = 29

# Blanks of every width come under \s; the rest are dots, apostrophes of both kinds as text
# programs set them, and marks of no width that come along when a number is copied from a page.
_DROPPED = re.compile("[\\s.'\"`´‘’‚‛ʻʼ′\u200b-\u200f\u2060\ufeff\u00ad]+")
_PLAIN_ENDS = frozenset(f"{sex}{sequence:03}" for sex in "12" for sequence in range(1, 1000))
_PREFIX = re.compile(r"^(?:NIP|NRP|NI\s?PPPK|NIPPPK)\s*[.:]*\s*(?=\d)", re.IGNORECASE)
_TEXT_MADE_BY_FORMULA = re.compile(r'^="([^"]*)"$')
_SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+E\+?|E\+)\d{1,3}$", re.IGNORECASE)
_NIK_WITHIN = re.compile(r"(?<!\d)(?:\d[ .'’\u00a0-]?){15}\d(?!\d)")
_LOCAL = re.compile(r"(?=.*[A-Z])[A-Z0-9][A-Z0-9/-]*")
_NOTHING = frozenset(
    {"", "-", "--", "---", "–", "—", "_", "NIHIL", "TIDAKADA", "TDKADA", "N/A", "0"}
)


@dataclass(frozen=True, slots=True)
class IdReading:
    """One id number as read: its one spelling, its kind, and what was found.

    A number with any refusal must not be taken in; warnings are for a person to look at.
    """

    number: str
    kind: IdKind
    refusals: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()


def clean_id_number(text: str) -> str:
    """The number without blanks, dots, apostrophes and a leading "NIP."; letters in capitals.

    An answer that means "none" (a dash, "nihil") comes back empty. `="1966..."`, with which
    personnel sites force a number to stay text, is taken for the text within.
    """
    text = _TEXT_MADE_BY_FORMULA.sub(r"\1", text.strip())
    plain = _DROPPED.sub("", _PREFIX.sub("", text)).upper()
    return "" if plain in _NOTHING else plain


def mask_private(text: str) -> str:
    """The text with every run of 16 digits (a NIK) cut down to its last four."""
    return _NIK_WITHIN.sub(lambda found: "************" + found.group()[-4:], text)


class IdRules:
    """The rules for id numbers on one day; one of these serves a whole roster."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._plain_births = Remembered(self._plain_birth)
        self._plain_starts = Remembered(self._plain_start)

    def plain_kinds(self, numbers: Iterable[str]) -> list[IdKind]:
        """The kinds of the numbers that need neither cleaning nor remark; NONE for the others.

        The short way for whole rosters, where the pieces of numbers recur: `read` says what is
        the matter with the others.
        """
        births, starts = self._plain_births, self._plain_starts
        kinds = []
        for number in numbers:
            month, kind = starts[number[8:14]]
            is_plain = month - births[number[:8]] >= _LEAST_MONTHS and number[14:] in _PLAIN_ENDS
            kinds.append(kind if is_plain else IdKind.NONE)
        return kinds

    def read(self, text: str) -> IdReading:
        """Any text from an id column, with its refusals and warnings."""
        if _SCIENTIFIC.match(text.strip()):
            return _refused(text.strip(), message("roster.id.scientific"))
        number = clean_id_number(text)
        if not number:
            return IdReading("", IdKind.NONE)
        masked = mask_private(number)
        if masked != number:
            return _refused(masked, message("roster.id.nik"))
        if not _is_digits(number):
            return _read_local(number)
        if len(number) == NIP_LENGTH:
            return self._read_nip(number)
        if len(number) == NRP_LENGTH and not self._is_beginning_of_nip(number):
            return IdReading(number, IdKind.NRP)
        if len(number) < NRP_LENGTH:
            return IdReading(number, IdKind.LOCAL)
        return _refused(number, message("roster.id.length", digits=len(number)))

    def _read_nip(self, number: str) -> IdReading:
        birth = _birth(number[:8], self._today)
        start = _start(number[8:14], self._today)
        refusals = []
        if birth is None:
            refusals.append(message("roster.id.birth", digits=number[:8]))
        if start is None:
            refusals.append(message("roster.id.appointment", digits=number[8:14]))
        if number[14] not in "12":
            refusals.append(message("roster.id.sex", digit=number[14]))
        if number[15:] == "000":
            refusals.append(message("roster.id.sequence"))
        kind = IdKind.NIP if start is None else start.kind
        if birth is None or start is None:
            return IdReading(number, kind, tuple(refusals))
        return IdReading(number, kind, tuple(refusals), tuple(_doubts(birth, start)))

    def _is_beginning_of_nip(self, digits: str) -> bool:
        """Whether eight digits are a birth date of somebody at work: a NIP cut short.

        An NRP begins with year and month of birth in two digits each, so none reads like that.
        """
        birth = _birth(digits, self._today)
        return birth is not None and not birth.is_odd

    def _plain_birth(self, digits: str) -> int:
        """The month of birth, or one that no appointment comes after."""
        birth = _birth(digits, self._today) if len(digits) == 8 and _is_digits(digits) else None
        return _NEVER if birth is None or birth.is_odd else birth.month

    def _plain_start(self, digits: str) -> tuple[int, IdKind]:
        """The month of appointment, or one that comes after no birth."""
        start = _start(digits, self._today) if len(digits) == 6 and _is_digits(digits) else None
        if start is None or start.is_future or start.odd_code:
            return 0, IdKind.NONE
        return start.month, start.kind


@dataclass(frozen=True, slots=True)
class _Birth:
    """A birth date that exists; `month` counts months since year 0. Odd is an odd age."""

    month: int
    is_odd: bool


@dataclass(frozen=True, slots=True)
class _Start:
    """An appointment that can be; `month` counts months since year 0."""

    kind: IdKind
    month: int
    is_future: bool
    odd_code: str = ""


def _birth(digits: str, today: date) -> _Birth | None:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return _Birth(born.year * 12 + born.month, is_odd=not _YOUNGEST <= age <= _OLDEST)


def _start(digits: str, today: date) -> _Start | None:
    year, month = int(digits[:4]), int(digits[4:])
    if 1 <= month <= 12:
        is_future = (year, month) > (today.year, today.month)
        return _Start(IdKind.NIP, year * 12 + month, is_future=is_future)
    if month >= _FIRST_PPPK_CODE:
        odd_code = digits[4:] if month > _LAST_USUAL_PPPK_CODE else ""
        # Only the year is known, so the last month in which it can have been.
        return _Start(IdKind.NI_PPPK, year * 12 + 12, year > today.year, odd_code)
    return None


def _doubts(birth: _Birth, start: _Start) -> list[Message]:
    doubts = []
    if birth.is_odd:
        doubts.append(message("roster.id.age"))
    if start.is_future:
        doubts.append(message("roster.id.future"))
    if start.month - birth.month < _LEAST_MONTHS:
        doubts.append(message("roster.id.too_young"))
    if start.odd_code:
        doubts.append(message("roster.id.pppk_code", code=start.odd_code))
    return doubts


def _read_local(number: str) -> IdReading:
    if len(number) > LOCAL_LENGTH:
        return _refused(number, message("roster.id.too_long", most=LOCAL_LENGTH))
    digits = sum(map(str.isdigit, number))
    if _LOCAL.fullmatch(number) is None or digits > _MOST_DIGITS_BESIDE_LETTERS:
        return _refused(number, message("roster.id.characters"))
    return IdReading(number, IdKind.LOCAL)


def _refused(number: str, reason: Message) -> IdReading:
    return IdReading(number, IdKind.NONE, (reason,))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
