"""`ikrar templates`: what ceremonies the program knows."""

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import columns, emit
from ceremony_app.cli.spoken import command, json_option
from ceremony_app.services.templates import Templates


@command("templates", about="cli.templates.about")
@json_option
@click.pass_obj
def templates(call: Call, *, as_json: bool) -> None:
    found = Templates(call.locator.templates).all()
    heads = [call.say(f"cli.templates.{name}") for name in ("id", "title")]
    rows = [[one.id, one.title] for one in found]
    emit(found, columns([heads, *rows]), as_json=as_json)
