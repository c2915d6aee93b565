"""The hall's picture of a text, tried out while the ceremony is being prepared.

Console and projector do not know each other; this is what they agree on.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QImage

from ceremony_app.domain.ceremony import Cue, Details
from ceremony_app.domain.legibility import Reach
from ceremony_app.domain.texts import Text


class HallTrial:
    """Shows a text as the hall would see it, in the look that the details carry.

    Texts may still have blanks; all that they need is one phrase. Each call takes less time than
    an eye takes to blink, so a picture can follow what somebody is typing.
    """

    def bring(self, pictures: Mapping[str, bytes]) -> tuple[str, ...]:
        """Add the office's pictures by the ids of their attachments; gives the ids of those
        that cannot be shown."""
        raise NotImplementedError

    def missing(self, words: str) -> tuple[str, ...]:
        """The signs of some words that no face of the program has."""
        raise NotImplementedError

    def reach(self, details: Details, text: Text) -> Reach:
        """How far away a text can be read, and where it is tightest.

        Raises Refused where the text has no phrase.
        """
        raise NotImplementedError

    def picture(self, details: Details, text: Text, part: int, phrase: int, width: int) -> QImage:
        """What a usual projector shows where the phrase is led, `width` pixels wide.

        A part or phrase that the text does not have stands for its first one. Raises Refused
        as `reach` does.
        """
        raise NotImplementedError

    def cue_picture(self, details: Details, texts: Sequence[Text], cue: Cue, width: int) -> QImage:
        """What a usual projector shows when an item of the programme begins, while nobody has
        come yet.

        Raises Refused where the item has nothing that could be shown.
        """
        raise NotImplementedError
