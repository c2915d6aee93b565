"""A whole ceremony with made-up people and no hand on it, from roster to minutes.

Everything goes the way of a real day: the workbook is written and imported, the badges are
printed and read back from the rendered pages by a reader that shares nothing with the writer,
the show is painted and recorded step by step, the papers are made, the record is verified.
Only the clock is made up: the day takes seconds.
"""

import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.blanks import has_blanks, pact_has_blanks
from ceremony_app.domain.ceremony import Details, Pact, PactForm, Zone
from ceremony_app.domain.clock import PacedClock
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.papers import Made
from ceremony_app.domain.people import Party, Person, Role
from ceremony_app.domain.show import Show
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.domain.template import Template
from ceremony_app.domain.token import new_token
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.locator import Locator
from ceremony_app.roster.made_up import made_up_people, write_sample_roster
from ceremony_app.roster.reading import read_roster
from ceremony_app.scanning.pages import read_badges
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.opening import opener
from ceremony_app.services.papers import BadgeWish, Papers
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record
from ceremony_app.services.roster import RosterImport
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from ceremony_app.services.stage import Stage
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile

PaintShow = Callable[[Show, Path], int]
"""Paints every step into a folder and answers how many pictures it made."""

SUMMARY = "summary.json"

_RESCANNED = 0.05
_STRANGE = ("3201234567890001", "IK0000", "https://example.invalid/", "Sandi123")


@dataclass(frozen=True, slots=True)
class Wish:
    """What to rehearse: which template, how many people, made up from which seed."""

    template: str
    people: int
    seed: int


@dataclass(slots=True)
class Outcome:
    """What a rehearsal did; written to summary.json."""

    template: str
    people: int = 0
    badges_printed: int = 0
    badges_read_back: int = 0
    recorded: int = 0
    already: int = 0
    unknown: int = 0
    malformed: int = 0
    steps_presented: int = 0
    papers: list[dict[str, str | int]] = field(default_factory=list)
    verify: dict[str, bool | int | str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether everybody's badge was read back and recorded, and the record verifies."""
        return self.badges_read_back == self.people == self.recorded and bool(self.verify.get("ok"))

    def add(self, name: str, made: Made) -> None:
        self.papers.append({"name": name, "pages": made.pages, "sha256": made.sha256})

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage of the day."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - begun, 3)


class Rehearsal:
    """Rehearses into one folder; nothing outside of it is touched."""

    def __init__(self, locator: Locator, paint_show: PaintShow, tell: Callable[[Message], None]):
        self._locator = locator
        self._templates = Templates(locator.templates)
        self._stationery = Stationery.of(locator)
        self._paint_show = paint_show
        self._tell = tell

    def run(self, folder: Path, wish: Wish) -> Outcome:
        """Run the whole day and leave everything in `folder`, with summary.json.

        Raises Refused where `folder` holds something that is not an earlier rehearsal.
        """
        template = self._templates.get(wish.template)
        _make_room(folder)
        outcome = Outcome(wish.template)
        settings = self._settings(template)
        clock = PacedClock(_morning(settings, template))
        ceremonies = Ceremonies(opener(self._locator, clock, "gladi"), self._templates)
        with ceremonies.create(folder / "rehearsal.ikrar", wish.template, settings) as file:
            day = _Day(file, folder, clock, outcome, self._stationery, random.Random(wish.seed))  # noqa: S311
            stages: tuple[tuple[str, Message, Callable[[], None]], ...] = (
                ("roster", message("rehearsal.stage.roster"), lambda: day.import_roster(wish)),
                ("badges", message("rehearsal.stage.badges"), day.print_badges),
                ("door", message("rehearsal.stage.door"), day.check_in),
                ("hall", message("rehearsal.stage.hall"), lambda: day.present(self._paint_show)),
                ("table", message("rehearsal.stage.table"), day.sign),
                ("papers", message("rehearsal.stage.papers"), day.make_papers),
                ("verify", message("rehearsal.stage.verify"), day.verify),
            )
            for name, says, work in stages:
                self._tell(says)
                with outcome.stage(name):
                    work()
        written = json.dumps(asdict(outcome), ensure_ascii=False, indent=2)
        (folder / SUMMARY).write_text(written + "\n", encoding="utf-8")
        return outcome

    def _settings(self, template: Template) -> dict[str, str]:
        """Values for what the template leaves blank, plainly made up."""
        made_up = self._stationery.words
        wanted = {
            "unit": made_up("rehearsal.unit"),
            "year": str(date.today().year + 1),
            "title": made_up("rehearsal.title"),
            "event": made_up("rehearsal.event"),
            "date": date.today().isoformat(),
            "time": "08:00",
            "place": made_up("rehearsal.place"),
        }
        blank = {key.name for key in template.keys if not key.default}
        settings = {key: value for key, value in wanted.items() if key in blank}
        for text in template.texts:
            if text.open and not text.optional:
                settings[f"{text.key}.1"] = made_up("rehearsal.point_1")
                settings[f"{text.key}.2"] = made_up("rehearsal.point_2")
        return settings


@dataclass(slots=True)
class _Day:
    """The day of one rehearsal, stage by stage."""

    file: CeremonyFile
    folder: Path
    clock: PacedClock
    outcome: Outcome
    stationery: Stationery
    dice: random.Random
    tokens: list[str] = field(default_factory=list)

    def import_roster(self, wish: Wish) -> None:
        details = Preparation(self.file).details()
        workbook = self.folder / "roster.xlsx"
        rows = made_up_people(wish.people, wish.seed, details.divisions)
        write_sample_roster(workbook, rows)
        reading = read_roster(workbook, today=self.clock.now().date())
        report = RosterImport(self.file).run(reading)
        self.outcome.people = report.added

    def print_badges(self) -> None:
        pdf = self.folder / "badges.pdf"
        made = Papers(self.file, self.stationery).badges(pdf, BadgeWish(), self._choice())
        self.outcome.add(pdf.name, made)
        self.outcome.badges_printed = len(Facts(self.file).badge_sheet().badges)
        self.tokens = read_badges(pdf)
        self.outcome.badges_read_back = len(set(self.tokens))

    def check_in(self) -> None:
        """Everybody comes, in any order, through two doors; some scan twice, some scan rubbish."""
        session = Sessions(self.file).main()
        doors = [CheckIn(self.file, session, name) for name in ("Pintu 1", "Pintu 2")]
        scans = list(dict.fromkeys(self.tokens))
        again = self.dice.sample(scans, round(len(scans) * _RESCANNED))
        self.dice.shuffle(scans)
        verdicts: dict[Verdict, int] = dict.fromkeys(Verdict, 0)
        for scanned in (*scans, *again, new_token(), new_token(), *_STRANGE):
            self.clock.let_pass(self.dice.uniform(1.5, 4.0))
            verdicts[self.dice.choice(doors).scan(scanned).verdict] += 1
        self.outcome.recorded = verdicts[Verdict.RECORDED]
        self.outcome.already = verdicts[Verdict.ALREADY]
        self.outcome.unknown = verdicts[Verdict.UNKNOWN]
        self.outcome.malformed = verdicts[Verdict.MALFORMED]

    def present(self, paint_show: PaintShow) -> None:
        """Approve what can be sworn, paint every step, and record the show at a calm pace."""
        preparation = Preparation(self.file)
        for state in preparation.texts():
            if not has_blanks(state.text):
                preparation.approve(state, "gladi")
        show = Show(self._details(), [state.text for state in preparation.texts()])
        paint_show(show, self.folder / "show")
        stage = Stage(self.file, Sessions(self.file).main())
        stage.refuse_unapproved(show)
        for step in show.steps():
            stage.presented(step, screen="gladi", visible=True)
            self.clock.let_pass(step.minimum_seconds + 1.0)
            self.outcome.steps_presented += 1
        stage.closed()

    def sign(self) -> None:
        """Witnesses arrive, representatives or all people sign, the door closes."""
        details, session = self._details(), Sessions(self.file).main()
        signing = Signing(self.file)
        for witness in details.with_role(Role.WITNESS):
            signing.witness_present(witness, session)
        for pact in self._pacts():
            for signer in self._signers(details, pact):
                self.clock.let_pass(2.0)
                signing.sign(pact, signer, session, SignatureSource.OPERATOR)
        Sessions(self.file).close(session)

    def make_papers(self) -> None:
        papers, choice = Papers(self.file, self.stationery), self._choice()
        for pact in self._pacts():
            out = self.folder / f"pact-{pact.key}.pdf"
            self.outcome.add(out.name, papers.pact(out, pact, choice, _form(self._details(), pact)))
        for ending in ("pdf", "xlsx", "csv"):
            out = self.folder / f"attendance.{ending}"
            self.outcome.add(out.name, papers.attendance(out, choice))
        out = self.folder / "minutes.pdf"
        self.outcome.add(out.name, papers.minutes(out, choice))

    def verify(self) -> None:
        found = Record(self.file).verify()
        self.outcome.verify = {"ok": found.ok, "events": found.events, "head": found.head}

    def _choice(self) -> Choice:
        return Choice(Sessions(self.file).main())

    def _details(self) -> Details:
        return Preparation(self.file).details()

    def _pacts(self) -> list[Pact]:
        return [pact for pact in self._details().pacts if not pact_has_blanks(pact)]

    def _signers(self, details: Details, pact: Pact) -> tuple[Party | Person, ...]:
        if _form(details, pact) is PactForm.REPRESENTATIVES:
            return details.with_role(Role.REPRESENTATIVE)
        return tuple(PeopleDesk(self.file).everyone())


def _form(details: Details, pact: Pact) -> PactForm:
    """The pact's own form; where it has no representatives to sign it, everybody does."""
    has_representatives = bool(details.with_role(Role.REPRESENTATIVE))
    return pact.form if has_representatives else PactForm.INDIVIDUAL


def _morning(settings: dict[str, str], template: Template) -> datetime:
    """Half past seven on the day of the ceremony, in its zone."""
    defaults = {key.name: key.default for key in template.keys}
    day = date.fromisoformat(settings.get("date") or defaults["date"])
    zone = Zone(defaults.get("zone") or Zone.WIB)
    return datetime(day.year, day.month, day.day, 7, 30, tzinfo=ZoneInfo(zone.tz))


def _make_room(folder: Path) -> None:
    """Take away an earlier rehearsal, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    held = list(folder.iterdir())
    if not held:
        return
    if not _is_rehearsal(folder / SUMMARY):
        raise Refused("rehearsal.folder_in_use", folder=folder.name)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def _is_rehearsal(summary: Path) -> bool:
    try:
        return "badges_read_back" in json.loads(summary.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
