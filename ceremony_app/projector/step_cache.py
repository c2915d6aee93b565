"""Pictures painted before they are asked for, so that a key press only has to show one.

Painting one screen of large letters takes longer than a frame; showing an image of it does not.
Memory is bounded: what is wanted soonest is kept, and what nobody wants goes first.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtGui import QImage

from ceremony_app.domain.live import NOTHING_LIVE, Live
from ceremony_app.domain.show import Cover, Show, ShowState
from ceremony_app.projector.views import Picture, View, picture_of

LIMIT = 192 * 1024 * 1024
"""Bytes of pictures that are kept: 23 at 1920x1080, five at 3840x2160."""

_BYTES_A_PIXEL = 4
_AHEAD = 6


class StepCache:
    """Keeps pictures up to `limit` bytes; at least the one last taken is always kept.

    `paint` makes the image of a picture. `late` counts the pictures that had to be painted
    while somebody waited for them.
    """

    def __init__(self, paint: Callable[[Picture], QImage], limit: int = LIMIT) -> None:
        self._paint = paint
        self._limit = limit
        self._images: OrderedDict[Picture, QImage] = OrderedDict()
        self._wanted: tuple[Picture, ...] = ()
        self.late = 0

    @property
    def size(self) -> int:
        """Bytes of the pictures that are kept."""
        return sum(_size(picture) for picture in self._images)

    def __contains__(self, picture: object) -> bool:
        return picture in self._images

    def __len__(self) -> int:
        return len(self._images)

    def want(self, pictures: Iterable[Picture]) -> None:
        """What may be asked for next, soonest first; replaces what was wanted before.

        Only as many are kept in mind as there is room for.
        """
        wanted, room = [], self._limit
        for picture in dict.fromkeys(pictures):
            room -= _size(picture)
            if room < 0:
                break
            wanted.append(picture)
        self._wanted = tuple(wanted)

    def paint_next(self) -> bool:
        """Paints the soonest wanted picture that is missing; False where none is."""
        for picture in self._wanted:
            if picture not in self._images:
                self._keep(picture)
                return True
        return False

    def take(self, picture: Picture) -> QImage:
        """The image of a picture: at once where it is kept, else painted now."""
        if picture in self._images:
            self._images.move_to_end(picture)
        else:
            self.late += 1
            self._keep(picture)
        return self._images[picture]

    def forget(self) -> None:
        """Drops every picture: the show, its words or its letters are others now."""
        self._images.clear()
        self._wanted = ()

    def _keep(self, picture: Picture) -> None:
        self._images[picture] = self._paint(picture)
        wanted = set(self._wanted)
        # The oldest that nobody wants go first, then the least wanted; never the new one.
        others = [kept for kept in self._images if kept != picture and kept not in wanted]
        others += [kept for kept in reversed(self._wanted) if kept != picture]
        for other in others:
            if self.size <= self._limit:
                return
            self._images.pop(other, None)


def likely_next(
    show: Show,
    state: ShowState,
    view: View,
    size: tuple[int, int],
    live: Live = NOTHING_LIVE,
) -> tuple[Picture, ...]:
    """What one press may bring, the likeliest first: on, covers, back, and further on.

    Clocks are left out: what ticks is painted over a picture when it is shown.
    """
    uncovered = replace(state, cover=Cover.NONE)
    onwards = [uncovered]
    for _ in range(_AHEAD):
        onwards.append(show.next(onwards[-1]))
    covers = (uncovered.with_black(), uncovered.with_logo())
    states = (state, *onwards[:2], *covers, show.back(uncovered), *onwards[2:])
    pictures = (picture_of(view, size, show, one, live).still for one in states)
    return tuple(dict.fromkeys(pictures))


def _size(picture: Picture) -> int:
    return picture.width * picture.height * _BYTES_A_PIXEL
