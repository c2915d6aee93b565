"""Gladi: a throw-away copy of a ceremony in which door, hall and table can be tried for real.

The copy says of itself, in its chain, what it is: every picture and paper made from it bears the
mark, it is never sealed, and it never comes back into the record that it was copied from.
"""

import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.ceremony_json import details_to_dict
from ceremony_app.domain.events import EventKind
from ceremony_app.services.hall_record import HallRecord
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.stage import Stage
from ceremony_app.storage.ceremony_file import CeremonyFile, Opener
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.items import Items
from ceremony_app.storage.rows import DETAILS, Brought, Item
from ceremony_app.storage.writer import Entry


def open_rehearsal(opener: Opener, path: Path, folder: Path) -> CeremonyFile:
    """Open a copy of a ceremony for a rehearsal, in a place of its own within `folder`.

    `folder` is one that is thrown away when the program ends. The file at `path` is only read,
    and may be open elsewhere. Raises FileTrouble and DiskTrouble as copying and opening do.
    """
    place = Path(tempfile.mkdtemp(prefix="gladi-", dir=folder))
    target = place / f"{path.stem} (gladi).ikrar"
    copy_file(path, target)
    file = opener.open(target)
    try:
        _begin(file)
    except BaseException:
        file.close()
        raise
    return file


def is_other_day(details: Details, now: datetime) -> bool:
    """Whether a ceremony has a day, and today, in its own zone, is not that day."""
    today = now.astimezone(ZoneInfo(details.zone.tz)).date()
    return bool(details.date) and details.date != today.isoformat()


def _begin(file: CeremonyFile) -> None:
    """Mark the copy, and begin with the main session open and nothing in the hall."""
    preparation, sessions = Preparation(file), Sessions(file)
    marked = details_to_dict(replace(preparation.details(), rehearsal=True))
    item = Item(Items(file).of_kind(DETAILS)[0].id, DETAILS, marked)
    with file.transaction():
        file.append(Entry(EventKind.REHEARSAL_BEGUN, {}), Brought(items=(item,)))
    sessions.open(sessions.main())
    for session in sessions.all():
        last = HallRecord(file).last(session.id)
        if last is not None and last.kind != EventKind.HALL_CLOSED:
            Stage(file, session).closed()
