"""The group `ikrar`, and the one place where errors become words."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from os import environ

import click

from ceremony_app import __version__
from ceremony_app.cli.call import Call, Exit, Start
from ceremony_app.cli.output import OutputGoneError, emit, speak_utf8, tell
from ceremony_app.cli.signals import Stopped
from ceremony_app.cli.spoken import LANGUAGES, SpokenGroup, group, option
from ceremony_app.cli.usage import usage_message
from ceremony_app.cli.windows import door, no_command, open_ceremony
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import installed
from ceremony_app.services.bugs import bug_report, keep_report, log_folder, logged_to


class Commands(SpokenGroup):
    """The commands by name; those that only open a window are found without the others."""

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        windows = {command.name: command for command in (open_ceremony, door)}
        return windows.get(name) or self._all().get(name)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self._all())

    def _all(self) -> dict[str, click.Command]:
        # Late, so that a window opens without them.
        from ceremony_app.cli.commands import COMMANDS

        return {str(command.name): command for command in COMMANDS}


@group("ikrar", about="cli.about", cls=Commands, invoke_without_command=True)
@option("--version", "version", is_flag=True, about="cli.option.version")
@click.pass_context
def ikrar(ctx: click.Context, *, version: bool) -> int | None:
    if version:
        emit({"ikrar": __version__}, [f"Ikrar {__version__}"], as_json=False)
        return None
    return no_command(ctx.obj) if ctx.invoked_subcommand is None else None


def run(argv: Sequence[str], start: Start) -> int:
    """Do what `argv` asks (without the program's name) and return the exit code.

    0 done, 1 known error, 2 wrong usage, 3 input refused, 4 verification failed, 70 a mistake
    of the program itself, 130 interrupted, 143 told to end. Never raises, apart from faults of
    the machine.
    """
    speak_utf8()
    locator = installed()
    catalogue = Catalogue.read(locator.translations, language_of(argv, environ))
    call = Call(locator, catalogue, start)
    with logged_to(log_folder()):
        try:
            return _answered(argv, call)
        except Exception as error:  # noqa: BLE001 - the last place: written down and told
            return _mistake(error, call)


def language_of(argv: Sequence[str], environment: Mapping[str, str]) -> str:
    """The caller's language, known before anything is parsed: errors speak it too."""
    asked = [environment.get("IKRAR_LANG", "")]
    for word, following in pairwise([*argv, ""]):
        if word == "--":
            break
        if word == "--lang":
            asked.append(following)
        elif word.startswith("--lang="):
            asked.append(word.removeprefix("--lang="))
    return next((one for one in reversed(asked) if one in LANGUAGES), LANGUAGES[0])


def _answered(argv: Sequence[str], call: Call) -> int:
    try:
        return _done(argv, call)
    except KnownError as error:
        tell(call.catalogue.say(error.message))
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        tell(error.format_message())
        return Exit.WRONG_USAGE
    except click.UsageError as error:
        return _wrong_usage(error, call)
    except (click.Abort, KeyboardInterrupt):
        tell(call.say("cli.interrupted"))
        return Exit.INTERRUPTED
    except Stopped as stopped:
        tell(call.say("cli.interrupted"))
        return 128 + stopped.number
    except OutputGoneError:
        return Exit.LOST_OUTPUT


def _done(argv: Sequence[str], call: Call) -> int:
    code = ikrar.main(list(argv), prog_name="ikrar", obj=call, standalone_mode=False)
    return code if isinstance(code, int) else Exit.DONE


def _wrong_usage(error: click.UsageError, call: Call) -> int:
    tell(call.catalogue.say(usage_message(error)))
    path = error.ctx.command_path if error.ctx else "ikrar"
    tell(call.say("cli.usage.more", command=f"{path} --help"))
    return Exit.WRONG_USAGE


def _mistake(error: Exception, call: Call) -> int:
    report = bug_report(error)
    kept = keep_report(report, log_folder(), SystemClock().now())
    if kept is None:
        tell(report)
    tell(call.say("cli.mistake.kept", file=str(kept)) if kept else call.say("cli.mistake.shown"))
    return Exit.BUG
