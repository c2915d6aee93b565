"""Every paper of the five ceremonies, with people who do not exist: `make screenshots`.

Each ceremony is made from its template and gone through with the program's own services. A picture
shows a paper's first page and, where there is another, its last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
from PIL import Image

from ceremony_app.console.hall.key_map import KeyMap
from ceremony_app.console.table.card_keys import card_keys
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.blanks import has_blanks, pact_has_blanks
from ceremony_app.domain.ceremony import Details, Pact, PactForm
from ceremony_app.domain.clock import PacedClock
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.people import Role
from ceremony_app.domain.show import Show
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.domain.status import Status
from ceremony_app.locator import Locator
from ceremony_app.roster.made_up import made_up_people, write_sample_roster
from ceremony_app.roster.reading import read_roster
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.day_papers import DayPapers
from ceremony_app.services.facts import Choice
from ceremony_app.services.opening import opener
from ceremony_app.services.papers import Papers
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.roster import RosterImport
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from ceremony_app.services.stage import Stage
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.hall_photographs import UPRIGHT, WIDE, bring

CEREMONIES = ("banten", "setjen", "ntt", "banyuwangi", "jatim")
_PEOPLE, _SEED = 46, 5
_BEFORE = (DayPaper.BLANK_LIST, DayPaper.READING, DayPaper.RUNDOWN)
_ABSENT = (Status.LEAVE, Status.ASSIGNED_ELSEWHERE, Status.SICK, Status.ON_DUTY)
_GUESTS = (
    ("Contoh Tamu, S.H.", "Ketua", "Lembaga Contoh"),
    ("Contoh Undangan", "Anggota", "Dinas Contoh"),
)
_SETTINGS = {"date": "2023-01-30", "time": "08:00", "place": "Aula"}
_ADDRESS = ("Jalan Contoh Nomor 1, Kota Contoh 10000", "Telepon (000) 000000 · contoh.go.id")
_DPI, _GREYS, _GAP, _GROUND = 64, 12, 8, 200


def paint_papers(
    folder: Path, work: Path, locator: Locator, ceremonies: Sequence[str] = CEREMONIES
) -> Iterator[Path]:
    """Writes the pictures below `folder` and gives their paths; `work` is for what they need."""
    folder.mkdir(parents=True, exist_ok=True)
    stationery = Stationery.of(locator)
    for template in ceremonies:
        made = work / template
        made.mkdir()
        for pdf in _Day(template, made, locator, stationery).papers():
            path = folder / f"{template}-{pdf.stem}.png"
            _picture(pdf).save(path, optimize=True)
            yield path


class _Day:
    """The day of one ceremony."""

    def __init__(
        self, template: str, folder: Path, locator: Locator, stationery: Stationery
    ) -> None:
        self._folder, self._stationery, self._template = folder, stationery, template
        self._clock = PacedClock(datetime(2023, 1, 30, 7, 10, tzinfo=ZoneInfo("Asia/Jakarta")))
        templates = Templates(locator.templates)
        self._ceremonies = Ceremonies(opener(locator, self._clock, "Operator"), templates)
        blank = {key.name for key in templates.get(template).keys if not key.default}
        self._settings = {name: value for name, value in _SETTINGS.items() if name in blank}

    def papers(self) -> Iterator[Path]:
        """Each paper when it is made: the pacts before anybody signs, the minutes at the end."""
        path = self._folder / f"{self._template}.ikrar"
        with self._ceremonies.create(path, self._template, self._settings) as file:
            choice = Choice(Sessions(file).main())
            details = self._settled(file)
            day = DayPapers(file, self._stationery, card_keys(KeyMap()))
            papers = Papers(file, self._stationery)
            pacts = [pact for pact in details.pacts if not pact_has_blanks(pact)]
            for pact in pacts:
                out = self._folder / f"pakta-{pact.key}.pdf"
                papers.pact(out, pact, choice, _form(details, pact))
                yield out
            for kind in _BEFORE:
                yield self._small(day, kind, choice)
            self._hold(file, details, pacts)
            for kind in (kind for kind in DayPaper if kind not in _BEFORE):
                yield self._small(day, kind, choice)
            out = self._folder / "attendance.pdf"
            papers.attendance(out, choice)
            yield out
            out = self._folder / "missing.pdf"
            papers.missing(out, choice)
            yield out
            out = self._folder / "minutes.pdf"
            papers.minutes(out, choice)
            yield out

    def _small(self, day: DayPapers, kind: DayPaper, choice: Choice) -> Path:
        out = self._folder / f"{kind.value}.pdf"
        day.make(kind, out, choice)
        return out

    def _settled(self, file: CeremonyFile) -> Details:
        """The roster in, an address on the letterhead, the programme with times and speakers."""
        preparation = Preparation(file)
        details = preparation.details()
        workbook = self._folder / "pegawai.xlsx"
        write_sample_roster(workbook, made_up_people(_PEOPLE, _SEED, details.divisions))
        RosterImport(file).run(read_roster(workbook, today=self._clock.now().date()))
        letterhead = replace(details.letterhead, address=_ADDRESS)
        programme = tuple(
            replace(cue, minutes=5, speaker="Pembawa acara") for cue in details.programme
        )
        preparation.change_details(replace(details, letterhead=letterhead, programme=programme))
        for state in preparation.texts():
            if not has_blanks(state.text):
                preparation.approve(state, "Kepala kantor")
        return preparation.details()

    def _hold(self, file: CeremonyFile, details: Details, pacts: list[Pact]) -> None:
        """People come, the texts are read, the pacts signed, photographs taken."""
        session = Sessions(file).main()
        doors = [CheckIn(file, session, name) for name in ("Pintu Utama", "Pintu Timur")]
        desk = PeopleDesk(file)
        everyone, badges = desk.everyone(), desk.badges()
        for person, status in zip(everyone, _ABSENT, strict=False):
            doors[0].mark(person, status, "")
        for at, person in enumerate(everyone[len(_ABSENT) + 3 :]):
            self._clock.let_pass(40.0)
            doors[at % 2].scan(badges[person.id].token)
        for guest in _GUESTS:
            doors[0].guest(*guest)
        show = Show(details, [state.text for state in Preparation(file).texts()])
        stage = Stage(file, session)
        for step in show.steps():
            stage.presented(step, screen="Proyektor", visible=True)
            self._clock.let_pass(step.minimum_seconds + 1.0)
        stage.closed()
        bring(file, self._folder, WIDE, UPRIGHT, UPRIGHT, WIDE)
        signing = Signing(file)
        for witness in details.with_role(Role.WITNESS):
            signing.witness_present(witness, session)
        for pact in pacts:
            if _form(details, pact) is PactForm.REPRESENTATIVES:
                for party in details.with_role(Role.REPRESENTATIVE):
                    signing.sign(pact, party, session, SignatureSource.OPERATOR)


def _form(details: Details, pact: Pact) -> PactForm:
    """The pact's own form; where it has no representatives to sign it, everybody does."""
    has_representatives = bool(details.with_role(Role.REPRESENTATIVE))
    return pact.form if has_representatives else PactForm.INDIVIDUAL


def _picture(pdf: Path) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        shown = [document[at] for at in sorted({0, len(document) - 1})]
        pages = [page.render(scale=_DPI / 72, grayscale=True).to_pil() for page in shown]
    width = sum(page.width + _GAP for page in pages) + _GAP
    sheet = Image.new("L", (width, pages[0].height + 2 * _GAP), _GROUND)
    for at, page in enumerate(pages):
        sheet.paste(page, (_GAP + at * (page.width + _GAP), _GAP))
    return sheet.quantize(_GREYS, dither=Image.Dither.NONE)
