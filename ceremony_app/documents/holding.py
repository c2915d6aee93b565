"""Blanks at which no line is broken: what a reader says in one breath stays in one line.

A title and its name, "NIP" and its digits, "pukul 08.30 WIB", a number and its unit, "Pasal 5",
"13 Februari 2023". Where a column is too narrow for that, the words part again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ceremony_app.domain.names import is_degree, is_title

_NUMBERED = re.compile(
    r"nip|nrp|nik|pppk|nomor|no|pukul|jam|pasal|ayat|huruf|angka|butir|tahun|bab|tanggal|halaman"
    r"|lampiran|bagian|lantai|ruang|kelas|gedung|kav|rt|rw|rp|kode|sek"
)
_UNITS = re.compile(
    r"orang|menit|jam|detik|hari|minggu|bulan|tahun|lembar|halaman|butir|bagian|penggal|peristiwa"
    r"|kali|persen|mm|cm|m|km|wib|wita|wit|gram|kg"
)
_MONTHS = re.compile(
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
)
_BEFORE_A_POST = frozenset({"plt.", "plh.", "pj.", "pjs.", "a.n.", "u.b.", "s.d.", "jl.", "jln."})
_DASHES = frozenset({"-", "\u2013", "\u2014", "/", "&"})

_NUMBER = re.compile(r"\(?(?:\d[\d.,:/-]*|[IVXLC]+[A-Z]?|[a-z]|\.{3,})\)?[.,;:]?")
_FIGURES = re.compile(r"\d[\d.,]*|\(?\d[\d.,]*\)?")
_INITIAL = re.compile(r"[A-Z]\.")
_MARKS = ".,;:()"


def together(words: str) -> Iterator[tuple[str, ...]]:
    """The words of a text, in groups that a line keeps together."""
    held: list[str] = []
    for word in words.split(" "):
        if held and not _holds(held[-1], word):
            yield tuple(held)
            held = []
        if word:
            held.append(word)
    if held:
        yield tuple(held)


@lru_cache(maxsize=16384)
def _holds(left: str, right: str) -> bool:
    """Whether the blank between two words is none to break a line at."""
    if right in _DASHES or _opens(left):
        return True
    plain, following = left.strip(_MARKS).casefold(), right.strip(_MARKS)
    if plain == "ni" and following.casefold() == "pppk":
        return True
    if _NUMBERED.fullmatch(plain) and _NUMBER.fullmatch(right):
        return True
    if left.endswith(",") and is_degree(following):
        return True
    return _counts(left, right)


def _opens(word: str) -> bool:
    """Whether a word belongs to whatever comes next: a title, an initial, "Plt."."""
    return (
        word.casefold() in _BEFORE_A_POST
        or _INITIAL.fullmatch(word) is not None
        or is_title(word.lstrip("("))
    )


def _counts(left: str, right: str) -> bool:
    """A number and its unit, its words in brackets, its month; a month and its year."""
    following = right.strip(_MARKS).casefold()
    if _FIGURES.fullmatch(left):
        counted = _UNITS.fullmatch(following) or _MONTHS.fullmatch(following)
        return right.startswith("(") or counted is not None
    if left.endswith(")") and _UNITS.fullmatch(following):
        return True
    return bool(_MONTHS.fullmatch(left.casefold())) and following.isdigit()
