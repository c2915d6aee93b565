"""The measures of each layout of badges: what stands where, and how large it may be.

Distances are points from the badge's top left corner.
"""

from dataclasses import dataclass

from ceremony_app.documents import qr
from ceremony_app.documents.pdf import MM
from ceremony_app.domain.badge_layouts import BadgeLayout

LEAST_MODULE = 0.5 * MM
"""Cheap imagers are made for modules from 0.25 mm on and reach some centimetres then; twice that
is read at arm's length, and through worn toner. A fixed-focus camera wants one millimetre."""

LINE_MODULE = 0.25 * MM
"""The narrowest bar of a line code: two dots of a label printer of 203 dpi."""

READ_FROM_MM = 2000
"""From how far the name on a badge round the neck is read; its capitals are a 300th of that, the
rule of thumb for signs, as long as the name has room."""

_EVEN = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4, 0.3)
_TOGETHER = tuple((step, step) for step in _EVEN)
_NAME_LAST = (
    (1.15, 1.0),
    (1.0, 1.0),
    (1.0, 0.85),
    (1.0, 0.7),
    (1.0, 0.6),
    (0.9, 0.7),
    (0.8, 0.7),
    (0.7, 0.6),
    (0.6, 0.5),
    (0.5, 0.4),
    (0.4, 0.3),
    (0.3, 0.3),
)


@dataclass(frozen=True, slots=True)
class WordsBox:
    """Where name, post and division stand, from top to bottom, and their sizes.

    A name stands on one line in the largest of `names` that has room, else on several in
    `wrapped`. `steps` change the size of the name and of the rest, the first that has room counts.
    """

    left: float
    top: float
    width: float
    bottom: float
    names: tuple[float, ...]
    wrapped: float
    rest: float
    gap: float = 4.0
    steps: tuple[tuple[float, float], ...] = _TOGETHER
    centred: bool = False
    with_post: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """One layout: its size, heading and rule, code, words, and the token in letters.

    `code_left` and `code_top` are the corner of the code's dark part, without its quiet zone.
    `slot` is where a slot is punched: left, top, width, height.
    """

    width: float
    height: float
    edge: float
    heading: float
    heading_size: float
    rule: float
    words: WordsBox
    module: float
    code_left: float
    code_top: float
    token_left: float
    token: float
    token_size: float = 6.5
    line_top: float | None = None
    line_height: float = 6.6 * MM
    slot: tuple[float, float, float, float] | None = None

    @property
    def code_side(self) -> float:
        """The side of the code's dark part."""
        return qr.MODULES * self.module


def form_of(layout: BadgeLayout, *, line_codes: bool) -> Form:
    """The measures of a layout, with or without room for a line code; a layout that has none
    is the same either way."""
    match layout:
        case BadgeLayout.GRID:
            return _grid(line_codes=line_codes)
        case BadgeLayout.LANYARD:
            return _lanyard(line_codes=line_codes)
        case BadgeLayout.LABEL:
            return _label(line_codes=line_codes)
        case BadgeLayout.SMALL_LABEL:
            return _small_label()


def _grid(*, line_codes: bool) -> Form:
    module, edge, words_left = 1.2 * MM, 4 * MM, 37 * MM
    return Form(
        width=90 * MM,
        height=55 * MM,
        edge=edge,
        heading=5.6 * MM,
        heading_size=7.0,
        rule=7.2 * MM,
        words=WordsBox(
            left=words_left,
            top=9 * MM,
            width=90 * MM - words_left - edge,
            bottom=(41.5 if line_codes else 48.5) * MM,
            names=(15.0, 14.0, 13.0, 12.0, 11.0),
            wrapped=12.0,
            rest=9.0,
        ),
        module=module,
        code_left=qr.QUIET * module,
        code_top=8.2 * MM + qr.QUIET * module,
        token_left=qr.QUIET * module,
        token=(52.8 if line_codes else 50.5) * MM,
        line_top=43.2 * MM if line_codes else None,
    )


def _lanyard(*, line_codes: bool) -> Form:
    module = (1.2 if line_codes else 1.3) * MM
    width, edge = 90 * MM, 4 * MM
    code_left = (width - qr.MODULES * module) / 2
    return Form(
        width=width,
        height=130 * MM,
        edge=edge,
        heading=17 * MM,
        heading_size=10.0,
        rule=20 * MM,
        words=WordsBox(
            left=edge,
            top=23 * MM,
            width=width - 2 * edge,
            bottom=(72 if line_codes else 84) * MM,
            names=(38.0, 34.0, 31.0, 28.0),
            wrapped=27.0,
            rest=14.0,
            gap=7.0,
            steps=_NAME_LAST,
            centred=True,
        ),
        module=module,
        code_left=code_left,
        code_top=(73 if line_codes else 85) * MM + qr.QUIET * module,
        token_left=code_left,
        token=(122.5 if line_codes else 125) * MM,
        token_size=8.0,
        line_top=108.5 * MM if line_codes else None,
        line_height=10 * MM,
        slot=((90 - 14) / 2 * MM, 6 * MM, 14 * MM, 3 * MM),
    )


def _label(*, line_codes: bool) -> Form:
    module, edge, words_left = (1.0 if line_codes else 1.2) * MM, 3 * MM, 38 * MM
    return Form(
        width=100 * MM,
        height=50 * MM,
        edge=edge,
        heading=5.4 * MM,
        heading_size=7.0,
        rule=7 * MM,
        words=WordsBox(
            left=words_left,
            top=8.6 * MM,
            width=100 * MM - words_left - edge,
            bottom=(36 if line_codes else 46.5) * MM,
            names=(18.0, 17.0, 16.0, 15.0, 14.0, 13.0),
            wrapped=14.0,
            rest=10.0,
        ),
        module=module,
        code_left=qr.QUIET * module,
        code_top=7.4 * MM + qr.QUIET * module,
        token_left=qr.QUIET * module,
        token=(47.2 if line_codes else 45.5) * MM,
        line_top=37 * MM if line_codes else None,
    )


def _small_label() -> Form:
    """No post: name and division are what the door reads. The code keeps 3 mm from the edge,
    which label printers do not reach."""
    module, edge, words_left = 0.75 * MM, 2.5 * MM, 22.6 * MM
    return Form(
        width=62 * MM,
        height=29 * MM,
        edge=edge,
        heading=4.3 * MM,
        heading_size=5.5,
        rule=5.4 * MM,
        words=WordsBox(
            left=words_left,
            top=6.4 * MM,
            width=62 * MM - words_left - edge,
            bottom=23.6 * MM,
            names=(13.0, 12.0, 11.0, 10.0),
            wrapped=10.0,
            rest=7.0,
            gap=2.5,
            with_post=False,
        ),
        module=module,
        code_left=qr.QUIET * module,
        code_top=5.5 * MM + qr.QUIET * module,
        token_left=words_left,
        token=26.3 * MM,
        token_size=5.5,
    )
