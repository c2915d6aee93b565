"""How commands ask for a paper: the options that all take, and what is said when it is made."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import emit, tell
from ceremony_app.cli.spoken import SpokenCommand, ceremony_file, command, json_option, option
from ceremony_app.cli.work import at_work
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import Made
from ceremony_app.services.sessions import Sessions

if TYPE_CHECKING:
    from ceremony_app.services.facts import Choice
    from ceremony_app.storage.ceremony_file import CeremonyFile

_Function = Callable[..., Any]
_COMMON = ("file", "out", "paper", "number", "session", "operator", "as_json")

division_option = option("--division", default="", metavar="D", about="cli.option.division")
"""Only where a paper has a sheet, or a line, for each person."""

_number_option = option("--number", default="", metavar="N", about="cli.option.number")
paper_option = option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper], case_sensitive=False),
    callback=lambda _ctx, _option, asked: Paper(asked) if asked else None,
    about="cli.option.paper",
)


@dataclass(frozen=True, slots=True)
class PaperCall:
    """A paper as it was asked for: of which file, where to, how."""

    call: Call
    file: Path
    out: Path
    paper: Paper | None
    session: str
    operator: str | None
    as_json: bool
    number: str = ""

    @contextmanager
    def at_work(self, division: str = "") -> "Iterator[tuple[CeremonyFile, Choice]]":
        """The file open for work, and what is asked of it."""
        # Late, so that no other command waits for what papers are made with.
        from ceremony_app.services.facts import Choice

        with at_work(self.call, self.file, self.operator) as ceremony:
            yield ceremony, Choice(Sessions(ceremony).find(self.session), self.number, division)

    def say_made(self, made: Made, **more: str) -> None:
        """Say what was made, and on standard error why it is a draft, where it is one; `more`
        goes into the JSON document."""
        pages, sha256 = made.pages, made.sha256
        data: dict[str, object] = {"file": str(self.out), "pages": pages, "sha256": sha256, **more}
        if made.mistakes:
            data |= {"draft": True, "mistakes": self._tell_mistakes(made)}
        lines = [self._words(made)]
        if "head" in more:
            lines.append(self.call.say("cli.papers.head", head=more["head"]))
        emit(data, lines, as_json=self.as_json)

    def _tell_mistakes(self, made: Made) -> list[str]:
        told = [self.call.catalogue.say(mistake.told) for mistake in made.mistakes]
        tell(self.call.say("cli.papers.draft", file=str(self.out)))
        for sentence in told:
            tell(f"- {sentence}")
        return told

    def _words(self, made: Made) -> str:
        say, file = self.call.say, str(self.out)
        if not self.out.suffix:
            return say("cli.papers.folder_made", folder=file, count=made.pages)
        if self.out.suffix.lower() == ".pdf":
            return say("cli.papers.made", file=file, pages=made.pages)
        return say("cli.papers.list_made", file=file)


def paper_command(
    name: str, *, about: str, out: Callable[[_Function], _Function], numbered: bool = True
) -> Callable[[_Function], SpokenCommand]:
    """Make a function that makes a paper a command; `out` is its option that says where to.

    It gets a `PaperCall`, and what its own options say. Only a `numbered` paper takes the number
    that the office gives to letters.
    """

    def build(function: _Function) -> SpokenCommand:
        def run(call: Call, /, **given: Any) -> None:
            common = {key: given.pop(key) for key in _COMMON if key in given}
            function(PaperCall(call, **common), **given)

        run.__dict__.update(function.__dict__)
        for step in (
            json_option,
            operator_option,
            session_option,
            *((_number_option,) if numbered else ()),
            paper_option,
            out,
            ceremony_file,
        ):
            run = step(run)
        return command(name, about=about)(click.pass_obj(run))

    return build
