"""The record as a whole: `ikrar merge`, `backup`, `restore`, `erase`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import FILE, argument, ceremony_file, command, json_option, option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import at_work
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.record import Record, backup, bring_back
from ceremony_app.storage.merge import Difference


@command("merge", about="cli.merge.about")
@ceremony_file
@argument("other", type=FILE, metavar="OTHER", about="cli.merge.other")
@option("--dry-run", is_flag=True, about="cli.merge.dry_run")
@operator_option
@json_option
@click.pass_obj
def merge(
    call: Call, file: Path, other: Path, operator: str | None, *, dry_run: bool, as_json: bool
) -> None:
    with at_work(call, file, operator) as ceremony:
        record = Record(ceremony)
        found = record.compare(other) if dry_run else record.merge(other)
    emit(
        _merged(found, dry_run=dry_run), _merged_lines(call, found, other, dry_run), as_json=as_json
    )


def _merged(found: Difference, *, dry_run: bool) -> dict[str, Any]:
    return {
        "events": found.events,
        "scans": found.scans,
        "people": found.people,
        "badges": found.badges,
        "both": found.both,
        "doubtful": found.doubtful,
        "known": found.known,
        "new": found.new,
        "conflicts": [f"{one.writer}:{one.seq}" for one in found.conflicts],
        "dry_run": dry_run,
    }


def _merged_lines(call: Call, found: Difference, other: Path, dry_run: bool) -> Iterator[str]:  # noqa: FBT001
    for conflict in found.conflicts:
        yield call.say("cli.merge.conflict", event=f"{conflict.writer}:{conflict.seq}")
    if not found.events:
        yield call.say("cli.merge.nothing", file=other.name)
        return
    said = "cli.merge.would_bring" if dry_run else "cli.merge.brought"
    events, scans, people = found.events, found.scans, found.people
    yield call.say(said, file=other.name, events=events, scans=scans, people=people)
    if found.both:
        yield call.say("cli.merge.both", count=found.both)
    if found.doubtful:
        yield call.say("cli.merge.doubtful", count=found.doubtful)


@command("backup", about="cli.backup.about")
@ceremony_file
@argument("dest", type=FILE, metavar="DEST", about="cli.backup.dest")
@json_option
@click.pass_obj
def back_up(call: Call, file: Path, dest: Path, *, as_json: bool) -> None:
    copy = backup(file, dest)
    emit({"file": str(copy)}, [call.say("cli.backup.made", file=str(copy))], as_json=as_json)


@command("restore", about="cli.restore.about")
@argument("copy", type=FILE, metavar="COPY", about="cli.restore.copy")
@ceremony_file
@json_option
@click.pass_obj
def restore(call: Call, copy: Path, file: Path, *, as_json: bool) -> None:
    kept = bring_back(copy, file)
    lines = [call.say("cli.restore.made", file=str(file))]
    if kept is not None:
        lines.append(call.say("cli.restore.kept", file=str(kept)))
    emit({"file": str(file), "kept": kept and str(kept)}, lines, as_json=as_json)


@command("erase", about="cli.erase.about")
@ceremony_file
@option("--person", metavar="ID_NUMBER", about="cli.erase.person")
@option("--all", "everyone", is_flag=True, about="cli.erase.all")
@option("--reason", required=True, metavar="R", about="cli.erase.reason")
@operator_option
@json_option
@click.pass_context
def erase(
    ctx: click.Context,
    file: Path,
    person: str | None,
    reason: str,
    operator: str | None,
    *,
    everyone: bool,
    as_json: bool,
) -> None:
    call: Call = ctx.obj
    if (person is None) is not everyone:
        raise WrongUsage("cli.erase.one_of_two", ctx)
    with at_work(call, file, operator) as ceremony:
        record = Record(ceremony)
        if person is None:
            erasure = record.erase_everyone(reason)
        else:
            erasure = record.erase([PeopleDesk(ceremony).find(person)], reason)
    data = {"persons": erasure.persons, "notes": erasure.notes}
    emit(data, [call.say("cli.erase.done", persons=erasure.persons)], as_json=as_json)
