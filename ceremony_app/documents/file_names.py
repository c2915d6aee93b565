"""Names for many files made at once."""

import re

from ceremony_app.documents.faces import tidy

_LONGEST_NAME = 80
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def numbered_name(number: int, total: int, name: str, ending: str) -> str:
    """A name that every file system takes: "007 Siti Nur'aini, S.H.png"."""
    safe = " ".join(_UNSAFE.sub(" ", tidy(name)).split())[:_LONGEST_NAME].rstrip(". ")
    return f"{number:0{len(str(total))}} {safe}".rstrip() + ending
