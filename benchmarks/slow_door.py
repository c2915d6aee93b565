"""A door's window in a process of its own, for whoever wants to hold up its disk.

`python -m benchmarks.slow_door FILE TOKENS OUT` types the codes of TOKENS (a JSON list) into the
window one after the other, and writes to OUT the seconds until each answer stood on the screen,
and whether the main file was written to meanwhile: its WAL was folded in.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.bench_door import Doorway


def main(file: Path, tokens: Path, out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        door = Doorway(Path(folder), file)
        before = file.stat().st_mtime_ns
        taken = [door.scan(token)[0] for token in json.loads(tokens.read_text("ascii"))]
        told = {"seconds": taken, "folded": file.stat().st_mtime_ns != before}
        door.close()
    out.write_text(json.dumps(told), "ascii")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
