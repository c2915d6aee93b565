"""Parts of a text by their places."""

from dataclasses import replace

import pytest

from ceremony_app.domain.parts import CLOSING, OPENING, part_at, place_of, with_part
from ceremony_app.domain.texts import Phrase, Point, Text

NEW = Point((Phrase("baru"),))
BARE = Text("t", "k", "T", tuple(Point((Phrase(words),)) for words in ("satu", "dua")))
WHOLE = replace(BARE, opening=Point((Phrase("buka"),)), closing=Point((Phrase("tutup"),)))


@pytest.mark.parametrize("text", [BARE, WHOLE])
@pytest.mark.parametrize("place", ["0", "1", OPENING, CLOSING])
def test_a_part_is_found_where_it_was_put(text: Text, place: str) -> None:
    changed = with_part(text, place, NEW)
    assert changed.parts[part_at(changed, place)] == NEW
    assert sum(part == NEW for part in changed.parts) == 1


def test_other_parts_stay() -> None:
    assert [part.words for part in with_part(WHOLE, "1", NEW).parts] == [
        "buka",
        "satu",
        "baru",
        "tutup",
    ]


@pytest.mark.parametrize("text", [BARE, WHOLE, replace(WHOLE, opening=None)])
def test_every_part_has_a_place_of_its_own(text: Text) -> None:
    places = [place_of(text, part) for part in range(len(text.parts))]
    assert [part_at(text, place) for place in places] == list(range(len(text.parts)))


def test_no_place_is_the_first() -> None:
    assert part_at(WHOLE, "") == 0


def test_a_point_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(IndexError):
        with_part(BARE, "2", NEW)
