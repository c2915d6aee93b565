"""A ceremony with nothing left open: its papers are originals and not drafts."""

from dataclasses import replace

from ceremony_app.domain.people import Party, Role
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile


def settle(file: CeremonyFile) -> None:
    """Nothing is left blank that would make a paper a draft."""
    preparation = Preparation(file)
    details = preparation.details()
    head = Party("h", Role.PRESIDER, "Tejo Harwanto", "Kepala Kantor")
    preparation.change_details(
        replace(
            details,
            unit="Kantor Contoh",
            title="Ikrar Netralitas",
            date="2023-02-13",
            time="08:00",
            place="Aula",
            city="Serang",
            parties=(head,),
            legal_bases=(),
        )
    )
    for state in preparation.texts():
        preparation.approve(state, "Tejo Harwanto")
