"""How far away the words on the hall's screen can be read.

A letter is read where a capital is seen at 22 minutes of arc: where its height is the distance
divided by 155. That is what the German rule for work at screens, ASR A6 (6.1.3, paragraph 2),
asks for where people sit far from a screen, after ISO 9241-303, which prefers 20 to 22 minutes
and allows no less than 16. AVIXA V202.01 (image size for shared displays) comes to the same by
another way: 1/200 of the distance, which is what a small letter x has where its capital has 1/155.

Nothing here knows a screen: heights of letters are given in parts of the picture's height.
"""

from dataclasses import dataclass

from ceremony_app.domain.ceremony import Look
from ceremony_app.domain.errors import Refused

DISTANCES = 155
"""How many times its own height away a capital is still read."""

MOST_METRES = 300.0


@dataclass(frozen=True, slots=True)
class Reach:
    """How a text comes out on the hall's screen.

    `capital` is the height of its capitals in parts of the picture's height; `is_largest` says
    that letters are never larger. `part` and `phrase` are where it is tightest, `pages` how many
    pages the longest of its parts takes. `missing` are signs that no face of the program has.
    """

    capital: float
    part: int
    phrase: int
    pages: int
    is_largest: bool = False
    missing: tuple[str, ...] = ()

    def metres(self, picture_height: float) -> float:
        """How far away the text is read on a picture so many metres high."""
        return self.capital * picture_height * DISTANCES

    def height_for(self, depth: float) -> float:
        """How high, in metres, the picture must be for a hall so deep."""
        return depth / (self.capital * DISTANCES)


def is_measured(look: Look) -> bool:
    """Whether somebody has measured the hall and its picture."""
    return look.hall_depth_m > 0 and look.picture_height_m > 0


def least_capital(look: Look) -> float:
    """The smallest capital that the last row can read, in parts of the picture's height.

    Zero where nobody has measured the hall.
    """
    if not is_measured(look):
        return 0.0
    return look.hall_depth_m / (look.picture_height_m * DISTANCES)


def read_metres(words: str) -> float:
    """A length as people type it: "12", "12,5", "12.5 m"; zero where nothing stands.

    Raises Refused for anything else, and for what is no length of a hall.
    """
    figures = words.strip().lower().removesuffix("meter").removesuffix("m").strip()
    if not figures:
        return 0.0
    try:
        metres = float(figures.replace(",", "."))
    except ValueError:
        raise Refused("look.no_metres", words=words) from None
    if not 0 <= metres <= MOST_METRES:
        raise Refused("look.no_length", most=int(MOST_METRES))
    return metres
