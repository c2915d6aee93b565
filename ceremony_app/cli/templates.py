"""`ikrar templates`: what ceremonies the program knows."""

from dataclasses import dataclass
from typing import Self

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.output import columns, emit
from ceremony_app.cli.spoken import command, json_option
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import Role
from ceremony_app.domain.template import Template, fill
from ceremony_app.services.templates import Templates


@dataclass(frozen=True, slots=True)
class Shown:
    """A template as the contract shows it; `keys` are those that `ikrar new --set` takes.

    `points` are those of the text that every ceremony from this template has, none where the
    operator writes them.
    """

    id: str
    title: str
    points: list[str]
    representatives: list[str]
    keys: list[str]

    @classmethod
    def of(cls, template: Template) -> Self:
        details, texts = fill(template, {}, new_id)
        drafts = zip(texts, template.texts, strict=True)
        points = next((text.points for text, draft in drafts if not draft.open), ())
        return cls(
            id=template.id,
            title=template.title,
            points=[point.words for point in points],
            representatives=[party.name for party in details.with_role(Role.REPRESENTATIVE)],
            keys=[key.name for key in template.keys],
        )


@command("templates", about="cli.templates.about")
@json_option
@click.pass_obj
def templates(call: Call, *, as_json: bool) -> None:
    found = [Shown.of(template) for template in Templates(call.locator.templates).all()]
    heads = [
        call.say("cli.templates.id"),
        call.say("cli.templates.points"),
        call.say("cli.templates.representatives"),
        call.say("cli.templates.title"),
    ]
    rows = [
        [one.id, str(len(one.points)), str(len(one.representatives)), one.title] for one in found
    ]
    lines = [*columns([heads, *rows]), "", call.say("cli.templates.keys")]
    emit(found, lines, as_json=as_json)
