"""`ikrar rehearse`: a whole ceremony with made-up people and no hand on it."""

from dataclasses import asdict
from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import columns, emit, tell
from ceremony_app.cli.spoken import FILE, command, json_option, option
from ceremony_app.domain.errors import VerificationFailed
from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Show

PICTURE_SIZE = (1280, 720)


@command("rehearse", about="rehearsal.about")
@option("-o", "--out", "folder", type=FILE, required=True, metavar="DIR", about="rehearsal.out")
@option("--template", default="banten", metavar="ID", about="rehearsal.template")
@option(
    "--people",
    type=click.IntRange(1, 20_000),
    default=120,
    metavar="N",
    about="rehearsal.people",
)
@option("--seed", type=int, default=1, metavar="N", about="rehearsal.seed")
@json_option
@click.pass_obj
def rehearse(
    call: Call, folder: Path, template: str, people: int, seed: int, *, as_json: bool
) -> None:
    # Late, so that no other command waits for what a whole day is made with.
    from ceremony_app.projector.offscreen import offscreen_application, painter_of
    from ceremony_app.projector.rendering import render_pngs
    from ceremony_app.services.rehearsal import Rehearsal, Wish

    application = offscreen_application()

    def paint_show(show: Show, into: Path) -> int:
        return len(render_pngs(painter_of(show, call.locator), into, PICTURE_SIZE))

    def tell_stage(stage: Message) -> None:
        if not as_json:
            tell(call.catalogue.say(stage))

    rehearsal = Rehearsal(call.locator, paint_show, tell_stage)
    outcome = rehearsal.run(folder, Wish(template, people, seed))
    application.shutdown()
    rows = [[name, str(value)] for name, value in asdict(outcome).items() if _is_plain(value)]
    lines = [*columns(rows), "", call.say("rehearsal.made", folder=str(folder))]
    emit(asdict(outcome), lines, as_json=as_json)
    if not outcome.passed:
        raise VerificationFailed("rehearsal.failed", folder=folder.name)


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int)
