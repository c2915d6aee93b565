"""What every scene draws with: the ceremony, the hall's words, letters, colours and pictures."""

from dataclasses import dataclass

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.messages import Catalogue
from ceremony_app.projector.art import Art
from ceremony_app.projector.colours import THEMES, Colours
from ceremony_app.projector.typeset import Typesetter


@dataclass(frozen=True, slots=True)
class Stage:
    """`words` is the language of the hall, whatever language the operator reads."""

    details: Details
    words: Catalogue
    typesetter: Typesetter
    art: Art

    @property
    def colours(self) -> Colours:
        return THEMES[self.details.look.theme]
