"""Short lists within a paper."""

from collections.abc import Sequence
from string import ascii_lowercase

from ceremony_app.documents.blocks import Column, paragraph, point
from ceremony_app.documents.strips import Strip

_HANGING = 1.9


def lettered(items: Sequence[str], column: Column) -> list[Strip]:
    """Items a., b., c. ... with hanging indents, each ended by a semicolon, the last by a stop.

    A single item stands without a letter.
    """
    if len(items) == 1:
        return list(paragraph(f"{items[0].rstrip('.;')}.", column))
    strips: list[Strip] = []
    for index, words in enumerate(items):
        end = "." if index == len(items) - 1 else ";"
        label = f"{_letters(index)}."
        item = words.rstrip(".;") + end
        strips.extend(point(label, item, column, _HANGING * column.size, 0.0, flush=False))
    return strips


def _letters(index: int) -> str:
    """a to z, then aa, ab ..."""
    higher, lower = divmod(index, len(ascii_lowercase))
    return (_letters(higher - 1) if higher else "") + ascii_lowercase[lower]
