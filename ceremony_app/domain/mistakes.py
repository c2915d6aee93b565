"""A mistake on a paper, and the papers that can have any."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.messages import Message, message


class PaperKind(StrEnum):
    """The papers that are drafts while a mistake stands on them."""

    REPRESENTATIVES = "representatives"
    INDIVIDUAL = "individual"
    ATTENDANCE = "attendance"
    MINUTES = "minutes"
    READING = "reading"


class Topic(StrEnum):
    """What a mistake is about."""

    DETAILS = "details"
    LAW = "law"
    PACT = "pact"
    SIGNER = "signer"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong.

    `about` names what it belongs to, `says` is the sentence beside its field. `papers` are those
    that are drafts because of it, none where it stands on no paper. `owner` is the id of the
    party, pact or text, empty for the details; `field` the name of its field there. `pact` is
    set where only that pact's sheets are touched; `optional` where nobody need make those.
    """

    topic: Topic
    about: Message
    says: Message
    papers: AbstractSet[PaperKind]
    owner: str = ""
    field: str = ""
    pact: str = ""
    optional: bool = False

    @property
    def told(self) -> Message:
        """The whole sentence, for a list of mistakes."""
        return message("mistakes.told", about=self.about, says=self.says)
