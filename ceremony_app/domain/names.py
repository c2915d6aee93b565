"""Names as people write them: titles before, the name, titles after.

The kept name is never changed: not split into first and last, not put in other letters. What
is made here is only for sorting, searching and joining the columns of a roster.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

_ACADEMIC = r"Prof|Dr|Drs|Dra|Drg|Drh|Ir|Apt|Ns"
_RELIGIOUS = r"H|Hj|KH|K\.\s?H|Ust|Ustadz|Tgk|Pdt|Pdp|Rm|Pastor|Bhikkhu"
_POLICE = (
    r"Jenderal|Komjen|Irjen|Brigjen|Kombes|AKBP|Kompol|AKP|Iptu|Ipda|Aiptu|Aipda|Bripka|Brigpol"
    r"|Briptu|Bripda|Letjen|Mayjen|Kolonel|Letkol|Mayor|Kapten|Lettu|Letda|Peltu|Pelda|Serma|Serka"
)
_BRANCH = r"Pol|TNI|POLISI|Inf|Kav|Arm|Laut|\(Purn\.?\)|Purn"
_HONORARY = r"\(\s?H\.?\s?C\.?\s?\)|H\.C"

# One title before the name, with what belongs to it; a name must follow.
_BEFORE = re.compile(
    rf"(?:(?:{_POLICE})(?:\.?\s*(?:{_BRANCH})(?!\w)\.?)*|(?:{_ACADEMIC})(?:\.?\s*(?:{_HONORARY}))?"
    rf"|{_RELIGIOUS})(?:\.\s*|\s+)(?=[^\W\d_'’(]|['’(]\w)",
    re.IGNORECASE,
)

# Degrees without a comma before them; letters that are also words or initials of people
# ("Ma", "St") count only with their dots.
_DEGREE_LETTERS = """
    SH SE SS SP ST SSOS SKOM SIP SPD SPDI SAG SAP SKM SPSI SSI SPT SKEP SFARM STP SST SSTP STRK
    SIK SIKOM SAN SPI SHUT SPN SHI SEI SAB SIA STRAP STRIP MH MM MT MP MA MSI MPD MAG MAP MKES
    MPSI MSC MKN MHUM MKOM MIKOM MSOS MPA MBA MAK MARS MEPID MSE LLM PHD AMD AMDIP AMDKEP AMDKOM
    AMDKL AMDAK BCIP BSC BBA CA CPA AK NERS SPOG SPPD SPA SPB DEA DESS
"""
_DEGREES = frozenset(_DEGREE_LETTERS.split())
_WITH_DOTS_ONLY = frozenset(
    {"SE", "SS", "SP", "ST", "SAN", "SAG", "SIA", "MA", "MP", "MM", "AK", "CA"}
)

# One title as papers write it, by itself: with its capitals, a physician's without.
_TITLE = re.compile(
    rf"(?:{_POLICE}|Pol|{_ACADEMIC}|KH|Hj|Ust|Ustadz|Tgk|Pdt|Pdp|Rm)\.?|H\.|dr\.|drg\.|drh\."
)

_LOOKALIKES = str.maketrans(dict.fromkeys("'`´‘’‚‛ʻʼʽ′\u0060\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_NOT_WORDS = re.compile(r"[\W_]+")
_SEPARATORS = re.compile(r"[,\s]+")
_OLD_SPELLINGS = (("dj", "j"), ("tj", "c"), ("sj", "sy"), ("oe", "u"))
_LEAST_DIGITS = 3


class Named(Protocol):
    """Anybody with a name and an id number: a person, a row of a roster, a party."""

    @property
    def name(self) -> str: ...
    @property
    def id_number(self) -> str: ...


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: "Dr. H." / "Nama Lengkap" / "S.H., M.H."."""

    before: str
    name: str
    after: str


def split_titles(full: str) -> NameParts:
    """Take the titles off a name; commas belong to the titles.

    Noble and customary prefixes (R., Andi, I, Ni, Ida Bagus, Teuku) are part of the name.
    """
    left, _, after = (part.strip() for part in full.strip().partition(","))
    before = ""
    while found := _BEFORE.match(left):
        before = f"{before} {found.group().strip()}".lstrip()
        left = left[found.end() :]
    words = left.split()
    degrees: list[str] = []
    while len(words) > 1 and _is_degree(words[-1]):
        degrees.insert(0, words.pop())
    if degrees:
        after = ", ".join(part for part in (" ".join(degrees), after) if part)
        left = " ".join(words)
    return NameParts(before, left.strip(), after)


def join_titles(before: str, name: str, after: str) -> str:
    """One name from the columns GELAR DEPAN, NAMA and GELAR BELAKANG.

    Titles that the name carries already are not put on twice.
    """
    before, name, after = (" ".join(part.split()).strip(" ,") for part in (before, name, after))
    borne = split_titles(name)
    missing_before = " ".join(_missing(before.split(), borne.before.split()))
    missing_after = ", ".join(_missing(after.split(","), _SEPARATORS.split(borne.after)))
    titled = f"{missing_before} {name}".lstrip()
    return f"{titled}, {missing_after}" if missing_after else titled


def sort_key(full: str) -> str:
    """What a list is sorted by: the name without titles, capitals, marks and apostrophes."""
    return _plain(split_titles(full).name)


def search_key(text: str) -> str:
    """The name as a search sees it: like `sort_key`, with old spellings read as new ones.

    Oe is U, Dj is J, Tj is C, Sj is Sy: "Soekardjo" and "Sukarjo" have one key.
    """
    return respelled(sort_key(text))


def respelled(key: str) -> str:
    """A `sort_key` with old spellings read as new ones."""
    for old, new in _OLD_SPELLINGS:
        key = key.replace(old, new)
    return key


def matches(query: str, person: Named) -> bool:
    """Whether somebody who types `query` may mean this person.

    Every word typed must begin a word of the name, in either spelling; or the digits typed,
    at least three, must end the id number. An empty query means nobody.
    """
    digits = "".join(query.replace(".", "").split())
    if len(digits) >= _LEAST_DIGITS and digits.isdigit():
        return person.id_number.endswith(digits)
    return _all_begin(sort_key(query), sort_key(person.name)) or _all_begin(
        search_key(query), search_key(person.name)
    )


def _all_begin(typed: str, name: str) -> bool:
    beginnings = typed.split()
    padded = f" {name}"
    return bool(beginnings) and all(f" {beginning}" in padded for beginning in beginnings)


def _is_degree(word: str) -> bool:
    letters = _letters(word)
    if letters not in _DEGREES:
        return False
    if "." in word.strip("."):
        return True
    capitals = sum(character.isupper() for character in word)
    return letters not in _WITH_DOTS_ONLY and capitals > 1


def is_title(word: str) -> bool:
    """Whether a word by itself is a title that a name follows."""
    return _TITLE.fullmatch(word) is not None


def is_degree(word: str) -> bool:
    """Whether a word by itself is a degree, as it stands after a name and a comma."""
    return _letters(word) in _DEGREES


def _missing(titles: list[str], borne: list[str]) -> list[str]:
    known = {_letters(title) for title in borne}
    return [title.strip() for title in titles if title.strip() and _letters(title) not in known]


def _letters(text: str) -> str:
    return "".join(character for character in text.upper() if character.isalnum())


def _plain(text: str) -> str:
    if not text.isascii():
        text = "".join(
            character
            for character in unicodedata.normalize("NFKD", text)
            if not unicodedata.combining(character)
        )
    return _NOT_WORDS.sub(" ", text.translate(_LOOKALIKES).casefold()).strip()
