"""A print system of a test's own: a real CUPS with a queue that writes PDFs, and no printer.

It has its own socket, folders and queues; what the machine's own print system has is not touched.
Only root may run one, and only where cups and printer-driver-cups-pdf are installed.
"""

import ctypes
import ctypes.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
REAL_BIN = Path("/usr/lib/cups")
OUT = Path(pwd.getpwuid(os.getuid()).pw_dir) / "PDF"
"""Where Debian's cups-pdf puts what root prints."""

_CONF = """\
Listen {socket}
Browsing Off
DefaultAuthType None
WebInterface No
LogLevel debug
PreserveJobHistory Yes
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
<Location />
  Order allow,deny
  Allow all
</Location>
"""
_FILES = """\
ServerRoot {folder}
ServerBin {folder}/bin
RequestRoot {folder}/spool
TempDir {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
SystemGroup root
"""
_EMPTY_TRAY = """\
#!/bin/sh
# Tells that there is no paper, and waits until the job is cancelled.
[ $# -eq 0 ] && { echo 'direct empty "Unknown" "No paper"'; exit 0; }
echo "STATE: +media-empty-error" >&2
trap 'exit 0' TERM
while :; do sleep 0.1; done
"""


def is_possible() -> bool:
    """Whether this machine can run one."""
    return os.geteuid() == 0 and shutil.which("cupsd") is not None and PPD.exists()


class PrintServer:
    """The running print system; `run` calls something that talks to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "sock"
        self._environment = os.environ | {"CUPS_SERVER": str(self.socket), "LC_ALL": "C"}
        # libcups reads once in each thread where its server is.
        self._thread = ThreadPoolExecutor(1, initializer=self._point_here)
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        for name in ("spool", "cache", "state", "bin/backend"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "bin/filter").symlink_to(REAL_BIN / "filter")
        (self.folder / "bin/daemon").symlink_to(REAL_BIN / "daemon")
        (self.folder / "bin/backend/cups-pdf").symlink_to(REAL_BIN / "backend/cups-pdf")
        empty = self.folder / "bin/backend/empty"
        empty.write_text(_EMPTY_TRAY)
        empty.chmod(0o700)
        (self.folder / "cupsd.conf").write_text(_CONF.format(socket=self.socket))
        (self.folder / "files.conf").write_text(_FILES.format(folder=self.folder))
        self._daemon = subprocess.Popen(
            ["cupsd", "-f", "-c", self.folder / "cupsd.conf", "-s", self.folder / "files.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        self._thread.shutdown()
        if self._daemon is not None:
            self._daemon.terminate()
            self._daemon.wait(20)

    def run(self, work: Callable[[], T]) -> T:
        """Call something in a thread whose print system this is."""
        return self._thread.submit(work).result(60)

    def admin(self, *command: str) -> None:
        """One of CUPS's own commands, such as lpadmin."""
        subprocess.run(command, env=self._environment, check=True, capture_output=True, timeout=20)

    def has_queue(self, name: str) -> bool:
        found = subprocess.run(
            ["lpstat", "-p", name], env=self._environment, check=False, capture_output=True
        )
        return found.returncode == 0

    def _point_here(self) -> None:
        cups = ctypes.CDLL(ctypes.util.find_library("cups") or "libcups.so.2")
        cups.cupsSetServer(str(self.socket).encode())


@contextmanager
def print_server() -> Iterator[PrintServer]:
    """A print system for one test, gone without a trace afterwards."""
    # Not the test's own folder: the name of a socket has room for 107 letters.
    folder = Path(tempfile.mkdtemp(prefix="cups-"))
    server = PrintServer(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)
