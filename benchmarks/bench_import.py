"""A roster of 100,000 people into the file, against reading the cells and nothing else.

The floor reads the workbook with python-calamine and puts the raw rows into a bare table with
executemany, in one transaction. Ours finds the header, validates every cell, hashes every row,
makes a token for everybody and writes all of it with the event that binds it.
"""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook
from sqlcipher3 import dbapi2

from benchmarks.figures import Row, compare
from benchmarks.figures import show as show_rows
from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import SystemClock
from ceremony_app.locator import installed
from ceremony_app.roster.made_up import made_up_people, write_sample_roster
from ceremony_app.roster.reading import read_roster
from ceremony_app.services.opening import opener
from ceremony_app.services.roster import RosterImport

PEOPLE = 100_000
RUNS = 5
LIMIT = 3.5
MEMORY_LIMIT_MB = 600.0

_DIVISIONS = ("Divisi Administrasi", "Divisi Pemasyarakatan", "Divisi Keimigrasian")


def rows(people: int = PEOPLE) -> list[Row]:
    """Time and peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "roster.xlsx"
        write_sample_roster(workbook, made_up_people(people, 1, _DIVISIONS))
        time = compare(
            f"import of {people:,} people, against calamine and executemany",
            lambda: _ours(workbook),
            lambda: _floor(workbook),
            LIMIT,
            runs=RUNS,
        )
        return [time, _memory(workbook, people)]


def _ours(workbook: Path) -> None:
    path = workbook.with_name("ours.ikrar")
    path.unlink(missing_ok=True)
    with opener(installed(), SystemClock()).create(path, Zone.WIB) as file:
        reading = read_roster(workbook, today=date(2026, 1, 1))
        report = RosterImport(file).run(reading)
        assert report.written
        assert not report.rejected


def _floor(workbook: Path) -> None:
    path = workbook.with_name("floor.db")
    path.unlink(missing_ok=True)
    cells = CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    names = ", ".join(f"c{index}" for index in range(len(cells[0])))
    marks = ", ".join("?" * len(cells[0]))
    connection.execute(f"CREATE TABLE raw ({names})")
    connection.execute("BEGIN")
    connection.executemany(f"INSERT INTO raw VALUES ({marks})", cells)
    connection.execute("COMMIT")
    connection.close()


def _memory(workbook: Path, people: int) -> Row:
    """Peak of a process that does nothing but import."""
    program = (
        "import sys; from pathlib import Path; from benchmarks import bench_import as b;"
        " b._ours(Path(sys.argv[1])); print(b._peak_mb())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(workbook)], check=True, capture_output=True, text=True
    )
    peak = float(done.stdout)
    name = f"peak memory of importing {people:,} people, against what is allowed"
    return Row(name, peak, MEMORY_LIMIT_MB, peak / MEMORY_LIMIT_MB, 1.0, "MB")


def _peak_mb() -> float:
    """Of this process alone: ru_maxrss would count what its parent held when it was started."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    show_rows(rows())
