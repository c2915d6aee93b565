"""Every figure beside its floor: `make bench`, or `python -m benchmarks [NAME ...]`.

Each part runs in a process of its own, so that none pays for what another left in memory. The
table goes to standard output, the figures to benchmarks/results.json; those of parts that were
not asked for stay there as they were.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks import readme
from benchmarks.figures import Row, show

PARTS = (
    "scan",
    "import",
    "badges",
    "attendance",
    "preview",
    "start",
    "verify",
    "camera",
    "photographs",
    "show",
    "search",
    "door",
    "doors",
)
RESULTS = Path(__file__).with_name("results.json")


def main(asked: list[str]) -> int:
    unknown = set(asked) - set(PARTS)
    if unknown:
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    measured = {part: _measured(part) for part in asked or PARTS}
    found = [row for rows in measured.values() for row in rows]
    print()
    show(found)
    _keep(measured)
    over = [row.name for row in found if not row.holds]
    if over:
        print(f"\nover their limit: {'; '.join(over)}")
    return 1 if over else 0


def _measured(part: str) -> list[Row]:
    print(f"measuring {part} ...", flush=True)
    with tempfile.NamedTemporaryFile("r", suffix=".json") as figures:
        program = (
            "import json, sys; from pathlib import Path;"
            f" from benchmarks.bench_{part} import rows;"
            " Path(sys.argv[1]).write_text(json.dumps([row._asdict() for row in rows()]))"
        )
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([sys.executable, "-c", program, figures.name], check=True, env=environment)
        return [Row(**row) for row in json.loads(Path(figures.name).read_text())]


def _keep(measured: Mapping[str, list[Row]]) -> None:
    before = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    kept = {
        "machine": {
            "processors": os.cpu_count(),
            "processor": _processor(),
            "load": round(os.getloadavg()[0], 2),
            "python": platform.python_version(),
            "system": platform.system(),
        },
        "figures": together(before.get("figures", []), measured),
    }
    RESULTS.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    readme.write()
    print(f"kept in {RESULTS.name} and shown in README.md")


def _processor() -> str:
    """What the processor calls itself, as far as the system tells."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def together(
    before: Iterable[Mapping[str, Any]], measured: Mapping[str, list[Row]]
) -> list[Mapping[str, Any]]:
    """The figures of parts measured now, and the earlier ones of the others."""
    figures = [one for one in before if one["part"] not in measured]
    for part, rows in measured.items():
        figures += [{"part": part, **row._asdict(), "holds": row.holds} for row in rows]
    return sorted(
        (one for one in figures if one["part"] in PARTS), key=lambda one: PARTS.index(one["part"])
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
