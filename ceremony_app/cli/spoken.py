"""Click's commands, options and arguments with their help in the caller's language.

`about` is a key of the translations everywhere: help is looked up when it is asked for, since
a command is built before anybody knows the language.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.usage import WrongUsage

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Decorator = Callable[[_Function], _Function]

LANGUAGES = ("id", "en")

FILE = click.Path(path_type=Path, readable=False)
"""A path as it was typed; whether it can be used is for the services to find out and to say."""


def _say(ctx: click.Context, key: str | None) -> str:
    return ctx.find_object(Call).say(key) if key else ""  # type: ignore[union-attr]


class SpokenOption(click.Option):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and (record[0], _say(ctx, self.help))


class SpokenArgument(click.Argument):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        return super().get_help_record(ctx)[0], _say(ctx, self.help)


class SpokenCommand(click.Command):
    """A command that explains itself in the caller's language and takes `--lang` anywhere."""

    # Refused below, in the caller's language.
    allow_extra_args = True

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _say(ctx, "cli.option.help")
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise WrongUsage("cli.usage.unexpected", ctx, value=" ".join(rest))
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        named = {
            "[OPTIONS]": _say(ctx, "cli.help.some_options"),
            "COMMAND [ARGS]...": _say(ctx, "cli.help.some_command"),
            "[COMMAND] [ARGS]...": _say(ctx, "cli.help.some_command"),
        }
        return [named.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = _say(ctx, "cli.help.usage") + " "
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_say(ctx, self.help))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        arguments = [one for one in self.get_params(ctx) if isinstance(one, click.Argument)]
        rows = [one.get_help_record(ctx) for one in arguments if one.help]
        if rows:
            with formatter.section(_say(ctx, "cli.help.arguments")):
                formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        rows = [row for one in options if (row := one.get_help_record(ctx))]
        with formatter.section(_say(ctx, "cli.help.options")):
            formatter.write_dl(rows)


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        SpokenCommand.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _say(ctx, command.help)) for name, command in found if command]
        with formatter.section(_say(ctx, "cli.help.commands")):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order of the day, as they were added, not of the alphabet."""
        return list(self.commands)


def option(*names: str, about: str, **settings: Any) -> _Decorator[Any]:
    """`click.option` with its help by key."""
    return click.option(*names, cls=SpokenOption, help=about, **settings)


def argument(name: str, *, about: str, **settings: Any) -> _Decorator[Any]:
    """`click.argument` with its help by key; shown in capitals, as in the README."""
    return click.argument(name, cls=SpokenArgument, help=about, **settings)


_language = option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    about="cli.option.lang",
)

json_option = option("--json", "as_json", is_flag=True, about="cli.option.json")
ceremony_file = argument("file", type=FILE, metavar="FILE", about="cli.argument.file")


def command(name: str, *, about: str) -> Callable[[Callable[..., Any]], SpokenCommand]:
    """Make a function a command; it returns None, or an exit code other than 0."""
    return _built(SpokenCommand, name, about)


def group(
    name: str, *, about: str, cls: type[SpokenGroup] = SpokenGroup, **settings: Any
) -> Callable[[Callable[..., Any]], SpokenGroup]:
    """Make a function a group of commands, joined to it by `add_command` or known to `cls`."""
    return _built(cls, name, about, **settings)


_Built = TypeVar("_Built", bound=SpokenCommand)


def _built(
    cls: type[_Built], name: str, about: str, **settings: Any
) -> Callable[[Callable[..., Any]], _Built]:
    def build(function: Callable[..., Any]) -> _Built:
        return click.command(name, cls=cls, help=about, **settings)(_language(function))

    return build
