"""Going on where the program was killed."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.finding import place_of
from ceremony_app.services.record import backup
from ceremony_app.services.resume import do_not_go_on, where_it_stood
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.stage import Stage
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import opener
from tests.helpers.day import Day, begin
from tests.helpers.processes import command, environment


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "a.ikrar")
    with opened.file:
        opened.approve()
        yield opened


@pytest.fixture
def again(day: Day) -> Iterator[CeremonyFile]:
    """Another opening; the first one is as good as dead: it writes nothing any more."""
    with day.file.opener.open(day.file.path) as opened:
        yield opened


def test_it_stands_at_the_phrase_where_it_was_killed(day: Day, again: CeremonyFile) -> None:
    show = day.show()
    stage = day.stage()
    pledge = [step for step in show.steps() if step.text]
    for step in pledge[:6]:
        stage.presented(step, screen="EPSON", visible=True)
        day.clock.let_pass(5)
    stood = where_it_stood(again, day.session)
    assert stood is not None
    assert place_of(show, stood.where) == pledge[5].state
    assert stood.visible
    assert stood.at.startswith("2022-10-17T07:30:25")
    stage.presented(pledge[5], screen="EPSON", visible=False)
    covered = where_it_stood(again, day.session)
    assert covered is not None
    assert not covered.visible


@pytest.mark.parametrize("presses", [1, 13, 40])
def test_killed_at_any_moment_it_stands_at_what_was_last_painted(
    day: Day, presses: int, tmp_path: Path
) -> None:
    """A process of its own, ended by the system without a word."""
    codes = [step.code for step in day.show().steps()]
    path = backup(day.file.path, tmp_path / "salinan.ikrar")
    showing = subprocess.Popen(command("show", path), stdout=PIPE, env=environment(), text=True)
    assert showing.stdout is not None
    assert showing.stdout.readline() == "ready\n"
    for _ in range(presses):
        showing.stdout.readline()
    showing.kill()
    rest = [line for line in showing.stdout.read().splitlines(keepends=True) if "\n" in line]
    showing.stdout.close()
    showing.wait()
    said = presses + len(rest)
    with opener(SystemClock()).open(path) as file:
        stood = where_it_stood(file, Sessions(file).main())
        assert stood is not None
        state = place_of(day.show(), stood.where)
        assert state is not None
        # It may have been killed between the record and the word.
        at = day.show().step(state).code
        assert at in {codes[(said - 1) % len(codes)], codes[said % len(codes)]}
        assert verify(file).ok


def test_what_was_closed_in_good_order_does_not_ask(day: Day, again: CeremonyFile) -> None:
    assert where_it_stood(again, day.session) is None
    stage = day.stage()
    stage.presented(day.show().steps()[0], screen="EPSON", visible=True)
    stage.closed()
    assert where_it_stood(again, day.session) is None


def test_neither_does_another_day_nor_another_session(day: Day, again: CeremonyFile) -> None:
    day.stage().presented(day.show().steps()[0], screen="EPSON", visible=True)
    assert where_it_stood(again, day.session) is not None
    assert where_it_stood(again, Sessions(day.file).add("susulan")) is None
    day.clock.let_pass(24 * 3600)
    assert where_it_stood(again, day.session) is None


def test_neither_does_the_opening_that_shows(day: Day) -> None:
    day.stage().presented(day.show().steps()[0], screen="EPSON", visible=True)
    assert where_it_stood(day.file, day.session) is None


def test_it_asks_once(day: Day, again: CeremonyFile) -> None:
    day.stage().presented(day.show().steps()[0], screen="EPSON", visible=True)
    do_not_go_on(again, day.session)
    assert where_it_stood(again, day.session) is None
    with day.file.opener.open(day.file.path) as third:
        assert where_it_stood(third, day.session) is None


def test_once_it_has_gone_on_there_is_nothing_to_ask(day: Day, again: CeremonyFile) -> None:
    first = day.show().steps()[0]
    day.stage().presented(first, screen="EPSON", visible=True)
    Stage(again, day.session).presented(first, screen="EPSON", visible=False)
    assert where_it_stood(again, day.session) is None
