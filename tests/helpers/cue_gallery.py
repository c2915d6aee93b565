"""A show with an item of every kind, with people who do not exist, and what is live in each."""

import io
import itertools
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image, ImageDraw

from ceremony_app.domain.ceremony import Cue, CueKind, Details, Look, Pact, PactForm, Theme
from ceremony_app.domain.live import Arrivals, DivisionCount, Live, Pacing
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.show import Show
from ceremony_app.domain.texts import Text

TITLE = "Ikrar dan Penandatanganan Pakta Integritas Netralitas Pegawai"
UNIT = "Kantor Wilayah Contoh"

_DIVISIONS = (
    ("Divisi Administrasi", 38, 41),
    ("Divisi Pemasyarakatan", 27, 36),
    ("Divisi Keimigrasian", 19, 24),
    ("Divisi Pelayanan Hukum dan Hak Asasi Manusia", 14, 19),
    ("", 3, 5),
)
_SIGNERS = (
    ("Dr. Ratna Wulandari, S.H., M.H.", "Kepala Divisi Administrasi"),
    ("I Gede Wirawan, A.Md.I.P., S.Sos.", "Kepala Divisi Pemasyarakatan"),
    ("H. Bambang Surya", "Kepala Divisi Keimigrasian"),
)
_WITNESSES = (
    ("Maria Sinta Lestari", "Ketua", "Badan Pengawas Pemilihan Umum Provinsi Contoh"),
    ("Hasan Basri Daulay", "Kepala Perwakilan", "Ombudsman Republik Indonesia Provinsi Contoh"),
)

LIVE = Live(
    present=101,
    expected=125,
    divisions=tuple(DivisionCount(*row) for row in _DIVISIONS),
    arrivals=Arrivals(420, 5, (2, 5, 9, 12, 18, 27, 31, 44, 58, 79, 93, 101)),
    signed=frozenset({"signer-0"}),
    signing="signer-1",
    witnessed=frozenset({"witness-0"}),
    remaining=272,
)
PACED = replace(LIVE, pacing=Pacing("08.31", 192, 300))
LATE = replace(LIVE, pacing=Pacing("08.36", 332, 300), message="Mohon lebih pelan")


def gallery(look: Look | None = None, *, rehearsal: bool = False) -> Show:
    """The show; the pictures that `look` and the programme name are in `attachments`."""
    return Show(
        Details(
            "gallery",
            TITLE,
            unit=UNIT,
            date="2026-11-23",
            time="08:00",
            place="Aula",
            city="Serang",
            parties=tuple(_parties()),
            pacts=(Pact("pact", "pakta", "Pakta Integritas", (), PactForm.REPRESENTATIVES),),
            programme=tuple(_programme()),
            look=look or Look(),
            rehearsal=rehearsal,
        ),
        [_text()],
    )


def attachments() -> dict[str, bytes]:
    """Pictures by id: a see-through logo, a busy photograph, and one for the programme."""
    return {"logo": _logo(), "busy": busy_picture(1600, 1000), "photo": _photo()}


def looks() -> Iterator[Look]:
    """Every theme, without and with the office's pictures."""
    for theme, dressed in itertools.product(Theme, (False, True)):
        yield Look(theme, *(("logo", "busy") if dressed else ("", "")))


def _programme() -> Iterator[Cue]:
    yield Cue("holding", CueKind.HOLDING, "Registrasi", "Silakan memindai kartu di meja")
    yield Cue("countdown", CueKind.COUNTDOWN, "Upacara dimulai dalam", until="08:00")
    yield Cue("title", CueKind.TITLE, TITLE, UNIT)
    yield Cue("anthem", CueKind.ANTHEM, "Indonesia Raya", speaker="Dirigen")
    yield Cue("text", CueKind.TEXT, "Ikrar", text="text", minutes=5)
    yield Cue("signing", CueKind.SIGNING, "Penandatanganan Pakta Integritas", pact="pact")
    yield Cue("witness", CueKind.WITNESS, "Saksi")
    yield Cue("speech", CueKind.TITLE, "Amanat", "Pembina Upacara", speaker="Ratna Wulandari")
    yield Cue("picture", CueKind.PICTURE, "Apel Ikrar tahun lalu", picture="photo")
    yield Cue("prayer", CueKind.PRAYER, "Doa", "Menurut agama dan kepercayaan masing-masing")
    yield Cue("closing", CueKind.CLOSING, "Penutup")
    yield Cue("blank", CueKind.BLANK, "Layar kosong")


def _parties() -> Iterator[Party]:
    for at, (name, post) in enumerate(_SIGNERS):
        yield Party(f"signer-{at}", Role.REPRESENTATIVE, name, post)
    for at, (name, post, institution) in enumerate(_WITNESSES):
        yield Party(f"witness-{at}", Role.WITNESS, name, post, institution=institution)


def _text() -> Text:
    point = suggested_point(
        "Menjaga dan menegakkan prinsip netralitas pegawai di lingkungan Kantor Wilayah Contoh "
        "dalam melaksanakan fungsi pelayanan publik."
    )
    first = replace(point.phrases[0], aid="netralitas: ne-tra-li-tas")
    points = (
        replace(point, phrases=(first, *point.phrases[1:])),
        suggested_point("Menolak politik uang dan segala jenis pemberian dalam bentuk apapun."),
    )
    return Text("text", "ikrar", "Ikrar Netralitas Pegawai", points)


def busy_picture(width: int, height: int) -> bytes:
    """As busy as a picture can be: white, black and every strong colour in small squares."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    inks = ("white", "black", "red", "yellow", "lime", "blue", "magenta", "cyan")
    for at, (x, y) in enumerate(itertools.product(range(0, width, 20), range(0, height, 20))):
        draw.rectangle((x, y, x + 19, y + 19), fill=inks[(at * 7 + x // 20) % len(inks)])
    return _png(image)


def _logo() -> bytes:
    """A dark emblem on nothing: it would not be seen on a dark ground."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 390, 390), fill=(16, 34, 80, 255))
    draw.ellipse((50, 50, 350, 350), fill=(235, 200, 90, 255))
    draw.polygon([(200, 90), (310, 300), (90, 300)], fill=(16, 34, 80, 255))
    return _png(image)


def _photo() -> bytes:
    """A tall picture, as telephones take them."""
    image = Image.new("RGB", (900, 1200), (120, 150, 190))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 800, 900, 1200), fill=(90, 110, 80))
    for x in range(70, 800, 168):
        draw.ellipse((x, 640, x + 90, 730), fill=(200, 160, 130))
        draw.rectangle((x - 10, 730, x + 100, 1000), fill=(50, 60, 90))
    return _png(image)


def _png(image: Image.Image) -> bytes:
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()
