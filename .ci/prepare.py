"""Makes a checkout ready to run, to test or to build: environment, packages, system libraries.

Called by the Makefile with the machine's own python3 and one word: `run`, `dev` or `build`.
Each does only what is missing and leaves a stamp in the virtual environment. What may not be
installed from here (no root, no passwordless sudo, no apt) is named in one sentence, exit code 1.
Standard library only, since nothing else is there yet.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)

# What Ikrar loads of Qt, below PySide6's folder, and what Qt loads by itself on a desktop.
QT_PARTS = (
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtMultimedia.abi3.so",
    "QtSerialPort.abi3.so",
    "QtDBus.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/multimedia/libffmpegmediaplugin.so",
    "Qt/plugins/printsupport/libcupsprintersupport.so",
)

# Debian's and Ubuntu's packages for the libraries that those parts ask of the system.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


class CannotPrepareError(Exception):
    """Something is missing that only the user can bring; the text is the sentence for them."""


def main(argv: list[str]) -> int:
    stages = {"run": prepare_to_run, "dev": prepare_to_develop, "build": prepare_to_build}
    if len(argv) != 1 or argv[0] not in stages:
        print(f"usage: prepare.py {'|'.join(stages)}", file=sys.stderr)
        return 2
    try:
        stages[argv[0]]()
    except CannotPrepareError as trouble:
        print(f"prepare: {trouble}", file=sys.stderr)
        return 1
    return 0


def prepare_to_run() -> None:
    """Environment, the packages of the program, and what Qt needs of the system."""
    make_environment()
    install("-e", str(ROOT))
    bring_qt_libraries()
    stamp("run")


def prepare_to_develop() -> None:
    """As for running, with the packages that tests and checks need."""
    make_environment()
    install("-e", f"{ROOT}[dev]")
    bring_qt_libraries()
    stamp("run", "dev")


def prepare_to_build() -> None:
    """As for developing, with what PyInstaller asks of the system."""
    if sys.platform != "linux":
        return
    wanted = [] if shutil.which("objcopy") else ["binutils"]
    library = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    if sys.prefix == "/usr" and not any(Path("/usr/lib").glob(f"*/{library}.so.1*")):
        wanted.append(library)
    if wanted:
        apt_install(wanted)


def make_environment() -> None:
    """Make the virtual environment, or make it anew where it does not run any more."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise CannotPrepareError(
            f"Ikrar needs Python 3.11 or newer, and {sys.executable} is {found}; "
            "name another one: make PYTHON=/path/to/python3.12"
        )
    if works([str(PYTHON), "-m", "pip", "--version"]):
        return
    say(f"making the virtual environment {VENV}")
    if works([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    package = f"python{version}-venv"
    if may_install():
        apt_install([package])
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    elif not environment_with_foreign_pip():
        raise CannotPrepareError(
            f"{sys.executable} cannot make virtual environments; install {package} as root "
            f"(apt-get install {package}) and start again"
        )


def environment_with_foreign_pip() -> bool:
    """Where Debian's venv lacks ensurepip, let a pip that is there put itself in."""
    return works([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]) and works(
        [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "pip"]
    )


def install(*what: str) -> None:
    """Install packages into the environment."""
    say("installing packages (the first time about 250 MB are fetched)")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    if subprocess.run([*pip, "--use-pep517", *what], check=False, cwd=ROOT).returncode:
        raise CannotPrepareError(
            "pip could not install the packages (its own words are above); "
            "see that this machine reaches the internet, then start again"
        )


def bring_qt_libraries() -> None:
    """Install the system libraries that Qt asks for and does not find."""
    if sys.platform != "linux":
        return
    missing = missing_libraries()
    if not missing:
        return
    unknown = sorted(missing - PACKAGES.keys())
    if unknown:
        raise CannotPrepareError(
            f"Qt does not find {', '.join(unknown)}; install the packages that hold them"
        )
    apt_install(sorted({PACKAGES[name] for name in missing}))
    still = missing_libraries()
    if still:
        raise CannotPrepareError(f"Qt still does not find {', '.join(sorted(still))}")


def missing_libraries() -> set[str]:
    """Names of the libraries that the dynamic linker does not find for Qt's parts."""
    if not shutil.which("ldd"):
        return set()
    folder = output([str(PYTHON), "-c", "import PySide6; print(PySide6.__path__[0])"]).strip()
    parts = [str(path) for part in QT_PARTS if (path := Path(folder, part)).exists()]
    lines = output(["ldd", *parts]).splitlines()
    return {line.split()[0] for line in lines if line.endswith("not found")}


def apt_install(packages: list[str]) -> None:
    """Install system packages, or say which ones somebody else must install."""
    command = f"apt-get install {' '.join(packages)}"
    if not may_install():
        raise CannotPrepareError(
            f"system packages are missing that only root may install; run: sudo {command}"
        )
    say(f"installing system packages: {' '.join(packages)}")
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    # A fresh desktop updates itself in the background: its turn is waited for.
    patient = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
    become += ["env", "DEBIAN_FRONTEND=noninteractive", *patient]
    asked = [*become, "install", "-qq", "-y", "--no-install-recommends", *packages]
    if works(asked):
        return
    works([*become, "update", "-qq"])
    if not works(asked):
        raise CannotPrepareError(f"apt-get failed; see what it says to: {command}")


def may_install() -> bool:
    """Whether apt is here and this user may use it without being asked for a password."""
    if not shutil.which("apt-get"):
        return False
    return os.geteuid() == 0 or bool(shutil.which("sudo") and works(["sudo", "-n", "true"]))


def stamp(*stages: str) -> None:
    for stage in stages:
        (VENV / f"ready-{stage}").touch()


def say(words: str) -> None:
    print(f"prepare: {words}", flush=True)


def run(command: list[str]) -> None:
    if not works(command):
        raise CannotPrepareError(f"this failed: {' '.join(command)}")


def works(command: list[str]) -> bool:
    """Whether the command exists and succeeds; its output is not shown."""
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def output(command: list[str]) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
