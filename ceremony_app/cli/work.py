"""Ceremony files as commands open them."""

from pathlib import Path

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import tell
from ceremony_app.services.clock_watch import doubts_at_start
from ceremony_app.services.opening import login_name, opener
from ceremony_app.storage.ceremony_file import CeremonyFile, Opener


def opener_for(call: Call, operator: str | None) -> Opener:
    """The program's opener; without a name the operator is whoever is logged in."""
    return opener(call.locator, call.clock, login_name() if operator is None else operator)


def at_work(call: Call, path: Path, operator: str | None) -> CeremonyFile:
    """The file open for work; leave it by `with`. A clock that stands before what the file holds
    is said on standard error: what is written now has its times."""
    file = opener_for(call, operator).open(path)
    try:
        doubts = doubts_at_start(file, call.clock, file.writer.zone, None)
    except BaseException:
        file.close()
        raise
    for doubt in doubts:
        tell(call.catalogue.say(doubt.said))
    return file


def looked_at(call: Call, path: Path) -> CeremonyFile:
    """The file open only to look; leave it by `with`."""
    return opener_for(call, "").read(path)
