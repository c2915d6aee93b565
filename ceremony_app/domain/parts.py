"""A part of a text by its place: the opening, the closing, or a point by its number from 0."""

from dataclasses import replace

from ceremony_app.domain.texts import Point, Text

OPENING, CLOSING = "opening", "closing"


def with_part(text: Text, place: str, part: Point) -> Text:
    """A text with another part at a place; raises ValueError or IndexError where it has none."""
    if place == OPENING:
        return replace(text, opening=part)
    if place == CLOSING:
        return replace(text, closing=part)
    points = list(text.points)
    points[int(place)] = part
    return replace(text, points=tuple(points))


def part_at(text: Text, place: str) -> int:
    """Which of its parts that is, as they are read; the first for a place that is none."""
    if place == CLOSING:
        return len(text.parts) - 1
    before = 1 if text.opening is not None else 0
    return before + int(place) if place.isdecimal() else 0


def place_of(text: Text, part: int) -> str:
    """The place of one of its parts, as they are read."""
    before = 1 if text.opening is not None else 0
    if part < before:
        return OPENING
    return str(part - before) if part - before < len(text.points) else CLOSING
