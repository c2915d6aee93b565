"""`ikrar doctor`: what works on this computer, what does not, what to do."""

from collections.abc import Iterator
from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import FILE, argument, command, json_option
from ceremony_app.domain.checks import Check, State


@command("doctor", about="cli.doctor.about")
@argument("file", type=FILE, required=False, metavar="[FILE]", about="cli.doctor.file")
@json_option
@click.pass_obj
def doctor(call: Call, file: Path | None, *, as_json: bool) -> None:
    # Late, so that no other command waits for them.
    from ceremony_app.services.doctor import Doctor, Machine
    from ceremony_app.ui_kit.probe import devices

    folder = Path.cwd() if file is None else file.absolute().parent
    checks = Doctor(call.locator, call.clock, Machine(), folder).checks(devices())
    data = {
        "ok": all(check.state is not State.FAIL for check in checks),
        "checks": [_shown(call, check) for check in checks],
    }
    emit(data, _lines(call, checks), as_json=as_json)


def _shown(call: Call, check: Check) -> dict[str, str | None]:
    return {
        "name": check.name,
        "state": check.state,
        "title": call.catalogue.say(check.title),
        "means": call.catalogue.say(check.says),
        "remedy": call.catalogue.say(check.remedy) if check.remedy else None,
    }


def _lines(call: Call, checks: list[Check]) -> Iterator[str]:
    states = {
        State.OK: call.say("cli.doctor.ok"),
        State.WARN: call.say("cli.doctor.warn"),
        State.FAIL: call.say("cli.doctor.fail"),
    }
    width = max(map(len, states.values()))
    for check in checks:
        title, says = call.catalogue.say(check.title), call.catalogue.say(check.says)
        yield f"{states[check.state]:{width}}  {title}: {says}"
        if check.remedy is not None:
            yield f"{'':{width}}  -> {call.catalogue.say(check.remedy)}"
