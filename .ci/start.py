"""What `make run` shows: a sample ceremony in its window, or a rehearsal where there is no display.

Run by the environment's own Python, after .ci/prepare.py.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample" / "contoh.ikrar"
ROSTER = ROOT / "db" / "samples" / "pegawai.csv"
REHEARSAL = ROOT / "rehearsal"


def main() -> int:
    return open_sample() if has_display() else rehearse()


def has_display() -> bool:
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def open_sample() -> int:
    """Make the sample ceremony once, then open it; what was done in it stays."""
    if not SAMPLE.exists():
        print(f"making a sample ceremony: {SAMPLE.relative_to(ROOT)}", flush=True)
        SAMPLE.parent.mkdir(exist_ok=True)
        made = ikrar("new", SAMPLE, "--template", "banten") or ikrar(
            "roster", "import", SAMPLE, ROSTER
        )
        if made != 0:
            return made
    return ikrar("open", SAMPLE)


def rehearse() -> int:
    """Run a whole ceremony without a hand on it, and say what it left."""
    if (REHEARSAL / "summary.json").exists():
        shutil.rmtree(REHEARSAL)
    print("no display here: rehearsing a whole ceremony instead, into ./rehearsal", flush=True)
    code = ikrar("rehearse", "-o", REHEARSAL)
    if code == 0:
        print("made ./rehearsal:")
        for path in sorted(REHEARSAL.iterdir()):
            print(f"  {path.relative_to(ROOT)}{os.sep if path.is_dir() else ''}")
    return code


def ikrar(*arguments: str | Path) -> int:
    command = [sys.executable, "-m", "ceremony_app", *map(str, arguments)]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
