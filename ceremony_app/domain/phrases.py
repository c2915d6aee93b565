"""Where the breaths of a point lie: phrases suggested for new texts, joined and split by hand.

The rule: at most nine words, before conjunctions and prepositions, after commas. Every choice of
breaks has a price, and the cheapest is taken; a break before any other word is so dear that it is
only bought where nine words would be exceeded. Words themselves are never touched.
"""

from dataclasses import replace
from itertools import pairwise

from ceremony_app.domain.texts import Phrase, PhraseRole, Point

MOST_WORDS = 9


def _words(row: str) -> frozenset[str]:
    return frozenset(row.split())


CONJUNCTIONS = _words(
    "tetapi namun melainkan sedangkan sehingga agar supaya karena sebab apabila jika bila "
    "ketika maka bahwa baik meskipun walaupun sebagaimana"
)
PREPOSITIONS = _words(
    "di ke dari dalam pada kepada terhadap untuk dengan oleh tentang bagi demi sesuai menurut "
    "melalui tanpa guna atas antara sampai hingga sejak selama"
)
NEGATIONS = _words("tidak tak bukan jangan")
# They join words as often as clauses, so a break before them is a second choice.
LINKS = _words("dan atau maupun serta")
# "yang" tells which one is meant: it is better kept with its noun, but begins a phrase well.
RELATIVES = _words("yang")
# They begin a name of their own within a longer one: "Kantor Wilayah | Kementerian Hukum".
INSTITUTIONS = _words(
    "kementerian badan lembaga direktorat sekretariat kantor divisi komisi provinsi kabupaten kota"
)

_AFTER_STOP = 0.0
_AFTER_COMMA = 0.5
_BEFORE_CONJUNCTION = 1.0
_BEFORE_PREPOSITION = 2.0
_BEFORE_LINK = 4.0
_WITHIN_A_LONG_NAME = 4.0
_IN_A_SERIES = 7.0
_BEFORE_A_NAME = 9.0
_WITHIN_A_NAME = 14.0
_ANYWHERE = 20.0
_LONELY = 25.0
_BEST_LENGTH = 5.0
_STRETCH = 0.3

_AIDS = "; "


def suggest(words: str) -> tuple[str, ...]:
    """The words of a point as phrases to be led and repeated; empty for no words at all.

    Joined by single blanks the phrases give back the words in order, whatever blanks stood
    between them.
    """
    row = tuple(words.split())
    bounds = (0, *_cheapest(row))
    return tuple(" ".join(row[start:end]) for start, end in pairwise(bounds))


def suggested_point(words: str, role: PhraseRole = PhraseRole.HALL) -> Point:
    """A point of suggested phrases that all have one role."""
    return Point(tuple(Phrase(phrase, role) for phrase in suggest(words)))


def join(point: Point, index: int) -> Point:
    """The point with the phrase at `index` and the one after it made one.

    The joined phrase keeps the first one's role and the aids of both. Raises IndexError where
    there is no next one.
    """
    first, second = point.phrases[index], point.phrases[index + 1]
    aids = dict.fromkeys(aid for aid in (first.aid, second.aid) if aid)
    words = f"{first.words} {second.words}"
    joined = replace(first, words=words, aid=_AIDS.join(aids))
    return Point((*point.phrases[:index], joined, *point.phrases[index + 2 :]))


def split(point: Point, index: int, word_index: int) -> Point:
    """The point with the phrase at `index` broken before its word `word_index` (from 1); both
    keep its role and its aid, since nobody knows which word that is about.

    Raises IndexError where either part would be empty.
    """
    phrase = point.phrases[index]
    row = phrase.words.split()
    if not 0 < word_index < len(row):
        raise IndexError(f"no break before word {word_index} of {len(row)}")
    parts = (row[:word_index], row[word_index:])
    broken = tuple(replace(phrase, words=" ".join(part)) for part in parts)
    return Point((*point.phrases[:index], *broken, *point.phrases[index + 1 :]))


def _cheapest(row: tuple[str, ...]) -> tuple[int, ...]:
    """The ends of the phrases with the lowest price, found from the last word backwards."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * (len(row) + 1)
    for start in range(len(row) - 1, -1, -1):
        choices = []
        for end in range(start + 1, min(start + MOST_WORDS, len(row)) + 1):
            price, ends = best[end]
            price += _length_price(end - start, len(row)) + _break_price(row, end)
            choices.append((price, (end, *ends)))
        best[start] = min(choices)
    return best[0][1]


def _length_price(length: int, whole: int) -> float:
    lonely = _LONELY if length == 1 and whole > 1 else 0.0
    return lonely + _STRETCH * (length - _BEST_LENGTH) ** 2


def _break_price(row: tuple[str, ...], end: int) -> float:
    if end == len(row):
        return 0.0
    before, after = row[end - 1], row[end]
    if before.endswith((".", ";", ":", "?", "!")):
        return _AFTER_STOP
    if before.endswith(","):
        return _IN_A_SERIES if _is_series(row, end) else _AFTER_COMMA
    if _bare(before) in _OPENERS:
        return _ANYWHERE
    if before[:1].isupper() and _is_name(row, end):
        return _WITHIN_A_LONG_NAME if _bare(after) in INSTITUTIONS else _WITHIN_A_NAME
    return _price_before(after, row[end + 1 : end + 2])


def _price_before(word: str, following: tuple[str, ...]) -> float:
    bare = _bare(word)
    if bare in CONJUNCTIONS or bare in NEGATIONS:
        return _BEFORE_CONJUNCTION
    if bare in LINKS and any(_bare(next_word) in NEGATIONS for next_word in following):
        return _BEFORE_CONJUNCTION
    if bare in PREPOSITIONS:
        return _BEFORE_PREPOSITION
    if bare in LINKS or bare in RELATIVES:
        return _BEFORE_LINK
    return _BEFORE_A_NAME if word[:1].isupper() else _ANYWHERE


def _is_series(row: tuple[str, ...], end: int) -> bool:
    """Whether the word before `end` is one of a list of single words: "selama, maupun ..."."""
    follows = row[end : end + 2]
    return _bare(follows[0]) in LINKS or any(word.endswith(",") for word in follows)


def _is_name(row: tuple[str, ...], end: int) -> bool:
    """Whether what follows goes on with a name: "Hukum | dan HAM", "Tahun | 2024"."""
    after = row[end]
    if _bare(after) in LINKS and end + 1 < len(row):
        after = row[end + 1]
    return after[:1].isupper() or after[:1].isdigit()


def _bare(word: str) -> str:
    return word.strip(",.;:?!()\"'“”‘’").lower()


# Words that open what follows: a phrase never ends on one if it can be helped.
_OPENERS = CONJUNCTIONS | PREPOSITIONS | NEGATIONS | LINKS | RELATIVES
