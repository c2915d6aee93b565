"""One picture of a show as the items that it is made of, and shows that are a little different."""

from collections.abc import Callable
from dataclasses import replace

from ceremony_app.domain.people import Party
from ceremony_app.domain.show import Show
from ceremony_app.projector.items import Image, Item, Words
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.views import Picture
from tests.helpers.cue_gallery import gallery

Paint = Callable[..., "Shown"]
HD = (1920, 1080)


class Shown:
    """One picture of a show as items."""

    def __init__(self, painter: Painter, picture: Picture) -> None:
        self.picture = picture
        self.items: tuple[Item, ...] = painter.items(picture)

    @property
    def lines(self) -> list[Words]:
        return [item for item in self.items if isinstance(item, Words)]

    @property
    def said(self) -> str:
        return " ".join(line.words for line in self.lines)

    def line(self, words: str) -> Words:
        return next(line for line in self.lines if line.words == words)

    def count(self, kind: type[Item], colour: str) -> int:
        found = [item for item in self.items if isinstance(item, kind)]
        return sum(item.colour == colour for item in found if not isinstance(item, Image))

    @property
    def images(self) -> list[Image]:
        return [item for item in self.items if isinstance(item, Image)]


def changed(show: Show, cue: str, **fields: object) -> Show:
    """The show with one of its items changed."""
    programme = tuple(
        replace(one, **fields) if one.id == cue else one  # type: ignore[arg-type]
        for one in show.details.programme
    )
    return Show(replace(show.details, programme=programme), show.texts())


def with_parties(*parties: Party) -> Show:
    show = gallery()
    return Show(replace(show.details, parties=parties), show.texts())
