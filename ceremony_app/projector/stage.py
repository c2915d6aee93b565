"""What every scene draws with: the show, its words, letters and colours."""

from dataclasses import dataclass

from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import Show
from ceremony_app.projector.colours import Colours
from ceremony_app.projector.typeset import Typesetter


@dataclass(frozen=True, slots=True)
class Stage:
    """`words` is the language of the hall, whatever language the operator reads."""

    show: Show
    words: Catalogue
    typesetter: Typesetter
    colours: Colours
