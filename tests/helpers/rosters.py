"""Small rosters for tests of what comes after the import; all names and numbers are made up."""

from collections.abc import Iterable
from pathlib import Path

Row = tuple[str, str, str]

STAFF: tuple[Row, ...] = (
    ("196608011988031001", "Dr. H. Masjuno, S.H., M.H.", "Divisi Pemasyarakatan"),
    ("197102031995032002", "Sri Yusfini, S.Sos.", "Divisi Administrasi"),
    ("198005052005011003", "Ujo", "Divisi Administrasi"),
    ("198511172009122004", "Ni Luh Putri Ayu", "Divisi Pemasyarakatan"),
    ("199001012015031005", "Muhammad Ma'ruf", "Divisi Pemasyarakatan"),
    ("199503032020122006", "Siti Nur'aini, A.Md.", "Divisi Administrasi"),
)
"""Id number, name, division."""


def write_roster(path: Path, rows: Iterable[Row]) -> Path:
    """Write the rows as the kind of CSV that personnel sites give out."""
    lines = ["NIP;NAMA;UNIT KERJA", *(";".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def made_up_staff(count: int) -> tuple[Row, ...]:
    """So many people with valid numbers, the same ones each time."""
    return tuple(
        (
            f"19800101200501{1 + at // 999}{at % 999 + 1:03d}",
            f"Pegawai {at + 1}",
            f"Divisi {at % 4}",
        )
        for at in range(count)
    )
