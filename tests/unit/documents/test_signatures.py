"""What stands above and below a signature, for each kind of signer."""

from dataclasses import replace

import pytest

from ceremony_app.documents.signatures import signature_of
from ceremony_app.documents.stationery import BLANK, Stationery
from ceremony_app.domain.people import IdKind, Party, Role

SIGNER = Party(
    "s", Role.PRESIDER, "Nama", "Kepala Bagian Umum", id_number="78091234", id_kind=IdKind.NRP
)
IN_THE_NAME = {"on_behalf_of": "Kepala Kantor Wilayah", "mandated_by": "Kepala Divisi Administrasi"}


@pytest.mark.parametrize(
    ("changes", "above"),
    [
        ({}, ("Kepala Bagian Umum,",)),
        ({"prefix": "Plt."}, ("Plt. Kepala Bagian Umum,",)),
        ({"prefix": "Plh.", "post": ""}, (f"Plh. {BLANK},",)),
        (
            {"prefix": "a.n.", **IN_THE_NAME},
            ("a.n. Kepala Kantor Wilayah", "Kepala Bagian Umum,"),
        ),
        (
            {"prefix": "u.b.", **IN_THE_NAME},
            (
                "a.n. Kepala Kantor Wilayah",
                "Kepala Divisi Administrasi",
                "u.b.",
                "Kepala Bagian Umum,",
            ),
        ),
        ({"prefix": "a.n."}, (f"a.n. {BLANK}", "Kepala Bagian Umum,")),
    ],
)
def test_in_whose_name_somebody_signs_stands_above_the_post(
    stationery: Stationery, changes: dict[str, str], above: tuple[str, ...]
) -> None:
    assert signature_of(replace(SIGNER, **changes), stationery.words).above == above


@pytest.mark.parametrize(
    ("kind", "below"),
    [
        (IdKind.NIP, ("NIP 78091234",)),
        (IdKind.NRP, ("NRP 78091234",)),
        (IdKind.NI_PPPK, ("NI PPPK 78091234",)),
        (IdKind.NONE, ()),
    ],
)
def test_a_number_stands_below_where_there_is_one(
    stationery: Stationery, kind: IdKind, below: tuple[str, ...]
) -> None:
    assert signature_of(replace(SIGNER, id_kind=kind), stationery.words).below == below


def test_in_running_text_only_acting_heads_are_told() -> None:
    assert replace(SIGNER, prefix="Plt.").styled_post == "Plt. Kepala Bagian Umum"
    assert replace(SIGNER, prefix="u.b.", **IN_THE_NAME).styled_post == "Kepala Bagian Umum"
    assert replace(SIGNER, prefix="Plt.", post="").styled_post == ""
