"""People who do not exist, for rehearsals, samples and measurements.

The same seed always gives the same people. Their numbers are right in form, and made up.
"""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ceremony_app.domain.ranks import GOLONGAN
from ceremony_app.roster.made_up_names import REGIONS, Region
from ceremony_app.roster.sheets_written import TextWorkbook

DIVISIONS = (
    "Divisi Administrasi",
    "Divisi Pemasyarakatan",
    "Divisi Keimigrasian",
    "Divisi Pelayanan Hukum dan HAM",
)
_HEADER = ("NO", "NIP", "NAMA", "PANGKAT/GOL", "JABATAN", "UNIT KERJA", "STATUS")
_WIDTHS = (6.0, 24.0, 48.0, 30.0, 56.0, 34.0, 12.0)
_PPPK_SHARE, _LOCAL_SHARE = 0.08, 0.03
_PILGRIM_SHARE, _UNLEARNED_SHARE = 0.12, 0.6
_LONGEST_SHARE, _LONGEST_NAMES = 0.02, 3
_STEPS = (
    "II/a",
    "II/b",
    "II/c",
    "II/d",
    "III/a",
    "III/b",
    "III/c",
    "III/d",
    "IV/a",
    "IV/b",
    "IV/c",
)
_STEP_WEIGHTS = (5, 7, 10, 9, 16, 16, 13, 13, 7, 3, 1)
_PPPK_STEPS = ("V", "VII", "IX")
_POSTS = {
    "II": (
        *("Pengadministrasi Umum", "Petugas Penjagaan", "Pengelola Barang Milik Negara"),
        *("Anggota Jaga", "Pengelola Persuratan", "Bendahara Pengeluaran"),
    ),
    "III": (
        *("Analis Kepegawaian Ahli Muda", "Pembimbing Kemasyarakatan Ahli Pertama", "Analis Hukum"),
        *("Kepala Subbagian Umum", "Penyuluh Hukum Ahli Muda", "Pranata Komputer Ahli Pertama"),
        *("Kepala Seksi Bimbingan Narapidana/Anak Didik", "Perancang Peraturan Perundang-undangan"),
        "Analis Pengelolaan Keuangan APBN Ahli Muda",
    ),
    "IV": (
        *("Kepala Bagian Program dan Hubungan Masyarakat", "Analis Kebijakan Ahli Madya"),
        *("Kepala Bidang Pelayanan Tahanan, Kesehatan, Rehabilitasi", "Perancang Ahli Madya"),
    ),
    "PPPK": ("Pranata Komputer Terampil", "Penyuluh Hukum Ahli Pertama", "Perawat Terampil"),
    "PPNPN": ("Pengemudi", "Petugas Kebersihan", "Petugas Keamanan", "Pramubakti"),
}
_DEGREES = {
    "II": ("", "", "A.Md.", "A.Md.P."),
    "III": (
        "S.H.",
        "S.E.",
        "S.Sos.",
        "S.Kom.",
        "S.Psi.",
        "S.H., M.H.",
        "A.Md.I.P., S.H.",
        "S.Tr.Pas.",
    ),
    "IV": (
        "S.H., M.H.",
        "S.E., M.M.",
        "S.Sos., M.Si.",
        "Bc.I.P., S.H., M.H.",
        "S.H., M.Hum., Ph.D.",
    ),
    "PPPK": ("S.Kom.", "S.H.", "A.Md.Kep.", ""),
    "PPNPN": ("",),
}
_MALE, _FEMALE = "1", "2"


class MadeUpPerson(NamedTuple):
    """One row of a made-up roster; `name` carries its titles."""

    id_number: str
    name: str
    rank: str
    post: str
    division: str
    staff_kind: str


def made_up_people(
    count: int, seed: int, divisions: Sequence[str] = DIVISIONS
) -> list[MadeUpPerson]:
    """`count` people with an id number each of their own, spread over the divisions.

    Names may recur, as they do in life. Birth and appointment suit any day from 2022 on, for
    as long as those born in 1968 are not past 70.
    """
    dice = random.Random(seed)  # noqa: S311 nothing here is secret
    maker = _Maker(dice, tuple(divisions) or DIVISIONS)
    return [maker.person(at) for at in range(count)]


def write_sample_roster(path: Path, people: Sequence[MadeUpPerson]) -> None:
    """A roster workbook as offices send them: a title, a blank line, "NO", all cells text.

    Replaces an older file; raises FileTrouble where it cannot be written.
    """
    rows = [
        (str(number), one.id_number, one.name, one.rank, one.post, one.division, one.staff_kind)
        for number, one in enumerate(people, 1)
    ]
    book = TextWorkbook()
    book.add_table(
        "Pegawai", ("DAFTAR PEGAWAI (CONTOH, BUKAN ORANG NYATA)", ""), _HEADER, _WIDTHS, rows
    )
    book.save(path, replace=True)


class _Maker:
    """Makes one person after the other; what must not recur is remembered here."""

    def __init__(self, dice: random.Random, divisions: Sequence[str]) -> None:
        self._dice = dice
        self._divisions = divisions
        self._sequences: Counter[str] = Counter()
        self._locals = 0
        self._weights = [region.weight for region in REGIONS]

    def person(self, at: int) -> MadeUpPerson:
        dice = self._dice
        sex = dice.choice((_MALE, _FEMALE))
        division = dice.choice(self._divisions)
        chance = dice.random()
        if at < len(self._divisions):
            return self._head(self._divisions[at], sex)
        if chance < _LOCAL_SHARE:
            self._locals += 1
            number = f"PPNPN-{self._locals:03}"
            return self._titled(number, sex, "", "PPNPN", division, "PPNPN")
        if chance < _LOCAL_SHARE + _PPPK_SHARE:
            number = self._number(sex, is_pppk=True)
            return self._titled(number, sex, dice.choice(_PPPK_STEPS), "PPPK", division, "PPPK")
        step = dice.choices(_STEPS, _STEP_WEIGHTS)[0]
        number = self._number(sex, is_pppk=False)
        return self._titled(number, sex, step, step.partition("/")[0], division, "PNS")

    def _head(self, division: str, sex: str) -> MadeUpPerson:
        """The head of a division, so that each has somebody to sign for it."""
        number = self._number(sex, is_pppk=False)
        one = self._titled(number, sex, "IV/b", "IV", division, "PNS")
        return one._replace(post=f"Kepala {division}")

    def _titled(
        self, number: str, sex: str, step: str, level: str, division: str, staff_kind: str
    ) -> MadeUpPerson:
        dice = self._dice
        region = dice.choices(REGIONS, self._weights)[0]
        name = self._name(region, sex)
        before = self._title_before(region, sex, level)
        after = dice.choice(_DEGREES[level])
        full = f"{before} {name}".strip() + (f", {after}" if after else "")
        rank = GOLONGAN[step].printed if step else ""
        return MadeUpPerson(number, full, rank, dice.choice(_POSTS[level]), division, staff_kind)

    def _title_before(self, region: Region, sex: str, level: str) -> str:
        chance = self._dice.random()
        pilgrim = "H." if sex == _MALE else "Hj."
        titles = [pilgrim] if region.pilgrims and chance < _PILGRIM_SHARE else []
        if level == "IV" and chance > _UNLEARNED_SHARE:
            titles.insert(0, self._dice.choice(("Dr.", "Drs." if sex == _MALE else "Dra.", "Ir.")))
        return " ".join(titles)

    def _name(self, region: Region, sex: str) -> str:
        dice = self._dice
        names = region.men if sex == _MALE else region.women
        words = [dice.choice(names.before), dice.choice(names.given)]
        if dice.random() >= region.single:
            many = _LONGEST_NAMES if dice.random() < _LONGEST_SHARE else 1
            words += dice.sample(names.after, many)
        return " ".join(word for word in words if word)

    def _number(self, sex: str, *, is_pppk: bool) -> str:
        """Birth, appointment, sex, and the next number of those who share all three."""
        dice = self._dice
        born = dice.randint(1985 if is_pppk else 1968, 1998)
        start = (
            dice.randint(2019, 2021) if is_pppk else dice.randint(born + 19, min(born + 30, 2021))
        )
        code = dice.choice((21, 21, 22)) if is_pppk else dice.choice((1, 1, 3, 3, 4, 12))
        shared = f"{born}{dice.randint(1, 12):02}{dice.randint(1, 28):02}{start}{code:02}{sex}"
        self._sequences[shared] += 1
        return f"{shared}{self._sequences[shared]:03}"
