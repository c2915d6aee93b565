"""`ikrar roster`: the empty form that offices fill in."""

from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import FILE, command, group, option


@group("roster", about="cli.roster.about")
def roster() -> None:
    pass


@command("template", about="cli.roster.template")
@option("-o", "out", type=FILE, required=True, metavar="X.xlsx", about="cli.roster.template_out")
@click.pass_obj
def template(call: Call, out: Path) -> None:
    # Late, so that no other command waits for the workbook library.
    from ceremony_app.roster.form import write_roster_form

    write_roster_form(out)
    emit(None, [call.say("cli.roster.template_made", file=str(out))], as_json=False)


roster.add_command(template)
