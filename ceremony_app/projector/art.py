"""The office's own pictures on the screen: its logo, a background, pictures of the programme.

They are decoded when they are added and fitted once for each size, so that showing one costs no
more than showing anything else. A background is turned into two colours, those of the theme
between which every word can still be read; so no photograph, however busy or colourful, takes a
word away, and none brings a party's colour along.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage

from ceremony_app.domain.attachments import pictures_of
from ceremony_app.domain.ceremony import Details
from ceremony_app.projector.colours import Colours
from ceremony_app.ui_kit.palette import contrast

LIMIT = 96 * 1024 * 1024
"""Bytes of fitted pictures that are kept: two backgrounds at 3840x2160 and what else is small."""

_TONES = 256
_MARGIN = 1.02
"""A background keeps this much more contrast than is asked for: scaling and rounding."""

_SEEN = 1.6
_LOST = 0.25
"""A logo of which more than this part has less contrast to the ground than that stands on a plate
of another colour."""

_SAMPLE = 32


class Art:
    """Pictures by the ids of their attachments."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._whole: dict[str, QImage] = {}
        self._plates: dict[tuple[str, str], bool] = {}
        self._fitted: OrderedDict[tuple[object, ...], QImage] = OrderedDict()
        self._limit = limit

    @classmethod
    def of(cls, pictures: Mapping[str, bytes]) -> "Art":
        """The pictures that can be decoded; an item whose picture cannot shows its title."""
        art = cls()
        for identity, content in pictures.items():
            art.add(identity, content)
        return art

    def add(self, identity: str, content: bytes) -> bool:
        """Decodes a picture; False where the bytes are none that can be shown."""
        image = QImage.fromData(QByteArray(content))
        if image.isNull():
            return False
        self._whole[identity] = image
        return True

    def missing(self, details: Details) -> tuple[str, ...]:
        """The pictures of a ceremony that were not added yet."""
        return tuple(one for one in pictures_of(details) if one not in self._whole)

    def __contains__(self, identity: object) -> bool:
        return identity in self._whole

    @property
    def size(self) -> int:
        """Bytes of the fitted pictures that are kept."""
        return sum(image.sizeInBytes() for image in self._fitted.values())

    def fitted(self, identity: str, room: QSize) -> QImage:
        """A picture as large as fits into a room, whole and in its own proportions.

        Raises LookupError where it was not added.
        """
        whole = self._whole[identity]
        return self._kept((identity, room.width(), room.height()), lambda: _inside(whole, room))

    def background(
        self, identity: str, size: QSize, colours: Colours, strength: float = 1.0
    ) -> QImage:
        """A picture that fills a size, in tones on which words can be read.

        `strength` is 1 for the full reach of such tones, less for a quieter picture.

        Raises LookupError where it was not added.
        """
        whole = self._whole[identity]
        key = (identity, size.width(), size.height(), colours.ground, strength)
        return self._kept(key, lambda: _toned(_covering(whole, size), colours, strength))

    def needs_plate(self, identity: str, colours: Colours) -> bool:
        """Whether too much of a logo would not be seen on the ground.

        Raises LookupError where it was not added.
        """
        key = (identity, colours.ground)
        if key not in self._plates:
            self._plates[key] = _lost(self._whole[identity], colours.ground) > _LOST
        return self._plates[key]

    def _kept(self, key: tuple[object, ...], make: Callable[[], QImage]) -> QImage:
        if key not in self._fitted:
            self._fitted[key] = make()
        self._fitted.move_to_end(key)
        while self.size > self._limit and len(self._fitted) > 1:
            self._fitted.popitem(last=False)
        return self._fitted[key]


def farthest_ground(colours: Colours) -> str:
    """The colour farthest from the ground, towards the letters, on which all words can be read.

    It is the end of the line from `ground` to `settled` as far as contrasts allow.
    """
    steps = [_between(colours.ground, colours.settled, at / _TONES) for at in range(_TONES)]
    readable = [
        tone
        for tone in steps
        if all(contrast(words, tone) >= least * _MARGIN for words, least in colours.on_ground)
    ]
    return readable[-1] if readable else colours.ground


def _inside(whole: QImage, room: QSize) -> QImage:
    return whole.scaled(
        room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _covering(whole: QImage, size: QSize) -> QImage:
    """Scaled so that it fills a size; what is left over is cut evenly from both ends."""
    scaled = whole.scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    middle = QRect(
        (scaled.width() - size.width()) // 2,
        (scaled.height() - size.height()) // 2,
        size.width(),
        size.height(),
    )
    return scaled.copy(middle)


def _toned(image: QImage, colours: Colours, strength: float) -> QImage:
    """A picture in the tones between the ground and the colour that still carries words."""
    end = _between(colours.ground, farthest_ground(colours), strength)
    is_dark = QColor(colours.ground).lightness() < QColor(end).lightness()
    tones = [_between(colours.ground, end, at / (_TONES - 1)) for at in range(_TONES)]
    table = [QColor(tone).rgb() for tone in (tones if is_dark else reversed(tones))]
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    indexed = QImage(
        grey.constBits(),
        grey.width(),
        grey.height(),
        grey.bytesPerLine(),
        QImage.Format.Format_Indexed8,
    )
    indexed.setColorTable(table)
    return indexed.convertToFormat(QImage.Format.Format_RGB32)


def _lost(image: QImage, ground: str) -> float:
    """How much of a see-through picture, in parts of what can be seen of it, is like the ground.

    A picture that covers its whole room has an edge of its own.
    """
    if not image.hasAlphaChannel():
        return 0.0
    small = image.scaled(_SAMPLE, _SAMPLE).convertToFormat(QImage.Format.Format_ARGB32)
    dots = [small.pixelColor(at % _SAMPLE, at // _SAMPLE) for at in range(_SAMPLE * _SAMPLE)]
    seen = [dot.name() for dot in dots if dot.alpha() > _TONES // 2]
    return sum(contrast(dot, ground) < _SEEN for dot in seen) / max(len(seen), 1)


def _between(one: str, other: str, share: float) -> str:
    """The colour `share` of the way from one to the other."""
    first, second = QColor(one), QColor(other)
    pairs = (
        (first.red(), second.red()),
        (first.green(), second.green()),
        (first.blue(), second.blue()),
    )
    return QColor(*(round(here + (there - here) * share) for here, there in pairs)).name()
