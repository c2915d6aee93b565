"""`ikrar badges` and `ikrar badge`: the cards that the door scans."""

from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.destination import out_option
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.paper_call import division_option, paper_option
from ceremony_app.cli.people import person_shown
from ceremony_app.cli.spoken import argument, ceremony_file, command, json_option, option
from ceremony_app.cli.work import at_work
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.people import Person
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile

_LAYOUTS = [layout.value for layout in BadgeLayout]
_EARLIER = {"a4-10": Paper.A4, "f4-10": Paper.F4}
"""What the grid was called when there was no other layout: ten badges a page of that paper."""


@command("badges", about="cli.badges.about")
@ceremony_file
@out_option(".pdf", ".csv", metavar="OUT.pdf/csv/DIR", about="cli.badges.out", folder=True)
@division_option
@option(
    "--layout",
    type=click.Choice([*_LAYOUTS, *_EARLIER]),
    default=BadgeLayout.GRID.value,
    about="cli.badges.layout",
)
@paper_option
@option("--line-codes", is_flag=True, about="cli.badges.line_codes")
@operator_option
@json_option
@click.pass_obj
def badges(
    call: Call,
    file: Path,
    out: Path,
    division: str,
    layout: str,
    paper: Paper | None,
    operator: str | None,
    *,
    line_codes: bool,
    as_json: bool,
) -> None:
    # Late, so that no other command waits for what papers are made with.
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.facts import Choice
    from ceremony_app.services.papers import BadgeWish, Papers

    kind = BadgeLayout.GRID if layout in _EARLIER else BadgeLayout(layout)
    wish = BadgeWish(division, line_codes, paper or _EARLIER.get(layout), kind)
    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        choice = Choice(Sessions(ceremony).main())
        made = Papers(ceremony, stationery).badges(out, wish, choice)
    data = {"file": str(out), "pages": made.pages, "sha256": made.sha256}
    emit(data, [_made(call, out, made.pages)], as_json=as_json)


def _made(call: Call, out: Path, count: int) -> str:
    match out.suffix.lower():
        case ".pdf":
            return call.say("cli.papers.made", file=str(out), pages=count)
        case ".csv":
            return call.say("cli.badges.list_made", file=str(out))
        case _:
            return call.say("cli.badges.pictures_made", folder=str(out), count=count)


@command("badge", about="cli.badge.about")
@ceremony_file
@argument("action", type=click.Choice(["revoke", "reissue"]), about="cli.badge.action")
@argument("id_number", metavar="ID_NUMBER", about="cli.argument.id_number")
@out_option(".pdf", metavar="OUT.pdf", about="reissue.out", required=False)
@option(
    "--layout",
    type=click.Choice(_LAYOUTS),
    default=BadgeLayout.GRID.value,
    about="cli.badges.layout",
)
@operator_option
@json_option
@click.pass_obj
def badge(
    call: Call,
    file: Path,
    action: str,
    id_number: str,
    out: Path | None,
    layout: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    with at_work(call, file, operator) as ceremony:
        desk = PeopleDesk(ceremony)
        person = desk.find(id_number)
        if action == "revoke":
            token, count = None, desk.revoke(person)
            said = call.say("cli.badge.revoked", name=person.name, count=count)
        else:
            token = desk.reissue(person)
            if out is not None:
                _print_one(call, ceremony, (person, token), out, BadgeLayout(layout))
            said = call.say("cli.badge.reissued", name=person.name, token=token)
    emit({"person": person_shown(person), "token": token}, [said], as_json=as_json)


def _print_one(
    call: Call, ceremony: CeremonyFile, badge: tuple[Person, str], out: Path, layout: BadgeLayout
) -> None:
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.single_badge import IssuedBadge, print_badge

    print_badge(ceremony, Stationery.of(call.locator), IssuedBadge(*badge), out, layout)
