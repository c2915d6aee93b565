"""A whole ceremony in the windows, by keyboard and scanner keystrokes alone.

The program runs as people start it, on an X server with two monitors and a window manager. The
operator presses keys and reads the screen; what became of it is read in the file, in the papers
and on the monitors.
"""

import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ceremony_app.console.prepare.page import DETAILS, TEXTS
from ceremony_app.console.prepare.page import PEOPLE as PEOPLE_TAB
from ceremony_app.console.table.papers import Kind, sheets
from ceremony_app.domain.ceremony import CueKind, Details, Pact, PactForm
from ceremony_app.domain.show import minimum_seconds
from ceremony_app.domain.token import new_token
from ceremony_app.locator import Locator
from ceremony_app.roster.made_up import made_up_people, write_sample_roster
from ceremony_app.scanning.pages import read_badges
from ceremony_app.ui_kit.palette import BRIGHT
from tests.helpers.command import Ikrar
from tests.helpers.desks import make_ceremony as make_ceremony_file
from tests.helpers.operator import HALL_TITLE, Operator, Watched, sitting_at
from tests.helpers.pdf_pages import text_of
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import HALL, Area, Desktop

pytestmark = pytest.mark.x11

PEOPLE, ABSENT, SEED = 18, 3, 7
_LISTS = Area(10, 60, 300, 300)
"""Where the example list stands on the page for a new ceremony."""
_PAGE = Area(220, 170, 1130, 590)
"""A page of the ceremony's window, below its tabs."""
_FOOT = Area(900, 690, 460, 70)
"""The button that leads on."""
_TABLE_END = Area(400, 696, 800, 14)
"""The lower edge of the table of who signs."""
_SIDE = Area(0, 260, 190, 380)
"""The side of the ceremony's window, where no preview is."""
BLACK = (0, 0, 0)
_PACT = Pact("pakta", "pakta", "Pakta Integritas", (), PactForm.REPRESENTATIVES)
_PAPERS = [sheet.kind for sheet in sheets(Details("banten", "Ikrar", pacts=(_PACT,)))]
"""The table's papers from the top, as they are for a ceremony with one pact."""


def test_a_ceremony_by_keys_alone(
    desktop: Desktop, ikrar: Ikrar, locator: Locator, tmp_path: Path
) -> None:
    write_sample_roster(tmp_path / "pegawai.xlsx", made_up_people(PEOPLE, SEED))
    path = tmp_path / "upacara.ikrar"
    with sitting_at(desktop, ikrar, pictures=tmp_path) as operator:
        ceremony = Watched(path)
        make_ceremony(operator, path)
        import_roster(operator, ceremony, tmp_path / "pegawai.xlsx")
        approve_text(operator, ceremony)
        tokens = print_badges(operator, ceremony, tmp_path / "kartu.pdf")
        scan_at_the_door(operator, ceremony, tokens[: PEOPLE - ABSENT])
        go_live(operator, ceremony)
        scan_while_live(operator, ceremony, tokens[0])
        read_pledge(operator, ceremony, locator)
        sign(operator, ceremony, representatives=3)
        save_papers(operator, ceremony, tmp_path)
        stop_showing(operator)
        assert operator.leave() == 0
    present = PEOPLE - ABSENT
    shown = ikrar("show", path, "--json").json
    assert (shown["template"], shown["place"]) == ("banten", "Aula Kanwil")
    assert {name: shown[name] for name in ("people", "present", "pledged", "signed")} == {
        "people": PEOPLE,
        "present": present,
        "pledged": present,
        "signed": 3,
    }
    minutes = text_of(tmp_path / "berita-acara.pdf")
    assert shown["head"] in minutes
    found = ikrar("verify", path, "--head", shown["head"], "--json")
    assert (found.code, found.json["ok"], found.json["problems"]) == (0, True, [])


def make_ceremony(operator: Operator, path: Path) -> None:
    """From the start page: the first example, with its time and its hall."""
    desktop = operator.desktop
    operator.wait_for_window("Ikrar")
    operator.press_at_last("ctrl+n", BRIGHT.selection, _LISTS, "the examples")
    desktop.type("Kanwil Kemenkumham Banten")
    desktop.press("Return", "Tab", "Tab", "Tab")
    desktop.type("08.00")
    desktop.press("Tab", "Tab")
    desktop.type("Aula Kanwil")
    desktop.press("Return")
    operator.choose_file("Simpan upacara baru sebagai", path)
    operator.wait_for_window("Pakta Integritas Netralitas Pegawai · Ikrar")


def import_roster(operator: Operator, ceremony: Watched, roster: Path) -> None:
    desktop = operator.desktop
    desktop.press("ctrl+2", *["Right"] * (PEOPLE_TAB - DETAILS), "Tab", "Return")
    operator.choose_file("Pilih daftar pegawai", roster)
    operator.wait_for_colour(BRIGHT.accent, _FOOT, "the button that imports")
    desktop.press("Return")
    ceremony.wait_for("roster_imported", 1)


def approve_text(operator: Operator, ceremony: Watched) -> None:
    desktop = operator.desktop
    # The foot of the preview is gone when the people are shown.
    wait_until(lambda: not operator.sees(BRIGHT.accent, _FOOT), "the people")
    desktop.press("ctrl+2", *["Left"] * (PEOPLE_TAB - TEXTS))
    operator.wait_for_colour(BRIGHT.accent, _PAGE, "the phrases of the text")
    desktop.press("Tab", "Tab", "Tab", "Return")
    desktop.type("Tejo Harwanto")
    desktop.press("Return")
    ceremony.wait_for("text_approved", 1)


def print_badges(operator: Operator, ceremony: Watched, out: Path) -> list[str]:
    operator.desktop.press("ctrl+5")
    save_paper(operator, ceremony, Kind.BADGES, out, made=1)
    tokens = read_badges(out)
    assert len(tokens) == len(set(tokens)) == PEOPLE
    return tokens


def scan_at_the_door(operator: Operator, ceremony: Watched, tokens: list[str]) -> None:
    """Everybody in one go, as fast as a scanner types; then what happens at every door."""
    operator.desktop.press("ctrl+3")
    others = (new_token(), "bukan kartu", tokens[0])
    for code in (*tokens, *others):
        operator.desktop.scan(code)
    scans = ceremony.wait_for("scan", len(tokens) + len(others))
    assert Counter(scan["verdict"] for scan in scans) == {
        "recorded": len(tokens),
        "unknown": 1,
        "malformed": 1,
        "already": 1,
    }
    # A person sees the answer before pressing a key; what comes sooner is the scanner's.
    operator.wait_for_colour(BRIGHT.warn, _PAGE, "the answer to the last scan")


def go_live(operator: Operator, ceremony: Watched) -> None:
    desktop = operator.desktop
    desktop.press("ctrl+4", "ctrl+t")
    wait_until(operator.hall_is_on_its_screen, "the hall on the second monitor")
    ceremony.wait_for("step_presented", 1)
    assert operator.strangers_on_console_screen() == []
    assert desktop.active_window().endswith("· Ikrar"), "the console keeps the keys"


def scan_while_live(operator: Operator, ceremony: Watched, token: str) -> None:
    """A badge scanned on the laptop of a live hall goes to the door, and moves nothing."""
    scans = len(ceremony.bodies("scan"))
    operator.desktop.scan(token)
    ceremony.wait_for("scan", scans + 1)
    assert ceremony.bodies("scan")[-1]["verdict"] == "already"
    assert len(ceremony.bodies("step_presented")) == 1


def read_pledge(operator: Operator, ceremony: Watched, locator: Locator) -> None:
    """Through the programme to the signing, each phrase as long as a calm reader needs."""
    desktop, template = (
        operator.desktop,
        tomllib.loads((locator.templates / "banten.toml").read_text("utf-8")),
    )
    hall = desktop.monitors()[HALL]
    kinds = [cue["kind"] for cue in template["programme"]]
    phrases = [phrase for point in template["texts"][0]["points"] for phrase in point["phrases"]]
    steps = 1
    for _ in range(kinds.index(CueKind.TEXT) - 1):
        steps = move(operator, ceremony, "Next", steps)
    steps = move(operator, ceremony, "b", steps)
    wait_until(lambda: operator.colours(hall) == {BLACK}, "a black hall")
    assert ceremony.bodies("step_presented")[-1]["visible"] is False
    steps = move(operator, ceremony, "b", steps)
    assert ceremony.bodies("step_presented")[-1]["visible"] is True
    for phrase in phrases:
        for _ in ("say", "repeat"):
            steps = move(operator, ceremony, "Next", steps)
            breath = time.monotonic() + minimum_seconds(phrase) / 2
            wait_until(lambda due=breath: time.monotonic() > due, "the phrase was read")
    assert ceremony.bodies("text_completed") == []
    move(operator, ceremony, "Next", steps)
    (completed,) = ceremony.wait_for("text_completed", 1)
    assert completed["how"] == "shown"


def move(operator: Operator, ceremony: Watched, key: str, steps: int) -> int:
    """Press a key that moves the show; how many steps the record then holds."""
    operator.desktop.press(key)
    ceremony.wait_for("step_presented", steps + 1)
    return steps + 1


def sign(operator: Operator, ceremony: Watched, representatives: int) -> None:
    """While the signing is in the hall, the table marks one representative after the other."""
    desktop = operator.desktop
    desktop.press("ctrl+5", "Right")
    operator.wait_for_colour(BRIGHT.selection, _PAGE, "who signs")
    operator.tab_to(BRIGHT.focus, _TABLE_END, "the table of who signs")
    desktop.press("ctrl+Home")
    for number in range(representatives):
        desktop.press("Return")
        ceremony.wait_for("signed", number + 1)
        desktop.press("Down")


def save_papers(operator: Operator, ceremony: Watched, folder: Path) -> None:
    desktop = operator.desktop
    desktop.press("ctrl+5", "Left")
    save_paper(operator, ceremony, Kind.PACT, folder / "pakta.pdf", made=2)
    desktop.press("ctrl+5")
    save_paper(operator, ceremony, Kind.ATTENDANCE, folder / "daftar-hadir.pdf", made=3)
    desktop.press("ctrl+5")
    # Minutes seal the record: asked before the file is.
    choose_paper(operator, Kind.MINUTES)
    desktop.press("Return")
    operator.choose_file("Simpan PDF…", folder / "berita-acara.pdf")
    ceremony.wait_for("sealed", 1)
    ceremony.wait_for("document_made", 4)


def choose_paper(operator: Operator, kind: Kind) -> None:
    """Ask for the first paper of a kind to be saved."""
    operator.wait_for_colour(BRIGHT.selection, _PAGE, "the papers")
    operator.desktop.press("Tab", "Home", *["Down"] * _PAPERS.index(kind), "Return")


def save_paper(operator: Operator, ceremony: Watched, kind: Kind, out: Path, *, made: int) -> None:
    choose_paper(operator, kind)
    operator.choose_file("Simpan PDF…", out)
    ceremony.wait_for("document_made", made)
    assert out.read_bytes().startswith(b"%PDF")


def stop_showing(operator: Operator) -> None:
    operator.desktop.press("ctrl+4", "ctrl+t", "Return")
    wait_until(lambda: operator.desktop.place_of(HALL_TITLE) is None, "the hall taken away")


def test_the_hall_leaves_and_returns_with_its_monitor(
    desktop: Desktop, ikrar: Ikrar, tmp_path: Path
) -> None:
    path = make_ceremony_file(tmp_path / "upacara.ikrar", approved=True)
    ceremony, monitor = Watched(path), desktop.monitors()[HALL]
    opening = ("open", path, "--page", "hall", "--live")
    with sitting_at(desktop, ikrar, *opening, pictures=tmp_path) as operator:
        wait_until(operator.hall_is_on_its_screen, "the hall on the second monitor")
        ceremony.wait_for("step_presented", 1)
        ground = most_seen(desktop, monitor)
        assert ground not in operator.colours(_SIDE)
        assert operator.strangers_on_console_screen() == []

        desktop.unplug(HALL)
        # The window manager moves the window some milliseconds before the program hears of it.
        wait_until(lambda: desktop.place_of(HALL_TITLE) is None, "the hall hidden", seconds=1.0)
        wait_until(lambda: ground not in operator.colours(_SIDE), "its pixels gone", seconds=0.5)
        assert [step["visible"] for step in ceremony.wait_for("step_presented", 2)] == [True, False]
        desktop.press("Next")

        desktop.plug_in(HALL)
        looks = [
            ground in operator.colours(_SIDE)
            for _ in until(operator.hall_is_on_its_screen, "the hall back", 5.0)
        ]
        assert not any(looks), "the hall came back on the wrong monitor"
        ceremony.wait_for("step_presented", 3)
        assert most_seen(desktop, monitor) == ground
        assert desktop.active_window().endswith("· Ikrar"), "the console keeps the keys"
        move(operator, ceremony, "Next", 3)
        stop_showing(operator)
        assert operator.leave() == 0
    assert ikrar("verify", path).code == 0


def test_two_door_windows_share_a_file(desktop: Desktop, ikrar: Ikrar, tmp_path: Path) -> None:
    """Each in a process of its own; scans go to the one that has the keys."""
    path = make_ceremony_file(tmp_path / "upacara.ikrar")
    assert ikrar("badges", path, "-o", "kartu.pdf").code == 0
    tokens, ceremony = read_badges(tmp_path / "kartu.pdf"), Watched(path)
    (tmp_path / "barat").mkdir()
    timur, barat = ("door", path, "--door", "Timur"), ("door", path, "--door", "Barat")
    with sitting_at(desktop, ikrar, *timur, pictures=tmp_path) as first:
        first.wait_for_window("Ikrar · Pintu Timur")
        first.wait_for_colour(BRIGHT.calm, _PAGE, "the door at rest")
        for token in tokens[:2]:
            desktop.scan(token)
        ceremony.wait_for("scan", 2)
        with sitting_at(desktop, ikrar, *barat, pictures=tmp_path / "barat") as second:
            second.wait_for_window("Ikrar · Pintu Barat")
            second.wait_for_colour(BRIGHT.calm, _PAGE, "the other door at rest")
            for token in (tokens[0], tokens[2]):
                desktop.scan(token)
            ceremony.wait_for("scan", 4)
            desktop.press("alt+Tab")
            first.wait_for_window("Ikrar · Pintu Timur")
            desktop.scan(tokens[2])
            ceremony.wait_for("scan", 5)
            assert first.leave() == 0
            second.wait_for_window("Ikrar · Pintu Barat")
            assert second.leave() == 0
    assert ceremony.scans() == [
        ("Timur", "recorded"),
        ("Timur", "recorded"),
        ("Barat", "already"),
        ("Barat", "recorded"),
        ("Timur", "already"),
    ]
    assert ikrar("show", path, "--json").json["present"] == 3
    assert ikrar("verify", path).code == 0


def until(look: Callable[[], object], what: str, seconds: float) -> Iterator[None]:
    """One turn after the other, until `look` is true; TimeoutError where it takes too long."""
    deadline = time.monotonic() + seconds
    while not look():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds:g} s: {what}")
        yield


def most_seen(desktop: Desktop, place: Area) -> tuple[int, ...]:
    """The colour that a part of the screen has most of."""
    picture = desktop.picture(place).convert("RGB")
    counted = picture.getcolors(place.width * place.height) or []
    _, colour = max(counted)
    assert isinstance(colour, tuple)
    return colour
