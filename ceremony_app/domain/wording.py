"""Dates, times, numbers and lists in Indonesian, as official papers write them.

The language is fixed here and never taken from the operating system. babel and num2words are
imported where they are first used, because the start page needs neither.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import moment_of

_LOCALE = "id"
_NIK_DIGITS = 16


@lru_cache(maxsize=4096)
def _formatted(day: str, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(date.fromisoformat(day), pattern, locale=_LOCALE)


def date_words(day: str) -> str:
    """`2023-02-13` as "13 Februari 2023"; raises ValueError where `day` is not an ISO date."""
    return _formatted(day, "d MMMM y")


def day_and_date(day: str) -> str:
    """`2023-02-13` as "Senin, 13 Februari 2023"; raises ValueError as `date_words` does."""
    return _formatted(day, "EEEE, d MMMM y")


def spelled_date(day: str) -> str:
    """`2023-02-13` as minutes spell it: "Senin tanggal tiga belas bulan Februari tahun ..."."""
    then = date.fromisoformat(day)
    weekday, month = _formatted(day, "EEEE"), _formatted(day, "MMMM")
    return f"{weekday} tanggal {in_words(then.day)} bulan {month} tahun {in_words(then.year)}"


def clock(time: str, zone: Zone) -> str:
    """`08:30` (or `08:30:15`) as "pukul 08.30 WIB"; raises ValueError where it is no time."""
    hours, minutes = _hours_and_minutes(time)
    return f"pukul {hours:02}.{minutes:02} {zone.value}"


def clock_figures(moment: str, zone: Zone) -> str:
    """The hour of a moment as events hold it (`clock.local_text`), in `zone`, as "08.30".

    Raises ValueError where `moment` is not ISO 8601 or has no offset.
    """
    return f"{_in_zone(moment, zone):%H.%M}"


def local_hour(moment: str) -> str:
    """The hour of a moment as events hold it, in the zone that it names: "07.41"."""
    return moment[11:16].replace(":", ".")


def clock_of(moment: str, zone: Zone) -> str:
    """The hour of a moment, as "pukul 08.30 WIB"; raises ValueError as `clock_figures` does."""
    return f"pukul {clock_figures(moment, zone)} {zone.value}"


def timer_figures(seconds: int) -> str:
    """How long something lasts, as "04:09", or "1:04:09" from an hour on.

    With colons, which hours of the day never have here: "08.31" is a clock, "08:31" a timer.
    """
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    figures = f"{minutes:02}:{rest:02}"
    return f"{hours}:{figures}" if hours else figures


def moment_words(moment: str, zone: Zone) -> str:
    """A moment as events hold it, as "Senin, 13 Februari 2023 pukul 08.30 WIB".

    Raises ValueError as `clock_figures` does.
    """
    there = _in_zone(moment, zone)
    return f"{day_and_date(there.date().isoformat())} pukul {there:%H.%M} {zone.value}"


def number(value: float, decimals: int | None = None) -> str:
    """1234.5 as "1.234,5"; `decimals` fixes how many digits stand after the comma."""
    from babel.numbers import format_decimal

    pattern = None if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=_LOCALE))


@lru_cache(maxsize=4096)
def in_words(value: int) -> str:
    """83 as "delapan puluh tiga"."""
    from num2words import num2words

    return str(num2words(value, lang=_LOCALE))


def counted(value: int, unit: str = "orang") -> str:
    """83 as "83 (delapan puluh tiga) orang", as minutes write a count."""
    return f"{number(value)} ({in_words(value)}) {unit}"


def listed(items: Sequence[str]) -> str:
    """Items in one phrase: "a", "a dan b", "a, b, dan c"; empty where there are none."""
    from babel.lists import format_list

    return format_list(list(items), locale=_LOCALE) if items else ""


def grouped_head(head: str) -> str:
    """The 32 hex digits of a chain head by fours, as minutes print them."""
    return " ".join(re.findall("....?", head))


def shown_number(id_number: str) -> str:
    """An id number as papers may show it.

    Sixteen digits are a NIK, which is private: only its last four are shown.
    """
    if len(id_number) == _NIK_DIGITS and id_number.isdecimal():
        return "*" * (_NIK_DIGITS - 4) + id_number[-4:]
    return id_number


def _hours_and_minutes(time: str) -> tuple[int, int]:
    then = datetime.strptime(time[:5], "%H:%M")
    return then.hour, then.minute


def _in_zone(moment: str, zone: Zone) -> datetime:
    then = moment_of(moment)
    if then.tzinfo is None:
        raise ValueError(f"no offset in {moment!r}")
    return then.astimezone(ZoneInfo(zone.tz))
