"""Wrong usage, said in the caller's language: what click found, as a message of ours."""

import click

from ceremony_app.domain.messages import Message, Value, message


class WrongUsage(click.UsageError):
    """A call that no command can make sense of; exit code 2."""

    def __init__(
        self, key: str, ctx: click.Context | None = None, **values: Value | Message
    ) -> None:
        self.said = Message(key, values)
        super().__init__(str(self.said), ctx)


def usage_message(error: click.UsageError) -> Message:
    """The sentence for what click refused."""
    match error:
        case WrongUsage():
            return error.said
        case click.NoSuchCommand():
            return message("cli.usage.no_command", name=error.command_name)
        case click.NoSuchOption():
            return message("cli.usage.no_option", name=error.option_name)
        case click.MissingParameter():
            return message("cli.usage.missing", name=_name(error.param))
        case click.BadOptionUsage():
            return message("cli.usage.option_value", name=error.option_name)
        case click.BadParameter():
            return _bad_value(error)
        case _:
            return message("cli.usage.other", reason=error.format_message())


def _bad_value(error: click.BadParameter) -> Message:
    kind = error.param.type if error.param else None
    name = _name(error.param)
    if isinstance(kind, click.Choice):
        return message("cli.usage.not_a_choice", name=name, choices=", ".join(kind.choices))
    if isinstance(kind, click.IntRange | type(click.INT)):
        return message("cli.usage.not_a_number", name=name)
    return message("cli.usage.bad_value", name=name, reason=error.message)


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    if isinstance(parameter, click.Argument):
        return parameter.human_readable_name
    return max(parameter.opts, key=len)
