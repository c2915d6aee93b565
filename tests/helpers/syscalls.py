"""What strace saw of a process that answers scans: was each answer durable before it was said?"""

import re
from collections.abc import Iterable

CALLS = "write,pwrite64,fdatasync,fsync"


def unsafe_answers(trace: Iterable[str]) -> tuple[int, int]:
    """How many lines were written to standard output, and how many of them while bytes of the
    WAL were written and not yet synced. `trace` comes from `strace -y`, which names files."""
    answers = unsafe = 0
    unsynced = False
    for line in trace:
        call = re.search(r"\b(\w+)\((\d+)(?:<([^>]*)>)?", line)
        if call is None:
            continue
        name, handle, file = call[1], call[2], call[3] or ""
        if name == "pwrite64" and file.endswith("-wal"):
            unsynced = True
        elif name in ("fdatasync", "fsync") and file.endswith("-wal"):
            unsynced = False
        elif name == "write" and handle == "1":
            answers += 1
            unsafe += unsynced
    return answers, unsafe
