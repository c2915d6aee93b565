"""What is wrong with the papers of one open file."""

from datetime import date

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.mistakes import Mistake
from ceremony_app.domain.paper_checks import mistakes
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile


def paper_mistakes(file: CeremonyFile, details: Details | None = None) -> tuple[Mistake, ...]:
    """The mistakes of the ceremony as it is kept, or with other `details` that are not yet."""
    preparation = Preparation(file)
    texts = [(state.text, state.approved) for state in preparation.texts()]
    return mistakes(details or preparation.details(), texts, date.today())
