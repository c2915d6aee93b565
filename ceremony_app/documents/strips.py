"""Strips: bands across the page that are never split, and how they are laid on pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from ceremony_app.documents.pdf import Ink

Paint = Callable[[Ink, float], None]
"""Marks a page, given the distance from its top edge to the top of the strip."""


class Glue(IntEnum):
    """How firmly a strip holds on to the next: WISHED yields where a page is too short."""

    NONE = 0
    WISHED = 1
    FIRM = 2


@dataclass(frozen=True, slots=True)
class Strip:
    """A band of `height` points with `gap` above it, which falls away at the top of a page.

    `heading` is repeated wherever the strip comes first on a page (the head of a table).
    """

    height: float
    paint: Paint
    gap: float = 0.0
    glue: Glue = Glue.NONE
    heading: "Strip | None" = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and the distance from the top of the page's frame to its own top."""

    strip: Strip
    top: float


def glued(strips: Sequence[Strip], glue: Glue = Glue.FIRM) -> tuple[Strip, ...]:
    """The strips with every one holding on to the next, the last one too."""
    return tuple(
        strip
        if strip.glue >= glue
        else Strip(strip.height, strip.paint, strip.gap, glue, strip.heading)
        for strip in strips
    )


def kept_together(strips: Sequence[Strip], glue: Glue = Glue.FIRM) -> tuple[Strip, ...]:
    """The strips with every one but the last holding on to the next."""
    return (*glued(strips[:-1], glue), *strips[-1:])


def spaced(strips: Sequence[Strip], gap: float) -> tuple[Strip, ...]:
    """The strips with `gap` above the first."""
    if not strips or strips[0].gap == gap:
        return tuple(strips)
    return (replace(strips[0], gap=gap), *strips[1:])


def lay_out(strips: Sequence[Strip], first: float, other: float) -> list[list[Placed]]:
    """Strips on pages whose frames are `first` and then `other` points high.

    Strips that hold together go to the next page together; where even an empty page is too
    short for them they part at WISHED glue, and only then anywhere. At least one page.
    """
    layout = _Layout(first, other)
    for chain in _chains(strips, Glue.WISHED):
        if layout.fits_a_page(chain):
            layout.place(chain)
            continue
        for link in _chains(chain, Glue.FIRM):
            if layout.fits_a_page(link):
                layout.place(link)
            else:
                for strip in link:
                    layout.place((strip,))
    return layout.pages


def _chains(strips: Sequence[Strip], weakest: Glue) -> Iterator[tuple[Strip, ...]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if strip.glue < weakest:
            yield tuple(chain)
            chain = []
    if chain:
        yield tuple(chain)


class _Layout:
    def __init__(self, first: float, other: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._room = first
        self._other = other
        self._used = 0.0

    def fits_a_page(self, chain: Sequence[Strip]) -> bool:
        return self._height(chain, at_top=True) <= max(self._other, self._room)

    def place(self, chain: Sequence[Strip]) -> None:
        needed = self._height(chain, at_top=not self.pages[-1])
        turning_helps = bool(self.pages[-1]) or self._room < self._other
        if needed > self._room - self._used and turning_helps:
            self._turn()
        for strip in chain:
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        if not self.pages[-1] and strip.heading is not None:
            self._put(strip.heading)
        elif self.pages[-1]:
            self._used += strip.gap
        self.pages[-1].append(Placed(strip, self._used))
        self._used += strip.height

    def _turn(self) -> None:
        self.pages.append([])
        self._room, self._used = self._other, 0.0

    @staticmethod
    def _height(chain: Sequence[Strip], *, at_top: bool) -> float:
        height = sum(strip.gap + strip.height for strip in chain)
        if at_top and chain:
            heading = chain[0].heading
            height += (heading.height if heading else 0.0) - chain[0].gap
        return height
