"""Ranks of the Indonesian civil service: golongan (III/c) and pangkat (Penata).

Civil servants (PNS) stand in I/a to IV/e, each with the name of its pangkat; contract staff
(PPPK) stand in I to XVII, without one. The spellings "III/C", "III.c" and "IIIc" are one.
"""

import re
from dataclasses import dataclass

_PANGKAT = (
    ("I/a", "Juru Muda"),
    ("I/b", "Juru Muda Tingkat I"),
    ("I/c", "Juru"),
    ("I/d", "Juru Tingkat I"),
    ("II/a", "Pengatur Muda"),
    ("II/b", "Pengatur Muda Tingkat I"),
    ("II/c", "Pengatur"),
    ("II/d", "Pengatur Tingkat I"),
    ("III/a", "Penata Muda"),
    ("III/b", "Penata Muda Tingkat I"),
    ("III/c", "Penata"),
    ("III/d", "Penata Tingkat I"),
    ("IV/a", "Pembina"),
    ("IV/b", "Pembina Tingkat I"),
    ("IV/c", "Pembina Utama Muda"),
    ("IV/d", "Pembina Utama Madya"),
    ("IV/e", "Pembina Utama"),
)
_PPPK_STEPS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII"


@dataclass(frozen=True, slots=True)
class Rank:
    """One step of the ladder; `order` grows with it, from 1 to 17, on both ladders."""

    golongan: str
    pangkat: str
    order: int

    @property
    def printed(self) -> str:
        """As papers print it: "Penata, III/c"; contract staff: "IX"."""
        return f"{self.pangkat}, {self.golongan}" if self.pangkat else self.golongan


GOLONGAN = {
    **{golongan: Rank(golongan, pangkat, at) for at, (golongan, pangkat) in enumerate(_PANGKAT, 1)},
    **{golongan: Rank(golongan, "", at) for at, golongan in enumerate(_PPPK_STEPS.split(), 1)},
}

# The lookbehind keeps "Tk. I" of one pangkat from being read as a golongan that begins anew.
_STEP = re.compile(r"(?<![A-Za-z])(IV|III|II|I)\s*[./\-–]?\s*([A-Ea-e])(?![A-Za-z])", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:GOL(?:ONGAN)?\b[\s.:]*)?([IVX]+)", re.IGNORECASE)
_LIKE_A_STEP = re.compile(
    r"(?:GOL(?:ONGAN)?\b[\s.:]*)?[IVX]{1,5}\s*[./\-–]?\s*[A-Z]?", re.IGNORECASE
)
_STEP_WITH_SLASH = re.compile(r"(?<![A-Za-z])[IV]{1,3}/[A-Za-z](?![A-Za-z])")
_LEVEL_ONE = re.compile(r"\b(?:TINGKAT|TKT|TK)\b\W*(?:1|I)\b")
_NOT_LETTERS = re.compile(r"[^A-Z0-9]+")


def read_golongan(text: str) -> Rank | None:
    """The rank whose golongan stands in the text ("Penata (III/c)", "iii.C", "Gol. IX")."""
    found = _STEP.search(text)
    if found:
        return GOLONGAN.get(f"{found[1].upper()}/{found[2].lower()}")
    numbered = _NUMBERED.fullmatch(text.strip())
    return GOLONGAN.get(numbered[1].upper()) if numbered else None


def read_pangkat(text: str) -> Rank | None:
    """The rank whose pangkat the text is ("Penata Muda Tk.I", "PENATA, III/c").

    Nothing but a golongan may follow: "Penata Laporan Keuangan" is a post.
    """
    words = _plain(text)
    for rank in _LONGEST_FIRST:
        name = _plain(rank.pangkat)
        if words == name or (words.startswith(f"{name} ") and _STEP.match(words, len(name) + 1)):
            return rank
    return None


def read_rank(text: str) -> Rank | None:
    """The rank that a text names by golongan or by pangkat; None where it names none."""
    return read_golongan(text) or read_pangkat(text)


def rank_order(text: str) -> int:
    """The place on the ladder for sorting, 1 to 17; 0 where the text names no rank."""
    rank = read_rank(text)
    return rank.order if rank else 0


def looks_like_golongan(text: str) -> bool:
    """Whether a text is written as a golongan, known or not ("III/f", "V.a", "Penata (III/f)")."""
    return bool(_LIKE_A_STEP.fullmatch(text.strip()) or _STEP_WITH_SLASH.search(text))


def _plain(text: str) -> str:
    upper = _LEVEL_ONE.sub(" TINGKAT I ", text.upper())
    return _NOT_LETTERS.sub(" ", upper).strip()


_LONGEST_FIRST = sorted(
    (rank for rank in GOLONGAN.values() if rank.pangkat), key=lambda rank: -len(rank.pangkat)
)
