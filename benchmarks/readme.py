"""The table of figures in README, made from benchmarks/results.json and never written by hand.

`make bench` brings it up to date; `python -m benchmarks.readme` does it alone.
"""

import json
from pathlib import Path

from benchmarks.figures import Row

ROOT = Path(__file__).resolve().parent.parent
README, RESULTS = ROOT / "README.md", ROOT / "benchmarks" / "results.json"
BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"


def table(results: Path = RESULTS) -> str:
    """The figures as Markdown; where nothing was measured yet, a sentence that says so."""
    if not results.exists():
        return "No figures yet: `make bench` measures them and writes them here.\n"
    kept = json.loads(results.read_text(encoding="utf-8"))
    machine = kept["machine"]
    rows = [Row(**{name: one[name] for name in Row._fields}) for one in kept["figures"]]
    named = f" ({machine['processor']})" if machine.get("processor") else ""
    where = f"{machine['system']} with {machine['processors']} processors{named}"
    lines = [
        f"Each beside its floor, by `make bench` on {where} and Python {machine['python']}:",
        "",
        "| figure | Ikrar | floor | ratio | at most |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(_line(row) for row in rows),
    ]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    ours, floor = (f"{value:.4g} {row.unit}" for value in (row.ours, row.floor))
    limit = f"{row.limit:.2f}" if row.limit else "-"
    return f"| {row.name} | {ours} | {floor} | {row.ratio:.2f} | {limit} |"


def with_table(readme: str, figures: str) -> str:
    """README with the figures in their place; ValueError where it has no place for them."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("README has no place for the figures")
    return before + BEGIN + figures + END + after


def write() -> None:
    """Bring README up to date."""
    README.write_text(with_table(README.read_text(encoding="utf-8"), table()), encoding="utf-8")


if __name__ == "__main__":
    write()
