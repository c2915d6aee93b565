"""What a door says of a revoked badge: since when, and whether there is a new one."""

from dataclasses import dataclass

from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People


@dataclass(frozen=True, slots=True)
class Revocation:
    """`at` is the local moment in ISO 8601; `replaced` says that the holder has a valid badge."""

    at: str
    replaced: bool


def revocation_of(file: CeremonyFile, answer: ScanAnswer) -> Revocation | None:
    """Why a scan was answered `revoked`; None for every other answer."""
    if answer.verdict is not Verdict.REVOKED or answer.person is None:
        return None
    people = People(file)
    held = people.badges_of(answer.person.id)
    return Revocation(people.revoked_at(answer.token), any(not badge.revoked for badge in held))
