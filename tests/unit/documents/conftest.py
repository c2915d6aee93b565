"""Made-up data for papers, and everything they are made with."""

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Letterhead, Zone
from ceremony_app.domain.papers import Occasion
from ceremony_app.locator import Locator


@pytest.fixture(scope="session")
def stationery(locator: Locator) -> Stationery:
    return Stationery.of(locator)


@pytest.fixture
def occasion() -> Occasion:
    return Occasion(
        letterhead=Letterhead(
            "Kementerian Hukum dan Hak Asasi Manusia",
            "Kantor Wilayah Nusa Tenggara Timur",
            ("Jalan W.J. Lalamentik 98, Kupang", "Telepon (0380) 000000"),
        ),
        title="Ikrar dan Penandatanganan Pakta Integritas Netralitas Pegawai",
        unit="Kantor Wilayah Kementerian Hukum dan HAM Nusa Tenggara Timur",
        date="2023-02-13",
        time="08:30",
        place="Aula Kanwil",
        city="Kupang",
        zone=Zone.WITA,
    )
