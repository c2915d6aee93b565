"""`ikrar verify`: a ceremony's file, an archive's folder, or one document."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import emit, tell
from ceremony_app.cli.spoken import FILE, argument, command, json_option, option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import looked_at
from ceremony_app.domain.errors import VerificationFailed
from ceremony_app.services.record import Record
from ceremony_app.storage.verify import Verification

if TYPE_CHECKING:
    from ceremony_app.services.archive_check import FolderFound
    from ceremony_app.services.archive_paper import PaperFound

_PAPERS = (".pdf", ".xlsx", ".csv", ".docx", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""By the ending: a ceremony's file is opened by nothing but its driver, not to look what it is."""


@command("verify", about="cli.verify.about")
@argument("file", type=FILE, metavar="FILE", about="export.verify.file")
@option("--head", default="", metavar="H", about="cli.verify.head")
@option("--in", "record", type=FILE, metavar="RECORD", about="export.verify.record")
@json_option
@click.pass_context
def verify(
    ctx: click.Context, file: Path, head: str, record: Path | None, *, as_json: bool
) -> None:
    call: Call = ctx.obj
    if file.is_dir():
        _verify_folder(call, file, head, record, as_json=as_json)
    elif file.suffix.lower() in _PAPERS:
        if head:
            raise WrongUsage("export.verify.head_of_paper", ctx)
        _verify_paper(call, file, record, as_json=as_json)
    else:
        if record is not None:
            raise WrongUsage("export.verify.in_of_file", ctx)
        _verify_file(call, file, head, as_json=as_json)


def _verify_file(call: Call, file: Path, head: str, *, as_json: bool) -> None:
    with looked_at(call, file) as ceremony:
        record = Record(ceremony)
        found = record.verify(head)
        if record.is_rehearsal:
            tell(call.say("cli.verify.is_rehearsal"))
    emit(_verified(call, found), _verified_lines(call, found, head), as_json=as_json)
    if not found.ok:
        raise VerificationFailed("cli.verify.failed", file=file.name, count=len(found.problems))


def _verified(call: Call, found: Verification) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ok": found.ok,
        "events": found.events,
        "head": found.head,
        "problems": [call.catalogue.say(problem) for problem in found.problems],
        "erased": found.erased,
    }
    if found.since is not None:
        data["since"] = found.since
    return data


def _verified_lines(call: Call, found: Verification, head: str) -> Iterator[str]:
    yield from (f"- {call.catalogue.say(problem)}" for problem in found.problems)
    yield call.say("cli.verify.events", events=found.events)
    if found.erased:
        yield call.say("cli.verify.erased", rows=found.erased)
    if found.since is not None:
        yield call.say("cli.verify.found", head=found.head)
        yield call.say("cli.verify.since", count=sum(found.since.values()))
        yield from (f"- {writer}: {count}" for writer, count in sorted(found.since.items()))
    elif not head and found.head:
        yield call.say("cli.verify.sealed", head=found.head)
    if found.ok:
        # Without a paper the file can only be shown to agree with itself; no more is claimed.
        yield call.say("cli.verify.held" if found.since is not None else "cli.verify.agrees")


def _verify_folder(
    call: Call, folder: Path, head: str, record: Path | None, *, as_json: bool
) -> None:
    # Late, here and below: a ceremony's file is verified without what papers are made with.
    from ceremony_app.services.archive_check import check_folder

    with ExitStack() as opened:
        ceremony = opened.enter_context(looked_at(call, record)) if record else None
        found = check_folder(folder, head, ceremony)
    data = {
        "ok": found.ok,
        "files": found.files,
        "events": found.events,
        "head": found.head,
        "since": found.since,
        "problems": [call.catalogue.say(problem) for problem in found.problems],
        "made": found.manifest.made if found.manifest else "",
        "title": found.manifest.title if found.manifest else "",
    }
    emit(data, _folder_lines(call, folder, found, head), as_json=as_json)
    if not found.ok:
        count = len(found.problems)
        raise VerificationFailed("export.verify.folder_failed", folder=_name(folder), count=count)


def _folder_lines(call: Call, folder: Path, found: "FolderFound", head: str) -> Iterator[str]:
    yield from (f"- {call.catalogue.say(problem)}" for problem in found.problems)
    if not found.ok or found.manifest is None:
        return
    yield call.say(
        "export.verify.folder_holds",
        folder=_name(folder),
        at=found.made,
        files=found.files,
        events=found.events,
    )
    if found.head:
        said = "export.verify.held" if head else "export.verify.sealed"
        yield call.say(said, head=found.head, count=found.since)
    if found.known:
        yield call.say("export.verify.of_record")
    elif not head:
        yield call.say("export.verify.compare")


def _name(folder: Path) -> str:
    return folder.resolve().name


def _verify_paper(call: Call, paper: Path, record: Path | None, *, as_json: bool) -> None:
    from ceremony_app.services.archive_paper import check_paper

    found = check_paper(paper, lambda path: looked_at(call, path), record)
    data = {
        "ok": found.ok,
        "known": found.known,
        "sha256": found.sha256,
        "in": found.place,
        "document": call.catalogue.say(found.what) if found.what else "",
        "at": found.at,
        "event": found.event,
        "problems": [call.catalogue.say(problem) for problem in found.problems],
    }
    emit(data, _paper_lines(call, paper, found), as_json=as_json)
    if not found.ok:
        if not found.known:
            raise VerificationFailed("export.verify.not_known", file=paper.name)
        raise VerificationFailed("export.verify.doubtful", file=paper.name, place=found.place)


def _paper_lines(call: Call, paper: Path, found: "PaperFound") -> Iterator[str]:
    yield from (f"- {call.catalogue.say(problem)}" for problem in found.problems)
    if found.ok and found.what:
        yield call.say("export.verify.known", file=paper.name, place=found.place, what=found.what)
        if found.event:
            yield call.say("export.verify.by_event", at=found.made, event=found.event)
