"""`ikrar export`: the folder for the office's archive."""

from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import FILE, ceremony_file, command, json_option, option
from ceremony_app.cli.work import at_work


@command("export", about="export.about")
@ceremony_file
@option("-o", "out", type=FILE, required=True, metavar="DIR", about="export.out")
@operator_option
@json_option
@click.pass_obj
def export(call: Call, file: Path, out: Path, operator: str | None, *, as_json: bool) -> None:
    # Late, so that no other command waits for what papers are made with.
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.archive import Archive
    from ceremony_app.services.archive_folder import refuse_filled

    refuse_filled(out)
    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        made = Archive(ceremony, stationery).write(out)
    left_out = [call.catalogue.say(reason) for reason in made.left_out]
    lines = [call.say("export.made", folder=str(made.folder), count=made.files)]
    lines += [call.say("export.left_out", reason=reason) for reason in left_out]
    if made.head:
        lines.append(call.say("export.head", head=made.head))
    data = {"folder": str(made.folder), "files": made.files, "head": made.head}
    emit({**data, "left_out": left_out}, lines, as_json=as_json)
