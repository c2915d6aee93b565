"""Pictures painted before they are asked for, so that a key press only has to show one.

Painting one screen of large letters takes longer than a frame; showing an image of it does not.
Memory is bounded: what is wanted soonest is kept, and what nobody wants goes first. Painting is
done stroke by stroke, so that whoever paints between events can stop at any time.
"""

from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from ceremony_app.domain.live import NOTHING_LIVE, Live
from ceremony_app.domain.show import Cover, Show, ShowState
from ceremony_app.projector.views import Picture, View, picture_of

LIMIT = 192 * 1024 * 1024
MOST = 12
"""What is kept for one window: so many bytes and pictures at the most. That is all that a few
keys may bring at 1920x1080, in 95 MB; at 3840x2160 it is six, for any one key."""

Strokes = Callable[[Picture, QImage], Generator[None, None, None]]
"""Paints a picture onto an image of its size, a little with each step; closed, it gives up."""

_BYTES_A_PIXEL = 4
_AHEAD = 6


@dataclass(frozen=True, slots=True)
class _InHand:
    """A picture that is being painted."""

    picture: Picture
    paper: QImage
    strokes: Generator[None, None, None]


class StepCache:
    """Keeps MOST pictures up to `limit` bytes, the one being painted among them; one at the least.

    What a window still shows after it has gone from here comes on top of that. `late` counts the
    pictures that had to be painted while somebody waited for them.
    """

    def __init__(self, strokes: Strokes, limit: int = LIMIT) -> None:
        self._strokes = strokes
        self._limit = limit
        self._images: OrderedDict[Picture, QImage] = OrderedDict()
        self._wanted: tuple[Picture, ...] = ()
        self._in_hand: _InHand | None = None
        self.late = 0

    @property
    def size(self) -> int:
        """Bytes of the pictures that are kept, and of the one being painted."""
        in_hand = [self._in_hand.picture] if self._in_hand else []
        return sum(map(_size, (*self._images, *in_hand)))

    def __contains__(self, picture: object) -> bool:
        return picture in self._images

    def __len__(self) -> int:
        return len(self._images)

    def want(self, pictures: Iterable[Picture]) -> None:
        """What may be asked for next, soonest first; replaces what was wanted before.

        Only as many are kept in mind as there is room for.
        """
        wanted: list[Picture] = []
        room = self._limit
        for picture in dict.fromkeys(pictures):
            room -= _size(picture)
            if room < 0 or len(wanted) == MOST:
                break
            wanted.append(picture)
        self._wanted = tuple(wanted)

    def paint_some(self) -> bool:
        """One stroke of the soonest wanted picture that is missing; False where none is."""
        wanted = next((one for one in self._wanted if one not in self._images), None)
        if wanted is None:
            return False
        in_hand = self._begun(wanted)
        if next(in_hand.strokes, in_hand) is in_hand:
            self._keep(in_hand)
        return True

    def take(self, picture: Picture) -> QImage:
        """The image of a picture: at once where it is kept, else painted now."""
        if picture in self._images:
            self._images.move_to_end(picture)
        else:
            self.late += 1
            in_hand = self._begun(picture)
            for _ in in_hand.strokes:
                pass
            self._keep(in_hand)
        # A handle of its own: Qt copies the paper before anybody paints on it who shares it.
        return QImage(self._images[picture])

    def forget(self) -> None:
        """Drops every picture: the show, its words or its letters are others now."""
        self._give_up()
        self._images.clear()
        self._wanted = ()

    def _begun(self, picture: Picture) -> _InHand:
        """The picture on its way; another one that was begun is given up for it."""
        if self._in_hand is None or self._in_hand.picture != picture:
            spare = self._make_room(picture)
            fitting = [paper for paper in spare if _fits(paper, picture)]
            paper = fitting[0] if fitting else _paper(picture)
            self._in_hand = _InHand(picture, paper, self._strokes(picture, paper))
        return self._in_hand

    def _keep(self, in_hand: _InHand) -> None:
        self._images[in_hand.picture] = in_hand.paper
        self._in_hand = None

    def _make_room(self, picture: Picture) -> list[QImage]:
        """Drops pictures until there is room for one more; gives the paper that they were on.

        Fresh paper costs as much as a quarter of a picture, since the system hands it out page
        by page; used paper costs nothing.
        """
        spare = self._give_up()
        wanted = set(self._wanted)
        # The oldest that nobody wants go first, then the least wanted.
        others = [kept for kept in self._images if kept not in wanted]
        others += [kept for kept in reversed(self._wanted) if kept in self._images]
        for other in others:
            if len(self) < MOST and self.size + _size(picture) <= self._limit:
                break
            spare.append(self._images.pop(other))
        return spare

    def _give_up(self) -> list[QImage]:
        if self._in_hand is None:
            return []
        self._in_hand.strokes.close()
        paper, self._in_hand = self._in_hand.paper, None
        return [paper]


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


def _paper(picture: Picture) -> QImage:
    return QImage(picture.width, picture.height, QImage.Format.Format_RGB32)


def _fits(paper: QImage, picture: Picture) -> bool:
    return (paper.width(), paper.height()) == (picture.width, picture.height)


def _size(picture: Picture) -> int:
    return picture.width * picture.height * _BYTES_A_PIXEL
