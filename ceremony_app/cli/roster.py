"""`ikrar roster`: the empty form that offices fill in, and the import of what they filled in."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.destination import out_option
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import (
    FILE,
    argument,
    ceremony_file,
    command,
    group,
    json_option,
    option,
)
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.roster import Finding, RosterReading
from ceremony_app.services.roster import ImportReport, RosterImport, refuse_rejected


@group("roster", about="cli.roster.about")
def roster() -> None:
    pass


@command("template", about="cli.roster.template")
@out_option(".xlsx", metavar="X.xlsx", about="cli.roster.template_out")
@click.pass_obj
def template(call: Call, out: Path) -> None:
    # Late, so that no other command waits for the workbook library.
    from ceremony_app.roster.form import write_roster_form

    write_roster_form(out)
    emit(None, [call.say("cli.roster.template_made", file=str(out))], as_json=False)


def _mapping(
    ctx: click.Context, _parameter: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    mapping = {}
    for one in given:
        field, equals, column = one.partition("=")
        if not (equals and field.strip()):
            raise WrongUsage("cli.roster.not_a_mapping", ctx, value=one)
        mapping[field.strip()] = column.strip()
    return mapping


@command("import", about="cli.roster.import")
@ceremony_file
@argument("source", type=FILE, metavar="ROSTER", about="cli.roster.source")
@option("--sheet", metavar="S", about="cli.roster.sheet")
@option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_mapping,
    about="cli.roster.map",
)
@option("--skip-rejected", is_flag=True, about="cli.roster.skip_rejected")
@option("--deactivate-missing", is_flag=True, about="cli.roster.deactivate_missing")
@option("--dry-run", is_flag=True, about="cli.roster.dry_run")
@operator_option
@json_option
@click.pass_obj
def import_roster(
    call: Call,
    file: Path,
    source: Path,
    sheet: str | None,
    mapping: dict[str, str],
    operator: str | None,
    *,
    skip_rejected: bool,
    deactivate_missing: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    # Late, so that no other command waits for the workbook libraries.
    from ceremony_app.roster.reading import read_roster

    today = call.clock.now().astimezone().date()
    reading = read_roster(source, today=today, sheet=sheet, mapping=mapping)
    # What will write nothing does not open the file for work either.
    only_look = dry_run or (bool(reading.rejected) and not skip_rejected)
    opened = looked_at(call, file) if only_look else at_work(call, file, operator)
    with opened as ceremony:
        report = RosterImport(ceremony).run(
            reading,
            skip_rejected=skip_rejected,
            dry_run=dry_run,
            deactivate_missing=deactivate_missing,
        )
    emit(_shown(call, reading, report), _lines(call, reading, report), as_json=as_json)
    if not skip_rejected:
        refuse_rejected(report, source.name)


def _shown(call: Call, reading: RosterReading, report: ImportReport) -> dict[str, Any]:
    return {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": [_finding(call, one) for one in report.rejected],
        "warnings": [_finding(call, one) for one in report.warnings],
        "missing": report.missing.count,
        "deactivated": report.missing.deactivated,
        "written": report.written,
        "sheet": reading.sheet.name,
        "header_row": reading.header_row,
        "columns": {field.value: column.letter for field, column in reading.mapping.items()},
        "ignored": [column.header for column in reading.ignored],
        "remarks": [call.catalogue.say(remark) for remark in reading.remarks],
    }


def _finding(call: Call, finding: Finding) -> dict[str, Any]:
    return {
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "reason": call.catalogue.say(finding.reason),
    }


def _lines(call: Call, reading: RosterReading, report: ImportReport) -> Iterator[str]:
    yield call.say("cli.roster.sheet_read", file=reading.file, sheet=reading.sheet.name)
    for remark in reading.remarks:
        yield call.catalogue.say(remark)
    if report.rejected:
        yield call.say("cli.roster.rejected", count=len({one.row for one in report.rejected}))
        yield from _findings(call, report.rejected)
    if report.warnings:
        yield call.say("cli.roster.warnings", count=len(report.warnings))
        yield from _findings(call, report.warnings)
    counts = call.say(
        "cli.roster.counts",
        read=report.read,
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
    )
    yield counts
    if report.missing.count:
        done = report.missing.deactivated
        said = "cli.roster.missing_deactivated" if done else "cli.roster.missing_kept"
        yield call.say(said, count=report.missing.count)
    yield call.say("cli.roster.written" if report.written else "cli.roster.not_written")


def _findings(call: Call, findings: Iterable[Finding]) -> Iterator[str]:
    for one in findings:
        place, value = f"{one.column}{one.row}", one.value
        yield call.say(
            "cli.roster.finding", place=place, value=value, reason=call.catalogue.say(one.reason)
        )


roster.add_command(template)
roster.add_command(import_roster)
