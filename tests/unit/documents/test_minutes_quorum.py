"""The minutes' sentence about the quorum: set, reached and when, missed, or not said at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.documents.minutes import make_minutes
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.attendance import Quorum, QuorumLine, QuorumReport
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import MinutesData, Occasion
from tests.helpers.pdf_pages import text_of


@pytest.fixture
def minutes(occasion: Occasion) -> MinutesData:
    return MinutesData(occasion=occasion, head="", events=12, people=83)


def told(stationery: Stationery, minutes: MinutesData, folder: Path) -> str:
    make_minutes(stationery, minutes, folder / "minutes.pdf", Paper.A4)
    return text_of(folder / "minutes.pdf")


OFFICE = QuorumLine("", 83, 73, 56, "2023-02-13T08:12:40.000+08:00[WITA]")


@pytest.mark.parametrize(
    ("rule", "office", "says"),
    [
        (
            Quorum.TWO_THIRDS,
            OFFICE,
            (
                "Kuorum ditetapkan dua pertiga dari 83 (delapan puluh tiga) orang pada daftar "
                "pegawai saat kehadiran dibekukan, yaitu 56 (lima puluh enam) orang, dan tercapai "
                "pada pukul 08.12 WITA."
            ),
        ),
        (
            Quorum.MORE_THAN_HALF,
            replace(OFFICE, needed=42, reached=""),
            (
                "setengah tambah satu dari 83 (delapan puluh tiga) orang pada daftar pegawai saat "
                "kehadiran dibekukan, yaitu 42 (empat puluh dua) orang, dan tercapai."
            ),
        ),
        (
            Quorum.TWO_THIRDS,
            replace(OFFICE, untimed=3),
            "yaitu 56 (lima puluh enam) orang, dan tercapai paling lambat pada pukul 08.12 WITA.",
        ),
        (
            Quorum.THREE_QUARTERS,
            replace(OFFICE, needed=63, present=40, reached=""),
            (
                "yaitu 63 (enam puluh tiga) orang; tercatat hadir 40 (empat puluh) orang, sehingga "
                "kuorum tidak tercapai."
            ),
        ),
    ],
)
def test_a_quorum_is_one_sentence_and_only_where_one_was_set(
    stationery: Stationery,
    minutes: MinutesData,
    tmp_path: Path,
    rule: Quorum,
    office: QuorumLine,
    says: str,
) -> None:
    assert "uorum" not in told(stationery, minutes, tmp_path)
    report = QuorumReport(rule, "2023-02-13T08:31:00.000+08:00[WITA]", office, ())
    assert says in told(stationery, replace(minutes, quorum=report), tmp_path)
    still_open = replace(minutes, quorum=replace(report, frozen=""))
    assert "dibekukan" not in told(stationery, still_open, tmp_path)
